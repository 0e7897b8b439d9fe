/** `wordloom corpora` as a user runs it: tables, JSON, exit codes, what goes to which stream. */
import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ListedCorpus } from '../../src/store/index.js'
import { describeWith, mirror } from '../support/resources.js'
import { workplace } from './run.js'

const { folder, wordloom } = workplace()
const surroundings = { env: { WORDLOOM_DATA: join(folder, 'data'), WORDLOOM_MIRROR: '' } }
const corpora = (...args: string[]) => wordloom(['corpora', ...args], surroundings)

describe('wordloom corpora', () => {
  it('alone prints its help', () => {
    const { code, out, err } = corpora()
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(corpora('--help').out)
    for (const word of ['list', 'info', 'download', 'verify', 'remove', 'path'])
      expect(out).toContain(`  ${word} `)
  })

  it('list fits 80 columns, and has the same in JSON', () => {
    const { code, out, err } = corpora('list')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out.split('\n')
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80)
    const listed = JSON.parse(corpora('list', '--to', 'json').out) as ListedCorpus[]
    expect(listed.map(({ id }) => id)).toEqual(corpora('list', '--to', 'ids').out.trim().split('\n'))
    for (const { id } of listed) expect(out).toContain(` ${id} `)
  })

  it('list says on standard error that nothing is like that', () => {
    const { code, out, err } = corpora('list', '--language', 'tlh')
    expect({ code, out }).toEqual({ code: 0, out: '' })
    expect(err).toContain('no corpus is like that')
  })

  it('info prints JSON too', () => {
    const { out } = corpora('info', 'nltk-brown', '--to', 'json')
    expect(JSON.parse(out)).toMatchObject({ id: 'nltk-brown', commercial: 'no', downloaded: 'no' })
  })

  it('path prints where the store is, and misses what is not there', () => {
    expect(corpora('path').out).toBe(`${join(folder, 'data')}\n`)
    const { code, out, err } = corpora('path', 'nltk-brown')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('hint: wordloom corpora download nltk-brown\n')
  })
})

describeWith('corpora', 'wordloom corpora with a mirror', () => {
  beforeAll(() => {
    const { code, out, err } = corpora('download', 'nltk-names', 'nltk-qc', '--mirror', mirror())
    expect(code).toBe(0)
    expect(out).toMatch(/^2 corpora in .*: 2 files fetched \(.* in .*\/s\)\.\n$/)
    expect(err).toBe('licence of nltk-qc (commercial use unclear): not stated upstream\n')
  })

  it('lists, finds and verifies what was downloaded', () => {
    const listed = corpora('list', '--downloaded', '--to', 'ids').out.split('\n')
    expect(listed.filter((id) => id.startsWith('nltk-'))).toEqual(['nltk-names', 'nltk-qc'])
    const place = corpora('path', 'nltk-names').out.trim()
    expect(existsSync(place)).toBe(true)
    expect(corpora('verify')).toMatchObject({ code: 0, err: '' })
    appendFileSync(place, 'x')
    const { code, out } = corpora('verify')
    expect(code).toBe(1)
    expect(out).toContain('✗ nltk-names')
    expect(out).toContain('To mend it: wordloom corpora download nltk-names\n')
    expect(corpora('download', 'nltk-names', '--mirror', mirror()).out).toContain('1 file fetched')
    expect(corpora('verify', 'nltk-names').code).toBe(0)
  })

  it('fails with 1 when something does not come, and keeps what does', () => {
    const { code, out, err } = corpora('download', 'nltk-qc', 'text-factbook')
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain('only mirrors have it')
    expect(err).toContain('hint: Name a mirror')
    expect(corpora('download', 'nltk-qc', '--mirror', join(folder, 'none'))).toMatchObject({
      code: 2,
      out: '',
    })
  })
})
