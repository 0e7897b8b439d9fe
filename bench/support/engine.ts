/**
 * One engine in a process of its own: it loads, warms, then answers each line on its standard input with one
 * line of JSON. So engines do not share a heap or a compiler, each has its own peak memory, and rounds can be
 * interleaved over all of them. The other end is bench/worker.ts, bench/nltk.py or a native program.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'

/** What one run of an engine gives. */
export interface Run {
  readonly ms: number
  readonly tokens: number
  readonly sentences?: number
  /** Peak resident memory of the process so far. */
  readonly peakBytes: number
}

/** A running engine process. */
export class EngineProcess {
  readonly #child: ChildProcessWithoutNullStreams
  readonly #lines: AsyncIterator<string>
  readonly #reader: Interface
  #errors = ''

  constructor(command: string, args: readonly string[], cwd?: string) {
    this.#child = spawn(command, args, cwd === undefined ? {} : { cwd })
    this.#child.stderr.setEncoding('utf8')
    this.#child.stderr.on('data', (chunk: string) => {
      this.#errors = (this.#errors + chunk).slice(-2000)
    })
    this.#reader = createInterface(this.#child.stdout)
    this.#lines = this.#reader[Symbol.asyncIterator]()
  }

  /** Sends a line and waits for the answer; after `seconds` the process is ended and this fails. */
  async ask<T>(line: string, seconds = 900): Promise<T> {
    const timer = setTimeout(() => {
      this.#errors += `no answer within ${seconds} s`
      this.#child.kill('SIGKILL')
    }, seconds * 1000)
    try {
      return await this.#answer<T>(line)
    } finally {
      clearTimeout(timer)
    }
  }

  async #answer<T>(line: string): Promise<T> {
    this.#child.stdin.write(`${line}\n`)
    for (;;) {
      const { value, done } = await this.#lines.next()
      if (done) throw new Error(`the engine ended at '${line}'\n${this.#errors}`)
      // Libraries print too: natural brings a package that advertises itself on standard output.
      if (value.startsWith('{')) return JSON.parse(value) as T
    }
  }

  /** Ends the process. */
  close(): void {
    this.#reader.close()
    this.#child.stdin.end()
    this.#child.kill()
  }
}
