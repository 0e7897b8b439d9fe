/**
 * Either of the two source formats, told by the names of the files.
 */
import { readOewn } from './read-oewn.js'
import { readWndb } from './read-wndb.js'
import { formatError, namedFiles, type ReadWordNetOptions, type WordNetFiles } from './source-files.js'
import { WordNet } from './wordnet.js'

/**
 * The WordNet in files: a Pack that `save()` gave, the YAML of Open English WordNet, or WNDB.
 *
 * @param files unpacked files by name
 * @throws CORPUS_FORMAT when they are neither
 * @throws CORPUS_SYNTAX with file, line, column, expected and found in `details` where a file is not as it should be
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION
 */
export function readWordNet(files: WordNetFiles, options: ReadWordNetOptions = {}): WordNet {
  const named = namedFiles(files, 'readWordNet')
  const names = [...named.keys()]
  const [first] = named.values()
  if (names.length === 1 && names[0]!.endsWith('.pack') && first !== undefined) return WordNet.load(first)
  if (names.some((name) => name.startsWith('entries-'))) return readOewn(named, options)
  if (names.some((name) => name.startsWith('data.'))) return readWndb(named, options)
  throw formatError(
    `readWordNet found no WordNet in: ${names.slice(0, 8).join(', ') || 'no files'}`,
    'Give it a .pack, the YAML files of Open English WordNet (entries-*.yaml, ...) or WNDB (data.noun, ...).',
  )
}
