/**
 * What Punkt learns from plain text: abbreviations, collocations across full stops, frequent sentence starters,
 * and in which positions words were seen with which case.
 *
 * All three tests are log-likelihood ratios. Abbreviations: does the full stop stick to the word (p = 0.99) or
 * come by chance, scaled by length, inner stops and sightings without a stop. Collocations and starters: do two
 * events go together more often than their frequencies say (Dunning 1993).
 *
 * @see Kiss & Strunk 2006, sections 3 and 4; Ted Dunning: Accurate Methods for the Statistics of Surprise and
 * Coincidence. Computational Linguistics 19(1), 1993.
 */
import { lazyPattern } from '../text/unicode.js'
import { type PunktWord, punktWords } from './punkt-words.js'

const letter = lazyPattern('\\p{L}')

/** Thresholds of Punkt's training; the paper's values are the defaults. */
export interface PunktOptions {
  /** Score from which a word is an abbreviation (section 4.1.5). */
  readonly abbreviation?: number
  /** Log-likelihood from which two words around a full stop belong together (section 4.2.2). */
  readonly collocation?: number
  /** Log-likelihood from which a word is a frequent sentence starter (section 4.2.3). */
  readonly starter?: number
}

/** The paper's thresholds. */
export const DEFAULT_PUNKT_OPTIONS: Readonly<Required<PunktOptions>> = {
  abbreviation: 0.3,
  collocation: 7.88,
  starter: 30,
}

/** Cases and positions a word was seen in: bits of the orthographic table. */
export const SEEN = { firstUpper: 1, firstLower: 2, innerUpper: 4, innerLower: 8, unsureUpper: 16 } as const

/** What Punkt knows after training. */
export interface PunktKnowledge {
  readonly abbreviations: ReadonlySet<string>
  /** Pairs, the two types joined by a space. */
  readonly collocations: ReadonlySet<string>
  readonly starters: ReadonlySet<string>
  /** Bits of {@link SEEN} for every type. */
  readonly cases: ReadonlyMap<string, number>
}

/** Dunning's ratio for "event b follows a more often than not a", 0 unless it does so more often. */
export function dunning(a: number, b: number, both: number, total: number): number {
  if (both * total <= a * b || a === 0 || total <= a) return 0
  const likelihood = (k: number, n: number, p: number) =>
    (k > 0 ? k * Math.log(p) : 0) + (n - k > 0 ? (n - k) * Math.log(1 - p) : 0)
  const p = b / total
  const p1 = both / a
  const p2 = (b - both) / (total - a)
  return (
    2 *
    (likelihood(both, a, p1) +
      likelihood(b - both, total - a, p2) -
      likelihood(both, a, p) -
      likelihood(b - both, total - a, p))
  )
}

/** The score of a word as an abbreviation (section 4.1): seen `stopped` times with a full stop, `bare` without. */
export function abbreviationScore(
  type: string,
  stopped: number,
  bare: number,
  stops: number,
  words: number,
): number {
  const chance = stops / words
  const seen = stopped + bare
  const byChance = stopped * Math.log(chance) + (seen - stopped) * Math.log(1 - chance)
  const sticking = stopped * Math.log(0.99) + (seen - stopped) * Math.log(0.01)
  let inner = 0
  for (const character of type) if (character === '.') inner++
  const length = [...type].length - inner
  return 2 * (sticking - byChance) * Math.exp(-length) * (inner + 1) * length ** -bare
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Learns from texts; each is read twice. */
export function trainPunkt(texts: readonly string[], options: Required<PunktOptions>): PunktKnowledge {
  const stopped = new Map<string, number>()
  const bare = new Map<string, number>()
  let words = 0
  let stops = 0
  for (const text of texts) {
    for (const word of punktWords(text)) {
      words++
      if (word.stop) stops++
      count(word.stop ? stopped : bare, word.type)
    }
  }
  const abbreviations = new Set<string>()
  for (const [type, seen] of stopped) {
    if (!hasLetter(type)) continue
    const score = abbreviationScore(type, seen, bare.get(type) ?? 0, stops, words)
    if (score >= options.abbreviation) abbreviations.add(type)
  }

  // Second reading: with abbreviations known, most sentence ends are too.
  const cases = new Map<string, number>()
  const pairs = new Map<string, number>()
  const afterBreak = new Map<string, number>()
  let breaks = 0
  for (const text of texts) {
    let previous: PunktWord | undefined
    for (const word of punktWords(text)) {
      if (word.first) previous = undefined
      const ended = previous === undefined || sureBreak(previous, abbreviations)
      const unsure =
        previous !== undefined && !ended && (previous.stop || previous.ellipsis || previous.initial)
      const { type } = word
      if (word.letter > 0) {
        mark(cases, type, ended ? SEEN.firstUpper : unsure ? SEEN.unsureUpper : SEEN.innerUpper)
      } else if (word.letter < 0) mark(cases, type, ended ? SEEN.firstLower : SEEN.innerLower)
      if (previous !== undefined) {
        if (previous.stop && collocates(previous, abbreviations)) count(pairs, `${previous.type} ${type}`)
        if (ended && !previous.initial && previous.type !== '0') {
          breaks++
          if (word.letter !== 0) count(afterBreak, type)
        }
      }
      previous = word
    }
  }
  const total = (type: string) => (stopped.get(type) ?? 0) + (bare.get(type) ?? 0)
  const starters = new Set<string>()
  for (const [type, together] of afterBreak) {
    if (total(type) >= together && dunning(breaks, total(type), together, words) >= options.starter) {
      starters.add(type)
    }
  }
  const collocations = new Set<string>()
  for (const [pair, together] of pairs) {
    const [left, right] = pair.split(' ') as [string, string]
    if (together < 2 || starters.has(right)) continue
    if (dunning(total(left), total(right), together, words) >= options.collocation) collocations.add(pair)
  }
  return { abbreviations, collocations, starters, cases }
}

function hasLetter(type: string): boolean {
  return letter().test(type)
}

function mark(cases: Map<string, number>, type: string, bit: number): void {
  cases.set(type, (cases.get(type) ?? 0) | bit)
}

/** A full stop after what is no abbreviation, initial or number, or a mark that always ends a sentence. */
function sureBreak(word: PunktWord, abbreviations: ReadonlySet<string>): boolean {
  if (word.inner) return false
  return word.final || (word.stop && !abbreviations.has(word.type) && !word.initial && word.type !== '0')
}

/** Only pairs around stops that may be no boundary are worth knowing: abbreviations, initials, numbers. */
function collocates(word: PunktWord, abbreviations: ReadonlySet<string>): boolean {
  return !word.final && !word.inner && (abbreviations.has(word.type) || word.initial || word.type === '0')
}
