/**
 * Finds an installed package without loading it: beside Wordloom, or in the folder where the command runs.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Version of the package `name`; undefined where it is not installed. */
export function packageAt(name: string): { readonly version: string } | undefined {
  for (const base of [import.meta.url, pathToFileURL(join(process.cwd(), 'package.json'))]) {
    // Not resolve(): a package need not export its package.json.
    for (const folder of createRequire(base).resolve.paths(name) ?? []) {
      const version = versionIn(join(folder, name, 'package.json'))
      if (version !== undefined) return { version }
    }
  }
  return undefined
}

function versionIn(file: string): string | undefined {
  try {
    return String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version)
  } catch {
    return undefined
  }
}
