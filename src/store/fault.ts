/**
 * What goes wrong while one file is fetched, before it is known what that means for the whole download.
 *
 * A fault says what came and whether trying again can help; the download turns the last one into a WordloomError
 * that names the address, what was expected and the step to take by hand.
 */

/** The codes a fault can end in. */
export type FaultCode = 'DOWNLOAD_FAILED' | 'DOWNLOAD_MISMATCH' | 'DOWNLOAD_REFUSED' | 'STORE_UNWRITABLE'

/** What else is known of a fault. */
export interface FaultFacts {
  /** Whether the same request may go well later. */
  readonly again?: boolean
  /** Milliseconds that the server asks to wait. */
  readonly wait?: number
  /** Whether every other file would meet the same. */
  readonly everywhere?: boolean
  /** The next thing to do; where there is none, the step by hand is told. */
  readonly hint?: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/** One failed attempt. */
export class Fault extends Error {
  readonly code: FaultCode
  readonly facts: FaultFacts

  constructor(code: FaultCode, message: string, facts: FaultFacts = {}) {
    super(message, { cause: facts.cause })
    this.name = 'Fault'
    this.code = code
    this.facts = facts
  }
}

const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
}

/** No server there, or no network: the next file would meet the same, and waiting seldom helps. */
const NOBODY = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'])

const DISK: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'Make room, or choose another folder with --dir; what is there is resumed.'],
  EDQUOT: [
    'the quota is used up',
    'Make room, or choose another folder with --dir; what is there is resumed.',
  ],
  EACCES: ['permission denied', 'Choose a folder that you can write to with --dir or WORDLOOM_DATA.'],
  EPERM: ['permission denied', 'Choose a folder that you can write to with --dir or WORDLOOM_DATA.'],
  EROFS: [
    'the file system is read-only',
    'Choose a folder that you can write to with --dir or WORDLOOM_DATA.',
  ],
  ENOTDIR: ['a file stands where a folder must be', 'Choose another folder with --dir or WORDLOOM_DATA.'],
  EEXIST: ['a file stands where a folder must be', 'Choose another folder with --dir or WORDLOOM_DATA.'],
  EISDIR: ['a folder stands where the file must be', 'Move it away, or choose another folder with --dir.'],
  ENAMETOOLONG: ['the path is too long', 'Choose a folder with a shorter path with --dir or WORDLOOM_DATA.'],
  EMFILE: ['too many files are open', 'Lower --concurrency.'],
}

/** A fault of the network, from what Node throws. */
export function networkFault(cause: unknown): Fault {
  if (cause instanceof Fault) return cause
  const { code = '', message = String(cause) } = cause as NodeJS.ErrnoException
  // With several addresses for one name Node throws an AggregateError without a message.
  const first = cause instanceof AggregateError ? (cause.errors[0] as Error | undefined)?.message : undefined
  const known = Object.hasOwn(NETWORK, code) ? NETWORK[code] : undefined
  const text = message || first || code
  if (/CERT|SIGNATURE|ISSUER/.test(code)) {
    return new Fault('DOWNLOAD_FAILED', `the certificate is not trusted: ${text} (${code})`, {
      everywhere: true,
      hint: 'Behind a proxy that opens TLS, name the bundle with its authority: SSL_CERT_FILE=/path/to/bundle.pem.',
      details: { cause: code },
      cause,
    })
  }
  const nobody = NOBODY.has(code)
  return new Fault('DOWNLOAD_FAILED', known === undefined ? text : `${known} (${code})`, {
    again: !nobody,
    everywhere: nobody,
    details: { cause: code },
    cause,
  })
}

/** A fault of the folder that is written to, from what Node throws; other errors are given back as they are. */
export function diskFault(cause: unknown, path: string): unknown {
  if (!(cause instanceof Error) || !('syscall' in cause)) return cause
  const code = String((cause as NodeJS.ErrnoException).code)
  const [what, hint] = Object.hasOwn(DISK, code) ? DISK[code]! : [cause.message, 'Check the folder.']
  return new Fault('STORE_UNWRITABLE', `'${path}' cannot be written: ${what} (${code})`, {
    everywhere: true,
    hint,
    details: { path, cause: code },
    cause,
  })
}
