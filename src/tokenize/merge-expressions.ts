/**
 * Multi-word expressions: merges the tokens of listed expressions ("New York", "in spite of") over any Doc. A
 * trie over words finds, from left to right, the longest expression that begins at each token.
 *
 * Layout of the trie: one Map a node from a word to the next node, and the number of the expression that ends
 * there; words are compared whole, so `constructor` is a word like any other.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { type Column, Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'

/** What {@link mergeExpressions} takes. */
export interface ExpressionOptions {
  /** The expressions, each as its words, or as a string with single spaces between its words. */
  readonly expressions: readonly (string | readonly string[])[]
  /** Whether 'New York' also stands for 'new york': 'exact' (no) or 'ignore' (yes). */
  readonly case?: 'exact' | 'ignore'
  /** Put between the parts of string columns (`form`, `norm`, `lemma`) that are joined. */
  readonly separator?: string
}

/** The options of {@link mergeExpressions} that are not given. */
export const DEFAULT_EXPRESSION_OPTIONS = { case: 'exact', separator: ' ' } as const

interface Node {
  next: Map<string, Node>
  /** Number of the expression that ends here, or -1. */
  ends: number
}

// Columns that hold numbers of other tokens or relations to them mean nothing once tokens are merged.
const DROPPED = new Set(['head', 'deprel', 'deps'])
const JOINED = new Set(['form', 'norm', 'lemma'])

/**
 * A Doc in which each listed expression is one token, from its first word to its last.
 *
 * The longest expression that begins at a token wins; the search goes on after it. Expressions never cross a
 * sentence. Columns: `form`, `norm` and `lemma` are joined by `separator`; `head`, `deprel` and `deps` are dropped when
 * anything was merged; all others keep the value of the first token. The new column `expression` (Int32Array,
 * (nTokens,)) holds the number of the listed expression, or -1. Time: tokens × words of the longest expression.
 *
 * @throws OPTION_INVALID when an option is unknown, or an expression is empty
 * @example
 * ```ts
 * import { mergeExpressions, tokenizeWhitespace } from 'wordloom'
 * const doc = tokenizeWhitespace('She moved to New York City in spite of it')
 * const merged = mergeExpressions(doc, { expressions: ['New York', 'New York City', 'in spite of'] })
 * console.log(merged.words()) // [ 'She', 'moved', 'to', 'New York City', 'in spite of', 'it' ]
 * ```
 */
export function mergeExpressions(doc: Doc, options: ExpressionOptions): Doc {
  requireOptions(
    options ?? {},
    { expressions: null, case: ['exact', 'ignore'], separator: null },
    'mergeExpressions',
  )
  const { expressions, separator, ...rest } = { ...DEFAULT_EXPRESSION_OPTIONS, ...options }
  const fold = rest.case === 'ignore' ? (word: string) => word.toLowerCase() : (word: string) => word
  const root = trie(expressions, fold)

  // Words of a fused token (du = de + le) share one surface and have their own `form`.
  const form = doc.has('form') ? doc.strings('form') : undefined
  const wordAt = (i: number) => fold(form?.strings[form.ids[i]!] || doc.word(i))

  const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
  const from: number[] = []
  const to: number[] = []
  const found: number[] = []
  for (let i = 0; i < doc.length; ) {
    let node = root.next.get(wordAt(i))
    let end = i + 1
    let expression = node?.ends ?? -1
    for (let j = i + 1; node !== undefined && node.next.size > 0 && j < doc.length; j++) {
      if (sentence && sentence[j] !== sentence[i]) break
      node = node.next.get(wordAt(j))
      if (node !== undefined && node.ends >= 0) {
        expression = node.ends
        end = j + 1
      }
    }
    from.push(i)
    to.push(end)
    found.push(expression)
    i = end
  }

  const columns: Record<string, Column> = {}
  for (const name of doc.columnNames) {
    if (name === 'start' || name === 'end' || (DROPPED.has(name) && from.length < doc.length)) continue
    columns[name] = merged(doc, name, from, to, separator)
  }
  return Doc.create(doc.text, {
    ...columns,
    start: Uint32Array.from(from, (first, i) => {
      // A word without a surface of its own (the le of du) does not bring the white space after it along.
      let token = first
      while (token + 1 < to[i]! && doc.end[token] === doc.start[token]) token++
      return doc.start[token]!
    }),
    end: Uint32Array.from(to, (i) => doc.end[i - 1]!),
    expression: Int32Array.from(found),
  })
}

function merged(
  doc: Doc,
  name: string,
  from: readonly number[],
  to: readonly number[],
  separator: string,
): Column {
  if (doc.columnType(name) !== 'string') {
    const numbers = doc.numbers(name)
    const column = numbers.slice(0, from.length)
    for (let i = 0; i < from.length; i++) column[i] = numbers[from[i]!]!
    return column
  }
  const { ids, strings } = doc.strings(name)
  if (!JOINED.has(name)) return { ids: Uint32Array.from(from, (i) => ids[i]!), strings }
  return InternTable.column(
    from.map((first, i) => {
      const parts = Array.from(ids.subarray(first, to[i]), (id) => strings[id]!)
      // An empty form says that the word is its surface.
      const whole =
        name === 'form' && parts.length > 1 ? parts.map((part, k) => part || doc.word(first + k)) : parts
      return whole.join(separator)
    }),
  )
}

function trie(expressions: ExpressionOptions['expressions'], fold: (word: string) => string): Node {
  const root: Node = { next: new Map(), ends: -1 }
  if (!Array.isArray(expressions)) throw invalid('expressions', expressions, 'an array of expressions')
  expressions.forEach((expression: unknown, number) => {
    const words = typeof expression === 'string' ? expression.split(' ') : expression
    if (!Array.isArray(words) || words.length === 0 || !words.every((w) => typeof w === 'string' && w)) {
      throw invalid(`expressions[${number}]`, expression, 'one or more words, none of them empty')
    }
    let node = root
    for (const word of words as string[]) {
      const key = fold(word)
      let next = node.next.get(key)
      if (next === undefined) {
        next = { next: new Map(), ends: -1 }
        node.next.set(key, next)
      }
      node = next
    }
    if (node.ends < 0) node.ends = number
  })
  return root
}

function invalid(option: string, value: unknown, expected: string): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `mergeExpressions: option ${option} is ${JSON.stringify(value) ?? String(value)}, expected ${expected}.`,
    hint: "Pass expressions: ['New York', ['in', 'spite', 'of']].",
    details: { option, value },
  })
}
