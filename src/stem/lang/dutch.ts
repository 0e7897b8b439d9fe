/**
 * Dutch: endings go in four rounds, then the ge- of participles with their -d or -t; where an ending is cut, the
 * spelling of the stem is mended (lopen -> loop, brieven -> brief).
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1; ij counts as a vowel.
 *
 * Source: W. Kraaij and R. Pohlmann, "Porter's stemming algorithm for Dutch" (1994), as Snowball has it today,
 * https://snowballstem.org/algorithms/kraaij_pohlmann/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  attach,
  backward,
  close,
  either,
  insertRemembered,
  inside,
  letter,
  longest,
  many,
  mark,
  markEnd,
  not,
  notLetter,
  number,
  oneOf,
  past,
  type Rule,
  remember,
  remove,
  replace,
  routine,
  select,
  sequence,
  set,
  skip,
  to,
} from '../rules.js'

const A = 'aäáàâ'
const E = 'eëéèê'
const I = 'iïíìî'
const O = 'oöóòô'
const U = 'uüúùû'
const VOWELS = `${A}${E}${I}${O}${U}`
const VOWELS_OR_Y = `${VOWELS}y`

/** Rules of the Dutch stemmer. */
export function dutch(): Rule {
  const inR1 = inside('R1')
  const vowel = oneOf(`ij ${[...VOWELS_OR_Y].join(' ')}`)
  const afterVowel = ahead(vowel)
  const afterConsonant = ahead(sequence(not('ij'), notLetter(VOWELS_OR_Y)))

  // A vowel that was long in an open syllable is doubled when the syllable is closed: lop(en) -> loop.
  const lengthen = routine(() => {
    const double = sequence(remember, insertRemembered)
    const afterOneConsonant = either(notLetter(VOWELS), atEnd)
    const unstressed = either(letter(`${A}${I}${O}${U}`), sequence(letter(E), atEnd))
    return always(
      sequence(
        notLetter(`${VOWELS_OR_Y}wx`),
        longest({
          [[...A, ...O, ...U].join(' ')]: sequence(ahead(afterOneConsonant), double),
          'e é è ê': sequence(
            ahead(
              sequence(
                afterOneConsonant,
                not(unstressed),
                not(sequence(skip(1), letter(`${A}${I}${O}${U}`), notLetter(VOWELS))),
              ),
            ),
            double,
          ),
          eë: replace('eëe'),
          ië: replace('iee'),
        }),
      ),
    )
  })
  const removeAndLengthen = sequence(remove, lengthen)

  const plural = longest({
    "'s": remove,
    s: sequence(inR1, not(sequence('t', inR1)), afterConsonant, remove),
    ies: sequence(inR1, replace('ie')),
    es: either(
      sequence(ahead(sequence('ar', inR1, afterConsonant)), removeAndLengthen),
      sequence(ahead(sequence('er', inR1, afterConsonant)), remove),
      sequence(inR1, afterConsonant, replace('e')),
    ),
    és: sequence(inR1, replace('é')),
    aus: sequence(inR1, afterVowel, replace('au')),
    en: either(
      sequence('hed', inR1, close, replace('heid')),
      sequence('nd', remove),
      sequence('d', inR1, afterConsonant, close, remove),
      sequence(letter('ij'), afterVowel, remove),
      sequence(inR1, afterConsonant, removeAndLengthen),
    ),
    nde: replace('nd'),
  })

  const diminutive = either(
    sequence("'t", close, remove),
    sequence('et', close, inR1, afterConsonant, remove),
    sequence('rnt', close, replace('rn')),
    sequence('t', close, inR1, ahead(sequence(skip(1), vowel)), remove),
    sequence('ink', close, replace('ing')),
    sequence('mp', close, replace('m')),
    sequence("'", close, inR1, remove),
    sequence(close, inR1, afterConsonant, remove),
  )
  const finalE = longest({
    je: diminutive,
    ge: sequence(inR1, replace('g')),
    lijke: sequence(inR1, replace('lijk')),
    ische: sequence(inR1, replace('isch')),
    de: sequence(inR1, afterConsonant, remove),
    te: sequence(inR1, replace('t')),
    se: sequence(inR1, replace('s')),
    re: sequence(inR1, replace('r')),
    le: sequence(inR1, remove, attach('l'), lengthen),
    ene: sequence(inR1, afterConsonant, remove, attach('en'), lengthen),
    ieve: sequence(inR1, afterConsonant, replace('ief')),
  })

  const noun = longest({
    atie: sequence(inR1, replace('eer')),
    iteit: sequence(inR1, removeAndLengthen),
    'heid sel ster': sequence(inR1, remove),
    rder: replace('r'),
    // schilderij does not become schild.
    'ing isme erij': either(sequence('ild', replace('er')), sequence(inR1, removeAndLengthen)),
    arij: sequence(inR1, afterConsonant, replace('aar')),
    fie: sequence(inside('R2'), remove, attach('f'), lengthen),
    gie: sequence(inside('R2'), remove, attach('g'), lengthen),
    tst: sequence(inR1, afterConsonant, replace('t')),
    dst: sequence(inR1, afterConsonant, replace('d')),
  })

  const adjective = either(
    longest(
      {
        ioneel: replace('ie'),
        atief: replace('eer'),
        baar: remove,
        naar: sequence(afterVowel, replace('n')),
        laar: sequence(afterVowel, replace('l')),
        raar: sequence(afterVowel, replace('r')),
        tant: replace('teer'),
        'lijker lijkst': replace('lijk'),
        'achtig achtiger achtigst': remove,
        'eriger erigst erig end': sequence(afterConsonant, removeAndLengthen),
      },
      { where: inR1 },
    ),
    // innig does not become in.
    longest(
      { 'iger igst ig': sequence(not(sequence('inn', atEnd)), afterConsonant, removeAndLengthen) },
      { where: inR1 },
    ),
  )

  const finalT = longest({ kt: replace('k'), ft: replace('f'), pt: replace('p') })

  const undouble = longest({
    ...Object.fromEntries(Array.from('bcdfghjklmpqrstvwxz', (twice) => [twice + twice, replace(twice)])),
    nn: sequence(not(sequence('i', atEnd)), replace('n')), // innen does not become in
    v: replace('f'),
    z: replace('s'),
  })

  // geïnd goes with innen, geënt stays apart from en.
  const participle = longest(
    {
      d: sequence(not(sequence('n', inR1)), either(sequence('in', atEnd, replace('n')), remove)),
      t: sequence(not(sequence('h', inR1)), not(sequence('en', atEnd)), remove),
    },
    { where: sequence(inR1, afterConsonant) },
  )

  // ge may go where three letters and more than one syllable's beginning follow; what it kept apart is joined.
  const beforeSyllable = sequence(ahead(skip(3)), ahead(sequence(past(vowel), many(vowel), not(atEnd))))
  const removeGe = sequence(remove, always(longest({ ë: replace('e'), ï: replace('i') })))
  const prefix = sequence(
    select('ge'),
    beforeSyllable,
    either('vali', not(oneOf('eft val vaa vare'))), // geeft, geval, gevaar are no participles
    removeGe,
  )
  const infix = sequence(skip(1), to(letter('g')), past(select('ge')), beforeSyllable, removeGe)

  const syllable = either(
    sequence(past(letter(VOWELS_OR_Y)), to(notLetter(VOWELS_OR_Y)), notLetter('j')), // no ij: quick, and mostly so
    sequence(to(letter(VOWELS_OR_Y)), many(vowel), notLetter(VOWELS_OR_Y)),
  )
  const regions = sequence(
    markEnd('R1'),
    markEnd('R2'),
    always(sequence(syllable, mark('R1'), syllable, mark('R2'))),
  )
  const changed = set('changed', 1)
  const round = (step: Rule) => always(sequence(step, changed))
  const withoutGe = (ge: Rule) => always(sequence(ahead(ge), regions, changed, backward(participle)))

  return sequence(
    regions,
    backward(sequence(...[plural, finalE, noun, adjective].map(round))),
    withoutGe(prefix),
    withoutGe(infix),
    backward(sequence(round(finalT), always(sequence(number('changed', '=', 1), undouble)))),
  )
}
