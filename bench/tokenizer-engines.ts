/**
 * The tokenizers that are measured, each as "documents in, counts out", with an answer known beforehand.
 *
 * `form` is the form of input that suits the engine better: one long string, or pieces of whole paragraphs.
 * `share` is the part of the text that a slow engine gets (the text has the same mixture in any prefix).
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './support/inputs.js'
import { peerVersion, requirePeer } from './support/peers.js'

/** A Doc as far as the benchmarks use it, so that older builds can be measured too. */
export interface BenchDoc {
  readonly length: number
  readonly start: Uint32Array
  readonly end: Uint32Array
  words(): string[]
  numbers(name: string): ArrayLike<number>
}

/** The part of Wordloom that the benchmarks use. */
export interface Wordloom {
  tokenize(text: string): BenchDoc
  splitSentences(doc: BenchDoc): BenchDoc
}

/** What an engine makes of one text; `held` is the result itself, to weigh it. */
export interface Tokenized {
  readonly tokens: number
  readonly sentences?: number
  readonly held: unknown
}

/** A loaded engine. */
export interface Loaded {
  run(text: string): Tokenized
  words(text: string): string[]
}

/** A tokenizer under measurement. */
export interface TokenizerEngine {
  readonly name: string
  readonly ours?: boolean
  readonly version: () => string
  readonly form: 'whole' | 'pieces'
  /** The part of the text that is measured, 1 for all. */
  readonly share: number
  /** The words of PROBE. */
  readonly expected: readonly string[]
  load(): Promise<Loaded> | Loaded
}

/** A text whose words every engine's documentation or source lets one foresee. */
export const PROBE = "The cat can't sit, can it?"

/** Loads a build of Wordloom: this one, or that of another checkout. */
export async function loadWordloom(checkout: string = ROOT): Promise<Wordloom> {
  return (await import(pathToFileURL(join(checkout, 'dist/index.js')).href)) as Wordloom
}

function ours(
  name: string,
  run: (wordloom: Wordloom, text: string) => Tokenized,
  checkout?: string,
): TokenizerEngine {
  return {
    name,
    ours: checkout === undefined,
    version: () => 'this build',
    form: 'whole',
    share: 1,
    expected: ['The', 'cat', 'ca', "n't", 'sit', ',', 'can', 'it', '?'],
    async load() {
      const wordloom = await loadWordloom(checkout)
      return { run: (text) => run(wordloom, text), words: (text) => wordloom.tokenize(text).words() }
    },
  }
}

function tokens(wordloom: Wordloom, text: string): Tokenized {
  const doc = wordloom.tokenize(text)
  return { tokens: doc.length, held: doc }
}

interface NaturalTokenizer {
  tokenize(text: string): string[]
}
type Natural = Record<string, new (options?: object) => NaturalTokenizer>

function natural(tokenizer: string, expected: readonly string[]): TokenizerEngine {
  return {
    name: `natural ${tokenizer.replace('Tokenizer', '')}`,
    version: () => peerVersion('natural'),
    form: 'pieces',
    share: 1,
    expected,
    load() {
      const instance = new (requirePeer<Natural>('natural')[tokenizer]!)()
      return {
        run(text) {
          const words = instance.tokenize(text)
          return { tokens: words.length, held: words }
        },
        words: (text) => instance.tokenize(text),
      }
    },
  }
}

interface WinkCollection {
  length(): number
  out(): string[]
}
interface WinkDoc {
  tokens(): WinkCollection
  sentences(): WinkCollection
}
type WinkNlp = (model: unknown, pipe: string[]) => { readDoc(text: string): WinkDoc }

function wink(name: string, pipe: string[]): TokenizerEngine {
  return {
    name,
    version: () => peerVersion('wink-nlp'),
    form: 'pieces',
    share: 1,
    expected: ['The', 'cat', 'ca', "n't", 'sit', ',', 'can', 'it', '?'],
    load() {
      const nlp = requirePeer<WinkNlp>('wink-nlp')(requirePeer('wink-eng-lite-web-model'), pipe)
      return {
        run(text) {
          const doc = nlp.readDoc(text)
          const counts = { tokens: doc.tokens().length(), held: doc }
          return pipe.includes('sbd') ? { ...counts, sentences: doc.sentences().length() } : counts
        },
        words: (text) => nlp.readDoc(text).tokens().out(),
      }
    },
  }
}

type Compromise = (text: string) => { length: number; termList(): { text: string }[] }

const compromise: TokenizerEngine = {
  name: 'compromise tokenize',
  version: () => peerVersion('compromise'),
  form: 'pieces',
  share: 0.1,
  expected: ['The', 'cat', "can't", '', 'sit', 'can', 'it'],
  load() {
    const nlp = requirePeer<Compromise>('compromise/tokenize')
    return {
      run(text) {
        const view = nlp(text)
        return { tokens: view.termList().length, sentences: view.length, held: view }
      },
      words: (text) =>
        nlp(text)
          .termList()
          .map((term) => term.text),
    }
  },
}

const SPLIT = ['The', 'cat', 'can', "'", 't', 'sit', ',', 'can', 'it', '?']

/** All tokenizers that run in Node; `previous` is another checkout, built, to be measured beside this one. */
export function nodeEngines(previous?: string): TokenizerEngine[] {
  const engines = [
    ours('wordloom tokenize', tokens),
    ours('wordloom tokenize, all words as strings', (wordloom, text) => {
      const words = wordloom.tokenize(text).words()
      return { tokens: words.length, held: words }
    }),
    ours('wordloom tokenize + sentences', (wordloom, text) => {
      const doc = wordloom.splitSentences(wordloom.tokenize(text))
      const last = doc.numbers('sentence')[doc.length - 1]
      return { tokens: doc.length, sentences: (last ?? -1) + 1, held: doc }
    }),
    natural('AggressiveTokenizer', ['The', 'cat', "can't", 'sit', 'can', 'it']),
    natural('WordTokenizer', ['The', 'cat', 'can', 't', 'sit', 'can', 'it']),
    natural('WordPunctTokenizer', SPLIT),
    natural('TreebankWordTokenizer', ['The', 'cat', 'ca', "n't", 'sit', ',', 'can', 'it', '?']),
    wink('wink-nlp tokens', []),
    wink('wink-nlp tokens + sentences', ['sbd']),
    compromise,
  ]
  if (previous !== undefined) engines.splice(1, 0, ours('wordloom tokenize, previous', tokens, previous))
  return engines
}
