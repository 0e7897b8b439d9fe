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
      const { title, date, machine } = JSON.parse(readFileSync(join(RECORD, file), 'utf8'))
      expect(page).toContain(`\n## ${title}\n`)
      expect(page).toContain(`, ${date}, build `)
      expect(page).toContain(machine)
    }
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
