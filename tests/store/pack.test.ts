/** Corpora packed, opened and unpacked: what a pack gives is what the source gives. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { Random } from '../../src/core/rng.js'
import type { Corpus } from '../../src/corpora/corpus.js'
import { packCorpus } from '../../src/corpora/pack-corpus.js'
import { openCorpusPack } from '../../src/corpora/packed-corpus.js'
import { corpusReader } from '../../src/corpora/readers.js'
import { corpora } from '../../src/node.js'
import { crc32 } from '../../src/text/pack.js'
import { fuzzPack } from '../support/fuzz-pack.js'
import { describeWith, mirror } from '../support/resources.js'

const CONLLU = `# text = Il va du parc.
1\tIl\til\tPRON\t_\tPerson=3\t2\tnsubj\t_\t_
2\tva\taller\tVERB\t_\t_\t0\troot\t_\t_
3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
3\tde\tde\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\t_\t5\tdet\t_\t_
5\tparc\tparc\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

`
const TREES = '(S (NP (DT the) (NN cat)) (VP (VBZ sleeps)) (X))\n(NP (NN é))\n'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordloom-pack-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const file = (name: string, text: string) => ({ name, chunks: () => [new TextEncoder().encode(text)] })

function all(corpus: Corpus): unknown {
  const tried = (read: () => Iterable<unknown>) => {
    try {
      return [...read()]
    } catch (error) {
      return (error as WordloomError).code
    }
  }
  return {
    files: corpus.files(),
    splits: corpus.splits(),
    categories: corpus.categories(),
    documents: tried(() => mapped(corpus.documents(), (doc) => doc.toJSON())),
    sentences: tried(() => mapped(corpus.sentences(), (doc) => doc.toJSON())),
    words: tried(() => corpus.words()),
    tagged: tried(() => corpus.taggedWords()),
    trees: tried(() => mapped(corpus.trees(), String)),
    records: tried(() => corpus.records()),
  }
}

function* mapped<T, R>(items: Iterable<T>, map: (item: T) => R): Generator<R> {
  for (const item of items) yield map(item)
}

function sample(deflate?: (bytes: Uint8Array) => Uint8Array): Uint8Array<ArrayBuffer> {
  return packCorpus(
    {
      files: [file('a/1', CONLLU), file('b/2', CONLLU + CONLLU.replaceAll('parc', 'bois'))],
      reader: corpusReader({ format: 'conllu' }),
      categories: (name) => [name.slice(0, 1)],
      splits: { train: ['a/1'], test: ['b/2'] },
    },
    { reader: { format: 'conllu' }, ...(deflate === undefined ? {} : { deflate }) },
  ).bytes
}

describe('a pack of a corpus', () => {
  it('gives what the files give, deflated or not', () => {
    const source = {
      files: [file('a/1', CONLLU), file('b/2', CONLLU + CONLLU.replaceAll('parc', 'bois'))],
      reader: corpusReader({ format: 'conllu' }),
    }
    const plain = openCorpusPack(sample()).corpus
    const inflate = (bytes: Uint8Array) => inflateRawSync(bytes)
    const deflated = openCorpusPack(sample(deflateRawSync), { inflate }).corpus
    expect(all(deflated)).toEqual(all(plain))
    expect([...plain.documents()].length).toBe(2)
    expect([...plain.words({ files: 'a/1' })]).toEqual(['Il', 'va', 'de', 'le', 'parc', '.'])
    expect([...plain.words({ split: 'test' })].length).toBe(12)
    expect(plain.files({ categories: 'b' })).toEqual(['b/2'])
    expect(packCorpus(source, { reader: { format: 'conllu' } }).counts).toMatchObject({
      documents: 2,
      tokens: 18,
    })
  })

  it('gives Docs that can be cloned without the pack', () => {
    const [doc] = openCorpusPack(sample()).corpus.documents()
    const clone = structuredClone(doc!.toColumns())
    expect((clone.columns.start as Uint32Array).buffer.byteLength).toBe(24)
  })

  it('keeps trees', () => {
    const reader = { format: 'brackets' }
    const { bytes } = packCorpus({ files: [file('t', TREES)], reader: corpusReader(reader) }, { reader })
    const { corpus } = openCorpusPack(bytes)
    expect([...corpus.trees()].map(String)).toEqual(TREES.trim().split('\n'))
  })

  it('says that it has no raw text', () => {
    const { corpus } = openCorpusPack(sample())
    expect(() => [...corpus.raw()]).toThrow(expect.objectContaining({ code: 'CORPUS_FORMAT' }))
  })

  it('tells what was left out', () => {
    const reader = { format: 'conllu' }
    const source = { files: [file('bad', 'no\tcolumns\n\n')], reader: corpusReader(reader) }
    expect(() => packCorpus(source, { reader })).toThrow(WordloomError)
  })

  it('is refused with a typed error, or read, whatever is changed in it', () => {
    const inflate = (bytes: Uint8Array, size: number) =>
      inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) })
    const walk = (bytes: Uint8Array) => {
      const { corpus } = openCorpusPack(bytes, { inflate })
      for (const doc of corpus.documents()) doc.toJSON()
      for (const part of ['trees', 'records'] as const) {
        try {
          for (const _ of corpus[part]());
        } catch (error) {
          if (!(error instanceof WordloomError)) throw error
        }
      }
    }
    const trees = packCorpus(
      { files: [file('t', TREES)], reader: corpusReader({ format: 'brackets' }) },
      { reader: { format: 'brackets' } },
    ).bytes
    const count = Number(process.env.WORDLOOM_FUZZ ?? 1000)
    const { refused } = fuzzPack(7, count, [
      [sample(), walk],
      [sample(deflateRawSync), walk],
      [trees, walk],
    ])
    expect(refused).toBeGreaterThan(0)
  })

  it('can be made of own files and opened again', async () => {
    mkdirSync(join(folder, 'own'))
    writeFileSync(join(folder, 'own', 'a.txt'), 'One text. It has two sentences.\n\nA paragraph.')
    const output = join(folder, 'own.pack')
    const report = await corpora.packFiles(join(folder, 'own'), { format: 'plain' }, { output })
    expect(report.counts.documents).toBe(1)
    const source = await corpora.openFiles(join(folder, 'own'), { format: 'plain' })
    expect(all(await corpora.openPack(output))).toEqual(all(source))
    await expect(corpora.openPack(join(folder, 'none'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
  })
})

describe('crc32', () => {
  it('is that of one table look-up a byte, at every length and offset', () => {
    const slow = (bytes: Uint8Array) => {
      let crc = 0xffffffff
      for (const byte of bytes) {
        crc ^= byte
        for (let k = 0; k < 8; k++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
      }
      return (crc ^ 0xffffffff) >>> 0
    }
    const random = new Random(1)
    const bytes = Uint8Array.from({ length: 100 }, () => random.below(256))
    for (let from = 0; from < 9; from++) {
      for (let to = from; to <= 100; to++) {
        expect(crc32(bytes.subarray(from, to))).toBe(slow(bytes.subarray(from, to)))
      }
    }
  })
})

describeWith('corpora', 'packs of the catalogue', () => {
  it.each([
    'nltk-names',
    'nltk-inaugural',
    'ud-italian-partut',
    'nltk-conll2000',
    'nltk-qc',
    'nltk-treebank',
  ])(
    'give what the source gives: %s',
    async (id) => {
      const output = join(folder, `${id}.pack`)
      await corpora.pack(id, { dir: mirror(), output, compress: id === 'nltk-qc' })
      const packed = await corpora.openPack(output)
      const source = await corpora.open(id, { dir: mirror(), pack: false })
      expect(all(packed)).toEqual(all(source))
    },
    60_000,
  )

  it('unpacks to a new folder and never over one that is there', async () => {
    const target = join(folder, 'names')
    const report = await corpora.unpack('nltk-names', target, { dir: mirror() })
    expect(report.files).toBe(readdirSync(target).length)
    expect(readFileSync(join(target, 'male.txt'), 'utf8')).toContain('Aaron')
    await expect(corpora.unpack('nltk-names', target, { dir: mirror() })).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})
