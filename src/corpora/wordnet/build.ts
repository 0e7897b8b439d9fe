/**
 * From what a reader found to columns: numbers for names, lists in order, inverse relations completed.
 *
 * A reference to what is not there is reported at the place where it is written, and left out.
 */

import { buildRelations, type RelationList } from './build-relations.js'
import type { WordNetColumns } from './columns.js'
import { makeSenseKey } from './sense-key.js'
import type { Report } from './source-text.js'
import type { SourceEntry, SourceSense, SourceSynset, SourceWordNet } from './source-wordnet.js'
import { GROUP_OF_POS, POS_GROUPS } from './tables.js'
import { StringTable, wordKey } from './words.js'

interface BuiltSense {
  readonly source: SourceSense
  readonly entry: number
}

/** Columns of `source`; faults go to `report`. */
export function buildWordNet(source: SourceWordNet, report: Report): WordNetColumns {
  const entries = source.entries
  const placed = placeSenses(source, report)
  const synsets = sortedSynsets(source.synsets, placed, report)
  const synsetNumbers = new Map(synsets.map(({ id }, i) => [id, i]))
  const senses: BuiltSense[] = []
  const senseNumbers = new Map<string, number>()
  const synsetSenses = new Uint32Array(synsets.length + 1)
  synsets.forEach((synset, i) => {
    for (const word of synset.members) {
      const sense = placed.get(memberName(synset.id, word))
      if (sense === undefined) continue
      senseNumbers.set(sense.source.ref, senses.length)
      senses.push(sense)
    }
    synsetSenses[i + 1] = senses.length
  })
  const words = buildWords(source)
  const files = [...new Set(synsets.map(({ file }) => file))].sort()
  const sources = new Names()
  const varieties = new Names()
  const pronunciations = lists(entries, (entry) => entry.pronunciations)
  const examples = lists(synsets, (synset) => synset.examples)
  const definitions = lists(synsets, (synset) => synset.definitions)
  const senseExamples = lists(senses, (sense) => sense.source.examples)
  const frames = lists(senses, (sense) => sense.source.frames)
  const wikidata = lists(synsets, (synset) => synset.wikidata)
  const exceptions = sortedExceptions(source, words.numbers)
  const columns = {
    meta: source.meta,
    files,
    frames: source.frames,
    words: words.table,
    ...wordSynsets(source, words.numbers, synsetNumbers, report),
    synsetNumber: Uint32Array.from(synsets, ({ id }) => Number.parseInt(id, 10)),
    synsetPos: Uint8Array.from(synsets, ({ pos }) => pos),
    synsetFile: Uint8Array.from(synsets, ({ file }) => files.indexOf(file)),
    synsetIli: Uint32Array.from(synsets, ({ ili }) => ili),
    synsetSource: Uint32Array.from(synsets, (synset) => sources.number(synset.source)),
    synsetSenses,
    wikidataRows: wikidata.rows,
    wikidata: Uint32Array.from(wikidata.items),
    definitionRows: definitions.rows,
    definitions: StringTable.of(definitions.items),
    exampleRows: examples.rows,
    examples: StringTable.of(examples.items.map(({ text }) => text)),
    exampleSource: Uint32Array.from(examples.items, (example) => sources.number(example.source)),
    relations: buildRelations(
      synsets.map(relationList),
      new Map(synsets.map(({ ref }, i) => [ref, i])),
      'a synset',
      report,
    ),
    senseEntry: Uint32Array.from(senses, ({ entry }) => entry),
    senseLexId: Uint8Array.from(senses, (sense) => sense.source.lexId),
    sensePosition: Uint8Array.from(senses, (sense) => sense.source.position),
    senseFrameRows: frames.rows,
    senseFrames: Uint8Array.from(frames.items),
    senseExampleRows: senseExamples.rows,
    senseExamples: StringTable.of(senseExamples.items),
    senseRelations: buildRelations(
      senses.map((sense) => relationList(sense.source)),
      senseNumbers,
      'a sense',
      report,
    ),
    entryWord: Uint32Array.from(entries, ({ word }) => words.numbers.get(word)!),
    entryGroup: Uint8Array.from(entries, ({ group }) => group),
    entryHomograph: Uint8Array.from(entries, ({ homograph }) => homograph),
    pronunciationRows: pronunciations.rows,
    pronunciations: StringTable.of(pronunciations.items.map(({ value }) => value)),
    pronunciationVariety: Uint8Array.from(pronunciations.items, ({ variety }) => varieties.number(variety)),
    sources: sources.all,
    varieties: varieties.all,
    exceptionForm: Uint32Array.from(exceptions, ([form]) => form),
    exceptionGroup: Uint8Array.from(exceptions, ([, group]) => group),
    exceptionBase: Uint32Array.from(exceptions, ([, , base]) => base),
  }
  return { ...columns, ...keysAndCounts(columns, source, senses) }
}

function relationList({ relations, text }: RelationList): RelationList {
  return { relations, text }
}

function memberName(synset: string, word: string): string {
  return `${synset} ${word}`
}

/** Every sense by the synset and word that it joins. */
function placeSenses(source: SourceWordNet, report: Report): Map<string, BuiltSense> {
  const members = new Map(source.synsets.map(({ id, members }) => [id, members]))
  const placed = new Map<string, BuiltSense>()
  const refs = new Set<string>()
  source.entries.forEach(({ word, senses }: SourceEntry, entry) => {
    for (const sense of senses) {
      const { text, at, synset, ref } = sense
      const name = memberName(synset, word)
      if (!members.has(synset)) report(text.fault(at, 'the id of a synset that is there', synset))
      else if (!members.get(synset)!.includes(word)) {
        report(text.fault(at, `a synset that has '${word}' among its members`, synset))
      } else if (refs.has(ref) || placed.has(name)) {
        report(text.fault(at, 'a sense that is not there yet', ref))
      } else {
        refs.add(ref)
        placed.set(name, { source: sense, entry })
      }
    }
  })
  return placed
}

