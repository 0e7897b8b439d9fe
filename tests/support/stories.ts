/**
 * The bundled corpus `stories`, the real texts it is held against (Brown, Gutenberg books, Switchboard, film reviews),
 * and how both are measured for its card: all by file, so that the range of single files can be seen.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { splitSentences } from '../../src/tokenize/sentences.js'
import { tokenize } from '../../src/tokenize/tokenize.js'
import { lengthStatistics, typeTokenRatio, wordsOf, zipMember, zipMembers } from './corpus-checks.js'
import { corpusText } from './resources.js'

export const CATEGORIES = [
  'news',
  'fiction',
  'letters',
  'science',
  'history',
  'recipes',
  'dialogue',
  'reviews',
] as const

export type Category = (typeof CATEGORIES)[number]

/** Where people write or speak like this: categories of Brown, Gutenberg books, Switchboard, film reviews. */
export const LIKE: Readonly<Record<Category, readonly string[]>> = {
  news: ['news'],
  fiction: ['fiction', 'adventure', 'gutenberg'],
  letters: ['belles_lettres', 'humor', 'gutenberg'],
  science: ['learned', 'lore'],
  history: ['belles_lettres', 'lore'],
  recipes: ['hobbies'],
  dialogue: ['romance', 'humor', 'switchboard'],
  reviews: ['reviews', 'movie_reviews'],
}

/** One file: its path in its corpus, its text (paragraphs between blank lines), its sentences. */
export interface Story {
  readonly path: string
  readonly category: string
  readonly text: string
  readonly sentences: readonly string[]
}

const FOLDER = 'corpora/stories'

/** The bundled corpus, by category and name. */
export function stories(): Story[] {
  return CATEGORIES.flatMap((category) =>
    readdirSync(`${FOLDER}/${category}`)
      .sort()
      .map((name) => {
        const text = readFileSync(`${FOLDER}/${category}/${name}`, 'utf8')
        return { path: `${category}/${name}`, category, text, sentences: sentencesOf(text) }
      }),
  )
}

/** Sentences as our splitter finds them; the name before the colon in a script is not part of one. */
function sentencesOf(text: string): string[] {
  const spoken = text.replaceAll(/^[A-Z][A-Za-z. ]{1,12}: /gm, '')
  const doc = splitSentences(tokenize(spoken))
  return Array.from(doc.sentences(), ({ start, end }) => spoken.slice(start, end))
}

/** The paragraphs of a file; the first is its title. */
export function paragraphsOf(text: string): string[] {
  return text.trimEnd().split('\n\n')
}

let samples: Story[] | undefined

/** Brown's samples of about 2,000 words, with their own sentences. */
export function brown(categories?: readonly string[]): Story[] {
  samples ??= readBrown()
  return categories ? samples.filter(({ category }) => categories.includes(category)) : samples
}

function readBrown(): Story[] {
  const latin1 = new TextDecoder('latin1')
  const members = zipMembers('nltk/corpora/brown.zip', (name) => /^brown\/c/.test(name))
  const lines = latin1.decode(members.get('brown/cats.txt')).trimEnd().split('\n')
  return lines.map((line) => {
    const [path, category] = line.split(' ') as [string, string]
    const sentences = latin1
      .decode(members.get(`brown/${path}`))
      .split('\n')
      .map(untagged)
      .filter((sentence) => sentence !== '')
    return { path, category, text: sentences.join('\n'), sentences }
  })
}

function untagged(line: string): string {
  const tokens = line.trim().split(/\s+/)
  return tokens.map((token) => token.slice(0, Math.max(0, token.lastIndexOf('/')))).join(' ')
}

