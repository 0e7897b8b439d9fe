// What the vocabularies do not show of the stemmers of Germanic languages.
import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/stemmers.js'

// SOURCE: what the C program built from Snowball's scripts (3.2 in development) gives for these words.
const GOLDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  swedish: {
    huset: 'hus',
    nyhet: 'nyhet',
    komet: 'komet',
    friskt: 'frisk',
    ute: 'ute',
    år: 'år',
    "idé's": "idé's",
  },
  norwegian: {
    ...{ "pc'en": 'pc', "cd'en": 'cd', "ep'ene": 'ep', "'s": "'s", "a'": "a'", s: 's' },
    ...{ bunkers: 'bunkers', kvinners: 'kvinn', avmeldt: 'avmeld' },
  },
  danish: {
    ...{ "pc'en": 'pc', "cd'er": 'cd', "cd'ernes": 'cd', "ep's": 'ep', "'s": "'s", "a'": "a'" },
    ...{ klassen: 'klas', billigst: 'bil' },
  },
  german: {
    ...{
      "andrea's": 'andrea',
      "einstein'sche": 'einstein',
      "bordeaux'": 'bordeaux',
      "x'": "x'",
      "x's": "x's",
    },
    ...{
      straße: 'strass',
      strasse: 'strass',
      schön: 'schon',
      schoen: 'schon',
      feuer: 'feu',
      quelle: 'quell',
    },
  },
  dutch: {
    ...{ "auto's": 'auto', "baby'tje": 'baby', lopen: 'loop', brieven: 'brief', geïnd: 'inn', innen: 'inn' },
    ...{
      geënt: 'ent',
      schilderij: 'schilder',
      schild: 'schild',
      gevallen: 'geval',
      opgebeld: 'opbel',
      ij: 'ij',
    },
  },
}

const NAMES = [...Object.keys(GOLDEN), 'cistem', 'cistem-caseless']

describe('stemmers of Germanic languages', () => {
  it.each(Object.entries(GOLDEN))('%s gives the stems of the reference', (name, pairs) => {
    expect(Object.fromEntries(Object.keys(pairs).map((word) => [word, stemmer(name)(word)]))).toEqual(pairs)
  })

  it.each([
    ...[
      ['sv', 'swedish'],
      ['no', 'norwegian'],
      ['nb', 'norwegian'],
      ['nn-NO', 'norwegian'],
      ['da-DK', 'danish'],
    ],
    ...[
      ['de', 'german'],
      ['de-AT', 'german'],
      ['nl_BE', 'dutch'],
    ],
  ])('%s is %s', (lang, name) => {
    expect(stemmer(lang as string).algorithm).toBe(name)
  })

  it.each([
    ['swedish', 'ÅSIKTERNAS', 'åsik'],
    ['norwegian', 'KJØRETØYENE', 'kjøretøy'],
    ['danish', 'SMØRREBRØDENE', 'smørrebrød'],
    ['german', 'HÄUSERN', 'haus'],
    ['german', 'STRASSEN', 'strass'],
    ['dutch', 'GEÏND', 'inn'],
    ['cistem', 'HÄUSERN', 'hau'],
    ['cistem-caseless', 'GEBRANNT', 'brann'],
  ])('%s takes %s in either case, composed or not', (name, word, stem) => {
    const stems = [word, word.toLowerCase(), word.normalize('NFD'), word.toLowerCase().normalize('NFD')]
    expect(stems.map((form) => stemmer(name)(form))).toEqual([stem, stem, stem, stem])
  })

  it.each([
    ['norwegian', 'pc’en', 'pc'],
    ['danish', 'CD’ernes', 'cd'],
    ['german', 'Andrea’s', 'andrea'],
    ['dutch', 'foto’s', 'foto'],
  ])('%s takes the printed apostrophe of %s for a typed one', (name, word, stem) => {
    expect(stemmer(name)(word)).toBe(stem)
  })

  it.each(NAMES)('%s takes time in proportion to the length of the word', (name) => {
    const began = performance.now()
    for (const part of ['ee', 'ue', 'ge', 'ij', 'aua', "'", 'lig', 'ß', 'ieg', 'eë']) {
      const long = part.repeat(100_000 / part.length)
      expect(stemmer(name)(long).length).toBeLessThan(long.length + 65)
    }
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
