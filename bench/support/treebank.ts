/**
 * The English treebank and the English language pack for the benchmarks of taggers and parsers.
 *
 * Engines get the treebank without its annotation: whatever they are, they cannot look at the answers. A real run
 * measures on test; a smoke run takes a little of dev, and never opens test.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConllu } from 'wordloom'
import { corpusText, GET_CORPORA, haveCorpora, ROOT } from './inputs.js'

/** The English language pack; WORDLOOM_PACK names another one. */
export const ENGLISH_PACK = resolve(process.env.WORDLOOM_PACK ?? join(ROOT, 'models/en.pack'))

/** Why taggers and parsers cannot be measured here, with what to do about it; undefined where they can. */
export function missingForEnglish(): string | undefined {
  if (!haveCorpora()) return `skipped: no corpora here; to get them: ${GET_CORPORA}`
  if (existsSync(ENGLISH_PACK)) return undefined
  return `skipped: there is no English language pack, ${ENGLISH_PACK}; to make it: npx tsx scripts/train-english.ts, or set WORDLOOM_PACK to another one`
}

/** Whole sentences of EWT as CoNLL-U, the first `sentences` of them. */
export function treebank(split: 'train' | 'dev' | 'test', sentences = Number.POSITIVE_INFINITY): string {
  const packed = split === 'train' ? '.gz' : ''
  const conllu = corpusText(`ud/UD_English-EWT/en_ewt-ud-${split}.conllu${packed}`)
  const blocks = conllu.trimEnd().split('\n\n')
  return `${blocks.slice(0, sentences).join('\n\n')}\n\n`
}

/** What is measured on: EWT test, or in a smoke run some sentences of dev. */
export function goldTreebank(smoke: boolean): string {
  return smoke ? treebank('dev', 80) : treebank('test')
}

/** The treebank without lemmas, tags, features, heads and relations: words, spaces and sentences are left. */
export function blindTreebank(conllu: string): string {
  const line = (row: string) => {
    const fields = row.split('\t')
    return fields.length === 10 ? [...fields.slice(0, 2), ...NOTHING, fields[9]].join('\t') : row
  }
  return conllu
    .split('\n')
    .filter((row) => !/^\d+\.\d/.test(row))
    .map(line)
    .join('\n')
}
const NOTHING = ['_', '_', '_', '_', '_', '_', '_']

/** Words of a sentence with their tags. */
export interface TaggedSentence {
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/** Words and UPOS of all sentences; empty tags where the treebank is blind. */
export function taggedSentences(conllu: string): TaggedSentence[] {
  const sentences: TaggedSentence[] = []
  for (const doc of readConllu(conllu)) {
    const tag = doc.has('tag') ? doc.strings('tag') : undefined
    const form = doc.has('form') ? doc.strings('form') : undefined
    for (const { from, to } of doc.sentences()) {
      const words: string[] = []
      const tags: string[] = []
      for (let i = from; i < to; i++) {
        words.push((form === undefined ? '' : form.strings[form.ids[i]!]!) || doc.word(i))
        tags.push(tag === undefined ? '' : tag.strings[tag.ids[i]!]!)
      }
      sentences.push({ words, tags })
    }
  }
  return sentences
}
