/**
 * Packing corpora: one of the catalogue, or one's own files, compiled to one file that is read without parsing.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { version } from '../../package.json'
import { requireOptions, WordloomError } from '../core/errors.js'
import type { CorpusOptions } from '../corpora/corpus.js'
import { type PackCorpusOptions, packCorpus } from '../corpora/pack-corpus.js'
import { type CatalogueEntry, catalogueEntry } from './catalogue.js'
import { storeFolder } from './folder.js'
import { catalogueSource, type OpenFilesOptions, ownSource } from './open.js'
import { packPath, sourceSums } from './stored-pack.js'
import { sourceWordNet } from './wordnet.js'

/** How a corpus is packed. */
export interface PackOptions {
  /** File to write; for a corpus of the catalogue its place in the store unless told otherwise. */
  readonly output?: string
  /** Whether columns are deflated: a smaller file, whose columns are inflated when they are first asked for. */
  readonly compress?: boolean
  /** What happens where the data breaks its format: `throw`, or `collect` and leave that part out. */
  readonly onError?: 'throw' | 'collect'
  readonly onProgress?: NonNullable<PackCorpusOptions['onProgress']>
  /** Stops the work between two files of the corpus. */
  readonly signal?: AbortSignal
}

/** What `pack` takes unless told otherwise. */
export const DEFAULT_PACK_OPTIONS: Required<Pick<PackOptions, 'compress' | 'onError'>> = {
  compress: false,
  onError: 'throw',
}

/** What was packed. */
export interface PackReport {
  /** The file that was written. */
  readonly path: string
  readonly bytes: number
  /** Files, documents, tokens, trees, records and words in it. */
  readonly counts: Readonly<Record<string, number>>
  /** What could not be read and is not in it, where `onError: 'collect'` was asked for. */
  readonly errors: readonly WordloomError[]
}

/**
 * Packs a corpus of the catalogue; from then on `corpora.open(id)` reads the pack.
 *
 * @throws CORPUS_UNKNOWN, CORPUS_MISSING as `open`
 * @throws CORPUS_SYNTAX where the data breaks its format, unless `onError` is 'collect'
 */
export async function pack(
  id: string,
  options: PackOptions & { readonly dir?: string } = {},
): Promise<PackReport> {
  check(options)
  const entry = catalogueEntry(id)
  if (entry.reader.format === 'wordnet') return await packedWordNet(entry, options)
  const { title, language, license, commercial, redistribution, attribution, citation, source } = entry
  const about = { id, title, language, license, commercial, redistribution, attribution, citation, source }
  const output = options.output ?? packPath(storeFolder(options.dir), id)
  const corpus = await catalogueSource(entry, options.dir)
  return written(corpus, output, options, {
    reader: entry.reader,
    about: { ...about, reader: entry.reader, sources: sourceSums(entry), wordloom: version },
  })
}

/**
 * Packs your own files; open them with `corpora.openPack(output)`.
 *
 * @throws FILE_UNREADABLE, ARCHIVE_UNSAFE, CORPUS_FORMAT as `openFiles`
 * @throws CORPUS_SYNTAX where the data breaks its format, unless `onError` is 'collect'
 */
export async function packFiles(
  paths: string | readonly string[],
  files: OpenFilesOptions,
  options: PackOptions & { readonly output: string },
): Promise<PackReport> {
  check(options)
  const { language = 'en', encoding, encodings, categories, splits, besides, ...reader } = files
  return written(await ownSource(paths, files), options.output, options, {
    reader,
    about: { language, wordloom: version },
  })
}

function check(options: PackOptions): void {
  const known = { dir: null, output: null, onProgress: null, signal: null }
  requireOptions(
    options,
    { ...known, compress: [true, false], onError: ['throw', 'collect'] },
    'corpora.pack',
  )
}

function written(
  corpus: CorpusOptions<unknown>,
  output: string,
  options: PackOptions,
  { reader, about }: Pick<PackCorpusOptions, 'reader' | 'about'>,
): PackReport {
  const { compress, onError, onProgress, signal } = { ...DEFAULT_PACK_OPTIONS, ...options }
  const { bytes, errors, counts } = packCorpus(corpus, {
    reader,
    about: about ?? {},
    onError,
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
    ...(compress ? { deflate: (column: Uint8Array) => deflateRawSync(column, { level: 9 }) } : {}),
  })
  const path = resolve(output)
  replaceFile(path, bytes)
  return { path, bytes: bytes.length, counts, errors }
}

/** A WordNet's Pack is made for look-ups: it is what `corpora.wordnet()` and `wordloom wordnet` open. */
async function packedWordNet(
  entry: CatalogueEntry,
  options: PackOptions & { readonly dir?: string },
): Promise<PackReport> {
  const made = await sourceWordNet(entry, options.dir)
  const path = resolve(options.output ?? packPath(storeFolder(options.dir), entry.id))
  const bytes = made.save()
  replaceFile(path, bytes)
  let synsets = 0
  for (const _ of made.allSynsets()) synsets++
  return { path, bytes: bytes.length, counts: { files: entry.files.length, synsets }, errors: [] }
}

/** Writes `bytes` beside `path` and moves them there. @throws STORE_UNWRITABLE */
function replaceFile(path: string, bytes: Uint8Array): void {
  const part = `${path}.${process.pid}.part`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(part, bytes, { flag: 'wx' })
    renameSync(part, path)
  } catch (cause) {
    rmSync(part, { force: true })
    throw new WordloomError('STORE_UNWRITABLE', {
      message: `The pack cannot be written to '${path}': ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Name a file that can be written: output.',
      details: { path, cause: (cause as { code?: unknown }).code },
      cause,
    })
  }
}
