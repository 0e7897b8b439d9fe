/**
 * Packs of corpora on disk: where those of the store lie, whether they are of the catalogue's sources, opening.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, inflateRawSync } from 'node:zlib'
import { version } from '../../package.json'
import { WordloomError } from '../core/errors.js'
import type { Corpus } from '../corpora/corpus.js'
import { openCorpusPack } from '../corpora/packed-corpus.js'
import type { Doc } from '../text/doc.js'
import { splitSentences, tokenize } from '../tokenize/index.js'
import type { CatalogueEntry } from './catalogue.js'

/** Where the pack of `id` lies in the store at `folder`. */
export function packPath(folder: string, id: string): string {
  return join(folder, 'packs', `${id}.pack`)
}

/** What a pack says of the files it was made of, to be held against the catalogue. */
export function sourceSums(entry: CatalogueEntry): Readonly<Record<string, string>> {
  return Object.fromEntries(entry.files.map(({ path, sha256 }) => [path, sha256]))
}

/** What tokenizes a text of `language`. */
export function annotator(language: string): (text: string) => Doc {
  const lang = language === 'mul' ? 'und' : language
  return (text) => splitSentences(tokenize(text, { lang }), { lang })
}

/**
 * Opens a pack that `corpora.pack` or `wordloom corpora pack` wrote.
 *
 * Its checksum is checked; what it holds is read when it is asked for. `raw()` is not there: it keeps no files.
 *
 * @throws FILE_UNREADABLE
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION when it is none, damaged or of another version
 */
export async function openPack<R = unknown>(path: string): Promise<Corpus<R>> {
  return opened(path).corpus as Corpus<R>
}

/** The pack of the store, where there is one and it is of the sources that the catalogue names. */
export function storedPack(entry: CatalogueEntry, folder: string): Corpus | undefined {
  const path = packPath(folder, entry.id)
  if (!existsSync(path)) return undefined
  const { corpus, about } = opened(path)
  const same =
    about.id === entry.id &&
    JSON.stringify(about.sources) === JSON.stringify(sourceSums(entry)) &&
    JSON.stringify(about.reader) === JSON.stringify(entry.reader) &&
    about.wordloom === version
  return same ? corpus : undefined
}

function opened(path: string): ReturnType<typeof openCorpusPack> {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    throw new WordloomError('FILE_UNREADABLE', {
      message: `The pack '${path}' cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Check the path; wordloom corpora pack ID makes one.',
      details: { path, cause: (cause as { code?: unknown }).code },
      cause,
    })
  }
  let language = 'en'
  const opening = openCorpusPack(bytes, {
    annotate: (text) => annotator(language)(text),
    checksum: (all) => crc32(all),
    inflate: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
  })
  if (typeof opening.about.language === 'string') language = opening.about.language
  return opening
}
