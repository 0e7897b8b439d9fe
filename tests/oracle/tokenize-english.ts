/**
 * The English tokenizer as plain TypeScript over strings: the slow twin of src/core/assembly/tokenize-english.ts
 * and its parts. Same rules by other means: the whole text, a Map, sets of characters; no windows, no hash
 * table, no addresses.
 */
import { characterClasses } from '../../src/tokenize/character-classes.js'
import { englishLexicon } from '../../src/tokenize/english-tables.js'

/** Start, end and kind. */
export type OracleToken = readonly [start: number, end: number, kind: string]

const MARK = 0
const LETTER = 1
const UPPER = 2
const DIGIT = 3
const SPACE = 4
const IDEOGRAPH = 5
const SYMBOL = 7
const EMOJI = 8
const REGIONAL = 9
const OTHER = 10

const PLAIN_CUT = 1 << 11
const PREFIX = 1 << 12
const SUFFIX = 1 << 13
const UNIT = 1 << 14
const TOP_LEVEL = 1 << 15
const WEAK_TOP_LEVEL = 1 << 16
const GROUP = 1 << 17
const ELISION = 1 << 18
const AFTER_ITS = 1 << 19
const CURRENCY = 1 << 20
const BANG = 1 << 21
const WHOLE = 1 << 22
const CLITIC = 1 << 23
const EMOTICON = 1 << 24
const ORDINAL = 1 << 25
const ITS = 1 << 26
const YOUR = 1 << 27
const AFTER_YOUR = 1 << 28

const classes = characterClasses()
const lexicon = englishLexicon()

function classOf(point: number): number {
  if (point < 0x20000) return classes[point]!
  if (point < 0x40000) return IDEOGRAPH
  return point >= 0xe0000 && point < 0xe1000 ? MARK : OTHER
}

/** Whether `c` is one of the characters of `set`; never for '', the end of the chunk. */
function among(c: string, set: string): boolean {
  return c !== '' && set.includes(c)
}

function isApostrophe(c: string): boolean {
  return among(c, "'\u2019`\u00b4\u02bc\u2018")
}

/** Tokens of `text`; `split` as in `tokenize`. */
export function oracleTokenizeEnglish(text: string, split: 'ud' | 'none'): OracleToken[] {
  const tokens: OracleToken[] = []
  let quote = 0
  for (const match of text.matchAll(/\P{White_Space}+/gu)) {
    const end = match.index + match[0].length
    for (let from = match.index, to = from; from < end; from = to) {
      // A chunk is cut after 32,768 units, not within a character.
      to = Math.min(end, from + 32_768)
      if (to < text.length && text.codePointAt(to - 1)! > 0xffff) to--
      const chunk = new Chunk(text, from, to, split, tokens)
      chunk.quote = Math.max(0, quote - 1)
      chunk.run()
      quote = chunk.quote
    }
  }
  return tokens
}

/** What stands between white space. A method that puts tokens gives the end of the last one. */
class Chunk {
  /** Chunks for which an opening single quote still waits. */
  quote = 0
  #noMail = 0
  #noDomain = 0

  constructor(
    readonly text: string,
    readonly from: number,
    readonly stop: number,
    readonly split: 'ud' | 'none',
    readonly tokens: OracleToken[],
  ) {}

  run(): void {
    let p = this.from
    while (p < this.stop) {
      const k = this.#class(p)
      if (k === LETTER || k === UPPER) p = this.#word(p, p)
      else if (k === DIGIT) p = this.#keycap(p) ?? this.#number(p)
      else if (k === EMOJI || k === REGIONAL) p = this.#emoji(p, k)
      else if (k === MARK && p > this.from) {
        p = this.#marks(p)
        const [start, , kind] = this.tokens.pop()!
        this.tokens.push([start, p, kind])
      } else if (k === IDEOGRAPH || k === OTHER || k === MARK) {
        p = this.#put(p, this.#marks(p + this.#width(p)), k === IDEOGRAPH ? 'word' : 'other')
      } else p = this.#mark(p)
    }
  }

  // Reading.

