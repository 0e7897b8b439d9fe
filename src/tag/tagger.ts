/**
 * A trained tagger for any language with a CoNLL-U treebank: part-of-speech tags, finer tags, morphological features.
 *
 * Two layers of an averaged perceptron. The first gives the tag, greedily from left to right, from words in context,
 * affixes, shape, a dictionary of the training data and, if given, a lexicon and clusters of words. The second
 * chooses XPOS and features together among those that were seen with the tag, and with the word if it is frequent.
 *
 * @see ./trained/templates.ts for the features, src/core/assembly/tagger.ts for the core's part
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { fineColumns, type TagColumn, type TaggerParts } from './trained/model-parts.js'
import { TagRun, tagColumns } from './trained/tag-run.js'
import { packTagger, unpackTagger } from './trained/tagger-pack.js'
import {
  type PartialTaggerOptions,
  type TaggerTrainingOptions,
  trainMore,
  trainTagger,
} from './trained/training.js'

/** Options of {@link Tagger.tag}. */
export interface TagOptions {
  /** The columns to add; default all that the tagger gives. */
  readonly columns?: readonly TagColumn[]
}

/** A tagger trained from Docs with the columns `tag`, `xtag` or `features`. */
export class Tagger {
  readonly #parts: TaggerParts
  readonly #meta: PackMeta
  #run: TagRun | undefined

  private constructor(parts: TaggerParts, meta: PackMeta) {
    this.#parts = parts
    this.#meta = meta
  }

  /** Where the model comes from: options, data, licence, scores. */
  get meta(): PackMeta {
    return this.#meta
  }

  /** The columns that it adds to a Doc. */
  get columns(): readonly TagColumn[] {
    return this.#parts.columns
  }

  /** The values that it may give to a column, in the order in which training met them. */
  values(column: TagColumn): readonly string[] {
    const { columns, tags, labels } = this.#parts
    const at = columns.indexOf(column)
    if (at < 0) return []
    if (at === 0 && column !== 'features') return [...tags]
    const fine = columns[0] === 'features' ? at : at - 1
    return [...new Set(labels.map((label) => label[fine]!))]
  }

  /**
   * Trains on Docs that have at least one of the columns `tag` (UPOS), `xtag` and `features`, such as `readConllu` gives.
   * The tagger gives those columns. Tokens without a tag are passed by. About 10 seconds for 200,000 tokens of
   * English; lets other tasks run meanwhile; the same Docs, options and seed give the same bytes.
   *
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when no token has a tag or features
   * @example
   * ```ts
   * import { readConllu, tokenizeWhitespace } from 'wordloom'
   * import { Tagger } from 'wordloom/tag'
   * const rows = ['the DET', 'old ADJ', 'dog NOUN', 'barks VERB', 'loudly ADV']
   * const sentence = rows.map((row, i) => `${i + 1}\t${row.replace(' ', '\t_\t')}\t_\t_\t_\t_\t_\t_\n`).join('')
   * const tagger = await Tagger.train(readConllu(`${sentence}\n`.repeat(5)))
   * const doc = tagger.tag(tokenizeWhitespace('the old cat barks loudly'))
   * console.log(Array.from(doc, (token) => token.get('tag')).join(' ')) // DET ADJ NOUN VERB ADV
   * ```
   * @see Michael Collins: Discriminative Training Methods for Hidden Markov Models. EMNLP 2002,
   *   doi:10.3115/1118693.1118694; here decoding is greedy, and features are hashed
   */
  static async train(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: TaggerTrainingOptions = {},
  ): Promise<Tagger> {
    const { parts, meta } = await trainTagger(docs, options)
    return new Tagger(parts, meta)
  }

  /**
   * A tagger from the bytes of {@link Tagger.save}; runs no code of theirs.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
   */
  static load(bytes: Uint8Array): Tagger {
    return unpackTagger(bytes, (parts, meta) => new Tagger(parts, meta))
  }

  /** The model as a Pack; `meta` adds to what it says of itself (licence, data, scores). */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    return packTagger(this.#parts, { ...this.#meta, ...meta })
  }

  /**
   * A tagger that has learned from more Docs as well; this one stays as it is.
   *
   * Weights go on from where they are, the dictionary counts the new words, and new tags and labels are added. Columns
   * stay those of {@link Tagger.columns}. A few passes over the new sentences alone: what they contradict is
   * forgotten a little, so mix old sentences in where they matter.
   *
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws TRAINING_EMPTY when no token of the Docs has a tag
   */
  async partialTrain(
    docs: Iterable<Doc> | AsyncIterable<Doc>,
    options: PartialTaggerOptions = {},
  ): Promise<Tagger> {
    const { parts, meta } = await trainMore(this.#parts, this.#meta, docs, options)
    return new Tagger(parts, meta)
  }

  /**
   * Adds the columns of {@link Tagger.columns} to a Doc, in place of those that are there.
   *
   * Sentences are those of the column `sentence`; without it the Doc is one sentence. Words of multiword tokens are
   * taken as the column `form` gives them. A sentence of more than 2,048 to 16,384 tokens (by the size of the model)
   * is read in pieces. Linear time, the tag alone some three times as fast as all columns; deterministic.
   *
   * @throws INPUT_NOT_STRING when `doc` is no Doc
   * @throws OPTION_INVALID when an option is unknown, or the tagger has no such column
   */
  tag(doc: Doc, options: TagOptions = {}): Doc {
    const where = 'Tagger.tag(doc, options)'
    if (!(doc instanceof Doc)) {
      throw new WordloomError('INPUT_NOT_STRING', {
        message: `${where} takes a Doc; got ${doc === null ? 'null' : `a value of type ${typeof doc}`}.`,
        hint: 'Make one of a text with tokenize(text), or of CoNLL-U with readConllu(text).',
      })
    }
    this.#run ??= new TagRun(this.#parts)
    requireOptions(options, { columns: null }, where)
    const { columns = this.columns } = options
    const unknown = Array.isArray(columns) ? columns.find((name) => !this.columns.includes(name)) : columns
    if (unknown !== undefined) {
      throw new WordloomError('OPTION_INVALID', {
        message: `${where}: option columns has ${JSON.stringify(unknown)}; this tagger gives ${this.columns.join(', ')}.`,
        hint: `Pass columns: ['${this.columns[0]}'], or leave it out.`,
        details: { option: 'columns', value: columns },
      })
    }
    const fine = fineColumns(this.#parts).some((name) => columns.includes(name))
    const made = tagColumns(this.#parts, this.#run.tag(doc, fine))
    return doc.with(
      Object.fromEntries(Object.entries(made).filter(([name]) => columns.includes(name as TagColumn))),
    )
  }
}
