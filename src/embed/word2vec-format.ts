/**
 * The two file formats of word2vec, bytes in and out: a line with the numbers of words and dimensions, then a word a
 * line with its numbers, as text or as float32 (little-endian, whether a line feed follows them or not).
 *
 * A file is trusted in nothing: what it says of its size is compared with what it has before memory is taken for it.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { Vectors } from './vectors.js'

/** How numbers stand in a file. */
export type Word2VecEncoding = 'text' | 'binary'

/** Options of {@link readWord2Vec}. */
export interface ReadWord2VecOptions {
  /** How numbers stand in the file; 'auto' looks at the first line of numbers. */
  readonly encoding?: Word2VecEncoding | 'auto'
}

/** Defaults of {@link readWord2Vec}. */
export const DEFAULT_READ_WORD2VEC_OPTIONS = { encoding: 'auto' } as const satisfies ReadWord2VecOptions

/** Options of {@link writeWord2Vec}. */
export interface WriteWord2VecOptions {
  /** 'text' is read by most programs; 'binary' is smaller, exact and fast. */
  readonly encoding?: Word2VecEncoding
}

/** Defaults of {@link writeWord2Vec}. */
export const DEFAULT_WRITE_WORD2VEC_OPTIONS = { encoding: 'binary' } as const satisfies WriteWord2VecOptions

const LINE_FEED = 10
const SPACE = 32
const CARRIAGE_RETURN = 13
const LONGEST_NUMBER = 64

/**
 * Vectors from a file of word2vec, gensim or fastText (`.vec`).
 *
 * @throws VECTORS_MALFORMED when the file is cut short, or says other things than it holds; `details` has the row
 * @throws OPTION_INVALID when the option is unknown
 * @example
 * ```ts
 * import { readWord2Vec } from 'wordloom/embed'
 * const vectors = readWord2Vec(new TextEncoder().encode('2 2\ncat 1 0\ndog 0.6 0.8\n'))
 * console.log(vectors.similarity('cat', 'dog').toFixed(2)) // 0.60
 * ```
 */
export function readWord2Vec(bytes: Uint8Array, options: ReadWord2VecOptions = {}): Vectors {
  requireOptions(options, { encoding: ['auto', 'text', 'binary'] }, 'readWord2Vec(bytes, options)')
  if (!(bytes instanceof Uint8Array)) throw malformed(`expected a Uint8Array, got ${typeof bytes}`)
  const end = bytes.subarray(0, 64).indexOf(LINE_FEED)
  const header = /^(\d{1,10}) (\d{1,7})\s*$/.exec(
    new TextDecoder().decode(bytes.subarray(0, Math.max(0, end))),
  )
  if (header === null) throw malformed('its first line is not "words dimensions"')
  const count = Number(header[1])
  const dimensions = Number(header[2])
  const body = bytes.subarray(end + 1)
  const asked = options.encoding ?? DEFAULT_READ_WORD2VEC_OPTIONS.encoding
  const encoding = asked === 'auto' ? encodingOf(body, dimensions) : asked
  // The least that a row can have: a letter, and four bytes or a space and a digit a number.
  const least = count * (encoding === 'text' ? 1 + 2 * dimensions : 2 + 4 * dimensions)
  if (least > body.length + 1) {
    throw malformed(
      `its first line says ${count} words of ${dimensions} numbers, and ${body.length} bytes follow`,
    )
  }
  const table = { words: new Array<string>(count), values: new Float32Array(count * dimensions), dimensions }
  if (encoding === 'text') readText(body, table)
  else readBinary(body, table)
  return Vectors.create(table)
}

/**
 * The bytes of a word2vec file of these vectors. In text every number has the fewest digits that give the same float32.
 *
 * @throws VECTORS_MALFORMED when a word is empty or has white space, which the format cannot hold
 * @throws OPTION_INVALID when the option is unknown
 */