/** Synsets by part of speech and number; those that no word means, and doubles, are reported and left out. */
function sortedSynsets(
  synsets: readonly SourceSynset[],
  placed: ReadonlyMap<string, BuiltSense>,
  report: Report,
): SourceSynset[] {
  const seen = new Set<string>()
  const sound = synsets.filter(({ id, members, text, at }) => {
    const missing = members.filter((word) => !placed.has(memberName(id, word)))
    for (const word of missing) report(text.fault(at, `an entry with a sense of '${word}' in ${id}`, 'none'))
    if (seen.has(id)) report(text.fault(at, 'an id that is not there yet', id))
    else if (members.length === 0) report(text.fault(at, 'at least one member', ''))
    const kept = !seen.has(id) && members.length > missing.length
    seen.add(id)
    return kept
  })
  return sound.sort(
    (a, b) =>
      GROUP_OF_POS[a.pos]! - GROUP_OF_POS[b.pos]! ||
      Number.parseInt(a.id, 10) - Number.parseInt(b.id, 10) ||
      a.pos - b.pos,
  )
}

function buildWords(source: SourceWordNet): { table: StringTable; numbers: ReadonlyMap<string, number> } {
  const all = new Set<string>()
  for (const { word } of source.entries) all.add(word).add(wordKey(word))
  for (const { form, bases } of source.exceptions) {
    all.add(wordKey(form))
    for (const base of bases) all.add(wordKey(base))
  }
  const sorted = [...all].sort()
  return { table: StringTable.of(sorted), numbers: new Map(sorted.map((word, i) => [word, i])) }
}

/** For each lower-cased word its synsets, noun to adverb, in the order of its senses. */
function wordSynsets(
  source: SourceWordNet,
  words: ReadonlyMap<string, number>,
  synsets: ReadonlyMap<string, number>,
  report: Report,
): Pick<WordNetColumns, 'wordRows' | 'wordSynsets'> {
  const found: (Set<number>[] | undefined)[] = new Array(words.size)
  const add = (word: number, group: number, id: string) => {
    const synset = synsets.get(id)
    if (synset === undefined) return
    found[word] ??= POS_GROUPS.map(() => new Set())
    found[word][group]!.add(synset)
  }
  for (const { key, group, ids, text, at } of source.order) {
    const word = words.get(key)
    for (const id of ids) {
      if (word === undefined || !synsets.has(id)) {
        report(text.fault(at, 'synsets that are there and have the word', `${key} ${id}`))
      } else add(word, group, id)
    }
  }
  // Of words that differ in case only, the one in lower case has the first senses: 'turkey' before 'Turkey'.
  const byCase = [...source.entries].sort((a, b) => {
    const lower = Number(b.word === wordKey(b.word)) - Number(a.word === wordKey(a.word))
    return lower || (a.word < b.word ? -1 : a.word > b.word ? 1 : a.homograph - b.homograph)
  })
  for (const { word, group, senses } of byCase) {
    const key = words.get(wordKey(word))!
    for (const { synset } of senses) add(key, group, synset)
  }
  const { rows, items } = lists(
    Array.from(found, (groups) => groups?.flatMap((ids) => [...ids]) ?? []),
    (ids) => ids,
  )
  return { wordRows: rows, wordSynsets: Uint32Array.from(items) }
}

function sortedExceptions(
  source: SourceWordNet,
  words: ReadonlyMap<string, number>,
): [form: number, group: number, base: number][] {
  const seen = new Set<string>()
  const rows: [number, number, number][] = []
  for (const { form, group, bases } of source.exceptions) {
    for (const base of bases) {
      const row: [number, number, number] = [words.get(wordKey(form))!, group, words.get(wordKey(base))!]
      if (seen.has(row.join())) continue
      seen.add(row.join())
      rows.push(row)
    }
  }
  return rows.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

function keysAndCounts(
  columns: Parameters<typeof makeSenseKey>[0],
  source: SourceWordNet,
  senses: readonly BuiltSense[],
): Pick<WordNetColumns, 'senseCount' | 'keySenses' | 'keys'> {
  const senseCount = new Uint32Array(senses.length)
  const keySenses: number[] = []
  const keys: string[] = []
  let synset = 0
  senses.forEach((sense, i) => {
    while (columns.synsetSenses[synset + 1]! <= i) synset++
    const made = makeSenseKey(columns, i, synset)
    const key = sense.source.key ?? made
    if (key !== made) {
      keySenses.push(i)
      keys.push(key)
    }
    senseCount[i] = source.counts.get(key) ?? 0
  })
  return { senseCount, keySenses: Uint32Array.from(keySenses), keys: StringTable.of(keys) }
}

/** The lists that `items` gives for each owner, one behind the other, and where each begins. */
function lists<Owner, Item>(
  owners: readonly Owner[],
  items: (owner: Owner) => readonly Item[],
): { rows: Uint32Array; items: Item[] } {
  const rows = new Uint32Array(owners.length + 1)
  const all: Item[] = []
  owners.forEach((owner, i) => {
    for (const item of items(owner)) all.push(item)
    rows[i + 1] = all.length
  })
  return { rows, items: all }
}

/** Numbers for strings, from 0 for ''. */
class Names {
  readonly #numbers = new Map([['', 0]])

  number(name: string): number {
    let number = this.#numbers.get(name)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(name, number)
    }
    return number
  }

  get all(): string[] {
    return [...this.#numbers.keys()]
  }
}
