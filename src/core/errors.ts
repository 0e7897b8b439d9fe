/**
 * The one error class of the house and the table of its codes.
 *
 * A message says what came against what was expected, and where; a hint is the next thing to type. The table
 * is mirrored by docs/errors.md, and a house test compares both.
 */

/** Every error code with the one line that docs/errors.md explains at length. */
export const ERROR_CODES = {
  ARCHIVE_DAMAGED: 'An archive cannot be read, or its bytes are not those that it was made of.',
  ARCHIVE_UNSAFE: 'An archive holds what none should: a path out of its folder, a link, a bomb.',
  BRACKETS_UNBALANCED: 'A bracketed tree has a bracket too many or too few.',
  COLUMN_MISSING: 'A skill or caller asked for a Doc column that is not there.',
  COLUMN_SHAPE: 'A Doc column has the wrong length, type or values.',
  CONLLU_SYNTAX: 'A line of a CoNLL-U file is not as the format has it.',
  CONLLU_TEXT_DIFFERS: 'Two CoNLL-U files to compare are not over the same text.',
  CORE_CAPACITY: 'A kernel was given too small an output area: a fault of Wordloom itself.',
  CORE_MALFORMED: 'A kernel was given an input that breaks its contract: a fault of Wordloom itself.',
  CORE_MEMORY: 'The core cannot get as much memory as the input needs.',
  CORE_TRAP: 'A kernel trapped: a fault of Wordloom itself.',
  CORPUS_FORMAT: 'A corpus was asked for what its format does not have, or names no format that is known.',
  CORPUS_MISSING: 'A corpus is in the catalogue, but has not been downloaded to the store.',
  CORPUS_SELECTION: 'A corpus has no such file, category or split.',
  CORPUS_SYNTAX: 'A file of a corpus is not as its format has it.',
  CORPUS_UNKNOWN: 'The catalogue has no corpus or collection of that name.',
  DOWNLOAD_FAILED: 'A file did not come: no network, a bad answer, or only mirrors have it.',
  DOWNLOAD_MISMATCH: 'Other bytes came than the catalogue has pinned.',
  DOWNLOAD_REFUSED: 'An address, a redirect or a proxy may not be used for downloads.',
  FILE_UNREADABLE: 'A file is not there, or cannot be read or unpacked.',
  INPUT_ENCODING: 'Bytes of the input are not of its encoding.',
  INPUT_NOT_STRING: 'A text was expected and something else came.',
  LANGUAGE_UNKNOWN: 'There is no stemmer, lemmatizer or language pack for that language.',
  MATCH_LIMIT: 'A dependency pattern has more matches, or takes more steps, than was allowed.',
  NUMBER_INVALID: 'A number is not finite, not whole where it must be, or too large.',
  NUMBER_WORDS_SYNTAX: 'Words do not spell a number.',
  OPTION_INVALID: 'An option has an unknown name or a value out of range.',
  PACK_CHECKSUM: 'The bytes of a Pack are not those that were written.',
  PACK_KIND: 'A Pack is of another kind than the caller reads.',
  PACK_MALFORMED: 'Bytes are no Pack, cut short, or say impossible things.',
  PACK_VERSION: 'A Pack is of another version than this Wordloom reads.',
  PARENTHESIS_UNMATCHED: 'A parenthesis has no other half.',
  PART_MISSING: 'A language has no part for what it was asked for.',
  PATTERN_INVALID: 'A pattern is not written as regular expressions are.',
  PATTERN_UNSUPPORTED: 'A pattern asks for what no linear-time engine can do, or is too large.',
  QUERY_SYNTAX: 'A token pattern or dependency pattern is not written as its grammar has it.',
  RULE_INVALID: 'The rules of a stemmer or tagger are not as the rule language has them, or too large.',
  SOURCE_INVALID: 'A stream was given something that is no source of text.',
  STORE_LOCKED: 'Another process holds a file of the store.',
  STORE_UNWRITABLE: 'The folder of the store cannot be written to, or has no room.',
  SYNSET_FOREIGN:
    'Two synsets that are to be compared are of different WordNets, or of different parts of speech.',
  SYNSET_UNKNOWN: 'A WordNet has no synset or sense of that id, name or key.',
  TAG_UNKNOWN: 'A tag is not in the table that is to map it.',
  TOKENIZER_MALFORMED: 'A tokenizer.json breaks its format.',
  TOKENIZER_UNSUPPORTED: 'A tokenizer.json has a part that Wordloom does not do.',
  TOKENS_DIFFER: 'Tags to compare are not over the same tokens.',
  TOKEN_UNKNOWN: 'An id is not in the vocabulary of the tokenizer.',
  TRAINING_EMPTY: 'There is nothing to train on.',
  VECTORS_MALFORMED: 'Word vectors, or a file of them, do not fit together, or are not finite.',
  WORD_UNKNOWN: 'There is no vector of that word.',
} as const

