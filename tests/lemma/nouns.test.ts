import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nounEndings } from '../../scripts/noun-endings.js'
import { isPlural, isSingular, pluralize, singularize } from '../../src/lemma/index.js'
import { caught } from '../support/caught.js'
import { oewnNouns } from '../support/oewn-nouns.js'
import { describeWith } from '../support/resources.js'

const PAIRS: readonly (readonly [string, string])[] = [
  ['dog', 'dogs'],
  ['box', 'boxes'],
  ['bus', 'buses'],
  ['church', 'churches'],
  ['stomach', 'stomachs'],
  ['monarch', 'monarchs'],
  ['city', 'cities'],
  ['day', 'days'],
  ['soliloquy', 'soliloquies'],
  ['tomato', 'tomatoes'],
  ['photo', 'photos'],
  ['shoe', 'shoes'],
  ['leaf', 'leaves'],
  ['roof', 'roofs'],
  ['pocketknife', 'pocketknives'],
  ['child', 'children'],
  ['grandchild', 'grandchildren'],
  ['policeman', 'policemen'],
  ['human', 'humans'],
  ['salesperson', 'salespeople'],
  ['mouse', 'mice'],
  ['blouse', 'blouses'],
  ['accomplice', 'accomplices'],
  ['ox', 'oxen'],
  ['die', 'dice'],
  ['quiz', 'quizzes'],
  ['criterion', 'criteria'],
  ['analysis', 'analyses'],
  ['bacterium', 'bacteria'],
  ['stimulus', 'stimuli'],
  ['alga', 'algae'],
  ['château', 'châteaux'],
  ['horse', 'horses'],
  ['rose', 'roses'],
  ['diagnosis', 'diagnoses'],
  ['movie', 'movies'],
  ['lens', 'lenses'],
  ['cactus', 'cacti'],
  ['mother-in-law', 'mothers-in-law'],
  ['passer-by', 'passers-by'],
  ['runner-up', 'runners-up'],
  ['sit-in', 'sit-ins'],
  ['attorney general', 'attorneys general'],
  ['major general', 'major generals'],
  ['court martial', 'courts martial'],
  ['man of war', 'men of war'],
  ['woman doctor', 'women doctors'],
  ["coup d'état", "coups d'état"],
  ['fish tank', 'fish tanks'],
  ["jack-o'-lantern", "jack-o'-lanterns"],
  ['forget-me-not', 'forget-me-nots'],
  ['Kennedy', 'Kennedys'],
  ['Germany', 'Germanys'],
  ['Jones', 'Joneses'],
  ['Harris', 'Harrises'],
  ['Mercedes', 'Mercedes'],
  ['United States', 'United States'],
  ['why', 'whys'],
  ['stay-at-home', 'stay-at-homes'],
  ["O'Reilly", "O'Reillys"],
  ['City', 'Cities'],
  ['German', 'Germans'],
  ['Frenchman', 'Frenchmen'],
  ['Child', 'Children'],
  ['CHILD', 'CHILDREN'],
  ['DOG', 'DOGS'],
  ['CD', 'CDs'],
  ['NGO', 'NGOs'],
  ['iPhone', 'iPhones'],
  ['1990', '1990s'],
  ['Dr.', 'Drs.'],
  ['Mr.', 'Messrs.'],
  ['constructor', 'constructors'],
  ['toString', 'toStrings'],
  ['selfie', 'selfies'],
  ['stand-by', 'stand-bys'],
  ['day off', 'days off'],
  ["dog's", "dogs'"],
  ["child's", "children's"],
  ['cup of tea', 'cups of tea'],
  ['Christmas', 'Christmases'],
  ['sergeant major', 'sergeants major'],
]

