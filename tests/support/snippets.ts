/**
 * Runs the examples of documents: every ```ts block of a Markdown file or of an `@example` in a doc comment.
 *
 * A comment after `console.log(...)` says what is printed; comment lines right below it go on with it. Output
 * is compared with runs of white space made one space; a line run several times gives its outputs in order.
 */
import { readFileSync } from 'node:fs'
import { format } from 'node:util'
import ts from 'typescript'

/** One fenced block. */
export interface Snippet {
  readonly file: string
  /** Line of the fence in its file, from 1. */
  readonly line: number
  readonly code: string
}

/** What one `console.log` printed, against what its comment says. */
export interface Check {
  readonly line: number
  readonly printed: string
  readonly expected: string
}

const FENCE = /^(\s*(?:\* ?)?)```ts\s*$/

/** All ```ts blocks of the file. In source files, those of doc comments. */
export function snippetsOf(file: string): Snippet[] {
  const snippets: Snippet[] = []
  const lines = readFileSync(file, 'utf8').split('\n')
  for (let i = 0; i < lines.length; i++) {
    const prefix = FENCE.exec(lines[i]!)?.[1]
    if (prefix === undefined) continue
    const first = i + 1
    while (
      i + 1 < lines.length &&
      !lines[i + 1]!.slice(prefix.trimEnd().length).trimStart().startsWith('```')
    )
      i++
    const code = lines.slice(first, i + 1).map((line) => line.slice(prefix.length))
    snippets.push({ file, line: first, code: code.join('\n') })
    i++
  }
  return snippets
}

/** Runs a snippet and gives what was printed on lines that say what they print. */
export async function runSnippet({ code }: Snippet): Promise<Check[]> {
  const lines = code.split('\n')
  const printed = new Map<number, string[]>()
  const marked = lines.map((line, i) => line.replaceAll('console.log(', `print(${i}, `))
  const { outputText } = ts.transpileModule(withLoads(marked.join('\n')), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  })
  const print = (line: number, ...values: unknown[]) => {
    printed.set(line, [...(printed.get(line) ?? []), format(...values)])
  }
  const run = new AsyncFunction('print', 'importEntry', outputText)
  await run(print, importEntry)

  const checks: Check[] = []
  for (let i = 0; i < lines.length; i++) {
    const call = lines[i]!.indexOf('console.log(')
    if (call < 0) continue
    const comment = lines[i]!.lastIndexOf(' // ')
    const expected = comment > call ? [lines[i]!.slice(comment + 4)] : []
    for (let below = i + 1; /^\s*\/\/ /.test(lines[below] ?? ''); below++) {
      expected.push(lines[below]!.replace(/^\s*\/\/ /, ''))
    }
    if (expected.length === 0) continue
    checks.push({
      line: i + 1,
      printed: oneSpace(printed.get(i) ?? ['nothing']),
      expected: oneSpace(expected),
    })
  }
  return checks
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (
  print: (line: number, ...values: unknown[]) => void,
  importEntry: (name: string) => Promise<unknown>,
) => Promise<void>

/** Imports as loads, so that the code runs as the body of a function. */
function withLoads(code: string): string {
  return code.replace(
    /^import (type )?(\{[^}]*\}) from '([^']+)'/gm,
    (_, type, names: string, name: string) => {
      if (type) return ''
      const kept = names
        .slice(1, -1)
        .split(',')
        .filter((part) => part.trim() && !part.trim().startsWith('type '))
      return `const {${kept.join(',').replaceAll(' as ', ': ')}} = await importEntry('${name}')`
    },
  )
}

async function importEntry(name: string): Promise<unknown> {
  if (name === 'wordloom') return import('../../src/index.js')
  const entry = /^wordloom\/(\w+)$/.exec(name)?.[1]
  if (entry === undefined) return import(/* @vite-ignore */ name)
  return import(/* @vite-ignore */ `../../src/${entry === 'node' ? 'node' : `${entry}/index`}.js`)
}

function oneSpace(parts: readonly string[]): string {
  return parts.join('\n').replace(/\s+/g, ' ').trim()
}
