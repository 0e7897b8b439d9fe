/**
 * Reads a regular expression into a tree: JavaScript's syntax with the `u` flag, with Unicode meanings of `\w`,
 * `\d`, `\s` and `\b`. Groups only group. Lookaround may look at one character; back-references, and lookaround
 * that looks further, have no linear-time engine and are refused with the place where they stand.
 *
 * A set of characters stays a character class in JavaScript's own notation: a native RegExp answers, once for
 * each character of the alphabet, whether it belongs (one character: nothing to backtrack over).
 *
 * @see ECMAScript, "Patterns"; UTS #18 for the classes
 */

import { WordloomError } from '../core/errors.js'
import { lazyPattern } from './unicode.js'

const groupKind = lazyPattern('^(?::|=|!|<=|<!|P?<[\\p{ID_Start}_$][\\p{ID_Continue}$]*>)')
const nameCharacter = lazyPattern('[\\p{ID_Continue}]')

/** A node of the tree. Characters and looks are numbers of `sets` and `looks` of the {@link Syntax}. */
export type PatternNode =
  | { readonly type: 'set'; readonly set: number }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat'
      readonly body: PatternNode
      readonly min: number
      readonly max: number
      readonly greedy: boolean
      readonly offset: number
    }
  | { readonly type: 'look'; readonly look: number }

/** A condition on the character before or after a place; `edge`: the end of the text counts as one of `sets`. */
export interface Look {
  readonly side: 'before' | 'after' | 'boundary'
  readonly sets: readonly number[]
  readonly edge: boolean
  readonly negated: boolean
}

/** What a pattern is read into. */
export interface Syntax {
  /** Character sets: native classes, any of which includes a character, unless `negated`. */
  readonly sets: { readonly classes: readonly string[]; readonly negated: boolean }[]
  readonly looks: Look[]
}

const WORD = '[\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Join_Control}]'
const NOT_WORD = '[^\\p{Alphabetic}\\p{M}\\p{N}\\p{Pc}\\p{Join_Control}]'
const CLASSES: Readonly<Record<string, string>> = {
  d: '\\p{Nd}',
  D: '\\P{Nd}',
  s: '\\p{White_Space}',
  S: '\\P{White_Space}',
  w: WORD,
  W: NOT_WORD,
}
const CONTROLS: Readonly<Record<string, number>> = { 0: 0, t: 9, n: 10, v: 11, f: 12, r: 13 }
const LINE_BREAKS = '[\\n\\r\\u2028\\u2029]'
const MAX_DEPTH = 250
/** How many times a counted repetition may repeat. */
export const MAX_REPEAT = 1000

/** Reads patterns into one {@link Syntax}, so that they share sets and looks. */
export class PatternReader {
  readonly syntax: Syntax = { sets: [], looks: [] }
  readonly #multiline: boolean
  readonly #dotAll: boolean
  readonly #numbers = new Map<string, number>()
  #source = ''
  #at = 0
  #depth = 0

  /** `flags`: of `i`, `m` and `s`, those that change how a pattern is read are `m` and `s`. */
  constructor(flags: string) {
    this.#multiline = flags.includes('m')
    this.#dotAll = flags.includes('s')
  }

