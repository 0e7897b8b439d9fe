/**
 * CISTEM: German with few rules, chosen by how well they agree with groups of words that people made.
 *
 * ge- goes in front, then endings of one or two letters go while three or four letters stay. sch, ei and ie count as
 * one letter and are never cut in two, nor is a pair of equal letters. A word with a capital is taken for a noun and
 * keeps its -t: the fold of this stemmer writes CAPITAL before it. With the usual fold, which knows no capitals,
 * these rules are the variant that the authors call case-insensitive.
 *
 * Source: L. Weissweiler and A. Fraser, "Developing a Stemmer for German Based on a Comparative Analysis of Publicly
 * Available Stemmers" (2017), https://www.cis.lmu.de/~weissweiler/cistem/
 */
import {
  add,
  ahead,
  always,
  backward,
  either,
  inside,
  letter,
  longest,
  many,
  mark,
  markEnd,
  maybe,
  not,
  number,
  oneOf,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  set,
  skip,
  to,
} from '../rules.js'
import { type Fold, foldCase } from '../stemmer.js'

const CAPITAL = 'C'

/** The usual fold, with CAPITAL before each line that begins with a capital letter. */
export const foldNouns: Fold = (text) => {
  const folded = foldCase(text)
  let marked = ''
  let from = 0
  let begin = 0 // of a line of `text`; in `folded` it begins at `at`
  for (let at = 0; ; at = folded.indexOf('\n', at) + 1) {
    if (isCapital(text, begin)) {
      marked += folded.slice(from, at) + CAPITAL
      from = at
    }
    begin = text.indexOf('\n', begin) + 1
    if (begin === 0) return marked + folded.slice(from)
  }
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /^\p{Uppercase}/u.test(text.slice(at, at + 2))
}

/** Rules of CISTEM. */
export function cistem(): Rule {
  const noun = sequence(select(CAPITAL), remove, set('noun', 1))
  // A change of length moves the rest of the word: 64 of them are enough for words, and keep the time linear.
  const enough = sequence(add('changes', 1), number('changes', '<', 64))
  const withoutMarks = many(
    sequence(
      to(letter(`äöüß${CAPITAL}`)),
      longest({
        ä: replace('a'),
        ö: replace('o'),
        ü: replace('u'),
        ß: sequence(replace('ss'), enough),
        [CAPITAL]: sequence(remove, enough), // of a word with line feeds in it
      }),
    ),
  )
  const prefix = sequence(select('ge'), ahead(skip(4)), remove)

  // iei is i and ei
  const unit = either(oneOf('sch ei'), sequence('ie', not('i')), skip(1))
  const lengths = sequence(
    ...[markEnd('three'), markEnd('four')],
    always(sequence(unit, unit, unit, mark('three'), unit, mark('four'))),
  )

  // Letters are paired from the front: of three the last is free.
  const free = (last: string) => not(sequence(last, many(last + last), not(last)))
  const ie = sequence('i', not('e'))
  const freeE = either(
    not(letter('ei')),
    ahead(sequence(many('ee'), either(sequence('e', ie), not(either('e', ie))))),
  )
  const ending = longest({
    'em er': sequence(inside('four'), freeE, remove),
    nd: sequence(inside('four'), free('n'), remove),
    e: sequence(inside('three'), freeE, remove),
    n: sequence(inside('three'), free('n'), remove),
    s: sequence(inside('three'), free('s'), remove),
    t: sequence(number('noun', '=', 0), inside('three'), free('t'), remove),
  })

  return sequence(maybe(noun), always(withoutMarks), always(prefix), lengths, backward(many(ending)))
}
