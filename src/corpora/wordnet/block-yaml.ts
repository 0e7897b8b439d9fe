/**
 * Reads the YAML that programs write for data: block mappings and sequences with plain or quoted scalars, which
 * may run over several lines. Every scalar is a string, as in YAML's failsafe schema.
 *
 * What lies outside of that (flow collections, literal blocks, anchors, aliases, tags, directives, several
 * documents) is an error that says where. Every node knows its offset, so that what is wrong with its value can
 * be told by line and column too. One pass, linear time. docs/decisions says why no library is used here.
 *
 * @see YAML 1.2.2, chapters 7 and 8, https://yaml.org/spec/1.2.2/
 */
import type { WordloomError } from '../../core/errors.js'
import type { SourceText } from './source-text.js'

const DEEPEST = 32

/** A node and where it begins, in UTF-16 units. */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping

/** A string. */
export interface YamlScalar {
  readonly kind: 'scalar'
  readonly value: string
  readonly at: number
}

/** A list. */
export interface YamlSequence {
  readonly kind: 'sequence'
  readonly items: readonly YamlNode[]
  readonly at: number
}

/** Keys and their values, in the order of the file; no key stands twice. */
export interface YamlMapping {
  readonly kind: 'mapping'
  readonly keys: readonly YamlScalar[]
  readonly values: readonly YamlNode[]
  readonly at: number
}

/**
 * The node that a file holds.
 *
 * @throws CORPUS_SYNTAX with file, line, column, expected and found
 */
export function readBlockYaml(source: SourceText): YamlNode {
  return new BlockYamlReader(source).read()
}

const SPACE = 0x20
const NEWLINE = 0x0a
const HASH = 0x23
const QUOTE = 0x27
const DOUBLE = 0x22
const DASH = 0x2d
const COLON = 0x3a
const BACKSLASH = 0x5c
const INDICATORS = new Set('[]{},#&*!|>%@`')
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
}
const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

class BlockYamlReader {
  readonly #source: SourceText
  readonly #text: string
  /** First character of the node that is next; the end of the text when there is none. */
  #at = 0
  /** Its column, from 0. */
  #indent = 0

  constructor(source: SourceText) {
    this.#source = source
    this.#text = source.text
  }

