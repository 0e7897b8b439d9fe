/** `wordloom train` and `annotate --pipeline`: a language from a treebank, and its use on text. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TRAIN_OPTIONS } from '../../src/cli/train-commands.js'
import { trainingLine } from '../../src/cli/training-progress.js'
import { Language } from '../../src/language/index.js'
import { tinyTreebank } from '../support/tiny-treebank.js'
import { workplace } from './run.js'

const { folder, wordloom } = workplace({
  'train.conllu': tinyTreebank(60),
  'es_tiny-ud-dev.conllu': tinyTreebank(20, 2),
  'big.conllu': tinyTreebank(3000, 3),
  'broken.conllu': `${tinyTreebank(2)}1\tonly\n\n`,
  'note.txt': 'La bodos luma un fire. Un kalo nira la tomos.',
})
const PARTS = ['--parts', 'splitter,lemmatizer', '--lang', 'es']
const train = (...more: string[]) =>
  wordloom([
    'train',
    '--train',
    'train.conllu',
    '--dev',
    'es_tiny-ud-dev.conllu',
    '--out',
    'es.pack',
    ...PARTS,
    ...more,
  ])
const column = (conllu: string, n: number) =>
  conllu
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t')[n])

describe('wordloom train', () => {
  it('writes a pack, a line for each part, and a table of scores', () => {
    const { code, out, err } = train('--licence', 'CC0-1.0', '--seed', '7')
    expect(code).toBe(0)
    expect(err).toMatch(/^train\.conllu: \d+ tokens; measured on es_tiny-ud-dev\.conllu\n/)
    expect(err).toMatch(
      /\nsplitter +package +\d.* Sentences 100\.00\nlemmatizer +gold +\d+ kB +.* Lemmas \d+\.\d\d\n$/,
    )
    expect(out).toMatch(/^es\.pack: \d+ kB, in .*\n\nOn dev, F1 in per cent:\n +raw text +gold tokens\n/)
    expect(out).toMatch(/\nLemmas +\d+\.\d\d +\d+\.\d\d\n$/)
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([])
    const { meta } = Language.load(readFileSync(join(folder, 'es.pack')))
    expect(meta).toMatchObject({ lang: 'es', licence: 'CC0-1.0', seed: 7, data: 'train.conllu' })
  })

  it('gives the same bytes again', () => {
    train()
    const first = readFileSync(join(folder, 'es.pack'))
    train()
    expect(readFileSync(join(folder, 'es.pack')).equals(first)).toBe(true)
    expect(train('--resume').err.match(/from before/g)).toHaveLength(2)
    expect(readFileSync(join(folder, 'es.pack')).equals(first)).toBe(true)
  })

  it('takes the language from the name of a treebank', () => {
    const done = wordloom([
      'train',
      '--train',
      'es_tiny-ud-dev.conllu',
      '--out',
      'named.pack',
      '--parts',
      'lemmatizer',
    ])
    expect(done.code).toBe(0)
    expect(Language.load(readFileSync(join(folder, 'named.pack'))).meta.lang).toBe('es')
  })

  it.runIf(process.platform !== 'win32')(
    'keeps what is done when it is interrupted, and goes on from there',
    async () => {
      const args = [
        'train',
        '--train',
        'big.conllu',
        '--out',
        'big.pack',
        '--lang',
        'es',
        '--parts',
        'splitter,lemmatizer',
        '--splitter',
        'trained',
      ]
      const child = spawn(process.execPath, [resolve('dist/cli.js'), ...args], { cwd: folder })
      let err = ''
      child.stderr.on('data', (chunk) => {
        if (!err.includes('\nsplitter') && `${err}${chunk}`.includes('\nsplitter')) child.kill('SIGINT')
        err += chunk
      })
      const code = await new Promise((done) => child.once('exit', done))
      expect(err).toContain('--resume')
      expect(code).toBe(130)
      expect(existsSync(join(folder, 'big.pack'))).toBe(false)
      const partial = Language.load(readFileSync(join(folder, 'big.pack.partial')))
      expect(partial.parts.map(({ name }) => name)).toEqual(['splitter'])
      expect(partial.read('La bodos.', { until: 'split' }).length).toBe(3)
      const resumed = wordloom([...args, '--resume'])
      expect(resumed.code).toBe(0)
      expect(resumed.err).toMatch(/splitter +from before/)
      expect(existsSync(join(folder, 'big.pack.partial'))).toBe(false)
      const bytes = readFileSync(join(folder, 'big.pack'))
      wordloom(args)
      expect(readFileSync(join(folder, 'big.pack')).equals(bytes)).toBe(true)
    },
  )

  it.each([
    [['--out', 'a.pack'], 2, "'train' needs --train FILE"],
    [['--train', 'train.conllu'], 2, "'train' needs --out FILE"],
    [['--train', 'nothing.conllu', '--out', 'a.pack'], 1, "there is no file 'nothing.conllu'"],
    [['--train', 'broken.conllu', '--out', 'a.pack'], 1, "'broken.conllu': CoNLL-U, line "],
    [
      ['--train', 'train.conllu', '--dev', 'broken.conllu', '--out', 'a.pack'],
      1,
      "'broken.conllu': CoNLL-U, line ",
    ],
    [['--train', 'note.txt', '--out', 'a.pack'], 1, "'note.txt': CoNLL-U, line 1"],
    [['--train', 'train.conllu', '--out', '.'], 1, "--out '.' is a folder"],
    [['--train', 'train.conllu', '--out', 'a.pack', '--parts', 'taggr'], 2, "there is no part 'taggr'"],
    [['--train', 'train.conllu', '--out', 'a.pack', '--grade', 'slow'], 2, '--grade is'],
    [['--train', 'train.conllu', '--out', 'a.pack', '--seed', 'x'], 2, "--seed is 'x'"],
    [['--train', 'train.conllu', '--out', 'a.pack', '--resume'], 1, "there is no 'a.pack.partial'"],
    [['--train', 'train.conllu', '--out', 'a.pack', '--lang', '?!'], 2, 'language code'],
  ])('%j is refused', (args, code, message) => {
    const done = wordloom(['train', ...args])
    expect(done.err).toContain(message)
    expect({ code: done.code, out: done.out }).toEqual({ code, out: '' })
    expect(existsSync(join(folder, 'a.pack'))).toBe(false)
  })

  it('has every option in the guide, and the guide no other', () => {
    const page = readFileSync('docs/guide/training.md', 'utf8')
    const told = [...page.matchAll(/^\| `--([\w-]+)/gm)].map(([, name]) => name)
    expect(told.sort()).toEqual(TRAIN_OPTIONS.map(({ name }) => name).sort())
  })

  it('draws a bar that fits the terminal', () => {
    const step = { part: 'tagger', done: 0.5, overall: 0.25, scores: { UPOS: 95.8 } } as const
    expect(trainingLine(step, 30, 100)).toBe(
      `${'█'.repeat(5)}${'░'.repeat(15)}  25%  tagger 50%  UPOS 95.80  1:30 min left`,
    )
    expect(trainingLine(step, 30, 40).length).toBeLessThan(40)
  })
})

describe('wordloom annotate --pipeline', () => {
  const annotate = (...args: string[]) => wordloom(['annotate', 'note.txt', ...args])

  it('runs the stages of a model', () => {
    train()
    const { code, out, err } = annotate('--model', 'es.pack', '--pipeline', 'lemma')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(column(out, 2)).toEqual([
      'la',
      'bodo',
      'luma',
      'un',
      'fire',
      '.',
      'un',
      'kalo',
      'nira',
      'la',
      'tomo',
      '.',
    ])
    expect(annotate('--model', 'es.pack', '--pipeline', 'tokenize,split,lemma').out).toBe(out)
    expect(new Set(column(annotate('--model', 'es.pack').out, 2))).toEqual(new Set(['_']))
    const [first] = annotate('--model', 'es.pack', '--pipeline', 'lemma', '--to', 'ndjson').out.split('\n')
    expect(JSON.parse(first!).tokens[1]).toMatchObject({
      text: 'bodos',
      lemma: 'bodo',
      start: 3,
      kind: 'word',
    })
  })

  it.each([
    [
      ['--pipeline', 'tag', '--model', 'es.pack'],
      1,
      "the model 'es.pack' cannot tag; it can: tokenize, split, lemma",
    ],
    [['--pipeline', 'parse', '--lang', 'xx'], 1, "No language pack 'xx' comes with the package"],
    [['--model', 'nothing.pack'], 1, "'nothing.pack' cannot be read"],
    [['--model', 'note.txt'], 1, "'note.txt': This is not a Pack"],
    [['--model', 'es.pack', '--split', 'none'], 2, '--split none leaves words whole'],
    [['--model', 'es.pack', '--grade', 'slow'], 2, '--grade is'],
    [['--pipeline', 'tokenize,tagg'], 2, "there is no stage 'tagg'; did you mean 'tag'?"],
  ])('%j is refused', (args, code, message) => {
    train()
    const done = annotate(...args)
    expect(done.err).toContain(message)
    expect({ code: done.code, out: done.out }).toEqual({ code, out: '' })
  })
})
