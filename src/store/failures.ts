/**
 * Errors of the store as users read them: the file, its address, what was expected, what came, and the step to
 * take by hand when no machine can help.
 */
import { join } from 'node:path'
import { WordloomError } from '../core/errors.js'
import type { CatalogueFile } from './catalogue.js'
import type { Fault } from './fault.js'
import { shown } from './shown.js'
import type { Source } from './source.js'

/** The error for a file that could not be fetched. */
export function downloadError(
  fault: Fault,
  id: string,
  file: CatalogueFile,
  source: Source,
  target: string,
): WordloomError {
  const address = 'path' in source.from ? source.from.path : shown(source.from.url)
  const { bytes, sha256 } = source.goal
  const expected =
    fault.code === 'DOWNLOAD_MISMATCH' ? ` Expected ${bytes} bytes with SHA-256 ${sha256}.` : ''
  const ending = /[.!?]$/.test(fault.message) ? '' : '.'
  return new WordloomError(fault.code, {
    message: `${file.path} (${id}) from ${address}: ${fault.message}${ending}${expected}`,
    hint: fault.facts.hint ?? byHand(file, source, target),
    details: {
      id,
      file: file.path,
      url: address,
      path: target,
      expected: { bytes, sha256 },
      ...fault.facts.details,
    },
    cause: fault,
  })
}

/** The error for a file that only a mirror has. */
export function mirrorOnlyError(id: string, file: CatalogueFile, target: string): WordloomError {
  return new WordloomError('DOWNLOAD_FAILED', {
    message: `${file.path} (${id}) has no address of its own: it was derived, and only mirrors have it.`,
    hint: `Name a mirror, a folder or an address: --mirror ../shared/corpora (mirror: '...'), or set WORDLOOM_MIRROR. By hand: put it at ${target}; sha256sum must say ${file.sha256}.`,
    details: { id, file: file.path, url: null, path: target },
  })
}

/** One error for several: the first, and how many more there are. */
export function combined(failures: readonly WordloomError[], files: number): WordloomError {
  const [first] = failures
  if (first === undefined || failures.length === 1) return first!
  return new WordloomError(first.code, {
    message: `${failures.length} of ${files} files did not come. The first: ${bare(first)}`,
    hint: first.hint,
    details: {
      ...first.details,
      failures: failures.map((one) => ({ code: one.code, message: bare(one), ...one.details })),
    },
    cause: first,
  })
}

function bare({ message, hint }: WordloomError): string {
  return message.slice(0, message.length - hint.length).trimEnd()
}

/** The error for a corpus that is not there, or not whole; `dir` is the folder that was named, if one was. */
export function missingError(
  id: string,
  folder: string,
  missing: readonly string[],
  dir: string | undefined,
): WordloomError {
  const [first = '', ...others] = missing
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  return new WordloomError('CORPUS_MISSING', {
    message: `The corpus '${id}' is not in ${folder}: ${first} is missing or not whole${more}.`,
    hint: `wordloom corpora download ${id}${dir === undefined ? '' : ` --dir ${dir}`}`,
    details: { id, path: join(folder, first), dir: folder, missing },
  })
}

function byHand(file: CatalogueFile, { from, goal, gzip }: Source, target: string): string {
  if ('path' in from) {
    return `Look at ${from.path}: its sha256sum must say ${goal.sha256}. Name another mirror with --mirror, or none.`
  }
  const what = shown(from.url)
  const pack = gzip ? `pack it with gzip, and put it` : 'and put it'
  return `By hand: fetch ${what} yourself, check that sha256sum says ${goal.sha256}, ${pack} at ${target}; wordloom corpora verify then looks at ${file.path}.`
}
