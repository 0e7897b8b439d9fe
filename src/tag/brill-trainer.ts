/**
 * Training of Brill rules: again and again the rule that repairs most, net of what it spoils.
 *
 * A predicate is a template with its values and the tag that is changed; a rule is a predicate and the new tag. `good`
 * of a rule is how many wrong tags it repairs, `right` of a predicate how many right ones it spoils, whatever the new tag.
 * Both are kept up to date where tags change, by taking away what the places around contributed and adding it again, so
 * that a step costs what it changes. `right` is counted when a rule first comes to the front of the queue; until then its
 * score is at most `good`.
 *
 * @see Brill 1995, section 3; Ngai and Florian 2001, whose counts these are, and whose index this one replaces
 */
import type { Pause } from '../text/pause.js'
import type { BrillCorpus } from './brill-corpus.js'
import { NO_GOLD } from './brill-examples.js'
import { BrillQueue } from './brill-queue.js'
import { TupleTable } from './tuple-table.js'

/** When training ends. */
export interface BrillLimits {
  readonly maxRules: number
  readonly minScore: number
  readonly minAccuracy: number
}

/** A rule by numbers: template, tag, values; new tag; what it repaired and spoiled. */
export interface BrillChoice {
  readonly predicate: Int32Array
  readonly to: number
  readonly fixed: number
  readonly broken: number
}

const UNKNOWN = -1
const NONE = -1

/** Learns rules from a corpus, whose tags it changes. */
export class BrillTrainer {
  readonly #corpus: BrillCorpus
  readonly #limits: BrillLimits
  readonly #predicates: TupleTable
  readonly #right: number[] = []
  /** The newest rule of each predicate, and the one before each rule. */
  readonly #newest: number[] = []
  readonly #older: number[] = []
  readonly #rules = new TupleTable(2)
  readonly #good: number[] = []
  readonly #queue: BrillQueue
  readonly #all: readonly number[]
  readonly #withTags: readonly number[]
  /** Farthest places before and after that conditions on tags look at. */
  readonly #reach: readonly [before: number, after: number]
  readonly #pair = new Int32Array(2)
  #queued = false

  constructor(corpus: BrillCorpus, limits: BrillLimits) {
    this.#corpus = corpus
    this.#limits = limits
    this.#predicates = new TupleTable(corpus.width, 1 << 16)
    this.#queue = new BrillQueue((one, other) => this.#before(one, other))
    this.#all = corpus.templates.map((_, t) => t)
    this.#withTags = this.#all.filter((t) => corpus.templates[t]!.some(({ tag }) => tag))
    const looks = corpus.templates.flat().filter(({ tag }) => tag)
    this.#reach = [Math.max(0, ...looks.map(({ from }) => -from)), Math.max(0, ...looks.map(({ to }) => to))]
  }

