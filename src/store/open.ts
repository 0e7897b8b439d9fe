/**
 * Opening corpora: those of the catalogue by their id, and one's own by their path.
 *
 * Opening looks at what files there are and reads none of them; all reading is lazy (see `Corpus`). Texts without
 * marked tokens are tokenized and split by the rules of their language.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { requireOptions, WordloomError } from '../core/errors.js'
import { Corpus, type CorpusOptions } from '../corpora/corpus.js'
import { corpusReader, type ReaderSpec } from '../corpora/readers.js'
import type { CorpusFile } from '../corpora/source-file.js'
import { type CatalogueEntry, type CategoryRule, catalogueEntry } from './catalogue.js'
import { corpusFiles } from './corpus-files.js'
import { bundledFolder, storeFolder } from './folder.js'
import { annotator, storedPack } from './stored-pack.js'

/** Files that say what a corpus is and are none of its texts, unless they are all there is. */
const ABOUT = /^(?:(?:readme|licen[cs]e|copying)\b|stats\.xml$)/i

/** How a corpus of the catalogue is opened. */
export interface OpenOptions {
  /** Folder of the store. */
  readonly dir?: string
  /** Whether the pack of the store is read where there is one of the same sources; true unless told otherwise. */
  readonly pack?: boolean
}

/** How one's own files are opened. */
export interface OpenFilesOptions extends ReaderSpec {
  /** Language of texts that are tokenized, a BCP 47 tag; 'en' unless told otherwise. */
  readonly language?: string
  /** Encoding, a label of the WHATWG Encoding Standard; 'utf-8' unless told otherwise. */
  readonly encoding?: string
  /** Encodings of single files that differ. */
  readonly encodings?: Readonly<Record<string, string>>
  /** How files get categories: `{ from: 'folder' }`, `{ from: 'table', file }` or `{ from: 'map', categories }`. */
  readonly categories?: CategoryRule
  /** Files of each split. */
  readonly splits?: Readonly<Record<string, readonly string[]>>
  /** Files that are not text of the corpus. */
  readonly besides?: readonly string[]
}

/**
 * Opens a corpus of the catalogue: one that comes with the package, or has been downloaded to the store.
 *
 * @throws CORPUS_UNKNOWN when the catalogue has no such id
 * @throws CORPUS_MISSING when it has not been downloaded; the hint is the command that does
 */
export async function open<R = unknown>(id: string, options: OpenOptions = {}): Promise<Corpus<R>> {
  requireOptions(options, { dir: null, pack: [true, false] }, 'corpora.open')
  const entry = catalogueEntry(id)
  // A WordNet's Pack is another kind, which `wordnet` opens.
  if (options.pack !== false && entry.reader.format !== 'wordnet') {
    const packed = storedPack(entry, storeFolder(options.dir))
    if (packed !== undefined) return packed as Corpus<R>
  }
  return await openEntry<R>(entry, options.dir)
}

/** Opens what an entry of the catalogue describes. @throws CORPUS_MISSING */
export async function openEntry<R = unknown>(entry: CatalogueEntry, dir?: string): Promise<Corpus<R>> {
  return new Corpus<R>((await catalogueSource(entry, dir)) as CorpusOptions<R>)
}

/** What makes the corpus of a catalogue entry from its files. @throws CORPUS_MISSING */
export async function catalogueSource(
  entry: CatalogueEntry,
  dir: string | undefined,
): Promise<CorpusOptions<unknown>> {
  const root = entry.bundled ? bundledFolder() : storeFolder(dir)
  const files: CorpusFile[] = []
  for (const { path } of entry.files) {
    const place = join(root, path)
    if (!existsSync(place)) throw missingCorpus(entry, place)
    for (const file of await corpusFiles(place)) {
      if (entry.bundled) {
        // They lie in one folder a corpus, and are named by their path in it.
        files.push({ name: path.slice(path.indexOf('/') + 1).replace(/\.gz$/, ''), chunks: file.chunks })
        continue
      }
      // Files of one name in two folders: the later one is named with its folder.
      const taken = files.some(({ name }) => name === file.name)
      files.push(taken ? { name: `${basename(dirname(place))}/${file.name}`, chunks: file.chunks } : file)
    }
  }
  return made(files, entry, entry.language)
}

