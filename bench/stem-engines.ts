/** The stemmers of English that are measured in memory: words in, stems out, both JavaScript strings. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './support/inputs.js'
import { requirePeer } from './support/peers.js'

/** Stems of many words, in order. */
export type StemAll = (words: readonly string[]) => readonly string[]

/** A stemmer under measurement. */
export interface StemEngine {
  readonly name: string
  /** The npm package; ours has none. */
  readonly peer?: string
  /** The stems of PROBE. */
  readonly expected: readonly string[]
  /** Whether ours must be ten times as fast. */
  readonly tenfold?: boolean
  load(): Promise<StemAll> | StemAll
}

/** Words whose stems the two algorithms of Porter give differently. */
export const PROBE = ['looms', 'generously', 'skies'] as const

const PORTER = ['loom', 'gener', 'ski']
const ENGLISH = ['loom', 'generous', 'sky']

interface Own {
  stemAll(words: readonly string[], options?: { lang: string }): string[]
  stemmer(lang: string): (word: string) => string
}

interface NlpjsEnglish {
  readonly StemmerEn: new () => { stemWords(words: readonly string[]): string[] }
}

interface Snowball {
  newStemmer(name: string): { stem(word: string): string }
}

const own = async () => (await import(pathToFileURL(join(ROOT, 'dist/stem/index.js')).href)) as Own

/** All of them; the first is the one that targets are about. */
export const STEM_ENGINES: readonly StemEngine[] = [
  {
    name: 'wordloom stemAll',
    expected: ENGLISH,
    load: async () => (await own()).stemAll,
  },
  {
    name: 'wordloom stemAll, porter',
    expected: PORTER,
    load: async () => {
      const { stemAll } = await own()
      return (words) => stemAll(words, { lang: 'porter' })
    },
  },
  {
    name: 'wordloom, a word a call',
    expected: ENGLISH,
    load: async () => each((await own()).stemmer('en')),
  },
  {
    name: 'wink-porter2-stemmer',
    peer: 'wink-porter2-stemmer',
    expected: ENGLISH,
    load: () => each(requirePeer<(word: string) => string>('wink-porter2-stemmer')),
  },
  {
    name: 'natural PorterStemmer',
    peer: 'natural',
    expected: PORTER,
    tenfold: true,
    load: () => {
      const { PorterStemmer } = requirePeer<{ PorterStemmer: { stem(word: string): string } }>('natural')
      return each((word) => PorterStemmer.stem(word))
    },
  },
  {
    name: '@nlpjs/lang-en StemmerEn',
    peer: '@nlpjs/lang-en',
    expected: ENGLISH,
    tenfold: true,
    load: () => {
      const stemmer = new (requirePeer<NlpjsEnglish>('@nlpjs/lang-en').StemmerEn)()
      return (words) => stemmer.stemWords(words)
    },
  },
  {
    name: 'snowball-stemmers english',
    peer: 'snowball-stemmers',
    expected: ENGLISH,
    tenfold: true,
    load: () => {
      const stemmer = requirePeer<Snowball>('snowball-stemmers').newStemmer('english')
      return each((word) => stemmer.stem(word))
    },
  },
]

function each(stem: (word: string) => string): StemAll {
  return (words) => words.map((word) => stem(word))
}