export function writeWord2Vec(vectors: Vectors, options: WriteWord2VecOptions = {}): Uint8Array<ArrayBuffer> {
  requireOptions(options, { encoding: ['binary', 'text'] }, 'writeWord2Vec(vectors, options)')
  const { words, dimensions, values } = vectors
  const odd = words.findIndex((word) => !/^[^\s\0\p{Cs}]+$/u.test(word))
  if (odd >= 0) {
    throw malformed(
      `word ${odd}, ${JSON.stringify(words[odd])}, is empty, has white space or half a character`,
      {
        row: odd,
      },
    )
  }
  const parts: Uint8Array[] = [new TextEncoder().encode(`${words.length} ${dimensions}\n`)]
  const text = options.encoding === 'text'
  words.forEach((word, i) => {
    const row = values.slice(i * dimensions, (i + 1) * dimensions)
    if (text) parts.push(new TextEncoder().encode(`${word} ${Array.from(row, shortest).join(' ')}\n`))
    else
      parts.push(new TextEncoder().encode(`${word} `), new Uint8Array(row.buffer), Uint8Array.of(LINE_FEED))
  })
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

interface Table {
  readonly words: string[]
  readonly values: Float32Array<ArrayBuffer>
  readonly dimensions: number
}

function readBinary(body: Uint8Array, { words, values, dimensions }: Table): void {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let at = 0
  for (let row = 0; row < words.length; row++) {
    if (body[at] === LINE_FEED) at++
    const space = body.indexOf(SPACE, at)
    if (space <= at || space + 1 + dimensions * 4 > body.length) throw cutShort(row, words.length)
    words[row] = decoder.decode(body.subarray(at, space))
    at = space + 1
    for (let i = 0; i < dimensions; i++, at += 4) values[row * dimensions + i] = view.getFloat32(at, true)
  }
  if (body[at] === LINE_FEED) at++
  if (at !== body.length) throw tooLong(body.length - at, words.length)
}

function readText(body: Uint8Array, { words, values, dimensions }: Table): void {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let at = 0
  for (let row = 0; row < words.length; row++) {
    if (at >= body.length) throw cutShort(row, words.length)
    const feed = body.indexOf(LINE_FEED, at)
    const end = feed < 0 ? body.length : feed
    const cells = decoder.decode(body.subarray(at, end)).trimEnd().split(' ')
    if (cells.length !== dimensions + 1 || cells[0] === '') {
      throw malformed(`row ${row} has ${cells.length - 1} numbers, expected ${dimensions}`, { row })
    }
    words[row] = cells[0]!
    for (let i = 0; i < dimensions; i++) {
      const cell = cells[i + 1]!
      values[row * dimensions + i] = cell === '' ? Number.NaN : Number(cell)
    }
    at = end + 1
  }
  while (at < body.length && [LINE_FEED, CARRIAGE_RETURN, SPACE].includes(body[at]!)) at++
  if (at < body.length) throw tooLong(body.length - at, words.length)
}

// Text if the first row has as many numbers as the first line says, each written in digits.
function encodingOf(body: Uint8Array, dimensions: number): Word2VecEncoding {
  const space = body.indexOf(SPACE)
  const part = body.subarray(space + 1, space + 1 + (dimensions + 1) * LONGEST_NUMBER)
  const feed = part.indexOf(LINE_FEED)
  const line = new TextDecoder('latin1').decode(part.subarray(0, feed < 0 ? part.length : feed))
  const cells = line.trimEnd().split(' ')
  const numeric = cells.every((cell) =>
    /^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|[-+]?(?:nan|inf(?:inity)?))$/i.test(cell),
  )
  return numeric && cells.length === dimensions ? 'text' : 'binary'
}

function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)))
    if (Math.fround(Number(text)) === value) return text
  }
  return String(Number(value.toPrecision(9)))
}

function cutShort(row: number, count: number): WordloomError {
  return malformed(`it is cut short in row ${row} of ${count}`, { row })
}

function tooLong(bytes: number, count: number): WordloomError {
  return malformed(`${bytes} bytes follow its ${count} words`)
}

function malformed(why: string, details: Readonly<Record<string, unknown>> = {}): WordloomError {
  return new WordloomError('VECTORS_MALFORMED', {
    message: `This is no file of word2vec that can be read or written: ${why}.`,
    hint: "Give the bytes of a whole file, unpacked; encoding: 'text' or 'binary' says how its numbers stand.",
    details,
  })
}
