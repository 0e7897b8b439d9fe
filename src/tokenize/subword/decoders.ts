/**
 * The decoders of tokenizer.json: token strings in, text out. A chain of steps, each from a list of strings to a
 * list of strings; what comes out at the end is joined.
 *
 * @see Hugging Face tokenizers, decoders
 */
import { bytesOfToken } from './byte-alphabet.js'
import { type JsonPart, patternOf, sequenceOf, unsupported } from './json-part.js'

/** One step from tokens to text. */
export type Decoder = (tokens: readonly string[]) => string[]

/** The decoders of a file, in order; a file without any joins tokens by spaces. */
export function readDecoders(part: JsonPart): Decoder[] {
  if (part.missing) return [(tokens) => [tokens.join(' ')]]
  return sequenceOf(part, 'decoders').map(readDecoder)
}

function readDecoder(part: JsonPart): Decoder {
  const type = part.get('type').string()
  switch (type) {
    case 'ByteLevel':
      part.only('type', 'add_prefix_space', 'trim_offsets', 'use_regex')
      return byteLevel
    case 'WordPiece': {
      part.only('type', 'prefix', 'cleanup')
      const prefix = part.get('prefix').string('##')
      return wordPiece(prefix, part.get('cleanup').boolean(true))
    }
    case 'Metaspace': {
      part.only('type', 'replacement', 'add_prefix_space', 'prepend_scheme', 'split', 'str_rep')
      const sign = part.get('replacement').string('▁')
      const scheme = part.get('add_prefix_space').boolean(true) ? 'always' : 'never'
      const drop = part.get('prepend_scheme').oneOf(['always', 'never', 'first'], scheme) !== 'never'
      return (tokens) => tokens.map((token, i) => token.replaceAll(sign, i === 0 && drop ? '' : ' '))
    }
    case 'BPEDecoder': {
      part.only('type', 'suffix')
      const suffix = part.get('suffix').string('</w>')
      return (tokens) =>
        tokens.map((token, i) => token.replaceAll(suffix, i === tokens.length - 1 ? '' : ' '))
    }
    case 'ByteFallback':
      part.only('type')
      return byteFallback
    case 'Fuse':
      part.only('type')
      return (tokens) => [tokens.join('')]
    case 'Strip': {
      part.only('type', 'content', 'start', 'stop')
      const [content, start, stop] = [
        part.get('content').string(),
        part.get('start').count(0),
        part.get('stop').count(0),
      ]
      return (tokens) => tokens.map((token) => stripToken(token, content, start, stop))
    }
    case 'Replace': {
      part.only('type', 'pattern', 'content')
      const { literal, regex } = patternOf(part.get('pattern'))
      if (!literal) throw unsupported(part.get('pattern').path, `the regular expression ${regex}`)
      const content = part.get('content').string()
      return (tokens) => tokens.map((token) => token.replaceAll(literal, () => content))
    }
    default:
      throw unsupported(part.path, `the decoder ${type}`)
  }
}

// Tokens of other letters than the byte alphabet's (added tokens) are text already.
function byteLevel(tokens: readonly string[]): string[] {
  const encoder = new TextEncoder()
  const chunks = tokens.map((token) => bytesOfToken(token) ?? encoder.encode(token))
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return [new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]
}

// English spacing that the format's own decoder restores, in its order.
const CLEANUP = [
  [' .', '.'],
  [' ?', '?'],
  [' !', '!'],
  [' ,', ','],
  [" ' ", "'"],
  [" n't", "n't"],
  [" 'm", "'m"],
  [' do not', " don't"],
  [" 's", "'s"],
  [" 've", "'ve"],
  [" 're", "'re"],
] as const

function wordPiece(prefix: string, cleanup: boolean): Decoder {
  return (tokens) =>
    tokens.map((token, i) => {
      let text = token
      if (i > 0) text = token.startsWith(prefix) ? token.slice(prefix.length) : ` ${token}`
      if (cleanup) for (const [spaced, plain] of CLEANUP) text = text.replaceAll(spaced, plain)
      return text
    })
}

function byteFallback(tokens: readonly string[]): string[] {
  const result: string[] = []
  let bytes: number[] = []
  const flush = () => {
    if (bytes.length === 0) return
    try {
      result.push(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes)))
    } catch {
      result.push('\ufffd'.repeat(bytes.length))
    }
    bytes = []
  }
  for (const token of tokens) {
    if (/^<0x[0-9A-Fa-f]{2}>$/.test(token)) bytes.push(Number.parseInt(token.slice(3, 5), 16))
    else {
      flush()
      result.push(token)
    }
  }
  flush()
  return result
}

function stripToken(token: string, content: string, start: number, stop: number): string {
  if (content === '') return token
  let [from, to] = [0, token.length]
  for (let i = 0; i < start && from + content.length <= to && token.startsWith(content, from); i++) {
    from += content.length
  }
  for (let i = 0; i < stop && to - content.length >= from; i++) {
    if (token.slice(to - content.length, to) !== content) break
    to -= content.length
  }
  return token.slice(from, to)
}
