/** What a web page loads: an entry bundled and minified by esbuild, and its bytes under gzip. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './inputs.js'

/** Bytes under gzip -9. */
export function gzippedBytes(bytes: Uint8Array | string): number {
  return gzipSync(bytes, { level: 9 }).length
}

/** Bytes of an entry bundled for the web, minified, gzip -9; undefined when it cannot be. */
export function bundled(source: string, from: string): { raw: number; gzipped: number } | undefined {
  const folder = mkdtempSync(join(from, 'bundle-'))
  try {
    const entry = join(folder, 'entry.mjs')
    const output = join(folder, 'bundle.js')
    writeFileSync(entry, source)
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'node_modules/esbuild/bin/esbuild'),
        entry,
        '--bundle',
        '--minify',
        '--format=esm',
        '--platform=browser',
        '--log-level=silent',
        `--outfile=${output}`,
      ],
      { stdio: 'ignore' },
    )
    const bytes = readFileSync(output)
    return { raw: bytes.length, gzipped: gzippedBytes(bytes) }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true })
  }
}
