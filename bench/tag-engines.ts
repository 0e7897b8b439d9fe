/**
 * The taggers that are measured. Some take words, and get those of the treebank; others take text alone, and what they
 * make of it is aligned with the treebank by where words lie in the text.
 *
 * `prepare` is what happens before the clock starts, for each pass anew, so that nothing is remembered of the pass before.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Doc, type StringColumn } from 'wordloom'
import { mapTags } from 'wordloom/tag'
import { ROOT } from './support/inputs.js'
import { locateEach, type TextSpan } from './support/locate.js'
import { requirePeer } from './support/peers.js'
import { ENGLISH_PACK } from './support/treebank.js'

/** What is tagged, in the three forms that engines take. */
export interface TagInput {
  /** CoNLL-U without tags. */
  readonly blind: string
  readonly sentences: readonly (readonly string[])[]
  readonly text: string
}

/** Tags of words: all words of the treebank in their order, or those with the spans. */
export interface Tagged {
  readonly tags: readonly string[]
  readonly spans?: readonly TextSpan[]
}

/** A pass over the whole input. */
export interface Pass {
  /** Does the work; gives the number of its own tokens. */
  run(): number
  /** What `run` has made. */
  tagged(): Tagged
}

/** A tagger under measurement. */
export interface TagEngine {
  readonly name: string
  readonly takes: 'words' | 'text'
  /** The npm package; ours has none. */
  readonly peer?: string
  /** The part of the text that is timed, 1 for all. */
  readonly share: number
  /** Whether it learns from the treebank before it is measured. */
  readonly learns?: boolean
  /** Tags of PROBE. */
  readonly expected: readonly string[]
  load(train: () => string): Promise<(input: TagInput) => Pass> | ((input: TagInput) => Pass)
}

/** A sentence that every tagger should get right. */
export const PROBE = 'She gave him a book.'
const RIGHT = ['PRON', 'VERB', 'PRON', 'DET', 'NOUN', 'PUNCT']

/** A Doc of the built package, as far as it is used here. */
interface BuiltDoc {
  readonly length: number
  readonly start: Uint32Array
  readonly end: Uint32Array
  strings(name: string): StringColumn
}
interface Built {
  readConllu(conllu: string): Iterable<BuiltDoc>
}
interface BuiltTagger {
  tag(doc: BuiltDoc, options?: { columns?: readonly string[] }): BuiltDoc
}
interface BuiltLanguage {
  part(name: 'tagger'): BuiltTagger
  split(text: string): BuiltDoc
  read(text: string, options: { until: 'tag' }): BuiltDoc
}
interface BuiltNode {
  load(pack: URL, options: { grade: 'fast' | 'exact' }): Promise<BuiltLanguage>
}
interface BuiltTag {
  readonly HmmTagger: { train(docs: Iterable<BuiltDoc>): BuiltTagger }
}

async function built<T>(entry: string): Promise<T> {
  return (await import(pathToFileURL(join(ROOT, `dist/${entry}.js`)).href)) as T
}

function tagsOf(doc: BuiltDoc): string[] {
  const { ids, strings } = doc.strings('tag')
  return Array.from(ids, (id) => strings[id]!)
}

/** A tagger over the Docs of the treebank. */
function overDocs({ readConllu }: Built, tag: (doc: BuiltDoc) => BuiltDoc): (input: TagInput) => Pass {
  return ({ blind }) => {
    const docs = [...readConllu(blind)]
    let done: BuiltDoc[] = []
    return {
      run() {
        done = docs.map(tag)
        return done.reduce((sum, { length }) => sum + length, 0)
      },
      tagged: () => ({ tags: done.flatMap(tagsOf) }),
    }
  }
}

async function english(): Promise<BuiltLanguage> {
  return (await built<BuiltNode>('node')).load(pathToFileURL(ENGLISH_PACK), { grade: 'fast' })
}

