/**
 * English numbers in words read: a recursive descent without guesses over the words, in exact fractions.
 *
 * A number is a sign and a cardinal (hundreds times scales, falling), an ordinal, a fraction, or a mix of them:
 * two and a half million. Every rule reads on as far as it can, so the time is linear in the length of the text.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { type NumberForm, type NumberKind, type NumberToken, numberTokens } from './number-lexicon.js'

/** Options of {@link parseNumberWords}. */
export interface ParseNumberOptions {
  /** What is given back: a number, or a bigint, which takes whole numbers of any size. */
  readonly as?: 'bigint' | 'number'
}

/** What {@link parseNumberWords} does when nothing is said: it gives a number. */
export const DEFAULT_PARSE_NUMBER_OPTIONS = { as: 'number' } as const satisfies ParseNumberOptions

/** Numbers must be below 10 to this power. */
const MAX_DIGITS = 66

/**
 * The value of an English number in words, figures or both: `parseNumberWords('two hundred and five')` is 205.
 *
 * Reads cardinals and ordinals (twenty-first is 21), decimals (three point one four), negative numbers (minus five),
 * fractions (two thirds, one and a half million, half a dozen), dozens and scores, years (nineteen eighty-four), and
 * numerals (2.5 million, 21st). The whole text must be one number. Case does not matter, hyphens and commas part words.
 * Linear in the length of the text.
 *
 * @throws INPUT_NOT_STRING when `text` is no string
 * @throws NUMBER_WORDS_SYNTAX when the text is no number, with the place where it stops being one
 * @throws NUMBER_INVALID when the value does not fit: a whole number that is no safe integer where `as` is number, a
 * fraction where it is bigint, 67 digits or more
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { parseNumberWords } from 'wordloom/lemma'
 * console.log(parseNumberWords('two hundred and five'), parseNumberWords('Twenty-First')) // 205 21
 * console.log(parseNumberWords('minus three point one four'), parseNumberWords('two and a half million')) // -3.14 2500000
 * console.log(parseNumberWords('nine quintillion and one', { as: 'bigint' })) // 9000000000000000001n
 * ```
 */
export function parseNumberWords(text: string, options: { readonly as: 'bigint' }): bigint
export function parseNumberWords(text: string, options?: { readonly as?: 'number' }): number
export function parseNumberWords(text: string, options: ParseNumberOptions = {}): bigint | number {
  requireString(text, 'parseNumberWords(text)')
  requireOptions(options, { as: ['number', 'bigint'] }, 'parseNumberWords')
  const value = new NumberParser(text).parse()
  if (value.num >= LIMIT * value.den || -value.num >= LIMIT * value.den)
    throw unfit(text, `fewer than ${MAX_DIGITS + 1} digits`)
  return options.as === 'bigint' ? toBigInt(value, text) : toNumber(value, text)
}

const LIMIT = 10n ** BigInt(MAX_DIGITS)

interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

const whole = (num: bigint): Fraction => ({ num, den: 1n })
const plus = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.den + b.num * a.den,
  den: a.den * b.den,
})
const times = (a: Fraction, b: bigint): Fraction => ({ num: a.num * b, den: a.den })

/** What a cardinal came to, and the scale of its last part: 1000 in two thousand, 1 in two thousand and five. */
interface Cardinal {
  readonly value: Fraction
  readonly lastScale: bigint
}

