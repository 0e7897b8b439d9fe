/**
 * The model part of tokenizer.json: vocabulary, merges or scores, checked so that the core can trust them. Ids are
 * below 2^24; of two tokens with the same string the later one counts, as in the format's own implementation.
 *
 * @see Sennrich et al. 2016 (BPE), Devlin et al. 2019 (WordPiece), Kudo 2018 (unigram)
 */
import { WordloomError } from '../../core/errors.js'
import { type JsonPart, unsupported } from './json-part.js'

/** Ids are below this. */
export const ID_LIMIT = 1 << 24

/** What the three models have in common. */
interface ModelBase {
  /** Strings of the vocabulary with their ids; of equal strings the last one counts. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** The token for what the vocabulary cannot say; empty if there is none. */
  readonly unknownToken: string
  /** Whether unknown characters are written as the tokens of their bytes, <0x00> to <0xFF>. */
  readonly byteFallback: boolean
  /** Whether neighbouring unknown characters become one token. */
  readonly fuseUnknown: boolean
}

/** Byte pair encoding. */
export interface BpeModel extends ModelBase {
  readonly type: 'BPE'
  /** Pairs in the order they were learnt. */
  readonly merges: readonly (readonly [string, string])[]
  readonly continuingPrefix: string
  readonly endOfWordSuffix: string
  /** Whether a piece that is a token as a whole is taken as it is. */
  readonly ignoreMerges: boolean
}

/** WordPiece. */
export interface WordPieceModel extends ModelBase {
  readonly type: 'WordPiece'
  readonly continuingPrefix: string
  /** Words of more characters are unknown. */
  readonly longestWord: number
}

/** Unigram language model. */
export interface UnigramModel extends ModelBase {
  readonly type: 'Unigram'
  /** Tokens with their log probabilities, in nats, in the order of their ids. */
  readonly pieces: readonly (readonly [string, number])[]
}

/** The model part of a tokenizer.json. */
export type ModelSpec = BpeModel | WordPieceModel | UnigramModel

/** Reads and checks the model part. */
export function readModel(part: JsonPart): ModelSpec {
  const type = part.get('type')
  // Old files leave the type out: what is there tells the models apart.
  const guess = part.get('merges').missing
    ? Array.isArray(part.get('vocab').value)
      ? 'Unigram'
      : 'WordPiece'
    : 'BPE'
  const name = type.string(guess)
  switch (name) {
    case 'BPE':
      return readBpe(part)
    case 'WordPiece': {
      part.only('type', 'vocab', 'unk_token', 'continuing_subword_prefix', 'max_input_chars_per_word')
      const vocabulary = readVocabulary(part.get('vocab'))
      const unknownToken = part.get('unk_token').string('[UNK]')
      if (!vocabulary.has(unknownToken)) throw part.get('unk_token').wrong('a token of the vocabulary')
      return {
        type: 'WordPiece',
        vocabulary,
        unknownToken,
        byteFallback: false,
        fuseUnknown: false,
        continuingPrefix: part.get('continuing_subword_prefix').string('##'),
        longestWord: part.get('max_input_chars_per_word').count(100, Number.MAX_SAFE_INTEGER),
      }
    }
    case 'Unigram':
      return readUnigram(part)
    default:
      throw unsupported(part.path, `the model ${name}`)
  }
}

function readBpe(part: JsonPart): BpeModel {
  part.only(
    ...['type', 'dropout', 'unk_token', 'continuing_subword_prefix', 'end_of_word_suffix', 'fuse_unk'],
    ...['byte_fallback', 'ignore_merges', 'vocab', 'merges'],
  )
  const dropout = part.get('dropout')
  if (!dropout.missing && dropout.value !== 0) throw unsupported(dropout.path, 'a dropout, which is random')
  const vocabulary = readVocabulary(part.get('vocab'))
  const continuingPrefix = part.get('continuing_subword_prefix').string('')
  const merges = part.get('merges')
  const pairs = merges.list().map((merge): [string, string] => {
    const pair =
      typeof merge.value === 'string' ? merge.value.split(' ') : merge.list().map((side) => side.string())
    const [left, right] = pair
    if (pair.length !== 2 || left === undefined || right === undefined) {
      throw merge.wrong('two tokens with a space between them')
    }
    for (const token of [left, right, left + withoutPrefix(right, continuingPrefix)]) {
      if (!vocabulary.has(token)) throw merge.wrong(`a merge within the vocabulary, which has no '${token}'`)
    }
    return [left, right]
  })
  return {
    type: 'BPE',
    vocabulary,
    merges: pairs,
    unknownToken: knownToken(part.get('unk_token'), vocabulary),
    byteFallback: part.get('byte_fallback').boolean(false),
    fuseUnknown: part.get('fuse_unk').boolean(false),
    continuingPrefix,
    endOfWordSuffix: part.get('end_of_word_suffix').string(''),
    ignoreMerges: part.get('ignore_merges').boolean(false),
  }
}

/** The right side of a merge as it appears in the merged token. */
export function withoutPrefix(token: string, prefix: string): string {
  return prefix !== '' && token.startsWith(prefix) ? token.slice(prefix.length) : token
}

function readVocabulary(part: JsonPart): Map<string, number> {
  const vocabulary = new Map<string, number>()
  const taken = new Map<number, string>()
  for (const [token, id] of part.entries()) {
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 0 || id >= ID_LIMIT) {
      throw malformedId(
        part,
        token,
        `has the id ${JSON.stringify(id)}, expected a whole number below ${ID_LIMIT}`,
      )
    }
    const other = taken.get(id)
    if (other !== undefined) throw malformedId(part, token, `has the id ${id} of '${other}'`)
    taken.set(id, token)
    vocabulary.set(token, id)
  }
  return vocabulary
}

function malformedId(part: JsonPart, token: string, what: string): WordloomError {
  return new WordloomError('TOKENIZER_MALFORMED', {
    message: `tokenizer.json: ${part.path}: the token '${token}' ${what}.`,
    hint: 'Fetch or write the file again.',
    details: { path: part.path, token },
  })
}

function knownToken(part: JsonPart, vocabulary: ReadonlyMap<string, number>): string {
  const token = part.string('')
  if (token !== '' && !vocabulary.has(token)) throw part.wrong('a token of the vocabulary')
  return token
}

function readUnigram(part: JsonPart): UnigramModel {
  part.only('type', 'unk_id', 'vocab', 'byte_fallback', 'fuse_unk')
  const vocabulary = new Map<string, number>()
  const pieces = part
    .get('vocab')
    .list()
    .map((piece, id): [string, number] => {
      const pair = piece.list()
      const score = pair[1]?.value
      if (pair.length !== 2 || typeof score !== 'number' || !Number.isFinite(score)) {
        throw piece.wrong('a token and its log probability')
      }
      const token = pair[0]!.string()
      vocabulary.set(token, id)
      return [token, score]
    })
  if (pieces.length === 0 || pieces.length > ID_LIMIT) throw part.get('vocab').wrong('1 to 2^24 tokens')
  const unknown = part.get('unk_id')
  const byteFallback = part.get('byte_fallback').boolean(false)
  if (unknown.missing) throw unsupported(unknown.path, 'missing, so that unknown characters have no token')
  return {
    type: 'Unigram',
    vocabulary,
    pieces,
    unknownToken: pieces[unknown.count(undefined, pieces.length)]![0],
    byteFallback,
    fuseUnknown: part.get('fuse_unk').boolean(true),
  }
}
