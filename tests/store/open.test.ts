/** Opening corpora: from the store, and one's own files in folders and archives. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { corpora } from '../../src/node.js'
import { describeWith, mirror } from '../support/resources.js'

const ROW = '1\tHi\thi\tINTJ\tUH\t_\t0\troot\t_\t_\n\n'
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordloom-'))
  for (const name of ['a/1.conllu', 'b/2.conllu', '.hidden']) {
    mkdirSync(join(folder, 'own', name, '..'), { recursive: true })
    writeFileSync(join(folder, 'own', name), ROW)
  }
  writeFileSync(join(folder, 'own', 'b', '3.conllu.gz'), gzipSync(ROW))
  writeFileSync(join(folder, 'own', 'README.md'), 'What this is.')
  execFileSync('tar', ['-C', folder, '-czf', join(folder, 'own.tgz'), 'own'])
  execFileSync('tar', ['-C', folder, '-cf', join(folder, 'own.tar'), 'own'])
})
afterAll(() => rmSync(folder, { recursive: true }))

it.each(['own', 'own.tgz', 'own.tar'])('opens %s with its files, categories and words', async (path) => {
  const corpus = await corpora.openFiles(join(folder, path), {
    format: 'conllu',
    categories: { from: 'folder' },
    ...(path === 'own' ? {} : { besides: ['b/3.conllu.gz'] }),
  })
  expect(corpus.files().sort()).toEqual([
    'a/1.conllu',
    'b/2.conllu',
    ...(path === 'own' ? ['b/3.conllu'] : []),
  ])
  expect(corpus.categories()).toEqual(['a', 'b'])
  expect([...corpus.taggedWords({ categories: 'a' })]).toEqual([['Hi', 'INTJ']])
})

it('says which command downloads a corpus that is not there', async () => {
  await expect(corpora.open('ud-english-ewt', { dir: folder })).rejects.toMatchObject({
    code: 'CORPUS_MISSING',
    hint: 'wordloom corpora download ud-english-ewt',
  })
})

it('names the nearest id', async () => {
  await expect(corpora.open('nltk-brwn')).rejects.toMatchObject({
    code: 'CORPUS_UNKNOWN',
    hint: expect.stringContaining("'nltk-brown'"),
  })
})

it('says what cannot be read', async () => {
  await expect(corpora.openFiles(join(folder, 'nothing'), { format: 'conllu' })).rejects.toMatchObject({
    code: 'FILE_UNREADABLE',
  })
})

describeWith('corpora', 'the store', () => {
  it('gives a treebank with its splits', async () => {
    const corpus = await corpora.open('ud-french-sequoia', { dir: mirror() })
    expect(corpus.splits()).toEqual(['train', 'dev', 'test'])
    let sentences = 0
    for (const _ of corpus.sentences({ split: 'dev' })) sentences++
    expect(sentences).toBe(412)
  })
})
