/**
 * The parts of a language and the stages that they do, as data: what a part is called in a pack, how it is loaded,
 * which stage needs it.
 *
 * A part is a model with `save` and `load` of its own; a language only knows where its bytes lie. The two grades of
 * the parser are two parts, so that one pack can hold both and only one is ever decoded.
 */
import { Lemmatizer } from '../lemma/index.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { SentenceSplitter } from '../tokenize/index.js'

/** What a language does with a text, in the order in which it is done; each stage implies those before it. */
export const STAGES = ['tokenize', 'split', 'tag', 'lemma', 'parse'] as const

/** One of {@link STAGES}. */
export type Stage = (typeof STAGES)[number]

/** How good, and how slow, parses are: `fast` (greedy), `exact` (a neural encoder, which also tags). */
export type Grade = 'fast' | 'exact'

/** What every part can do. */
interface Model {
  readonly meta: PackMeta
  save(meta?: PackMeta): Uint8Array<ArrayBuffer>
}

/** A tokenizer that was trained: a Doc of a text, perhaps with sentences. */
export interface TokenizerModel extends Model {
  tokenize(text: string): Doc
}

/** Adds `tag`, `xtag` and `features`. */
export interface TaggerModel extends Model {
  tag(doc: Doc): Doc
}

/** Adds `head` and `deprel`, and `tag`, `xtag` and `features` in the exact grade. */
export interface ParserModel extends Model {
  parse(doc: Doc): Doc
}

/** The models of a language by the names of their parts. */
export interface PartModels {
  readonly tokenizer: TokenizerModel
  readonly splitter: SentenceSplitter
  readonly tagger: TaggerModel
  readonly lemmatizer: Lemmatizer
  readonly fastParser: ParserModel
  readonly exactParser: ParserModel
}

/** Name of a part, as in a language pack. */
export type PartName = keyof PartModels

/** How a part is made of its bytes. */
export const PART_LOADERS: { readonly [Name in PartName]?: (bytes: Uint8Array) => PartModels[Name] } = {
  splitter: (bytes) => SentenceSplitter.load(bytes),
  lemmatizer: (bytes) => Lemmatizer.load(bytes),
}

/** Names of all parts, in the order in which they run. */
export const PART_NAMES = [
  'tokenizer',
  'splitter',
  'tagger',
  'lemmatizer',
  'fastParser',
  'exactParser',
] as const satisfies readonly PartName[]