  /** The unit at `p`; '' at the end of the chunk. */
  #unit(p: number): string {
    return p < this.stop ? this.text[p]! : ''
  }

  #class(p: number, stop = this.stop): number {
    if (p >= stop) return SPACE
    const point = this.text.codePointAt(p)!
    return classOf(point > 0xffff && p + 1 >= stop ? this.text.charCodeAt(p) : point)
  }

  #width(p: number): number {
    return this.text.codePointAt(p)! > 0xffff && p + 1 < this.stop ? 2 : 1
  }

  /** Whether a letter, digit or mark is at `p`. */
  #alnumAt(p: number): boolean {
    return this.#class(p) <= DIGIT
  }

  /** After the run of characters at `p` whose class is at most `highest`. */
  #skip(p: number, highest: number): number {
    while (p < this.stop && this.#class(p) <= highest) p += this.#width(p)
    return p
  }

  #marks(p: number): number {
    return this.#skip(p, MARK)
  }

  #letters(p: number): number {
    return this.#skip(p, UPPER)
  }

  #alnum(p: number): number {
    return this.#skip(p, DIGIT)
  }

  #digits(p: number): number {
    if (this.#class(p) !== DIGIT) return p
    while (this.#class(p) === DIGIT || this.#class(p) === MARK) p += this.#width(p)
    return p
  }

  #runOf(p: number, set: string): number {
    while (among(this.#unit(p), set)) p++
    return p
  }

  #afterAlnum(p: number): boolean {
    return p > this.from && classes[this.text.charCodeAt(p - 1)]! <= DIGIT
  }

  #lookup(from: number, to: number): number {
    const word = this.text.slice(from, to)
    if (word.length > 16 || [...word].some((c) => c > '\x7f')) return 0
    return lexicon.get(word.toLowerCase()) ?? 0
  }

  #lower(from: number, to: number): string {
    return this.text.slice(from, Math.min(to, this.stop)).replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  }

  // Writing.

  #put(from: number, to: number, kind: string): number {
    this.tokens.push([from, to, kind])
    return to
  }

  #putWord(a: number, b: number): number {
    const bits = this.split === 'ud' ? this.#lookup(a, b) : 0
    let first = (bits >> 3) & 15
    if (bits & ITS && b === this.stop && this.#followingWord() & AFTER_ITS) first = 2
    if (bits & YOUR && b === this.stop && this.#followingWord() & AFTER_YOUR) first = 3
    const second = (bits >> 7) & 15
    if (first === 0) return this.#put(a, b, 'word')
    const kind = bits & PLAIN_CUT ? 'word' : 'clitic'
    this.#put(a, a + first, 'word')
    if (second > 0) this.#put(a + first, a + second, kind)
    return this.#put(a + (second || first), b, kind)
  }

  // What follows the chunk.

  #afterSpace(): number {
    let p = this.stop
    while (p < this.stop + 8 && p < this.text.length && this.#class(p, this.text.length) === SPACE) p++
    return p
  }

  #followingWord(): number {
    const from = this.#afterSpace()
    const limit = Math.min(this.text.length, this.stop + 24)
    let p = from
    while (p < limit && this.#class(p, limit) < DIGIT) p++
    return p < limit && this.text[p] === '-' ? 0 : this.#lookup(from, p)
  }

  #following(): 'end' | 'upper' | 'lower' | 'number' | 'other' {
    let p = this.#afterSpace()
    if (p >= this.text.length || p === this.stop + 8) return 'end'
    const gap = this.text.slice(this.stop, p)
    if (gap.includes('\u2029') || gap.split('\n').length > 2) return 'end'
    while (p < this.stop + 12 && among(this.text[p] ?? '', '"\'([\u201c\u2018')) p++
    const k = this.#class(p, this.text.length)
    if (k === UPPER) return 'upper'
    if (k === LETTER) return 'lower'
    return k === DIGIT || among(this.text[p] ?? '', '#$') ? 'number' : 'other'
  }

  // Words.

  #word(a: number, from: number): number {
    let j = this.#alnum(from)
    if (from === a && j < this.stop) {
      const end = this.#address(a, j)
      if (end !== undefined) return end
    }
    let piece = a
    while (j < this.stop) {
      const before = this.tokens.length
      const next = this.#step(a, piece, j)
      if (next === undefined) break
      if (this.tokens.length > before) return next
      piece = j + 1
      j = next
    }
    return this.#putWord(a, j)
  }

  /** Where the word goes on to, or its end if tokens were put; undefined if it ends at `j`. */
  #step(a: number, piece: number, j: number): number | undefined {
    const c = this.#unit(j)
    const next = this.#unit(j + 1)
    if (c === '.') return this.#period(a, piece, j)
    if (c === '-' || c === '\u2011') return this.#hyphen(a, piece, j)
    if (isApostrophe(c)) return this.#apostrophe(a, j, c)
    if (c === '/') return this.#slash(a, j)
    if (c === '&') return this.#ampersand(piece, j)
    if (c === '_' || c === '*') {
      const p = this.#runOf(j, c)
      return this.#class(p) <= (c === '_' ? DIGIT : UPPER) ? this.#alnum(p) : undefined
    }
    if (c === '$') {
      const currency = this.#lookup(a, j) & CURRENCY && this.#class(j - 1, j) === UPPER
      return currency ? this.#put(a, j + 1, 'symbol') : undefined
    }
    if (c === '!') {
      const own = this.#lookup(a, j) & BANG && this.#class(a, j) === UPPER && next !== '!'
      return own ? this.#put(a, j + 1, 'word') : undefined
    }
    if (/^[cC]\+\+$/.test(this.text.slice(a, j + 2)) && next === '+' && this.#unit(j + 2) !== '+') {
      return this.#put(a, j + 2, 'word')
    }
    if (/^[cCfF]#$/.test(this.text.slice(a, j + 1)) && !this.#alnumAt(j + 1))
      return this.#put(a, j + 1, 'word')
    return undefined
  }

  /** A contraction, with others stacked on it, whose apostrophe stands at `j`. */
  #contraction(a: number, j: number): number | undefined {
    let r = this.#letters(j + 1)
    if (r === j + 1 || this.#class(r) === DIGIT) return undefined
    const negation = j - 1 > a && this.#lower(j + 1, r) === 't' && this.#lower(j - 1, j) === 'n'
    if (!negation && !(this.#lookup(j + 1, r) & CLITIC)) return undefined
    const cuts = [negation ? j - 1 : j, r]
    while (isApostrophe(this.#unit(r))) {
      const s = this.#letters(r + 1)
      if (!(this.#lookup(r + 1, s) & CLITIC) || this.#class(s) === DIGIT) break
      cuts.push(s)
      r = s
    }
    if (this.split === 'none') return this.#put(a, r, 'word')
    this.#put(a, cuts[0]!, 'word')
    for (let i = 1; i < cuts.length; i++) this.#put(cuts[i - 1]!, cuts[i]!, 'clitic')
    return r
  }

  #apostrophe(a: number, j: number, c: string): number | undefined {
    const end = this.#contraction(a, j)
    if (end !== undefined) return end
    const opens = c === '`' || c === '\u2018'
    const r = this.#letters(j + 1)
    if (r > j + 1) {
      if (opens) return undefined
      const word = this.#lower(a, r).replace(c, "'")
      const cut = /^c'mon$/.test(word) ? 3 : /^(?:d'.*|y'all)$/su.test(word) ? 2 : 0
      if (cut === 0 || this.split === 'none') return this.#alnum(j + 1)
      this.#put(a, a + cut, 'word')
      return this.#put(a + cut, r, 'clitic')
    }
    if (this.quote > 0 || opens) return undefined
    const next = this.#unit(j + 1)
    if (c === "'" && j - a > 4 && this.#lower(j - 2, j) === 'in') {
      return this.#alnumAt(j + 1) || isApostrophe(next) ? undefined : this.#put(a, j + 1, 'word')
    }
    if (!'sxz'.includes(this.#lower(j - 1, j)) || !(next === '' || '-,;:)".?!'.includes(next)))
      return undefined
    if (this.split === 'none') return this.#put(a, j + 1, 'word')
    this.#put(a, j, 'word')
    return this.#put(j, j + 1, 'clitic')
  }

  #hyphen(a: number, piece: number, j: number): number | undefined {
    if (!this.#alnumAt(j + 1)) return undefined
    const r = this.#alnum(j + 1)
    if (piece === a && this.#lookup(a, j) & PREFIX) {
      if (j > a + 1 || this.text[a] === 'e' || r > j + 3) return r
    }
    if (this.#unit(r) !== '-' && this.#lookup(j + 1, r) & SUFFIX) return r
    return this.#lookup(a, r) & WHOLE ? r : undefined
  }

  #slash(a: number, j: number): number | undefined {
    const r = this.#alnum(j + 1)
    if (this.#lookup(a, r) & WHOLE && this.#unit(r) !== '/') return r
    return this.#lower(a, j) === 'w' && this.#class(j + 1) !== DIGIT ? this.#put(a, j + 1, 'word') : undefined
  }

  #ampersand(piece: number, j: number): number | undefined {
    if (this.#class(j + 1) > UPPER) return undefined
    const r = this.#alnum(j + 1)
    if (this.#unit(r) === ';') return undefined
    const upper = (from: number, to: number) => {
      if (to - from > 12) return false
      for (let p = from; p < to; p++) if (this.#class(p, to) === LETTER) return false
      return true
    }
    return (j - piece <= 3 && r - j <= 4) || (upper(piece, j) && upper(j + 1, r)) ? r : undefined
  }

  #period(a: number, piece: number, j: number): number | undefined {
    const k = this.#class(j + 1)
    if (k <= UPPER) return this.#innerPeriod(a, piece, j)
    const abbreviation = this.#lookup(a, j) & 7
    let own: boolean
    if (k === DIGIT) own = abbreviation === 1 || abbreviation === 3
    else if (this.#unit(j + 1) === '.') own = abbreviation !== 0 && this.#unit(j + 2) !== '.'
    else own = this.#finalPeriod(a, j, abbreviation)
    return own ? this.#closed(a, j + 1) : undefined
  }

  #closed(a: number, j: number): number {
    const end = isApostrophe(this.#unit(j)) ? this.#contraction(a, j) : undefined
    return end ?? this.#putWord(a, j)
  }

  #innerPeriod(a: number, piece: number, j: number): number | undefined {
    if (j === piece + 1) {
      let p = j
      while (this.#unit(p) === '.' && this.#class(p + 1) <= UPPER && !this.#alnumAt(p + 2)) p += 2
      if (p > j) {
        return this.#closed(a, this.#acronymPeriod(a, p) ? p + 1 : p)
      }
      if (this.#class(piece, j) === UPPER) return this.#closed(a, j + 1)
    }
    if (this.#lower(a, j + 2) === 'ph.d' && !this.#alnumAt(j + 2)) {
      return this.#closed(a, this.#unit(j + 2) === '.' ? j + 3 : j + 2)
    }
    return (this.#lookup(a, j) & 7) === 1 ? this.#closed(a, j + 1) : undefined
  }

  #acronymPeriod(a: number, j: number): boolean {
    const [c, second, third] = [this.#unit(j), this.#unit(j + 1), this.#unit(j + 2)]
    if (c !== '.' || (second === '.' && third === '.')) return false
    if (second !== '') return true
    const next = this.#following()
    return next !== 'end' && !(next === 'upper' && (this.#lookup(a, j) & 7) === 2)
  }

  #finalPeriod(a: number, j: number, abbreviation: number): boolean {
    const behind = this.#unit(j + 1)
    const next = behind === '' ? this.#following() : 'other'
    const capital = this.#class(a, j) === UPPER
    const initial = j - a === 1 && capital && this.text[a] !== 'I' && !this.#afterAlnum(a)
    if (initial && (next === 'upper' || behind === ',' || behind === ':')) return true
    if (behind === '?' || behind === '!') return abbreviation === 1
    if (abbreviation === 1) return next !== 'end'
    if (abbreviation === 2) return next !== 'end' && next !== 'upper'
    if (abbreviation === 3) return next === 'number'
    if (abbreviation === 4) return capital && next === 'upper'
    if (abbreviation !== 5 || !capital || j - a === 1 || this.#class(a + 1, j) === UPPER) return false
    return next !== 'end' && next !== 'upper'
  }

  // Addresses.

  #address(a: number, j: number): number | undefined {
    const c = this.#unit(j)
    if (c === ':') {
      const web = this.#lower(j, j + 3) === '://' && this.#alnumAt(j + 3)
      const post = this.#lower(a, j) === 'mailto' && this.#alnumAt(j + 1)
      return web || post ? this.#put(a, this.#withoutTail(a, this.#addressRun(a)), 'url') : undefined
    }
    if (!among(c, '.-_@+%')) return undefined
    return this.#mail(a) ?? (among(c, '.-_') ? this.#hostName(a) : undefined)
  }

  #addressRun(p: number): number {
    while (p < this.stop && !among(this.#unit(p), '<>"|\u201c\u201d') && this.#class(p) !== IDEOGRAPH) {
      p += this.#width(p)
    }
    return p
  }

  #withoutTail(a: number, b: number): number {
    const count = (mark: string) => this.text.slice(a, b).split(mark).length
    while (b > a + 1 && among(this.text[b - 1]!, ".,;:!?')]}\u2019\u2026")) {
      if (this.text[b - 1] === ')' && count('(') >= count(')')) break
      b--
    }
    return b
  }

  #joined(p: number, marks: string): number {
    while (p < this.stop && (this.#alnumAt(p) || among(this.#unit(p), marks))) p += this.#width(p)
    return p
  }

  #withoutDots(a: number, b: number): number {
    while (b > a + 1 && among(this.text[b - 1]!, '.-_')) b--
    return b
  }

  #mail(a: number): number | undefined {
    if (a < this.#noMail) return undefined
    const at = this.#joined(a, '._+%-')
    this.#noMail = at
    if (this.#unit(at) !== '@' || !this.#alnumAt(at + 1)) return undefined
    return this.#put(a, this.#withoutDots(a, this.#joined(at + 1, '.-_')), 'email')
  }

  #hostName(a: number): number | undefined {
    if (a < this.#noDomain) return undefined
    const run = this.#joined(a, '.-_')
    this.#noDomain = run
    const end = this.#withoutDots(a, run)
    const name = this.text.slice(a, end)
    const labels = name.split('.')
    const first = labels[0]!
    const top = labels.at(-1)!
    if (labels.length < 2 || labels.slice(1).includes('')) return undefined
    const bits = this.#lookup(end - top.length, end)
    const long = labels.length > 2 && labels.every((label) => label.length > 1)
    let named = /^www$/i.test(first)
    named ||= /^[a-z.-]+$/.test(name) && (long || (this.#lookup(a, a + first.length) & GROUP) !== 0)
    if (!named && bits & TOP_LEVEL && name.length - top.length > 2) {
      named = top.length !== 2 || (top[0]! >= 'a' && top[1]! >= 'a')
      named &&= !(bits & WEAK_TOP_LEVEL) || this.#unit(end) === '/'
    }
    if (!named) return undefined
    const c = this.#unit(end)
    const path =
      c === '/' || (c === '?' && this.#alnumAt(end + 1)) || (c === ':' && this.#class(end + 1) === DIGIT)
    return this.#put(a, path ? this.#withoutTail(a, this.#addressRun(end)) : end, 'url')
  }

  #nameEnd(from: number, joints: string): number {
    let p = this.#alnum(from)
    while (among(this.#unit(p), joints)) {
      if (!this.#alnumAt(p + 1) && this.#unit(p + 1) !== '_') return this.#unit(p) === '_' ? p + 1 : p
      p = this.#alnum(p + 1)
    }
    return p
  }

  // Numbers.

  #number(a: number): number {
    const first = this.#digits(a)
    const found = this.#address(a, first)
    if (found !== undefined) return found
    const j = this.#groups(a, first)
    if (this.#unit(j) === '_' && this.#alnumAt(j + 1)) return this.#word(a, j)
    if (this.#class(j) <= UPPER) return this.#withLetters(a, j)
    if (isApostrophe(this.#unit(j))) {
      const r = this.#letters(j + 1)
      if (r === j + 2 && j - a > 2 && this.text[j - 1] !== '0') return this.#word(a, j)
      if (this.#lower(j + 1, r) === 's' && !this.#alnumAt(r)) return this.#put(a, r, 'number')
      if (this.#class(j + 1) === DIGIT) {
        this.#put(a, j, 'number')
        return this.#put(j, j + 1, 'symbol')
      }
    }
    return this.#put(a, j, 'number')
  }

  #groups(a: number, first: number): number {
    let j = first
    while (this.#class(j + 1) === DIGIT) {
      const c = this.#unit(j)
      const r = this.#digits(j + 1)
      if (c === '-') return this.#hyphened(a, first, j)
      if (!(c === ',' ? r - j === 4 : among(c, '.:/'))) break
      j = r
    }
    return j
  }

  #hyphened(a: number, first: number, j: number): number {
    const parts = [this.text.slice(a, j)]
    let p = j
    while (parts.length < 8 && this.#unit(p) === '-' && this.#class(p + 1) === DIGIT) {
      const r = this.#digits(p + 1)
      parts.push(this.text.slice(p + 1, r))
      p = r
    }
    if (among(this.#unit(p), ':.,') && this.#class(p + 1) === DIGIT) return j
    const [left = '', right = ''] = parts
    if (first !== j) {
      return first - a === 3 && j - first === 4 && parts.length === 2 && right.length === 4 ? p : j
    }
    if (parts.length > 2) return parts.length === 8 || parts.every((part) => part.length === 1) ? j : p
    if (right.length === 4 && [1, 3, 5].includes(left.length)) return p
    return left.length === 3 && right.length === 3 && left > right ? p : j
  }

  #withLetters(a: number, j: number): number {
    const r = this.#letters(j)
    const letters = this.text.slice(j, r)
    const bits = this.#lookup(j, r)
    if (this.#class(r) === DIGIT) {
      if (letters !== 'x') return this.#word(a, j)
      this.#put(a, j, 'number')
      return this.#put(j, r, 'symbol')
    }
    if (bits & ORDINAL) {
      const possessive = isApostrophe(this.#unit(r)) && this.#lookup(r + 1, this.#letters(r + 1)) & CLITIC
      return possessive ? this.#word(a, j) : this.#put(a, r, 'number')
    }
    const half = /^[ap]$/i.test(letters) && this.#lower(r, r + 2) === '.m'
    if (half || (bits & UNIT && letters !== 'G')) return this.#put(a, j, 'number')
    return this.#word(a, j)
  }

  // Marks.

  #mark(p: number): number {
    const c = this.#unit(p)
    const next = this.#class(p + 1)
    if (next !== SPACE && ':;=(<>^-.\\_'.includes(c) && (next > DIGIT || ':;=<'.includes(c))) {
      const end = this.#emoticon(p)
      if (end !== undefined) return end
    }
    if (c === '.') return this.#dots(p)
    if (c === '!' || c === '?') return this.#exclamation(p, p)
    if (isApostrophe(c)) return this.#quote(p, c)
    if (c === '#' || c === '@') return this.#tag(p, c)
    if (c === '&') return this.#entity(p)
    if (c === '+' && next === DIGIT && !this.#afterAlnum(p)) {
      const end = this.#digits(p + 1)
      if (end - p <= 4) return this.#put(p, end, 'number')
    }
    const kind = this.#class(p) === SYMBOL ? 'symbol' : 'punctuation'
    if (!'-,$=*_~+<>^|\\\u2013\u2014\u2026'.includes(c)) return this.#marked(p, p + this.#width(p), kind)
    let end = this.#runOf(p, c)
    const behind = this.#unit(end)
    if (c === '-' || c === '=') {
      end = this.#runOf(end, '-=')
      return this.#put(p, this.#unit(end) === '>' ? end + 1 : this.#marks(end), kind)
    }
    if (end === p + 1 && ['<=', '<-', '>='].includes(c + behind)) return this.#put(p, end + 1, kind)
    if (c === '*' && behind === '~') end = this.#runOf(end, '*~')
    if (c === '\u2026') end = this.#runOf(end, '\u2026.')
    return this.#put(p, this.#marks(end), kind)
  }

  #marked(p: number, end: number, kind: string): number {
    return this.#put(p, this.#marks(end), among(this.#unit(end), '\ufe0f\u20e3') ? 'emoji' : kind)
  }

  #dots(p: number): number {
    const end = this.#runOf(p, '.')
    if (end === p + 1) {
      const next = this.#class(end)
      if (next === DIGIT && !this.#afterAlnum(p)) return this.#put(p, this.#digits(end), 'number')
      if (next <= UPPER && p === this.from) {
        const r = this.#alnum(end)
        if (this.#lookup(end, r) & TOP_LEVEL) return this.#put(p, r, 'word')
      }
      if (among(this.#unit(end), '!?')) return this.#exclamation(p, end)
    }
    return this.#put(p, this.#runOf(end, '.\u2026'), 'punctuation')
  }

  #exclamation(p: number, from: number): number {
    let q = this.#runOf(from, '!?')
    if (this.#unit(q) === '.' && this.#unit(q + 1) !== '.') q++
    return this.#put(p, this.#marks(q), 'punctuation')
  }

  #quote(p: number, c: string): number {
    const next = this.#unit(p + 1)
    if (isApostrophe(next) && (next === c || c === '\u2018')) return this.#put(p, p + 2, 'punctuation')
    const r = this.#letters(p + 1)
    if (r > p + 1 && !isApostrophe(this.#unit(r)) && this.#class(r) !== DIGIT) {
      const bits = this.#lookup(p + 1, r)
      if (bits & ELISION) return this.#put(p, r, 'word')
      if (bits & CLITIC && p === this.from) return this.#put(p, r, 'clitic')
    }
    if (this.#class(p + 1) === DIGIT) {
      const q = this.#digits(p + 1)
      const end = this.#unit(q) === 's' ? q + 1 : q
      if (q === p + 3 && !this.#alnumAt(end)) return this.#put(p, end, 'number')
    }
    this.quote = !this.#afterAlnum(p) && this.#alnumAt(p + 1) ? 30 : 0
    return this.#marked(p, p + 1, 'punctuation')
  }

  #tag(p: number, c: string): number {
    const named = this.#class(p + 1) === LETTER || this.#class(p + 1) === UPPER
    if (c === '@') {
      if (named || this.#unit(p + 1) === '_') return this.#put(p, this.#nameEnd(p + 1, '_.'), 'mention')
      return this.#marked(p, p + 1, 'punctuation')
    }
    if (named) return this.#put(p, this.#nameEnd(p + 1, '_'), 'hashtag')
    const end = this.#runOf(p, c)
    return end === p + 1 ? this.#marked(p, end, 'symbol') : this.#put(p, this.#marks(end), 'symbol')
  }

  #entity(p: number): number {
    const entity = /^&#?[0-9A-Za-z]+;/.exec(this.text.slice(p, Math.min(this.stop, p + 11)))
    if (entity !== null) return this.#put(p, p + entity[0].length, 'symbol')
    return this.#marked(p, p + 1, 'punctuation')
  }

  #emoticon(p: number): number | undefined {
    for (let end = Math.min(p + 4, this.stop); end > p + 1; end--) {
      if (this.#lookup(p, end) & EMOTICON && this.#standsFree(p, end)) return this.#put(p, end, 'emoticon')
    }
    return undefined
  }

  #standsFree(p: number, end: number): boolean {
    const first = this.text[p]!
    const last = this.text[end - 1]!
    const next = this.#class(end)
    if (last === '(') return next > DIGIT
    if (last === '/') return this.#unit(end) !== '/' && next > DIGIT
    if (last === '3') return next > DIGIT && (first === '<' || (p === this.from && next === SPACE))
    if (this.#class(end - 1) <= DIGIT) return next > DIGIT && !this.#afterAlnum(p)
    if (last === ')' && first !== '(') return true
    if (last === ':' || last === ';' || this.#class(end - 1) === SYMBOL) return next === SPACE
    return next === SPACE && !this.#afterAlnum(p)
  }

  #emoji(p: number, k: number): number {
    let end = p + this.#width(p)
    if (k === REGIONAL && this.#class(end) === REGIONAL) end += 2
    while (this.#class(end) === MARK) {
      const joiner = this.#unit(end) === '\u200d'
      end += this.#width(end)
      if (joiner && this.#class(end) === EMOJI) end += this.#width(end)
    }
    return this.#put(p, end, 'emoji')
  }

  #keycap(p: number): number | undefined {
    const q = this.#unit(p + 1) === '\ufe0f' ? p + 2 : p + 1
    return this.#unit(q) === '\u20e3' ? this.#put(p, this.#marks(q + 1), 'emoji') : undefined
  }
}
