/**
 * A tokenizer.json as a whole: text or bytes in, every part read and checked; the plain object stays, so that
 * writing gives back what was read.
 *
 * @see Hugging Face tokenizers, the format of tokenizer.json
 */
import { WordloomError } from '../../core/errors.js'
import { type AddedToken, readAddedTokens } from './added-tokens.js'
import { type Decoder, readDecoders } from './decoders.js'
import { JsonPart } from './json-part.js'
import { type Padding, readPadding, readTruncation, type Truncation } from './length-limits.js'
import { type ModelSpec, readModel } from './models.js'
import { type Normalizer, readNormalizers } from './normalizers.js'
import { splitPattern, UNLIMITED } from './patterns.js'
import { type PostProcessor, readPostProcessor } from './post-processors.js'
import { type PreTokenizer, readPreTokenizers } from './pre-tokenizers.js'

/** A tokenizer.json as the plain object that it holds. */
export type TokenizerJson = Readonly<Record<string, unknown>>

/** What a tokenizer.json says, ready for use. */
export interface TokenizerParts {
  readonly addedTokens: readonly AddedToken[]
  readonly normalizers: readonly Normalizer[]
  readonly preTokenizers: readonly PreTokenizer[]
  readonly model: ModelSpec
  readonly postProcessor: PostProcessor
  readonly decoders: readonly Decoder[]
  readonly truncation: Truncation | undefined
  readonly padding: Padding | undefined
  /** The token of each id; empty where an id has none. */
  readonly tokens: readonly string[]
}

/** The plain object of a tokenizer.json given as text, as UTF-8 bytes, or as that object. */
export function parseTokenizerJson(source: string | Uint8Array | TokenizerJson): TokenizerJson {
  if (typeof source !== 'string' && !(source instanceof Uint8Array)) {
    if (typeof source === 'object' && source !== null && !Array.isArray(source)) return source
    throw new JsonPart(source, '').wrong('an object')
  }
  try {
    const text =
      typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source)
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as TokenizerJson
    throw new JsonPart(value, '').wrong('an object')
  } catch (cause) {
    if (cause instanceof WordloomError) throw cause
    throw new WordloomError('TOKENIZER_MALFORMED', {
      message: `tokenizer.json is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`,
      hint: 'Pass the text or the bytes of the file, whole.',
      cause,
    })
  }
}

/** Reads and checks every part. */
export function readTokenizer(json: TokenizerJson): TokenizerParts {
  const root = new JsonPart(json, '').only(
    ...['version', 'truncation', 'padding', 'added_tokens', 'normalizer', 'pre_tokenizer', 'post_processor'],
    ...['decoder', 'model'],
  )
  const version = root.get('version')
  if (version.string('1.0') !== '1.0') throw version.wrong('"1.0"')
  const model = readModel(root.get('model'))
  const addedTokens = readAddedTokens(root.get('added_tokens'))
  const tokens: string[] = []
  const known = (id: number, token: string) => {
    while (tokens.length < id && tokens.length < model.vocabulary.size) tokens.push('')
    tokens[id] = token
  }
  if (model.type === 'Unigram') for (const [id, [token]] of model.pieces.entries()) known(id, token)
  else for (const [token, id] of model.vocabulary) known(id, token)
  for (const { id, content } of addedTokens) known(id, content)
  const preTokenizers = readPreTokenizers(root.get('pre_tokenizer'))
  return {
    addedTokens,
    normalizers: readNormalizers(root.get('normalizer')),
    preTokenizers: [...preTokenizers, ...harmlessSplit(model, preTokenizers)],
    model,
    postProcessor: readPostProcessor(root.get('post_processor')),
    decoders: readDecoders(root.get('decoder')),
    truncation: readTruncation(root.get('truncation')),
    padding: readPadding(root.get('padding')),
    tokens,
  }
}

/**
 * Llama and its kin have no pre-tokenizer: the whole text is one piece of BPE, spaces written as ▁. Where no merge
 * joins anything to a ▁ on its right, the text may be split before every ▁ with the same result, and then
 * every piece is short.
 */
function harmlessSplit(model: ModelSpec, steps: readonly PreTokenizer[]): PreTokenizer[] {
  const sign = '▁'
  if (model.type !== 'BPE' || model.continuingPrefix || model.endOfWordSuffix || model.ignoreMerges) return []
  if (!model.vocabulary.has(sign) || steps.some(({ step }) => step !== 'sign')) return []
  const across = new RegExp(`[^${sign}]${sign}`)
  if (model.merges.some(([left, right]) => across.test(left + right))) return []
  return [
    {
      step: 'split',
      by: splitPattern('repeats', UNLIMITED, sign),
      behaviour: 'MergedWithNext',
      invert: false,
    },
  ]
}
