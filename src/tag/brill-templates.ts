/**
 * The sets of templates that Brill taggers are usually trained with.
 *
 * `brill24`: the 11 templates without words and the 13 with words of Brill 1995, sections 4.1 and 4.2. `fntbl37`: those
 * that the toolkit fnTBL takes for tags; its list has 37, of which two are the same.
 *
 * @see Eric Brill: Transformation-Based Error-Driven Learning and Natural Language Processing. Computational Linguistics
 *   21(4), 1995
 * @see Grace Ngai, Radu Florian: Transformation-Based Learning in the Fast Lane. NAACL 2001
 */

/** Names of the sets of templates. */
export type BrillTemplateSet = 'brill24' | 'fntbl37'

/** Sets of templates by their names, as text. */
export const BRILL_TEMPLATES: Readonly<Record<BrillTemplateSet, readonly string[]>> = {
  brill24: [
    'tag[-1]',
    'tag[1]',
    'tag[-2]',
    'tag[2]',
    'tag[-2..-1]',
    'tag[1..2]',
    'tag[-3..-1]',
    'tag[1..3]',
    'tag[-1] & tag[1]',
    'tag[-2] & tag[-1]',
    'tag[1] & tag[2]',
    'word[-1]',
    'word[1]',
    'word[-2]',
    'word[2]',
    'word[-2..-1]',
    'word[1..2]',
    'word[-1..0]',
    'word[0..1]',
    'word[0]',
    'word[-1] & tag[-1]',
    'word[1] & tag[1]',
    'word[0] & word[-1] & tag[-1]',
    'word[0] & word[1] & tag[1]',
  ],
  fntbl37: [
    'word[0] & word[1] & word[2]',
    'word[-1] & word[0] & word[1]',
    'word[0] & word[-1]',
    'word[0] & word[1]',
    'word[0] & word[2]',
    'word[0] & word[-2]',
    'word[1..2]',
    'word[-2..-1]',
    'word[1..3]',
    'word[-3..-1]',
    'word[0] & tag[2]',
    'word[0] & tag[-2]',
    'word[0] & tag[1]',
    'word[0] & tag[-1]',
    'word[0]',
    'word[-2]',
    'word[2]',
    'word[1]',
    'word[-1]',
    'tag[-1] & tag[1]',
    'tag[1] & tag[2]',
    'tag[-1] & tag[-2]',
    'tag[1]',
    'tag[-1]',
    'tag[-2]',
    'tag[2]',
    'tag[1..3]',
    'tag[1..2]',
    'tag[-3..-1]',
    'tag[-2..-1]',
    'tag[1] & word[0] & word[1]',
    'tag[1] & word[0] & word[-1]',
    'tag[-1] & word[-1] & word[0]',
    'tag[-1] & word[0] & word[1]',
    'tag[-2] & tag[-1]',
    'tag[1] & tag[2] & word[1]',
  ],
}
