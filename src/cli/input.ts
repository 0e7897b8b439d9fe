/**
 * Inputs of a command: files, globs and standard input, gzipped or not, all checked before the first is read.
 *
 * Reading is a stream from end to end, so that memory does not depend on the size of the input.
 */
import { accessSync, constants, createReadStream, type Stats, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { nearest, WordloomError } from '../core/errors.js'
import { textChunks } from '../text/decode.js'
import { Failure } from './failure.js'

/** One thing to read. */
export interface Input {
  /** What messages call it. */
  readonly name: string
  /** Undefined for standard input. */
  readonly path: string | undefined
  /** Bytes as stored; undefined where that cannot be known. */
  readonly size: number | undefined
}

const LINE_FEED = 10

/** Encodings that the message about an unknown label chooses from. */
const LABELS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'latin1',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'macintosh',
  'koi8-r',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gbk',
  'gb18030',
  'big5',
  'euc-kr',
]

/** Checks an encoding's label and gives its canonical name. @throws Failure (usage) naming the nearest label */
export function encodingName(label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).encoding
  } catch {
    throw new Failure(
      'usage',
      `--encoding is '${label}', which is no encoding known here; did you mean '${nearest(label, LABELS)}'?`,
      `among others there are: ${LABELS.join(', ')}`,
    )
  }
}

/** Told about every chunk read, in bytes as stored. */
export type OnBytes = (bytes: number) => void

/**
 * The inputs that `patterns` name, in order; standard input where there are none.
 *
 * @throws Failure (data) when one is missing, a directory or unreadable, or a glob matches nothing
 */
export async function findInputs(patterns: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = []
  for (const pattern of patterns.length > 0 ? patterns : ['-']) {
    if (pattern === '-') inputs.push({ name: 'standard input', path: undefined, size: undefined })
    else for (const path of await expand(pattern)) inputs.push(checkedFile(path))
  }
  if (inputs.filter(({ path }) => path === undefined).length > 1) {
    throw new Failure('usage', "standard input ('-') is named twice, and can be read once")
  }
  if (inputs.some(({ path }) => path === undefined) && process.stdin.isTTY) {
    process.stderr.write('wordloom: reading from the terminal; end with Ctrl-D\n')
  }
  return inputs
}

async function expand(pattern: string): Promise<string[]> {
  if (statSync(pattern, { throwIfNoEntry: false })) return [pattern]
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(pattern)) {
    throw new Failure('data', `there is no file '${pattern}'`, await similarFile(pattern))
  }
  const paths = await glob(pattern, { expandDirectories: false })
  if (paths.length === 0) throw new Failure('data', `no file matches '${pattern}'`)
  return paths.sort()
}

async function similarFile(path: string): Promise<string> {
  const folder = dirname(path)
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return `there is no folder '${folder}' either`
  const wanted = basename(path)
  const similar = nearest(wanted, names.slice(0, 1000))
  const near = similar && Math.abs(similar.length - wanted.length) <= 3 && similar[0] === wanted[0]
  return near ? `did you mean '${join(folder, similar)}'?` : ''
}

function checkedFile(path: string): Input {
  const stats = statSync(path)
  if (stats.isDirectory()) {
    throw new Failure(
      'data',
      `'${path}' is a folder`,
      `name its files with a quoted glob: "${join(path, '**/*.txt')}"`,
    )
  }
  try {
    accessSync(path, constants.R_OK)
  } catch (cause) {
    throw new Failure('data', `'${path}' cannot be read: permission denied`, `chmod u+r '${path}'`, cause)
  }
  return { name: `'${path}'`, path, size: sizeOf(stats) }
}

function sizeOf(stats: Stats): number | undefined {
  return stats.isFile() ? stats.size : undefined
}

/** Bytes of an input as stored, together, where all are known. */
export function totalSize(inputs: readonly Input[]): number | undefined {
  let total = 0
  for (const { size } of inputs) {
    if (size === undefined) return undefined
    total += size
  }
  return total
}

/**
 * The text of an input in pieces, unpacked where it is gzipped.
 *
 * @throws Failure (data) when it cannot be read or unpacked, or is not in `encoding`
 */
