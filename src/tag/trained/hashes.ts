/**
 * Hashes of forms and of what they are made of: 32 bits, the same on every platform, so that a model works wherever
 * it is loaded. 0 means "has none", and no hash is 0.
 *
 * @see Austin Appleby: MurmurHash3 (2011), whose finishing steps `finish` follows; FNV-1a for the units of a text
 */

/** `hash` well mixed, unsigned and not 0. */
export function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  mixed = (mixed ^ (mixed >>> 16)) >>> 0
  return mixed === 0 ? 1 : mixed
}

/** The hash of units `from` to `to` of `text`, begun with `seed`. */
export function hashText(seed: number, text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finish(hash ^ (to - from))
}

/** The hash of two numbers. */
export function hashPair(a: number, b: number): number {
  return finish(Math.imul(a, 0x9e3779b1) ^ Math.imul(b ^ 0x5bd1e995, 0x27d4eb2f))
}