describe('plurals and singulars of nouns', () => {
  it.each(PAIRS)('makes %s to %s and back', (singular, plural) => {
    expect([pluralize(singular), singularize(plural)]).toEqual([plural, singular])
  })

  it.each(PAIRS)('leaves what is in its number already: %s, %s', (singular, plural) => {
    expect([singularize(singular), pluralize(plural)]).toEqual([singular, plural])
  })

  it('has classical plurals on request', () => {
    const nouns = ['octopus', 'formula', 'index', 'stadium', 'schema', 'brother', 'penny', 'criterion', 'dog']
    expect(nouns.map((noun) => pluralize(noun, { style: 'classical' }))).toEqual([
      'octopi',
      'formulae',
      'indices',
      'stadia',
      'schemata',
      'brethren',
      'pence',
      'criteria',
      'dogs',
    ])
    expect(nouns.map((noun) => pluralize(noun))).toEqual([
      'octopuses',
      'formulas',
      'indexes',
      'stadiums',
      'schemas',
      'brothers',
      'pennies',
      'criteria',
      'dogs',
    ])
    expect(['octopi', 'formulae', 'indices', 'stadia', 'schemata', 'pence'].map(singularize)).toEqual([
      'octopus',
      'formula',
      'index',
      'stadium',
      'schema',
      'penny',
    ])
  })

  it.each([
    'sheep',
    'series',
    'trousers',
    'scissors',
    'furniture',
    'information',
    'Japanese',
    'swordfish',
    'software',
    'km',
  ])('has one form of %s', (noun) => expect([pluralize(noun), singularize(noun)]).toEqual([noun, noun]))

  it.each(['was', 'his', 'its', 'always', 'does', 'this', 'iOS', 'AWS', 'AIDS', 'GPS'])(
    'finds no plural in %s',
    (word) => expect(singularize(word)).toBe(word),
  )

  it('follows a count', () => {
    const forms = [0, 1, 2, -1, 1.5, 1n, 3n, Number.NaN, Number.POSITIVE_INFINITY].map((count) =>
      pluralize('box', { count }),
    )
    expect(forms).toEqual(['boxes', 'box', 'boxes', 'box', 'boxes', 'box', 'boxes', 'boxes', 'boxes'])
    expect(pluralize('mice', { count: 1 })).toBe('mouse')
  })

  it('knows plurals from singulars', () => {
    const rows = [
      'dogs',
      'dog',
      'bus',
      'news',
      'sheep',
      'scissors',
      'furniture',
      'children',
      'mothers-in-law',
      '',
    ].map((noun) => [isPlural(noun), isSingular(noun)])
    expect(rows).toEqual([
      [true, false],
      [false, true],
      [false, true],
      [true, true],
      [true, true],
      [true, false],
      [false, true],
      [true, false],
      [true, false],
      [false, false],
    ])
  })

  it.each([
    '',
    ' ',
    '-',
    '--',
    '__proto__',
    '😀',
    '$',
    '.',
    "'s",
    'İ',
    '\ud800',
    's',
    'es',
    'ies',
    'a'.repeat(100_000),
    's '.repeat(50_000),
    "'s".repeat(50_000),
    "dogs'".repeat(50_000),
  ])('takes any string (row %#)', (text) => {
    expect(typeof pluralize(text) === 'string' && typeof singularize(text) === 'string').toBe(true)
  })

  it('refuses what is no string, and unknown options', () => {
    expect(caught(() => pluralize(42 as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => singularize(null as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => pluralize('dog', { style: 'latin' as never })).code).toBe('OPTION_INVALID')
    expect(caught(() => pluralize('dog', { count: 'two' as never })).code).toBe('OPTION_INVALID')
  })
})

/** Plurals of one noun that are singulars of another: the Adams are more often a family than several Adams. */
const SHARED =
  'As Adams Daniels Gas genus Is ISIS Jacobs Jolly_Rogers Kansas Laos lei limen Michaels NIJS RAFS sweet_Williams Us USAFS XIVS'

describeWith('corpora', 'nouns of Open English WordNet', () => {
  const nouns = oewnNouns()
  const singulars = nouns.filter((noun, i) => i % 4 === 0 && singularize(noun) === noun)

  it('come back from their plurals, but for the few whose plural is that of another', () => {
    expect(singulars.length).toBeGreaterThan(24_000)
    const lost = singulars.filter((noun) => singularize(pluralize(noun)) !== noun)
    expect(lost.length).toBeLessThan(85)
  })

  it('have plurals that stay as they are', () => {
    const plurals = singulars.map((noun) => pluralize(noun))
    const shared = new Set(SHARED.split(' ').map((plural) => plural.replace('_', ' ')))
    expect(plurals.filter((plural) => pluralize(plural) !== plural && !shared.has(plural))).toEqual([])
  })

  it('are what the table of endings was made of', () => {
    expect(nounEndings(nouns)).toBe(readFileSync('src/lemma/lang/en-noun-endings.ts', 'utf8'))
  })
})