class NumberParser {
  readonly #tokens: readonly NumberToken[]
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = numberTokens(text)
  }

  parse(): Fraction {
    const negative = this.#take('negative')
    if (!negative) this.#take('positive')
    const value = this.#number()
    if (this.#at < this.#tokens.length) throw this.#error('the end of the number')
    return negative ? times(value, -1n) : value
  }

  #number(): Fraction {
    const fraction = this.#fraction()
    if (fraction) return this.#times(fraction)
    const ordinal = this.#ordinal()
    if (ordinal !== null) return whole(ordinal)
    const cardinal = this.#cardinal()
    if (this.#is('point') && (!cardinal || cardinal.value.den === 1n))
      return this.#decimals(cardinal?.value.num ?? 0n)
    if (!cardinal) throw this.#error('a number')
    const mark = this.#at
    if (this.#take('and')) {
      const part = this.#fraction()
      if (part) {
        const scale = this.#scales()
        // Two million and a half is 2.5 million.
        const unit = scale === 1n && cardinal.lastScale >= 1000n ? cardinal.lastScale : 1n
        return times(plus(cardinal.value, times(part, unit)), scale)
      }
      this.#at = mark
    }
    return cardinal.value
  }

  /** 'half', 'a third', 'three quarters', 'two hundredths'; null, and nothing read, where no fraction stands. */
  #fraction(): Fraction | null {
    const mark = this.#at
    if (this.#is('half') || this.#is('quarter')) {
      const token = this.#tokens[this.#at]!
      if (token.form === 'ordinal') {
        this.#at++
        return { num: 1n, den: token.value }
      }
      return null
    }
    const article = this.#take('article')
    const counted = article ? { value: whole(1n), lastScale: 1n } : this.#cardinal()
    if (counted && counted.value.den === 1n) {
      const one = counted.value.num === 1n
      const den =
        this.#denominator(one ? 'ordinal' : 'denominator') ?? (one ? this.#denominator('denominator') : null)
      // 'One hundredth' goes on as 'one hundred' does, and is an ordinal; 'a hundredth' is a part.
      if (den !== null && den > 0n && (article || !this.#isOrdinalFrom(mark)))
        return { num: counted.value.num, den }
    }
    this.#at = mark
    return null
  }

  /** What parts are counted in: thirds, quarters, twenty-fifths. */
  #denominator(form: 'denominator' | 'ordinal'): bigint | null {
    const mark = this.#at
    const before =
      this.#is('tens') && this.#current()?.form === 'cardinal' ? this.#tokens[this.#at++]!.value : 0n
    const token = this.#current()
    if (
      token &&
      token.form === form &&
      token.kind !== 'numeral' &&
      (before === 0n || token.kind === 'small')
    ) {
      const value = before + token.value
      if (value > 2n || token.kind === 'half') {
        this.#at++
        return value
      }
    }
    this.#at = mark
    return null
  }

  /** Whether what was read since `mark` is an ordinal as well: one hundredth. */
  #isOrdinalFrom(mark: number): boolean {
    const end = this.#at
    this.#at = mark
    const ordinal = this.#ordinal() !== null && this.#at === end
    this.#at = end
    return ordinal
  }

  /** 'first', 'twenty-first', 'two hundredth'; null, and nothing read, where no ordinal stands. */
  #ordinal(): bigint | null {
    const mark = this.#at
    const last = this.#tokens.at(-1)
    if (last && last.form === 'ordinal' && last.kind !== 'half' && last.kind !== 'quarter') {
      const cardinal = this.#cardinal('ordinal')
      if (cardinal && this.#at === this.#tokens.length && cardinal.value.den === 1n) return cardinal.value.num
    }
    this.#at = mark
    return null
  }

  /** Parts by falling scales; with 'ordinal', the last word of the text is read as if it were a cardinal. */
  #cardinal(end: 'cardinal' | 'ordinal' = 'cardinal'): Cardinal | null {
    let value: Fraction | null = null
    let lastScale = 0n
    while (lastScale !== 1n) {
      const mark = this.#at
      if (value && !this.#is('and') && !this.#startsGroup(end)) break
      if (value) this.#take('and')
      const group = this.#group(end, value === null)
      if (group === null) {
        this.#at = mark
        break
      }
      const scale = this.#scales(end)
      const fits = value === null || (group.den === 1n && group.num > 0n && group.num * scale < lastScale)
      if (!fits || (value && this.#partFollows(group, end))) {
        this.#at = mark
        break
      }
      value = value ? plus(value, times(group, scale)) : times(group, scale)
      lastScale = scale
      if (value.num >= LIMIT * value.den) throw unfit(this.#text, `fewer than ${MAX_DIGITS + 1} digits`)
      if (value.den !== 1n || value.num === 0n) break
    }
    return value && { value, lastScale }
  }

  /** Whether the words just read are the numerator of a fraction: one hundred and two thirds. */
  #partFollows(numerator: Fraction, end: 'cardinal' | 'ordinal'): boolean {
    const mark = this.#at
    const one = numerator.num === 1n && end === 'cardinal'
    const part = this.#denominator('denominator') ?? (one ? this.#denominator('ordinal') : null)
    this.#at = mark
    return part !== null
  }

  #startsGroup(end: NumberForm): boolean {
    return (
      ['small', 'teen', 'tens', 'numeral'].some((kind) => this.#is(kind as NumberKind, end)) ||
      this.#is('article')
    )
  }

  /** What stands before a scale: up to 99 hundred, a year, a numeral, a decimal. */
  #group(end: 'cardinal' | 'ordinal', first: boolean): Fraction | null {
    if (this.#is('numeral', end)) {
      const { value, fraction } = this.#tokens[this.#at++]!
      const number =
        fraction === ''
          ? whole(value)
          : { num: BigInt(`${value}${fraction}`), den: 10n ** BigInt(fraction.length) }
      return this.#take('hundred', end)
        ? times(number, 100n)
        : this.#take('score')
          ? times(number, this.#previous().value)
          : number
    }
    const one = this.#take('article')
    if (one && !this.#is('hundred', end) && !this.#is('scale', end) && !this.#is('score')) {
      this.#at--
      return null
    }
    if (!one && first && this.#is('scale', end)) return whole(1n)
    const below =
      one || (first && (this.#is('hundred', end) || this.#is('score'))) ? 1n : this.#belowHundred(end)
    if (below === null) return null
    if (this.#take('hundred', end)) return whole(below * 100n + this.#rest(end))
    if (this.#take('score'))
      return whole(below * this.#previous().value + (this.#previous().value === 20n ? this.#rest(end) : 0n))
    return whole(below >= 10n && below <= 21n && first ? (this.#year(below, end) ?? below) : below)
  }

  /** What follows hundred: 'and five', 'five', or nothing. */
  #rest(end: 'cardinal' | 'ordinal'): bigint {
    const mark = this.#at
    this.#take('and')
    const below = this.#belowHundred(end)
    if (below !== null && below > 0n && !this.#partFollows(whole(below), end)) return below
    this.#at = mark
    return 0n
  }

  /** Nineteen eighty-four, twenty oh one. */
  #year(century: bigint, end: 'cardinal' | 'ordinal'): bigint | null {
    const mark = this.#at
    const oh = this.#take('oh')
    const below = this.#belowHundred(end)
    if (below !== null && (oh ? below > 0n && below < 10n : below >= 10n)) return century * 100n + below
    this.#at = mark
    return null
  }

  #belowHundred(end: 'cardinal' | 'ordinal'): bigint | null {
    if (this.#is('tens', end)) {
      const tens = this.#tokens[this.#at++]!
      const unit = this.#current()
      const joins = tens.form === 'cardinal' && unit && this.#is('small', end) && unit.value > 0n
      return joins ? tens.value + this.#tokens[this.#at++]!.value : tens.value
    }
    if (this.#is('small', end) || this.#is('teen', end)) return this.#tokens[this.#at++]!.value
    return null
  }

  /** What follows the point, and a scale: point five million. */
  #decimals(before: bigint): Fraction {
    this.#at++
    let digits = ''
    while (this.#is('small') || this.#is('oh')) digits += this.#tokens[this.#at++]!.value
    if (digits === '') throw this.#error('a digit after the point')
    if (digits.length > 1000) throw unfit(this.#text, 'at most 1000 digits after the point')
    const ten = 10n ** BigInt(digits.length)
    return times({ num: before * ten + BigInt(digits), den: ten }, this.#scales())
  }

  /** The product of the scales that stand here: thousand million. */
  #scales(end: 'cardinal' | 'ordinal' = 'cardinal'): bigint {
    let product = 1n
    while (this.#is('scale', end)) {
      product *= this.#tokens[this.#at++]!.value
      if (product >= LIMIT) throw unfit(this.#text, `fewer than ${MAX_DIGITS + 1} digits`)
    }
    return product
  }

  /** `fraction` of what follows: half a million, three quarters of a dozen. */
  #times(fraction: Fraction): Fraction {
    const mark = this.#at
    const of = this.#take('of')
    const article = this.#take('article')
    if (this.#take('hundred') || this.#take('score'))
      return times(fraction, this.#previous().value * this.#scales())
    const scale = this.#scales()
    if (scale === 1n) {
      this.#at = mark
      if (of || article) throw this.#error('the end of the number')
    }
    return times(fraction, scale)
  }

  #current(): NumberToken | undefined {
    return this.#tokens[this.#at]
  }

  #previous(): NumberToken {
    return this.#tokens[this.#at - 1]!
  }

  #is(kind: NumberKind, end: NumberForm = 'cardinal'): boolean {
    const token = this.#current()
    if (token?.kind !== kind) return false
    return (
      token.form === 'cardinal' ||
      (token.form === end && this.#at === this.#tokens.length - 1) ||
      kind === 'half' ||
      kind === 'quarter'
    )
  }

  #take(kind: NumberKind, end: NumberForm = 'cardinal'): boolean {
    if (!this.#is(kind, end)) return false
    this.#at++
    return true
  }

  #error(expected: string): WordloomError {
    const token = this.#current()
    const position = token?.start ?? this.#text.length
    const got = token ? `'${token.text.slice(0, 40)}'` : 'the end of the text'
    return new WordloomError('NUMBER_WORDS_SYNTAX', {
      message: `parseNumberWords: expected ${expected} at ${position}, got ${got}.`,
      hint: 'Pass one number and nothing else, such as two hundred and five.',
      details: { position, got: token?.text ?? '', expected },
    })
  }
}

function toBigInt({ num, den }: Fraction, text: string): bigint {
  if (num % den !== 0n) throw unfit(text, 'a whole number, as a bigint is')
  return num / den
}

function toNumber({ num, den }: Fraction, text: string): number {
  if (num % den === 0n) {
    const value = Number(num / den)
    if (!Number.isSafeInteger(value)) throw unfit(text, 'at most 9007199254740991, the largest safe integer')
    return value
  }
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  const small = (part: bigint) => part <= limit && part >= -limit
  if (small(num) && small(den)) return Number(num) / Number(den)
  // Far more digits than a number holds.
  const digits = `${(num * 10n ** 400n) / den}e-400`
  return Number(digits)
}

function unfit(text: string, expected: string): WordloomError {
  return new WordloomError('NUMBER_INVALID', {
    message: `parseNumberWords: '${text.length > 60 ? `${text.slice(0, 60)}…` : text}' is out of range, expected ${expected}.`,
    hint: "Whole numbers of up to 66 digits fit a bigint: parseNumberWords(text, { as: 'bigint' }).",
    details: { expected },
  })
}
