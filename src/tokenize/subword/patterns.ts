/**
 * The splitting patterns that the core knows (src/core/assembly/subword-patterns.ts), and the regular expressions
 * of published tokenizer.json files that they stand for. Expressions are compared as text: an expression that is
 * not in this table is refused, since a backtracking engine has no place on the way of a user's text.
 *
 * @see Radford et al. 2019 (GPT-2); openai/tiktoken (cl100k, o200k); Llama 3, Qwen 2 and GPT-2 tokenizer.json
 */

/** Numbers of the patterns in the core. */
export const PATTERN_CODES = {
  gpt2: 0,
  gpt4: 1,
  gpt4o: 2,
  words: 3,
  spaces: 4,
  punctuation: 5,
  numbers: 6,
  literal: 7,
  repeats: 8,
} as const

/** What the core needs to know to split. */
export interface SplitPattern {
  readonly pattern: keyof typeof PATTERN_CODES
  /** Most characters in one match of numbers, spaces or punctuation. */
  readonly digits: number
  /** Whether English contractions stay with their word (o200k). */
  readonly contractions: boolean
  /** What `literal` and `repeats` look for. */
  readonly needle: string
}

/** Any number of characters in a match. */
export const UNLIMITED = 0xffffffff

/** Patterns that `Subword.train` offers, by the models that made them known. */
export const SPLIT_PATTERNS = {
  gpt2: String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
  gpt4: String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
  gpt4o: String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
} as const

const CONTRACTIONS = "(?i:'s|'t|'re|'ve|'m|'ll|'d)"

/** The pattern of a regular expression, undefined if it is none of the known. */
export function knownPattern(regex: string): SplitPattern | undefined {
  // Spellings of the same: possessive quantifiers, and contractions written shorter.
  const plain = regex.replaceAll("'(?i:[sdmt]|ll|ve|re)", CONTRACTIONS).replaceAll(/([?+*]|\{1,3\})\+/g, '$1')
  const simple = SIMPLE.get(plain)
  if (simple) return simple
  for (const [count, digits] of [
    ['{1,3}', 3],
    ['', 1],
    ['+', UNLIMITED],
  ] as const) {
    const counted = (expression: string) =>
      expression.replace(String.raw`\p{N}{1,3}`, String.raw`\p{N}${count}`)
    if (plain === counted(SPLIT_PATTERNS.gpt4)) return splitPattern('gpt4', digits)
    if (plain === counted(SPLIT_PATTERNS.gpt4o))
      return { ...splitPattern('gpt4o', digits), contractions: true }
    if (plain === counted(SPLIT_PATTERNS.gpt4o).replaceAll(`${CONTRACTIONS}?`, '')) {
      return splitPattern('gpt4o', digits)
    }
  }
  return undefined
}

/** A pattern with the usual settings. */
export function splitPattern(
  pattern: SplitPattern['pattern'],
  digits = UNLIMITED,
  needle = '',
): SplitPattern {
  return { pattern, digits, contractions: false, needle }
}

const SIMPLE: ReadonlyMap<string, SplitPattern> = new Map([
  [SPLIT_PATTERNS.gpt2, splitPattern('gpt2')],
  [String.raw`'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`, splitPattern('gpt2')],
  [String.raw`\w+|[^\w\s]+`, splitPattern('words')],
  [String.raw`\s+`, splitPattern('spaces')],
  [String.raw`\s`, splitPattern('spaces', 1)],
  [String.raw`\p{N}+`, splitPattern('numbers')],
  [String.raw`\p{N}`, splitPattern('numbers', 1)],
  [String.raw`\p{N}{1,3}`, splitPattern('numbers', 3)],
  [' ', splitPattern('literal', UNLIMITED, ' ')],
  [' +', splitPattern('repeats', UNLIMITED, ' ')],
])
