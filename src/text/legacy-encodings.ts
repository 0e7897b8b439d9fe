/**
 * Encodings that corpora have and platforms do not decode: IBM code page 865 and CESU-8.
 *
 * Code page 865 is Nordic MS-DOS, one byte a character. CESU-8 is UTF-8 in which a character beyond the Basic
 * Multilingual Plane is written as the two halves of its surrogate pair, three bytes each; Java programs and old
 * databases write it.
 *
 * @see https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP865.TXT
 * @see Unicode Technical Report 26, https://www.unicode.org/reports/tr26/
 */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** What `TextChunkDecoder` asks of a decoder. */
export type ChunkDecoder = Pick<TextDecoder, 'decode' | 'encoding'>

/** The decoder of an encoding that platforms do not know; undefined for all others. */
export function legacyDecoder(encoding: string): ChunkDecoder | undefined {
  if (encoding === 'cp865') return { encoding, decode: (bytes) => decodeCp865(bytes as Uint8Array) }
  return encoding === 'cesu-8' ? new Cesu8Decoder() : undefined
}

/** Every byte is a character. */
function decodeCp865(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    units[i] = byte < 0x80 ? byte : UPPER_HALF.charCodeAt(byte - 0x80)
  }
  return new TextDecoder('utf-16le').decode(units)
}

/** Bytes of a surrogate pair. */
const PAIR = 6

class Cesu8Decoder implements ChunkDecoder {
  readonly encoding = 'cesu-8'
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  #rest = new Uint8Array(0)

  decode(chunk?: AllowSharedBufferSource | null, options?: TextDecodeOptions): string {
    const bytes = chunk as Uint8Array
    const joined = new Uint8Array(this.#rest.length + bytes.length)
    joined.set(this.#rest)
    joined.set(bytes, this.#rest.length)
    const complete = options?.stream ? joined.length - openPair(joined) : joined.length
    this.#rest = joined.slice(complete)
    return this.#utf8.decode(utf8OfCesu8(joined.subarray(0, complete)), options)
  }
}

/** How many bytes at the end begin a pair of surrogates that the end cuts off. */
function openPair(bytes: Uint8Array): number {
  for (let i = Math.max(0, bytes.length - PAIR + 1); i < bytes.length; i++) {
    if (bytes[i] === 0xed && (i + 1 === bytes.length || (bytes[i + 1]! & 0xf0) === 0xa0))
      return bytes.length - i
  }
  return 0
}

/**
 * CESU-8 as UTF-8: every pair of three-byte surrogates becomes the four bytes of its character. A half without its
 * other half is left as it is, which no strict UTF-8 decoder takes.
 */
function utf8OfCesu8(bytes: Uint8Array): Uint8Array {
  const utf8 = new Uint8Array(bytes.length)
  let length = 0
  for (let i = 0; i < bytes.length; ) {
    if (!isSurrogate(bytes, i, 0xa0) || !isSurrogate(bytes, i + 3, 0xb0)) {
      utf8[length++] = bytes[i++]!
      continue
    }
    const high = ((bytes[i + 1]! & 0x0f) << 6) | (bytes[i + 2]! & 0x3f)
    const low = ((bytes[i + 4]! & 0x0f) << 6) | (bytes[i + 5]! & 0x3f)
    const point = 0x10000 + (high << 10) + low
    utf8[length++] = 0xf0 | (point >> 18)
    utf8[length++] = 0x80 | ((point >> 12) & 0x3f)
    utf8[length++] = 0x80 | ((point >> 6) & 0x3f)
    utf8[length++] = 0x80 | (point & 0x3f)
    i += 6
  }
  return utf8.subarray(0, length)
}

/** Whether a surrogate of the half whose second bytes begin at `from` is encoded at `i`. */
function isSurrogate(bytes: Uint8Array, i: number, from: 0xa0 | 0xb0): boolean {
  return bytes[i] === 0xed && (bytes[i + 1]! & 0xf0) === from && (bytes[i + 2]! & 0xc0) === 0x80
}
