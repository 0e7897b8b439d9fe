/** docs/results.md is what the records of bench/record say. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resultsPage } from '../../scripts/results.js'

const RECORD = 'bench/record'

describe('the page of results', () => {
  it('is that of the records: npx tsx scripts/results.ts writes it', () => {
    expect(readFileSync('docs/results.md', 'utf8')).toBe(resultsPage(RECORD))
  })

  it('has every record, with command, day and machine', () => {
    const page = resultsPage(RECORD)
    for (const file of readdirSync(RECORD).filter((name) => name.endsWith('.json'))) {
      const record = JSON.parse(readFileSync(join(RECORD, file), 'utf8'))
      if (record.columns === undefined) {
        expect(page).toContain(record.about)
        continue
      }
      expect(page).toContain(`\n## ${record.title}\n`)
      expect(page).toContain(`, ${record.date}, build `)
      expect(page).toContain(record.machine)
    }
  })

  it('makes a table of a record that is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wordloom-results-'))
    const rows = [{ treebank: 'UD_X', split: 'test', words: { ours: 99.5, theirs: [98, 97.25] } }]
    writeFileSync(
      join(folder, 'some-words.json'),
      JSON.stringify({ about: 'By npx tsx scripts/x.ts --split test; more', rows }),
    )
    const page = resultsPage(folder)
    rmSync(folder, { recursive: true })
    expect(page).toContain('## Some words\n')
    expect(page).toMatch(/\| \*\*UD_X, test\*\* +\| +99\.50 \| +98 \| +97\.25 \|/)
    expect(page).toContain('`npx tsx scripts/x.ts --split test`, not recorded')
  })

  it('changes with a figure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wordloom-results-'))
    const record = {
      name: 'one',
      title: 'One figure',
      about: 'About it.',
      date: '2026-01-02',
      commit: 'abc',
      machine: 'a machine',
      columns: [{ key: 'speed', label: 'speed', digits: 1 }],
      rows: [{ engine: 'wordloom', ours: true, values: { speed: 1.25 } }],
      targets: [{ what: 'at least | 2', got: '1.3', met: false }],
      wrong: [],
      notes: ['a note'],
    }
    writeFileSync(join(folder, 'one.json'), JSON.stringify(record))
    const page = resultsPage(folder)
    rmSync(folder, { recursive: true })
    expect(page).toContain('| [One figure](#one-figure) | at least \\| 2 | 1.3 | **no** |')
    expect(page).toMatch(/\| \*\*wordloom\*\* +\| +1\.3 \|/)
    expect(page).toContain('- a note')
    expect(page).toContain('`npm run bench -- one`, 2026-01-02, build abc, a machine')
  })
})
