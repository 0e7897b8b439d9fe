/**
 * Windows of a long text: it may be cut before a space that follows a visible character when no stage joins or
 * changes anything across such a place. Then the tokens of the windows are the tokens of the whole.
 */
import { isLetter } from './characters.js'
import type { Normalizer } from './normalizers.js'
import { type PreTokenizer, splitsBeforeSpaces } from './pre-tokenizers.js'

const WINDOW = 65_536

/** Whether the stages allow a text to be cut before spaces. */
export function cutsAnywhere(normalizers: readonly Normalizer[], steps: readonly PreTokenizer[]): boolean {
  const removes = normalizers.some((step) => step.removes)
  const space = normalizers.find((step) => step.space)?.space ?? ' '
  return (
    splitsBeforeSpaces(steps, space) &&
    normalizers.every(({ cut }) => cut === 'always' || (cut === 'kept' && !removes))
  )
}

/** Where the window from `from` ends: the last good place within 65536 units, or the first one after them. */
export function windowEnd(text: string, from: number, end: number): number {
  if (end - from <= WINDOW) return end
  for (let at = from + WINDOW; at > from; at--) if (canCut(text, at)) return at
  for (let at = from + WINDOW + 1; at < end; at++) if (canCut(text, at)) return at
  return end
}

function canCut(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x20) return false
  const before = text.charCodeAt(at - 1)
  return (before > 0x20 && before < 0x7f) || (before >= 0xc0 && isLetter(before))
}
