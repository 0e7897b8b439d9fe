/**
 * What the commands run over a text: the skills of the library, one behind the other.
 */

import type { Doc } from '../text/doc.js'
import { pipeline } from '../text/pipeline.js'
import { splitSentences, tokenize } from '../tokenize/index.js'

/** Options that `annotate` and `show` hand on. */
export interface AnnotateOptions {
  readonly lang: string
  readonly split: 'ud' | 'none'
}

/** A Doc of a stream and where it stands. */
export interface Placed {
  readonly doc: Doc
  /** UTF-16 offset of the Doc's text in the whole. */
  readonly offset: number
  readonly begins: 'document' | 'paragraph' | 'sentence'
}

/** Tokens of a text. */
export function tokenizer({ lang, split }: AnnotateOptions): (text: string) => Doc {
  return (text) => tokenize(text, { lang, split })
}

/** Tokens and sentences of a text. */
export function annotator(options: AnnotateOptions): (text: string) => Doc {
  return pipeline(tokenizer(options), (doc) => splitSentences(doc, { lang: options.lang }))
}

const PIECE = 1 << 16

/** Docs of a text that comes in chunks, cut at blank lines, where no sentence goes on. */
export async function* annotateStream(
  chunks: AsyncIterable<string>,
  options: AnnotateOptions,
): AsyncGenerator<Placed> {
  const run = annotator(options)
  run('') // refuses options that no tokenizer knows, also where there is no text
  let waiting: string[] = []
  let length = 0
  let due = PIECE
  let offset = 0
  let begins: Placed['begins'] = 'document'
  const placed = (text: string): Placed => {
    const result = { doc: run(text), offset, begins }
    offset += text.length
    if (result.doc.length > 0) begins = 'paragraph'
    return result
  }
  for await (const chunk of chunks) {
    waiting.push(chunk)
    length += chunk.length
    if (length < due) continue
    const text = waiting.join('')
    const cut = text.lastIndexOf('\n\n') + 2
    due = cut > 1 ? PIECE : 2 * length
    if (cut > 1) yield placed(text.slice(0, cut))
    waiting = [cut > 1 ? text.slice(cut) : text]
    length = waiting[0]!.length
  }
  if (length > 0) yield placed(waiting.join(''))
}
