/** WordNet over a few words written by hand, from both formats, and from the Pack made of them. */
import { describe, expect, it } from 'vitest'
import { readOewn, readWndb, WordNet } from '../../../src/corpora/index.js'
import { caught } from '../../support/caught.js'
import { tinyOewn, tinyWndb } from '../../support/tiny-wordnet.js'

const oewn = readOewn(tinyOewn())
const wndb = readWndb(tinyWndb())
const KINDS = [
  ['Open English WordNet', oewn],
  ['WNDB', wndb],
  ['a Pack of the first', WordNet.load(oewn.save())],
  ['a Pack of the second', WordNet.load(wndb.save())],
] as const

describe.each(KINDS)('a WordNet from %s', (kind, wordnet) => {
  it('counts synsets, senses and words', () => {
    expect(wordnet.counts).toEqual({
      synsets: 13,
      senses: 15,
      words: kind.includes('first') || kind.startsWith('Open') ? 14 : 13,
    })
  })

  it.each([
    ['dog', undefined, ['dog.n.01', 'dog.n.02']],
    ['DOG', 'n', ['dog.n.01', 'dog.n.02']],
    ['dogs', undefined, ['dog.n.01', 'dog.n.02']],
    ['dog', 'v', []],
    ['bark', undefined, ['bark.n.01', 'bark.n.02', 'bark.v.01']],
    ['barked', undefined, ['bark.v.01']],
    ['men', 'n', ['dog.n.02']],
    ['living_thing', 'n', ['living_thing.n.01']],
    ['living things', 'n', ['living_thing.n.01']],
    ['biggest', undefined, ['big.a.01']],
    ['huge', 'a', ['huge.s.01']],
    ['huge', 's', ['huge.s.01']],
    ['big', 's', []],
    ["'", undefined, ["'.n.01"]],
    ['Rex', undefined, ['cat.n.01', 'rex.n.02']],
    ['constructor', undefined, []],
    ['__proto__', undefined, []],
    ['', undefined, []],
    ['hundürü', undefined, []],
  ] as const)('finds the synsets of %j as %s', (word, pos, names) => {
    expect(wordnet.synsets(word, pos).map(String)).toEqual(names)
  })

  it('finds words as they stand where that is asked for', () => {
    expect(wordnet.synsets('dogs', undefined, { forms: 'exact' })).toEqual([])
    expect(wordnet.synsets('Dog', undefined, { forms: 'exact' }).map(String)).toEqual([
      'dog.n.01',
      'dog.n.02',
    ])
    expect([wordnet.has('dog'), wordnet.has('dogs'), wordnet.has('dog', 'v')]).toEqual([true, false, false])
  })

  it('gives one object for one synset, by word, id and name', () => {
    const dog = wordnet.synset('dog.n.01')
    expect(dog).toBe(wordnet.synset('00000003-n'))
    expect(dog).toBe(wordnet.synsets('dog')[0])
    expect(dog).toBe(wordnet.sense('dog%1:05:00::').synset)
    expect(wordnet.synset('00000003-a')).toBe(wordnet.synset('huge.a.01'))
    expect(wordnet.synset('00000001-a').name).toBe('big.a.01')
  })

  it('has what a synset has', () => {
    const dog = wordnet.synset('dog.n.01')
    expect(dog.definition).toBe('a tame wolf')
    expect(dog.examples).toEqual(['her dog: a terrier', 'every dog has its day'])
    expect([dog.id, dog.name, dog.pos, dog.lexicographerFile]).toEqual([
      '00000003-n',
      'dog.n.01',
      'n',
      'noun.animal',
    ])
    expect(wordnet.synset('cat.n.01').words).toEqual(['cat', 'rex'])
    expect(wordnet.synset('living_thing.n.01').definition).toMatch(
      /so long that it goes on in the next line$/,
    )
    expect(wordnet.synset('bark.n.02').definition).toBe('the voice of a dog; a sharp sound')
    expect(JSON.parse(JSON.stringify(dog))).toMatchObject({ id: '00000003-n', words: ['dog'] })
  })

  it('has senses with keys', () => {
    expect(wordnet.senses('dog').map(String)).toEqual(['dog%1:05:00::', 'dog%1:18:00::'])
    expect(wordnet.senses('rex').map(({ word, key }) => [word, key])).toEqual([
      ['rex', 'rex%1:05:01::'],
      ['Rex', 'rex%1:05:00::'],
    ])
    expect(wordnet.senses('huge').map(String)).toEqual(['huge%5:00:00:big:00'])
    const [big] = wordnet.senses('big')
    expect([big?.position, big?.pos, big?.number]).toEqual(['a', 'a', 1])
    expect(big?.antonyms().map(String)).toEqual(['small%3:00:00::'])
    expect(wordnet.senses('bark', 'v')[0]?.frames).toEqual(['Somebody ----s', 'Somebody ----s something'])
  })

  it('completes relations that are listed one way only', () => {
    expect(wordnet.synset('living_thing.n.01').hyponyms().map(String)).toEqual([
      'dog.n.01',
      'cat.n.01',
      'dog.n.02',
    ])
    expect(wordnet.synset('dog.n.01').related('instance-hyponym').map(String)).toEqual(['rex.n.02'])
    expect(wordnet.synset('thing.n.01').related('part-holonym').map(String)).toEqual(['bark.n.01'])
    expect(wordnet.synset('thing.n.01').related('attribute').map(String)).toEqual(['big.a.01'])
    expect(wordnet.synset('dog.n.01').related('in-topic-domain').map(String)).toEqual(['bark.n.02'])
    expect(wordnet.sense('small%3:00:00::').antonyms().map(String)).toEqual(['big%3:00:00::'])
    expect(wordnet.sense('bark%2:32:00::').related('derivation').map(String)).toEqual(['bark%1:11:00::'])
    expect([...wordnet.synset('big.a.01').relations()].map(([name, all]) => [name, all.map(String)])).toEqual(
      [
        ['attribute', ['thing.n.01']],
        ['similar', ['huge.s.01']],
      ],
    )
  })

  it('walks the taxonomy', () => {
    const rex = wordnet.synset('rex.n.02')
    expect(rex.hypernymPaths().map((path) => path.join(' '))).toEqual([
      'thing.n.01 living_thing.n.01 dog.n.01 rex.n.02',
    ])
    expect(rex.rootHypernyms().map(String)).toEqual(['thing.n.01'])
    expect([rex.minDepth(), rex.maxDepth()]).toEqual([3, 3])
    expect(wordnet.synset('dog.n.01').closure('hypernym').map(String)).toEqual([
      'living_thing.n.01',
      'thing.n.01',
    ])
    expect(wordnet.synset('thing.n.01').closure('hyponym', 1).map(String)).toEqual([
      'living_thing.n.01',
      'bark.n.02',
      "'.n.01",
    ])
    expect(rex.lowestCommonHypernyms(wordnet.synset('cat.n.01')).map(String)).toEqual(['living_thing.n.01'])
    expect(rex.commonHypernyms(wordnet.synset('bark.v.01'))).toEqual([])
    expect(wordnet.synset('bark.n.01').rootHypernyms().map(String)).toEqual(['bark.n.01'])
  })

  it('lists words and synsets', () => {
    expect([...wordnet.lemmas('v')]).toEqual(['bark'])
    expect([...wordnet.lemmas()]).toHaveLength(12)
    expect([...wordnet.lemmas('a')]).toEqual(['big', 'huge', 'small'])
    expect(Array.from(wordnet.allSynsets('s'), String)).toEqual(['huge.s.01'])
    expect([...wordnet.allSynsets('a')]).toHaveLength(3)
    expect([...wordnet.allSynsets()]).toHaveLength(13)
  })

  it('finds every synset by its own id and name, and every sense by its own key', () => {
    for (const synset of wordnet.allSynsets()) {
      expect(wordnet.synset(synset.id)).toBe(synset)
      expect(wordnet.synset(synset.name)).toBe(synset)
      for (const sense of synset.senses) expect(wordnet.sense(sense.key)).toBe(sense)
    }
  })

  it.each([
    ['99999999-n', /no synset with the id/],
    ['00000003-v', /no synset with the id/],
    ['00000003-r', /no synset with the id/],
    ['dog.n.03', /The word has 2 of that part of speech, from dog.n.01 on/],
    ['dog.n.00', /The word has 2/],
    ['dog.v.01', /lists what there is of the word/],
    ['big.s.01', /There is no synset/],
    ['constructor.n.01', /There is no synset/],
    ['i99', /Interlingual/],
    ['dog', /no id and no name/],
    ['', /no id and no name/],
  ])('throws for %j, which is not there', (id, message) => {
    const error = caught(() => wordnet.synset(id))
    expect(error.code).toBe('SYNSET_UNKNOWN')
    expect(error.message).toMatch(message)
  })

  it('throws for senses that are not there', () => {
    expect(caught(() => wordnet.sense('dog%1:05:09::')).message).toMatch(/wordnet.senses\('dog'\)/)
    expect(caught(() => wordnet.sense('nothing')).code).toBe('SYNSET_UNKNOWN')
  })

  it('throws for what is no word, part of speech or relation', () => {
    expect(caught(() => wordnet.synsets(7 as unknown as string)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => wordnet.synsets('dog', 'noun' as 'n')).hint).toMatch(/'n' \(noun\)/)
    expect(caught(() => wordnet.synsets('dog', 'n', { forms: 'x' as 'exact' })).code).toBe('OPTION_INVALID')
    const hint = /Did you mean 'hypernym'/
    expect(caught(() => wordnet.synset('dog.n.01').related('hypernyms' as 'hypernym')).hint).toMatch(hint)
    const paths = () => wordnet.synset('dog.n.01').hypernymPaths({ limit: 0 })
    expect(caught(paths).code).toBe('OPTION_INVALID')
    const foreign = () => wordnet.synset('dog.n.01').commonHypernyms(readOewn(tinyOewn()).synset('dog.n.01'))
    expect(caught(foreign).code).toBe('SYNSET_FOREIGN')
    expect(caught(() => wordnet.synset('dog.n.01').commonHypernyms('cat' as never)).code).toBe(
      'SYNSET_FOREIGN',
    )
  })
})

