/**
 * Sentences by rules, for languages without a trained model: marks that end sentences in many scripts, with
 * lists of abbreviations where there are any.
 *
 * One pass over the text, linear. A mark ends a sentence together with the closing quotes and brackets behind
 * it; a Latin full stop does so only before white space and not before a small letter, after an abbreviation,
 * an initial, or a number that is an ordinal before a month. Blank lines always end a sentence.
 *
 * @see The Unicode Standard Annex #29, Sentence_Terminal; the rules here are fewer and know abbreviations
 */
import { isWhitespace, lazyPattern } from '../text/unicode.js'
import { SENTENCE_LANGUAGES, type SentenceLanguage } from './lang/sentence-languages.js'

const digit = lazyPattern('^\\p{Nd}$')
const oneLetter = lazyPattern('^\\p{L}$')
const shortNumber = lazyPattern('^\\p{Nd}{1,2}$')
const letter = lazyPattern('\\p{L}')
const smallLetter = lazyPattern('\\p{Ll}')

/** Marks that end a sentence wherever they stand: no white space is needed after them. */
const ALWAYS = '。！？｡．؟۔।॥။።፧፨։។៕᠃᠉꓿'
const CLOSERS = '"\'`)]}>”’»“‘」』）】》〉'
const OPENERS = '"\'`([{<“‘«„‚¿¡「『（【《〈'
const NONE: SentenceLanguage = { abbreviations: [], terminators: '', months: [] }

/** UTF-16 offsets at which sentences of `text` end, ascending; the end of the text is not among them. */
export function ruleBoundaries(text: string, lang: string): number[] {
  const base = lang.toLowerCase().split('-')[0]!
  const found = SENTENCE_LANGUAGES.get(base) ?? NONE
  const abbreviations = new Set(found.abbreviations)
  const months = new Set(found.months)
  const ends: number[] = []
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '\n' || character === '\r' || character === '\u2029') {
      i = endOfLines(text, i, ends) - 1
      continue
    }
    const always = ALWAYS.includes(character)
    const spaced = character === '!' || character === '?' || found.terminators.includes(character)
    const dots = character === '.' || character === '…'
    if (!always && !spaced && !dots) continue
    let end = i + 1
    while (end < text.length && isMark(text[end]!, found)) end++
    const marks = end - i
    const closed = end
    while (end < text.length && CLOSERS.includes(text[end]!)) end++
    const glued = end < text.length && !isWhitespace(text.charCodeAt(end))
    if (glued && (!always || end > closed)) {
      i = closed - 1
      continue
    }
    if (character === '．' && isDigit(text, i - 1) && isDigit(text, i + 1)) continue
    const stop = character === '.' && marks === 1
    if (
      !(stop && insideSentence(text, i, abbreviations, months, end)) &&
      !smallLetterFollows(text, end, always)
    ) {
      ends.push(end)
    }
    i = end - 1
  }
  if (ends.at(-1) === text.length) ends.pop()
  return ends
}

function isMark(character: string, { terminators }: SentenceLanguage): boolean {
  return '.!?…'.includes(character) || ALWAYS.includes(character) || terminators.includes(character)
}

function isDigit(text: string, at: number): boolean {
  return digit().test(text[at] ?? '')
}

/** Passes white space from a line end on; notes a boundary if it holds a blank line. */
function endOfLines(text: string, from: number, ends: number[]): number {
  let lines = 0
  let at = from
  for (; at < text.length && isWhitespace(text.charCodeAt(at)); at++) {
    const character = text[at]!
    if (character === '\u2029') lines += 2
    else if (character === '\n' ? text[at - 1] !== '\r' : character === '\r') lines++
  }
  if (lines > 1 && from > (ends.at(-1) ?? 0)) ends.push(from)
  return at
}

/** Whether the full stop at `at` belongs to an abbreviation, an initial or a date. */
function insideSentence(
  text: string,
  at: number,
  abbreviations: ReadonlySet<string>,
  months: ReadonlySet<string>,
  end: number,
): boolean {
  let begin = at
  while (begin > 0 && at - begin < 24 && !isWhitespace(text.charCodeAt(begin - 1))) begin--
  while (begin < at && OPENERS.includes(text[begin]!)) begin++
  const word = text.slice(begin, at).toLowerCase()
  if (abbreviations.has(word)) return true
  if (oneLetter().test(word)) return true
  if (!shortNumber().test(word)) return false
  let next = end
  while (next < text.length && isWhitespace(text.charCodeAt(next))) next++
  let last = next
  while (last < text.length && last - next < 16 && letter().test(text[last]!)) last++
  return months.has(text.slice(next, last).toLowerCase())
}

/** Whether the next word begins with a small letter: then a Latin mark has not ended the sentence. */
function smallLetterFollows(text: string, end: number, always: boolean): boolean {
  if (always) return false
  let next = end
  while (next < text.length && isWhitespace(text.charCodeAt(next))) next++
  while (next < text.length && next - end < 64 && OPENERS.includes(text[next]!)) next++
  return next < text.length && smallLetter().test(String.fromCodePoint(text.codePointAt(next)!))
}
