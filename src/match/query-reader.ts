/**
 * Reads what token patterns and dependency patterns have in common: the tests of one token.
 *
 * ```text
 * tests   = [ test { "&" test } ]
 * test    = attribute ( "=" | "!=" ) ( value { "|" value } | "/" regular expression "/" flags )
 *         | attribute ( "<" | "<=" | ">" | ">=" ) number
 * value   = word | '"' characters, with \" and \\ for the two that need it '"'
 * ```
 *
 * A word is what has no white space and none of `[ ] ( ) { } | & " / = < > !`.
 */
import { WordloomError } from '../core/errors.js'
import { Pattern } from '../text/pattern.js'
import { lazyPattern } from '../text/unicode.js'
import type { Predicate, Test } from './token-tests.js'

const space = lazyPattern('\\s+', 'uy')
const attributeName = lazyPattern(
  '[\\p{L}_][\\p{L}\\p{N}_-]*(?:\\.[\\p{L}\\p{N}_-]+(?:\\[[\\p{L}\\p{N}_-]+\\])?)?',
  'uy',
)
const word = lazyPattern('[^\\s\\[\\](){}|&"/=<>!]+', 'uy')
const groupName = lazyPattern('[\\p{ID_Start}_$][\\p{ID_Continue}$-]*', 'uy')
const flagLetters = lazyPattern('[a-z]*', 'uy')
const comparison = lazyPattern('!=|<=|>=|=|<|>', 'uy')

/** A place in a pattern, and the parts of it that are read. */
export class QueryReader {
  readonly source: string
  readonly #kind: string
  at = 0

  /** `kind`: what messages call the pattern, as in 'token pattern'. */
  constructor(source: string, kind: string) {
    this.source = source
    this.#kind = kind
  }

  /** Steps over white space; whether the pattern ends here. */
  ended(): boolean {
    this.read(space())
    return this.at >= this.source.length
  }

  /** Whether `text` comes next, white space aside. */
  sees(text: string): boolean {
    return !this.ended() && this.source.startsWith(text, this.at)
  }

  /** Steps over `text` if it comes next. */
  eat(text: string): boolean {
    if (!this.sees(text)) return false
    this.at += text.length
    return true
  }

  /** What a sticky pattern matches right here, stepping over it. */
  read(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  /** Tests up to `close`, which is stepped over; `open` is where they began. */
  tests(close: string, open: number, negated: boolean): Predicate {
    const tests: Test[] = []
    if (!this.eat(close)) {
      do tests.push(this.#test(close, open))
      while (this.eat('&'))
      if (!this.eat(close)) throw this.#unclosed(close, open)
    }
    return { tests, negated }
  }

  /** A name, as of a group. */
  name(what: string): string {
    this.ended()
    const name = this.read(groupName())
    if (name === undefined) throw this.fail(`no ${what} where one must stand`)
    return name
  }

  /** One value, or several with `|` between them. */
  values(): string[] {
    const values = [this.#value()]
    while (this.eat('|')) values.push(this.#value())
    return values
  }

  /** A string in double quotes that begins here. */
  quoted(): string {
    const open = this.at
    let text = ''
    for (let i = open + 1; i < this.source.length; i++) {
      const character = this.source[i]!
      if (character === '"') {
        this.at = i + 1
        return text
      }
      if (character === '\\' && i + 1 < this.source.length) text += this.source[++i]
      else text += character
    }
    throw this.fail("a '\"' that is never closed", open)
  }

  /** A regular expression between slashes that begins here. */
  regularExpression(): { readonly source: string; readonly flags: string } {
    const open = this.at
    let inClass = false
    let end = open + 1
    for (; end < this.source.length; end++) {
      const character = this.source[end]
      if (character === '\\') end++
      else if (character === '[') inClass = true
      else if (character === ']') inClass = false
      else if (character === '/' && !inClass) break
    }
    if (end >= this.source.length) throw this.fail("a regular expression whose '/' is never closed", open)
    const source = this.source.slice(open + 1, end)
    this.at = end + 1
    const flags = this.read(flagLetters()) ?? ''
    try {
      new Pattern(source, flags)
    } catch (error) {
      if (!(error instanceof WordloomError)) throw error
      const within = typeof error.details.offset === 'number' ? error.details.offset : 0
      throw this.fail(`a regular expression that is not one: ${error.message}`, open + 1 + within, error)
    }
    return { source, flags }
  }

  /** An error at `offset`. */
  fail(what: string, offset = this.at, cause?: unknown, hint = ''): WordloomError {
    return new WordloomError('QUERY_SYNTAX', {
      message: `The ${this.#kind} ${JSON.stringify(this.source)} has, at offset ${offset}, ${what}.`,
      hint,
      details: { pattern: this.source, offset },
      cause,
    })
  }

  #test(close: string, open: number): Test {
    if (this.ended()) throw this.#unclosed(close, open)
    const attribute = this.read(attributeName())
    if (attribute === undefined) throw this.#noTest()
    this.ended()
    const operator = this.read(comparison())
    if (operator === undefined) {
      throw this.fail(
        `no comparison after '${attribute}'; expected one of = != < <= > >=`,
        this.at,
        undefined,
        `For a word as it stands, write it outside the brackets, or form=${attribute}.`,
      )
    }
    this.ended()
    const negated = operator === '!='
    if (operator !== '=' && !negated) {
      const offset = this.at
      const value = this.#value()
      const number = Number(value)
      if (value.trim() === '' || Number.isNaN(number)) {
        throw this.fail(`'${value}' after '${operator}', where a number must stand`, offset)
      }
      return { attribute, negated: false, is: operator as '<' | '<=' | '>' | '>=', number }
    }
    if (this.source[this.at] !== '/') return { attribute, negated, is: 'in', values: this.values() }
    return { attribute, negated, is: 'matches', ...this.regularExpression() }
  }

  #value(): string {
    this.ended()
    if (this.source[this.at] === '"') return this.quoted()
    const value = this.read(word())
    if (value === undefined) {
      throw this.fail(
        'no value where one must stand',
        this.at,
        undefined,
        'Values with spaces or with any of [](){}|&"/=<>! stand in double quotes.',
      )
    }
    return value
  }

  #noTest(): WordloomError {
    const hint = this.source[this.at] === '!' ? 'Negation is attribute!=value, or ! before the bracket.' : ''
    return this.fail('no attribute where a test must begin, as in lemma=be', this.at, undefined, hint)
  }

  #unclosed(close: string, open: number): WordloomError {
    const bracket = this.source[open]
    if (this.ended()) return this.fail(`a '${bracket}' that is never closed`, open)
    return this.fail(
      `'${this.source[this.at]}' where '&' or '${close}' must stand`,
      this.at,
      undefined,
      'Tests are joined by &; or is written between values: tag=NOUN|PROPN.',
    )
  }
}
