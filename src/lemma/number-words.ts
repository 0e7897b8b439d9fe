/**
 * English numbers in words: hundreds, then thousands, millions and so on by the short scale; ordinals of them.
 *
 * Whole numbers are bigints inside, so that every digit is right; decimals are read from their digits.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { IRREGULAR_ORDINALS, SCALES, SMALL_NUMBERS, TENS } from './lang/en-numbers.js'
import type { Variety } from './verb-spelling.js'
import { once, rowsOf, wordsOf } from './word-list.js'

/** Options of {@link numberWords}. */
export interface NumberWordsOptions {
  /** `american` says two hundred five, `british` two hundred and five. */
  readonly variety?: Variety
}

/** What {@link numberWords} does when nothing is said: no `and`. */
export const DEFAULT_NUMBER_WORDS_OPTIONS = { variety: 'american' } as const satisfies NumberWordsOptions

/** Digits that a number in words may have before its point. */
const MAX_DIGITS = 66

const tables = once(() => ({
  small: wordsOf(SMALL_NUMBERS),
  tens: wordsOf(TENS),
  scales: wordsOf(SCALES),
  ordinals: new Map(rowsOf(IRREGULAR_ORDINALS).map(([cardinal, ordinal]) => [cardinal![0]!, ordinal![0]!])),
}))

/**
 * An English number in words: `numberWords(1234)` is one thousand two hundred thirty-four.
 *
 * Takes numbers, bigints and decimal numerals in strings (`'3.10'`, `'1,234'`), which keep every digit; up to 66 digits
 * before the point. Decimals are read digit by digit (three point one four), negative numbers begin with minus.
 *
 * @throws NUMBER_INVALID when `value` is no finite number, no decimal numeral, or has too many digits
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { numberWords } from 'wordloom/lemma'
 * console.log(numberWords(1234567))
 * // one million two hundred thirty-four thousand five hundred sixty-seven
 * console.log(numberWords(205, { variety: 'british' })) // two hundred and five
 * console.log(numberWords(-3.14)) // minus three point one four
 * ```
 */
export function numberWords(value: bigint | number | string, options: NumberWordsOptions = {}): string {
  requireOptions(options, { variety: ['american', 'british'] }, 'numberWords')
  const { variety = DEFAULT_NUMBER_WORDS_OPTIONS.variety } = options
  const { negative, whole, fraction } = decimal(value, 'numberWords')
  const { small } = tables()
  const digits =
    fraction === '' ? '' : ` point ${[...fraction].map((digit) => small[Number(digit)]!).join(' ')}`
  return (negative ? 'minus ' : '') + cardinal(whole, variety === 'british') + digits
}

/**
 * An English ordinal in words: `ordinalWords(21)` is twenty-first.
 *
 * @throws NUMBER_INVALID when `value` is no whole number, or has too many digits
 * @throws OPTION_INVALID when an option is unknown or out of range
 * @example
 * ```ts
 * import { ordinalWords } from 'wordloom/lemma'
 * console.log([1, 12, 20, 21, 100, 1005].map((n) => ordinalWords(n)).join(', '))
 * // first, twelfth, twentieth, twenty-first, one hundredth, one thousand fifth
 * ```
 */
export function ordinalWords(value: bigint | number | string, options: NumberWordsOptions = {}): string {
  requireOptions(options, { variety: ['american', 'british'] }, 'ordinalWords')
  const { variety = DEFAULT_NUMBER_WORDS_OPTIONS.variety } = options
  const { negative, whole } = wholeNumber(value, 'ordinalWords')
  const words = cardinal(whole, variety === 'british')
  const last = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1
  return (negative ? 'minus ' : '') + words.slice(0, last) + ordinalOf(words.slice(last))
}

/**
 * An English ordinal in figures: `ordinal(21)` is 21st.
 *
 * @throws NUMBER_INVALID when `value` is no whole number, or has too many digits
 * @example
 * ```ts
 * import { ordinal } from 'wordloom/lemma'
 * console.log([1, 2, 3, 4, 11, 12, 21, 112, 1003].map((n) => ordinal(n)).join(', '))
 * // 1st, 2nd, 3rd, 4th, 11th, 12th, 21st, 112th, 1003rd
 * ```
 */
