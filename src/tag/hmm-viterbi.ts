/**
 * The most probable sequence of tags of a sentence (Viterbi 1967) over pairs of neighbouring tags, with a beam: pairs
 * that are less probable than the best one of their place by a factor are not followed.
 *
 * Layout: at each place the states are [candidate of the place before][candidate of the place]; `back` holds for each
 * the candidate two places before, all places one behind the other.
 */
import type { Candidates } from './hmm-model.js'
import type { HmmTransitions } from './hmm-transitions.js'

const NEVER = Number.NEGATIVE_INFINITY

/** Finds best sequences; one for a Doc, whose memory it keeps. */
export class Viterbi {
  readonly #transitions: HmmTransitions
  readonly #edge: Candidates
  readonly #width: number
  #scores = new Float64Array(64)
  #next = new Float64Array(64)
  #back = new Uint16Array(1024)
  #offsets = new Uint32Array(64)

  /** `width`: the logarithm of the beam. */
  constructor(transitions: HmmTransitions, width: number) {
    this.#transitions = transitions
    this.#edge = { tags: Int32Array.of(transitions.edge), scores: Float64Array.of(0) }
    this.#width = width
  }

  /** Writes the tags of tokens `from` to `to` to `tags`. */
  tag(candidatesOf: (i: number) => Candidates, from: number, to: number, tags: Uint32Array): void {
    const { edge } = this.#transitions
    if (this.#offsets.length <= to - from) this.#offsets = new Uint32Array(2 * (to - from))
    let two = this.#edge
    let one = this.#edge
    this.#scores[0] = 0
    let reached = 0
    for (let i = from; i < to; i++) {
      const three = candidatesOf(i)
      const states = two.tags.length * three.tags.length
      this.#reserve(states, reached)
      this.#offsets[i - from] = reached
      this.#step(one, two, three, reached)
      reached += states
      one = two
      two = three
    }
    if (to === from) return
    // The end of the sentence, then backwards.
    let best = NEVER
    let a = 0
    let b = 0
    for (let j = 0; j < one.tags.length; j++) {
      for (let k = 0; k < two.tags.length; k++) {
        const before = this.#scores[j * two.tags.length + k]!
        if (before === NEVER) continue
        const score = before + this.#transitions.score(one.tags[j]!, two.tags[k]!, edge)
        if (score <= best) continue
        best = score
        a = j
        b = k
      }
    }
    for (let i = to - 1; i >= from; i--) {
      const { tags: choices } = candidatesOf(i)
      tags[i] = choices[b]!
      const before = this.#back[this.#offsets[i - from]! + a * choices.length + b]!
      b = a
      a = before
    }
  }

  #step(one: Candidates, two: Candidates, three: Candidates, reached: number): void {
    const [nOne, nTwo, nThree] = [one.tags.length, two.tags.length, three.tags.length]
    const transitions = this.#transitions
    const scores = this.#scores
    const next = this.#next.fill(NEVER, 0, nTwo * nThree)
    const back = this.#back
    let best = NEVER
    for (let s = 0; s < nOne * nTwo; s++) if (scores[s]! > best) best = scores[s]!
    const least = best - this.#width
    for (let j = 0; j < nOne; j++) {
      for (let k = 0; k < nTwo; k++) {
        const score = scores[j * nTwo + k]!
        if (score < least) continue
        for (let l = 0; l < nThree; l++) {
          const sum = score + transitions.score(one.tags[j]!, two.tags[k]!, three.tags[l]!) + three.scores[l]!
          if (sum <= next[k * nThree + l]!) continue
          next[k * nThree + l] = sum
          back[reached + k * nThree + l] = j
        }
      }
    }
    this.#next = scores
    this.#scores = next
  }

  #reserve(states: number, reached: number): void {
    if (this.#next.length < states) {
      const scores = new Float64Array(2 * states)
      scores.set(this.#scores.subarray(0, scores.length))
      this.#scores = scores
      this.#next = new Float64Array(2 * states)
    }
    if (this.#back.length < reached + states) {
      const back = new Uint16Array(2 * (reached + states))
      back.set(this.#back)
      this.#back = back
    }
  }
}
