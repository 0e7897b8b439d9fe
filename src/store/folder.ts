/**
 * Where the store is, where a file of the catalogue stands in it, and where the corpora of the package lie.
 *
 * A store is a folder with the paths of the catalogue, so that it is itself a mirror. It follows the habits of
 * each system: the XDG base directories, ~/Library/Application Support, %LOCALAPPDATA%.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WordloomError } from '../core/errors.js'

/**
 * The folder of the store: `dir`, else `$WORDLOOM_DATA`, else a folder for data of the user. Nothing is made.
 *
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * console.log(corpora.storeFolder('data').endsWith('data')) // true
 * ```
 */
export function storeFolder(dir?: string): string {
  if (dir === '') {
    throw new WordloomError('OPTION_INVALID', {
      message: 'The folder of the store is an empty text.',
      hint: "Name a folder, as in dir: 'data', or leave dir out.",
      details: { option: 'dir' },
    })
  }
  const named = dir ?? process.env.WORDLOOM_DATA
  if (named) return resolve(named)
  // XDG: a path that is not absolute is to be ignored.
  const xdg = process.env.XDG_DATA_HOME
  if (xdg && isAbsolute(xdg)) return join(xdg, 'wordloom')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'wordloom')
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'wordloom')
  }
  return join(homedir(), '.local', 'share', 'wordloom')
}

let bundled: string | undefined

/**
 * The folder `corpora` of the package: found upwards from this file, in the sources as in the build.
 *
 * @throws FILE_UNREADABLE when the package is not whole
 */
export function bundledFolder(): string {
  // CommonJS has __dirname and no import.meta.url.
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url))
  for (let folder = here; bundled === undefined; folder = dirname(folder)) {
    const corpora = join(folder, 'corpora')
    if (existsSync(join(corpora, 'catalogue.json')) || existsSync(join(corpora, 'catalogue.json.gz'))) {
      bundled = corpora
    } else if (dirname(folder) === folder) {
      throw new WordloomError('FILE_UNREADABLE', {
        message: `The corpora of the package are not in ${here} or above.`,
        hint: 'Install the package again: npm install wordloom.',
        details: { path: here },
      })
    }
  }
  return bundled
}

/** The place of a catalogue's path below `folder`. @throws OPTION_INVALID when it would lie outside */
export function placeOf(folder: string, path: string): string {
  const parts = path.split('/')
  if (path.includes('\\') || path.includes('\0') || path.includes(':') || parts.some(isNoName)) {
    throw new WordloomError('OPTION_INVALID', {
      message: `The catalogue has the path ${JSON.stringify(path)}, which is not one below the store.`,
      hint: "Paths are relative, with '/' between names and without '.' or '..'.",
      details: { path },
    })
  }
  return join(folder, ...parts)
}

function isNoName(part: string): boolean {
  return part === '' || part === '.' || part === '..'
}
