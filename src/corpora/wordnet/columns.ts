/**
 * The columns of a WordNet in memory, and their check when they come from a Pack.
 *
 * Words, synsets, senses and entries are numbers; what belongs to them lies in lists with a `rows` array, whose
 * item i says where the list of i begins (compressed sparse rows). Synsets are in order of part of speech and
 * number, the senses of a synset follow each other, relations are sorted by their source and type. A Pack has
 * the lengths of the lists instead of `rows`, in the narrowest type: `rows` is their sum as the Pack is read.
 */
import { WordloomError } from '../../core/errors.js'
import type { NumberArray } from '../../text/arrays.js'
import { type Pack, type PackColumn, readPack, writePack } from '../../text/pack.js'
import { INVERSES } from './relations.js'
import type { WordNetMeta } from './source-wordnet.js'
import { ADJECTIVE_POSITIONS, POS, POS_GROUPS } from './tables.js'
import { StringTable } from './words.js'

const KIND = 'wordnet'
const VERSION = 1

/** Lists of relations, sorted by source and then by type. */
export interface RelationColumns {
  /** Shape (n + 1,). */
  readonly rows: Uint32Array
  readonly types: Uint8Array
  readonly targets: Uint32Array
}

/** Everything a WordNet has. */
export interface WordNetColumns {
  readonly meta: WordNetMeta
  /** Names that numbers stand for. */
  readonly files: readonly string[]
  readonly frames: readonly string[]
  readonly sources: readonly string[]
  readonly varieties: readonly string[]
  /** Every word as written, and lower-cased, in order of UTF-8 bytes. */
  readonly words: StringTable
  /** Synsets of each lower-cased word, by part of speech and then sense number. */
  readonly wordRows: Uint32Array
  readonly wordSynsets: Uint32Array
  readonly synsetNumber: Uint32Array
  readonly synsetPos: Uint8Array
  readonly synsetFile: Uint8Array
  readonly synsetIli: Uint32Array
  readonly synsetSource: Uint32Array
  readonly synsetSenses: Uint32Array
  readonly wikidataRows: Uint32Array
  readonly wikidata: Uint32Array
  readonly definitionRows: Uint32Array
  readonly definitions: StringTable
  readonly exampleRows: Uint32Array
  readonly examples: StringTable
  /** Index in `sources`, where 0 is ''; as `synsetSource`. */
  readonly exampleSource: Uint32Array
  readonly relations: RelationColumns
  readonly senseEntry: Uint32Array
  readonly senseLexId: Uint8Array
  readonly sensePosition: Uint8Array
  readonly senseCount: Uint32Array
  /** Senses whose key in the source is not the one that senseidx(5WN) makes of them, ascending; and these keys. */
  readonly keySenses: Uint32Array
  readonly keys: StringTable
  readonly senseFrameRows: Uint32Array
  readonly senseFrames: Uint8Array
  readonly senseExampleRows: Uint32Array
  readonly senseExamples: StringTable
  readonly senseRelations: RelationColumns
  readonly entryWord: Uint32Array
  readonly entryGroup: Uint8Array
  readonly entryHomograph: Uint8Array
  readonly pronunciationRows: Uint32Array
  readonly pronunciations: StringTable
  readonly pronunciationVariety: Uint8Array
  /** Irregular forms by word and part of speech, sorted; and the word that each is a form of. */
  readonly exceptionForm: Uint32Array
  readonly exceptionGroup: Uint8Array
  readonly exceptionBase: Uint32Array
}

