import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { OPERATIONS } from '../../src/stem/stem-assembler.js'

it('names the operations of the stemming machine as the core does, in the same order', () => {
  const source = readFileSync(new URL('../../src/core/assembly/stem-operations.ts', import.meta.url), 'utf8')
  const body = /enum Op \{([^}]*)\}/.exec(source)?.[1] ?? ''
  const names = body.split(',').flatMap((name) => name.trim() || [])
  expect(OPERATIONS).toEqual(names.map((name) => name[0]?.toLowerCase() + name.slice(1)))
})
