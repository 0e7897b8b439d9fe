/** What is in the store: listed, described, found, compared and removed. */
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  type Catalogue,
  collections,
  download,
  info,
  list,
  path,
  remove,
  storeFolder,
  verify,
} from '../../src/store/index.js'
import { caught } from '../support/caught.js'
import { entryOf, gzippedFile, noise, rejected, sha256, temporaryFolder } from './server.js'

const content = new TextEncoder().encode('a b c\n'.repeat(100))
const plain = (path: string, bytes: Uint8Array) => ({
  path,
  url: null,
  bytes: bytes.length,
  sha256: sha256(bytes),
  compression: 'none' as const,
  encoding: 'utf-8',
})
const SHARED = noise(10, 1)
const catalogue: Catalogue = {
  version: 1,
  corpora: [
    entryOf('small', [plain('s/one.txt', noise(20, 2)), plain('s/LICENSE', SHARED)], { language: 'pt-BR' }),
    entryOf('other', [plain('s/two.txt', noise(30, 3)), plain('s/LICENSE', SHARED)], {
      kind: 'treebank',
      license: 'May be used for non-commercial purposes.',
      commercial: 'no',
    }),
    entryOf('packed', [gzippedFile('p.txt', content, null)], { commercial: 'unclear' }),
  ],
  collections: { pair: { title: 'Two', ids: ['small', 'other'] } },
}

let dir = ''
const put = (name: string, bytes: Uint8Array) => {
  mkdirSync(join(dir, name, '..'), { recursive: true })
  writeFileSync(join(dir, name), bytes)
}
beforeEach(() => {
  dir = temporaryFolder()
  put('s/one.txt', noise(20, 2))
  put('s/LICENSE', SHARED)
  put('s/two.txt', noise(30, 3))
  put('data/p.txt.gz', gzipSync(content, { level: 9 }))
})
const options = () => ({ dir, catalogue })

describe('a list', () => {
  it.each([
    [{}, ['small', 'other', 'packed']],
    [{ language: 'PT' }, ['small']],
    [{ language: 'p' }, []],
    [{ kind: 'treebank' }, ['other']],
    [{ licence: 'NON-comm' }, ['other']],
    [{ commercial: true }, ['small']],
    [{ commercial: false }, ['other', 'packed']],
    [{ maxBytes: 30 }, ['small']],
    [{ collection: 'pair' }, ['small', 'other']],
    [{ collection: 'pair', kind: 'treebank', downloaded: false }, []],
    [{ downloaded: true }, ['small', 'other', 'packed']],
  ])('chosen by %j', (choice, ids) => {
    expect(list({ ...choice, ...options() }).map(({ id }) => id)).toEqual(ids)
  })

  it('says what is there, in part, or not', () => {
    truncateSync(join(dir, 's/two.txt'), 3)
    expect(list(options()).map(({ downloaded }) => downloaded)).toEqual(['yes', 'partly', 'yes'])
    const empty = { ...options(), dir: join(dir, 'none') }
    expect(list(empty).map(({ downloaded }) => downloaded)).toEqual(['no', 'no', 'no'])
  })

  it('does not count a file that another corpus brought', () => {
    rmSync(join(dir, 's/two.txt'))
    expect(list(options()).map(({ downloaded }) => downloaded)).toEqual(['yes', 'no', 'yes'])
  })

  it.each([
    [{ kind: 'treebnk' }, "'treebank'"],
    [{ collection: 'par' }, "'pair'"],
    [{ licens: 'x' }, "'licence'"],
  ])('refuses %j', (choice, near) => {
    const error = caught(() => list({ ...choice, ...options() }))
    expect(error.code).toBe('OPTION_INVALID')
    expect(error.hint).toContain(near)
  })
})

