/**
 * XML as corpora have it: a file as a row of units, each a small tree of elements.
 *
 * A strict reader of the part of XML 1.0 that corpora use: elements, attributes, text, comments, processing
 * instructions, CDATA, the five named references and references to characters. A DOCTYPE is passed over; one with
 * declarations of its own is refused, so that no entity can be declared, expanded or fetched. A unit that is not
 * well-formed is reported with line and column and left out, and reading goes on at the next one. Nothing is
 * recursive, and no text is scanned twice.
 *
 * Layout: `children` holds elements and runs of text; runs of white space only are left out unless asked for.
 *
 * @see https://www.w3.org/TR/xml/; docs/decisions for why this is not a library's
 */
import type { ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TextPosition } from './text-position.js'

/** Elements in each other; what corpora need is below 100. */
const MOST_DEEP = 1000

/** An element with all that is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  /** Offset of its `<` in the text of the file. */
  readonly at: number
}

/** What a file gives: units, and around them the elements that hold them as they open and close. */
export type XmlPart =
  | { readonly kind: 'unit' | 'open'; readonly element: XmlElement }
  | { readonly kind: 'close'; readonly name: string }

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Thrown inside this file at what is not well-formed. */
class Fault {
  readonly at: number
  readonly expected: string

  constructor(at: number, expected: string) {
    this.at = at
    this.expected = expected
  }
}

/** The XML of one file of a corpus. */
export class XmlFile {
  readonly #file: SourceFile
  readonly #context: ReadContext
  readonly #text: string
  readonly #position: TextPosition
  readonly #spaces: boolean
  #at = 0
  readonly #missing = new Set<string>()

  /** `spaces`: runs of white space are text too. */
  constructor(file: SourceFile, context: ReadContext, { spaces = false } = {}) {
    this.#file = file
    this.#context = context
    this.#text = file.text()
    this.#position = new TextPosition(this.#text)
    this.#spaces = spaces
  }

  /** Reports that at `at` something else was expected. */
  report(at: number, expected: string, found = this.#found(at)): void {
    const { line, column } = this.#position.of(at)
    this.#context.report(corpusError({ file: this.#file.name, line, column, expected, found }))
  }

  /** The attribute `name` of an element; undefined, and reported, where it is not there. */
  required(element: XmlElement, name: string): string | undefined {
    const value = element.attributes.get(name)
    if (value === undefined) this.report(element.at, `<${element.name}> with the attribute ${name}`)
    return value
  }

