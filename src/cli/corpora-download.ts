/**
 * `wordloom corpora download`: fetches corpora, with a bar and the time left in a terminal and plain lines in a
 * pipe. Results go to standard output, all else to standard error.
 */
import { WordloomError } from '../core/errors.js'
import { type DownloadReport, download, info } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { showDownload } from './download-progress.js'
import { Failure } from './failure.js'
import { readNumber, sizeText, timeText } from './sizes.js'
import { safe } from './terminal.js'

/** Failures that are told one by one. */
const MOST_TOLD = 10

/** Runs `wordloom corpora download`. */
export async function corporaDownload(invocation: Invocation): Promise<number> {
  const names = invocation.positionals
  if (names.length === 0) {
    throw new Failure(
      'usage',
      "'corpora download' needs the id of a corpus or the name of a collection",
      'wordloom corpora download popular; wordloom corpora list has all ids',
    )
  }
  const timeout = readNumber('timeout', invocation.option('timeout')!, 0.001, false) * 1000
  const options = {
    dir: invocation.option('dir'),
    mirror: invocation.option('mirror'),
    concurrency: readNumber('concurrency', invocation.option('concurrency')!, 1),
    retries: readNumber('retries', invocation.option('retries')!, 0),
    connectTimeout: Math.ceil(timeout),
    stallTimeout: Math.ceil(timeout),
    allowPrivate: invocation.flag('allow-private'),
  }
  const progress = showDownload()
  const interrupted = () => {
    progress.end()
    process.stderr.write('wordloom: interrupted; the same command goes on where it stopped\n')
  }
  process.once('exit', interrupted)
  try {
    const report = await download(names, { ...options, onProgress: progress.step })
    progress.end()
    process.stdout.write(summary(report))
    for (const id of report.ids) process.stderr.write(licenceNote(id))
  } catch (error) {
    progress.end()
    for (const line of otherFailures(error)) process.stderr.write(`${line}\n`)
    throw error
  } finally {
    process.removeListener('exit', interrupted)
  }
  return 0
}

function summary({ ids, dir, fetched, kept, bytes, seconds }: DownloadReport): string {
  const corpora = ids.length === 1 ? `'${ids[0]}'` : `${ids.length} corpora`
  const there = kept.length > 0 ? `; ${files(kept.length)} there already` : ''
  if (fetched.length === 0 && kept.length === 0)
    return `${corpora}: comes with the package, nothing to download.\n`
  if (fetched.length === 0)
    return `${corpora} in ${dir}: nothing to do, ${kept.length === 1 ? 'the file is' : `all ${kept.length} files are`} there and right.\n`
  const rate = `${sizeText(bytes)} in ${timeText(seconds)}, ${sizeText(bytes / seconds)}/s`
  return `${corpora} in ${dir}: ${files(fetched.length)} fetched (${rate})${there}.\n`
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

/** One line where the licence does not plainly allow commercial use. */
function licenceNote(id: string): string {
  const { commercial, license } = info(id)
  if (commercial === 'yes') return ''
  const what = commercial === 'no' ? 'not for commercial use' : 'commercial use unclear'
  const text = safe(license)
  return `licence of ${id} (${what}): ${text.length > 90 ? `${text.slice(0, 89)}…` : text}\n`
}

/** A line for each failure but the first, which is told as the error. */
function otherFailures(error: unknown): string[] {
  const failures = error instanceof WordloomError ? error.details.failures : undefined
  if (!Array.isArray(failures)) return []
  const others = failures.slice(1).map(({ message }: { message: string }) => `wordloom: ${message}`)
  return others.length > MOST_TOLD
    ? [...others.slice(0, MOST_TOLD), `wordloom: and ${others.length - MOST_TOLD} more`]
    : others
}
