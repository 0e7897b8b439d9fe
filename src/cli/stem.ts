/**
 * `wordloom stem`: words, one a line, into their stems, as a stream from end to end.
 */
import { WordloomError } from '../core/errors.js'
import { type Stemmer, stemmer } from '../stem/index.js'
import type { Invocation } from './arguments.js'
import { Failure } from './failure.js'
import {
  encodingName,
  findInputs,
  type Input,
  notUtf8,
  type OnBytes,
  readLines,
  readText,
  totalSize,
} from './input.js'
import { type Output, openOutput } from './output.js'
import { showProgress } from './progress.js'

/** Runs `wordloom stem`. */
export async function stem(invocation: Invocation): Promise<number> {
  const found = stemmerFor(invocation.option('lang')!)
  const encoding = encodingName(invocation.option('encoding')!)
  const inputs = await findInputs(invocation.positionals)
  const output = openOutput(invocation.option('output'), inputs)
  const progress = showProgress(totalSize(inputs), output.terminal)
  try {
    for (const input of inputs) {
      if (encoding === 'utf-8') await stemUtf8(found, input, progress.add, output)
      else {
        for await (const lines of wholeLines(readText(input, encoding, progress.add))) {
          await output.write(found.stemLines(lines))
        }
      }
    }
    await output.close()
  } finally {
    progress.end()
  }
  return 0
}

function stemmerFor(lang: string): Stemmer {
  try {
    return stemmer(lang)
  } catch (error) {
    if (!(error instanceof WordloomError) || error.code !== 'LANGUAGE_UNKNOWN') throw error
    throw new Failure('usage', `there is no stemmer '${lang}'`, error.hint, error)
  }
}

/** UTF-8 goes through the core as bytes, which is twice as fast. */
async function stemUtf8(found: Stemmer, input: Input, onBytes: OnBytes, output: Output): Promise<void> {
  let offset = 0
  for await (const lines of readLines(input, onBytes)) {
    let stems: Uint8Array
    try {
      stems = found.stemBytes(lines)
    } catch (error) {
      throw error instanceof TypeError ? await notUtf8(lines, offset, input) : error
    }
    await output.writeBytes(stems)
    offset += lines.length
  }
}

/** The text in pieces that end with a line, each line with \n. */
async function* wholeLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of chunks) {
    const text = rest + chunk
    const end = text.lastIndexOf('\n') + 1
    if (end > 0) yield unixLines(text.slice(0, end))
    rest = text.slice(end)
  }
  if (rest !== '') yield unixLines(`${rest}\n`)
}

function unixLines(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text
}