  /** The units: elements with one of these names, whole, in order. A unit never holds another of its own name. */
  *units(names: readonly string[]): Generator<XmlPart> {
    const units: ReadonlySet<string> = new Set(names)
    const open: string[] = []
    while (this.#at < this.#text.length) {
      const begin = this.#at
      try {
        const text = this.#outerText()
        if (text >= 0) throw new Fault(text, open.length === 0 ? 'an element' : `markup in <${open.at(-1)}>`)
        if (this.#at === this.#text.length) break
        if (this.#misc()) continue
        const at = this.#at
        if (this.#text.startsWith('</', at)) {
          const name = this.#endTag()
          if (name !== open.at(-1)) {
            // One that closes an outer element closes those in it; any other closes nothing.
            const depth = open.lastIndexOf(name)
            const expected = open.length === 0 ? 'an element' : `</${open.at(-1)}>`
            while (depth >= 0 && open.length > depth) yield { kind: 'close', name: open.pop()! }
            this.report(at, expected)
          } else yield { kind: 'close', name: open.pop()! }
          continue
        }
        const { element, closed } = this.#startTag()
        if (units.has(element.name))
          yield { kind: 'unit', element: closed ? element : this.#content(element) }
        else {
          yield { kind: 'open', element }
          if (closed) yield { kind: 'close', name: element.name }
          else open.push(element.name)
        }
      } catch (fault) {
        if (!(fault instanceof Fault)) throw fault
        this.report(fault.at, fault.expected)
        this.#at = this.#next(Math.max(fault.at, begin + 1), units, open)
      }
    }
    if (open.length > 0) this.report(this.#text.length, `</${open.at(-1)}>`, 'the end of the file')
  }

  /** Where, from `from`, a unit begins or an element around the units ends. */
  #next(from: number, units: ReadonlySet<string>, open: readonly string[]): number {
    for (let at = this.#text.indexOf('<', from); at >= 0; at = this.#text.indexOf('<', at + 1)) {
      const closes = this.#text.charCodeAt(at + 1) === 0x2f
      const begin = closes ? at + 2 : at + 1
      const name = this.#text.slice(begin, nameEnd(this.#text, begin))
      if (closes ? open.includes(name) : units.has(name)) return at
    }
    return this.#text.length
  }

  /** Content of a unit up to its end tag. */
  #content(unit: OpenElement): XmlElement {
    const open: OpenElement[] = [unit]
    for (;;) {
      const top = open.at(-1)!
      const less = this.#text.indexOf('<', this.#at)
      if (less < 0) throw new Fault(this.#text.length, `</${top.name}>`)
      if (less > this.#at) {
        if (this.#spaces || !isBlank(this.#text, this.#at, less))
          top.children.push(this.#decoded(this.#at, less))
        this.#at = less
      }
      const next = this.#text.charCodeAt(less + 1)
      if (next === 0x2f) {
        const name = this.#endTag()
        if (name !== top.name) throw new Fault(less, `</${top.name}>`)
        open.pop()
        if (open.length === 0) return unit
      } else if (next === 0x21 && this.#text.startsWith('<![CDATA[', less)) {
        top.children.push(this.#cdata())
      } else if (!this.#misc()) {
        const { element, closed } = this.#startTag()
        if (element.name === unit.name) throw new Fault(less, `</${top.name}>`)
        if (open.length === MOST_DEEP) throw new Fault(less, `at most ${MOST_DEEP} elements in each other`)
        top.children.push(element)
        if (!closed) open.push(element)
      }
    }
  }

  /** Passes white space; gives the offset of text that is none, or -1. */
  #outerText(): number {
    const less = this.#text.indexOf('<', this.#at)
    const end = less < 0 ? this.#text.length : less
    let at = this.#at
    while (at < end && isSpace(this.#text.charCodeAt(at))) at++
    if (at < end && !(at === 0 && this.#text.charCodeAt(0) === 0xfeff)) return at
    this.#at = end
    return -1
  }

  /** Passes a comment, a processing instruction or a DOCTYPE, if one stands here. */
  #misc(): boolean {
    const text = this.#text
    const at = this.#at
    const next = text.charCodeAt(at + 1)
    if (next === 0x3f) this.#at = this.#after('?>', at + 2, '?>')
    else if (next !== 0x21) return false
    else if (text.startsWith('<!--', at)) {
      this.#at = this.#after('-->', at + 4, '--> of the comment')
    } else if (text.startsWith('<!DOCTYPE', at)) {
      const end = this.#after('>', at, "'>' of the DOCTYPE")
      if (text.slice(at, end).includes('[')) throw new Fault(at, 'a DOCTYPE without declarations')
      this.#at = end
    } else throw new Fault(at, 'an element, a comment or text')
    return true
  }

  #cdata(): string {
    const from = this.#at + 9
    this.#at = this.#after(']]>', from, ']]> of the CDATA')
    return this.#text.slice(from, this.#at - 3)
  }

  /** Offset after the next `mark`. A mark that is not in the rest of the file is not looked for again. */
  #after(mark: string, from: number, expected: string): number {
    const at = this.#missing.has(mark) ? -1 : this.#text.indexOf(mark, from)
    if (at >= 0) return at + mark.length
    this.#missing.add(mark)
    throw new Fault(this.#at, expected)
  }

  #endTag(): string {
    const from = this.#at + 2
    const end = nameEnd(this.#text, from)
    const after = skipSpace(this.#text, end)
    if (end === from || this.#text.charCodeAt(after) !== 0x3e) throw new Fault(this.#at, 'an end tag')
    this.#at = after + 1
    return this.#text.slice(from, end)
  }

  #startTag(): { readonly element: OpenElement; readonly closed: boolean } {
    const text = this.#text
    const begin = this.#at
    let at = nameEnd(text, begin + 1)
    if (at === begin + 1) throw new Fault(begin, "an element (a '<' in text is written &lt;)")
    const attributes = new Map<string, string>()
    const element: OpenElement = { name: text.slice(begin + 1, at), attributes, children: [], at: begin }
    for (;;) {
      const from = skipSpace(text, at)
      const unit = text.charCodeAt(from)
      if (unit === 0x3e || (unit === 0x2f && text.charCodeAt(from + 1) === 0x3e)) {
        this.#at = from + (unit === 0x3e ? 1 : 2)
        return { element, closed: unit === 0x2f }
      }
      const end = nameEnd(text, from)
      if (end === from || from === at) throw new Fault(from, `'>' of <${element.name}>, or an attribute`)
      const equals = skipSpace(text, end)
      if (text.charCodeAt(equals) !== 0x3d) throw new Fault(equals, `'=' after ${text.slice(from, end)}`)
      const quote = skipSpace(text, equals + 1)
      const mark = text.charCodeAt(quote)
      if (mark !== 0x22 && mark !== 0x27) throw new Fault(quote, 'a value in quotation marks')
      let close = quote + 1
      while (close < text.length && text.charCodeAt(close) !== mark) {
        if (text.charCodeAt(close) === 0x3c) break
        close++
      }
      if (text.charCodeAt(close) !== mark) throw new Fault(quote, 'a value that ends in quotation marks')
      const name = text.slice(from, end)
      if (attributes.has(name)) throw new Fault(from, `the attribute ${name} once`)
      attributes.set(name, this.#decoded(quote + 1, close))
      at = close + 1
    }
  }

  /** Text [from, to) with its references replaced. */
  #decoded(from: number, to: number): string {
    return replaceReferences(this.#text.slice(from, to), (at) => {
      throw new Fault(from + at, 'a reference such as &amp;')
    })
  }

  #found(at: number): string {
    if (at >= this.#text.length) return 'the end of the file'
    const end = this.#text.indexOf('\n', at)
    return this.#text.slice(at, Math.min(end < 0 ? at + 60 : end, at + 60)).trimEnd()
  }
}

/** The text of an element, with that of the elements in it. */
export function xmlText(element: XmlElement): string {
  const parts: string[] = []
  const waiting: (XmlElement | string)[] = [element]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (typeof item === 'string') parts.push(item)
    else for (let i = item.children.length - 1; i >= 0; i--) waiting.push(item.children[i]!)
  }
  return parts.join('')
}

/** The elements right in `element` that have this name. */
export function xmlChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[]
}

/**
 * `text` with its references replaced. An & that begins none is told to `onOther` with its offset, and stands for
 * itself.
 */
export function replaceReferences(text: string, onOther?: (at: number) => void): string {
  let and = text.indexOf('&')
  if (and < 0) return text
  const parts: string[] = []
  let done = 0
  for (; and >= 0; and = text.indexOf('&', and + 1)) {
    // A reference is short: a long way to the next semicolon is not searched again for every &.
    const semicolon = text.slice(and, and + 12).indexOf(';')
    const value = semicolon < 0 ? undefined : reference(text.slice(and + 1, and + semicolon))
    if (value === undefined) {
      onOther?.(and)
      continue
    }
    parts.push(text.slice(done, and), value)
    done = and + semicolon + 1
  }
  parts.push(text.slice(done))
  return parts.join('')
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
])

function reference(name: string): string | undefined {
  if (!name.startsWith('#')) return NAMED.get(name)
  const hexadecimal = name[1] === 'x'
  const digits = name.slice(hexadecimal ? 2 : 1)
  if (!(hexadecimal ? /^[0-9a-fA-F]{1,6}$/ : /^[0-9]{1,7}$/).test(digits)) return undefined
  const code = Number.parseInt(digits, hexadecimal ? 16 : 10)
  const allowed =
    code >= 0x20 ? code < 0xd800 || (code > 0xdfff && code <= 0x10ffff) : [9, 10, 13].includes(code)
  return allowed ? String.fromCodePoint(code) : undefined
}

/** Index after the name that begins at `from`: letters, digits, and `_ : - .`, beyond ASCII anything. */
function nameEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const letter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
    if (letter || unit >= 0x80) continue
    if (unit === 0x5f || unit === 0x3a) continue
    if (at > from && ((unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x2e)) continue
    break
  }
  return at
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false
  return true
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}
