/** Taggers that decide token by token, alone and in chains. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AffixTagger,
  DefaultTagger,
  type DocTagger,
  loadSimpleTagger,
  NgramTagger,
  RegexpTagger,
} from '../../src/tag/index.js'
import { writePack } from '../../src/text/pack.js'
import { tokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { sentencesOf, tagged, tagsOf } from '../support/tagged.js'

const TRAIN = tagged(
  'The/DT permit/NN expired/VBD',
  'They/PRP permit/VBP it/PRP',
  'The/DT permit/NN was/VBD old/JJ',
)
const LAST = new DefaultTagger('NN')

describe('DefaultTagger', () => {
  it('gives every token its tag, in the column that it is told', () => {
    expect(tagsOf(LAST.tag(TRAIN))).toEqual(Array(10).fill('NN'))
    const doc = new DefaultTagger('X', { column: 'xtag' }).tag(TRAIN)
    expect(tagsOf(doc, 'xtag')).toEqual(Array(10).fill('X'))
    expect(tagsOf(doc)).toEqual(tagsOf(TRAIN))
  })

  it('tags a Doc without tokens', () => {
    expect(tagsOf(LAST.tag(tokenize('')))).toEqual([])
  })

  it.each([
    ['a number', () => new DefaultTagger(5 as unknown as string), 'INPUT_NOT_STRING'],
    ['an empty tag', () => new DefaultTagger(''), 'OPTION_INVALID'],
    ['a column of offsets', () => new DefaultTagger('NN', { column: 'start' }), 'OPTION_INVALID'],
    ['an unknown option', () => new DefaultTagger('NN', { colum: 'x' } as object), 'OPTION_INVALID'],
    ['a string for a Doc', () => LAST.tag('text' as never), 'INPUT_NOT_STRING'],
  ])('refuses %s', (_what, action, code) => {
    expect(caught(action).code).toBe(code)
  })
})

describe('RegexpTagger', () => {
  const words = (text: string) => sentencesOf([text.split(' ').map((word) => [word, ''] as const)])

  it('takes the first pattern that matches from the beginning of the word', () => {
    const tagger = new RegexpTagger([
      ['ing', 'A'], // not at the end: Python's match, as in NLTK, begins at the beginning only
      ['.*ing$', 'VBG'],
      ['[0-9]+$', 'CD'],
      ['.*s$', 'NNS'],
    ])
    expect(tagsOf(tagger.tag(words('weaving ingot 12 12a looms rings loom')))).toEqual([
      'VBG',
      'A',
      'CD',
      '',
      'NNS',
      'NNS',
      '',
    ])
  })

  it('keeps branches of one pattern together, and the flags of each', () => {
    const tagger = new RegexpTagger([
      ['a|b$', 'AB'],
      [/the$/i, 'DT'],
      ['the', 'LOW'],
      ['.', 'X'],
    ])
    expect(tagsOf(tagger.tag(words('ax xb b THE them Them')))).toEqual(['AB', 'X', 'AB', 'DT', 'LOW', 'X'])
  })

  it('asks the tagger behind it', () => {
    const tagger = new RegexpTagger([['.*s$', 'NNS']], { backoff: LAST })
    expect(tagsOf(tagger.tag(words('looms loom')))).toEqual(['NNS', 'NN'])
  })

  it('names the offset in the pattern, and takes time in proportion to the word', () => {
    const error = caught(() => new RegexpTagger([['a(b', 'X']]))
    expect(error.code).toBe('PATTERN_INVALID')
    expect(error.details.offset).toBe(caught(() => new RegexpTagger([['a(b', 'Y']])).details.offset)
    const tagger = new RegexpTagger([['(a+)+b$', 'X']], { backoff: LAST })
    expect(tagsOf(tagger.tag(words('a'.repeat(100_000))))).toEqual(['NN'])
  })
})

describe('NgramTagger', () => {
  // By hand: "permit" is NN twice and VBP once; behind PRP it is VBP.
  it('gives a word the tag that it had most often, and none to unknown words', () => {
    const unigram = NgramTagger.train([TRAIN])
    expect(tagsOf(unigram.tag(tagged('They/x permit/x loom/x')))).toEqual(['PRP', 'NN', ''])
  })

  it('looks at the tags before the word, which begin with each sentence', () => {
    const unigram = NgramTagger.train([TRAIN], { backoff: LAST })
    const bigram = NgramTagger.train([TRAIN], { n: 2, backoff: unigram })
    expect(tagsOf(bigram.tag(tagged('They/x permit/x the/x permit/x', 'permit/x')))).toEqual([
      'PRP',
      'VBP',
      'NN', // "the" is not "The"
      'NN',
      'NN',
    ])
    expect(bigram.size).toBe(1) // all else the unigrams have
  })

  it('keeps only contexts where the chain behind is wrong, and whose best tag came often enough', () => {
    const noun = new DefaultTagger('NN')
    expect(NgramTagger.train([TRAIN], { backoff: noun }).size).toBe(7) // not "permit" alone: NN is right twice
    expect(NgramTagger.train([TRAIN], { backoff: noun, cutoff: 1 }).size).toBe(2) // The, permit
  })

  it('takes the tag that came first where two came equally often', () => {
    const unigram = NgramTagger.train([tagged('a/Z', 'a/A', 'b/A b/Z')])
    expect(tagsOf(unigram.tag(tagged('a/x b/x')))).toEqual(['Z', 'A'])
  })

  it('learns nothing from tokens without a tag', () => {
    const bigram = NgramTagger.train([tagged('a/A b b/B', 'a/A c/C')], { n: 2 })
    expect(tagsOf(bigram.tag(tagged('a/x b/x b/x', 'a/x c/x')))).toEqual(['A', '', '', 'A', 'C'])
    expect(caught(() => NgramTagger.train([tagged('a b')])).code).toBe('TRAINING_EMPTY')
  })

  it('has contexts of any length', () => {
    const text = 'a/1 b/2 c/3 d/4 e/5 f/6'
    const tagger = NgramTagger.train([tagged(text)], { n: 6 })
    expect(tagsOf(tagger.tag(tagged(text)))).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(tagsOf(tagger.tag(tagged('b/x c/x')))).toEqual(['', ''])
  })

  it('gives known contexts of random text the tags that counting by hand gives', () => {
    const token = fc.tuple(
      fc.constantFrom('a', 'b', 'constructor', '__proto__'),
      fc.constantFrom('X', 'Y', 'Z'),
    )
    fc.assert(
      fc.property(
        fc.array(fc.array(token, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        (sentences, n) => {
          const counts = new Map<string, Map<string, number>>()
          for (const sentence of sentences) {
            sentence.forEach(([word, tag], i) => {
              const before = sentence.slice(Math.max(0, i - n + 1), i).map(([, t]) => t)
              const key = [word, ...before].join(' ')
              const tags = counts.get(key) ?? new Map<string, number>()
              counts.set(key, tags.set(tag, (tags.get(tag) ?? 0) + 1))
            })
          }
          const tagger = NgramTagger.train([sentencesOf(sentences)], { n })
          expect(tagger.size).toBe(counts.size)
          for (const sentence of sentences) {
            const given = tagsOf(tagger.tag(sentencesOf([sentence])))
            given.forEach((tag, i) => {
              const before = given.slice(Math.max(0, i - n + 1), i)
              const tags = [...(counts.get([sentence[i]![0], ...before].join(' ')) ?? [])]
              const most = Math.max(...tags.map(([, count]) => count))
              expect(tag).toBe(tags.find(([, count]) => count === most)?.[0] ?? '')
            })
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    ['n', { n: 0 }],
    ['n', { n: 1.5 }],
    ['cutoff', { cutoff: -1 }],
    ['backoff', { backoff: {} as DocTagger }],
    ['column', { column: '' }],
  ])('refuses a wrong %s', (option, options) => {
    const error = caught(() => NgramTagger.train([TRAIN], options))
    expect([error.code, error.details.option]).toEqual(['OPTION_INVALID', option])
  })

  it('says which column is missing', () => {
    expect(caught(() => NgramTagger.train([TRAIN], { column: 'xtag' })).code).toBe('COLUMN_MISSING')
  })
})

describe('AffixTagger', () => {
  const docs = [tagged('weaving/VBG spinning/VBG looms/NNS unwind/VB undo/VB ring/NN')]

  it('goes by the ends of words that are long enough', () => {
    const tagger = AffixTagger.train(docs)
    expect(tagsOf(tagger.tag(tagged('knitting/x booms/x ring/x king/x')))).toEqual(['VBG', 'NNS', '', ''])
  })

  it('goes by their beginnings where it is told', () => {
    const tagger = AffixTagger.train(docs, { affix: 'prefix', length: 2, minStem: 2, backoff: LAST })
    expect(tagsOf(tagger.tag(tagged('untie/x un/x retie/x')))).toEqual(['VB', 'NN', 'NN'])
  })

  it('counts characters, not units', () => {
    const tagger = AffixTagger.train([tagged('a𐐷𐐷𐐷/X')], { length: 2, minStem: 2 })
    expect(tagsOf(tagger.tag(tagged('bb𐐷𐐷/x 𐐷𐐷/x b𐐷𐐷/x')))).toEqual(['X', '', ''])
  })
})

describe('a chain', () => {
  const affix = AffixTagger.train([TRAIN], {
    backoff: new RegexpTagger([[/[A-Z]/, 'NNP']], { backoff: LAST }),
  })
  const unigram = NgramTagger.train([TRAIN], { backoff: affix })
  const chain = NgramTagger.train([TRAIN], { n: 2, backoff: unigram, meta: { licence: 'CC0-1.0' } })
  const doc = tagged('They/x permit/x Boris/x an/x espired/x', 'The/x permit/x')

  it('comes back from its Pack with all taggers behind it', () => {
    const loaded = NgramTagger.load(chain.save({ lang: 'en' }))
    expect(tagsOf(loaded.tag(doc))).toEqual(tagsOf(chain.tag(doc)))
    expect(tagsOf(chain.tag(doc))).toEqual(['PRP', 'VBP', 'NNP', 'NN', 'VBD', 'DT', 'NN'])
    expect(loaded.meta).toMatchObject({ licence: 'CC0-1.0', lang: 'en', options: { n: 2, cutoff: 0 } })
    expect([...loaded.save()]).toEqual([...NgramTagger.load(loaded.save()).save()])
    expect(loadSimpleTagger(chain.save()).type).toBe('ngram')
  })

  it('may hold any tagger, which tags the whole Doc first and is given to load again', () => {
    const other: DocTagger = { tag: (given) => given.with({ tag: LAST.tag(given).strings('tag') }) }
    const tagger = NgramTagger.train([TRAIN], { backoff: other })
    expect(tagsOf(tagger.tag(tagged('They/x weave/x')))).toEqual(['PRP', 'NN'])
    const bytes = NgramTagger.train([TRAIN], { n: 2, backoff: tagger }).save()
    expect(caught(() => NgramTagger.load(bytes)).code).toBe('OPTION_INVALID')
    const loaded = NgramTagger.load(bytes, { backoff: other })
    expect(tagsOf(loaded.tag(tagged('They/x weave/x')))).toEqual(['PRP', 'NN'])
  })

  it('takes the words of the column form', () => {
    const forms = tagged('They/x permit/x')
    const doc = forms.with({ form: { ids: Uint32Array.of(0, 1), strings: ['The', 'permit'] } })
    expect(tagsOf(chain.tag(doc))).toEqual(['DT', 'NN'])
  })

  it('is refused where its Pack is another one, cut short or not sound', () => {
    const bytes = chain.save()
    expect(caught(() => AffixTagger.load(bytes)).code).toBe('PACK_KIND')
    expect(caught(() => NgramTagger.load(bytes.subarray(0, bytes.length - 1))).code).toBe('PACK_CHECKSUM')
    const pack = (meta: object, columns = {}) =>
      writePack({
        kind: 'simple-tagger',
        version: 1,
        meta: { column: 'tag', backoff: 'none', ...meta },
        columns,
      })
    for (const wrong of [
      pack({ type: 'magic' }),
      pack({ type: 'ngram', n: 1 }),
      pack({ type: 'ngram', n: 99 }),
      pack({ type: 'default' }),
      pack({ type: 'default', value: 'NN', column: 5 }),
      pack({ type: 'default', value: 'NN', backoff: 'packed' }),
      pack({ type: 'regexp' }),
      pack({ type: 'affix', affix: 'infix' }),
      pack({ type: 'brill' }),
      pack({ type: 'hmm', order: 'trigram' }),
    ]) {
      expect(caught(() => loadSimpleTagger(wrong)).code).toBe('PACK_MALFORMED')
    }
  })
})
