/**
 * Text as a terminal shows it: how many columns it takes, and without characters that steer the terminal.
 *
 * Columns are counted by grapheme cluster from the core's own tables: two where a character is wide (East_Asian_Width
 * W or F, emoji), none for marks and controls. What is ambiguous counts as narrow.
 *
 * @see Unicode Standard Annex #11, East Asian Width
 */
import { graphemes } from './boundaries.js'
import { lazyPattern, unicodeFacts } from './unicode.js'

const ASCII = /^[\x20-\x7e]*$/
const steering = lazyPattern('[\\p{Cc}\\u{200e}\\u{200f}\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}\\p{Cs}]', 'gu')
/** Keeps the emoji form of a character that has a text form too. */
const EMOJI_FORM = 0xfe0f

/** Columns that `text` takes in a terminal. Linear time. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const cluster of graphemes(text)) width += clusterWidth(cluster)
  return width
}

/** `text` with every character that steers a terminal shown as U+FFFD, and white space as single blanks. */
export function visibleText(text: string): string {
  if (ASCII.test(text)) return text
  return text.replace(/\s/gu, ' ').replace(steering(), '\u{fffd}')
}

/** `text` in at most `columns` columns (1 or more), with … where something is left out. */
export function fitted(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let kept = ''
  let used = 1
  for (const cluster of graphemes(text)) {
    used += clusterWidth(cluster)
    if (used > columns) break
    kept += cluster
  }
  return `${kept}…`
}

/** `text` followed by blanks, `columns` columns in all. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

function clusterWidth(cluster: string): number {
  let width = 0
  let pictograph = false
  for (const character of cluster) {
    const point = character.codePointAt(0)!
    if (point === EMOJI_FORM && width > 0) return 2
    const { category, wide, pictographic } = unicodeFacts(point)
    if (category[0] === 'C' && category !== 'Co' && category !== 'Cn') continue
    if (category === 'Mn' || category === 'Me') continue
    // An emoji of several people, or a flag of two letters, is one picture.
    if (pictograph && (pictographic || wide)) return 2
    pictograph ||= pictographic || (point >= 0x1f1e6 && point <= 0x1f1ff)
    if (width === 0) width = wide ? 2 : 1
    else if (category === 'Mc') width++
  }
  return width
}
