/**
 * Subword: byte-level BPE, WordPiece and unigram tokenizers behind one contract, read from and written to Hugging
 * Face tokenizer.json. A text goes through the stages of the file: added tokens are taken out, what lies between is
 * normalized, split and segmented in the core, then special tokens are put around it. Long texts go through in
 * windows that are cut where no stage can tell.
 *
 * @see Sennrich, Haddow & Birch 2016 (BPE); Schuster & Nakajima 2012, Devlin et al. 2019 (WordPiece); Kudo 2018
 *   (unigram); Kudo & Richardson 2018 (SentencePiece)
 */
import { requireOptions, requireString, WordloomError } from '../../core/errors.js'
import { type Pack, readPack, writePack } from '../../text/pack.js'
import { AddedTokenFinder } from './added-tokens.js'
import { type AlignedText, plainText, sliceAligned } from './aligned-text.js'
import { SubwordEncoding } from './encoding.js'
import { type Padding, pad, type Truncation, truncate } from './length-limits.js'
import { addedCount, applyTemplate, trimOffsets } from './post-processors.js'
import { Segmenter } from './segmenter.js'
import { type TokenColumns, TokenSink } from './token-sink.js'
import {
  parseTokenizerJson,
  readTokenizer,
  type TokenizerJson,
  type TokenizerParts,
} from './tokenizer-json.js'
import { type SubwordTrainOptions, type TrainingTexts, trainSubword } from './train.js'
import { cutsAnywhere, windowEnd } from './windows.js'

const PACK_KIND = 'subword'
const PACK_VERSION = 1

/** Options of {@link Subword.encode}. */
export interface SubwordEncodeOptions {
  /** A second text, as for BERT's sentence pairs. */
  readonly pair?: string
  /** Whether the template's special tokens are put around the text. */
  readonly addSpecialTokens?: boolean
  /** 'find': special tokens written in the text are themselves; 'text': they are ordinary text. */
  readonly specialTokens?: 'find' | 'text'
  /** Greatest length; 'none' to leave out what the file says. */
  readonly truncation?: Truncation | 'none'
  /** Common length; 'none' to leave out what the file says. */
  readonly padding?: Padding | 'none'
}

/** Defaults of {@link SubwordEncodeOptions}; truncation and padding are those of the file. */
export const DEFAULT_SUBWORD_ENCODE_OPTIONS = { addSpecialTokens: true, specialTokens: 'find' } as const

const ENCODE_OPTIONS = {
  pair: null,
  addSpecialTokens: [true, false],
  specialTokens: ['find', 'text'],
  truncation: null,
  padding: null,
}

/** A subword tokenizer: a vocabulary with the rules that cut any text into its tokens. */
export class Subword {
  readonly #json: TokenizerJson
  readonly #parts: TokenizerParts
  readonly #raw: AddedTokenFinder
  readonly #rawText: AddedTokenFinder
  readonly #normalized: AddedTokenFinder
  readonly #normalizedText: AddedTokenFinder
  readonly #windows: boolean
  readonly #stripped: ReadonlySet<number>
  readonly #ids: ReadonlyMap<string, number>
  readonly #tokenOf = (id: number): string => this.#parts.tokens[id] ?? ''
  #segmenter: Segmenter | undefined

