/** Corpora for tests: from strings, and from the zips of the mirror. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { Corpus, type CorpusOptions, type CorpusReader } from '../../src/corpora/corpus.js'
import type { CorpusFile } from '../../src/corpora/source-file.js'
import type { Doc } from '../../src/text/doc.js'
import { corpusBytes, mirror } from './resources.js'

/** A corpus of one file 'a' with this text, given in pieces of `size` bytes. */
export function corpusOf<R>(reader: CorpusReader<R>, text: string, name = 'a', size = 7): Corpus<R> {
  const bytes = new TextEncoder().encode(text)
  return new Corpus({
    reader,
    files: [
      {
        name,
        *chunks() {
          for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
        },
      },
    ],
  })
}

/** A corpus of the members of a zip of the mirror whose names `pattern` matches, top folder left out. */
export function zipCorpus<R>(
  path: string,
  pattern: RegExp,
  reader: CorpusReader<R>,
  options: Partial<CorpusOptions<R>> = {},
): Corpus<R> {
  return new Corpus({ reader, files: members(path).filter(({ name }) => pattern.test(name)), ...options })
}

/** A corpus of files of the mirror. */
export function mirrorCorpus<R>(paths: readonly string[], reader: CorpusReader<R>): Corpus<R> {
  return new Corpus({ reader, files: paths.map((name) => ({ name, chunks: () => [corpusBytes(name)] })) })
}

/** Documents, sentences and tokens of a corpus. */
export function counts(docs: Iterable<Doc>): { docs: number; sentences: number; tokens: number } {
  const total = { docs: 0, sentences: 0, tokens: 0 }
  for (const doc of docs) {
    total.docs++
    total.sentences += doc.length === 0 ? 0 : Number(doc.numbers('sentence').at(-1)) + 1
    total.tokens += doc.length
  }
  return total
}

// The central directory of a zip, for zips that are known to be sound.
function members(path: string): CorpusFile[] {
  const zip = readFileSync(join(mirror(), path))
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16)
  const files: CorpusFile[] = []
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const length = zip.readUInt16LE(at + 28)
    const local = zip.readUInt32LE(at + 42)
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    if (!name.endsWith('/')) {
      files.push({
        name: name.slice(name.indexOf('/') + 1),
        chunks: () => {
          const stored = zip.subarray(begin, begin + size)
          return [method === 0 ? stored : inflateRawSync(stored)]
        },
      })
    }
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}
