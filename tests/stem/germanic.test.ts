// What the vocabularies do not show of the stemmers of Germanic languages.
import { describe, expect, it } from 'vitest'
import { stemmer } from '../../src/stem/stemmers.js'

// SOURCE: what the C program built from Snowball's scripts (3.2 in development) gives: words, then their stems.
const GOLDEN = [
  ['swedish', "huset nyhet komet friskt ute år idé's", "hus nyhet komet frisk ute år idé's"],
  [
    'norwegian',
    "pc'en cd'en ep'ene 's a' s bunkers kvinners avmeldt",
    "pc cd ep 's a' s bunkers kvinn avmeld",
  ],
  ['danish', "pc'en cd'er cd'ernes ep's 's a' klassen billigst", "pc cd cd ep 's a' klas bil"],
  ['german', "andrea's einstein'sche bordeaux' x' x's", "andrea einstein bordeaux x' x's"],
  ['german', 'straße strasse schön schoen feuer quelle', 'strass strass schon schon feu quell'],
  ['dutch', "auto's baby'tje lopen brieven geïnd innen geënt", 'auto baby loop brief inn inn ent'],
  ['dutch', 'schilderij schild gevallen opgebeld ij', 'schilder schild geval opbel ij'],
] as const

describe('stemmers of Germanic languages', () => {
  it.each(GOLDEN)('%s: %s', (name, words, stems) => {
    expect(stemmer(name).stemAll(words.split(' '))).toEqual(stems.split(' '))
  })

  it.each([
    ['sv', 'swedish'],
    ['no', 'norwegian'],
    ['nb', 'norwegian'],
    ['nn-NO', 'norwegian'],
    ['da-DK', 'danish'],
    ['de', 'german'],
    ['de-AT', 'german'],
    ['nl_BE', 'dutch'],
  ])('%s is %s', (lang, name) => {
    expect(stemmer(lang).algorithm).toBe(name)
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

  it.each(['german', 'cistem', 'cistem-caseless'])(
    '%s changes the length of a word 64 times at most',
    (name) => {
      expect(stemmer(name)('ß'.repeat(100_000)).length).toBe(100_064)
    },
  )
})
