/**
 * Portuguese, European and Brazilian.
 *
 * Regions are RV, R1 and R2 (regions.ts), but a nasal vowel (ã, õ) counts as a vowel and a consonant in one, since it
 * ends its syllable. A standard ending is removed or, where there is none, the ending of a verb; a word that has
 * neither loses its last vowel.
 *
 * Source: M. F. Porter, "Portuguese stemming algorithm", https://snowballstem.org/algorithms/portuguese/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  either,
  inside,
  letter,
  longest,
  mark,
  markEnd,
  maybe,
  notLetter,
  pass,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  skip,
  to,
} from '../rules.js'

const VOWELS = 'aeiouáéíóúâêô'
const NASALS = 'ãõ'

/** Rules of the Portuguese stemmer. */
export function portuguese(): Rule {
  const vowel = letter(VOWELS + NASALS)
  const afterSyllable = sequence(to(vowel), past(notLetter(VOWELS)))
  const afterBeginning = either(
    sequence(letter(NASALS), past(vowel)),
    sequence(skip(1), notLetter(VOWELS + NASALS), past(vowel)),
    sequence(letter(VOWELS), ahead(vowel), past(notLetter(VOWELS))),
    sequence(notLetter(VOWELS + NASALS), either(letter(NASALS), sequence(letter(VOWELS), skip(1)))),
  )
  const regions = sequence(
    ...['RV', 'R1', 'R2'].map(markEnd),
    always(sequence(afterBeginning, mark('RV'))),
    always(sequence(afterSyllable, mark('R1'), afterSyllable, mark('R2'))),
  )

  const removeInR2 = sequence(inside('R2'), remove)
  const beforeAmente = longest(
    {
      iv: sequence(select('at'), removeInR2), // criativamente
      'os ic ad': pass, // famosamente, rapidamente
    },
    { where: removeInR2 },
  )
  const standardEnding = longest({
    'eza ezas ico ica icos icas ismo ismos ista istas oso osa osos osas': removeInR2,
    'ável ível amento amentos imento imentos': removeInR2,
    'ador adora adores adoras ação ações ante antes ância': removeInR2,
    'logia logias': sequence(inside('R2'), replace('log')),
    'ução uções': sequence(inside('R2'), replace('u')),
    'ência ências': sequence(inside('R2'), replace('ente')),
    amente: sequence(inside('R1'), remove, maybe(beforeAmente)),
    mente: sequence(removeInR2, maybe(longest({ 'ante avel ível': removeInR2 }))),
    'idade idades': sequence(removeInR2, maybe(longest({ 'abil ic iv': removeInR2 }))),
    'iva ivo ivas ivos': sequence(removeInR2, maybe(sequence(select('at'), removeInR2))),
    'ira iras': sequence(inside('RV'), 'e', replace('ir')), // bandeira: no verb
  })

  const verbEnding = longest(
    {
      'ar er ir ares eres ires armos ermos irmos ardes erdes irdes arem erem irem': remove,
      'ado ada ados adas ido ida idos idas ando endo indo': remove,
      'as am es em is ais eis amos emos imos ámos': remove,
      'ei aste astes este estes iste istes eu iu ou': remove,
      'ia ias iam íamos íeis ava avas avam ávamos áveis': remove,
      'ara aras aram áramos áreis era eras eram éramos éreis ira iras iram íramos íreis': remove,
      'ará arás arão arei areis aremos erá erás erão erei ereis eremos': remove,
      'irá irás irão irei ireis iremos': remove,
      'aria arias ariam aríamos aríeis eria erias eriam eríamos eríeis': remove,
      'iria irias iriam iríamos iríeis': remove,
      'asse asses assem ássemos ásseis esse esses essem êssemos ésseis': remove,
      'isse isses issem íssemos ísseis': remove,
    },
    { within: 'RV' },
  )

  const removeInRV = sequence(inside('RV'), remove)
  const iAfterC = sequence(select('i'), ahead('c'), removeInRV) // polícia, like polícias
  const lastVowel = longest({ 'os a i o á í ó': removeInRV })

  // With a last e goes the u of -gue and the i of -cie: they only tell how g and c are spoken.
  const softener = either(sequence(select('u'), ahead('g')), sequence(select('i'), ahead('c')))
  const lastLetter = longest({
    'e é ê': sequence(removeInRV, softener, removeInRV),
    ç: replace('c'),
  })

  return sequence(
    regions,
    backward(
      sequence(
        always(either(sequence(ahead(either(standardEnding, verbEnding)), always(iAfterC)), lastVowel)),
        always(lastLetter),
      ),
    ),
  )
}
