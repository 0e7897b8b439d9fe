/**
 * Hashes of features: 32 bits, the same on every platform, so that a model works wherever it is loaded.
 *
 * @see Austin Appleby: MurmurHash3 (2011), whose finishing steps `mix` follows; FNV-1a for the units of a text
 */

/** `hash` with `value` mixed in. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** `hash` with units `from` to `to` of `text` mixed in, first to last. */
export function mixText(hash: number, text: string, from = 0, to = text.length): number {
  let mixed = hash
  for (let i = from; i < to; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193)
  return mixed ^ (mixed >>> 15)
}
