/**
 * What there is: the corpora of the catalogue by language, kind, licence, size, and which of them are in the store.
 *
 * Whether a corpus is in the store is seen from the lengths of its files, which is quick; `verify` compares them.
 */
import { existsSync, statSync } from 'node:fs'
import { nearest, requireOptions, requireString, WordloomError } from '../core/errors.js'
import {
  bundledCatalogue,
  type Catalogue,
  type CatalogueEntry,
  type CatalogueFile,
  catalogueEntry,
} from './catalogue.js'
import { bundledFolder, placeOf, storeFolder } from './folder.js'

/** Where to look. */
export interface StoreOptions {
  /** Folder of the store; `$WORDLOOM_DATA` or the user's folder for data by default. */
  readonly dir?: string | undefined
  /** Another catalogue than the package's, of the same form. */
  readonly catalogue?: Catalogue | undefined
}

/** Which corpora to list; all of what is given must hold. */
export interface ListOptions extends StoreOptions {
  /** BCP 47 tag: 'pt' finds 'pt' and 'pt-BR'. */
  readonly language?: string | undefined
  /** 'treebank', 'tagged', 'lexicon', ...: a kind of the catalogue. */
  readonly kind?: string | undefined
  /** Part of the licence, in either case: 'cc-by'. */
  readonly licence?: string | undefined
  /** Most bytes of all files, as stored. */
  readonly maxBytes?: number | undefined
  /** Whether the licence is known to allow commercial use. */
  readonly commercial?: boolean | undefined
  /** Name of a collection. */
  readonly collection?: string | undefined
  /** Whether all files are in the store. */
  readonly downloaded?: boolean | undefined
}

/** A corpus in a list. */
export interface ListedCorpus {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly kind: string
  readonly license: string
  readonly commercial: CatalogueEntry['commercial']
  /** Bytes of all files, as stored. */
  readonly bytes: number
  /** bundled: it comes with the package; partly: not all of its files are there, or not whole. */
  readonly downloaded: 'yes' | 'partly' | 'no' | 'bundled'
}

/** A file of a corpus, and where it is. */
export interface PlacedFile extends CatalogueFile {
  /** Its place in the store, whether it is there or not. */
  readonly place: string
  readonly present: boolean
}

/** All that is known of a corpus. */
export interface CorpusInfo extends Omit<CatalogueEntry, 'files'> {
  readonly files: readonly PlacedFile[]
  /** Bytes of all files, as stored. */
  readonly bytes: number
  readonly downloaded: ListedCorpus['downloaded']
  /** Collections that it is in. */
  readonly collections: readonly string[]
}

/** A collection of corpora. */
export interface CollectionInfo {
  readonly name: string
  readonly title: string
  readonly ids: readonly string[]
  /** Bytes of all files, as stored. */
  readonly bytes: number
}

const KNOWN = {
  dir: null,
  catalogue: null,
  language: null,
  kind: null,
  licence: null,
  maxBytes: null,
  commercial: [true, false],
  collection: null,
  downloaded: [true, false],
} as const

/**
 * The corpora of the catalogue, or those that the options choose, in its order.
 *
 * @throws OPTION_INVALID when an option is unknown, or names a kind or collection that there is not
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * const free = corpora.list({ language: 'en', kind: 'treebank', commercial: true })
 * console.log(free.some(({ id }) => id === 'ud-english-ewt')) // true
 * ```
 */
export function list(options: ListOptions = {}): ListedCorpus[] {
  requireOptions(options, KNOWN, 'list(options)')
  const { catalogue = bundledCatalogue(), kind, collection } = options
  const kinds = [...new Set(catalogue.corpora.map((entry) => entry.kind))].sort()
  if (kind !== undefined) requireName('kind', kind, kinds)
  if (collection !== undefined) requireName('collection', collection, Object.keys(catalogue.collections))
  const ids = collection === undefined ? undefined : new Set(catalogue.collections[collection]!.ids)
  const folder = storeFolder(options.dir)
  const shared = sharedPaths(catalogue)
  const language = options.language?.toLowerCase()
  const licence = options.licence?.toLowerCase()
  return catalogue.corpora
    .filter((entry) => ids === undefined || ids.has(entry.id))
    .filter((entry) => kind === undefined || entry.kind === kind)
    .filter((entry) => language === undefined || isLanguage(entry.language.toLowerCase(), language))
    .filter((entry) => licence === undefined || entry.license.toLowerCase().includes(licence))
    .filter(
      (entry) => options.commercial === undefined || (entry.commercial === 'yes') === options.commercial,
    )
    .map((entry) => listed(entry, folder, shared))
    .filter(({ bytes }) => options.maxBytes === undefined || bytes <= options.maxBytes)
    .filter(
      ({ downloaded }) => options.downloaded === undefined || isThere(downloaded) === options.downloaded,
    )
}

