/**
 * Italian: pronouns behind a verb go first, then one ending of a noun, an adjective or a verb, then last vowels.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1; RV begins after the third
 * letter or thereabouts (regions.ts). A short article before an apostrophe is taken away, and acute
 * accents become grave ones. A u after q, and u and i between vowels, are consonants: U and I while rules run.
 *
 * Source: M. F. Porter, "Italian stemming algorithm", https://snowballstem.org/algorithms/italian/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  either,
  inside,
  letter,
  longest,
  many,
  maybe,
  not,
  oneOf,
  past,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  skip,
  to,
} from '../rules.js'
import { romanceRegions } from './regions.js'

const VOWELS = 'aeiouàèìòù'
const ELISIONS = "d' l' m' s' t' v' all' dall' dell' gl' nell' quell' quest' sull' tutt' un'"

const PRONOUNS = [
  'ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene',
  'mela mele meli melo mene tela tele teli telo tene',
  'cela cele celi celo cene vela vele veli velo vene',
].join(' ')

/** Endings of verbs; each must stand in RV. */
const VERB_ENDINGS = [
  'ar are ando ammo ano arono asse assero assi assimo ata ate ati ato',
  'ava avamo avano avate avi avo iamo ono',
  'ere enda ende endi endo emmo erono essero ete eva evamo evano evate evi evo uta ute uti uto',
  'erà erai eranno erebbe erebbero erei eremmo eremo ereste eresti erete erò',
  'ir ire immo irono issero ita ite iti ito iva ivamo ivano ivate ivi ivo',
  'irà irai iranno irebbe irebbero irei iremmo iremo ireste iresti irete irò',
  'isca iscano isce isci isco iscono',
].join(' ')

/** Rules of the Italian stemmer. */
export function italian(): Rule {
  const inR2 = (then: Rule) => sequence(inside('R2'), then)
  const removeInR2 = inR2(remove)

  const elision = longest({ [ELISIONS]: remove }, { where: not(atEnd) }) // dell'anno
  const spelling = longest({
    á: replace('à'),
    é: replace('è'),
    í: replace('ì'),
    ó: replace('ò'),
    ú: replace('ù'),
    qu: replace('qU'),
  })
  const beforeVowel = (consonant: string) => sequence(ahead(letter(VOWELS)), replace(consonant))
  const prepare = sequence(
    always(elision),
    always(many(sequence(to(letter('áéíóúq')), either(spelling, skip(1))))),
    always(
      many(sequence(past(letter(VOWELS)), maybe(longest({ u: beforeVowel('U'), i: beforeVowel('I') })))),
    ),
  )

  // mandarglielo, dicendosi: what is left of the infinitive gets an e, as in the other forms of the verb.
  const attachedPronoun = longest({
    [PRONOUNS]: either(
      sequence(oneOf('ando endo'), inside('RV'), remove),
      sequence(oneOf('ar er ir'), inside('RV'), replace('e')),
    ),
  })

  const standardEnding = longest({
    'anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili': removeInR2,
    'ista iste isti istà istè istì oso osi osa ose mente atrice atrici ante anti': removeInR2,
    'azione azioni atore atori': inR2(sequence(remove, maybe(sequence(select('ic'), removeInR2)))),
    'logia logie': inR2(replace('log')),
    'uzione uzioni usione usioni': inR2(replace('u')),
    'enza enze': inR2(replace('ente')),
    'amento amenti imento imenti': sequence(inside('RV'), remove),
    amente: sequence(
      inside('R1'),
      remove,
      maybe(
        longest(
          { iv: sequence(remove, select('at'), removeInR2), 'os ic abil': remove },
          { where: inside('R2') },
        ),
      ),
    ),
    ità: inR2(sequence(remove, maybe(longest({ 'abil ic iv': removeInR2 })))),
    'ivo ivi iva ive': inR2(
      sequence(remove, maybe(sequence(select('at'), removeInR2, select('ic'), removeInR2))),
    ),
  })
  const verbEnding = longest({ [VERB_ENDINGS]: remove }, { within: 'RV' })

  const lastVowels = sequence(
    maybe(
      sequence(select(letter('aeioàèìò')), inside('RV'), remove, select('i'), inside('RV'), remove), // studio, studi
    ),
    maybe(sequence(select('h'), letter('cg'), inside('RV'), remove)), // amiche, amica
  )

  const vowelsAgain = longest({ I: replace('i'), U: replace('u') })

  return sequence(
    prepare,
    romanceRegions(VOWELS, 'divan'), // else divano (sofa) would become one with diva
    backward(
      sequence(always(attachedPronoun), always(either(standardEnding, verbEnding)), always(lastVowels)),
    ),
    many(sequence(to(letter('IU')), vowelsAgain)),
  )
}
