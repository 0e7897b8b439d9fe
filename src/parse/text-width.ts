/**
 * How wide a text is in a picture, without a font at hand: from the widths of Helvetica's glyphs, which Arial and
 * Liberation Sans share, and from rules of thumb for other scripts.
 *
 * Pictures centre every text on its place, so that a viewer with another font shows them a little tighter or looser.
 */
import { unicodeFacts } from '../text/unicode.js'

/** Widths of U+0020 to U+007E in hundredths of the font's size, as measured of Liberation Sans. */
const ASCII_WIDTHS = [
  ...[28, 28, 35, 56, 56, 89, 67, 19, 33, 33, 39, 58, 28, 33, 28, 28], // space to /
  ...[56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28, 58, 58, 58, 56], // 0 to ?
  ...[102, 67, 67, 72, 72, 67, 61, 78, 72, 28, 50, 67, 56, 83, 72, 78], // @ to O
  ...[67, 78, 72, 67, 61, 72, 67, 94, 67, 67, 61, 28, 28, 28, 47, 56], // P to _
  ...[33, 56, 56, 50, 56, 56, 28, 56, 56, 22, 22, 50, 22, 83, 56, 56], // ` to o
  ...[56, 56, 33, 50, 28, 56, 50, 72, 50, 50, 50, 33, 26, 33, 58], // p to ~
]
const WIDE = 100
const CAPITAL = 74
const OTHER = 62

/** Width of `text` in a sans-serif font of `size` pixels, in pixels. Linear time. */
export function textWidth(text: string, size: number): number {
  let hundredths = 0
  // Decomposed, an accented letter is its base and marks of no width.
  for (const character of text.normalize('NFD')) hundredths += glyphWidth(character.codePointAt(0)!)
  return (hundredths * size) / 100
}

function glyphWidth(point: number): number {
  const known = ASCII_WIDTHS[point - 0x20]
  if (known !== undefined) return known
  const { category, wide } = unicodeFacts(point)
  if (category === 'Mn' || category === 'Me' || category === 'Cc' || category === 'Cf') return 0
  if (point >= 0x1160 && point <= 0x11ff) return 0 // vowels and finals of a Hangul syllable, decomposed
  if (wide || category[0] === 'S' || point === 0x2014 || point === 0x2026) return WIDE
  if (category === 'Lu') return CAPITAL
  return category[0] === 'P' ? 40 : OTHER
}
