/**
 * TokenMatcher: token patterns, compiled once, run over any Doc.
 *
 * A pattern becomes a program (./token-program.ts), tokens become classes (./token-classes.ts), and one pass of an
 * automaton finds every match (./token-automaton.ts). Time is linear in the tokens, whatever the pattern is.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Match, MatchTable, type Overlap } from './match.js'
import { TokenAutomaton } from './token-automaton.js'
import { captureSlots, type MatchedTokens } from './token-captures.js'
import { TokenClasses } from './token-classes.js'
import { readTokenPattern, type TokenPattern } from './token-pattern.js'
import { compileTokenPatterns, type TokenProgram } from './token-program.js'

/** Options of {@link TokenMatcher}. */
export interface TokenMatcherOptions {
  /** Which of the matches that begin at a token is meant; default `longest`. */
  readonly prefer?: 'longest' | 'shortest'
  /**
   * Matches that share tokens: `none` (the first from the left stands, of several at one token the preferred one, then
   * that of the pattern named first), `between-patterns` (those of one pattern do not overlap), or `all` (one for
   * each pattern and each token at which it matches). Default `none`.
   */
  readonly overlap?: Overlap
  /** Whether a match lies in one `sentence`, where the Doc has sentences, or anywhere in the `doc`; default `sentence`. */
  readonly within?: 'sentence' | 'doc'
}

/** Defaults of {@link TokenMatcher}. */
export const DEFAULT_TOKEN_MATCHER_OPTIONS: Required<TokenMatcherOptions> = {
  prefer: 'longest',
  overlap: 'none',
  within: 'sentence',
}

const WHERE = 'new TokenMatcher(patterns, options)'

/** Token patterns, compiled. */
export class TokenMatcher {
  /** Names of the patterns, in their order. */
  readonly names: readonly string[]
  readonly #program: TokenProgram
  readonly #classes: TokenClasses
  readonly #automaton: TokenAutomaton
  readonly #options: Required<TokenMatcherOptions>
  readonly #numbers: Uint32Array

  /**
   * Compiles a pattern, or several with names.
   *
   * @throws QUERY_SYNTAX when a pattern is not written as the grammar has it (details.offset)
   * @throws PATTERN_UNSUPPORTED when patterns are too large: more than 50,000 steps
   * @throws OPTION_INVALID
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { TokenMatcher } from 'wordloom/match'
   * const matcher = new TokenMatcher('(?<count> [kind=number]) [form=/^(apple|pear)s?$/]')
   * const [match] = matcher.find(tokenize('I ate 3 apples.'))
   * console.log(match?.text, match?.captures.get('count')?.text) // 3 apples 3
   * ```
   */
  constructor(
    patterns: TokenPattern | Readonly<Record<string, TokenPattern>>,
    options: TokenMatcherOptions = {},
  ) {
    requireOptions(
      options,
      {
        prefer: ['longest', 'shortest'],
        overlap: ['none', 'between-patterns', 'all'],
        within: ['sentence', 'doc'],
      },
      WHERE,
    )
    const { prefer, overlap, within } = { ...DEFAULT_TOKEN_MATCHER_OPTIONS, ...defined(options) }
    this.#options = { prefer, overlap, within }
    const named: readonly (readonly [string, TokenPattern])[] =
      typeof patterns === 'string' || Array.isArray(patterns)
        ? [['', patterns as TokenPattern]]
        : Object.entries((patterns ?? {}) as Record<string, TokenPattern>)
    if (named.length === 0) {
      throw new WordloomError('QUERY_SYNTAX', {
        message: `${WHERE} got no pattern.`,
        hint: "Pass a pattern such as '[tag=ADJ]* [tag=NOUN]', or an object of named patterns.",
      })
    }
    this.names = named.map(([name]) => name)
    this.#numbers = Uint32Array.from(named, (_, rule) => rule)
    this.#program = compileTokenPatterns(
      named.map(([name, pattern]) =>
        readTokenPattern(pattern, name === '' ? 'The pattern' : `Pattern '${name}'`),
      ),
    )
    this.#classes = new TokenClasses(this.#program.predicates)
    this.#automaton = new TokenAutomaton(this.#program, this.#classes, prefer === 'longest')
  }

  /**
   * The matches in `doc`, from left to right; each has at least one token. Linear in the tokens; about 10 million
   * tokens a second and more once the Doc's values are known.
   *
   * @throws COLUMN_MISSING when a pattern asks for an attribute that the Doc does not have
   */
  find(doc: Doc): Match[] {
    const { prefer, overlap, within } = this.#options
    const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
    const kinds = this.#classes.of(doc)
    const table = new MatchTable()
    this.#automaton.scan(kinds, sentence, within === 'doc', table.add)
    const isBorder = (i: number) =>
      i === 0 || i === doc.length || (sentence !== undefined && sentence[i - 1] !== sentence[i])
    const tokens: MatchedTokens = { program: this.#program, classes: this.#classes, kinds, isBorder }
    const matches: Match[] = []
    table.select(overlap, prefer, this.#numbers, this.names.length, (from, to, rule) => {
      const names = this.#program.captures[rule]!
      const name = this.names[rule]!
      matches.push(
        names.length === 0
          ? new Match(doc, from, to, name, rule)
          : new Match(doc, from, to, name, rule, () => {
              const slots = captureSlots(tokens, rule, from, to)
              const parts = names.flatMap((group, c) => {
                const [first, end] = [slots[2 * c]!, slots[2 * c + 1]!]
                return first >= 0 ? [[group, doc.span(first, end)] as const] : []
              })
              return new Map(parts)
            }),
      )
    })
    return matches
  }
}

function defined<Options extends object>(options: Options): Options {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options
}
