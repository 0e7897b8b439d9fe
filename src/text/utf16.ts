/**
 * Strings from UTF-16 code units. TextDecoder is no way to them: it replaces lone surrogates, and a string of the
 * caller's may have some.
 */

const PIECE = 8192 // units that one call takes as arguments

/** The string of these code units, whatever they are. */
export function fromUtf16(units: Uint16Array): string {
  if (typeof Buffer !== 'undefined') {
    return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
  }
  let text = ''
  for (let from = 0; from < units.length; from += PIECE) {
    text += String.fromCharCode(...units.subarray(from, from + PIECE))
  }
  return text
}
