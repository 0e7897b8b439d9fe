/**
 * What a user gets: the tarball that npm packs, installed in an empty folder, used from ESM, from CommonJS and
 * from TypeScript, and held against publint and arethetypeswrong. Slow; wants an up-to-date dist (npm test and
 * .ci/run make one).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Manifest {
  readonly version: string
  readonly bin: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { import: { default: string } }>>
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

const root = resolve('.')
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest
/** Public entries with code, and those of them that only Node runs. */
const entries = Object.keys(manifest.exports).filter((entry) => entry !== './package.json')
const nodeOnly = new Set(['./node', './adapters/natural', './adapters/wink'])
const specifier = (entry: string) => `wordloom${entry.slice(1)}`

let folder = ''
let tarball = ''
let files: { path: string; size: number }[] = []

function run(command: string, args: readonly string[], cwd = folder): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

function node(name: string, source: string): string {
  writeFileSync(join(folder, name), source)
  return run(process.execPath, [name]).trim()
}

beforeAll(() => {
  if (!existsSync('dist/index.d.ts')) throw new Error('dist is missing or has no types: npm run build')
  folder = mkdtempSync(join(tmpdir(), 'wordloom-package-'))
  const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
  const [{ filename, files: listed }] = JSON.parse(packed) as [
    { filename: string; files: { path: string; size: number }[] },
  ]
  tarball = join(folder, filename)
  files = listed
  writeFileSync(join(folder, 'package.json'), '{"name":"user","private":true}')
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the tarball', () => {
  it('holds the built package, its documents and nothing else', () => {
    const expected =
      /^(?:dist\/(?:[\w-]+\/)*[\w-]+\.(?:js|cjs|d\.ts|d\.cts)|dist\/corpora\/(?:catalogue\.json\.gz|(?:[\w-]+\/)+[\w-]+\.(?:conllu|json|jsonl|mrg|tsv|txt)\.gz)|corpora\/\w+\/README\.md|models\/[\w-]+\.md|models\/en\.pack|README\.md|CHANGELOG\.md|LICENSE|THIRD_PARTY\.md|package\.json)$/
    expect(files.map(({ path }) => path).filter((path) => !expected.test(path))).toEqual([])
    for (const path of ['README.md', 'LICENSE', 'package.json', 'dist/index.js', 'dist/index.cjs']) {
      expect(files.some((file) => file.path === path)).toBe(true)
    }
  })

  // Bounds and why they have moved: docs/decisions/0012-size-of-the-package.md.
  it('is at most 3.6 MB unpacked, 4.3 MB with the bundled corpora, and 16 MB more with the English pack', () => {
    const bytes = (some: typeof files) => some.reduce((sum, { size }) => sum + size, 0)
    const own = files.filter(({ path }) => path !== 'models/en.pack')
    expect(bytes(own.filter(({ path }) => !path.startsWith('dist/corpora/')))).toBeLessThanOrEqual(3_600_000)
    expect(bytes(own)).toBeLessThanOrEqual(4_300_000)
    expect(bytes(files) - bytes(own)).toBeLessThanOrEqual(16_000_000)
    expect(bytes(files) > bytes(own)).toBe(existsSync('models/en.pack'))
  })

  it('runs nothing when it is installed', () => {
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish']) {
      expect(manifest.scripts ?? {}).not.toHaveProperty(script)
    }
  })

  it('brings at most 4.3 MB with its run-time dependencies', () => {
    const modules = join(folder, 'node_modules')
    const sizes = readdirSync(modules, { recursive: true, withFileTypes: true, encoding: 'utf8' })
      .filter((entry) => entry.isFile())
      .filter((entry) => entry.name !== 'en.pack')
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).length)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4_300_000)
  })
})