export function ordinal(value: bigint | number | string): string {
  const { negative, whole } = wholeNumber(value, 'ordinal')
  const teen = whole % 100n >= 11n && whole % 100n <= 13n
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][Number(whole % 10n)] ?? 'th')
  return `${negative ? '-' : ''}${whole}${ending}`
}

/** Ordinal of one word of a number: one, twenty, million. */
export function ordinalOf(word: string): string {
  const irregular = tables().ordinals.get(word)
  if (irregular !== undefined) return irregular
  return word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`
}

function cardinal(whole: bigint, and: boolean): string {
  const { small, scales } = tables()
  if (whole < 20n) return small[Number(whole)]!
  const groups: string[] = []
  const digits = whole.toString()
  for (let end = digits.length, scale = 0; end > 0; end -= 3, scale++) {
    const group = Number(digits.slice(Math.max(0, end - 3), end))
    if (group === 0) continue
    // British English joins what is below a hundred to what is above: one thousand and five.
    const joined = and && scale === 0 && group < 100 && end > 3 ? 'and ' : ''
    groups.push(joined + hundreds(group, and) + (scale > 0 ? ` ${scales[scale - 1]!}` : ''))
  }
  return groups.reverse().join(' ')
}

function hundreds(group: number, and: boolean): string {
  const { small, tens } = tables()
  const below = group % 100
  const unit = below % 10
  const words =
    below < 20 ? small[below]! : tens[Math.floor(below / 10) - 2]! + (unit > 0 ? `-${small[unit]!}` : '')
  if (group < 100) return words
  const hundred = `${small[Math.floor(group / 100)]!} hundred`
  return below === 0 ? hundred : `${hundred} ${and ? 'and ' : ''}${words}`
}

interface Decimal {
  readonly negative: boolean
  readonly whole: bigint
  /** Digits after the point. */
  readonly fraction: string
}

function wholeNumber(value: bigint | number | string, where: string): Decimal {
  const number = decimal(value, where)
  if (/[^0]/.test(number.fraction)) throw invalid(value, where, 'a whole number')
  return number
}

function decimal(value: bigint | number | string, where: string): Decimal {
  const numeral =
    typeof value === 'string' ? value.trim() : typeof value === 'number' ? plain(value) : `${value}`
  const accepted = typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string'
  const parts = accepted ? NUMERAL.exec(numeral) : null
  const whole = (parts?.[2] ?? '').replaceAll(',', '')
  const fraction = parts?.[3] ?? ''
  if (!parts || (whole === '' && fraction === ''))
    throw invalid(value, where, 'a finite number or decimal numeral')
  const digits = whole.replace(/^0+/, '')
  if (digits.length > MAX_DIGITS) throw invalid(value, where, `at most ${MAX_DIGITS} digits before the point`)
  const zero = digits === '' && !/[1-9]/.test(fraction)
  return { negative: parts[1] !== '' && parts[1] !== '+' && !zero, whole: BigInt(digits || '0'), fraction }
}

const NUMERAL = /^([-+\u2212]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/

/** `value` without an exponent: 1e21, 1e-7. */
function plain(value: number): string {
  const [mantissa, exponent] = `${value}`.split('e')
  if (exponent === undefined) return mantissa!
  if (Number.isInteger(value)) return BigInt(value).toString()
  const sign = mantissa!.startsWith('-') ? '-' : ''
  const digits = mantissa!.replace('-', '').replace('.', '')
  return `${sign}0.${'0'.repeat(-Number(exponent) - 1)}${digits}`
}

function invalid(value: unknown, where: string, expected: string): WordloomError {
  const got =
    typeof value === 'string'
      ? JSON.stringify(value.slice(0, 80))
      : typeof value === 'object'
        ? 'an object'
        : String(value)
  return new WordloomError('NUMBER_INVALID', {
    message: `${where}: got ${got.slice(0, 120)}, expected ${expected}.`,
    hint: "Pass a number, a bigint, or digits in a string such as '1234.50'.",
    details: { value: typeof value === 'string' ? value.slice(0, 80) : value },
  })
}
