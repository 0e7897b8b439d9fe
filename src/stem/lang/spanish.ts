/**
 * Spanish: pronouns behind a verb go first, then one ending of a noun, an adjective or a verb, then a last vowel.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1; RV begins after the third
 * letter or thereabouts (regions.ts). Endings of nouns must stand in R2, those of verbs in RV. Acute accents are
 * taken away at the end; ñ and ü stay.
 *
 * Source: M. F. Porter, "Spanish stemming algorithm", https://snowballstem.org/algorithms/spanish/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  close,
  either,
  inside,
  letter,
  longest,
  many,
  maybe,
  oneOf,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  to,
} from '../rules.js'
import { romanceRegions } from './regions.js'

const VOWELS = 'aeiouáéíóúü'
const PRONOUNS = 'me se sela selo selas selos la le lo las les los nos'

/** Endings of verbs; each must stand in RV. */
const VERB_ENDINGS = [
  'arían arías arán arás aríais aría aréis aríamos aremos ará aré',
  'erían erías erán erás eríais ería eréis eríamos eremos erá eré',
  'irían irías irán irás iríais iría iréis iríamos iremos irá iré',
  'ar er ir ad ed id ado ada ados adas ido ida idos idas ando iendo',
  'as an amos áis aste asteis aron ió imos ís iste isteis ieron',
  'aba abas abais aban ábamos ía ías íais ían íamos',
  'ara aras arais aran áramos iera ieras ierais ieran iéramos',
  'ase ases aseis asen ásemos iese ieses ieseis iesen iésemos',
].join(' ')

/** Rules of the Spanish stemmer. */
export function spanish(): Rule {
  const inR2 = (then: Rule) => sequence(inside('R2'), then)
  const removeInR2 = inR2(remove)

  // dándoselo: a pronoun goes where an infinitive or a gerund is left, which then loses its accent.
  const verbBefore = either(
    sequence(oneOf('ar er ir ando iendo ár ér ír ándo iéndo'), inside('RV')),
    sequence('yendo', inside('RV'), 'u'),
  )
  const attachedPronoun = sequence(
    longest({ [PRONOUNS]: sequence(ahead(verbBefore), remove) }),
    longest({
      iéndo: replace('iendo'),
      ándo: replace('ando'),
      ár: replace('ar'),
      ér: replace('er'),
      ír: replace('ir'),
    }),
  )

  const standardEnding = longest({
    'anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas': removeInR2,
    'oso osa osos osas amiento amientos imiento imientos': removeInR2,
    // The forms without an accent are common misspellings.
    'adora ador adoras adores ación acion aciones ante antes ancia ancias': inR2(
      sequence(remove, maybe(sequence(select('ic'), removeInR2))),
    ),
    'logía logías': inR2(replace('log')),
    'ución ucion uciones': inR2(replace('u')),
    'encia encias': inR2(replace('ente')),
    amente: sequence(
      inside('R1'),
      remove,
      maybe(
        longest(
          { iv: sequence(remove, select('at'), removeInR2), 'os ic ad': remove },
          { where: inside('R2') },
        ),
      ),
    ),
    mente: inR2(sequence(remove, maybe(longest({ 'ante able ible': removeInR2 })))),
    'idad idades': inR2(sequence(remove, maybe(longest({ 'abil ic iv': removeInR2 })))),
    'iva ivo ivas ivos': inR2(sequence(remove, maybe(sequence(select('at'), removeInR2)))),
  })

  // construyó, construyen: the y comes in between vowels.
  const yVerbEnding = longest(
    { 'ya ye yan yen yeron yendo yo yó yas yes yais yamos': sequence('u', remove) },
    { within: 'RV' },
  )
  const verbEnding = longest(
    {
      [VERB_ENDINGS]: remove,
      'en es éis emos': sequence(maybe(sequence('u', ahead('g'))), close, remove), // paguemos: the u is spelling
    },
    { within: 'RV' },
  )

  const lastVowel = longest(
    {
      'os a o á í ó': remove,
      'e é': sequence(remove, maybe(sequence(select('u'), ahead('g'), inside('RV'), remove))),
    },
    { where: inside('RV') },
  )

  const acute = longest({
    á: replace('a'),
    é: replace('e'),
    í: replace('i'),
    ó: replace('o'),
    ú: replace('u'),
  })

  return sequence(
    romanceRegions(VOWELS),
    backward(
      sequence(
        always(attachedPronoun),
        always(either(standardEnding, yVerbEnding, verbEnding)),
        always(lastVowel),
      ),
    ),
    many(sequence(to(letter('áéíóú')), acute)),
  )
}