  /**
   * The tree of `source`.
   *
   * @throws PATTERN_INVALID when it is not written as regular expressions are (details.offset)
   * @throws PATTERN_UNSUPPORTED when it asks for a back-reference or for lookaround of more than one character
   */
  read(source: string): PatternNode {
    this.#source = source
    this.#at = 0
    this.#depth = 0
    const node = this.#choice()
    if (this.#at < source.length) throw this.#invalid("a ')' that closes no group")
    return node
  }

  #choice(): PatternNode {
    if (++this.#depth > MAX_DEPTH)
      throw this.#unsupported(`groups nested more than ${MAX_DEPTH} deep`, 'Flatten it.')
    const options = [this.#sequence()]
    while (this.#eat('|')) options.push(this.#sequence())
    this.#depth--
    return options.length === 1 ? options[0]! : { type: 'choice', options }
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = []
    while (this.#at < this.#source.length && !this.#sees('|') && !this.#sees(')'))
      parts.push(this.#repeated())
    return parts.length === 1 ? parts[0]! : { type: 'sequence', parts }
  }

  #repeated(): PatternNode {
    const offset = this.#at
    const body = this.#atom()
    const counts = this.#counts()
    if (counts === undefined) return body
    if (body.type === 'look') throw this.#invalid('a repetition of something that takes no character', offset)
    const greedy = !this.#eat('?')
    if (this.#sees('*') || this.#sees('+') || this.#sees('?'))
      throw this.#invalid('a repetition of a repetition')
    return { type: 'repeat', body, min: counts[0], max: counts[1], greedy, offset }
  }

  #counts(): [number, number] | undefined {
    if (this.#eat('*')) return [0, Number.POSITIVE_INFINITY]
    if (this.#eat('+')) return [1, Number.POSITIVE_INFINITY]
    if (this.#eat('?')) return [0, 1]
    if (!this.#sees('{')) return undefined
    const offset = this.#at
    const counts = /^\{(\d{1,6})(?:(,)(\d{1,6})?)?\}/.exec(this.#source.slice(offset, offset + 16))
    if (counts === null)
      throw this.#invalid("a '{' without counts such as {2} or {1,3} (for the character itself, write \\{)")
    this.#at += counts[0].length
    const min = Number(counts[1])
    const max =
      counts[2] === undefined ? min : counts[3] === undefined ? Number.POSITIVE_INFINITY : Number(counts[3])
    if (max < min) throw this.#invalid('counts in the wrong order', offset)
    if (Math.max(min, Number.isFinite(max) ? max : 0) > MAX_REPEAT) {
      throw this.#unsupported(
        `more than ${MAX_REPEAT} repetitions`,
        `Use * or +, or at most {${MAX_REPEAT}}.`,
        offset,
      )
    }
    return [min, max]
  }

  #atom(): PatternNode {
    const offset = this.#at
    if (this.#eat('(')) return this.#group(offset)
    if (this.#eat('[')) return this.#class(offset)
    if (this.#eat('.')) return this.#dotAll ? this.#set([], true) : this.#set([LINE_BREAKS], true)
    if (this.#eat('^')) return this.#edge('before')
    if (this.#eat('$')) return this.#edge('after')
    if (this.#sees('*') || this.#sees('+') || this.#sees('?')) throw this.#invalid('a repetition of nothing')
    if (this.#sees('{') || this.#sees('}'))
      throw this.#invalid('a brace out of place (for the character itself, escape it)')
    if (this.#sees(']'))
      throw this.#invalid("a ']' that closes no class (for the character itself, write \\])")
    if (!this.#eat('\\')) return this.#set([`[${this.#native(this.#character())}]`], false)
    const letter = this.#source[this.#at]
    if (letter === 'b' || letter === 'B') {
      this.#at++
      return this.#look({
        side: 'boundary',
        sets: [this.#setNumber([WORD], false)],
        edge: false,
        negated: letter === 'B',
      })
    }
    if (letter !== undefined && /[1-9]/.test(letter)) throw this.#reference(offset)
    if (letter === 'k') throw this.#reference(offset)
    const escaped = this.#escape(offset)
    return this.#set([typeof escaped === 'string' ? asClass(escaped) : `[${this.#native(escaped)}]`], false)
  }

  #group(offset: number): PatternNode {
    if (this.#eat('?')) {
      const kind = groupKind().exec(this.#source.slice(this.#at, this.#at + 80))
      if (kind === null) {
        throw this.#invalid(
          "a '(?' that is none of (?: (?= (?! (?<= (?<! and (?<name> (flags go into the option flags)",
          offset,
        )
      }
      this.#at += kind[0].length
      if (/^<?[=!]/.test(kind[0])) return this.#lookaround(kind[0], offset)
    }
    const node = this.#choice()
    if (!this.#eat(')')) throw this.#invalid("a '(' that is never closed", offset)
    // A group may be repeated, a bare look may not.
    return node.type === 'look' ? { type: 'sequence', parts: [node] } : node
  }

  /** Lookaround of one character, or of the end of the text. */
  #lookaround(kind: string, offset: number): PatternNode {
    const body = this.#choice()
    if (!this.#eat(')')) throw this.#invalid("a '(' that is never closed", offset)
    const side = kind.startsWith('<') ? 'before' : 'after'
    const sets: number[] = []
    let edge = false
    for (const option of body.type === 'choice' ? body.options : [body]) {
      const look = option.type === 'look' ? this.syntax.looks[option.look]! : undefined
      if (option.type === 'set') sets.push(option.set)
      else if (look?.side === side && !look.negated) {
        sets.push(...look.sets)
        edge ||= look.edge
      } else {
        throw this.#unsupported(
          'lookaround of more than one character',
          'Look at one character or class: (?=[.!?]), (?<!@), (?=\\s|$).',
          offset,
        )
      }
    }
    return this.#look({ side, sets, edge, negated: kind.endsWith('!') })
  }

  #class(offset: number): PatternNode {
    const negated = this.#eat('^')
    const classes: string[] = []
    let members = ''
    while (!this.#eat(']')) {
      if (this.#at >= this.#source.length) throw this.#invalid("a '[' that is never closed", offset)
      const start = this.#at
      const low = this.#member()
      if (typeof low === 'string') {
        classes.push(asClass(low))
        if (this.#sees('-') && this.#source[this.#at + 1] !== ']')
          throw this.#invalid('a range that begins with a class', start)
        continue
      }
      let high: number | string = low
      if (this.#sees('-') && this.#at + 1 < this.#source.length && this.#source[this.#at + 1] !== ']') {
        this.#at++
        high = this.#member()
        if (typeof high === 'string') throw this.#invalid('a range that ends with a class', start)
        if (high < low) throw this.#invalid('a range in the wrong order', start)
      }
      members += low === high ? this.#native(low) : `${this.#native(low)}-${this.#native(high)}`
    }
    if (members !== '') classes.push(`[${members}]`)
    return this.#set(classes, negated)
  }

  #member(): number | string {
    const offset = this.#at
    if (!this.#eat('\\')) return this.#character()
    if (this.#eat('b')) return 8
    if (this.#eat('-')) return 0x2d
    return this.#escape(offset)
  }

  /** What stands after a backslash: a code point, or a native class. */
  #escape(offset: number): number | string {
    const rest = this.#source.slice(this.#at, this.#at + 80)
    const code = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\})/.exec(rest)
    if (code !== null) {
      this.#at += code[0].length
      const point = Number.parseInt(code[1] ?? code[2] ?? code[3]!, 16)
      if (point > 0x10ffff) throw this.#invalid('a code point beyond U+10FFFF', offset)
      return point
    }
    const property = /^[pP]\{[\w=]{1,60}\}/.exec(rest)
    if (property !== null) {
      try {
        new RegExp(`\\${property[0]}`, 'u')
      } catch {
        throw this.#invalid(`the unknown property \\${property[0]}`, offset)
      }
      this.#at += property[0].length
      return `\\${property[0]}`
    }
    const letter = rest[0] ?? ''
    if (Object.hasOwn(CLASSES, letter) || Object.hasOwn(CONTROLS, letter)) {
      this.#at++
      if (letter === '0' && /\d/.test(rest[1] ?? ''))
        throw this.#invalid('an octal escape (write \\x..)', offset)
      return CLASSES[letter] ?? CONTROLS[letter]!
    }
    if (nameCharacter().test(letter)) throw this.#invalid(`the unknown escape \\${letter}`, offset)
    if (letter === '') throw this.#invalid('a backslash at the end', offset)
    return this.#character()
  }

  #edge(side: 'before' | 'after'): PatternNode {
    const sets = this.#multiline ? [this.#setNumber([LINE_BREAKS], false)] : []
    return this.#look({ side, sets, edge: true, negated: false })
  }

  #set(classes: readonly string[], negated: boolean): PatternNode {
    return { type: 'set', set: this.#setNumber(classes, negated) }
  }

  #setNumber(classes: readonly string[], negated: boolean): number {
    return this.#numbered(`set ${negated} ${classes.join(' ')}`, () =>
      this.syntax.sets.push({ classes, negated }),
    )
  }

  #look(look: Look): PatternNode {
    const key = `look ${look.side} ${look.sets.join()} ${look.edge} ${look.negated}`
    return { type: 'look', look: this.#numbered(key, () => this.syntax.looks.push(look)) }
  }

  #numbered(key: string, add: () => number): number {
    let number = this.#numbers.get(key)
    if (number === undefined) {
      number = add() - 1
      this.#numbers.set(key, number)
    }
    return number
  }

  #character(): number {
    const point = this.#source.codePointAt(this.#at)!
    this.#at += point > 0xffff ? 2 : 1
    return point
  }

  #native(point: number): string {
    return `\\u{${point.toString(16)}}`
  }

  #sees(character: string): boolean {
    return this.#source[this.#at] === character
  }

  #eat(character: string): boolean {
    if (!this.#sees(character)) return false
    this.#at++
    return true
  }

  #reference(offset: number): WordloomError {
    return this.#unsupported('a back-reference', 'Write out what may be repeated, as in (?:aa|bb).', offset)
  }

  #invalid(what: string, offset = this.#at): WordloomError {
    return new WordloomError('PATTERN_INVALID', {
      message: `The pattern ${JSON.stringify(this.#source)} has, at offset ${offset}, ${what}.`,
      details: { pattern: this.#source, offset },
    })
  }

  #unsupported(what: string, hint: string, offset = this.#at): WordloomError {
    return new WordloomError('PATTERN_UNSUPPORTED', {
      message: `The pattern ${JSON.stringify(this.#source)} asks, at offset ${offset}, for ${what}, which cannot be matched in linear time.`,
      hint,
      details: { pattern: this.#source, offset },
    })
  }
}

function asClass(native: string): string {
  return native.startsWith('[') ? native : `[${native}]`
}
