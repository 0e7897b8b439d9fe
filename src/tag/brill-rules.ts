/**
 * Rules and templates of the Brill tagger, as objects and as text that people read and write.
 *
 *   NN -> VB if tag[-1]=TO                  the tag before is TO
 *   IN -> RB if word[0]=as & word[2]=as     this word is "as", and so is the second one after it
 *   VBP -> VB if tag[-3..-1]=MD             one of the three tags before is MD
 *
 * A template is a rule without tags and values: `word[0] & word[2]`. Values with spaces, quotes or digits in front are
 * written as JSON strings.
 */
import { WordloomError } from '../core/errors.js'

/** A condition without its value: what is looked at, and at which places relative to the token. */
export interface BrillFeature {
  readonly feature: 'tag' | 'word'
  /** The first place, as in -3: three tokens before. */
  readonly from: number
  /** The last place; the same as `from` where one place is looked at. */
  readonly to: number
}

/** One of the places has the value. */
export interface BrillCondition extends BrillFeature {
  readonly value: string
}

/** Changes one tag to another where all conditions hold. */
export interface BrillRule {
  readonly from: string
  readonly to: string
  readonly conditions: readonly BrillCondition[]
  /** Errors that the rule repaired in training; 0 where it was not trained. */
  readonly fixed: number
  /** Right tags that it spoiled in training. */
  readonly broken: number
}

/** Farthest place that a condition may look at. */
export const MOST_OFFSET = 16
/** Conditions that a rule may have. */
export const MOST_CONDITIONS = 8

/** A template from its text, as in `word[0] & tag[-1]`. @throws RULE_INVALID */
export function parseBrillTemplate(text: string): BrillFeature[] {
  const reader = new Reader(text)
  const features = conditionsOf(reader, () => feature(reader))
  reader.end()
  return features
}

/** The text of a template. */
export function formatBrillTemplate(template: readonly BrillFeature[]): string {
  return template.map(place).join(' & ')
}

/**
 * A rule from its text; numbers in front (score, fixed, broken) are read where they are.
 *
 * @throws RULE_INVALID naming the column
 * @example
 * ```ts
 * import { formatBrillRule, parseBrillRule } from 'wordloom/tag'
 * const rule = parseBrillRule('57 60 3  NN -> VB if tag[-1]=TO')
 * console.log(rule.to, rule.fixed, rule.conditions[0].value, formatBrillRule(rule)) // VB 60 TO NN -> VB if tag[-1]=TO
 * ```
 */
export function parseBrillRule(text: string): BrillRule {
  const reader = new Reader(text)
  const [, fixed = 0, broken = 0] = reader.counts()
  const from = reader.value('a tag')
  reader.expect('->')
  const to = reader.value('a tag')
  reader.expect('if')
  const conditions = conditionsOf(reader, () => {
    const where = feature(reader)
    reader.expect('=')
    return { ...where, value: reader.value('a value') }
  })
  reader.end()
  return { from, to, conditions, fixed, broken }
}

/** The text of a rule, without numbers. */
export function formatBrillRule({ from, to, conditions }: BrillRule): string {
  const parts = conditions.map((condition) => `${place(condition)}=${written(condition.value)}`)
  return `${written(from)} -> ${written(to)} if ${parts.join(' & ')}`
}

function place({ feature, from, to }: BrillFeature): string {
  return `${feature}[${from === to ? from : `${from}..${to}`}]`
}

/** Whether a value can stand without quotes: what ends one, begins a number or means something else may not. */
function written(value: string): string {
  const bare = /^[^\s"&=\d-][^\s"&]*$/.test(value) && value !== 'if'
  return bare ? value : JSON.stringify(value)
}

function conditionsOf<T>(reader: Reader, next: () => T): T[] {
  const conditions = [next()]
  while (reader.take('&')) conditions.push(next())
  if (conditions.length > MOST_CONDITIONS) throw reader.fault(`at most ${MOST_CONDITIONS} conditions`)
  return conditions
}

function feature(reader: Reader): BrillFeature {
  const name = reader.take('word') ? 'word' : reader.take('tag') ? 'tag' : undefined
  if (name === undefined) throw reader.fault('word[...] or tag[...]')
  reader.expect('[')
  const from = reader.offset()
  const to = reader.take('..') ? reader.offset() : from
  reader.expect(']')
  if (to < from) throw reader.fault('a range from the first to the last place, such as -2..-1')
  return { feature: name, from, to }
}

/** Reads a line from left to right. */
class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Numbers at the front of the line. */
  counts(): number[] {
    const counts: number[] = []
    for (;;) {
      this.#space()
      const begin = this.#at
      if (this.#text[this.#at] === '-' && isDigit(this.#text[this.#at + 1])) this.#at++
      while (isDigit(this.#text[this.#at])) this.#at++
      if (this.#at === begin) return counts
      counts.push(Number(this.#text.slice(begin, this.#at)))
    }
  }

  /** Whether `mark` comes next; then it is read. */
  take(mark: string): boolean {
    this.#space()
    if (!this.#text.startsWith(mark, this.#at)) return false
    this.#at += mark.length
    return true
  }

  expect(mark: string): void {
    if (!this.take(mark)) throw this.fault(`'${mark}'`)
  }

  offset(): number {
    this.#space()
    const begin = this.#at
    if (this.#text[this.#at] === '-' || this.#text[this.#at] === '+') this.#at++
    const digits = this.#at
    while (isDigit(this.#text[this.#at])) this.#at++
    const offset = Number(this.#text.slice(begin, this.#at))
    if (this.#at > digits && Math.abs(offset) <= MOST_OFFSET) return offset
    this.#at = begin
    throw this.fault(`a place from -${MOST_OFFSET} to ${MOST_OFFSET}`)
  }

  /** A word or tag, bare or as a JSON string. */
  value(what: string): string {
    this.#space()
    const begin = this.#at
    const quoted = this.#text[begin] === '"'
    if (quoted) {
      this.#at++
      while (this.#at < this.#text.length && this.#text[this.#at] !== '"') {
        this.#at += this.#text[this.#at] === '\\' ? 2 : 1
      }
      this.#at++
    } else while (this.#at < this.#text.length && !/[\s"&]/.test(this.#text[this.#at]!)) this.#at++
    const raw = this.#text.slice(begin, this.#at)
    const value = quoted ? unquoted(raw) : raw
    if (value !== undefined && raw !== '') return value
    this.#at = begin
    throw this.fault(what)
  }

  end(): void {
    this.#space()
    if (this.#at < this.#text.length) throw this.fault("'&' or the end of the line")
  }

  fault(expected: string): WordloomError {
    const found = this.#text.slice(this.#at, this.#at + 20)
    return new WordloomError('RULE_INVALID', {
      message: `A rule of a Brill tagger has ${found === '' ? 'its end' : JSON.stringify(found)} at column ${this.#at + 1}, expected ${expected}: ${this.#text.slice(0, 200)}`,
      hint: 'Write rules as in: NN -> VB if tag[-1]=TO & word[0]=work',
      details: { column: this.#at + 1, expected },
    })
  }

  #space(): void {
    while (this.#at < this.#text.length && /\s/.test(this.#text[this.#at]!)) this.#at++
  }
}

function unquoted(raw: string): string | undefined {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9'
}