  read(): YamlNode {
    this.#nextLine(0)
    if (this.#text.startsWith('---\n', this.#at) && this.#indent === 0) this.#nextLine(this.#at + 4)
    if (this.#at >= this.#text.length) throw this.#fault(this.#at, 'a mapping or a sequence', '')
    const node = this.#block(0)
    if (this.#at < this.#text.length) throw this.#found(this.#at, 'a key at the start of the line')
    return node
  }

  #block(depth: number): YamlNode {
    if (depth > DEEPEST) throw this.#found(this.#at, `at most ${DEEPEST} levels`)
    return this.#isDash(this.#at) ? this.#sequence(this.#indent, depth) : this.#mapping(this.#indent, depth)
  }

  #sequence(indent: number, depth: number): YamlSequence {
    const at = this.#at
    const items: YamlNode[] = []
    while (this.#indent === indent && this.#at < this.#text.length && this.#isDash(this.#at)) {
      const content = this.#skipSpaces(this.#at + 1)
      if (this.#endsLine(content)) {
        this.#nextLine(content)
        items.push(
          this.#indent > indent ? this.#block(depth + 1) : { kind: 'scalar', value: '', at: content },
        )
      } else if (this.#isDash(content) || this.#keyEnd(content) >= 0) {
        this.#indent = indent + (content - this.#at)
        this.#at = content
        items.push(this.#block(depth + 1))
      } else items.push(this.#scalar(content, indent))
    }
    this.#requireDedent(indent, 'another - item')
    return { kind: 'sequence', items, at }
  }

  #mapping(indent: number, depth: number): YamlMapping {
    const at = this.#at
    const keys: YamlScalar[] = []
    const values: YamlNode[] = []
    const seen = new Set<string>()
    while (this.#indent === indent && this.#at < this.#text.length && !this.#isDash(this.#at)) {
      const end = this.#keyEnd(this.#at)
      if (end < 0) throw this.#found(this.#at, 'a key followed by a colon')
      const key = { kind: 'scalar', value: this.#key(this.#at, end), at: this.#at } as const
      if (seen.has(key.value)) throw this.#fault(this.#at, 'a key that is not there yet', key.value)
      seen.add(key.value)
      keys.push(key)
      values.push(this.#value(this.#skipSpaces(end + 1), indent, depth))
    }
    this.#requireDedent(indent, 'another key')
    return { kind: 'mapping', keys, values, at }
  }

  #value(content: number, indent: number, depth: number): YamlNode {
    if (!this.#endsLine(content)) return this.#scalar(content, indent)
    this.#nextLine(content)
    const inside = this.#at < this.#text.length
    // A sequence may stand at the column of the key that it belongs to.
    if (inside && (this.#indent > indent || (this.#indent === indent && this.#isDash(this.#at)))) {
      return this.#block(depth + 1)
    }
    return { kind: 'scalar', value: '', at: content }
  }

  #requireDedent(indent: number, expected: string): void {
    if (this.#at < this.#text.length && this.#indent > indent) {
      throw this.#found(this.#at, `${expected} at column ${indent + 1}, or fewer spaces before it`)
    }
  }

  #scalar(at: number, indent: number): YamlScalar {
    const code = this.#text.charCodeAt(at)
    if (code === QUOTE || code === DOUBLE) {
      const end = this.#quotedEnd(at)
      const value = this.#quoted(at, end)
      const after = this.#skipSpaces(end)
      if (!this.#endsLine(after)) throw this.#found(after, 'the end of the line after a quoted text')
      this.#nextLine(after)
      return { kind: 'scalar', value, at }
    }
    return { kind: 'scalar', value: this.#plain(at, indent), at }
  }

  /** A plain scalar and its continuation lines, which are indented deeper than `indent`. */
  #plain(at: number, indent: number): string {
    if (INDICATORS.has(this.#text[at]!) || (this.#text[at] === '?' && this.#text[at + 1] === ' ')) {
      throw this.#found(at, 'a plain or quoted text')
    }
    let value = this.#plainLine(at)
    let breaks = 0
    let line = this.#lineEnd(at) + 1
    for (; line < this.#text.length; ) {
      const start = this.#skipSpaces(line)
      if (this.#text.charCodeAt(start) === NEWLINE || start >= this.#text.length) {
        breaks++
        line = start + 1
        continue
      }
      if (start - line <= indent) break
      value += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + this.#plainLine(start)
      breaks = 0
      line = this.#lineEnd(start) + 1
    }
    this.#nextLine(Math.min(line, this.#text.length))
    return value
  }

  #plainLine(at: number): string {
    let end = this.#lineEnd(at)
    while (this.#text.charCodeAt(end - 1) === SPACE) end--
    const value = this.#text.slice(at, end)
    const colon = value.indexOf(': ')
    if (colon >= 0 || value.endsWith(':')) {
      throw this.#found(at + (colon < 0 ? value.length - 1 : colon), 'quotes around a text with a colon')
    }
    const hash = value.indexOf(' #')
    if (hash >= 0) throw this.#found(at + hash + 1, 'quotes around a text with a # after a space')
    return value
  }

  /** Offset of the colon after the key at `at`; -1 where the line begins with no key. */
  #keyEnd(at: number): number {
    const code = this.#text.charCodeAt(at)
    const lineEnd = this.#lineEnd(at)
    if (code === QUOTE || code === DOUBLE) {
      const end = this.#quotedEnd(at)
      const colon = this.#skipSpaces(end)
      return end <= lineEnd && this.#isColon(colon) ? colon : -1
    }
    if (INDICATORS.has(this.#text[at]!)) throw this.#found(at, 'a plain or quoted text')
    const line = this.#text.slice(at, lineEnd)
    for (let i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      if (this.#isColon(at + i)) return at + i
    }
    return -1
  }

  #key(at: number, end: number): string {
    const code = this.#text.charCodeAt(at)
    if (code === QUOTE || code === DOUBLE) return this.#quoted(at, this.#quotedEnd(at))
    return this.#text.slice(at, end).trimEnd()
  }

  /** Offset after the closing quote. */
  #quotedEnd(at: number): number {
    const quote = this.#text.charCodeAt(at)
    for (let i = at + 1; i < this.#text.length; i++) {
      const code = this.#text.charCodeAt(i)
      if (code === BACKSLASH && quote === DOUBLE) i++
      else if (code === quote) {
        if (quote === DOUBLE || this.#text.charCodeAt(i + 1) !== QUOTE) return i + 1
        i++
      }
    }
    throw this.#fault(at, 'a closing quote', this.#source.rest(at))
  }

  #quoted(at: number, end: number): string {
    const inner = this.#text.slice(at + 1, end - 1)
    if (this.#text.charCodeAt(at) === QUOTE) return folded(inner).replaceAll("''", "'")
    return inner.includes('\\') || inner.includes('\n') ? this.#unescaped(at + 1, inner) : inner
  }

  #unescaped(at: number, inner: string): string {
    let value = ''
    let from = 0
    for (let i = inner.indexOf('\\'); i >= 0; i = inner.indexOf('\\', from)) {
      value += folded(inner.slice(from, i))
      const letter = inner[i + 1]!
      const digits = HEX_ESCAPES[letter]
      if (letter === '\n') {
        from = i + 2
        while (inner.charCodeAt(from) === SPACE) from++
      } else if (digits !== undefined) {
        const hex = inner.slice(i + 2, i + 2 + digits)
        const code = /^[0-9A-Fa-f]+$/u.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : -1
        if (code < 0 || code > 0x10ffff) throw this.#found(at + i, `${digits} hexadecimal digits`)
        value += String.fromCodePoint(code)
        from = i + 2 + digits
      } else if (Object.hasOwn(ESCAPES, letter)) {
        value += ESCAPES[letter]!
        from = i + 2
      } else throw this.#found(at + i, 'an escape of YAML')
    }
    return value + folded(inner.slice(from))
  }

  /** Goes to the first line at or after `at` that is neither blank nor a comment. */
  #nextLine(at: number): void {
    let line = at
    // `at` may be the end of a line that was read.
    if (this.#text.charCodeAt(line) === NEWLINE) line++
    else if (line > 0 && this.#text.charCodeAt(line - 1) !== NEWLINE) line = this.#lineEnd(line) + 1
    for (; line < this.#text.length; line = this.#lineEnd(line) + 1) {
      const start = this.#skipSpaces(line)
      const code = this.#text.charCodeAt(start)
      if (code === NEWLINE || code === HASH || start >= this.#text.length) continue
      if (code === 0x09) throw this.#fault(start, 'spaces before the text of a line', 'a tab')
      this.#at = start
      this.#indent = start - line
      return
    }
    this.#at = this.#text.length
    this.#indent = 0
  }

  #isDash(at: number): boolean {
    if (this.#text.charCodeAt(at) !== DASH) return false
    const next = this.#text.charCodeAt(at + 1)
    return next === SPACE || next === NEWLINE || Number.isNaN(next)
  }

  #isColon(at: number): boolean {
    if (this.#text.charCodeAt(at) !== COLON) return false
    const next = this.#text.charCodeAt(at + 1)
    return next === SPACE || next === NEWLINE || Number.isNaN(next)
  }

  #skipSpaces(at: number): number {
    let i = at
    while (this.#text.charCodeAt(i) === SPACE) i++
    return i
  }

  #endsLine(at: number): boolean {
    return at >= this.#text.length || this.#text.charCodeAt(at) === NEWLINE
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf('\n', at)
    return end < 0 ? this.#text.length : end
  }

  #found(at: number, expected: string): WordloomError {
    return this.#fault(at, expected, this.#source.rest(at))
  }

  #fault(at: number, expected: string, found: string): WordloomError {
    return this.#source.fault(at, expected, found)
  }
}

/** The lines of a quoted text as one: a line break is a space, n + 1 of them are n. */
function folded(text: string): string {
  if (!text.includes('\n')) return text
  const lines = text.split('\n')
  let value = lines[0]!.trimEnd()
  let breaks = 0
  lines.forEach((line, i) => {
    if (i === 0) return
    const content = i === lines.length - 1 ? line.trimStart() : line.trim()
    if (content === '' && i < lines.length - 1) breaks++
    else {
      value += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + content
      breaks = 0
    }
  })
  return value
}
