/** Tagged Docs for tests, from a line a sentence of `word/TAG`. */
import { taggedReader } from '../../src/corpora/tagged-reader.js'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { corpusOf } from './corpus-of.js'

/** The sentences as one Doc. */
export function tagged(...sentences: readonly string[]): Doc {
  const corpus = corpusOf(taggedReader({ untagged: 'keep' }), `${sentences.join('\n')}\n`)
  return [...corpus.documents()][0]!
}

/** A Doc of words with the column `sentence`, and tags where they are given. */
export function sentencesOf(sentences: readonly (readonly (readonly [word: string, tag: string])[])[]): Doc {
  const start: number[] = []
  const end: number[] = []
  const sentence: number[] = []
  let text = ''
  sentences.forEach((tokens, s) => {
    for (const [word] of tokens) {
      start.push(text.length)
      text += word
      end.push(text.length)
      text += ' '
      sentence.push(s)
    }
  })
  return Doc.create(text, {
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
    sentence: Uint32Array.from(sentence),
    tag: InternTable.column(sentences.flat().map(([, tag]) => tag)),
  })
}

/** The values of a column. */
export function tagsOf(doc: Doc, column = 'tag'): string[] {
  const { ids, strings } = doc.strings(column)
  return Array.from(ids, (id) => strings[id]!)
}
