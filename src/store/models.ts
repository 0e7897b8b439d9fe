/**
 * Language packs on the disk: those that come with the package, by their language, and any other by its path.
 *
 * The folder `models` lies beside `package.json`: in the sources, in an installed package, in a clone with a build.
 */
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32 } from 'node:zlib'
import { WordloomError } from '../core/errors.js'

const NAME = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i
const PACK = /^([a-z]{2,3})\.pack$/

/** CRC-32 of the platform, for packs of many megabytes. */
export const checksum = (bytes: Uint8Array): number => crc32(bytes)

/** Languages of which a pack comes with the package. */
export function bundledLanguages(folder = modelsFolder()): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((file) => PACK.exec(file)?.[1] ?? [])
}

/**
 * The bytes of a language pack: `en`, one that comes with the package, or the path of any other.
 *
 * @throws LANGUAGE_UNKNOWN when none of that language comes with the package
 * @throws FILE_UNREADABLE when a path cannot be read
 */
export async function readLanguageFile(
  name: string | URL,
  folder = modelsFolder(),
): Promise<Uint8Array<ArrayBuffer>> {
  const path = typeof name === 'string' && NAME.test(name) ? bundledPath(name, folder) : name
  try {
    return await readFile(path)
  } catch (cause) {
    const missing = (cause as { code?: unknown }).code === 'ENOENT'
    throw new WordloomError('FILE_UNREADABLE', {
      message: `The language pack '${String(path)}' cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: missing
        ? `There is no such file: check the path, or name a language that comes with the package (${bundledLanguages(folder).join(', ') || 'none is there'}).`
        : 'Check the path and its permissions.',
      details: { path: String(path), cause: (cause as { code?: unknown }).code },
      cause,
    })
  }
}

function bundledPath(name: string, folder: string): string {
  const language = name.toLowerCase().split('-')[0]!
  const path = join(folder, `${language}.pack`)
  if (existsSync(path)) return path
  const there = bundledLanguages(folder)
  throw new WordloomError('LANGUAGE_UNKNOWN', {
    message: `No language pack '${name}' comes with the package: there is no file ${path}.`,
    hint:
      language === 'en'
        ? 'Install the package again, or build the pack in a clone: npx tsx scripts/train-english.ts.'
        : `${there.length > 0 ? `There is: ${there.join(', ')}. ` : ''}Train one from a treebank (wordloom train --help) and give its path.`,
    details: { language: name, path, languages: there },
  })
}

/** The folder `models` of the package. */
function modelsFolder(): string {
  // CommonJS has __dirname and no import.meta.url.
  const here = typeof __dirname === 'string' ? __dirname : dirname(fileURLToPath(import.meta.url))
  let folder = here
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'models')
}
