/**
 * Engines that make words and sentences of raw text, for measuring how right they are.
 *
 * A peer gives strings; they are found again in the text, one after the other. What a peer drops (punctuation,
 * mostly) is taken as tokens of its own, which is the kindest reading. Paragraphs are given one at a time, so a
 * blank line ends a sentence for every engine.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Doc, KIND_CODES, splitSentences, tokenize } from 'wordloom'
import { ROOT } from './support/inputs.js'
import { locateEach, type TextSpan } from './support/locate.js'
import { PYTHON, requirePeer } from './support/peers.js'

/** Words and sentences of one paragraph as strings. */
export interface Annotation {
  readonly words: readonly string[]
  readonly sentences: readonly string[]
}

/** An engine under measurement. */
export interface Annotator {
  readonly name: string
  readonly ours?: boolean
  /** The npm package of a peer, or 'NLTK'. */
  readonly peer?: string
  annotate(paragraphs: readonly string[]): Annotation[]
}

function each(name: string, peer: string, load: () => (text: string) => Annotation): Annotator {
  return {
    name,
    peer,
    annotate(paragraphs) {
      const one = load()
      return paragraphs.map(one)
    },
  }
}

interface NaturalModule {
  readonly SentenceTokenizer: new (abbreviations: string[]) => { tokenize(text: string): string[] }
  readonly [tokenizer: string]: new (options: never) => { tokenize(text: string): string[] }
}

function natural(tokenizer: string): Annotator {
  return each(`natural ${tokenizer.replace('Tokenizer', '')} + Sentence`, 'natural', () => {
    const library = requirePeer<NaturalModule>('natural')
    const words = new library[tokenizer]!(undefined as never)
    const sentences = new library.SentenceTokenizer([])
    return (text) => ({ words: words.tokenize(text), sentences: sentences.tokenize(text) })
  })
}

interface WinkItems {
  out(): string[]
}
type Wink = (
  model: unknown,
  pipe: string[],
) => {
  readDoc(text: string): { tokens(): WinkItems; sentences(): WinkItems }
}

interface CompromiseSentence {
  readonly text: string
  readonly terms: readonly { readonly pre: string; readonly text: string; readonly post: string }[]
}
type Compromise = (text: string) => { json(): CompromiseSentence[] }

/** All engines that run in Node. */
export const ANNOTATORS: readonly Annotator[] = [
  {
    name: 'wordloom',
    ours: true,
    annotate: (paragraphs) =>
      paragraphs.map((text) => {
        const doc = splitSentences(tokenize(text))
        return { words: doc.words(), sentences: Array.from(doc.sentences(), String) }
      }),
  },
  each('wink-nlp', 'wink-nlp', () => {
    const nlp = requirePeer<Wink>('wink-nlp')(requirePeer('wink-eng-lite-web-model'), ['sbd'])
    return (text) => {
      const doc = nlp.readDoc(text)
      return { words: doc.tokens().out(), sentences: doc.sentences().out() }
    }
  }),
  each('compromise', 'compromise', () => {
    const nlp = requirePeer<Compromise>('compromise')
    return (text) => {
      const sentences = nlp(text).json()
      const words = sentences.flatMap(({ terms }) =>
        // Punctuation before and after a term, runs of one character together.
        terms.flatMap(({ pre, text: term, post }) =>
          [...runs(pre), term, ...runs(post)].filter((word) => word !== ''),
        ),
      )
      return { words, sentences: sentences.map((sentence) => sentence.text) }
    }
  }),
  natural('TreebankWordTokenizer'),
  natural('WordPunctTokenizer'),
  natural('WordTokenizer'),
]

/** NLTK, in one Python process. */
export const NLTK_ANNOTATOR: Annotator = {
  name: 'NLTK word_tokenize + Punkt, untrained',
  peer: 'NLTK',
  annotate(paragraphs) {
    const folder = join(ROOT, 'build/bench')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'paragraphs.json')
    writeFileSync(file, JSON.stringify(paragraphs))
    const { stdout, stderr, status } = spawnSync(
      PYTHON,
      [join(ROOT, 'bench/nltk_engine.py'), 'annotate', file],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    )
    if (status !== 0) throw new Error(`NLTK failed\n${stderr}`)
    return JSON.parse(stdout) as Annotation[]
  },
}

function runs(text: string): string[] {
  const result: string[] = []
  for (const character of text) {
    if (character.trim() === '') continue
    if (result.at(-1)?.startsWith(character)) result[result.length - 1] += character
    else result.push(character)
  }
  return result
}

/** Where each string lies in `text`, in order; what is not there is left out. */
function locate(text: string, strings: readonly string[]): TextSpan[] {
  return locateEach(text, strings).filter((span) => span !== undefined)
}

/** Spans for what lies between the spans, white space aside. */
function filled(
  text: string,
  spans: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = []
  let from = 0
  for (const span of [...spans, { start: text.length, end: text.length }]) {
    for (let i = from; i < span.start; ) {
      while (i < span.start && text[i]!.trim() === '') i++
      let to = i
      while (to < span.start && text[to]!.trim() !== '') to++
      if (to > i) result.push({ start: i, end: to })
      i = to
    }
    if (span.end > span.start) result.push(span)
    from = span.end
  }
  return result
}

/**
 * An annotation as a Doc. `clitics` says how a word that begins with an apostrophe, or is n't, and follows a word
 * without a space is read: as the second word of a multiword token, or as a token of its own.
 */
export function docOf(text: string, { words, sentences }: Annotation, clitics: boolean): Doc {
  const spans = filled(text, locate(text, words))
  const ends = locate(text, sentences).map(({ end }) => end)
  const kind = new Uint8Array(spans.length)
  const sentence = new Uint32Array(spans.length)
  let current = 0
  spans.forEach(({ start, end }, i) => {
    while (current < ends.length && start >= ends[current]!) current++
    sentence[i] = current
    const glued = i > 0 && spans[i - 1]!.end === start && sentence[i - 1] === current
    const surface = text.slice(start, end)
    const clitic = glued && clitics && /^(?:['\u2019]\p{L}|n['\u2019]t$)/iu.test(surface)
    kind[i] = KIND_CODES[clitic ? 'clitic' : 'word']
  })
  return Doc.create(text, {
    start: Uint32Array.from(spans, ({ start }) => start),
    end: Uint32Array.from(spans, ({ end }) => end),
    kind,
    sentence,
  })
}
