/** The simple taggers beside NLTK's: the same tag for each token, on Brown and on the treebank EWT. */
import { beforeAll, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { taggedReader } from '../../src/corpora/tagged-reader.js'
import {
  AffixTagger,
  DefaultTagger,
  NgramTagger,
  RegexpTagger,
  type SimpleTagger,
  taggingAccuracy,
} from '../../src/tag/index.js'
import type { Doc } from '../../src/text/doc.js'
import { zipCorpus } from '../support/corpus-of.js'
import { type NltkTagging, nltkTaggers, taggedSentences } from '../support/nltk-taggers.js'
import { corpusText, describeWith } from '../support/resources.js'

/** The patterns of the NLTK book, chapter 5.4. */
const PATTERNS = [
  ['.*ing$', 'VBG'],
  ['.*ed$', 'VBD'],
  ['.*es$', 'VBZ'],
  ['.*ould$', 'MD'],
  [".*'s$", 'NN$'],
  ['.*s$', 'NNS'],
  ['^-?[0-9]+(\\.[0-9]+)?$', 'CD'],
] as const

/** The sentences of Brown's category news, a Doc each. */
function brownNews(): Doc[] {
  const corpus = zipCorpus('nltk/corpora/brown.zip', /^ca\d\d$/, taggedReader({ tagCase: 'upper' }))
  return [...corpus.sentences()]
}

describeWith('corpora', 'the chain of the NLTK book on Brown news', () => {
  let train: Doc[] = []
  let test: Doc[] = []

  beforeAll(() => {
    const sentences = brownNews()
    const size = Math.floor(sentences.length * 0.9)
    train = sentences.slice(0, size)
    test = sentences.slice(size)
  })

  // SOURCE: NLTK 3.8, DefaultTagger('NN'), UnigramTagger and BigramTagger(train, backoff=...), accuracy(test), on
  // brown.tagged_sents(categories='news') of its own reader, cut at int(0.9 * sentences).
  it('has the accuracies that NLTK has, to four digits', () => {
    const score = (tagger: SimpleTagger) =>
      taggingAccuracy(
        test,
        test.map((doc) => tagger.tag(doc)),
      ).accuracy.toFixed(4)
    const last = new DefaultTagger('NN')
    const unigram = NgramTagger.train(train, { backoff: last })
    const bigram = NgramTagger.train(train, { n: 2, backoff: unigram })
    expect(score(last)).toBe('0.1263')
    expect(score(NgramTagger.train(train))).toBe('0.8121')
    expect(score(unigram)).toBe('0.8361')
    expect(score(NgramTagger.train(train, { n: 2 }))).toBe('0.1021')
    expect(score(bigram)).toBe('0.8452')
  })

  describeWith('nltk', 'beside NLTK itself', () => {
    it('gives every token the same tag', { timeout: 240_000 }, () => {
      const names = [
        'default',
        'unigram-alone',
        'bigram-alone',
        'unigram',
        'bigram',
        'trigram',
        'bigram-cutoff',
        'affix',
        'prefix',
        'trigram-affix',
        'regexp',
      ]
      const theirs = nltkTaggers({
        train: taggedSentences(train),
        test: taggedSentences(test),
        taggers: names,
        default: 'NN',
        patterns: PATTERNS,
      })
      const ours = taggersOf(train)
      for (const name of names) expect(tagsOf(ours[name]!, test), name).toEqual(withoutNull(theirs[name]!))
    })
  })
})

describeWith('corpora', 'the taggers on the treebank EWT', () => {
  describeWith('nltk', 'beside NLTK itself', () => {
    it('give every token the same tag', { timeout: 240_000 }, () => {
      const dev = [...readConllu(corpusText('ud/UD_English-EWT/en_ewt-ud-dev.conllu'))]
      const [train, test] = [dev.slice(0, 200), dev.slice(200)]
      const names = ['unigram', 'trigram', 'trigram-affix', 'bigram-cutoff', 'prefix']
      const theirs = nltkTaggers({
        train: taggedSentences(train),
        test: taggedSentences(test),
        taggers: names,
        default: 'NN',
      })
      const ours = taggersOf(train)
      for (const name of names) expect(tagsOf(ours[name]!, test), name).toEqual(withoutNull(theirs[name]!))
    })
  })
})

/** The chains of tests/support/nltk_taggers.py, by their names there. */
function taggersOf(train: readonly Doc[]): Record<string, SimpleTagger> {
  const last = new DefaultTagger('NN')
  const affix = AffixTagger.train(train, { backoff: last })
  const unigram = NgramTagger.train(train, { backoff: last })
  const bigram = NgramTagger.train(train, { n: 2, backoff: unigram })
  const unigramAffix = NgramTagger.train(train, { backoff: affix })
  const bigramAffix = NgramTagger.train(train, { n: 2, backoff: unigramAffix })
  return {
    default: last,
    regexp: new RegexpTagger(PATTERNS, { backoff: last }),
    affix,
    prefix: AffixTagger.train(train, { affix: 'prefix', length: 2, minStem: 3, cutoff: 1, backoff: last }),
    'unigram-alone': NgramTagger.train(train),
    'bigram-alone': NgramTagger.train(train, { n: 2 }),
    unigram,
    bigram,
    trigram: NgramTagger.train(train, { n: 3, backoff: bigram }),
    'trigram-affix': NgramTagger.train(train, { n: 3, backoff: bigramAffix }),
    'bigram-cutoff': NgramTagger.train(train, { n: 2, cutoff: 2, backoff: unigram }),
  }
}

function tagsOf(tagger: SimpleTagger, docs: readonly Doc[]): string[][] {
  return taggedSentences(docs.map((doc) => tagger.tag(doc))).map((sentence) => sentence.map(([, tag]) => tag))
}

function withoutNull({ tags }: NltkTagging): string[][] {
  return tags.map((sentence) => sentence.map((tag) => tag ?? ''))
}
