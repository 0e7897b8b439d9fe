/**
 * From one set of tags to another: the tables that come with Wordloom, and tables of files, such as those of the 12
 * universal tags (`universal-tag-maps` in the catalogue of corpora).
 *
 * @see Petrov, Das and McDonald 2012, "A Universal Part-of-Speech Tagset", LREC
 */
import { nearest, requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { PTB_TO_UPOS, UPOS_TO_UNIVERSAL, type WordTag } from './lang/tag-tables.js'
import { requireDoc } from './simple-tagger.js'
import { requireColumn } from './tagger-options.js'
import { docWords } from './tagging-run.js'

/** The 12 tags of Petrov, Das and McDonald 2012. */
export const UNIVERSAL_TAGS = [
  'VERB',
  'NOUN',
  'PRON',
  'ADJ',
  'ADV',
  'ADP',
  'CONJ',
  'DET',
  'NUM',
  'PRT',
  'X',
  '.',
] as const

/** A table from tags to tags. */
export interface TagMap {
  readonly tags: ReadonlyMap<string, string>
  /** Words that have another tag than their tag's, in lower case, by tag: `words.get('RB')?.get('not')`. */
  readonly words?: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Names of the tables that come with Wordloom. */
export type TagMapName = 'ptb-upos' | 'upos-universal'

/** Options of {@link mapTags}. */
export interface MapTagsOptions {
  /** The table: `ptb-upos`, `upos-universal`, or one that {@link readTagMap} gives. */
  readonly map: TagMapName | TagMap
  /** The column that is read; default `tag`. */
  readonly from?: string
  /** The column that is added; default the one that is read. */
  readonly to?: string
  /** What happens to tags that are not in the table: an error, the tag itself, or `X`; default `error`. */
  readonly unknown?: 'error' | 'keep' | 'X'
}

/** Defaults of {@link mapTags}. */
export const DEFAULT_MAP_TAGS_OPTIONS = { from: 'tag', unknown: 'error' } as const

const MAPS: Readonly<Record<TagMapName, () => TagMap>> = {
  'ptb-upos': () => tableOf(PTB_TO_UPOS),
  'upos-universal': () => tableOf(UPOS_TO_UNIVERSAL),
}
const made = new Map<string, TagMap>()

/**
 * A Doc with its tags in another set.
 *
 * From the Penn Treebank to UPOS some tags are ambiguous: `docs/guide/tagging.md` says what each becomes.
 *
 * @throws COLUMN_MISSING when the Doc has no such column
 * @throws TAG_UNKNOWN naming the tag, when it is not in the table and `unknown` is `error`
 * @throws OPTION_INVALID when an option is unknown
 * @example
 * ```ts
 * import { tokenize } from 'wordloom'
 * import { DefaultTagger, mapTags } from 'wordloom/tag'
 * const doc = new DefaultTagger('NNS').tag(tokenize('looms'))
 * console.log(mapTags(doc, { map: 'ptb-upos' }).token(0)?.get('tag')) // NOUN
 * ```
 */
export function mapTags(doc: Doc, options: MapTagsOptions): Doc {
  const where = 'mapTags(doc, options)'
  requireDoc(doc, where)
  requireOptions(options, { map: null, from: null, to: null, unknown: ['error', 'keep', 'X'] }, where)
  const { map, from, unknown, to = from } = { ...DEFAULT_MAP_TAGS_OPTIONS, ...options }
  requireColumn(where, from)
  requireColumn(where, to)
  const { tags, words } = mapOf(map)
  const { ids, strings } = doc.strings(from)
  const table = new InternTable()
  const numbers = new Int32Array(strings.length).fill(-1)
  const target = (id: number) => {
    const tag = strings[id]!
    const mapped = tag === '' ? '' : tags.get(tag)
    if (mapped !== undefined) return table.intern(mapped)
    if (unknown === 'error') throw unknownTag(tag, tags)
    return table.intern(unknown === 'X' ? 'X' : tag)
  }
  const special = strings.map((tag) => words?.get(tag))
  const found = special.some((list) => list !== undefined) ? docWords(doc) : undefined
  const own = ids.map((id, i) => {
    const word = special[id]?.get(found!.strings[found!.ids[i]!]!.toLowerCase())
    if (word !== undefined) return table.intern(word)
    if (numbers[id]! < 0) numbers[id] = target(id)
    return numbers[id]!
  })
  return doc.with({ [to]: { ids: own, strings: table.strings } })
}

/**
 * A table from records with the fields `from` and `to`, as the table reader gives them for a `*.map` file of the
 * universal tag set: a tag, a tab, its universal tag.
 *
 * @throws OPTION_INVALID when a record has other fields, or one tag has two targets
 * @example
 * ```ts
 * import { Corpus, tableReader } from 'wordloom/corpora'
 * import { readTagMap } from 'wordloom/tag'
 * const bytes = new TextEncoder().encode('ADJA\tADJ\nADJD\tADJ\n') // from de-tiger.map
 * const reader = tableReader({ columns: ['from', 'to'] })
 * const corpus = new Corpus({ files: [{ name: 'de-tiger.map', chunks: () => [bytes] }], reader })
 * console.log(readTagMap(corpus.records()).tags.get('ADJA')) // ADJ
 * ```
 */
export function readTagMap(records: Iterable<Readonly<Record<string, unknown>>>): TagMap {
  const tags = new Map<string, string>()
  for (const { from, to } of records) {
    const known = typeof from === 'string' ? tags.get(from) : undefined
    if (typeof from !== 'string' || typeof to !== 'string' || (known !== undefined && known !== to)) {
      throw new WordloomError('OPTION_INVALID', {
        message: `readTagMap(records) got ${JSON.stringify({ from, to })}${known === undefined ? '' : ` after a record that maps it to '${known}'`}, expected one { from, to } of strings for each tag.`,
        hint: "Read the file with tableReader({ columns: ['from', 'to'] }).",
        details: { from, to },
      })
    }
    tags.set(from, to)
  }
  return { tags }
}

function mapOf(map: TagMapName | TagMap): TagMap {
  if (typeof map === 'object' && map !== null && map.tags instanceof Map) return map
  const name = String(map)
  if (typeof map !== 'string' || !Object.hasOwn(MAPS, name)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `mapTags: option map is '${name}', expected ${Object.keys(MAPS).join(', ')}, or a table.`,
      hint: `Did you mean '${nearest(name, Object.keys(MAPS))}'? Tables of files: readTagMap(records).`,
      details: { option: 'map', value: map },
    })
  }
  const table = made.get(name) ?? MAPS[map as TagMapName]()
  made.set(name, table)
  return table
}

/** Lines of `TARGET tag tag ...`, and words with tags of their own. */
function tableOf({
  lines,
  words = [],
}: {
  readonly lines: readonly string[]
  readonly words?: readonly WordTag[]
}): TagMap {
  const tags = new Map<string, string>()
  for (const line of lines) {
    const [target, ...sources] = line.split(' ')
    for (const source of sources) tags.set(source, target!)
  }
  const byTag = new Map<string, Map<string, string>>()
  for (const { tags: sources, words: list, target } of words) {
    for (const source of sources.split(' ')) {
      const map = byTag.get(source) ?? new Map<string, string>()
      for (const word of list.split(' ')) map.set(word, target)
      byTag.set(source, map)
    }
  }
  return { tags, words: byTag }
}

function unknownTag(tag: string, tags: ReadonlyMap<string, string>): WordloomError {
  return new WordloomError('TAG_UNKNOWN', {
    message: `The table has no tag '${tag}'.`,
    hint: `Did you mean '${nearest(tag, [...tags.keys()])}'? Or pass unknown: 'keep' or 'X'.`,
    details: { tag },
  })
}
