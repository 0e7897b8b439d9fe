/**
 * Docs of paragraphs or sentences from a text of any length, in memory that does not grow with it.
 *
 * Text is annotated block by block (`stream-annotator.ts`) and the tokens are cut into pieces where paragraphs
 * or sentences end. White space belongs to the piece before it, so that the texts of all pieces put together
 * are the input.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { type DecodeOptions, type TextSource, textChunks } from '../text/decode.js'
import type { Doc } from '../text/doc.js'
import { joinDocs, sliceDoc } from '../text/doc-slice.js'
import { endsParagraph } from '../text/paragraph.js'
import { type SentenceModel, sentenceModel } from './sentences.js'
import { type BlockSizes, StreamAnnotator } from './stream-annotator.js'
import { type ContractionSplit, tokenize } from './tokenize.js'

/** What a stream tells its `onProgress`. */
export interface StreamProgress {
  /** UTF-16 units annotated so far. */
  readonly units: number
  /** Tokens found so far. */
  readonly tokens: number
}

/** How a text is streamed. */
export interface StreamOptions extends DecodeOptions {
  /** What one Doc holds. */
  readonly unit?: 'paragraph' | 'sentence'
  /** Language of the text, as for `tokenize` and `splitSentences`. */
  readonly lang?: string
  /** Whether contractions are split, as for `tokenize`. */
  readonly split?: ContractionSplit
  /** A tokenizer of your own in place of `tokenize`; it must decide by the text near a token. */
  readonly tokenizer?: (text: string) => Doc
  /** A sentence model of your own in place of the bundled one. */
  readonly model?: SentenceModel
  /**
   * Length in UTF-16 units, 1,024 or more, that no Doc exceeds by much: a longer paragraph comes as several Docs,
   * cut where sentences end, a longer sentence as several sentences, cut between tokens.
   */
  readonly maxUnits?: number
  /** Called after each block of text. */
  readonly onProgress?: (progress: StreamProgress) => void
}

/** What `stream` does unless told otherwise. */
export const DEFAULT_STREAM_OPTIONS = {
  unit: 'paragraph',
  lang: 'en',
  split: 'ud',
  maxUnits: 1_048_576,
  encoding: 'utf-8',
} as const satisfies StreamOptions

/** One Doc of a stream and where it comes from. */
export interface StreamPiece {
  /** Tokens, with `sentence` from 0; offsets are within `doc.text`. */
  readonly doc: Doc
  /** UTF-16 offset of `doc.text` in the whole text: token i begins at `offset + doc.start[i]` of it. */
  readonly offset: number
  /** What its first token begins: the text, a paragraph, or a sentence within one. */
  readonly begins: 'document' | 'paragraph' | 'sentence'
}

const OPTIONS = {
  unit: ['paragraph', 'sentence'],
  lang: null,
  split: null,
  tokenizer: null,
  model: null,
  maxUnits: null,
  encoding: null,
  signal: null,
  onProgress: null,
}

const SIZES: BlockSizes = { block: 32_768, largest: 1_048_576 }

/**
 * Docs of the paragraphs or sentences of a text that comes in pieces, in bounded memory.
 *
 * Tokens and sentences are those that the whole text gives, wherever the pieces of the source end. Paragraphs
 * end at blank lines. The texts of all Docs put together are the input (a text without a token gives none).
 * Bytes are UTF-8 unless `encoding` says otherwise. Linear time; memory does not grow with the text, runs of
 * more than a million units of white space, or without any, excepted.
 *
 * @throws INPUT_ENCODING with `details.byteOffset` when a byte is not of the encoding
 * @throws OPTION_INVALID when an option is unknown or has an unknown value
 * @throws SOURCE_INVALID when the source, or a piece of it, is neither string nor bytes
 * @throws the reason of `signal` when it aborts
 * @example
 * ```ts
 * import { stream } from 'wordloom'
 * const found = []
 * for await (const { doc, offset } of stream(['One. T', 'wo.\n\nThr', 'ee.'])) found.push([offset, doc.length])
 * console.log(found) // [ [ 0, 4 ], [ 11, 2 ] ]
 * ```
 */
export async function* stream(source: TextSource, options: StreamOptions = {}): AsyncGenerator<StreamPiece> {
  yield* streamBlocks(source, options, SIZES)
}

