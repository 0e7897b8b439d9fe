/**
 * Where a command writes: standard output or a file, gzipped if its name ends in .gz.
 *
 * A file is written under another name beside it and moved into place at the end, so that an interrupted or
 * failed command leaves no half file. Small pieces are gathered, and a slow reader makes the writer wait.
 */
import { createWriteStream, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Failure } from './failure.js'
import type { Input } from './input.js'

const GATHERED = 1 << 17

/** A place to write text to. */
export interface Output {
  /** Whether it is the terminal that someone looks at. */
  readonly terminal: boolean
  write(text: string): Promise<void>
  /** Writes UTF-8 as it is. */
  writeBytes(bytes: Uint8Array): Promise<void>
  /** Ends it; a file appears now. */
  close(): Promise<void>
}

/**
 * Opens `path`, or standard output where there is none.
 *
 * @throws Failure (data) when it cannot be written, or is one of `inputs`
 */
export function openOutput(path: string | undefined, inputs: readonly Input[] = []): Output {
  if (path === undefined || path === '-') {
    return { terminal: process.stdout.isTTY === true, ...gathering(process.stdout, async () => {}) }
  }
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory())
    throw new Failure('data', `--output '${path}' is a folder`, `name a file in it: ${path}/output.conllu`)
  const target = stats ? realpathSync(path) : path
  if (
    stats?.isFile() &&
    inputs.some((input) => input.path !== undefined && realpathSync(input.path) === target)
  ) {
    throw new Failure('data', `--output '${path}' is also an input`, 'write to another file')
  }
  // Devices and pipes are written as they are: moving a file over /dev/null would replace it.
  const moved = stats === undefined || stats.isFile()
  const file = moved ? `${target}.${process.pid}.part` : target
  const remove = () => rmSync(file, { force: true })
  if (moved) process.once('exit', remove)
  const sink = createWriteStream(file)
  const head: Writable = path.endsWith('.gz') ? createGzip() : sink
  if (head !== sink) head.pipe(sink)
  const close = async () => {
    head.end()
    await finished(sink)
    if (!moved) return
    renameSync(file, target)
    process.removeListener('exit', remove)
  }
  return { terminal: false, ...gathering(head, close, sink, path) }
}

function gathering(
  head: Writable,
  close: () => Promise<void>,
  sink: Writable = head,
  path = 'standard output',
): Pick<Output, 'write' | 'writeBytes' | 'close'> {
  const encoder = new TextEncoder()
  // One buffer, filled again only when what it held is written: output of any length leaves no garbage behind.
  const buffer = new Uint8Array(GATHERED)
  let filled = 0
  let failed: Error | undefined
  if (head !== process.stdout) sink.on('error', (error) => (failed = error))
  const check = () => {
    if (failed) throw new Failure('data', `cannot write to '${path}': ${failed.message}`, '', failed)
  }
  const flush = async () => {
    check()
    if (filled > 0) await written(buffer.subarray(0, filled), head, sink)
    filled = 0
    check()
  }
  return {
    async write(text) {
      for (let from = 0; from < text.length; ) {
        const { read, written } = encoder.encodeInto(
          from === 0 ? text : text.slice(from),
          buffer.subarray(filled),
        )
        from += read
        filled += written
        if (from < text.length) await flush()
      }
    },
    async writeBytes(bytes) {
      await flush()
      await written(bytes, head, sink)
      check()
    },
    async close() {
      await flush()
      try {
        await close()
      } catch (error) {
        check()
        throw error
      }
    },
  }
}

/** Waits until `head` is done with `bytes`, or `sink` is closed by an error. */
function written(bytes: Uint8Array, head: Writable, sink: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      sink.removeListener('close', done)
      resolve()
    }
    sink.once('close', done)
    head.write(bytes, done)
  })
}
