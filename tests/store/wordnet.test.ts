/** The WordNet of the store: packed once, then opened from its Pack. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { corpora } from '../../src/node.js'
import { describeWith, mirror } from '../support/resources.js'

const dir = mkdtempSync(join(tmpdir(), 'wordloom-'))
afterAll(() => rmSync(dir, { recursive: true }))

it('says which command downloads it', async () => {
  await expect(corpora.wordnet({ dir })).rejects.toMatchObject({
    code: 'CORPUS_MISSING',
    hint: 'wordloom corpora download oewn',
  })
})

describeWith('corpora', 'Open English WordNet', () => {
  it('is packed for look-ups, and read as a corpus all the same', { timeout: 180_000 }, async () => {
    cpSync(join(mirror(), 'wordnet'), join(dir, 'wordnet'), { recursive: true })
    const report = await corpora.pack('oewn', { dir })
    expect(report).toMatchObject({ path: join(dir, 'packs', 'oewn.pack'), counts: { synsets: 107525 } })
    const wordnet = await corpora.wordnet({ dir })
    expect(wordnet.synset('dog.n.01').definition).toMatch(/canine|Canis/)
    const [record] = (await corpora.open('oewn', { dir })).records({ categories: 'synset' })
    expect(record).toMatchObject({ kind: 'synset' })
  })
})
