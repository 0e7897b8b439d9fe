/**
 * The catalogue: every data set that Wordloom knows, with what is needed to fetch, check, read and cite it.
 *
 * `corpora/catalogue.json` is the one source; `corpora/catalogue.schema.json` says what an entry has. It lies
 * in the package, and is read when it is first asked for.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nearest, requireString, WordloomError } from '../core/errors.js'
import type { ReaderSpec } from '../corpora/readers.js'
import { bundledFolder } from './folder.js'

/** A file of a data set, as stored in the store and on mirrors. */
export interface CatalogueFile {
  /** Path below the store or mirror. */
  readonly path: string
  /** Address of its publisher (of the unpacked content where `compression` is gzip); null: mirrors only. */
  readonly url: string | null
  /** Bytes of the stored file. */
  readonly bytes: number
  /** SHA-256 of the stored file, hexadecimal. */
  readonly sha256: string
  readonly compression: 'none' | 'gzip' | 'zip'
  /** Encoding of the text; 'binary' for archives. */
  readonly encoding: string
  /** Bytes of the unpacked content, where `compression` is gzip. */
  readonly contentBytes?: number
  /** SHA-256 of the unpacked content, where `compression` is gzip. */
  readonly contentSha256?: string
}

/** How files get their categories: from a table file, their folder, or a map in the catalogue. */
export type CategoryRule =
  | { readonly from: 'table'; readonly file: string }
  | { readonly from: 'folder' }
  | { readonly from: 'map'; readonly categories: Readonly<Record<string, readonly string[]>> }

/** A data set. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  /** BCP 47 tag, or 'mul' for several languages. */
  readonly language: string
  /** 'treebank', 'tagged', 'plaintext', 'lexicon', 'intents', ... */
  readonly kind: string
  /** SPDX identifier, or the publisher's own words. */
  readonly license: string
  /** Whether the licence allows commercial use. */
  readonly commercial: 'yes' | 'no' | 'unclear'
  readonly redistribution: 'open' | 'with permission' | 'non-commercial' | 'unclear'
  readonly attribution: string
  readonly citation: string
  /** Where it comes from. */
  readonly source: string
  readonly notes?: string
  /** True where it lies in the package and needs no download. */
  readonly bundled?: boolean
  readonly files: readonly CatalogueFile[]
  /** Names of files (as the corpus names them) by split. */
  readonly splits?: Readonly<Record<string, readonly string[]>>
  readonly categories?: CategoryRule
  /** Encoding of the files as the corpus names them, where it is not UTF-8. */
  readonly encoding?: string
  /** Encodings of single files that differ. */
  readonly encodings?: Readonly<Record<string, string>>
  /** Files that are not text of the corpus: descriptions, licences, tables. */
  readonly besides?: readonly string[]
  readonly reader: ReaderSpec
  /** What it holds, as measured. */
  readonly counts: Readonly<Record<string, unknown>>
}

/** The whole catalogue. */
export interface Catalogue {
  readonly version: number
  readonly corpora: readonly CatalogueEntry[]
  readonly collections: Readonly<Record<string, { readonly title: string; readonly ids: readonly string[] }>>
}

let parsed: Catalogue | undefined

/** The catalogue that comes with the package, read when it is first asked for. */
export function bundledCatalogue(): Catalogue {
  if (parsed) return parsed
  // The sources have it as it is, the package gzipped.
  const plain = join(bundledFolder(), 'catalogue.json')
  const text = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(`${plain}.gz`))
  parsed = JSON.parse(text.toString()) as Catalogue
  return parsed
}

/**
 * The entry of `id`.
 *
 * @throws CORPUS_UNKNOWN naming the nearest id
 */
export function catalogueEntry(id: string, catalogue: Catalogue = bundledCatalogue()): CatalogueEntry {
  const entry = catalogue.corpora.find((one) => one.id === id)
  if (entry !== undefined) return entry
  throw new WordloomError('CORPUS_UNKNOWN', {
    message: `There is no corpus '${id}' in the catalogue.`,
    hint: `Did you mean '${nearestId(id, catalogue)}'? wordloom corpora list shows all.`,
    details: { id },
  })
}

/**
 * Ids of everything that `names` name, each once.
 *
 * @throws INPUT_NOT_STRING when one is no string
 * @throws CORPUS_UNKNOWN when one is neither a corpus nor a collection
 */
export function allIds(
  names: string | readonly string[],
  catalogue: Catalogue,
  where: string,
): readonly string[] {
  const list = Array.isArray(names) ? (names as readonly string[]) : [names as string]
  for (const name of list) requireString(name, where)
  return [...new Set(list.flatMap((name) => corpusIds(name, catalogue)))]
}

/** 'brown' means 'nltk-brown', though fewer letters lead to 'oewn': a part of an id counts before its spelling. */
function nearestId(id: string, catalogue: Catalogue): string {
  const ids = [...catalogue.corpora.map((one) => one.id), ...Object.keys(catalogue.collections)]
  const wanted = id.toLowerCase().replace(/[^a-z\d]+/g, '-')
  const within = ids.filter((one) => wanted !== '' && `-${one}-`.includes(`-${wanted}-`))
  if (within.length > 0) return within.reduce((best, one) => (one.length < best.length ? one : best))
  const names = new Map(ids.flatMap((one) => [[one, one] as const, [one.slice(one.indexOf('-') + 1), one]]))
  return names.get(nearest(wanted, [...names.keys()]))!
}

/**
 * Ids of a collection, or `[name]` where it is the id of a corpus.
 *
 * @throws CORPUS_UNKNOWN when it is neither
 */
export function corpusIds(name: string, catalogue: Catalogue = bundledCatalogue()): readonly string[] {
  if (Object.hasOwn(catalogue.collections, name)) return catalogue.collections[name]!.ids
  return [catalogueEntry(name, catalogue).id]
}
