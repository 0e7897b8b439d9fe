/**
 * Token patterns: what they are as data, what they are as text, and the tree that both are read into.
 *
 * The text is a regular expression whose letters are tokens:
 *
 * ```text
 * pattern  = sequence { "|" sequence }
 * sequence = { atom [ "?" | "*" | "+" | "{" n "}" | "{" n "," [ m ] "}" ] }
 * atom     = [ "!" ] "[" tests "]"        a token that passes all tests (after !: that does not); [] is any token
 *          | word | '"' characters '"'    a token of exactly this form
 *          | "/" regular expression "/" flags    a token in whose form it matches
 *          | "(" pattern ")" | "(?<" name ">" pattern ")"    a group, a group that is captured
 *          | "^" | "$"                    the border of a sentence
 * ```
 *
 * A word consists of letters, digits, `'`, `-` and `_`. For tests see ./query-reader.ts.
 */
import { WordloomError } from '../core/errors.js'
import { lazyPattern } from '../text/unicode.js'
import { QueryReader } from './query-reader.js'
import { type Predicate, predicateOf, type TokenTests, wrongData } from './token-tests.js'

/** How often an element stands: `?`, `*`, `+`, so many times, or from so many to so many (Infinity: no limit). */
export type TokenRepeat = '?' | '*' | '+' | number | readonly [least: number, most: number]

/** One token of a pattern. */
export interface TokenElement {
  /** Conditions on its attributes; `{}` is any token. */
  readonly token: TokenTests
  /** Takes the tokens that do not meet the conditions. */
  readonly not?: boolean
  readonly repeat?: TokenRepeat
  /** Captures what it takes, with all its repetitions, under this name. */
  readonly as?: string
}

/** Patterns of which one must match. */
export interface ChoiceElement {
  readonly choice: readonly TokenPattern[]
  readonly repeat?: TokenRepeat
  readonly as?: string
}

/** A token pattern: text, or elements one after the other (a string among them is a pattern as text). */
export type TokenPattern = string | readonly (string | TokenElement | ChoiceElement)[]

/** The tree of a pattern. */
export type TokenNode =
  | { readonly type: 'token'; readonly predicate: Predicate }
  | { readonly type: 'border' }
  | { readonly type: 'sequence'; readonly parts: readonly TokenNode[] }
  | { readonly type: 'choice'; readonly options: readonly TokenNode[] }
  | { readonly type: 'repeat'; readonly body: TokenNode; readonly min: number; readonly max: number }
  | { readonly type: 'capture'; readonly name: string; readonly body: TokenNode }

const MAX_DEPTH = 250
const MAX_REPEAT = 1000
const bareWord = lazyPattern("[\\p{L}\\p{M}\\p{N}'_-]+", 'uy')
const counts = lazyPattern('\\{\\s*(\\d{1,6})\\s*(,?)\\s*(\\d{0,6})\\s*\\}', 'uy')

/**
 * The tree of a pattern.
 *
 * @throws QUERY_SYNTAX naming the offset, or what of the data is wrong
 * @throws PATTERN_UNSUPPORTED when it repeats something more than 1,000 times or nests more than 250 deep
 */
export function readTokenPattern(pattern: TokenPattern, where: string): TokenNode {
  return dataNode(pattern, where, 0)
}

function dataNode(pattern: TokenPattern, where: string, depth: number): TokenNode {
  if (typeof pattern === 'string') return new TokenPatternReader(pattern).read()
  if (!Array.isArray(pattern)) {
    throw wrongData(`${where} is ${JSON.stringify(pattern)}, expected a string or a list of elements.`)
  }
  if (depth > MAX_DEPTH) throw tooMuch(where, `elements nested more than ${MAX_DEPTH} deep`)
  const parts = pattern.map((element: string | TokenElement | ChoiceElement): TokenNode => {
    if (typeof element === 'string') return new TokenPatternReader(element).read()
    const { repeat, as } = element
    let node: TokenNode
    if ('token' in element) {
      node = { type: 'token', predicate: predicateOf(element.token, element.not === true, where) }
    } else if (Array.isArray((element as ChoiceElement | undefined)?.choice)) {
      node = { type: 'choice', options: element.choice.map((one) => dataNode(one, where, depth + 1)) }
    } else {
      throw wrongData(
        `${where} has the element ${JSON.stringify(element)}, which has neither token nor choice.`,
      )
    }
    if (repeat !== undefined) node = repeated(node, repeatRange(repeat, where), where)
    return as === undefined ? node : { type: 'capture', name: as, body: node }
  })
  return parts.length === 1 ? parts[0]! : { type: 'sequence', parts }
}

function repeatRange(repeat: TokenRepeat, where: string): readonly [number, number] {
  if (repeat === '?') return [0, 1]
  if (repeat === '*') return [0, Number.POSITIVE_INFINITY]
  if (repeat === '+') return [1, Number.POSITIVE_INFINITY]
  const range = typeof repeat === 'number' ? ([repeat, repeat] as const) : repeat
  const [min, max] = Array.isArray(range) ? range : [Number.NaN, Number.NaN]
  if (
    Number.isInteger(min) &&
    min >= 0 &&
    (max === Number.POSITIVE_INFINITY || Number.isInteger(max)) &&
    max >= min
  ) {
    return [min, max]
  }
  throw wrongData(
    `${where}: repeat is ${JSON.stringify(repeat)}, expected '?', '*', '+', a count or [least, most].`,
  )
}

