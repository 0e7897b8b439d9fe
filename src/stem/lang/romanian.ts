/**
 * Romanian.
 *
 * The old letters ş and ţ (with a cedilla) become ș and ț (with a comma). An i or u between vowels is written I or
 * U while the rules run, because it is a consonant there. Regions are RV, R1 and R2 (regions.ts). Articles and
 * plurals are reduced, then standard endings, in a word without them the ending of a verb, and then a last vowel.
 *
 * Source: M. F. Porter, "Romanian stemming algorithm", https://snowballstem.org/algorithms/romanian/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  close,
  either,
  inside,
  letter,
  limited,
  longest,
  many,
  maybe,
  not,
  notLetter,
  number,
  past,
  type Rule,
  remove,
  replace,
  sequence,
  set,
  to,
} from '../rules.js'
import { romanceRegions } from './regions.js'

const VOWELS = 'aeiouâîă'
const VOWELS_BUT_U = 'aeioâîă'

/** Rules of the Romanian stemmer. */
export function romanian(): Rule {
  const modernLetters = many(sequence(to(letter('şţ')), longest({ ş: replace('ș'), ţ: replace('ț') })))

  const glide = (upper: string) => sequence(ahead(letter(VOWELS)), replace(upper), set('glide', 1))
  const markGlides = many(
    sequence(
      past(letter(VOWELS)),
      maybe(sequence(ahead(letter('iu')), longest({ i: glide('I'), u: glide('U') }))),
    ),
  )
  const restoreGlides = sequence(
    number('glide', '=', 1),
    many(sequence(to(letter('IU')), longest({ I: replace('i'), U: replace('u') }))),
  )

  const articleOrPlural = longest(
    {
      'ul ului': remove,
      aua: replace('a'),
      'ea ele elor': replace('e'),
      'ii iua iei iile iilor ilor': replace('i'),
      ile: sequence(not('ab'), replace('i')),
      atei: replace('at'),
      'ație ația': replace('ați'),
    },
    { where: inside('R1') },
  )

  const compoundEnding = longest(
    {
      'abilitate abilitati abilităi abilități': replace('abil'),
      ibilitate: replace('ibil'),
      'ivitate ivitati ivităi ivități': replace('iv'),
      'icitate icitati icităi icități icator icatori': replace('ic'),
      'iciv iciva icive icivi icivă ical icala icale icali icală': replace('ic'),
      'ativ ativa ative ativi ativă ațiune atoare ator atori ătoare ător ători': replace('at'),
      'itiv itiva itive itivi itivă ițiune itoare itor itori': replace('it'),
    },
    { where: inside('R1') },
  )
  const combine = sequence(ahead(compoundEnding), set('standard ending', 1))
  // -ativitate becomes -ativ and then -at; there is no longer chain.
  const combineAll = always(sequence(combine, combine))

  const standardEnding = sequence(
    longest(
      {
        'at ata ată ati ate ut uta ută uti ute it ita ită iti ite': remove, // participles too
        'ic ica ice ici ică abil abila abile abili abilă ibil ibila ibile ibili ibilă': remove,
        'oasa oasă oase os osi oși ant anta ante anti antă ator atori': remove,
        'itate itati ităi ități iv iva ive ivi ivă': remove,
        'iune iuni': sequence('ț', close, replace('t')),
        'ism isme ist ista iste isti istă iști': replace('ist'),
      },
      { where: inside('R2') },
    ),
    set('standard ending', 1),
  )

  // After a vowel other than u these letters are no ending of their own.
  const removeAfterConsonant = sequence(notLetter(VOWELS_BUT_U), remove)
  const verbEnding = longest({
    'are ere ire âre ind indu ând ându': removeAfterConsonant,
    'ez ezi eze ează ească esc ești ește ăsc ăști ăște': removeAfterConsonant,
    'am ai au ea eam eai eau eați ia iam iai iau iați': removeAfterConsonant,
    'ași ară arăm arăți uși ură urăm urăți ui': removeAfterConsonant,
    'iși iră irăm irăți âi âși âră ârăm ârăți': removeAfterConsonant,
    'ase asem aseși aseră aserăm aserăți use usem useși useră userăm userăți': removeAfterConsonant,
    'ise isem iseși iseră iserăm iserăți âse âsem âseși âseră âserăm âserăți': removeAfterConsonant,
    'ăm ați em eți im iți âm âți': remove,
    'se sei seși seră serăm serăți sese sesem seseși seseră seserăm seserăți': remove,
  })

  const lastVowel = longest({ 'a e i ie ă': remove }, { where: inside('RV') })

  return sequence(
    always(modernLetters),
    always(markGlides),
    always(romanceRegions(VOWELS)),
    backward(
      sequence(
        always(articleOrPlural),
        combineAll,
        always(standardEnding),
        always(either(number('standard ending', '=', 1), limited('RV', verbEnding))),
        always(lastVowel),
      ),
    ),
    restoreGlides,
  )
}
