/**
 * Where corpora are stored, and where those that come with the package lie.
 *
 * A store has the paths of the catalogue below it, so that a store can serve as a mirror.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The folder of the store: `dir`, else `$WORDLOOM_DATA`, else where the platform keeps data of applications
 * (`$XDG_DATA_HOME/wordloom` or `~/.local/share/wordloom`; `~/Library/Application Support/wordloom` on macOS;
 * `%LOCALAPPDATA%\wordloom` on Windows). It need not exist.
 */
export function storeFolder(dir?: string): string {
  const { WORDLOOM_DATA, XDG_DATA_HOME, LOCALAPPDATA } = process.env
  if (dir !== undefined) return resolve(dir)
  if (WORDLOOM_DATA) return resolve(WORDLOOM_DATA)
  if (process.platform === 'win32')
    return join(LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'wordloom')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'wordloom')
  return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'wordloom')
}

/** The folder `corpora` of the package: found upwards from this file, in the sources as in the build. */
export function bundledFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const corpora = join(folder, 'corpora')
    if (existsSync(join(corpora, 'catalogue.json'))) return corpora
    if (folder === dirname(folder)) return join('corpora')
  }
}
