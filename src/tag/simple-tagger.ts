/**
 * What all simple taggers share: they add one column of tags to a Doc, and each can stand behind another one.
 *
 * A `SequentialTagger` decides token by token, from left to right, and may see the tags that it has given. Where it
 * finds none its `backoff` is asked; that may be any tagger. One that decides sentence by sentence, such as `HmmTagger`
 * or the trained `Tagger`, tags the whole Doc first, and its tags are taken where they are asked for.
 *
 * @see Bird, Klein and Loper 2009, "Natural Language Processing with Python", chapter 5
 */
import { WordloomError } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import { type PackColumn, type PackMeta, writePack } from '../text/pack.js'
import { type Chooser, NO_TAG, sentenceEdges, TaggingRun } from './tagging-run.js'

/** Kind of the Packs of all simple taggers; `meta.type` says which it is. */
export const KIND = 'simple-tagger'
/** Version of their layout. */
export const VERSION = 1

/** Anything that tags Docs, simple or not. */
export interface DocTagger {
  /** The string column that it adds; `tag` where it does not say. */
  readonly column?: string
  tag(doc: Doc): Doc
}

/** Names of the simple taggers, as their Packs have them. */
export type SimpleTaggerType = 'default' | 'regexp' | 'ngram' | 'affix' | 'brill' | 'hmm'

/** What a tagger writes in its Pack beyond what all have. */
export interface TaggerContent {
  readonly meta: PackMeta
  readonly columns: Readonly<Record<string, PackColumn>>
}

/** What a tagger is made with beyond its tables. */
export interface TaggerFrame {
  /** The column that is added. */
  readonly column: string
  /** The tagger behind this one. */
  readonly backoff?: DocTagger | undefined
  /** What the Pack says of itself. */
  readonly meta?: PackMeta
}

/** A tagger that adds one column of tags. */
export abstract class SimpleTagger implements DocTagger {
  /** Which tagger it is. */
  abstract readonly type: SimpleTaggerType
  /** The string column that is added, or learned from. */
  readonly column: string
  /** The tagger that is asked where this one has no tag, or whose tags it corrects. */
  readonly backoff: DocTagger | undefined
  /** Where the tagger comes from: options, data, licence, scores. */
  readonly meta: PackMeta

  constructor({ column, backoff, meta = {} }: TaggerFrame) {
    this.column = column
    this.backoff = backoff
    this.meta = meta
  }

  /** Adds the column of tags to a Doc, in place of one that is there. */
  abstract tag(doc: Doc): Doc

  /** What the Pack holds of this tagger. @internal */
  abstract content(): TaggerContent

  /**
   * The tagger as a Pack; `meta` adds to what it says of itself. The taggers behind it go along, unless one is no
   * simple tagger: that one is saved apart and given to `load`.
   */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    const { backoff } = this
    const content = this.content()
    const packed = backoff instanceof SimpleTagger ? backoff.save() : undefined
    return writePack({
      kind: KIND,
      version: VERSION,
      meta: {
        ...this.meta,
        ...meta,
        ...content.meta,
        type: this.type,
        column: this.column,
        backoff: packed !== undefined ? 'packed' : backoff === undefined ? 'none' : 'given',
      },
      columns: { ...content.columns, ...(packed === undefined ? {} : { backoff: { values: packed } }) },
    })
  }
}

/** A tagger that decides token by token, from left to right. */
export abstract class SequentialTagger extends SimpleTagger {
  /** Its own decisions over a Doc, those of `backoff` left out. @internal */
  abstract chooser(run: TaggingRun): Chooser

  /**
   * Adds the column of tags to a Doc, in place of one that is there; '' where neither this tagger nor those behind it
   * have one. Sentences are those of the column `sentence`; without it the Doc is one. Linear time; deterministic.
   *
   * @throws INPUT_NOT_STRING when `doc` is no Doc
   */
  tag(doc: Doc): Doc {
    requireDoc(doc, `${this.constructor.name}.tag(doc)`)
    const run = new TaggingRun(doc)
    const choose = chainChooser(this, run)
    const edges = sentenceEdges(doc)
    for (let s = 0; s + 1 < edges.length; s++) {
      const first = edges[s]!
      const end = edges[s + 1]!
      for (let i = first; i < end; i++) run.given[i] = choose(i, first)
    }
    return doc.with({ [this.column]: run.column() })
  }
}

/** Decisions of a tagger and of all behind it. */
export function chainChooser(tagger: DocTagger | undefined, run: TaggingRun): Chooser {
  if (tagger === undefined) return () => NO_TAG
  if (tagger instanceof SequentialTagger) {
    const own = tagger.chooser(run)
    if (tagger.backoff === undefined) return own
    const next = chainChooser(tagger.backoff, run)
    return (i, first) => own(i, first) || next(i, first)
  }
  const { ids, strings } = tagger.tag(run.doc).strings(tagger.column ?? 'tag')
  const numbers = run.numbers(strings)
  return (i) => numbers[ids[i]!]!
}

/** @throws INPUT_NOT_STRING when `doc` is no Doc */
export function requireDoc(doc: unknown, where: string): asserts doc is Doc {
  if (doc instanceof Doc) return
  throw new WordloomError('INPUT_NOT_STRING', {
    message: `${where} takes a Doc; got ${doc === null ? 'null' : `a value of type ${typeof doc}`}.`,
    hint: 'Make one of a text with tokenize(text), or of CoNLL-U with readConllu(text).',
  })
}