export async function* readText(
  input: Input,
  encoding: string,
  onBytes: OnBytes = () => {},
): AsyncGenerator<string> {
  try {
    yield* textChunks(readBytes(input, onBytes), { encoding })
  } catch (error) {
    throw error instanceof WordloomError && error.code === 'INPUT_ENCODING'
      ? notIn(encoding, input, error)
      : error
  }
}

function notIn(encoding: string, { name }: Input, error: WordloomError): Failure {
  const { byte, byteOffset } = error.details
  const what = typeof byte === 'number' ? `byte 0x${byte.toString(16).padStart(2, '0')}` : 'bytes'
  // 0xff and 0xfe open a UTF-16 text with a byte order mark, and no UTF-8 text at all.
  const mark =
    byteOffset === 0 && byte === 0xff ? 'utf-16le' : byteOffset === 0 && byte === 0xfe ? 'utf-16be' : ''
  const hint = mark
    ? `it begins as UTF-16 does: --encoding ${mark}`
    : `name its encoding, for example --encoding ${encoding === 'utf-8' ? 'windows-1252' : 'utf-8'}`
  return new Failure(
    'data',
    `${name} is not ${encoding.toUpperCase()}: ${what} at offset ${byteOffset}`,
    hint,
    error,
  )
}

/**
 * An input in UTF-8 as bytes, in pieces that end with a line, unpacked where it is gzipped; without a byte order
 * mark, and the last line ended by \n in any case.
 *
 * @throws Failure (data) when it cannot be read or unpacked
 */
export async function* readLines(input: Input, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array()
  let first = true
  for await (const chunk of readBytes(input, onBytes)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = bytes.lastIndexOf(LINE_FEED) + 1
    if (end > 0) {
      yield first ? withoutMark(bytes.subarray(0, end)) : bytes.subarray(0, end)
      first = false
    }
    rest = bytes.slice(end)
  }
  if (rest.length > 0) yield Buffer.concat([first ? withoutMark(rest) : rest, Uint8Array.of(LINE_FEED)])
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

/** What is wrong with bytes that are not UTF-8; `offset` says where in the input they begin. */
export async function notUtf8(bytes: Uint8Array, offset: number, input: Input): Promise<Failure> {
  try {
    for await (const _ of textChunks([bytes], { encoding: 'utf-8' }));
  } catch (error) {
    if (!(error instanceof WordloomError)) throw error
    const details = { ...error.details, byteOffset: offset + (error.details.byteOffset as number) }
    return notIn(
      'utf-8',
      input,
      new WordloomError(error.code, { message: error.message, details, cause: error }),
    )
  }
  throw new Error('the bytes are UTF-8')
}

/** The whole text of an input. @throws Failure as {@link readText} */
export async function readWhole(input: Input, encoding: string, onBytes?: OnBytes): Promise<string> {
  let text = ''
  for await (const piece of readText(input, encoding, onBytes)) text += piece
  return text
}

async function* readBytes(input: Input, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  const source: Readable = input.path === undefined ? process.stdin : createReadStream(input.path)
  const chunks = counted(source, input, onBytes)
  const first = await chunks.next()
  if (first.done) return
  const zipped = first.value[0] === 0x1f && first.value[1] === 0x8b
  if (!zipped && input.path?.endsWith('.gz')) {
    throw new Failure(
      'data',
      `${input.name} ends in .gz but is not gzipped`,
      'rename it, or pass it through standard input',
    )
  }
  const rest = resumed(first.value, chunks)
  yield* zipped ? unzipped(rest, input) : rest
}

async function* counted(source: Readable, input: Input, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source) {
      onBytes(chunk.length)
      yield chunk
    }
  } catch (cause) {
    throw new Failure('data', `${input.name} cannot be read: ${messageOf(cause)}`, '', cause)
  }
}

async function* resumed(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

async function* unzipped(chunks: AsyncIterable<Uint8Array>, input: Input): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  // pipeline hands an error of the source on to gunzip, where the loop below meets it.
  pipeline(Readable.from(chunks), gunzip, () => {})
  try {
    for await (const chunk of gunzip) yield chunk
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure(
      'data',
      `${input.name} cannot be unpacked: ${messageOf(cause)}`,
      'the gzip data is damaged or cut short',
      cause,
    )
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
