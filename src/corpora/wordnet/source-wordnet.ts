/**
 * What both readers make of their files and the builder turns into columns: synsets, entries and senses, with
 * references by name, and the places where they stand for what turns out to be wrong.
 */
import type { SourceText } from './source-text.js'

/** A relation as a source has it: its number, what it leads to, and where that is written. */
export interface SourceRelation {
  readonly type: number
  /** `ref` of a synset or a sense. */
  readonly target: string
  readonly at: number
}

/** One meaning and the words for it. */
export interface SourceSynset {
  /** Eight digits, a hyphen and the part of speech. */
  readonly id: string
  /** Name by which relations mean it. */
  readonly ref: string
  /** Index in POS. */
  readonly pos: number
  /** Name of the lexicographer file. */
  readonly file: string
  readonly definitions: readonly string[]
  readonly examples: readonly { readonly text: string; readonly source: string }[]
  readonly relations: readonly SourceRelation[]
  /** The words in it as written, in order. */
  readonly members: readonly string[]
  /** Number in the Interlingual Index; 0 where it has none. */
  readonly ili: number
  /** Numbers of items of Wikidata. */
  readonly wikidata: readonly number[]
  readonly source: string
  readonly text: SourceText
  readonly at: number
}

/** A word in one meaning. */
export interface SourceSense {
  /** Name by which relations mean it. */
  readonly ref: string
  readonly synset: string
  readonly lexId: number
  /** The sense key, where the source writes it. */
  readonly key?: string
  readonly relations: readonly SourceRelation[]
  /** Index in {@link SourceWordNet.frames}. */
  readonly frames: readonly number[]
  readonly examples: readonly string[]
  /** Index in ADJECTIVE_POSITIONS. */
  readonly position: number
  readonly text: SourceText
  readonly at: number
}

/** A word as one part of speech, with its senses. */
export interface SourceEntry {
  /** As written: 'Canis familiaris'. */
  readonly word: string
  /** Index in POS_GROUPS. */
  readonly group: number
  /** 1, 2, ... where words that are written alike are told apart by pronunciation; else 0. */
  readonly homograph: number
  readonly senses: readonly SourceSense[]
  readonly pronunciations: readonly { readonly value: string; readonly variety: string }[]
}

/** A word form that no rule derives, and the words it is a form of. */
export interface SourceException {
  readonly form: string
  readonly group: number
  readonly bases: readonly string[]
}

/** Synsets of a lower-cased word, the most frequent first. */
export interface SourceOrder {
  readonly key: string
  readonly group: number
  readonly ids: readonly string[]
  readonly text: SourceText
  readonly at: number
}

/** All that a source has. */
export interface SourceWordNet {
  readonly synsets: readonly SourceSynset[]
  readonly entries: readonly SourceEntry[]
  readonly exceptions: readonly SourceException[]
  /** Verb frames: `----` stands for the verb. */
  readonly frames: readonly string[]
  /** Synsets of lower-cased words in the order of senses, where a source has a list of them. */
  readonly order: readonly SourceOrder[]
  /** How often a sense was tagged in text, by sense key. */
  readonly counts: ReadonlyMap<string, number>
  readonly meta: WordNetMeta
}

/** What a WordNet says of itself. */
export interface WordNetMeta {
  readonly title: string
  /** SPDX name of the licence. */
  readonly license: string
  /** BCP 47. */
  readonly language: string
  /** As the source names it; '' where it does not. */
  readonly version: string
}
