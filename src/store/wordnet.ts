/**
 * The WordNet of the store: from its Pack where one has been made, from its source files otherwise.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOewn } from '../corpora/wordnet/read-oewn.js'
import { WordNet } from '../corpora/wordnet/wordnet.js'
import { type CatalogueEntry, catalogueEntry } from './catalogue.js'
import { corpusFiles } from './corpus-files.js'
import { storeFolder } from './folder.js'
import { missingCorpus, type OpenOptions } from './open.js'
import { packPath } from './stored-pack.js'

const ID = 'oewn'

/**
 * Open English WordNet, ready for look-ups. From a Pack (`corpora.pack('oewn')`) it takes milliseconds, from its
 * source files seconds.
 *
 * @throws CORPUS_MISSING when it has not been downloaded
 */
export async function wordnet({ dir }: Pick<OpenOptions, 'dir'> = {}): Promise<WordNet> {
  const pack = packPath(storeFolder(dir), ID)
  return existsSync(pack) ? WordNet.load(readFileSync(pack)) : await sourceWordNet(catalogueEntry(ID), dir)
}

/** The WordNet of an entry's source files. @throws CORPUS_MISSING, and what `readOewn` throws */
export async function sourceWordNet(entry: CatalogueEntry, dir: string | undefined): Promise<WordNet> {
  const files = new Map<string, Uint8Array>()
  for (const { path } of entry.files) {
    const place = join(storeFolder(dir), path)
    if (!existsSync(place)) throw missingCorpus(entry, place)
    for (const { name, chunks } of await corpusFiles(place)) files.set(name, Buffer.concat([...chunks()]))
  }
  return readOewn(files)
}