/** One of the codes of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES

/** What an error says beyond its code. */
export interface ErrorParts {
  /** Got against expected, and where. */
  readonly message: string
  /** The next thing to type or try. */
  readonly hint?: string
  /** Machine-readable facts: offsets, names, limits. */
  readonly details?: Readonly<Record<string, unknown>>
  /** The error below this one. */
  readonly cause?: unknown
}

/**
 * Every error that Wordloom throws on purpose.
 *
 * @example
 * ```ts
 * import { tokenize, WordloomError } from 'wordloom'
 * try {
 *   tokenize(42 as unknown as string)
 * } catch (error) {
 *   if (error instanceof WordloomError) console.log(error.code) // INPUT_NOT_STRING
 * }
 * ```
 */
export class WordloomError extends Error {
  /** One of {@link ERROR_CODES}. */
  readonly code: ErrorCode
  /** The next thing to type or try; empty where there is none. */
  readonly hint: string
  /** Machine-readable facts about what went wrong. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: ErrorCode, parts: ErrorParts) {
    super(parts.hint ? `${parts.message} ${parts.hint}` : parts.message, { cause: parts.cause })
    this.name = 'WordloomError'
    this.code = code
    this.hint = parts.hint ?? ''
    this.details = parts.details ?? {}
  }
}

/** Throws INPUT_NOT_STRING unless `value` is a string; `where` names the caller, as in `tokenize(text)`. */
export function requireString(value: unknown, where: string): asserts value is string {
  if (typeof value === 'string') return
  const got = value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
  throw new WordloomError('INPUT_NOT_STRING', {
    message: `${where} takes a string; got ${got}.`,
    hint:
      value instanceof Uint8Array
        ? 'Decode the bytes first: new TextDecoder().decode(bytes).'
        : 'Convert it first, for example with String(value).',
  })
}

/**
 * Checks that every given option is known and, where `allowed` lists values, holds one of them.
 *
 * @throws OPTION_INVALID naming the nearest known name or the values that are allowed
 */
export function requireOptions(
  options: object,
  known: Readonly<Record<string, readonly unknown[] | null>>,
  where: string,
): void {
  for (const [name, value] of Object.entries(options)) {
    const allowed = Object.hasOwn(known, name) ? known[name] : undefined
    if (allowed === undefined) {
      const names = Object.keys(known)
      throw new WordloomError('OPTION_INVALID', {
        message: `${where} has no option '${name}'.`,
        hint: `Did you mean '${nearest(name, names)}'? It has: ${names.join(', ')}.`,
        details: { option: name, known: names },
      })
    }
    if (value === undefined || allowed === null || allowed.includes(value)) continue
    throw new WordloomError('OPTION_INVALID', {
      message: `${where}: option ${name} is ${JSON.stringify(value) ?? String(value)}, expected one of ${allowed.map((a) => JSON.stringify(a)).join(', ')}.`,
      hint: `Pass ${name}: ${JSON.stringify(allowed[0])}.`,
      details: { option: name, value, allowed },
    })
  }
}

/** The candidate with the smallest edit distance to `word` (Levenshtein 1966); ties go to the first. */
export function nearest(word: string, candidates: readonly string[]): string {
  let best = ''
  let bestDistance = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    let previous = Array.from({ length: candidate.length + 1 }, (_, j) => j)
    for (let i = 1; i <= word.length; i++) {
      const row = [i]
      for (let j = 1; j <= candidate.length; j++) {
        const substitute = previous[j - 1]! + (word[i - 1] === candidate[j - 1] ? 0 : 1)
        row.push(Math.min(substitute, previous[j]! + 1, row[j - 1]! + 1))
      }
      previous = row
    }
    const distance = previous[candidate.length]!
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
