/**
 * The parts of a language and the stages that they do, as data: what a part is called in a pack, how it is loaded,
 * which stage needs it.
 *
 * A part is a model with `save` and `load` of its own; a language only knows where its bytes lie. The two grades of
 * the parser are two parts, so that one pack can hold both and only one is ever decoded.
 */
import { Lemmatizer } from '../lemma/index.js'
import { DependencyParser } from '../parse/index.js'
import { Tagger } from '../tag/index.js'
import { SentenceSplitter, TrainedTokenizer } from '../tokenize/index.js'

/** What a language does with a text, in the order in which it is done; each stage implies those before it. */
export const STAGES = ['tokenize', 'split', 'tag', 'lemma', 'parse'] as const

/** One of {@link STAGES}. */
export type Stage = (typeof STAGES)[number]

/** How good, and how slow, parses are: `fast` is small, `exact` many times the size, with tags of its own. */
export type Grade = 'fast' | 'exact'

/** The models of a language by the names of their parts. */
export interface PartModels {
  readonly tokenizer: TrainedTokenizer
  readonly splitter: SentenceSplitter
  readonly tagger: Tagger
  readonly lemmatizer: Lemmatizer
  readonly fastParser: DependencyParser
  readonly exactParser: DependencyParser
}

/** Name of a part, as in a language pack. */
export type PartName = keyof PartModels

/** How a part is made of its bytes. */
export const PART_LOADERS: { readonly [Name in PartName]: (bytes: Uint8Array) => PartModels[Name] } = {
  tokenizer: (bytes) => TrainedTokenizer.load(bytes),
  splitter: (bytes) => SentenceSplitter.load(bytes),
  tagger: (bytes) => Tagger.load(bytes),
  lemmatizer: (bytes) => Lemmatizer.load(bytes),
  fastParser: (bytes) => DependencyParser.load(bytes),
  exactParser: (bytes) => DependencyParser.load(bytes),
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
