/**
 * More training text for sentence splitters, made from a treebank's own sentences: what treebanks of web text
 * have too little of, and what their one-line paragraphs cannot have at all.
 *
 * Line breaks (one sentence a line, hard-wrapped, lists of short lines), sentences with no space between them,
 * numbered and bulleted lists on one line, abbreviations at the end of sentences and inside them, sentences in
 * brackets and quotes inside others, omissions. Which words are put in is English; the rest is not.
 */
import { Random } from '../src/core/rng.js'

/** A paragraph as its sentences. */
export type Paragraph = readonly string[]

/** Collects a text and where its sentences end (UTF-16 offsets). */
export class TextBuilder {
  text = ''
  readonly ends: number[] = []

  /** Adds a paragraph; `separators` stands between its sentences, one for all or one each. */
  paragraph(sentences: readonly string[], separators: string | readonly string[] = ' '): void {
    if (this.text !== '') this.text += '\n\n'
    sentences.forEach((sentence, i) => {
      if (i > 0) this.text += typeof separators === 'string' ? separators : separators[i - 1]
      this.text += sentence
      this.ends.push(this.text.length)
    })
  }
}

const words = (text: string) => text.split(' ')
const AT_END = words(
  'U.S. U.S. E.U. U.K. p.m. a.m. P.M. Co. Inc. Corp. Ltd. Jr. Sr. etc. co. D.C. U.S.A. Ph.D. B.C. L.A.',
)
const PRONOUN_ENDS = ['and I.', 'than I.', 'or I.', 'am I.']
const BEFORE_NAMES = words(
  'U.S. U.S. U.S. E.U. U.K. U.N. Mr. Mrs. Ms. Dr. Prof. Mt. St. Gen. Sen. Rep. Gov. Lt. Col. Capt. Rev. J. E. I. A. S. M. I.',
)
const BETWEEN_NAMES = words('A. B. C. D. E. F. G. H. I. I. I. J. K. L. M. N. O. P. R. S. T. W. Jr.')
const BEFORE_NUMBERS = words('p. pp. No. no. vol. Vol. fig. Fig. N°. ch. sec. ca. approx.')
const BEFORE_SMALL = words(
  'Co. co. etc. p.m. a.m. U.S. st. St. Inc. Corp. vs. Jr. e.g. i.e. dept. ave. U.K. D.C. P.M.',
)
const TITLES = words('Mr. Mrs. Dr. Ms.')
const SURNAMES = words('Smith Jones Brown Miller Lee Powell Rice')
const SPEECH = ['she said', 'he said', 'they asked', 'said the man', 'he added']
const OMISSIONS = [' . . . ', ' . . . ', ' ... ', '... ', ' [...] ', ' … ', '...', ' (...) ']
const FULL_OMISSIONS = [' . . . .', '....', '. . . .', ' ....']
const GRAMMAR = new Set(
  words(
    'The A An I He She It We You They This That These Those In On At But And Or If When While What Who How Why Where Is Are Was Were Do Does Did My Our His Her Its Their There Here So As For From To By With No Not After Before Since Then Also However',
  ),
)
const SMALL = new Set(words('in on at for from to and near with of is was has by or but'))

const isName = (word: string) => /^[A-Z][a-z]+$/.test(word.replace(/[.,;:!?]+$/, '')) && !GRAMMAR.has(word)
const isSmall = (word: string | undefined) => word !== undefined && /^[a-z]+$/.test(word)
const bare = (sentence: string) => sentence.replace(/[.!?]+$/, '')

/** Writes variants of `paragraphs`; each kind is tried with probability `rate` a paragraph or sentence. */
export class Augmenter {
  readonly #random: Random
  readonly #paragraphs: readonly Paragraph[]
  readonly #sentences: readonly string[]
  readonly #out = new TextBuilder()

  constructor(paragraphs: readonly Paragraph[], seed: number) {
    this.#random = new Random(seed)
    this.#paragraphs = paragraphs
    this.#sentences = paragraphs.flat()
  }

