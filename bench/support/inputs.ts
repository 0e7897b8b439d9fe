/**
 * Inputs of the benchmarks: deterministic texts, from the corpora where they are, else made from a seed.
 *
 * The mixed text takes pieces of at most 16 kB of whole paragraphs from every source of `text/` (encyclopedia,
 * news, books, speeches, factbook), always from the source that has given least so far. So any prefix of it
 * has the same mixture, and slow engines can be measured on a prefix.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** The repository. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** The folder of the corpora, and what to do when it is not there. */
export const CORPORA = resolve(process.env.WORDLOOM_MIRROR ?? join(ROOT, '../shared/corpora'))
export const GET_CORPORA = 'set WORDLOOM_MIRROR to the folder of the corpora (default ../shared/corpora)'

/** Whether the corpora are here. */
export function haveCorpora(): boolean {
  return existsSync(join(CORPORA, 'MANIFEST.json'))
}

/** A file of the corpora as text, unpacked where it is gzipped. */
export function corpusText(path: string): string {
  const bytes = readFileSync(join(CORPORA, path))
  return new TextDecoder().decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
}

const SOURCES = ['factbook', 'gutenberg-books', 'whitehouse-remarks', 'wikinews-en-2022', 'wikipedia-en-2015']
const PIECE_BYTES = 16_000

/** The shards of the 62 MB of Wikipedia, as paths below the corpora. */
export const WIKIPEDIA_SHARDS = ['00', '01', '02'].map((shard) => `text/wikipedia-en-2015-${shard}.txt.gz`)

/** Mixed English text of `bytes` UTF-8 bytes (cut at the end of a paragraph, so a little less). */
export function mixedText(bytes: number): string {
  const sources = SOURCES.map((name) => {
    const paragraphs = corpusText(`text/${name}-00.txt.gz`).split('\n')
    return { paragraphs, next: 0, given: 0 }
  })
  const parts: string[] = []
  let total = 0
  while (total < bytes) {
    const source = sources.reduce((least, other) => (other.given < least.given ? other : least))
    let piece = 0
    while (piece < PIECE_BYTES) {
      const paragraph = source.paragraphs[source.next % source.paragraphs.length]!
      const size = Buffer.byteLength(paragraph) + 1
      if (total + size > bytes) return parts.join('\n')
      source.next++
      parts.push(paragraph)
      piece += size
      total += size
    }
    source.given += piece
  }
  return parts.join('\n')
}

const SENTENCES = [
  "I can't believe that it's already 5 p.m. in New York.",
  'Dr. Smith paid $3.50 (about 2.9 euros) for a well-known book on 12 March 1998.',
  'She said: "We\'re gonna win, aren\'t we?"',
  'The U.S. economy grew by 2.4% between 2010-2012, according to the report.',
  'Write to someone@example.org or look at https://www.example.org/a/b?c=d#e first!',
  'The caf\u00e9 in Z\u00fcrich was closed \u2013 na\u00efve as we were, we waited \ud83d\ude42.',
  'Rivers carry sand and silt from the mountains to the sea, where they form deltas.',
  "No one knew whether John's letter, which had arrived late, was meant for him or for his brother.",
  'Costs: 1,234,567 units; weight 3/4 lb; ratio 16:9; version v2.0.1.',
  'Yes...',
]

/** English-like text of `bytes` UTF-8 bytes made from a seed, for where the corpora are not. */
export function madeText(bytes: number, seed = 1): string {
  const parts: string[] = []
  let state = seed >>> 0
  let total = 0
  for (let i = 0; total < bytes; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const sentence = SENTENCES[(state >>> 8) % SENTENCES.length]! + (i % 5 === 4 ? '\n' : ' ')
    parts.push(sentence)
    total += Buffer.byteLength(sentence)
  }
  return parts.join('')
}

/** The first `share` of a text, up to the end of a paragraph. */
export function prefix(text: string, share: number): string {
  if (share >= 1) return text
  const at = text.indexOf('\n', Math.floor(text.length * share))
  return at < 0 ? text : text.slice(0, at + 1)
}

/** A text in pieces of whole lines, about `units` UTF-16 units each. */
export function pieces(text: string, units = 16_000): string[] {
  const result: string[] = []
  for (let from = 0; from < text.length; ) {
    const line = text.indexOf('\n', from + units)
    const to = line < 0 ? text.length : line + 1
    result.push(text.slice(from, to))
    from = to
  }
  return result
}
