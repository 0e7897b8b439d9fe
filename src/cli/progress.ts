/**
 * One line on standard error while long work runs: bytes done, MB/s, time left. Only in a terminal; drawn at
 * most ten times a second, first after a third of a second, and gone when the work is.
 */

const INTERVAL = 100
const FIRST = 300

/** A line that shows how far reading has come. */
export interface Progress {
  /** More bytes were read. */
  add(bytes: number): void
  /** Takes the line away. */
  end(): void
}

/**
 * Shows progress through `total` bytes, or through an unknown number.
 *
 * @param quiet true where the results themselves go to the terminal: a line between them would spoil both
 */
export function showProgress(total: number | undefined, quiet: boolean): Progress {
  if (quiet || process.stderr.isTTY !== true) return { add() {}, end() {} }
  const began = performance.now()
  let due = began + FIRST
  let done = 0
  let shown = false
  const erase = () => {
    if (shown) process.stderr.write('\r\x1b[K')
    shown = false
  }
  process.once('exit', erase)
  return {
    add(bytes) {
      done += bytes
      const now = performance.now()
      if (now < due) return
      due = now + INTERVAL
      shown = true
      process.stderr.write(`\r\x1b[K${progressLine(done, total, now - began, process.stderr.columns ?? 80)}`)
    },
    end() {
      erase()
      process.removeListener('exit', erase)
    },
  }
}

/** The line for `done` of `total` bytes after `elapsed` milliseconds, at most `columns` - 1 wide. */
export function progressLine(
  done: number,
  total: number | undefined,
  elapsed: number,
  columns: number,
): string {
  const speed = done / elapsed // bytes a millisecond: kB/s
  const facts = [
    `${megabytes(done)}${total ? ` of ${megabytes(total)}` : ''} MB`,
    `${megabytes(speed * 1000)} MB/s`,
  ]
  if (!total) return facts.join('  ').slice(0, columns - 1)
  facts.push(`${clock((total - done) / speed)} left`)
  const text = facts.join('  ')
  const room = Math.min(30, columns - text.length - 9)
  const share = Math.min(1, done / total)
  const percent = `${Math.floor(share * 100)}%`.padStart(4)
  if (room < 5) return `${percent}  ${text}`.slice(0, columns - 1)
  const filled = Math.round(room * share)
  return `${'█'.repeat(filled)}${'░'.repeat(room - filled)} ${percent}  ${text}`
}

/** Bytes as megabytes with one digit. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

/** Minutes and seconds, or hours too: 0:07, 1:02:03. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const two = (n: number) => String(n).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}
