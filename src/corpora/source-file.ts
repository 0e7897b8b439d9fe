/**
 * Files of a corpus as readers see them: bytes from anywhere, decoded strictly, whole or line by line.
 *
 * Where the bytes come from (a folder, an archive, a browser's memory) is the business of the caller: a
 * CorpusFile has a name and gives its bytes in pieces, each time anew. Everything here is synchronous, so that a
 * corpus is a plain iterable; `lines()` holds one piece and one line.
 */
import { WordloomError } from '../core/errors.js'
import { TextChunkDecoder } from '../text/decode.js'

/** A file of a corpus: a name, and its unpacked bytes. */
export interface CorpusFile {
  /** Name within the corpus, with `/` between folders: 'ca01', 'pos/cv000.txt'. */
  readonly name: string
  /** The unpacked bytes in pieces, read anew at every call, as they are asked for. */
  chunks(): Iterable<Uint8Array>
}

/** A {@link CorpusFile} with its encoding: what readers read. */
export class SourceFile {
  readonly name: string
  readonly #file: CorpusFile
  readonly #encoding: string

  /** `encoding`: a label of the WHATWG Encoding Standard. */
  constructor(file: CorpusFile, encoding: string) {
    this.name = file.name
    this.#file = file
    this.#encoding = encoding
  }

  /** All bytes. */
  bytes(): Uint8Array {
    const chunks = [...this.#file.chunks()]
    if (chunks.length === 1) return chunks[0]!
    const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
    let at = 0
    for (const chunk of chunks) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    return bytes
  }

  /** The text in pieces that end at the end of a character. @throws INPUT_ENCODING with `details.file` */
  *pieces(): Generator<string> {
    const decoder = new TextChunkDecoder(this.#encoding)
    try {
      for (const chunk of this.#file.chunks()) yield decoder.decode(chunk)
      yield decoder.finish()
    } catch (cause) {
      throw inFile(cause, this.name)
    }
  }

  /** The whole text. @throws INPUT_ENCODING with `details.file` */
  text(): string {
    return [...this.pieces()].join('')
  }

  /** Lines without their ends (LF or CRLF); a last line without an end counts. @throws INPUT_ENCODING */
  *lines(): Generator<string> {
    let rest = ''
    for (const piece of this.pieces()) {
      let from = 0
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        const line = rest + piece.slice(from, end)
        rest = ''
        yield line.endsWith('\r') ? line.slice(0, -1) : line
        from = end + 1
      }
      rest += piece.slice(from)
    }
    if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
  }
}

/** What is wrong in a file of a corpus, and where. */
export interface CorpusFault {
  readonly file: string
  /** Line, from 1. */
  readonly line: number
  /** UTF-16 unit in the line, from 1, where it is known. */
  readonly column?: number
  readonly expected: string
  readonly found: string
  readonly hint?: string
}

/** The error for `fault`: file, line, column, what was expected and what stands there. */
export function corpusError({ hint, ...fault }: CorpusFault): WordloomError {
  const column = fault.column === undefined ? '' : `, column ${fault.column}`
  const found = fault.found.length > 80 ? `${fault.found.slice(0, 80)}...` : fault.found
  return new WordloomError('CORPUS_SYNTAX', {
    message: `${fault.file}, line ${fault.line}${column}: expected ${fault.expected}, got ${found === '' ? 'nothing' : `'${found}'`}.`,
    hint: hint ?? "Mend the line, or pass onError: 'collect' to read the rest.",
    details: { ...fault },
  })
}

/** `error` with the name of the file in its message and details, where it is one of ours and has none yet. */
export function inFile(error: unknown, file: string): unknown {
  if (!(error instanceof WordloomError) || error.details.file !== undefined) return error
  const { hint } = error
  return new WordloomError(error.code, {
    // An error's message ends in its hint, which the new one adds again.
    message: `${file}: ${hint === '' ? error.message : error.message.slice(0, -hint.length - 1)}`,
    hint,
    details: { ...error.details, file },
    cause: error,
  })
}
