/** Lemmas from the command line: models are trained, measured, used. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const row = (id: number, form: string, lemma: string, tag: string) =>
  `${id}\t${form}\t${lemma}\t${tag}\t_\t_\t${id === 1 ? 0 : 1}\tdep\t_\t_\n`
const nouns = ['gato', 'perro', 'libro', 'casa', 'mesa', 'silla']
const treebank = nouns
  .map((noun) => `${row(1, `${noun}s`, noun, 'NOUN')}${row(2, noun, noun, 'NOUN')}\n`)
  .join('')
const dev = `${row(1, 'Plazas', 'plaza', 'NOUN')}${row(2, 'x', '_', 'X')}\n`

const { folder, wordloom } = workplace({
  'train.conllu': treebank,
  'dev.conllu': dev,
  'broken.conllu': '1\tonly\n\n',
  'no.conllu': treebank.replaceAll(/\t(?=NOUN)/g, '\t').replaceAll(/\t(\w+)\tNOUN/g, '\t_\tNOUN'),
})

const train = (...more: string[]) => wordloom(['train', 'lemmas', 'train.conllu', '-o', 'es.pack', ...more])
const lemmas = (conllu: string) =>
  conllu
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t')[2])

describe('wordloom train lemmas', () => {
  it('writes a model and says how good it is', () => {
    const { code, out, err } = train('--dev', 'dev.conllu', '--licence', 'CC0-1.0')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^es\.pack: \d+ kB, from 12 tokens in \d+\.\d s\n\nLemmas of 'dev\.conllu', in per cent:\n/,
    )
    expect(out).toMatch(/\n {2}form alone +100\.00\n {2}form, tag +100\.00\n$/)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  })

  it.each([
    [['train', 'lemmas', 'train.conllu'], 2, "'train lemmas' needs --output FILE"],
    [['train', 'lemmas', 'nothing.conllu', '-o', 'a.pack'], 1, "there is no file 'nothing.conllu'"],
    [['train', 'lemmas', 'broken.conllu', '-o', 'a.pack'], 1, "'broken.conllu': CoNLL-U, line 1"],
    [['train', 'lemmas', 'no.conllu', '-o', 'a.pack'], 1, "no column of strings 'lemma'"],
    [['train', 'lemmas', 'train.conllu', '-o', 'a.pack', '--seed', 'x'], 2, 'option seed is NaN'],
    [
      ['train', 'lemmas', 'train.conllu', '-o', 'a.pack', '--columns', 'xtag'],
      2,
      "option columns names 'xtag'",
    ],
    [['train', 'lemmas', 'train.conllu', '-o', '.'], 1, "--output '.' is a folder"],
    [['train', 'lemmas', 'train.conllu', '-o', 'no/a.pack'], 1, "cannot write to 'no/a.pack'"],
    [['train', 'lemmata'], 2, "did you mean 'lemmas'?"],
  ])('%j is refused', (args, code, message) => {
    const done = wordloom(args)
    expect(done.err).toContain(message)
    expect({ code: done.code, out: done.out }).toEqual({ code, out: '' })
    expect(existsSync(join(folder, 'a.pack'))).toBe(false)
  })
})

describe('wordloom lemmatize', () => {
  it('writes lemmas of a model into CoNLL-U', () => {
    train()
    const { code, out, err } = wordloom(['lemmatize', 'dev.conllu', '--model', 'es.pack'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(lemmas(out)).toEqual(['plaza', 'x'])
    expect(wordloom(['lemmatize', '-', '--model', 'es.pack'], { input: dev }).out).toBe(out)
  })

  it('writes English lemmas without one', () => {
    const input = `${row(1, 'mice', '_', 'NOUN')}${row(2, 'went', '_', 'VERB')}\n`
    expect(lemmas(wordloom(['lemmatize'], { input }).out)).toEqual(['mouse', 'go'])
  })

  it.each([
    [['--model', 'nothing.pack'], 1, "there is no file 'nothing.pack'"],
    [['--model', 'train.conllu'], 1, "'train.conllu': "],
    [['--lang', 'es'], 2, "no lemmas for 'es' come with the package"],
  ])('%j is refused', (args, code, message) => {
    const done = wordloom(['lemmatize', 'dev.conllu', ...args])
    expect(done.err).toContain(message)
    expect({ code: done.code, out: done.out }).toEqual({ code, out: '' })
  })

  it('says where a file is not CoNLL-U', () => {
    const done = wordloom(['lemmatize'], { input: 'plain text\n' })
    expect(done.code).toBe(1)
    expect(done.err).toContain('standard input: CoNLL-U, line 1')
  })
})

describe('wordloom annotate --lemmas', () => {
  it('adds lemmas to every format that has a place for them', () => {
    train()
    const annotate = (...args: string[]) =>
      wordloom(['annotate', '--lang', 'es', '--lemmas', 'es.pack', ...args], { input: 'plazas libros' }).out
    expect(lemmas(annotate())).toEqual(['plaza', 'libro'])
    expect(
      JSON.parse(annotate('--to', 'ndjson')).tokens.map((token: { lemma: string }) => token.lemma),
    ).toEqual(['plaza', 'libro'])
    expect(annotate('--to', 'text')).toBe('plazas libros\n')
  })

  it('has English lemmas by name', () => {
    const { out } = wordloom(['annotate', '--lemmas', 'en'], { input: "They weren't mice" })
    expect(lemmas(out)).toEqual(['they', undefined, 'be', 'not', 'mouse'].map((lemma) => lemma ?? '_'))
  })
})