/**
 * Opens your own files: a folder, an archive (zip, tar, tar.gz), or one or more files, plain or gzipped.
 *
 * @throws FILE_UNREADABLE
 * @throws ARCHIVE_UNSAFE when an archive holds what would leave its folder, links, or a bomb
 * @throws CORPUS_FORMAT when there is no such format
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * const licence = await corpora.openFiles('LICENSE', { format: 'plain' })
 * console.log([...licence.words()].length > 100) // true
 * ```
 */
export async function openFiles<R = unknown>(
  paths: string | readonly string[],
  options: OpenFilesOptions,
): Promise<Corpus<R>> {
  return new Corpus<R>((await ownSource(paths, options)) as CorpusOptions<R>)
}

/** What makes a corpus of one's own files. */
export async function ownSource(
  paths: string | readonly string[],
  options: OpenFilesOptions,
): Promise<CorpusOptions<unknown>> {
  const { language = 'en', encoding, encodings, categories, splits, besides, ...reader } = options
  const files: CorpusFile[] = []
  const all = typeof paths === 'string' ? [paths] : paths
  for (const path of all) files.push(...(await corpusFiles(resolve(path))))
  return made(files, { reader, encoding, encodings, categories, splits, besides }, language)
}

interface Description {
  readonly reader: ReaderSpec
  readonly categories?: CategoryRule | undefined
  readonly splits?: CatalogueEntry['splits'] | undefined
  readonly encoding?: string | undefined
  readonly encodings?: CatalogueEntry['encodings'] | undefined
  readonly besides?: readonly string[] | undefined
}

function made(
  files: readonly CorpusFile[],
  description: Description,
  language: string,
): CorpusOptions<unknown> {
  const { reader, categories, splits, encoding, encodings, besides } = description
  return {
    files,
    reader: corpusReader(reader),
    annotate: annotator(language),
    ...(encoding === undefined ? {} : { encoding }),
    ...(encodings === undefined ? {} : { encodings }),
    ...(splits === undefined ? {} : { splits }),
    ...(categories === undefined ? {} : { categories: categoriser(categories) }),
    besides: [
      ...(besides ?? []),
      ...(categories?.from === 'table' ? [categories.file] : []),
      ...(files.length === 1
        ? []
        : files.map(({ name }) => name).filter((name) => ABOUT.test(basename(name)))),
    ],
  }
}

function categoriser(rule: CategoryRule): NonNullable<CorpusOptions<unknown>['categories']> {
  if (rule.from === 'folder')
    return (name) => (name.includes('/') ? [name.slice(0, name.lastIndexOf('/'))] : [])
  if (rule.from === 'map') {
    const of = new Map<string, string[]>()
    for (const [category, files] of Object.entries(rule.categories)) {
      for (const file of files) of.set(file, [...(of.get(file) ?? []), category])
    }
    return (name) => of.get(name) ?? []
  }
  let table: Map<string, string[]> | undefined
  return (name, { sibling }) => {
    if (table === undefined) {
      table = new Map()
      for (const line of sibling(rule.file).lines()) {
        const [file, ...categories] = line.trim().split(/\s+/)
        if (file !== undefined && file !== '') table.set(file, categories)
      }
    }
    return table.get(name) ?? []
  }
}

/** The error for a corpus that is not in the store. */
export function missingCorpus({ id }: CatalogueEntry, path: string): WordloomError {
  return new WordloomError('CORPUS_MISSING', {
    message: `The corpus '${id}' is not in the store: there is no file '${path}'.`,
    hint: `wordloom corpora download ${id}`,
    details: { id, path },
  })
}
