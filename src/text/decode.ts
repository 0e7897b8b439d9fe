/**
 * Bytes to text: strict UTF-8 whole or in chunks, and every source of text as one stream of strings.
 *
 * A chunk never ends inside a character: the up to three bytes of a cut UTF-8 sequence, or the first half of a
 * surrogate pair, wait for the next one. A byte that is not UTF-8 is an error with its offset in the whole
 * input, never a silent U+FFFD. A byte order mark at the start is dropped.
 *
 * @see The Unicode Standard, section 3.9, table 3-7 (well-formed UTF-8 byte sequences)
 */
import { WordloomError } from '../core/errors.js'
import { type ChunkDecoder, legacyDecoder } from './legacy-encodings.js'

/** Text that comes in pieces, as strings or as bytes (a Uint8Array is one piece). */
export type TextSource =
  | Uint8Array
  | Iterable<string | Uint8Array>
  | AsyncIterable<string | Uint8Array>
  | ReadableStream<string | Uint8Array>

/** How a {@link TextSource} is read. */
export interface DecodeOptions {
  /** Encoding of bytes, a label of the WHATWG Encoding Standard such as 'utf-8' or 'windows-1252'; 'cp865'; 'cesu-8'. */
  readonly encoding?: string
  /** Stops reading: the stream throws the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * The text of UTF-8 bytes; a byte order mark is dropped.
 *
 * @throws INPUT_ENCODING with `details.byteOffset` when a byte is not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextChunkDecoder('utf-8')
  return decoder.decode(bytes) + decoder.finish()
}

/** Decodes bytes chunk by chunk; every result ends at the end of a character. */
export class TextChunkDecoder {
  readonly #encoding: string
  readonly #decoder: ChunkDecoder
  #tail: Uint8Array = new Uint8Array(0)
  #offset = 0
  #started = false

  /** @throws OPTION_INVALID when the platform does not know the encoding */
  constructor(encoding = 'utf-8') {
    try {
      this.#decoder = legacyDecoder(encoding) ?? new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    } catch (cause) {
      throw new WordloomError('OPTION_INVALID', {
        message: `Option encoding is ${JSON.stringify(encoding)}, which this platform cannot decode.`,
        hint: "Pass a label such as 'utf-8', 'utf-16le' or 'windows-1252'.",
        details: { option: 'encoding', value: encoding },
        cause,
      })
    }
    this.#encoding = this.#decoder.encoding
  }

