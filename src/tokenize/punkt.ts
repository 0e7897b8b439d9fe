/**
 * Punkt: a sentence splitter that learns abbreviations, collocations and sentence starters of any language from
 * plain text, without gold boundaries.
 *
 * Every full stop is judged: no abbreviation and no initial means an end; behind an abbreviation or an ellipsis
 * the case of the next word and what is known of it decide; initials and numbers are abbreviations unless the
 * next word says otherwise. Knowledge is three sets of strings and a table of bits.
 *
 * @see Tibor Kiss, Jan Strunk: Unsupervised Multilingual Sentence Boundary Detection. Computational Linguistics
 * 32(4), 2006. https://doi.org/10.1162/coli.2006.32.4.485
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { type PackMeta, readPack, writePack } from '../text/pack.js'
import {
  DEFAULT_PUNKT_OPTIONS,
  type PunktKnowledge,
  type PunktOptions,
  SEEN,
  trainPunkt,
} from './punkt-train.js'
import { type PunktWord, punktWords } from './punkt-words.js'
import { sentencesAt } from './sentence-offsets.js'

const KIND = 'punkt'
const VERSION = 1

/** An unsupervised sentence splitter. */
export class Punkt {
  readonly #knowledge: PunktKnowledge
  readonly #meta: PackMeta

  private constructor(knowledge: PunktKnowledge, meta: PackMeta) {
    this.#knowledge = knowledge
    this.#meta = meta
  }

  /** Where the model comes from. */
  get meta(): PackMeta {
    return this.#meta
  }

  /** Words, in lower case and without their final full stop, that were found to be abbreviations. */
  get abbreviations(): ReadonlySet<string> {
    return this.#knowledge.abbreviations
  }

  /** Words that often begin sentences. */
  get starters(): ReadonlySet<string> {
    return this.#knowledge.starters
  }

  /** Pairs of words, joined by a space, that belong together across a full stop. */
  get collocations(): ReadonlySet<string> {
    return this.#knowledge.collocations
  }

  /**
   * Learns from plain texts of one language; no texts at all give a splitter that knows nothing but cases.
   *
   * Each text is read twice, about 2 million words/s; 100,000 words are enough for most abbreviations.
   *
   * @throws INPUT_NOT_STRING when a text is not a string
   * @throws OPTION_INVALID when an option is unknown or no positive number
   * @example
   * ```ts
   * import { Punkt, tokenize } from 'wordloom'
   * const text = 'Prof. Ada met Prof. Bell. Then Prof. Cole came. They talked, and Prof. Dunn left. '
   * const punkt = Punkt.train([text.repeat(5)])
   * console.log(punkt.abbreviations) // Set(1) { 'prof' }
   * console.log([...punkt.split(tokenize('So Prof. Ada sat. She read.')).sentences()].map(String))
   * // [ 'So Prof. Ada sat.', 'She read.' ]
   * ```
   */
  static train(texts: Iterable<string>, options: PunktOptions = {}): Punkt {
    requireOptions(
      options,
      Object.fromEntries(Object.keys(DEFAULT_PUNKT_OPTIONS).map((name) => [name, null])),
      'Punkt.train(texts, options)',
    )
    const full = { ...DEFAULT_PUNKT_OPTIONS, ...options }
    for (const [name, value] of Object.entries(full)) {
      if (typeof value === 'number' && value > 0) continue
      throw new WordloomError('OPTION_INVALID', {
        message: `Punkt.train: option ${name} is ${String(value)}, expected a number above 0.`,
        hint: `Leave it out for the paper's ${DEFAULT_PUNKT_OPTIONS[name as keyof PunktOptions]}.`,
        details: { option: name, value },
      })
    }
    const all = typeof texts === 'string' ? [texts] : [...texts]
    for (const text of all) requireString(text, 'Punkt.train(texts)')
    return new Punkt(trainPunkt(all, full), { options: full })
  }

