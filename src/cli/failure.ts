/**
 * What ends a command early, and how that is told: `wordloom: message` and a hint on standard error, no stack
 * unless `--debug`, and an exit code that says whose mistake it was.
 */
import { WordloomError } from '../core/errors.js'

/** Exit codes of every command; 128 + the signal's number when a signal ended it. */
export const EXIT = { ok: 0, data: 1, usage: 2 } as const

/** Codes of errors that are mistakes in the command line. */
const USAGE = new Set<string>(['OPTION_INVALID', 'CORPUS_UNKNOWN', 'QUERY_SYNTAX', 'PATTERN_UNSUPPORTED'])

/** A mistake in the command line (`usage`) or in what it points to (`data`). */
export class Failure extends Error {
  readonly exit: 1 | 2
  /** The next thing to type; empty where there is none. */
  readonly hint: string

  constructor(kind: 'data' | 'usage', message: string, hint = '', cause?: unknown) {
    super(message, { cause })
    this.name = 'Failure'
    this.exit = EXIT[kind]
    this.hint = hint
  }
}

/** Tells an error on standard error and gives the exit code for it. */
export function tell(error: unknown, debug: boolean): number {
  const { message, hint, exit } = parts(error)
  let text = `wordloom: ${message}\n`
  if (hint) text += `  hint: ${hint}\n`
  if (debug) text += `${error instanceof Error ? error.stack : String(error)}\n`
  process.stderr.write(text)
  return exit
}

/** A Wordloom error's message without the hint that its text ends with. */
export function messageOf({ message, hint }: WordloomError): string {
  return (hint && message.endsWith(hint) ? message.slice(0, -hint.length) : message).trimEnd()
}

function parts(error: unknown): { message: string; hint: string; exit: number } {
  if (error instanceof Failure) return error
  if (error instanceof WordloomError) {
    const exit = USAGE.has(error.code) ? EXIT.usage : EXIT.data
    return { message: messageOf(error), hint: error.hint, exit }
  }
  const message = error instanceof Error ? error.message : String(error)
  // What the system refuses is no fault of ours: 'EACCES: permission denied, open 'x''.
  if (error instanceof Error && 'syscall' in error) return { message, hint: '', exit: EXIT.data }
  return {
    message,
    hint: 'This looks like a fault of Wordloom: run again with --debug and report what it prints.',
    exit: EXIT.data,
  }
}