/** The tagger of the English pack over words; all its columns, or some. */
function ownWords(name: string, columns?: readonly string[]): TagEngine {
  return {
    name,
    takes: 'words',
    share: 1,
    expected: RIGHT,
    async load() {
      const tagger = (await english()).part('tagger')
      const options = columns === undefined ? {} : { columns }
      return overDocs(await built<Built>('index'), (doc) => tagger.tag(doc, options))
    },
  }
}

/** The English pack over text. */
function ownText(
  name: string,
  read: (language: BuiltLanguage, tagger: BuiltTagger, text: string) => BuiltDoc,
): TagEngine {
  return {
    name,
    takes: 'text',
    share: 1,
    expected: RIGHT,
    async load() {
      const language = await english()
      const tagger = language.part('tagger')
      return ({ text }) => {
        let doc: BuiltDoc | undefined
        return {
          run() {
            doc = read(language, tagger, text)
            return doc.length
          },
          tagged: () => ({
            tags: tagsOf(doc!),
            spans: Array.from(doc!.start, (start, i) => ({ start, end: doc!.end[i]! })),
          }),
        }
      }
    },
  }
}

interface NaturalTags {
  readonly Lexicon: new (language: string, unknown: string, capitalised: string) => unknown
  readonly RuleSet: new (language: string) => unknown
  readonly BrillPOSTagger: new (
    lexicon: unknown,
    rules: unknown,
  ) => { tag(words: readonly string[]): { taggedWords: readonly { readonly tag: string }[] } }
}

interface WinkDoc {
  tokens(): { length(): number; out(of?: unknown): string[] }
}
type WinkNlp = (
  model: unknown,
  pipe: string[],
) => { readonly its: { readonly pos: unknown }; readDoc(text: string): WinkDoc }

interface CompromiseTerm {
  readonly text: string
  readonly tags: Iterable<string>
}
type Compromise = (text: string) => { termList(): CompromiseTerm[] }

/** All of them that run in Node. */
export const TAG_ENGINES: readonly TagEngine[] = [
  ownWords('wordloom Tagger, UPOS alone', ['tag']),
  ownWords('wordloom Tagger: UPOS, XPOS, features'),
  ownText('wordloom, text to sentences and UPOS', (language, tagger, text) =>
    tagger.tag(language.split(text), { columns: ['tag'] }),
  ),
  ownText('wordloom, text to sentences and all tags', (language, _tagger, text) =>
    language.read(text, { until: 'tag' }),
  ),
  {
    name: 'wordloom HmmTagger, trigrams',
    takes: 'words',
    learns: true,
    share: 1,
    expected: RIGHT,
    async load(train) {
      const { HmmTagger } = await built<BuiltTag>('tag/index')
      const index = await built<Built>('index')
      const tagger = HmmTagger.train([...index.readConllu(train())])
      return overDocs(index, (doc) => tagger.tag(doc))
    },
  },
  {
    name: 'wink-nlp, text to sentences and tags',
    takes: 'text',
    peer: 'wink-nlp',
    share: 1,
    expected: RIGHT,
    load() {
      const nlp = requirePeer<WinkNlp>('wink-nlp')(requirePeer('wink-eng-lite-web-model'), ['sbd', 'pos'])
      return byParagraphs((paragraph) => {
        const tokens = nlp.readDoc(paragraph).tokens()
        return { length: tokens.length(), words: () => tokens.out(), tags: () => tokens.out(nlp.its.pos) }
      })
    },
  },
  {
    name: 'natural BrillPOSTagger',
    takes: 'words',
    peer: 'natural',
    share: 1,
    expected: RIGHT,
    load() {
      const { BrillPOSTagger, Lexicon, RuleSet } = requirePeer<NaturalTags>('natural')
      const tagger = new BrillPOSTagger(new Lexicon('EN', 'NN', 'NNP'), new RuleSet('EN'))
      return ({ sentences }) => {
        let done: { readonly taggedWords: readonly { readonly tag: string }[] }[] = []
        return {
          run() {
            done = sentences.map((words) => tagger.tag(words))
            return done.reduce((sum, { taggedWords }) => sum + taggedWords.length, 0)
          },
          tagged: () => ({
            tags: done.flatMap(({ taggedWords }, i) =>
              fromPenn(
                sentences[i]!,
                taggedWords.map(({ tag }) => tag),
              ),
            ),
          }),
        }
      }
    },
  },
  {
    name: 'compromise, text to sentences and tags',
    takes: 'text',
    peer: 'compromise',
    share: 0.1,
    // "here" is a noun to it, and punctuation no term.
    expected: ['PRON', 'VERB', 'PRON', 'DET', 'NOUN'],
    load() {
      const nlp = requirePeer<Compromise>('compromise')
      return byParagraphs((paragraph) => {
        const terms = nlp(paragraph).termList()
        return {
          length: terms.length,
          words: () => terms.map(({ text }) => text),
          tags: () => terms.map(fromCompromise),
        }
      })
    },
  },
]

