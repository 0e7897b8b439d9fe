/** Runs the built command as a user does, in a folder of its own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll } from 'vitest'

const CLI = resolve('dist/cli.js')

export interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Surroundings {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** A folder with files, gone after the tests, and the command run in it. */
export function workplace(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'wordloom-cli-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const wordloom = (args: readonly string[], { input = '', env = {} }: Surroundings = {}): Result => {
    const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env
    const done = spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      input,
      env: { ...rest, ...env },
      maxBuffer: 1 << 28,
    })
    return { code: done.status, out: done.stdout.toString(), err: done.stderr.toString() }
  }
  return { folder, wordloom }
}
