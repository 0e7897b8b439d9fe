/** Drawings from the command line: of CoNLL-U, and as formats of annotate. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const row = (id: number, form: string, tag: string, head: number | '_', deprel: string) =>
  `${id}\t${form}\t_\t${tag}\t_\t_\t${head}\t${deprel}\t_\t_\n`
const birds = `# sent_id = birds\n${row(1, 'Birds', 'NOUN', 2, 'nsubj')}${row(2, 'sing', 'VERB', 0, 'root')}\n`
const go = `# sent_id = go-1\n${row(1, 'Go', 'VERB', 0, 'root')}${row(2, '<b>', 'X', 1, 'dep')}\n`

const { folder, wordloom } = workplace({
  'parsed.conllu': birds + go,
  'bare.conllu': `${row(1, 'Hi', '_', '_', '_')}\n`,
  'broken.conllu': '1\tonly\n\n',
})

const BIRDS = `          root
  ╭─nsubj─╮│
  ▼       │▼
Birds    sing
NOUN     VERB
`
const GO = `root
 │╭─dep─╮
 ▼│     ▼
Go     <b>
VERB   X
`

describe('wordloom draw', () => {
  it('draws every sentence of a file, or of standard input', () => {
    expect(wordloom(['draw', 'parsed.conllu'])).toEqual({ code: 0, out: `${BIRDS}\n${GO}`, err: '' })
    expect(wordloom(['draw'], { input: birds + go }).out).toBe(`${BIRDS}\n${GO}`)
  })

  it.each([
    ['2', GO],
    ['birds', BIRDS],
  ])('draws sentence %s alone', (sentence, drawing) => {
    expect(wordloom(['draw', 'parsed.conllu', '--sentence', sentence]).out).toBe(drawing)
  })

  it('has colours where they are wanted, and none in files', () => {
    const env = { FORCE_COLOR: '1' }
    expect(wordloom(['draw', 'parsed.conllu', '-s', '1'], { env }).out).toContain('\x1b[1msing\x1b[22m')
    expect(wordloom(['draw', 'parsed.conllu', '-s', '1', '-o', 'tree.txt'], { env }).code).toBe(0)
    expect(readFileSync(join(folder, 'tree.txt'), 'utf8')).toBe(BIRDS)
  })

  it('writes tables', () => {
    expect(wordloom(['draw', 'parsed.conllu', '-s', '1', '--to', 'table']).out).toBe(
      '#  Form   UPOS  Head    Deprel\n1  Birds  NOUN  2 sing  nsubj\n2  sing   VERB  0       root\n',
    )
  })

  it('writes one picture of all sentences', () => {
    wordloom(['draw', 'parsed.conllu', '--to', 'svg', '-o', 'all.svg'])
    const svg = readFileSync(join(folder, 'all.svg'), 'utf8')
    expect(svg).toMatch(/^<svg .*<\/svg>\n$/s)
    for (const text of ['Birds', 'sing', 'Go', '&lt;b&gt;', 'nsubj', 'dep'])
      expect(svg).toContain(`>${text}</text>`)
    expect(wordloom(['draw', 'parsed.conllu', '--to', 'svg']).out).toBe(svg)
  })

  it.each([
    [['parsed.conllu', '-s', '3'], 1, "'parsed.conllu' has no sentence '3'; it has 2"],
    [['bare.conllu'], 1, '--to tree draws dependencies, and there are none'],
    [['bare.conllu', '--to', 'svg', '-o', 'none.svg'], 1, '--to svg draws dependencies, and there are none'],
    [['parsed.conllu', '--to', 'png'], 2, "--to is 'png'"],
  ])('%j is refused', (args, code, message) => {
    const done = wordloom(['draw', ...args])
    expect(done.err).toContain(message)
    expect(done.err).toContain('hint: ')
    expect({ code: done.code, out: done.out }).toEqual({ code, out: '' })
    expect(existsSync(join(folder, 'none.svg'))).toBe(false)
  })
})

describe('wordloom draw, of files that cannot be read', () => {
  it.each([
    ['broken.conllu', "'broken.conllu': CoNLL-U, line 1"],
    ['nothing.conllu', "there is no file 'nothing.conllu'"],
  ])('names %s and what is wrong', (file, message) => {
    const { code, out, err } = wordloom(['draw', file])
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 1, out: '' })
  })
})

describe('wordloom annotate', () => {
  it('writes tables of what there is', () => {
    const { out } = wordloom(['annotate', '--to', 'table'], { input: "I can't. No." })
    expect(out).toBe("#  Form\n1  I\n2  ca\n3  n't\n4  .\n\n#  Form\n1  No\n2  .\n")
  })

  it.each(['tree', 'svg'])('says what --to %s needs', (to) => {
    const { code, out, err } = wordloom(['annotate', '--to', to], { input: 'Hi.' })
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(`--to ${to} draws dependencies, and there are none`)
    expect(err).toContain('hint: ')
  })
})

describe('wordloom show', () => {
  it('draws a sentence of the bundled treebank', () => {
    const { out } = wordloom(['show'])
    for (const part of ['whistled', '─nsubj─', '▼', 'root', 'PUNCT']) expect(out).toContain(part)
  })

  it('parses a sentence of the text with the pack of its language, and does without where there is none', () => {
    const english = wordloom(['show', '-'], { input: 'Yes. The old loom was weaving words.' }).out
    expect(english).toContain('A sentence of it, parsed')
    for (const part of ['loom', '─nsubj─', 'root', 'VERB']) expect(english).toContain(part)
    const other = wordloom(['show', '-', '--lang', 'fi'], { input: 'Vanha kangaspuu kutoi sanoja taas.' }).out
    expect(other).not.toContain('parsed')
  })
})
