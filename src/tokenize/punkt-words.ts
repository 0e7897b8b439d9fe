/**
 * The words Punkt counts: runs between white space without the quotes, brackets and commas around them, with
 * their final full stop kept, because whether that stop belongs to the word is the question.
 *
 * One pass, linear. Every word tells whether marks that always end a sentence (`!`, `?` and their relatives)
 * follow it, and where a boundary after it would lie: after all closing marks.
 *
 * @see Tibor Kiss, Jan Strunk: Unsupervised Multilingual Sentence Boundary Detection. Computational Linguistics
 * 32(4), 2006, section 5. https://doi.org/10.1162/coli.2006.32.4.485
 */
import { isWhitespace, lazyPattern } from '../text/unicode.js'

/** One word of a text as Punkt sees it. */
export interface PunktWord {
  /** The word in lower case without its final full stop; numbers are all `0`. */
  readonly type: string
  /** Ends with exactly one full stop. */
  readonly stop: boolean
  /** Is an ellipsis: two or more full stops, or `…`. */
  readonly ellipsis: boolean
  /** Followed by a mark that always ends a sentence. */
  readonly final: boolean
  /** Followed by a comma, colon, semicolon or dash: the sentence goes on. */
  readonly inner: boolean
  /** First letter: 1 upper case, -1 lower case, 0 neither. */
  readonly letter: number
  /** A single letter, as in initials. */
  readonly initial: boolean
  /** An opening bracket or quote stands before it. */
  readonly opened: boolean
  /** First word of a paragraph. */
  readonly first: boolean
  /** UTF-16 offset after the word and the closing marks behind it. */
  readonly end: number
}

const anyLetter = lazyPattern('\\p{L}')
const digit = lazyPattern('^[+-]?[.,]?\\p{N}')
const OPENERS = '"\'`([{<“‘«„‚‹¿¡'
const CLOSERS = '"\'`)]}>”’»“‘«›*'
const FINALS = '!?！？。؟۔।॥։።⁇⁈⁉‼'
const INNER = ',;:、，；：،؛-–—'

/** All words of `text` in order. */
export function* punktWords(text: string): Generator<PunktWord> {
  let at = 0
  let first = true
  while (at < text.length) {
    let lines = 0
    while (at < text.length && isWhitespace(text.charCodeAt(at))) {
      if (text[at] === '\n') lines++
      at++
    }
    if (lines > 1) first = true
    let to = at
    while (to < text.length && !isWhitespace(text.charCodeAt(to))) to++
    if (to === at) return
    for (let from = at; from < to; ) {
      const word = nextWord(text, from, to, first)
      if (word === undefined) break
      yield word
      first = false
      from = word.end
    }
    at = to
  }
}

/** The word that begins at or after `from` in the run that ends at `to`. */
function nextWord(text: string, from: number, to: number, first: boolean): PunktWord | undefined {
  let begin = from
  while (begin < to && OPENERS.includes(text[begin]!)) begin++
  if (begin === to) return undefined
  let end = to
  // A run is cut after marks like ! and 。 inside it, which some scripts write without white space.
  for (let i = begin + 1; i < to; i++) {
    if (FINALS.includes(text[i - 1]!) && !FINALS.includes(text[i]!) && !CLOSERS.includes(text[i]!)) {
      end = i
      break
    }
  }
  let core = end
  let final = false
  let inner = false
  for (; core > begin; core--) {
    const mark = text[core - 1]!
    if (FINALS.includes(mark)) final = true
    else if (INNER.includes(mark)) inner = true
    else if (!CLOSERS.includes(mark)) break
  }
  let stops = 0
  while (core - stops > begin && text[core - stops - 1] === '.') stops++
  const ellipsis = stops > 1 || text[core - 1] === '…'
  let last = stops === 1 ? core - 1 : core
  // A full stop behind a bracket or quote belongs to no word: it ends the sentence.
  while (stops === 1 && last > begin && CLOSERS.includes(text[last - 1]!)) {
    last--
    final = true
  }
  const surface = text.slice(begin, last)
  const letter = surface.codePointAt(0) === undefined ? '' : String.fromCodePoint(surface.codePointAt(0)!)
  const isLetter = anyLetter().test(letter)
  const lower = surface.toLowerCase()
  return {
    type: digit().test(surface) ? '0' : lower,
    stop: stops === 1 && last === core - 1 && last > begin,
    ellipsis,
    final,
    inner,
    letter: !isLetter ? 0 : letter !== letter.toLowerCase() ? 1 : letter !== letter.toUpperCase() ? -1 : 0,
    initial: isLetter && letter.length === surface.length,
    opened: begin > from,
    first,
    end,
  }
}
