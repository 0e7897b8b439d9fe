/** Checks of the options that the simple taggers share. */
import { WordloomError } from '../core/errors.js'
import type { DocTagger } from './simple-tagger.js'

/** @throws OPTION_INVALID when `value` is not a whole number (or, with `whole` false, a number) from `least` to `most` */
export function requireNumber(
  where: string,
  option: string,
  value: unknown,
  [least, most]: readonly [number, number],
  whole = true,
): asserts value is number {
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) {
    return
  }
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option ${option} is ${String(value)}, expected a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`,
    hint: 'Leave it out for the default.',
    details: { option, value },
  })
}

/** @throws OPTION_INVALID when `column` is no name that a column of tags may have */
export function requireColumn(where: string, column: unknown): asserts column is string {
  if (typeof column === 'string' && column !== '' && !['start', 'end', 'sentence'].includes(column)) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option column is ${JSON.stringify(column) ?? typeof column}, expected the name of a column of tags.`,
    hint: "Pass { column: 'xtag' }, or leave it out for 'tag'.",
    details: { option: 'column', value: column },
  })
}

/** @throws OPTION_INVALID when `tagger` is given and tags nothing */
export function requireTagger(
  where: string,
  option: string,
  tagger: unknown,
): asserts tagger is DocTagger | undefined {
  if (tagger === undefined) return
  if (typeof tagger === 'object' && tagger !== null && 'tag' in tagger && typeof tagger.tag === 'function')
    return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option ${option} is no tagger: it has no method tag(doc).`,
    hint: `Pass { ${option}: new DefaultTagger('NN') }.`,
    details: { option },
  })
}
