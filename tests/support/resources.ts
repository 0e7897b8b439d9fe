/**
 * Tests that want more than Node: what they want, whether it is here, and the command that brings it.
 *
 * Where it is missing the tests are named as skipped; under CI=true that is a failure.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, it } from 'vitest'

const RESOURCES = {
  corpora: {
    here: () => existsSync(join(mirror(), 'MANIFEST.json')),
    get: 'set WORDLOOM_MIRROR to a folder that holds the corpora (default ../shared/corpora)',
  },
  chromium: {
    here: () => existsSync('/usr/bin/chromium'),
    get: 'apt-get install chromium',
  },
  nltk: {
    here: () => existsSync('/usr/bin/python3') && existsSync('/usr/lib/python3/dist-packages/nltk'),
    get: 'apt-get install python3-nltk',
  },
  'unicode-data': {
    here: () => existsSync('/usr/share/unicode/auxiliary/WordBreakTest.txt'),
    get: 'apt-get install unicode-data',
  },
} as const

/** The folder that holds the corpora, with the paths of its manifest. */
export function mirror(): string {
  return resolve(process.env.WORDLOOM_MIRROR ?? '../shared/corpora')
}

/** A file of the corpora, unpacked where it is gzipped, as bytes. */
export function corpusBytes(path: string): Uint8Array {
  const bytes = readFileSync(join(mirror(), path))
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** A file of the corpora as text. */
export function corpusText(path: string): string {
  return new TextDecoder().decode(corpusBytes(path))
}

/** `describe` for tests that want `resource`. */
export function describeWith(resource: keyof typeof RESOURCES, name: string, body: () => void): void {
  const { here, get } = RESOURCES[resource]
  if (here()) describe(name, body)
  else if (process.env.CI === 'true') {
    describe(name, () => {
      it(`needs ${resource}`, () => {
        throw new Error(`${resource} is missing under CI; to get it: ${get}`)
      })
    })
  } else describe.skip(`${name} [needs ${resource}: ${get}]`, body)
}
