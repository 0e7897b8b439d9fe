/**
 * Seeded random numbers: xoshiro128** with its state filled by splitmix32, the same sequence on every platform.
 *
 * State: four 32-bit words. Not for secrets.
 *
 * @see David Blackman, Sebastiano Vigna: Scrambled Linear Pseudorandom Number Generators. ACM TOMS 47(4), 2021.
 */

/** A seeded stream of random numbers. */
export class Random {
  readonly #state = new Uint32Array(4)

  /** `seed` is any integer; its low 32 bits count. */
  constructor(seed: number) {
    let z = seed >>> 0
    for (let i = 0; i < 4; i++) {
      z = (z + 0x9e3779b9) >>> 0
      let mixed = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
      this.#state[i] = mixed ^ (mixed >>> 15)
    }
  }

  /** An integer in [0, 2^32). */
  uint32(): number {
    const s = this.#state
    const scaled = Math.imul(s[1]!, 5)
    const result = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0
    const t = s[1]! << 9
    s[2] = s[2]! ^ s[0]!
    s[3] = s[3]! ^ s[1]!
    s[1] = s[1]! ^ s[2]!
    s[0] = s[0]! ^ s[3]!
    s[2] = s[2]! ^ t
    s[3] = (s[3]! << 11) | (s[3]! >>> 21)
    return result
  }

  /** A number in [0, 1) with 32 random bits. */
  float(): number {
    return this.uint32() / 4294967296
  }

  /** An integer in [0, limit), for limits up to 2^32. */
  below(limit: number): number {
    return Math.floor(this.float() * limit)
  }

  /** Shuffles in place (Fisher and Yates) and gives the same array back. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.below(i + 1)
      const held = items[i]!
      items[i] = items[j]!
      items[j] = held
    }
    return items
  }
}
