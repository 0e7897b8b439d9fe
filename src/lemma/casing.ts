/**
 * Letters as edit scripts see them: small and capital letters, and syllables taken apart.
 *
 * Edits are made on small letters, with Hangul syllables as single letters (jamo), so that one edit serves every
 * syllable that ends alike. The dotted and dotless i of Turkish are told from data (`turkic`); elsewhere İ becomes i,
 * not the two characters that Unicode's default mapping gives.
 *
 * @see The Unicode Standard, chapter 3.12 (Hangul), and SpecialCasing.txt (tr, az)
 */

/** How the letters of a word are written: no case, small, Capital, CAPITALS, miXed. */
export type Shape = 0 | 1 | 2 | 3 | 4

/** Maps letters to their small and capital forms. */
export interface Casing {
  /** Whether I and ı, İ and i are pairs. */
  readonly turkic: boolean
}

const SYLLABLE = /[\uac00-\ud7a3]/
const LOOSE = /[\u0300-\u036f\u1100-\u11ff]/
const JAMO = /[\u1100-\u11ff]/

/** `text` with letters and their marks composed (NFC), as treebanks write them. */
export function composed(text: string): string {
  return LOOSE.test(text) ? text.normalize('NFC') : text
}

/** `text` in small letters. */
export function lower(text: string, { turkic }: Casing): string {
  const own = turkic && text.includes('I') ? text.replaceAll('I', 'ı') : text
  return (own.includes('İ') ? own.replaceAll('İ', 'i') : own).toLowerCase()
}

/** `text` in capitals. */
export function upper(text: string, { turkic }: Casing): string {
  return (turkic ? text.replaceAll('i', 'İ') : text).toUpperCase()
}

/** `text` with a capital first letter and small ones behind it. */
export function capital(text: string, casing: Casing): string {
  const first = text.codePointAt(0)
  if (first === undefined) return text
  const cut = first > 0xffff ? 2 : 1
  return upper(text.slice(0, cut), casing) + lower(text.slice(cut), casing)
}

/** The shape of `text`, whose small form is `small`. */
export function shapeOf(text: string, small: string, casing: Casing): Shape {
  if (text === small) return upper(text, casing) === text ? 0 : 1
  if (text === capital(text, casing)) return 2
  return text === upper(text, casing) ? 3 : 4
}

/** `text` with Hangul syllables as single letters. */
export function apart(text: string): string {
  return SYLLABLE.test(text) ? text.normalize('NFD') : text
}

/** Whether there are letters of syllables in `text`. */
export function hasJamo(text: string): boolean {
  return JAMO.test(text)
}

/** The text that {@link apart} came from. */
export function together(text: string): string {
  return JAMO.test(text) ? text.normalize('NFC') : text
}