  /** The rules in the order in which they are to be applied. */
  async train(pause: Pause): Promise<BrillChoice[]> {
    const { tags, gold } = this.#corpus
    for (let place = 0; place < tags.length; place++) {
      if (tags[place] !== gold[place]) this.#count(place, this.#all, 1)
    }
    for (let rule = 0; rule < this.#good.length; rule++) this.#enqueue(rule)
    this.#queued = true
    const { maxRules } = this.#limits
    const chosen: BrillChoice[] = []
    while (chosen.length < maxRules) {
      const rule = this.#queue.pop((candidate) => this.#score(candidate))
      if (rule < 0) break
      chosen.push(this.#apply(rule))
      await pause(chosen.length / maxRules)
    }
    return chosen
  }

  /** What a rule is worth now; 0 where it is worth too little. */
  #score(rule: number): number {
    const good = this.#good[rule]!
    const { minScore, minAccuracy } = this.#limits
    if (good < minScore) return 0
    const predicate = this.#rules.at(rule, 0)
    if (this.#right[predicate] === UNKNOWN) this.#right[predicate] = this.#countRight(predicate)
    const right = this.#right[predicate]!
    return good - right >= minScore && good >= minAccuracy * (good + right) ? good - right : 0
  }

  #countRight(predicate: number): number {
    const { tags, gold } = this.#corpus
    let right = 0
    this.#corpus.matches(this.#tuple(predicate), (place) => {
      if (tags[place] === gold[place]) right++
    })
    return right
  }

  /** Applies a rule to the corpus: at all places at once, as a tagger does. */
  #apply(rule: number): BrillChoice {
    const corpus = this.#corpus
    const predicate = this.#tuple(this.#rules.at(rule, 0))
    const to = this.#rules.at(rule, 1)
    const choice = {
      predicate,
      to,
      fixed: this.#good[rule]!,
      broken: this.#right[this.#rules.at(rule, 0)]!,
    }
    const changed: number[] = []
    corpus.matches(predicate, (place) => changed.push(place))
    changed.sort((one, other) => one - other)
    const around = this.#around(changed)
    for (const place of changed) this.#count(place, this.#all, -1)
    for (const place of around) this.#count(place, this.#withTags, -1)
    for (const place of changed) corpus.retag(place, to)
    for (const place of changed) this.#count(place, this.#all, 1)
    for (const place of around) this.#count(place, this.#withTags, 1)
    return choice
  }

  /** Places whose conditions look at one of the `changed`, which are sorted, and that are not changed themselves. */
  #around(changed: readonly number[]): number[] {
    const { first, end } = this.#corpus
    const [before, after] = this.#reach
    const around: number[] = []
    let next = 0 // the first place that has not been looked at
    let at = 0 // the first of the changed that is not before the place
    for (const place of changed) {
      const from = Math.max(next, place - after, first[place]!)
      const to = Math.min(place + before, end[place]! - 1)
      for (let p = from; p <= to; p++) {
        while (at < changed.length && changed[at]! < p) at++
        if (changed[at] !== p) around.push(p)
      }
      next = Math.max(next, to + 1)
    }
    return around
  }

  /** Adds what a place says of the predicates of some templates, or takes it away. */
  #count(place: number, templates: readonly number[], by: 1 | -1): void {
    const corpus = this.#corpus
    const gold = corpus.gold[place]!
    if (gold === NO_GOLD) return
    const isRight = corpus.tags[place] === gold
    for (const template of templates) {
      const count = corpus.predicates(template, place)
      for (let p = 0; p < count; p++) {
        if (isRight) this.#countAsRight(corpus.made(p), by)
        else this.#countAsWrong(corpus.made(p), gold, by)
      }
    }
  }

  #countAsRight(tuple: Int32Array, by: 1 | -1): void {
    const predicate = this.#predicates.find(tuple)
    if (predicate < 0 || this.#right[predicate] === UNKNOWN) return
    this.#right[predicate]! += by
    if (by > 0) return
    // Its rules have become better.
    for (let rule = this.#newest[predicate]!; rule !== NONE; rule = this.#older[rule]!) this.#enqueue(rule)
  }

  #countAsWrong(tuple: Int32Array, gold: number, by: 1 | -1): void {
    const predicate = this.#predicates.add(tuple)
    if (predicate === this.#right.length) {
      this.#right.push(UNKNOWN)
      this.#newest.push(NONE)
    }
    this.#pair[0] = predicate
    this.#pair[1] = gold
    const rule = this.#rules.add(this.#pair)
    if (rule === this.#good.length) {
      this.#good.push(0)
      this.#older.push(this.#newest[predicate]!)
      this.#newest[predicate] = rule
    }
    this.#good[rule]! += by
    if (by > 0 && this.#queued) this.#enqueue(rule)
  }

  /** Puts a rule in the queue under the most that it can be worth. */
  #enqueue(rule: number): void {
    const right = this.#right[this.#rules.at(rule, 0)]!
    const most = this.#good[rule]! - (right === UNKNOWN ? 0 : right)
    if (most >= this.#limits.minScore) this.#queue.push(rule, most)
  }

  #tuple(predicate: number): Int32Array {
    const { width } = this.#predicates
    return this.#predicates.cells.slice(predicate * width, (predicate + 1) * width)
  }

  /** The order of rules of one score: template, tag, values, new tag; words and tags in the order of strings. */
  #before(one: number, other: number): boolean {
    const [a, b] = [this.#rules.at(one, 0), this.#rules.at(other, 0)]
    for (let k = 0; k < this.#predicates.width; k++) {
      const difference = this.#predicates.at(a, k) - this.#predicates.at(b, k)
      if (difference !== 0) return difference < 0
    }
    return this.#rules.at(one, 1) < this.#rules.at(other, 1)
  }
}