/** The telephone calls of the Switchboard sample; a sentence is an utterance, without its marks of disfluency. */
export function switchboard(): Story[] {
  const member = zipMember('nltk/corpora/switchboard.zip', 'switchboard/discourse')
  const calls = new TextDecoder('latin1').decode(member).split('\n\n')
  return calls.map((call, i) => {
    const sentences = call.split('\n').map((line) =>
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\{[A-Z]|<[^<>]*>|[^\w',.?! -]/g, ' ')
        .replaceAll(/ {2,}/g, ' ')
        .trim(),
    )
    const kept = sentences.filter((sentence) => wordsOf(sentence).length > 0)
    return { path: `call-${i + 1}`, category: 'switchboard', text: kept.join('\n'), sentences: kept }
  })
}

let openings: Story[] | undefined

/** The first 8,000 characters of each Gutenberg book, cut at a paragraph. */
export function books(): Story[] {
  openings ??= readBooks(8000)
  return openings
}

function readBooks(length: number): Story[] {
  const shards = [0, 1].map((shard) => corpusText(`text/gutenberg-books-0${shard}.txt.gz`))
  return shards
    .flatMap((shard) => shard.split('\n\n'))
    .filter((book) => book.length > length)
    .map((book, i) => {
      const text = book.slice(0, book.lastIndexOf('\n', length)).replaceAll('\n', '\n\n')
      return { path: `book-${i + 1}`, category: 'gutenberg', text, sentences: sentencesOf(text) }
    })
}

/** Sixty reviews of films, thirty favourable and thirty not, by their numbers in the corpus. */
export function movieReviews(): Story[] {
  const members = zipMembers('nltk/corpora/movie_reviews.zip', (name) => /\/cv[0-2]\d0_/.test(name))
  return [...members].map(([path, review]) => {
    const sentences = new TextDecoder('latin1').decode(review).split('\n')
    const kept = sentences.filter((sentence) => wordsOf(sentence).length > 0)
    return { path, category: 'movie_reviews', text: kept.join('\n'), sentences: kept }
  })
}

/** The real files beside which a category stands. */
export function realLike(category: Category): Story[] {
  const like = LIKE[category]
  const others = { gutenberg: books, switchboard, movie_reviews: movieReviews }
  return [
    ...brown(like),
    ...Object.entries(others).flatMap(([name, read]) => (like.includes(name) ? read() : [])),
  ]
}

/** What the card says of a group of files. */
export interface Measures {
  readonly sentenceMean: number
  readonly sentenceMedian: number
  readonly sentenceP95: number
  readonly letters: number
  readonly ratio: number
  readonly common: number
  readonly the: number
  readonly firstPerson: number
  readonly secondPerson: number
}

/** The fifty most frequent words of Brown, which every English text is half made of. */
export const COMMON = new Set(
  wordsOf(`the of and to a in that is was he for it with as his on be at by i this had not are but from or have an
    they which one you were her all she there would their we him been has when who will no more if`),
)

/**
 * Sentence lengths in words; letters a word; distinct words in 500, mean over whole runs of 500 within a file; and
 * shares per 1,000 words: the fifty commonest words of English, `the`, first and second person.
 */
export function measure(files: readonly Pick<Story, 'text' | 'sentences'>[]): Measures {
  const all = files.map(({ text }) => wordsOf(text))
  const words = all.flat()
  const runs = all.flatMap((own) =>
    Array.from({ length: Math.floor(own.length / 500) }, (_, i) => own.slice(500 * i, 500 * i + 500)),
  )
  const lengths = lengthStatistics(
    files.flatMap(({ sentences }) => sentences.filter((s) => /\p{L}/u.test(s))),
  )
  const perThousand = (keep: (word: string) => boolean) => (1000 * words.filter(keep).length) / words.length
  const first = new Set(['i', 'me', 'my', 'mine', 'myself', 'we', 'us', 'our', 'ours', 'ourselves'])
  const second = new Set(['you', 'your', 'yours', 'yourself', 'yourselves'])
  const stem = (word: string) => word.split("'")[0]!
  return {
    sentenceMean: lengths.mean,
    sentenceMedian: lengths.median,
    sentenceP95: lengths.p95,
    letters: words.reduce((sum, word) => sum + word.replaceAll("'", '').length, 0) / words.length,
    ratio: runs.reduce((sum, run) => sum + typeTokenRatio(run, 500), 0) / Math.max(1, runs.length),
    common: perThousand((word) => COMMON.has(word)),
    the: perThousand((word) => word === 'the'),
    firstPerson: perThousand((word) => first.has(stem(word))),
    secondPerson: perThousand((word) => second.has(stem(word))),
  }
}