/** Writes the columns as a Pack. */
export function writeColumns(columns: WordNetColumns): Uint8Array<ArrayBuffer> {
  const { meta, files, frames, sources, varieties } = columns
  const out: Record<string, PackColumn> = {}
  const put = (name: string, values: NumberArray) => {
    out[name] = { values: values instanceof Uint8Array ? values : narrow(values) }
  }
  const rows = (name: string, starts: Uint32Array) => put(name, differences(starts))
  const strings = (name: string, table: StringTable) => {
    rows(`${name}.length`, table.starts)
    put(`${name}.bytes`, table.bytes)
  }
  const relations = (name: string, lists: RelationColumns) => {
    rows(`${name}.count`, lists.rows)
    put(`${name}.type`, lists.types)
    put(`${name}.target`, lists.targets)
  }
  strings('word', columns.words)
  rows('word.synsets', columns.wordRows)
  put('word.synset', columns.wordSynsets)
  put('synset.number', columns.synsetNumber)
  put('synset.pos', columns.synsetPos)
  put('synset.file', columns.synsetFile)
  put('synset.ili', columns.synsetIli)
  put('synset.source', columns.synsetSource)
  rows('synset.senses', columns.synsetSenses)
  rows('wikidata.count', columns.wikidataRows)
  put('wikidata.item', columns.wikidata)
  rows('definition.count', columns.definitionRows)
  strings('definition', columns.definitions)
  rows('example.count', columns.exampleRows)
  strings('example', columns.examples)
  put('example.source', columns.exampleSource)
  relations('relation', columns.relations)
  put('sense.entry', columns.senseEntry)
  put('sense.lexId', columns.senseLexId)
  put('sense.position', columns.sensePosition)
  put('sense.count', columns.senseCount)
  put('key.sense', columns.keySenses)
  strings('key', columns.keys)
  rows('senseFrame.count', columns.senseFrameRows)
  put('senseFrame.frame', columns.senseFrames)
  rows('senseExample.count', columns.senseExampleRows)
  strings('senseExample', columns.senseExamples)
  relations('senseRelation', columns.senseRelations)
  put('entry.word', columns.entryWord)
  put('entry.group', columns.entryGroup)
  put('entry.homograph', columns.entryHomograph)
  rows('pronunciation.count', columns.pronunciationRows)
  strings('pronunciation', columns.pronunciations)
  put('pronunciation.variety', columns.pronunciationVariety)
  put('exception.form', columns.exceptionForm)
  put('exception.group', columns.exceptionGroup)
  put('exception.base', columns.exceptionBase)
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: { ...meta, files, frames, sources, varieties },
    columns: out,
  })
}

/**
 * Reads the columns of a Pack; every number that leads anywhere is checked first.
 *
 * @throws PACK_MALFORMED when a number leads to what is not there, or lists are out of order
 * @throws PACK_CHECKSUM, PACK_KIND, PACK_VERSION
 */
export function readColumns(bytes: Uint8Array): WordNetColumns {
  const pack = readPack(bytes, KIND, VERSION)
  const read = new ColumnReader(pack)
  const files = read.names('files', 256)
  const frames = read.names('frames', 256)
  const sources = read.names('sources', 1 << 20)
  const varieties = read.names('varieties', 256)
  const words = read.strings('word')
  const synsetNumber = read.u32('synset.number')
  const synsets = synsetNumber.length
  const synsetSenses = read.rows('synset.senses', synsets)
  const senses = synsetSenses[synsets]!
  const entryWord = read.indexes('entry.word', words.size)
  const entries = entryWord.length
  const wordRows = read.rows('word.synsets', words.size)
  const definitions = read.strings('definition')
  const examples = read.strings('example')
  const senseExamples = read.strings('senseExample')
  const keys = read.strings('key')
  const pronunciations = read.strings('pronunciation')
  const exceptionForm = read.indexes('exception.form', words.size)
  const exceptions = exceptionForm.length
  const wikidataRows = read.rows('wikidata.count', synsets)
  const senseFrameRows = read.rows('senseFrame.count', senses)
  const columns: WordNetColumns = {
    meta: {
      title: read.text('title'),
      license: read.text('license'),
      language: read.text('language'),
      version: read.text('version'),
    },
    files,
    frames,
    sources,
    varieties,
    words,
    wordRows,
    wordSynsets: read.indexes('word.synset', synsets, wordRows[words.size]!),
    synsetNumber,
    synsetPos: read.bytes('synset.pos', POS.length, synsets),
    synsetFile: read.bytes('synset.file', files.length, synsets),
    synsetIli: read.u32('synset.ili', synsets),
    synsetSource: read.indexes('synset.source', sources.length, synsets),
    synsetSenses,
    wikidataRows,
    wikidata: read.u32('wikidata.item', wikidataRows[synsets]!),
    definitionRows: read.rows('definition.count', synsets, definitions.size),
    definitions,
    exampleRows: read.rows('example.count', synsets, examples.size),
    examples,
    exampleSource: read.indexes('example.source', sources.length, examples.size),
    relations: read.relations('relation', synsets),
    senseEntry: read.indexes('sense.entry', entries, senses),
    senseLexId: read.bytes('sense.lexId', 256, senses),
    sensePosition: read.bytes('sense.position', ADJECTIVE_POSITIONS.length, senses),
    senseCount: read.u32('sense.count', senses),
    keySenses: read.indexes('key.sense', senses, keys.size),
    keys,
    senseFrameRows,
    senseFrames: read.bytes('senseFrame.frame', frames.length, senseFrameRows[senses]!),
    senseExampleRows: read.rows('senseExample.count', senses, senseExamples.size),
    senseExamples,
    senseRelations: read.relations('senseRelation', senses),
    entryWord,
    entryGroup: read.bytes('entry.group', POS_GROUPS.length, entries),
    entryHomograph: read.bytes('entry.homograph', 256, entries),
    pronunciationRows: read.rows('pronunciation.count', entries, pronunciations.size),
    pronunciations,
    pronunciationVariety: read.bytes('pronunciation.variety', varieties.length, pronunciations.size),
    exceptionForm,
    exceptionGroup: read.bytes('exception.group', POS_GROUPS.length, exceptions),
    exceptionBase: read.indexes('exception.base', words.size, exceptions),
  }
  for (let i = 0; i < synsets; i++) {
    if (synsetSenses[i] === synsetSenses[i + 1]) throw malformed(`synset ${i} has no senses`)
  }
  return columns
}

