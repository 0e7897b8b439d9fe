/** Every fenced TypeScript example of README, guide and doc comments runs and prints what it says. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runSnippet, snippetsOf } from '../support/snippets.js'

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => join(folder, file))
}

const files = ['README.md', ...filesBelow(join('docs', 'guide'), '.md'), ...filesBelow('src', '.ts')]
const snippets = files.filter((file) => existsSync(file)).flatMap(snippetsOf)

describe('examples', () => {
  it.each(snippets.map((snippet) => ({ ...snippet, place: `${snippet.file}:${snippet.line}` })))(
    '$place',
    async (snippet) => {
      for (const { line, printed, expected } of await runSnippet(snippet)) {
        expect(printed, `${snippet.file}:${snippet.line + line}`).toBe(expected)
      }
    },
  )
})