interface ParagraphTags {
  readonly length: number
  words(): string[]
  tags(): string[]
}

/** A tagger that gets a paragraph at a time, and gives strings that are found again in it. */
function byParagraphs(tag: (paragraph: string) => ParagraphTags): (input: TagInput) => Pass {
  return ({ text }) => {
    const paragraphs = text.trimEnd().split('\n\n')
    let done: ParagraphTags[] = []
    return {
      run() {
        done = paragraphs.map(tag)
        return done.reduce((sum, { length }) => sum + length, 0)
      },
      tagged() {
        const tags: string[] = []
        const spans: TextSpan[] = []
        let base = 0
        done.forEach((result, p) => {
          const own = result.tags()
          locateEach(paragraphs[p]!, result.words()).forEach((span, i) => {
            if (span === undefined) return
            tags.push(own[i]!)
            spans.push({ start: base + span.start, end: base + span.end })
          })
          base += paragraphs[p]!.length + 2
        })
        return { tags, spans }
      },
    }
  }
}

/** UPOS of tags of the Penn Treebank; words decide where a tag alone does not. */
function fromPenn(words: readonly string[], penn: readonly string[]): string[] {
  const ends: number[] = []
  for (const word of words) ends.push((ends.at(-1) ?? -1) + 1 + word.length)
  const doc = Doc.create(words.join(' '), {
    start: Uint32Array.from(words, (word, i) => ends[i]! - word.length),
    end: Uint32Array.from(ends),
    tag: { ids: Uint32Array.from(penn, (_, i) => i), strings: penn },
  })
  const { ids, strings } = mapTags(doc, { map: 'ptb-upos', unknown: 'X' }).strings('tag')
  return Array.from(ids, (id) => strings[id]!)
}

/** UPOS by the first of the term's tags that is listed; the kindest reading where they say less than UPOS. */
const COMPROMISE_TAGS: readonly (readonly [string, string])[] = [
  ['Copula', 'AUX'],
  ['Auxiliary', 'AUX'],
  ['Modal', 'AUX'],
  ['Pronoun', 'PRON'],
  ['Negative', 'PART'],
  ['ProperNoun', 'PROPN'],
  ['Value', 'NUM'],
  ['Determiner', 'DET'],
  ['Preposition', 'ADP'],
  ['Expression', 'INTJ'],
  ['Url', 'PROPN'],
  ['Email', 'PROPN'],
  ['Emoji', 'SYM'],
  ['Emoticon', 'SYM'],
  ['Adverb', 'ADV'],
  ['Adjective', 'ADJ'],
  ['Verb', 'VERB'],
  ['Noun', 'NOUN'],
]
const COORDINATING = new Set(['and', 'or', 'but', 'nor', 'yet', '&', 'plus'])

function fromCompromise({ text, tags }: CompromiseTerm): string {
  const own = new Set(tags)
  const word = text.toLowerCase()
  if (own.has('Conjunction')) return COORDINATING.has(word) ? 'CCONJ' : 'SCONJ'
  if (own.has('QuestionWord')) return /^(?:who|whom|whose|what|which)/.test(word) ? 'PRON' : 'ADV'
  return COMPROMISE_TAGS.find(([tag]) => own.has(tag))?.[1] ?? 'X'
}
