/**
 * Writes a file beside its place and moves it there, so that no half file is ever seen.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { Failure } from './failure.js'

/** Writes `bytes` to `path`. @throws Failure (data) when that cannot be done */
export function saveFile(path: string, bytes: Uint8Array): void {
  const part = `${path}.${process.pid}.part`
  try {
    writeFileSync(part, bytes)
    renameSync(part, path)
  } catch (cause) {
    rmSync(part, { force: true })
    throw new Failure('data', `cannot write to '${path}': ${(cause as Error).message}`, '', cause)
  }
}
