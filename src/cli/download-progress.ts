/**
 * How far a download is: in a terminal one line that is drawn anew, with a bar, the rate and the time left; else a
 * line at every tenth, at most one a second, so that the log of a build stays short. What is waited for has a line
 * of its own.
 */
import type { DownloadProgress } from '../store/index.js'
import { clock, megabytes } from './progress.js'

const INTERVAL = 100
const FIRST = 300
const SECOND = 1000

/** Draws the progress of a download. */
export interface DownloadDisplay {
  step(progress: DownloadProgress): void
  /** Takes the line away. */
  end(): void
}

/** Shows progress on standard error. */
export function showDownload(): DownloadDisplay {
  return process.stderr.isTTY === true ? bar() : lines()
}

function bar(): DownloadDisplay {
  let due = performance.now() + FIRST
  let shown = false
  const erase = () => {
    if (shown) process.stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    step(progress) {
      if (progress.note !== '') {
        erase()
        process.stderr.write(`${noteLine(progress)}\n`)
      }
      const now = performance.now()
      if (now < due) return
      due = now + INTERVAL
      shown = true
      process.stderr.write(`\r\x1b[K${downloadLine(progress, process.stderr.columns ?? 80)}`)
    },
    end: erase,
  }
}

function lines(): DownloadDisplay {
  let tenth = 0
  let due = performance.now() + SECOND
  return {
    step(progress) {
      if (progress.note !== '') process.stderr.write(`${noteLine(progress)}\n`)
      if (progress.state === 'checking') return
      const now = Math.floor((progress.bytes / progress.totalBytes) * 10)
      if (now <= tenth || now === 10 || performance.now() < due) return
      tenth = now
      due = performance.now() + SECOND
      process.stderr.write(`${plainLine(progress)}\n`)
    },
    end() {},
  }
}

/** One line for `progress`, at most `columns` - 1 wide: a bar, and behind it as many facts as there is room for. */
export function downloadLine(progress: DownloadProgress, columns: number): string {
  if (progress.state === 'checking' && progress.totalBytes === 0) return 'comparing what is there'
  const share = progress.totalBytes === 0 ? 1 : Math.min(1, progress.bytes / progress.totalBytes)
  const percent = `${Math.floor(share * 100)}%`.padStart(4)
  let text = percent
  for (const fact of facts(progress)) {
    const longer = `${text}  ${fact}`
    if (longer.length + 12 > columns - 1) break
    text = longer
  }
  const room = Math.min(30, columns - text.length - 2)
  const filled = Math.max(0, Math.round(room * share))
  return `${'█'.repeat(filled)}${'░'.repeat(Math.max(0, room - filled))} ${text}`.slice(0, columns - 1)
}

function plainLine(progress: DownloadProgress): string {
  return `${Math.floor((progress.bytes / progress.totalBytes) * 100)}%  ${facts(progress).slice(0, 4).join('  ')}`
}

function facts({
  bytes,
  totalBytes,
  bytesPerSecond,
  secondsLeft,
  filesDone,
  files,
  file,
}: DownloadProgress): string[] {
  const left = Number.isFinite(secondsLeft) ? `${clock(secondsLeft * 1000)} left` : '-:-- left'
  return [
    `${megabytes(bytes)} of ${megabytes(totalBytes)} MB`,
    `${megabytes(bytesPerSecond)} MB/s`,
    left,
    `${filesDone} of ${files} files`,
    file,
  ]
}

function noteLine({ file, note }: DownloadProgress): string {
  return `${file}: ${note}`
}
