/** The rules of the house that a machine can check; ARCHITECTURE.md says why each stands. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../src/core/errors.js'
import { instantiate } from '../../src/core/instance.js'
import { KERNELS } from '../../src/core/kernels.js'

const FLOORS: Record<string, number> = {
  core: 0,
  text: 1,
  tokenize: 2,
  stem: 2,
  lemma: 2,
  tag: 2,
  parse: 2,
  embed: 2,
  match: 2,
  corpora: 2,
  classify: 3,
  language: 3,
  devices: 3,
  store: 3,
  chat: 4,
  analyze: 4,
  adapters: 4,
  cli: 5,
  serve: 5,
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith(join('core', 'generated')))
  .map((file) => join('src', file))
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const typescript = [...sources].filter(([file]) => !file.startsWith(join('src', 'core', 'assembly')))

function imports(source: string): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map((match) => match[1]!)
}

function resolved(file: string, specifier: string): string {
  return relative('.', resolve(dirname(file), specifier)).replace(/\.js$/, '.ts')
}

describe('the house', () => {
  it('lets a file import only from floors below it, or from its own skill', () => {
    const wrong: string[] = []
    for (const [file, source] of typescript) {
      const skill = file.split('/')[1]!
      if (!(skill in FLOORS)) continue
      for (const specifier of imports(source).filter((s) => s.startsWith('.'))) {
        const [top, other] = resolved(file, specifier).split('/')
        if (top !== 'src' || other === skill) continue
        if (!(other! in FLOORS) || FLOORS[other!]! >= FLOORS[skill]!) wrong.push(`${file} -> ${specifier}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('reaches no node: module and no package from src/index.ts except msgpackr', () => {
    const seen = new Set<string>()
    const outside = new Set<string>()
    const visit = (file: string) => {
      if (seen.has(file)) return
      seen.add(file)
      for (const specifier of imports(sources.get(file) ?? '')) {
        if (specifier.startsWith('.')) visit(resolved(file, specifier))
        else if (!/^\w*$/.test(specifier) || specifier.startsWith('node:'))
          outside.add(`${file}: ${specifier}`)
      }
    }
    visit(join('src', 'index.ts'))
    expect([...outside].filter((line) => !line.includes('wordloom') && !line.includes('msgpackr'))).toEqual(
      [],
    )
  })

  it('exports the listed kernels and no other', () => {
    const exported = Object.keys(instantiate().kernels).filter((name) => name !== 'memory')
    expect(exported.sort()).toEqual(Object.keys(KERNELS).sort())
  })

  it('explains every error code in docs/errors.md, and no other', () => {
    const explained = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^## ([A-Z_]+)$/gm)].map(
      (m) => m[1],
    )
    expect(explained).toEqual(Object.keys(ERROR_CODES).sort())
    expect(Object.keys(ERROR_CODES)).toEqual(Object.keys(ERROR_CODES).sort())
  })

  it('opens every source file with a comment that says what it is', () => {
    const bare = [...sources].filter(([, source]) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/)/.test(source))
    expect(bare.map(([file]) => file)).toEqual([])
  })

  it('keeps source files short enough to read, data tables aside', () => {
    const long = [...sources]
      .filter(([file]) => !file.includes('/lang/') && !/unicode-\w+\.ts$/.test(file))
      .filter(([, source]) => source.split('\n').length > 420)
    expect(long.map(([file]) => file)).toEqual([])
  })
})