function repeated(body: TokenNode, [min, max]: readonly [number, number], where: string): TokenNode {
  if (Math.max(min, Number.isFinite(max) ? max : 0) > MAX_REPEAT) {
    throw tooMuch(where, `more than ${MAX_REPEAT} repetitions`)
  }
  return { type: 'repeat', body, min, max }
}

function tooMuch(where: string, what: string): WordloomError {
  return new WordloomError('PATTERN_UNSUPPORTED', {
    message: `${where} has ${what}.`,
    hint: 'Use * or +, or several patterns.',
  })
}

/** Reads the text syntax. */
class TokenPatternReader {
  readonly #reader: QueryReader
  #depth = 0

  constructor(source: string) {
    this.#reader = new QueryReader(source, 'token pattern')
  }

  read(): TokenNode {
    const node = this.#choice()
    if (this.#reader.ended()) return node
    throw this.#reader.fail(this.#reader.sees(')') ? "a ')' that closes no group" : this.#strange())
  }

  #choice(): TokenNode {
    if (++this.#depth > MAX_DEPTH)
      throw tooMuch('The token pattern', `groups nested more than ${MAX_DEPTH} deep`)
    const options = [this.#sequence()]
    while (this.#reader.eat('|')) options.push(this.#sequence())
    this.#depth--
    return options.length === 1 ? options[0]! : { type: 'choice', options }
  }

  #sequence(): TokenNode {
    const reader = this.#reader
    const parts: TokenNode[] = []
    for (let part = this.#atom(); part !== undefined; part = this.#atom()) parts.push(this.#repeated(part))
    if (parts.length === 0 && (reader.ended() || reader.sees('|') || reader.sees(')'))) {
      throw reader.fail('nothing where a token must stand', reader.at, undefined, '[] stands for any token.')
    }
    return parts.length === 1 ? parts[0]! : { type: 'sequence', parts }
  }

  #repeated(body: TokenNode): TokenNode {
    const reader = this.#reader
    if (reader.ended()) return body
    const offset = reader.at
    const range = this.#range()
    if (range === undefined) return body
    if (body.type === 'border') throw reader.fail('a repetition of something that takes no token', offset)
    if (this.#range() !== undefined) {
      const hint = "There are no lazy operators: the option prefer: 'shortest' finds the shortest matches."
      throw reader.fail('a repetition of a repetition', offset + 1, undefined, hint)
    }
    return repeated(body, range, `The token pattern ${JSON.stringify(reader.source)}, at offset ${offset},`)
  }

  #range(): readonly [number, number] | undefined {
    const reader = this.#reader
    if (reader.eat('?')) return [0, 1]
    if (reader.eat('*')) return [0, Number.POSITIVE_INFINITY]
    if (reader.eat('+')) return [1, Number.POSITIVE_INFINITY]
    if (!reader.sees('{')) return undefined
    const open = reader.at
    const pattern = counts()
    pattern.lastIndex = open
    const found = pattern.exec(reader.source)
    if (found === null) throw reader.fail("a '{' without counts such as {2}, {2,} or {1,3}", open)
    reader.at = pattern.lastIndex
    const min = Number(found[1])
    const max = found[2] === '' ? min : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3])
    if (max < min) throw reader.fail('counts in the wrong order', open)
    return [min, max]
  }

  #atom(): TokenNode | undefined {
    const reader = this.#reader
    if (reader.ended()) return undefined
    const open = reader.at
    if (reader.eat('!')) {
      const bracket = reader.ended() ? open : reader.at
      if (reader.eat('[')) return { type: 'token', predicate: reader.tests(']', bracket, true) }
      throw reader.fail("a '!' that no '[' follows", open)
    }
    if (reader.eat('[')) return { type: 'token', predicate: reader.tests(']', open, false) }
    if (reader.eat('(')) return this.#group(open)
    if (reader.eat('^') || reader.eat('$')) return { type: 'border' }
    if (reader.sees('"')) return form([reader.quoted()])
    if (reader.sees('/')) {
      const test = {
        attribute: 'form',
        negated: false,
        is: 'matches',
        ...reader.regularExpression(),
      } as const
      return { type: 'token', predicate: { tests: [test], negated: false } }
    }
    const word = reader.read(bareWord())
    if (word !== undefined) return form([word])
    if (reader.sees('|') || reader.sees(')')) return undefined
    throw reader.fail(this.#strange())
  }

  #group(open: number): TokenNode {
    const reader = this.#reader
    let name: string | undefined
    if (reader.eat('?')) {
      if (reader.eat('<')) {
        name = reader.name('name of a group')
        if (!reader.eat('>')) throw reader.fail("no '>' after the name of a group")
      } else if (!reader.eat(':')) throw reader.fail("a '(?' that is neither (?: nor (?<name>", open)
    }
    const body = this.#choice()
    if (!reader.eat(')')) throw reader.fail("a '(' that is never closed", open)
    return name === undefined ? { type: 'sequence', parts: [body] } : { type: 'capture', name, body }
  }

  #strange(): string {
    const character = String.fromCodePoint(this.#reader.source.codePointAt(this.#reader.at)!)
    if ('?*+{'.includes(character)) return 'a repetition of nothing'
    return `'${character}', which begins no token (as a word it stands in double quotes)`
  }
}

function form(values: readonly string[]): TokenNode {
  return {
    type: 'token',
    predicate: { tests: [{ attribute: 'form', negated: false, is: 'in', values }], negated: false },
  }
}