describe('what one of the formats has alone', () => {
  it('is pronunciation, Interlingual Index, Wikidata, sources and examples of verbs in OEWN', () => {
    const [rex] = oewn.senses('Rex').slice(1)
    expect(rex?.pronunciations).toEqual([
      { value: 'ɹɛks', variety: '' },
      { value: 'reks', variety: 'GB' },
    ])
    expect(oewn.synset('i1').name).toBe('thing.n.01')
    expect(oewn.synset('thing.n.01').ili).toBe('i1')
    expect(oewn.synset('dog.n.01').wikidata).toEqual(['Q144', 'Q26972265'])
    expect(oewn.synset('cat.n.01').wikidata).toEqual(['Q146'])
    expect(oewn.synset('dog.n.01').exampleSources).toEqual(['', 'A. Writer'])
    expect(oewn.synset('living_thing.n.01').source).toBe('a book')
    expect(oewn.senses('bark', 'n').map(({ homograph }) => homograph)).toEqual([1, 2])
    const [bark] = oewn.senses('bark', 'v')
    expect(bark?.examples).toEqual(['The dog barks'])
    expect(bark?.related('event').map(String)).toEqual(['bark%1:11:00::'])
    expect(oewn.sense('bark%1:11:00::').related('event-of').map(String)).toEqual(['bark%2:32:00::'])
    expect(oewn.meta).toEqual({
      title: 'Open English WordNet',
      license: 'CC-BY-4.0',
      language: 'en',
      version: '',
    })
  })

  it('is counts and the version in WNDB', () => {
    expect(wndb.senses('dog').map(({ count }) => count)).toEqual([42, 2])
    expect(wndb.sense('huge%5:00:00:big:00').count).toBe(0)
    expect(wndb.meta.version).toBe('3.9')
  })
})

describe('saving', () => {
  it.each([
    ['OEWN', oewn],
    ['WNDB', wndb],
  ] as const)('gives the same bytes again (%s)', (_, wordnet) => {
    expect(WordNet.load(wordnet.save()).save()).toEqual(wordnet.save())
  })
})
