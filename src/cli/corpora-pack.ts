/**
 * `wordloom corpora pack` and `wordloom corpora unpack`: a corpus as one file of columns, or as plain files.
 */
import { pack, packFiles, unpack } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { Failure } from './failure.js'
import { sizeText } from './sizes.js'
import { safe } from './terminal.js'

/** Runs `wordloom corpora pack`. */
export async function corporaPack(invocation: Invocation): Promise<number> {
  const [id] = invocation.positionals
  const files = invocation.option('files')
  const format = invocation.option('format')
  const output = invocation.option('output')
  const options = {
    compress: invocation.flag('compress'),
    onError: invocation.flag('collect') ? ('collect' as const) : ('throw' as const),
  }
  const dir = invocation.option('dir')
  let report: Awaited<ReturnType<typeof pack>>
  if (files !== undefined) {
    if (id !== undefined || format === undefined || output === undefined) {
      throw new Failure(
        'usage',
        "'corpora pack' takes --files with --format and --output, and no ID",
        'wordloom corpora pack --files texts --format plain --output texts.pack',
      )
    }
    report = await packFiles(files, { format }, { ...options, output })
  } else if (id !== undefined) {
    report = await pack(id, {
      ...options,
      ...(output === undefined ? {} : { output }),
      ...(dir === undefined ? {} : { dir }),
    })
  } else {
    throw new Failure(
      'usage',
      "'corpora pack' needs the id of a corpus, or --files",
      'wordloom corpora list --downloaded',
    )
  }
  const counts = Object.entries(report.counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
  process.stdout.write(`${safe(report.path)}: ${sizeText(report.bytes)}, ${counts.join(', ')}\n`)
  for (const error of report.errors) process.stderr.write(`wordloom: left out: ${safe(error.message)}\n`)
  return report.errors.length === 0 ? 0 : 1
}

/** Runs `wordloom corpora unpack`. */
export async function corporaUnpack(invocation: Invocation): Promise<number> {
  const [id, folder] = invocation.positionals
  if (id === undefined || folder === undefined) {
    throw new Failure(
      'usage',
      "'corpora unpack' needs the id of a corpus and a folder that is not there yet",
      'wordloom corpora unpack nltk-brown brown',
    )
  }
  const dir = invocation.option('dir')
  const report = await unpack(id, folder, dir === undefined ? {} : { dir })
  process.stdout.write(`${safe(report.folder)}: ${report.files} files, ${sizeText(report.bytes)}\n`)
  return 0
}
