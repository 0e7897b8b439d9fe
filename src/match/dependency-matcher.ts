/**
 * DependencyMatcher: patterns over dependency trees, compiled once, run over any parsed Doc.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { childLists, heads } from '../text/dependencies.js'
import type { Doc } from '../text/doc.js'
import { Span, type Token } from '../text/span.js'
import { type DependencyNode, DependencyPatternReader } from './dependency-pattern.js'
import { DependencySearch } from './dependency-search.js'
import { TokenClasses } from './token-classes.js'

/** Options of {@link DependencyMatcher.find}. */
export interface DependencyFindOptions {
  /** Most matches: the first so many are given. Default Infinity. */
  readonly limit?: number
  /** Most steps for each pattern, a step being one token looked at for one relation. Default 50 million. */
  readonly steps?: number
}

/** Defaults of {@link DependencyMatcher.find}. */
export const DEFAULT_DEPENDENCY_FIND_OPTIONS: Required<DependencyFindOptions> = {
  limit: Number.POSITIVE_INFINITY,
  steps: 50_000_000,
}

/** A match of a dependency pattern: the token of its first node, and the tokens of the nodes that have names. */
export class DependencyMatch {
  readonly doc: Doc
  /** Name of the pattern; '' where it has none. */
  readonly name: string
  /** The token of the pattern's first node. */
  readonly token: Token
  /** Tokens by the names of their nodes; what was optional and is not there has none. */
  readonly nodes: ReadonlyMap<string, Token>

  constructor(doc: Doc, name: string, token: Token, nodes: ReadonlyMap<string, Token>) {
    this.doc = doc
    this.name = name
    this.token = token
    this.nodes = nodes
  }

  /** From the first to the last of its tokens, with all that stands between. */
  get span(): Span {
    let from = this.token.index
    let last = from
    for (const { index } of this.nodes.values()) {
      from = Math.min(from, index)
      last = Math.max(last, index)
    }
    return new Span(this.doc, from, last + 1)
  }
}

const WHERE = 'DependencyMatcher.find(doc, options)'

/** Dependency patterns, compiled. */
export class DependencyMatcher {
  readonly #patterns: readonly (readonly [name: string, node: DependencyNode])[]
  readonly #classes: TokenClasses

  /**
   * Compiles a pattern, or several with names.
   *
   * @throws QUERY_SYNTAX when a pattern is not written as the grammar has it (details.offset)
   * @throws PATTERN_UNSUPPORTED when the patterns have more than 1,000 tokens together
   * @example
   * ```ts
   * import { readConllu } from 'wordloom'
   * import { DependencyMatcher } from 'wordloom/match'
   * const row = (id: number, form: string, head: number, deprel: string) => `${id}\t${form}\t_\t_\t_\t_\t${head}\t${deprel}\t_\t_\n`
   * const [doc] = readConllu(`${row(1, 'Cats', 2, 'nsubj')}${row(2, 'chase', 0, 'root')}${row(3, 'mice', 2, 'obj')}\n`)
   * const matcher = new DependencyMatcher('{}=verb >nsubj {}=who >obj {}=whom')
   * for (const { nodes } of matcher.find(doc!)) console.log(nodes.get('who')?.text, nodes.get('whom')?.text) // Cats mice
   * ```
   */
  constructor(patterns: string | Readonly<Record<string, string>>) {
    const named = typeof patterns === 'string' ? [['', patterns] as const] : Object.entries(patterns ?? {})
    if (named.length === 0 || named.some(([, pattern]) => typeof pattern !== 'string')) {
      throw new WordloomError('QUERY_SYNTAX', {
        message: 'new DependencyMatcher(patterns) takes a string, or an object of named strings.',
        hint: "Pass a pattern such as '{tag=VERB} >nsubj {}=subject'.",
      })
    }
    const reader = new DependencyPatternReader()
    this.#patterns = named.map(([name, pattern]) => [name, reader.read(pattern)])
    this.#classes = new TokenClasses(reader.predicates)
  }

  /** Names of the patterns, in their order. */
  get names(): string[] {
    return this.#patterns.map(([name]) => name)
  }

  /**
   * The matches in `doc` by their first tokens, from left to right: each way to bind the named nodes once, as long as
   * the first token is another or has another name. Its time is bounded by the pattern's nodes times the pairs of tokens
   * that their relations join, and by what it gives.
   *
   * @throws COLUMN_MISSING when the Doc is not parsed, or a test asks for what it does not have
   * @throws COLUMN_SHAPE when heads are no tokens of the Doc
   * @throws MATCH_LIMIT when a pattern takes more than `steps` steps
   * @throws OPTION_INVALID
   */
  find(doc: Doc, options: DependencyFindOptions = {}): DependencyMatch[] {
    requireOptions(options, { limit: null, steps: null }, WHERE)
    const limit = positive('limit', options.limit ?? DEFAULT_DEPENDENCY_FIND_OPTIONS.limit)
    const steps = positive('steps', options.steps ?? DEFAULT_DEPENDENCY_FIND_OPTIONS.steps)
    const head = heads(doc)
    const kinds = this.#classes.of(doc)
    const passed: (ReadonlySet<number> | undefined)[] = []
    const passes = (i: number, predicate: number): boolean => {
      const kind = kinds[i]!
      passed[kind] ??= new Set(this.#classes.passed(kind))
      return passed[kind].has(predicate)
    }
    const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
    const tokens = { head, lists: childLists(doc), sentence, passes }
    const searches = this.#patterns.map(([name, node]) => ({
      name,
      node,
      search: new DependencySearch(tokens, steps),
    }))
    const matches: DependencyMatch[] = []
    for (let i = 0; i < doc.length; i++) {
      for (const { name, node, search } of searches) {
        if (matches.length >= limit) return matches
        let seen: Set<string> | undefined
        search.at(node, i, (bound) => {
          // The same tokens come again where a name stands twice, or where only what is optional differs.
          const key = [...bound].join()
          seen ??= new Set()
          if (seen.has(key)) return true
          seen.add(key)
          const nodes = new Map([...bound].map(([named, index]) => [named, doc.token(index)!]))
          return matches.push(new DependencyMatch(doc, name, doc.token(i)!, nodes)) < limit
        })
      }
    }
    return matches
  }
}

function positive(name: string, value: unknown): number {
  if (typeof value === 'number' && value > 0) return value
  throw new WordloomError('OPTION_INVALID', {
    message: `${WHERE}: option ${name} is ${JSON.stringify(value) ?? String(value)}, expected a number above 0.`,
    hint: `Pass ${name}: 1000.`,
    details: { option: name, value },
  })
}
