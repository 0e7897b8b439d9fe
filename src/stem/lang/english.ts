/**
 * English, also called Porter 2: the Porter stemmer with later corrections, as Snowball publishes it today.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1. A consonant y is written Y
 * while the rules run.
 *
 * Source: M. F. Porter, "The English (Porter2) stemming algorithm",
 * https://snowballstem.org/algorithms/english/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  close,
  cursor,
  either,
  insert,
  inside,
  length,
  letter,
  longest,
  many,
  mark,
  markEnd,
  maybe,
  not,
  notLetter,
  number,
  oneOf,
  pass,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  set,
  skip,
} from '../rules.js'

const VOWELS = 'aeiouy'
const BEFORE_LI = 'cdeghkmnrt'

/** Rules of the English stemmer. */
export function english(): Rule {
  // A short syllable: a consonant, a vowel and a consonant other than w, x, Y; or a vowel and a consonant that
  // are the whole word.
  const shortSyllable = either(
    sequence(notLetter(`${VOWELS}wxY`), letter(VOWELS), notLetter(VOWELS)),
    sequence(notLetter(VOWELS), letter(VOWELS), atEnd),
    'past',
  )
  const syllable = sequence(past(letter(VOWELS)), past(notLetter(VOWELS)))

  const irregular = longest(
    {
      skis: replace('ski'),
      skies: replace('sky'),
      idly: replace('idl'),
      gently: replace('gentl'),
      ugly: replace('ugli'),
      early: replace('earli'),
      only: replace('onli'),
      singly: replace('singl'),
      'sky news howe atlas cosmos bias andes': pass,
    },
    { where: atEnd },
  )

  const consonantY = sequence(replace('Y'), set('consonant y', 1))
  const prepare = sequence(
    always(longest({ y: consonantY, "'": sequence(remove, select('y'), consonantY) })),
    always(
      sequence(ahead(past('y')), many(sequence(past(sequence(letter(VOWELS), select('y'))), consonantY))),
    ),
  )
  const restoreY = sequence(number('consonant y', '=', 1), many(sequence(past(select('Y')), replace('y'))))

  // Some words that are not related have the same beginning; their R1 begins only after it.
  const regions = sequence(
    either(oneOf('gener commun arsen past univers later emerg organ inter'), syllable),
    mark('R1'),
    syllable,
    mark('R2'),
  )

  const step1a = sequence(
    maybe(longest({ "' 's 's'": remove })),
    longest({
      sses: replace('ss'),
      'ied ies': either(sequence(skip(2), replace('i')), replace('ie')),
      s: sequence(skip(1), past(letter(VOWELS)), remove),
      'us ss': pass,
    }),
  )

  // After -ed or -ing an e comes back (hoped, rated) or a double letter goes (hopped).
  const strip = sequence(
    ahead(past(letter(VOWELS))),
    remove,
    either(
      sequence(ahead(oneOf('at bl iz')), insert('e')),
      sequence(
        ahead(sequence(oneOf('bb dd ff gg mm nn pp rr tt'), not(sequence(letter('aeo'), atEnd)))),
        select(skip(1)),
        remove,
      ),
      sequence(cursor('=', 'R1'), ahead(shortSyllable), insert('e')),
    ),
  )
  const step1b = longest({
    'eed eedly': sequence(inside('R1'), either(sequence(oneOf('proc exc succ'), atEnd), replace('ee'))),
    'ed edly ingly': strip,
    ing: either(
      sequence('y', ahead(sequence(notLetter(VOWELS), atEnd)), close, replace('ie')), // dying, lying, tying, vying
      sequence(oneOf('inn out cann herr earr even'), atEnd),
      strip,
    ),
  })
  const step1c = sequence(select(letter('yY')), notLetter(VOWELS), not(atEnd), replace('i'))

  const step2 = longest(
    {
      tional: replace('tion'),
      enci: replace('ence'),
      anci: replace('ance'),
      abli: replace('able'),
      entli: replace('ent'),
      'izer ization': replace('ize'),
      'ational ation ator': replace('ate'),
      'alism aliti alli': replace('al'),
      fulness: replace('ful'),
      'ousli ousness': replace('ous'),
      'iveness iviti': replace('ive'),
      'biliti bli': replace('ble'),
      ogist: replace('og'),
      ogi: sequence('l', replace('og')),
      fulli: replace('ful'),
      lessli: replace('less'),
      li: sequence(letter(BEFORE_LI), remove),
    },
    { where: inside('R1') },
  )
  const step3 = longest(
    {
      tional: replace('tion'),
      ational: replace('ate'),
      alize: replace('al'),
      'icate iciti ical': replace('ic'),
      'ful ness': remove,
      ative: sequence(inside('R2'), remove),
    },
    { where: inside('R1') },
  )
  const step4 = longest(
    {
      'al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize': remove,
      ion: sequence(letter('st'), remove),
    },
    { where: inside('R2') },
  )
  const step5 = longest({
    e: sequence(either(inside('R2'), sequence(inside('R1'), not(shortSyllable))), remove),
    l: sequence(inside('R2'), 'l', remove),
  })

  return either(
    sequence(length('<=', 6), irregular),
    length('<', 3),
    sequence(
      prepare,
      markEnd('R1'),
      markEnd('R2'),
      always(regions),
      backward(sequence(...[step1a, step1b, step1c, step2, step3, step4, step5].map(always))),
      restoreY,
    ),
  )
}
