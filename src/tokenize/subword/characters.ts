/**
 * Questions about single characters that normalizers and added tokens ask, each answered once a character and
 * then remembered: most texts use a few hundred characters.
 */
import { type GENERAL_CATEGORIES, unicodeFacts } from '../../text/unicode.js'

/** A question about a code point that remembers its answers. */
export function remembered(ask: (point: number) => boolean): (point: number) => boolean {
  const answers = new Map<number, boolean>()
  return (point) => {
    let answer = answers.get(point)
    if (answer === undefined) {
      answer = ask(point)
      answers.set(point, answer)
    }
    return answer
  }
}

function category(point: number): (typeof GENERAL_CATEGORIES)[number] {
  return unicodeFacts(point).category
}

/** Mn, Mc or Me. */
export const isMark = remembered((point) => point >= 0x300 && category(point).startsWith('M'))

/** Mn. */
export const isNonspacingMark = remembered((point) => point >= 0x300 && category(point) === 'Mn')

/** Cc, Cf, Co and Cs. */
export const isControl = remembered((point) => ['Cc', 'Cf', 'Co', 'Cs'].includes(category(point)))

/** White_Space. */
export const isSpace = remembered((point) => unicodeFacts(point).whiteSpace)

/** Lu, Ll, Lt, Lm or Lo. */
export const isLetter = remembered((point) => category(point).startsWith('L'))

/** Letters, marks, decimal digits, letter numbers and connectors: what `\w` matches. */
export const isWordCharacter = remembered((point) => /^(L.|M.|Nd|Nl|Pc)$/.test(category(point)))

/** The ideographs that BERT puts spaces around. */
export function isIdeograph(point: number): boolean {
  return (
    (point >= 0x4e00 && point <= 0x9fff) ||
    (point >= 0x3400 && point <= 0x4dbf) ||
    (point >= 0x20000 && point <= 0x2a6df) ||
    (point >= 0x2a700 && point <= 0x2b73f) ||
    (point >= 0x2b740 && point <= 0x2b81f) ||
    (point >= 0x2b920 && point <= 0x2ceaf) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0x2f800 && point <= 0x2fa1f)
  )
}

/** UTF-16 units of a code point. */
export function unitsOf(point: number): number {
  return point > 0xffff ? 2 : 1
}