class ColumnReader {
  readonly #pack: Pack

  constructor(pack: Pack) {
    this.#pack = pack
  }

  text(name: string): string {
    const value = this.#pack.meta[name]
    if (typeof value !== 'string') throw malformed(`its ${name} is no string`)
    return value
  }

  names(name: string, most: number): string[] {
    const value = this.#pack.meta[name]
    if (!Array.isArray(value) || value.length > most || !value.every((item) => typeof item === 'string')) {
      throw malformed(`its ${name} are not at most ${most} strings`)
    }
    return value as string[]
  }

  #values(name: string, length?: number): NumberArray {
    const values = this.#pack.columns.get(name)?.values
    if (values === undefined) throw malformed(`it has no column ${name}`)
    if (!(values instanceof Uint8Array || values instanceof Uint16Array || values instanceof Uint32Array)) {
      throw malformed(`column ${name} is not of unsigned integers`)
    }
    if (length !== undefined && values.length !== length) {
      throw malformed(`column ${name} has ${values.length} values, expected ${length}`)
    }
    return values
  }

  u32(name: string, length?: number): Uint32Array {
    const values = this.#values(name, length)
    return values instanceof Uint32Array ? values : Uint32Array.from(values)
  }

  indexes(name: string, bound: number, length?: number): Uint32Array {
    const values = this.u32(name, length)
    for (let i = 0; i < values.length; i++) {
      if (values[i]! >= bound) throw malformed(`column ${name} has ${values[i]}, expected less than ${bound}`)
    }
    return values
  }

  bytes(name: string, bound: number, length: number): Uint8Array {
    const values = this.#values(name, length)
    if (!(values instanceof Uint8Array)) throw malformed(`column ${name} is not of bytes`)
    for (let i = 0; i < values.length; i++) {
      if (values[i]! >= bound) throw malformed(`column ${name} has ${values[i]}, expected less than ${bound}`)
    }
    return values
  }

  /** Sums of the lengths in column `name`; the last is `total` where that is given. */
  rows(name: string, length: number | undefined, total?: number): Uint32Array {
    const lengths = this.#values(name, length)
    const starts = new Uint32Array(lengths.length + 1)
    let sum = 0
    for (let i = 0; i < lengths.length; i++) {
      sum += lengths[i]!
      starts[i + 1] = sum
    }
    if (sum !== (total ?? sum) || sum > 0xffffffff) {
      throw malformed(`the lengths in column ${name} add up to ${sum}, expected ${total}`)
    }
    return starts
  }

  strings(name: string): StringTable {
    const bytes = this.#values(`${name}.bytes`)
    if (!(bytes instanceof Uint8Array)) throw malformed(`column ${name}.bytes is not of bytes`)
    return new StringTable(bytes, this.rows(`${name}.length`, undefined, bytes.length))
  }

  relations(name: string, nodes: number): RelationColumns {
    const rows = this.rows(`${name}.count`, nodes)
    const total = rows[nodes]!
    const types = this.bytes(`${name}.type`, INVERSES.length, total)
    const targets = this.indexes(`${name}.target`, nodes, total)
    for (let node = 0; node < nodes; node++) {
      for (let i = rows[node]! + 1; i < rows[node + 1]!; i++) {
        if (types[i]! < types[i - 1]!) throw malformed(`the relations in column ${name}.type are not sorted`)
      }
    }
    return { rows, types, targets }
  }
}

/** The same values in the narrowest unsigned type. */
function narrow(values: NumberArray): NumberArray {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!)
  if (most < 1 << 8) return Uint8Array.from(values)
  return most < 1 << 16 ? Uint16Array.from(values) : Uint32Array.from(values)
}

function differences(starts: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: starts.length - 1 }, (_, i) => starts[i + 1]! - starts[i]!)
}

function malformed(why: string): WordloomError {
  return new WordloomError('PACK_MALFORMED', {
    message: `This Pack is no WordNet that can be read: ${why}.`,
    hint: 'Build it again from its source.',
  })
}