describe('the store', () => {
  it('describes a corpus and its collections', () => {
    const corpus = info('other', options())
    expect(corpus).toMatchObject({ bytes: 40, downloaded: 'yes', collections: ['pair'] })
    expect(corpus.files[0]).toMatchObject({ place: join(dir, 's/two.txt'), present: true })
    expect(collections(options())).toEqual([
      { name: 'pair', title: 'Two', ids: ['small', 'other'], bytes: 70 },
    ])
    expect(caught(() => info('othr', options())).code).toBe('CORPUS_UNKNOWN')
    expect(caught(() => info(7 as never, options())).code).toBe('INPUT_NOT_STRING')
    for (const word of ['constructor', '__proto__', 'toString']) {
      expect(caught(() => info(word, options())).code).toBe('CORPUS_UNKNOWN')
    }
  })

  it('finds the file of a corpus, or the folder of its files', () => {
    expect(path('packed', options())).toBe(join(dir, 'data/p.txt.gz'))
    expect(path('small', options())).toBe(join(dir, 's'))
    const error = caught(() => path('small', { dir: 'none', catalogue }))
    expect(error).toMatchObject({
      code: 'CORPUS_MISSING',
      hint: 'wordloom corpora download small --dir none',
    })
  })

  it('compares files with the catalogue', async () => {
    expect((await verify(undefined, options())).map(({ ok }) => ok)).toEqual([true, true, true])
    put('s/two.txt', noise(30, 4))
    put('s/one.txt', noise(21, 4))
    put('data/p.txt.gz', gzipSync(noise(600)))
    const found = await verify(undefined, options())
    expect(found.map(({ ok }) => ok)).toEqual([false, false, false])
    expect(found[0]?.files[0]?.problem).toBe('expected 20 bytes, found 21')
    expect(found[1]?.files[0]?.problem).toMatch(/^expected SHA-256 [0-9a-f]{64}, found [0-9a-f]{64}$/)
    expect(found[2]?.files[0]?.problem).toMatch(/^expected unpacked SHA-256 /)
    const missing = await verify('pair', { ...options(), dir: join(dir, 'none') })
    expect(missing[0]?.files[0]).toMatchObject({ state: 'missing', place: join(dir, 'none/s/one.txt') })
    expect(await verify(undefined, { ...options(), dir: join(dir, 'none') })).toEqual([])
    await expect(verify('pair', { ...options(), signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })

  it.each([7, null, [7], { id: 'small' }])('takes names that are strings, not %j', async (names) => {
    expect((await rejected(verify(names as never, options()))).code).toBe('INPUT_NOT_STRING')
    expect((await rejected(remove(names as never, options()))).code).toBe('INPUT_NOT_STRING')
    expect((await rejected(download(names as never, options()))).code).toBe('INPUT_NOT_STRING')
  })

  it('loses only what nothing else uses', async () => {
    expect(await remove('small', options())).toMatchObject({
      removed: ['s/one.txt'],
      shared: ['s/LICENSE'],
      bytes: 20,
    })
    expect((await remove(['other'], options())).removed).toEqual(['s/two.txt', 's/LICENSE'])
    expect(readdirSync(dir)).toEqual(['data'])
    expect((await remove('pair', options())).removed).toEqual([])
  })

  it('loses parts of downloads too, and not what is being written', async () => {
    put('s/one.txt.part', noise(5))
    put('s/one.txt.part.json', noise(5))
    put('s/one.txt.lock', new TextEncoder().encode(JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' })))
    expect(await rejected(remove('small', options()))).toMatchObject({
      code: 'STORE_LOCKED',
      details: { pid: 1, host: 'elsewhere' },
    })
    rmSync(join(dir, 's/one.txt.lock'))
    expect((await remove('small', options())).removed).toEqual(['s/one.txt', 's/one.txt.part'])
    expect(existsSync(join(dir, 's/one.txt.part.json'))).toBe(false)
  })
})

describe('the folder of the store', () => {
  it.each([
    [{ WORDLOOM_DATA: '/a' }, 'dir', /dir$/],
    [{ WORDLOOM_DATA: '/a' }, undefined, /^\/a$/],
    [{ WORDLOOM_DATA: '', XDG_DATA_HOME: '/x' }, undefined, /^\/x\/wordloom$/],
    [{ WORDLOOM_DATA: '', XDG_DATA_HOME: 'relative' }, undefined, /\/\.local\/share\/wordloom$/],
  ])('with %j and dir %j is %s', (environment, named, expected) => {
    if (process.platform !== 'linux') return
    const before = { ...process.env }
    Object.assign(process.env, environment)
    try {
      expect(storeFolder(named)).toMatch(expected)
    } finally {
      process.env = before
    }
  })
})