  /** One reading of all paragraphs. */
  run(rate: number): TextBuilder {
    const now = (times = 1) => this.#random.float() < rate * times
    for (const paragraph of this.#paragraphs) {
      if (now(4)) this.#lines(paragraph)
      if (now()) this.#shortLines()
      if (now()) this.#out.paragraph(paragraph.map((sentence) => sentence.toLowerCase()))
      if (paragraph.length > 1 && now()) this.#glued(paragraph)
      if (now(2)) this.#list()
      paragraph.forEach((sentence, i) => {
        const next = paragraph.slice(i + 1, i + 2)
        if (next.length > 0 && now(0.6)) this.#abbreviationAtEnd(sentence, next[0]!)
        if (now(1.5)) this.#abbreviationsInside(sentence, next)
        if (now()) this.#timeFirst(sentence, next)
        if (now()) this.#nested(sentence, next)
        if (now()) this.#omissions(sentence, next)
      })
    }
    return this.#out
  }

  #chance(share: number): boolean {
    return this.#random.float() < share
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#random.below(items.length)]!
  }

  #lines(paragraph: Paragraph): void {
    const style = this.#random.below(4)
    if (style === 0) {
      this.#out.paragraph(paragraph, '\n')
      return
    }
    if (style === 1) {
      const separators = paragraph.map(() => this.#pick([' ', '\n', ' \n', '\r\n']))
      this.#out.paragraph(paragraph, separators)
      return
    }
    const width = 30 + this.#random.below(61)
    let column = 0
    const separators: string[] = []
    const wrapped = paragraph.map((sentence, i) => {
      let line = ''
      sentence.split(' ').forEach((word, k) => {
        const wraps = column > 0 && column + 1 + word.length > width
        column = wraps ? word.length : column + 1 + word.length
        if (k > 0) line += wraps ? '\n' : ' '
        else if (i > 0) separators.push(wraps ? '\n' : ' ')
        line += word
      })
      return line
    })
    this.#out.paragraph(wrapped, separators)
  }

  #shortLines(): void {
    const wanted = 2 + this.#random.below(4)
    const lines: string[] = []
    for (let k = 0; k < wanted * 6 && lines.length < wanted; k++) {
      const some = this.#pick(this.#sentences).split(' ')
      if (some.length <= 5) lines.push(bare(some.join(' ')))
      else if (this.#chance(1 / 3)) {
        const line = some.slice(1, 2 + this.#random.below(3)).join(' ')
        if (/[a-z]/i.test(line)) lines.push(line.replace(/[.,;:!?]+$/, '').toLowerCase())
      }
    }
    if (lines.length > 1) this.#out.paragraph(lines, '\n')
  }

  #glued(paragraph: Paragraph): void {
    const separators = paragraph
      .slice(1)
      .map((next, i) =>
        /[a-z0-9][.!?]+$/.test(paragraph[i]!) && /^[A-Z][a-z]/.test(next) && this.#chance(0.5) ? '' : ' ',
      )
    this.#out.paragraph(paragraph, separators)
  }

  #list(): void {
    const wanted = 2 + this.#random.below(4)
    const base = this.#random.below(this.#paragraphs.length)
    const items: string[] = []
    for (let k = 0; k < 40 && items.length < wanted; k++) {
      const item = this.#paragraphs[(base + k) % this.#paragraphs.length]!.find(
        (sentence) => sentence.split(' ').length <= 14 && /^[A-Z]/.test(sentence),
      )
      if (item !== undefined) items.push(item)
    }
    const style = this.#chance(1 / 3) ? 7 : this.#random.below(9)
    const from = this.#chance(1 / 3) ? 1 + this.#random.below(12) : 1
    const cut = this.#chance(0.6)
    const sentences = items.map((item, k) => {
      const letter = String.fromCharCode(97 + k)
      const n = from + k
      const marker = [
        `${n}.)`,
        `${n})`,
        `${n}.`,
        `(${n})`,
        `• ${n}.`,
        '•',
        `⁃${n}.`,
        `${letter}.`,
        `${letter})`,
      ][style]
      return `${marker} ${cut ? bare(item) : item}`
    })
    if (this.#chance(1 / 3)) sentences.unshift(this.#pick(this.#sentences))
    if (sentences.length > 1) this.#out.paragraph(sentences, this.#chance(2 / 3) ? ' ' : '\n')
  }

  #abbreviationAtEnd(sentence: string, next: string): void {
    const some = sentence.split(' ')
    if (some.length < 3 || !/[a-z]\.$/.test(sentence) || !/^[A-Z]/.test(next)) return
    some[some.length - 1] = this.#chance(0.1)
      ? this.#pick(PRONOUN_ENDS)
      : this.#chance(0.15)
        ? `at ${this.#time()}`
        : this.#pick(AT_END)
    this.#out.paragraph([some.join(' '), this.#chance(1 / 6) ? `${this.#pick(TITLES)} ${next}` : next])
  }

  #abbreviationsInside(sentence: string, next: readonly string[]): void {
    const some = sentence.split(' ')
    let changed = false
    for (let k = 1; k + 1 < some.length; k++) {
      const names = isName(some[k]!) && isName(some[k + 1]!)
      if (/^(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/.test(some[k + 1]!) && this.#chance(0.5)) {
        some[k] = `at ${this.#time()}`
        changed = true
        continue
      }
      if (names && this.#chance(0.25)) some.splice(++k, 0, this.#pick(BETWEEN_NAMES))
      else if (names && this.#chance(0.5)) some[k] = this.#pick(BEFORE_NAMES)
      else if (/^\d/.test(some[k + 1]!) && isSmall(some[k]) && this.#chance(0.5)) {
        some.splice(++k, 0, this.#pick(BEFORE_NUMBERS))
      } else if (isSmall(some[k]) && SMALL.has(some[k + 1]!) && this.#chance(0.2)) {
        some[k] = this.#pick(BEFORE_SMALL)
      } else continue
      changed = true
      k++
    }
    if (changed) this.#out.paragraph([some.join(' '), ...next])
  }

  #time(): string {
    return `${1 + this.#random.below(12)} ${this.#pick(['a.m.', 'p.m.', 'A.M.', 'P.M.'])}`
  }

  #timeFirst(sentence: string, next: readonly string[]): void {
    const [first, ...rest] = sentence.split(' ') as [string, ...string[]]
    if (!/^[A-Z][a-z]+$/.test(first) || !this.#chance(0.25)) return
    const time = `${this.#pick(['At', 'By', 'Around', 'Before', 'After'])} ${this.#time()}`
    const subject = GRAMMAR.has(first) ? `${this.#pick(TITLES)} ${this.#pick(SURNAMES)}` : first
    this.#out.paragraph([[time, subject, ...rest].join(' '), ...next])
  }

  #nested(sentence: string, next: readonly string[]): void {
    const some = sentence.split(' ')
    const inner = this.#pick(this.#sentences)
    if (some.length < 7 || inner.length >= 80 || !/^[A-Z].*[a-z][.!?]$/.test(inner)) return
    const k = 2 + this.#random.below(some.length - 4)
    if (!isSmall(some[k]) || !isSmall(some[k - 1])) return
    const left = some.slice(0, k).join(' ')
    const right = some.slice(k).join(' ')
    const made = [
      `${left} (${inner}) ${right}`,
      `${left}, "${inner}" ${right}`,
      `${left}, '${inner}' ${this.#pick(SPEECH)}.`,
      `${left}, “${inner}” ${this.#pick(SPEECH)}.`,
      `${left}: http://www.${some[k]}.com/${some[k - 1]}.html.`,
    ][this.#random.below(5)]!
    this.#out.paragraph([made, ...next])
  }

  #omissions(sentence: string, next: readonly string[]): void {
    if (this.#chance(0.25)) {
      const source = `(${this.#pick(SURNAMES)} ${1 + this.#random.below(200)})`
      this.#out.paragraph([`"${bare(sentence)} [...]" ${source}.`, ...next])
    }
    const dots = this.#pick(OMISSIONS)
    let changed = false
    let text = ''
    sentence.split(' ').forEach((word, k, all) => {
      const inside =
        k > 1 && /^(?:[a-z']+|I|I'm|I've|[A-Z][a-z]+)$/.test(word) && /^[a-z']+,?$/.test(all[k - 1]!)
      const omits = inside && this.#chance(1 / 6)
      if (k > 0) text += omits ? dots : ' '
      text += word
      changed ||= omits
    })
    if (/[a-z]\.$/.test(text) && this.#chance(1 / 3)) {
      text = text.slice(0, -1) + this.#pick(FULL_OMISSIONS)
      changed = true
    }
    if (changed) this.#out.paragraph([text, ...next.filter((sentence) => /^[A-Z]/.test(sentence))])
  }
}
