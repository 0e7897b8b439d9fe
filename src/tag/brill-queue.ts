/**
 * A queue of rules, the best first: highest score, then the order that `before` tells. A binary heap whose entries are
 * brought up to date when they come to the front: a rule stands under the highest score that it has had since.
 */

/** Rules by score. */
export class BrillQueue {
  readonly #before: (one: number, other: number) => boolean
  readonly #scores: number[] = []
  readonly #rules: number[] = []
  /** The score under which each rule stands; 0 where it does not. Scores are above 0. */
  readonly #standing: number[] = []

  /** `before`: whether a rule comes before another one of the same score. */
  constructor(before: (one: number, other: number) => boolean) {
    this.#before = before
  }

  /** Puts a rule in its place, unless it stands under as high a score already. */
  push(rule: number, score: number): void {
    if (score <= (this.#standing[rule] ?? 0)) return
    this.#standing[rule] = score
    let at = this.#rules.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#less(score, rule, this.#scores[parent]!, this.#rules[parent]!)) break
      this.#scores[at] = this.#scores[parent]!
      this.#rules[at] = this.#rules[parent]!
      at = parent
    }
    this.#scores[at] = score
    this.#rules[at] = rule
  }

  /**
   * Takes the best rule; `scoreOf` gives the score that a rule has now, 0 where it may not be used. -1 where none is
   * left.
   */
  pop(scoreOf: (rule: number) => number): number {
    while (this.#rules.length > 0) {
      const rule = this.#rules[0]!
      const score = this.#scores[0]!
      this.#removeFirst()
      if (this.#standing[rule] !== score) continue // stands elsewhere
      this.#standing[rule] = 0
      const now = scoreOf(rule)
      if (now === score) return rule
      if (now > 0) this.push(rule, now)
    }
    return -1
  }

  #removeFirst(): void {
    const score = this.#scores.pop()!
    const rule = this.#rules.pop()!
    const size = this.#rules.length
    if (size === 0) return
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      const next = child + 1
      if (
        next < size &&
        this.#less(this.#scores[next]!, this.#rules[next]!, this.#scores[child]!, this.#rules[child]!)
      ) {
        child = next
      }
      if (!this.#less(this.#scores[child]!, this.#rules[child]!, score, rule)) break
      this.#scores[at] = this.#scores[child]!
      this.#rules[at] = this.#rules[child]!
      at = child
    }
    this.#scores[at] = score
    this.#rules[at] = rule
  }

  #less(score: number, rule: number, otherScore: number, other: number): boolean {
    return score !== otherScore ? score > otherScore : this.#before(rule, other)
  }
}