/** As {@link stream}, with the sizes of blocks for tests to choose. */
export async function* streamBlocks(
  source: TextSource,
  options: StreamOptions,
  sizes: BlockSizes,
): AsyncGenerator<StreamPiece> {
  requireOptions(options, OPTIONS, 'stream(source, options)')
  const { unit, lang, split, maxUnits, encoding } = { ...DEFAULT_STREAM_OPTIONS, ...options }
  if (!Number.isInteger(maxUnits) || maxUnits < 1024) {
    throw new WordloomError('OPTION_INVALID', {
      message: `stream: option maxUnits is ${String(maxUnits)}, expected an integer of 1024 or more.`,
      hint: `Leave it out for the default, ${DEFAULT_STREAM_OPTIONS.maxUnits}.`,
      details: { option: 'maxUnits', value: maxUnits },
    })
  }
  const tokenizer = options.tokenizer ?? ((text: string) => tokenize(text, { lang, split }))
  const model = sentenceModel(options)
  const annotator = new StreamAnnotator(tokenizer, model, sizes)
  const cutter = new PieceCutter(unit, maxUnits)
  let tokens = 0
  let units = 0
  const advance = (doc: Doc) => {
    options.signal?.throwIfAborted()
    tokens += doc.length
    units += doc.text.length
    options.onProgress?.({ units, tokens })
    return cutter.add(doc)
  }
  const { signal } = options
  for await (const text of textChunks(source, signal === undefined ? { encoding } : { encoding, signal })) {
    for (const doc of annotator.push(text)) yield* advance(doc)
  }
  for (const doc of annotator.finish()) yield* advance(doc)
  yield* cutter.finish()
}

/** Cuts Docs that follow each other into pieces. */
class PieceCutter {
  readonly #unit: 'paragraph' | 'sentence'
  readonly #maxUnits: number
  #pending: Doc | undefined
  /** Docs that have come since; they are joined to the pending one when they are as long as it. */
  #waiting: Doc[] = []
  #waitingUnits = 0
  /** Offset of the pending Doc's text in the input. */
  #offset = 0
  /** Number of the pending Doc's first token that has not been looked at as the last of a piece. */
  #looked = 0
  #begins: StreamPiece['begins'] = 'document'

  constructor(unit: 'paragraph' | 'sentence', maxUnits: number) {
    this.#unit = unit
    this.#maxUnits = maxUnits
  }

  /** Pieces that are complete once `next` has come: a piece is, when the token after it is known. */
  *add(next: Doc): Generator<StreamPiece> {
    this.#waiting.push(next)
    this.#waitingUnits += next.text.length
    // A long paragraph is not copied again with every block, so the time stays linear.
    if (this.#waitingUnits >= (this.#pending?.text.length ?? 0)) yield* this.#cut()
  }

  *finish(): Generator<StreamPiece> {
    if (this.#waiting.length > 0) yield* this.#cut()
    const doc = this.#pending
    if (doc !== undefined && doc.length > 0) yield this.#piece(doc, 0, doc.length, 0, doc.text.length)
  }

  *#cut(): Generator<StreamPiece> {
    const doc = joinDocs(this.#pending === undefined ? this.#waiting : [this.#pending, ...this.#waiting])
    this.#waiting = []
    this.#waitingUnits = 0
    const { start, end, text } = doc
    const sentence = doc.numbers('sentence')
    let first = 0
    let unit = 0
    let sentenceEnd = 0
    for (let i = this.#looked; i + 1 < doc.length; i++) {
      const following = start[i + 1]!
      const paragraph = following - end[i]! > 0 && endsParagraph(text, end[i]!, following)
      if (sentence[i] !== sentence[i + 1]) sentenceEnd = i + 1
      let cut = 0
      if (paragraph || (this.#unit === 'sentence' && sentenceEnd === i + 1)) cut = i + 1
      else if (end[i]! - unit > this.#maxUnits) cut = sentenceEnd > first ? sentenceEnd : i + 1
      if (cut === 0) continue
      yield this.#piece(doc, first, cut, unit, start[cut]!)
      this.#begins = paragraph ? 'paragraph' : 'sentence'
      first = cut
      unit = start[cut]!
    }
    this.#looked = Math.max(0, doc.length - 1 - first)
    this.#pending = first === 0 ? doc : sliceDoc(doc, first, doc.length, unit, text.length)
    this.#offset += unit
  }

  #piece(doc: Doc, from: number, to: number, fromUnit: number, toUnit: number): StreamPiece {
    const piece = sliceDoc(doc, from, to, fromUnit, toUnit)
    const sentence = piece.numbers('sentence')
    const numbers = Uint32Array.from(sentence, (number) => number - sentence[0]!)
    return {
      doc: piece.with({ sentence: numbers }),
      offset: this.#offset + fromUnit,
      begins: this.#begins,
    }
  }
}