describe('the installed package', () => {
  const use = `
    const doc = splitSentences(tokenize("The cat can't sit. Can it?"))
    console.log(JSON.stringify([doc.words(), Array.from(doc.sentences(), String)]))`
  const said = JSON.stringify([
    ['The', 'cat', 'ca', "n't", 'sit', '.', 'Can', 'it', '?'],
    ["The cat can't sit.", 'Can it?'],
  ])

  it('makes words and sentences from an ES module', () => {
    expect(node('use.mjs', `import { splitSentences, tokenize } from 'wordloom'\n${use}`)).toBe(said)
  })

  it('makes words and sentences from CommonJS', () => {
    expect(node('use.cjs', `const { splitSentences, tokenize } = require('wordloom')\n${use}`)).toBe(said)
  })

  it.each(entries)('gives the same names from import and require of %s', (entry) => {
    const name = specifier(entry)
    const list = 'console.log(JSON.stringify(Object.keys(all).filter((key) => key !== "default").sort()))'
    const imported = node('names.mjs', `import * as all from '${name}'\n${list}`)
    expect(JSON.parse(imported)).not.toHaveLength(0)
    expect(node('names.cjs', `const all = require('${name}')\n${list}`)).toBe(imported)
  })

  it('has one Doc class, whichever entry a Doc comes from', () => {
    const source = `
      import { Doc, tokenize } from 'wordloom'
      import * as skill from 'wordloom/tokenize'
      import { lemmatizeAll } from 'wordloom/lemma'
      import { stemAll } from 'wordloom/stem'
      console.log(skill.tokenize('a b') instanceof Doc, skill.tokenize === tokenize)
      console.log(stemAll(lemmatizeAll(tokenize('Woven looms'))).strings('stem').strings.join(' '))`
    expect(node('same.mjs', source)).toBe('true true\nwoven loom')
  })

  it('opens the corpora that come with it, as they are in the repository', () => {
    const list = `
      const opened = []
      for (const { id } of corpora.list({ collection: 'bundled' })) {
        const corpus = await corpora.open(id)
        opened.push([id, corpus.files().length, [...corpus.raw()].join('').length])
      }
      console.log(JSON.stringify(opened))`
    const imported = node('corpora.mjs', `import { corpora } from 'wordloom/node'\n${list}`)
    expect(
      node('corpora.cjs', `const { corpora } = require('wordloom/node'); (async () => {${list}})()`),
    ).toBe(imported)
    const stories = (JSON.parse(imported) as [string, number, number][]).find(([id]) => id === 'stories')
    const names = readdirSync('corpora/stories', { recursive: true, encoding: 'utf8' })
    const texts = names
      .filter((name) => /[/\\]/.test(name))
      .map((name) => readFileSync(join('corpora/stories', name), 'utf8'))
    expect(stories).toEqual(['stories', texts.length, texts.join('').length])
  })

  it('prints nothing and opens no handle when it is imported', () => {
    const source = `
      await Promise.all([${entries.map((entry) => `import('${specifier(entry)}')`).join(', ')}])
      process.stdout.write(String(process.getActiveResourcesInfo().length))`
    const before = node(
      'handles-before.mjs',
      'process.stdout.write(String(process.getActiveResourcesInfo().length))',
    )
    expect(node('handles.mjs', source)).toBe(before)
  })

  it('has a command line', () => {
    const cli = join('node_modules/wordloom', manifest.bin.wordloom!)
    expect(run(process.execPath, [cli, '--version'])).toContain(manifest.version)
    expect(existsSync(join(folder, 'node_modules/.bin/wordloom'))).toBe(true)
  })
})

describe('the types of the installed package', () => {
  const source = `
    import { Doc, splitSentences, tokenize, WordloomError, type Skill } from 'wordloom'
    ${entries.map((entry, i) => `import * as entry${i} from '${specifier(entry)}'`).join('\n    ')}
    const skill: Skill = splitSentences
    const doc: Doc = skill(tokenize('To be.', { split: 'ud' }))
    export const words: string[] = doc.words()
    export const starts: Uint32Array = doc.start
    export const entries: object[] = [${entries.map((_, i) => `entry${i}`).join(', ')}]
    // @ts-expect-error: an unknown value of an option
    export const wrong = () => tokenize('To be.', { split: 'other' })
    export const code = (error: unknown) => (error instanceof WordloomError ? error.code : undefined)`

  it.each([
    ['node16 as an ES module', 'use.mts', 'node16', 'node16'],
    ['node16 as CommonJS', 'use.cts', 'node16', 'node16'],
    ['a bundler', 'use.ts', 'esnext', 'bundler'],
  ])('hold under strict with %s', (_, file, module, moduleResolution) => {
    writeFileSync(join(folder, file), source)
    const config = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
        types: [],
        module,
        moduleResolution,
      },
      files: [file],
    }
    const project = join(folder, `tsconfig.${moduleResolution}.${file}.json`)
    writeFileSync(project, JSON.stringify(config))
    run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project])
  })

  it('find nothing for arethetypeswrong to say', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js')
    run(process.execPath, [attw, tarball, '--profile', 'node16', '--no-emoji', '--no-color'])
  })

  it('and the manifest find nothing for publint to say', async () => {
    const { messages, pkg } = await publint({ pkgDir: join(folder, 'node_modules/wordloom'), strict: true })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })
})

describe('the built code', () => {
  const builtin = new Set(builtinModules)

  function reach(file: string, seen = new Map<string, string>()): Map<string, string> {
    if (seen.has(file)) return seen
    const source = readFileSync(file, 'utf8')
    seen.set(file, source)
    for (const [, path] of source.matchAll(/(?:from|import|require)\s*\(?\s*['"](\.[^'"\n]+)['"]/g)) {
      reach(resolve(dirname(file), path!), seen)
    }
    return seen
  }

  it.each(entries.filter((entry) => !nodeOnly.has(entry)))(
    'of %s names no module of Node and no package',
    (entry) => {
      const target = manifest.exports[entry]
      if (typeof target !== 'object') throw new Error(`no conditions for ${entry}`)
      const named: string[] = []
      for (const [file, source] of reach(resolve(target.import.default))) {
        for (const [, name] of source.matchAll(
          /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'.\n][^"'\n]*)["']/g,
        )) {
          if (name!.startsWith('node:') || builtin.has(name!)) named.push(`${relative(root, file)}: ${name}`)
        }
      }
      expect(named).toEqual([])
    },
  )

  it('makes no code at run time', () => {
    for (const [file, source] of reach(resolve('dist/index.js'))) {
      expect(`${relative(root, file)}: ${/\bnew Function\b|\beval\s*\(/.exec(source)?.[0]}`).toMatch(
        /undefined$/,
      )
    }
  })
})
