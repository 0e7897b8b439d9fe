/**
 * GPT-2's byte alphabet: a letter for each byte, so that bytes can be written as text. Printable bytes of Latin-1
 * are their own letters; the other 68 take U+0100 and up, in order. The space is Ġ.
 *
 * @see Radford et al. 2019
 */

function makeAlphabet(): Uint16Array {
  const alphabet = new Uint16Array(256)
  let next = 0x100
  for (let byte = 0; byte < 256; byte++) {
    const own = (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae
    alphabet[byte] = own ? byte : next++
  }
  return alphabet
}

let alphabet: Uint16Array | undefined
let bytes: ReadonlyMap<number, number> | undefined

/** Shape (256,): the letter of each byte, a UTF-16 unit. */
export function byteAlphabet(): Uint16Array {
  alphabet ??= makeAlphabet()
  return alphabet
}

/** The bytes that a token of the byte alphabet stands for; undefined when it has another letter. */
export function bytesOfToken(token: string): number[] | undefined {
  bytes ??= new Map(Array.from(byteAlphabet(), (letter, byte) => [letter, byte]))
  const result: number[] = []
  for (let i = 0; i < token.length; i++) {
    const byte = bytes.get(token.charCodeAt(i))
    if (byte === undefined) return undefined
    result.push(byte)
  }
  return result
}
