/**
 * French: one ending of a noun, an adjective or a verb goes, or else a last e or s; then double letters and accents.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1; RV begins after the third
 * letter where the first two are vowels, else after the first vowel that is not the first letter. An elided word
 * before an apostrophe is taken away. While rules run, U, I and Y are consonants (between vowels and
 * the like), and ë and ï are written He and Hi, so that their second half is a vowel of its own.
 *
 * Source: M. F. Porter, "French stemming algorithm", https://snowballstem.org/algorithms/french/stemmer.html
 */
import {
  add,
  ahead,
  always,
  atEnd,
  backward,
  close,
  either,
  fail,
  inside,
  letter,
  limited,
  longest,
  many,
  mark,
  markEnd,
  maybe,
  not,
  notLetter,
  number,
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
import { suffixRegions } from './regions.js'

const VOWELS = 'aeiouyâàëéêèïîôûù'
const ELISIONS = "c' d' j' l' m' n' s' t' z' qu'"
const NO_PLURAL_AFTER = 'aiouès'

/** Each moves the rest of the word by a letter; the limit keeps time linear, and no word comes near it. */
const MOST_DIAERESES = 64

/** Endings of verbs in -ir; a consonant must stand before them. */
const I_VERB_ENDINGS = [
  'ir ira irai iraIent irais irait iras irez iriez irions irons iront i is it ie ies îmes ît îtes irent',
  'issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons',
].join(' ')

/** Endings of verbs in -er and others; those of the second list go together with an e before them (mangeait). */
const VERB_ENDINGS =
  'er era erai eraIent erais erait eras erez eriez erions erons eront ez iez é ée ées és èrent'
const A_VERB_ENDINGS = 'a ai as âmes ât âtes aIent ait ant ante antes ants asse assent asses assiez assions'

/** Rules of the French stemmer. */
export function french(): Rule {
  const vowel = letter(VOWELS)
  const consonant = notLetter(VOWELS)
  const inR2 = (then: Rule) => sequence(inside('R2'), then)
  const removeInR2 = inR2(remove)

  const elision = longest({ [ELISIONS]: remove }, { where: not(atEnd) })

  const qu = longest({ qu: replace('qU') })
  const beforeVowel = (consonant: string) => sequence(ahead(vowel), replace(consonant))
  const afterVowel = longest({ u: beforeVowel('U'), i: beforeVowel('I'), y: replace('Y') })
  const apart = (letters: string) =>
    sequence(number('diaereses', '<', MOST_DIAERESES), replace(letters), add('diaereses', 1))
  const apartOrY = longest({ y: beforeVowel('Y'), ë: apart('He'), ï: apart('Hi') })
  const prepare = sequence(
    always(elision),
    always(many(sequence(to('q'), either(qu, skip(1))))),
    always(many(sequence(past(vowel), maybe(afterVowel)))),
    always(many(sequence(to(letter('yëï')), either(apartOrY, skip(1))))),
  )
  const markRV = sequence(
    markEnd('RV'),
    always(
      sequence(
        either(
          sequence(vowel, vowel, skip(1)),
          oneOf('par col tap'), // paris, colis, tapis: the i is no ending, but parie and pari are one word
          sequence('ni', vowel), // niais and nier
          sequence(skip(1), past(vowel)),
        ),
        mark('RV'),
      ),
    ),
  )

  const eux = either(removeInR2, sequence(inside('R1'), replace('eux')))
  const icBefore = sequence(select('ic'), either(removeInR2, replace('iqU')))
  const standardEnding = longest({
    'ance ances iqUe iqUes isme ismes able ables iste istes eux': removeInR2,
    'atrice atrices ateur ateurs ation ations': inR2(sequence(remove, maybe(icBefore))),
    'logie logies': inR2(replace('log')),
    'usion usions ution utions': inR2(replace('u')),
    'ence ences': inR2(replace('ent')),
    'ement ements': sequence(
      inside('RV'),
      remove,
      maybe(
        longest({
          iv: inR2(sequence(remove, select('at'), removeInR2)),
          eus: eux,
          'abl iqU': removeInR2,
          'ièr Ièr': sequence(inside('RV'), replace('i')),
        }),
      ),
    ),
    'ité ités': inR2(
      sequence(
        remove,
        maybe(
          longest({
            abil: either(removeInR2, replace('abl')),
            ic: either(removeInR2, replace('iqU')),
            iv: removeInR2,
          }),
        ),
      ),
    ),
    'if ifs ive ives': inR2(sequence(remove, maybe(sequence(select('at'), removeInR2, icBefore)))),
    eaux: replace('eau'),
    aux: sequence(inside('R1'), replace('al')),
    oux: sequence(letter('bhjlnp'), replace('ou')),
    'euse euses': eux,
    'issement issements': sequence(inside('R1'), consonant, remove),
    // Adverbs of participles (constamment, confusément): failing hands what is left to the endings of verbs.
    amment: sequence(inside('RV'), replace('ant'), fail),
    emment: sequence(inside('RV'), replace('ent'), fail),
    'ment ments': sequence(ahead(sequence(vowel, inside('RV'))), remove, fail),
  })

  const iVerbEnding = limited('RV', longest({ [I_VERB_ENDINGS]: sequence(not('H'), consonant, remove) }))
  const palais = either(sequence('al', skip(1), atEnd), oneOf('auv épl')) // palais, mauvais, déplais
  const verbEnding = longest(
    {
      ions: removeInR2,
      [VERB_ENDINGS]: remove,
      [A_VERB_ENDINGS]: sequence(maybe(sequence('e', inside('RV'), close)), remove),
      'ais aise aises': sequence(not(palais), remove),
      eais: remove,
    },
    { within: 'RV' },
  )
  const respell = longest({ Y: replace('i'), ç: replace('c') }) // ennuyer, ennui

  const plural = sequence(select('s'), ahead(either('Hi', notLetter(NO_PLURAL_AFTER))), remove)
  const lastLetters = sequence(
    maybe(plural),
    longest(
      { ion: inR2(sequence(letter('st'), remove)), 'ier ière Ier Ière': replace('i'), e: remove },
      { within: 'RV' },
    ),
  )

  const doubleLetter = sequence(ahead(oneOf('enn onn ett ell eill')), select(skip(1)), remove)
  const accent = sequence(consonant, to(vowel), select(letter('éè')), replace('e')) // règl, régl

  const vowelsAgain = longest({
    I: replace('i'),
    U: replace('u'),
    Y: replace('y'),
    He: replace('ë'),
    Hi: replace('ï'),
    H: remove,
  })

  return sequence(
    prepare,
    markRV,
    suffixRegions(VOWELS),
    backward(
      sequence(
        always(
          either(
            sequence(ahead(either(standardEnding, iVerbEnding, verbEnding)), maybe(respell)),
            lastLetters,
          ),
        ),
        always(doubleLetter),
        always(accent),
      ),
    ),
    many(sequence(to(letter('HIUY')), vowelsAgain)),
  )
}