  /** Text of the characters that are complete after `bytes`. @throws INPUT_ENCODING */
  decode(bytes: Uint8Array): string {
    if (this.#encoding !== 'utf-8') return this.#withoutMark(this.#decodeOther(bytes, true))
    const joined = this.#tail.length > 0 ? concat(this.#tail, bytes) : bytes
    const complete = joined.length - openSequence(joined)
    this.#tail = joined.slice(complete)
    let text: string
    try {
      text = this.#decoder.decode(joined.subarray(0, complete))
    } catch (cause) {
      const at = invalidUtf8(joined.subarray(0, complete))
      throw encodingError(this.#offset + at, joined[at], this.#encoding, cause)
    }
    this.#offset += complete
    return this.#withoutMark(text)
  }

  /** Text that was still waiting for more bytes. @throws INPUT_ENCODING when a character is cut off */
  finish(): string {
    if (this.#encoding !== 'utf-8') return this.#decodeOther(new Uint8Array(0), false)
    if (this.#tail.length === 0) return ''
    throw encodingError(this.#offset, this.#tail[0], this.#encoding, undefined)
  }

  #withoutMark(text: string): string {
    if (this.#started || text === '') return text
    this.#started = true
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }

  #decodeOther(bytes: Uint8Array, stream: boolean): string {
    try {
      const text = this.#decoder.decode(bytes, { stream })
      this.#offset += bytes.length
      return text
    } catch (cause) {
      throw encodingError(this.#offset, undefined, this.#encoding, cause)
    }
  }
}

/**
 * The text of `source` as strings that never end inside a surrogate pair.
 *
 * @throws INPUT_ENCODING with `details.byteOffset` when a byte is not of the encoding
 * @throws SOURCE_INVALID when the source is none, or a chunk is neither a string nor bytes
 */
export async function* textChunks(source: TextSource, options: DecodeOptions = {}): AsyncGenerator<string> {
  const decoder = new TextChunkDecoder(options.encoding)
  let half = ''
  for await (const chunk of abortable(chunksOf(source), options.signal)) {
    let text = half + (typeof chunk === 'string' ? chunk : decoder.decode(requireBytes(chunk)))
    half = ''
    const last = text.charCodeAt(text.length - 1)
    if (last >= 0xd800 && last <= 0xdbff) {
      half = text.slice(-1)
      text = text.slice(0, -1)
    }
    if (text !== '') yield text
  }
  const rest = half + decoder.finish()
  if (rest !== '') yield rest
}

function chunksOf(source: TextSource): Iterable<unknown> | AsyncIterable<unknown> {
  if (source instanceof Uint8Array) return [source]
  if (source !== null && typeof source === 'object') {
    if (Symbol.asyncIterator in source || Symbol.iterator in source) return source
    if ('getReader' in (source as object)) return readerChunks(source)
  }
  throw new WordloomError('SOURCE_INVALID', {
    message: `A source of text is an iterable of strings or bytes, or a ReadableStream; got ${source === null ? 'null' : `a value of type ${typeof source}`}.`,
    hint:
      typeof source === 'string'
        ? "Pass a text as [text]; for the path of a file use stream from 'wordloom/node'."
        : 'Pass for example [text] or response.body.',
  })
}

// A source that never answers must not outlive its signal: the abort wins the race against the next chunk.
async function* abortable(
  chunks: Iterable<unknown> | AsyncIterable<unknown>,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown> {
  if (signal === undefined) {
    yield* chunks
    return
  }
  signal.throwIfAborted()
  const iterator = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
  })
  aborted.catch(() => {})
  let open = true
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted])
      open = next.done !== true
      if (!open) return
      yield next.value
      signal.throwIfAborted()
    }
  } finally {
    signal.removeEventListener('abort', abort)
    // Not awaited: a source that hangs in next() would hang in return() too.
    if (open) Promise.resolve(iterator.return?.(undefined)).catch(() => {})
  }
}

// Safari's ReadableStream is not async-iterable.
async function* readerChunks(source: ReadableStream<string | Uint8Array>): AsyncGenerator<unknown> {
  const reader = source.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

function requireBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new WordloomError('SOURCE_INVALID', {
    message: `A chunk of the source is ${chunk === null ? 'null' : `a value of type ${typeof chunk}`}, expected a string or a Uint8Array.`,
    hint: 'Map the source to strings or bytes first.',
  })
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}

/** How many bytes at the end open a sequence that the end cuts off: 0 to 3. */
function openSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 1
}

/** Offset of the first byte that begins no well-formed sequence; the length if there is none. */
function invalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!
    if (lead < 0x80) {
      i++
      continue
    }
    if (lead < 0xc2 || lead > 0xf4) return i
    const second = bytes[i + 1] ?? 0
    const from = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const to = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (second < from || second > to) return i
    const length = sequenceLength(lead)
    for (let k = 2; k < length; k++) {
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i
    }
    i += length
  }
  return bytes.length
}

function encodingError(byteOffset: number, byte: number | undefined, encoding: string, cause: unknown) {
  const what = byte === undefined ? 'bytes' : `the byte 0x${byte.toString(16).padStart(2, '0')}`
  return new WordloomError('INPUT_ENCODING', {
    message: `The input is not ${encoding}: ${what} at byte offset ${byteOffset} cannot be decoded.`,
    hint: "If the text has another encoding, name it: encoding: 'windows-1252'.",
    details: { byteOffset, byte, encoding },
    cause,
  })
}
