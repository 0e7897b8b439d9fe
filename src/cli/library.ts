/**
 * What the commands run over a text: the skills of the library, one behind the other.
 */
import type { Doc } from '../text/doc.js'
import { pipeline } from '../text/pipeline.js'
import { type StreamPiece, splitSentences, stream, tokenize } from '../tokenize/index.js'

/** Options that `annotate` and `show` hand on. */
export interface AnnotateOptions {
  readonly lang: string
  readonly split: 'ud' | 'none'
}

/** Tokens of a text. */
export function tokenizer({ lang, split }: AnnotateOptions): (text: string) => Doc {
  return (text) => tokenize(text, { lang, split })
}

/** Tokens and sentences of a text. */
export function annotator(options: AnnotateOptions): (text: string) => Doc {
  return pipeline(tokenizer(options), (doc) => splitSentences(doc, { lang: options.lang }))
}

/** Docs of a text that comes in chunks, and where they stand in it. */
export function annotateStream(
  chunks: AsyncIterable<string>,
  options: AnnotateOptions,
): AsyncGenerator<StreamPiece> {
  return stream(chunks, options)
}