/**
 * All that the catalogue says of a corpus, and where its files are or would be.
 *
 * @throws CORPUS_UNKNOWN with the nearest id
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * console.log(corpora.info('nltk-brown').license) // May be used for non-commercial purposes.
 * ```
 */
export function info(id: string, options: StoreOptions = {}): CorpusInfo {
  requireString(id, 'info(id, options)')
  requireOptions(options, STORE_OPTIONS, 'info(id, options)')
  const { catalogue = bundledCatalogue() } = options
  const entry = catalogueEntry(id, catalogue)
  const folder = folderOf(entry, options)
  const collections = Object.entries(catalogue.collections)
  return {
    ...entry,
    files: entry.files.map((file) => {
      const place = placeOf(folder, file.path)
      return { ...file, place, present: isPresent(place, file) }
    }),
    bytes: bytesOf(entry),
    downloaded: listed(entry, folder, sharedPaths(catalogue)).downloaded,
    collections: collections.filter(([, { ids }]) => ids.includes(id)).map(([name]) => name),
  }
}

/**
 * The collections of the catalogue: names that `download` takes as it takes ids.
 *
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * console.log(corpora.collections().some(({ name }) => name === 'popular')) // true
 * ```
 */
export function collections(options: StoreOptions = {}): CollectionInfo[] {
  requireOptions(options, STORE_OPTIONS, 'collections(options)')
  const { catalogue = bundledCatalogue() } = options
  return Object.entries(catalogue.collections).map(([name, { title, ids }]) => ({
    name,
    title,
    ids,
    bytes: ids.reduce((sum, id) => sum + bytesOf(catalogueEntry(id, catalogue)), 0),
  }))
}

/** Options that every function of the store has. */
export const STORE_OPTIONS = { dir: null, catalogue: null } as const

/** The folder in which the files of `entry` are: the store, or the package. */
export function folderOf(entry: CatalogueEntry, options: StoreOptions): string {
  return entry.bundled === true ? bundledFolder() : storeFolder(options.dir)
}

/** Whether a file is in its place with the length that it should have. */
export function isPresent(place: string, file: CatalogueFile): boolean {
  const stats = statSync(place, { throwIfNoEntry: false })
  if (stats === undefined || !stats.isFile()) return false
  // What was packed here has another length than what a mirror has.
  return stats.size === file.bytes || (file.compression === 'gzip' && stats.size > 0)
}

/** Paths that more than one corpus has: a licence that lies there for one is no part of another. */
function sharedPaths({ corpora }: Catalogue): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { path } of corpora.flatMap(({ files }) => files)) (seen.has(path) ? shared : seen).add(path)
  return shared
}

function listed(entry: CatalogueEntry, folder: string, shared: ReadonlySet<string>): ListedCorpus {
  const { id, title, language, kind, license, commercial, files } = entry
  const bytes = bytesOf(entry)
  const common = { id, title, language, kind, license, commercial, bytes }
  if (entry.bundled === true) return { ...common, downloaded: 'bundled' }
  const whole = files.every((file) => isPresent(placeOf(folder, file.path), file))
  if (whole) return { ...common, downloaded: 'yes' }
  const own = files.some(({ path }) => !shared.has(path) && existsSync(placeOf(folder, path)))
  return { ...common, downloaded: own ? 'partly' : 'no' }
}

function bytesOf({ files }: CatalogueEntry): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function isThere(downloaded: ListedCorpus['downloaded']): boolean {
  return downloaded === 'yes' || downloaded === 'bundled'
}

function isLanguage(tag: string, wanted: string): boolean {
  return tag === wanted || tag.startsWith(`${wanted}-`)
}

function requireName(option: string, value: string, names: readonly string[]): void {
  if (names.includes(value)) return
  throw new WordloomError('OPTION_INVALID', {
    message: `There is no ${option} '${value}' in the catalogue.`,
    hint: `Did you mean '${nearest(value, names)}'? There are: ${names.join(', ')}.`,
    details: { option, value, allowed: names },
  })
}