  /**
   * A splitter from the bytes of {@link Punkt.save}.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): Punkt {
    const { meta, columns } = readPack(bytes, KIND, VERSION)
    const bits = columns.get('cases')?.values
    const { abbreviations, starters, collocations, types, ...rest } = meta
    if (
      bits instanceof Uint8Array &&
      isWords(abbreviations) &&
      isWords(starters) &&
      isWords(collocations) &&
      isWords(types) &&
      types.length === bits.length
    ) {
      const knowledge = {
        abbreviations: new Set(abbreviations),
        starters: new Set(starters),
        collocations: new Set(collocations),
        cases: new Map(types.map((type, i) => [type, bits[i]!])),
      }
      return new Punkt(knowledge, rest)
    }
    throw new WordloomError('PACK_MALFORMED', {
      message: 'The Punkt in the Pack lacks its lists of words, or they do not fit its table of cases.',
      hint: 'Give the bytes of a file that Punkt.save wrote.',
    })
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    const { abbreviations, starters, collocations, cases } = this.#knowledge
    const types = [...cases.keys()].sort()
    return writePack({
      kind: KIND,
      version: VERSION,
      meta: {
        ...this.#meta,
        ...meta,
        abbreviations: [...abbreviations].sort(),
        starters: [...starters].sort(),
        collocations: [...collocations].sort(),
        types,
      },
      columns: { cases: { values: Uint8Array.from(types, (type) => cases.get(type)!) } },
    })
  }

  /** Adds the column `sentence` to a Doc. Linear time; blank lines always end a sentence. */
  split(doc: Doc): Doc {
    return doc.with({ sentence: sentencesAt(doc, this.boundaries(doc.text)) })
  }

  /**
   * UTF-16 offsets at which sentences of `text` end, ascending, the end of the text not among them.
   *
   * @throws INPUT_NOT_STRING when `text` is not a string
   */
  boundaries(text: string): number[] {
    requireString(text, 'Punkt.boundaries(text)')
    const ends: number[] = []
    let previous: PunktWord | undefined
    for (const word of punktWords(text)) {
      if (previous !== undefined && (word.first || this.#ends(previous, word))) ends.push(previous.end)
      previous = word
    }
    return ends
  }

  /** Whether a sentence ends between two words. */
  #ends(word: PunktWord, next: PunktWord): boolean {
    if (word.inner) return false
    if (word.final) return true
    if (!word.stop && !word.ellipsis) return false
    const { abbreviations, starters, collocations } = this.#knowledge
    const number = word.type === '0'
    const abbreviation = abbreviations.has(word.type)
    if (!abbreviation && !word.ellipsis && !word.initial && !number) return true
    if (collocations.has(`${word.type} ${next.type}`)) return false
    const byCase = this.#byCase(next)
    if ((abbreviation || word.ellipsis) && !word.initial) {
      if (byCase !== undefined) return byCase
      return next.letter > 0 && starters.has(next.type)
    }
    // Initials and numbers (section 4.3): abbreviations, unless the next word is clearly a beginning.
    if (byCase === false) return false
    if (byCase === undefined && word.initial && next.letter > 0) {
      const seen = this.#knowledge.cases.get(next.type) ?? 0
      if ((seen & (SEEN.firstLower | SEEN.innerLower)) === 0) return false
    }
    return byCase ?? number
  }

  /** What the case of the next word says (section 4.2.1): true an end, false none, undefined nothing. */
  #byCase(next: PunktWord): boolean | undefined {
    const seen = this.#knowledge.cases.get(next.type) ?? 0
    if (next.letter > 0) {
      const lower = (seen & (SEEN.firstLower | SEEN.innerLower)) !== 0
      return lower && (seen & SEEN.innerUpper) === 0 ? true : undefined
    }
    if (next.letter < 0) {
      const upper = (seen & (SEEN.firstUpper | SEEN.innerUpper | SEEN.unsureUpper)) !== 0
      return upper || (seen & SEEN.firstLower) === 0 ? false : undefined
    }
    return undefined
  }
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string')
}