  private constructor(json: TokenizerJson) {
    this.#json = json
    this.#parts = readTokenizer(json)
    const { addedTokens, normalizers, preTokenizers, model } = this.#parts
    const finder = (normalized: boolean, special: boolean) =>
      new AddedTokenFinder(
        addedTokens.filter((token) => token.normalized === normalized && (special || !token.special)),
        ({ content }) => (normalized ? this.#normalize(plainText(content), true, true).text : content),
      )
    this.#raw = finder(false, true)
    this.#rawText = finder(false, false)
    this.#normalized = finder(true, true)
    this.#normalizedText = finder(true, false)
    this.#windows =
      cutsAnywhere(normalizers, preTokenizers) &&
      addedTokens.every(
        ({ normalized, content, stripLeft, stripRight }) =>
          !normalized || !(/ |▁/.test(content) || stripLeft || stripRight),
      )
    this.#stripped = new Set(
      addedTokens.filter((token) => token.stripLeft || token.stripRight).map(({ id }) => id),
    )
    this.#ids = new Map([
      ...model.vocabulary,
      ...addedTokens.map(({ content, id }) => [content, id] as const),
    ])
  }

  /**
   * Learns a vocabulary from texts. Deterministic: the same texts and options give the same tokenizer.
   *
   * Cost: one pass over the texts, then work on their distinct words. The promise settles without blocking for
   * long: training yields to other tasks many times a second, reports to `onProgress` and heeds `signal`.
   *
   * @param source a text, or texts in any iterable, asynchronous ones too
   * @throws INPUT_NOT_STRING when a text is not a string
   * @throws OPTION_INVALID when an option has an unknown name or a value out of range
   * @throws TRAINING_EMPTY when the texts hold no word
   * @example
   * ```ts
   * import { Subword } from 'wordloom'
   * const subword = await Subword.train('low lower lowest', { model: 'bpe', vocabularySize: 260 })
   * console.log(subword.encode('lowest').tokens()) // [ 'low', 'e', 's', 't' ]
   * ```
   * @see Sennrich et al. 2016, algorithm 1; Kudo 2018, section 3.2
   */
  static async train(source: TrainingTexts, options: SubwordTrainOptions = {}): Promise<Subword> {
    return new Subword(await trainSubword(source, options))
  }

  /**
   * A tokenizer from the bytes of `save()`, or from a tokenizer.json as bytes, text or object.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION when a Pack is broken or another one
   * @throws TOKENIZER_MALFORMED, TOKENIZER_UNSUPPORTED as {@link Subword.fromHuggingFace}
   */
  static load(source: string | Uint8Array | TokenizerJson): Subword {
    const packed = source instanceof Uint8Array && source[0] === 0x57 && source[1] === 0x4c // "WL"
    return Subword.fromHuggingFace(packed ? jsonOf(readPack(source, PACK_KIND, PACK_VERSION)) : source)
  }

  /**
   * A tokenizer from a Hugging Face tokenizer.json: its text, its bytes, or the object in it.
   *
   * @throws TOKENIZER_MALFORMED when the file breaks the format; the message names the part
   * @throws TOKENIZER_UNSUPPORTED when a part of it is beyond Wordloom; never is a part left out silently
   * @see the guide page on subwords for the parts that are read
   */
  static fromHuggingFace(source: string | Uint8Array | TokenizerJson): Subword {
    return new Subword(parseTokenizerJson(source))
  }

  /** The text of a Hugging Face tokenizer.json that gives the same tokens. */
  toHuggingFace(): string {
    return JSON.stringify(this.#json, null, 2)
  }

  /** The tokenizer as a Pack of kind 'subword', for {@link Subword.load}. */
  save(): Uint8Array<ArrayBuffer> {
    return writePack({
      kind: PACK_KIND,
      version: PACK_VERSION,
      meta: { model: this.model, vocabularySize: this.vocabularySize },
      columns: { json: { values: new TextEncoder().encode(JSON.stringify(this.#json)) } },
    })
  }

  /** Which model it is. */
  get model(): 'bpe' | 'wordpiece' | 'unigram' {
    return ({ BPE: 'bpe', WordPiece: 'wordpiece', Unigram: 'unigram' } as const)[this.#parts.model.type]
  }

  /** Number of ids: one more than the largest. */
  get vocabularySize(): number {
    return this.#parts.tokens.length
  }

  /** The special tokens with their ids, in the order of the file. */
  get specialTokens(): { readonly token: string; readonly id: number }[] {
    return this.#parts.addedTokens
      .filter(({ special }) => special)
      .map(({ content, id }) => ({ token: content, id }))
  }

  /** The id of a token as the vocabulary writes it; undefined if it is none. */
  tokenToId(token: string): number | undefined {
    return this.#ids.get(token)
  }

  /** The token of an id as the vocabulary writes it; undefined if it is none. */
  idToToken(id: number): string | undefined {
    return this.#parts.tokens[id] || undefined
  }

  /**
   * Tokens of a text, with their UTF-16 offsets in it. Linear time; BPE of a single word is O(n log n).
   *
   * A lone surrogate counts as U+FFFD. Truncation and padding that the file asks for are done unless told
   * otherwise.
   *
   * @throws INPUT_NOT_STRING when `text` or `pair` is not a string
   * @throws OPTION_INVALID when an option has an unknown name or a value out of range
   * @example
   * ```ts
   * import { Subword } from 'wordloom'
   * const vocab = { '[UNK]': 0, un: 1, '##happy': 2 }
   * const subword = Subword.load({ model: { type: 'WordPiece', vocab }, pre_tokenizer: { type: 'Whitespace' } })
   * const encoding = subword.encode('so unhappy')
   * console.log(encoding.tokens()) // [ '[UNK]', 'un', '##happy' ]
   * console.log(encoding.start[2], encoding.end[2]) // 5 10
   * ```
   */
  encode(text: string, options: SubwordEncodeOptions = {}): SubwordEncoding {
    requireString(text, 'encode(text)')
    requireOptions(options, ENCODE_OPTIONS, 'encode')
    const { pair } = options
    if (pair !== undefined) requireString(pair, 'encode(text, {pair})')
    return this.#padded([this.#assemble(pair === undefined ? [text] : [text, pair], options)], options)[0]!
  }

  /**
   * Encodings of many texts, or pairs of texts; with padding they have one length.
   *
   * @throws as {@link Subword.encode}
   */
  encodeBatch(
    texts: Iterable<string | readonly [string, string]>,
    options: Omit<SubwordEncodeOptions, 'pair'> = {},
  ): SubwordEncoding[] {
    requireOptions(options, ENCODE_OPTIONS, 'encodeBatch')
    const encodings: SubwordEncoding[] = []
    for (const text of texts) {
      const sequences = Array.isArray(text) ? (text as readonly string[]) : [text as string]
      for (const sequence of sequences) requireString(sequence, 'encodeBatch(texts)')
      encodings.push(this.#assemble(sequences.slice(0, 2), options))
    }
    return this.#padded(encodings, options)
  }

  /**
   * The text of ids. For byte-level BPE, decode(encode(text).ids) is the text; other models lose what their
   * normalizers change.
   *
   * @throws TOKEN_UNKNOWN when an id is not in the vocabulary
   */
  decode(ids: Iterable<number>, options: { readonly skipSpecialTokens?: boolean } = {}): string {
    requireOptions(options, { skipSpecialTokens: [true, false] }, 'decode')
    const skip = new Set(options.skipSpecialTokens === false ? [] : this.specialTokens.map(({ id }) => id))
    let tokens: string[] = []
    for (const id of ids) {
      const token = this.#parts.tokens[id]
      if (token === undefined) {
        throw new WordloomError('TOKEN_UNKNOWN', {
          message: `decode: ${String(id)} is no id of this vocabulary of ${this.vocabularySize}.`,
          hint: 'Pass ids that encode gave, from the same tokenizer.',
          details: { id },
        })
      }
      if (!skip.has(id)) tokens.push(token)
    }
    for (const decode of this.#parts.decoders) tokens = decode(tokens)
    return tokens.join('')
  }

  #assemble(texts: readonly string[], options: SubwordEncodeOptions): SubwordEncoding {
    const { addSpecialTokens, specialTokens } = { ...DEFAULT_SUBWORD_ENCODE_OPTIONS, ...options }
    const { postProcessor } = this.#parts
    const sequences = texts.map((text) => this.#segment(text, specialTokens === 'find'))
    if (postProcessor.trimOffsets) {
      sequences.forEach((columns, i) => {
        trimOffsets(columns, texts[i]!, this.#stripped, this.#tokenOf, postProcessor.prefixSpace)
      })
    }
    const truncation =
      options.truncation === 'none' ? undefined : (options.truncation ?? this.#parts.truncation)
    const added = addSpecialTokens ? addedCount(postProcessor, texts.length > 1) : 0
    const cut = truncation
      ? truncate(sequences, added, truncation)
      : sequences.map((kept) => ({ kept, overflow: [] as TokenColumns[] }))
    const encoding = (columns: readonly TokenColumns[], overflow: readonly SubwordEncoding[] = []) =>
      new SubwordEncoding(applyTemplate(postProcessor, columns, addSpecialTokens), this.#tokenOf, overflow)
    // Every window of the first text with every window of the second, the pair that was kept aside.
    const windows = cut.map(({ kept, overflow }) => [kept, ...overflow])
    const [first = [], second] = windows
    const others = first.flatMap((a) => (second ? second.map((b) => [a, b]) : [[a]])).slice(1)
    return encoding(
      cut.map(({ kept }) => kept),
      others.map((columns) => encoding(columns)),
    )
  }

  #padded(encodings: SubwordEncoding[], options: SubwordEncodeOptions): SubwordEncoding[] {
    let padding = options.padding === 'none' ? undefined : (options.padding ?? this.#parts.padding)
    if (!padding) return encodings
    if (padding.id === undefined) {
      const token = padding.token ?? ['[PAD]', '<pad>', '<|endoftext|>'].find((name) => this.#ids.has(name))
      const id = token === undefined ? undefined : this.tokenToId(token)
      if (id === undefined) {
        throw new WordloomError('OPTION_INVALID', {
          message: `padding: the vocabulary has no padding token ${token === undefined ? '[PAD] or <pad>' : `'${token}'`}.`,
          hint: 'Pass padding: { id } with an id that the network leaves out.',
        })
      }
      padding = { ...padding, id }
    }
    return pad(encodings, padding, this.#tokenOf)
  }

  #segment(text: string, special: boolean): TokenColumns {
    const sink = new TokenSink()
    const finder = special ? this.#raw : this.#rawText
    if (finder.empty) this.#section(text, 0, text.length, special, sink)
    else {
      for (const { start, end, token } of finder.stretches(text)) {
        if (token) sink.addToken(token.id, start, end)
        else this.#section(text, start, end, special, sink)
      }
    }
    return sink.finish()
  }

  // What lies between two added tokens, in windows.
  #section(text: string, start: number, end: number, special: boolean, sink: TokenSink): void {
    for (let from = start; from < end; ) {
      const to = this.#windows ? windowEnd(text, from, end) : end
      const source = plainText(text.slice(from, to))
      this.#window(this.#normalize(source, from === start, to === end), from, special, sink)
      from = to
    }
  }

  #window(source: AlignedText, base: number, special: boolean, sink: TokenSink): void {
    this.#segmenter ??= new Segmenter(this.#parts.model, this.#parts.preTokenizers)
    const finder = special ? this.#normalized : this.#normalizedText
    if (finder.empty) {
      this.#segmenter.segment(source, base, base === 0, sink)
      return
    }
    for (const { start, end, token } of finder.stretches(source.text)) {
      const part = sliceAligned(source, start, end)
      if (!token) this.#segmenter.segment(part, base, base === 0, sink)
      else sink.addToken(token.id, base + (part.from?.[0] ?? start), base + (part.to?.at(-1) ?? end))
    }
  }

  #normalize(source: AlignedText, first: boolean, last: boolean): AlignedText {
    let result = source
    for (const { apply } of this.#parts.normalizers) result = apply(result, { first, last })
    return result
  }
}

function jsonOf({ columns }: Pack): Uint8Array {
  const values = columns.get('json')?.values
  if (values instanceof Uint8Array) return values
  throw new WordloomError('PACK_MALFORMED', {
    message: "The Pack of kind 'subword' has no column json of bytes.",
    hint: 'Save the tokenizer again with save().',
  })
}
