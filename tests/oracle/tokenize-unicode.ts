/**
 * The Unicode tokenizer as plain string work: the twin of src/core/assembly/tokenize-unicode.ts. Runs of what is
 * not white space are cut into addresses and the UAX #29 segments between them; rules then join segments
 * (hyphens, abbreviations, marks in a row) and split them (elisions, endings).
 */
import { wordBoundaries } from '../../src/text/boundaries.js'
import type { TokenKind } from '../../src/text/token-kind.js'
import { isWhitespace, unicodeFacts } from '../../src/text/unicode.js'
import type { Habit, LanguageRules } from '../../src/tokenize/lang/rules.js'

type Token = [start: number, end: number, kind: TokenKind]

interface Segment {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: TokenKind
}

const PREFIXES = ['http://', 'https://', 'ftp://', 'www.']
const HYPHENS = ['-', '\u2010', '\u2011']
const APOSTROPHES = ["'", '’']
const HAN = /^[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]$/u
// Longer stretches are in no list; the limit keeps the work linear.
const LONGEST = 48
// A run of more units is cut, so that memory stays flat on any input.
const LONGEST_RUN = 32_768
const RUNS = [..."-*=_`+^#'—–"]

/** Lower case and decomposed, for the scripts below U+0600; what lists of words are compared by. */
function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const unit = text[i]!
    if (unit === '’') folded += "'"
    else if (unit >= '\u0600') folded += unit
    else {
      const parts = unit.normalize('NFD')
      folded += parts[0]!.toLowerCase()[0]! + (parts[1] ?? '')
    }
  }
  return folded
}

/** The kind of one UAX #29 segment. */
function kindOf(text: string): TokenKind {
  const points = [...text].map((c) => c.codePointAt(0)!)
  const facts = points.map(unicodeFacts)
  const first = facts[0]!
  if (first.graphemeBreak === 'Regional_Indicator' && points.length > 1) return 'emoji'
  if (points.includes(0x20e3)) return 'emoji'
  if (facts.some((f) => f.category.startsWith('L'))) return 'word'
  if (facts.some((f) => f.category.startsWith('N'))) return 'number'
  if (facts.some((f, i) => f.pictographic && (f.wide || points[i + 1] === 0xfe0f))) return 'emoji'
  if (first.category.startsWith('P')) return 'punctuation'
  if (first.category.startsWith('S')) return 'symbol'
  return 'other'
}

export function oracleTokenize(text: string, rules: LanguageRules = {}): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    if (isWhitespace(text.charCodeAt(at))) {
      at++
      continue
    }
    let end = at
    while (end < text.length && end - at < LONGEST_RUN && !isWhitespace(text.charCodeAt(end))) end++
    if (end - at === LONGEST_RUN) end = cutFrom(text, end)
    for (const token of tokensOfChunk(text, at, end, rules)) {
      const last = tokens.at(-1)
      if (last && rules.habits?.includes('digitGroups') && continuesNumber(text, last, token))
        last[1] = token[1]
      else tokens.push(token)
    }
    at = end
  }
  return tokens
}

/** Where a run is cut that is too long: at `end`, or behind what belongs to the character before it. */
function cutFrom(text: string, end: number): number {
  let at = end
  if (/^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))) at++
  while (at < text.length && at < end + LONGEST) {
    const point = text.codePointAt(at)!
    const { category, wordBreak } = unicodeFacts(point)
    if (!category.startsWith('M') && wordBreak !== 'Extend' && wordBreak !== 'ZWJ') break
    at += point > 0xffff ? 2 : 1
  }
  return at
}

function continuesNumber(text: string, last: Token, token: Token): boolean {
  return (
    last[2] === 'number' &&
    token[2] === 'number' &&
    token[0] === last[1] + 1 &&
    last[1] - last[0] <= LONGEST &&
    /[ \u00a0\u2009\u202f]/.test(text[last[1]]!) &&
    /^[0-9]{1,3}([ \u00a0\u2009\u202f][0-9]{3})*$/.test(text.slice(last[0], last[1])) &&
    /^[0-9]{3}(,[0-9]+)?$/.test(text.slice(token[0], token[1]))
  )
}

function tokensOfChunk(text: string, from: number, to: number, rules: LanguageRules): Token[] {
  const tokens: Token[] = []
  let rest = from
  for (const address of addresses(text, from, to)) {
    tokens.push(...tokensOfPiece(text, rest, address[0], rules), address)
    rest = address[1]
  }
  tokens.push(...tokensOfPiece(text, rest, to, rules))
  return tokens
}

const isAlphanumeric = (text: string, at: number, low: number) => {
  if (at < low) return false
  const pair = at > low && /[\udc00-\udfff]/.test(text[at]!) && /[\ud800-\udbff]/.test(text[at - 1]!)
  return /^[LMN]/.test(unicodeFacts(text.codePointAt(pair ? at - 1 : at)!).category)
}

/** Letters, marks, numbers and joiners: nothing that ends before them ends a word. */
function continuesWord(point: number): boolean {
  const { category, wordBreak } = unicodeFacts(point)
  return /^[LMN]/.test(category) || wordBreak === 'Extend' || wordBreak === 'ZWJ'
}

/** URLs and e-mail addresses between `from` and `to`, which hold no white space. */
function addresses(text: string, from: number, to: number): Token[] {
  const found: Token[] = []
  let noMailBefore = from
  for (let at = from; at < to; ) {
    const end = isAlphanumeric(text, at - 1, from) ? 0 : addressEnd(text, at, to)
    if (end > 0) {
      found.push([at, end, 'url'])
      at = end
      noMailBefore = Math.max(noMailBefore, end)
      continue
    }
    if (at >= noMailBefore && !isAlphanumeric(text, at - 1, from) && /[A-Za-z0-9]/.test(text[at]!)) {
      let stop = at
      while (stop < to && /[A-Za-z0-9._%+-]/.test(text[stop]!)) stop++
      noMailBefore = stop
      const mail = text[stop] === '@' && stop < to ? domainEnd(text, stop + 1, to) : 0
      const site =
        text[stop] === '/' && stop + 1 < to && /^[A-Za-z0-9.-]*\.[a-z]{2,6}$/.test(text.slice(at, stop))
      if (mail > 0 || site) {
        const close = mail > 0 ? mail : urlEnd(text, at, stop + 1, to)
        found.push([at, close, mail > 0 ? 'email' : 'url'])
        at = close
        noMailBefore = Math.max(noMailBefore, close)
        continue
      }
    }
    at++
  }
  return found
}

function addressEnd(text: string, at: number, to: number): number {
  const head = text.slice(at, Math.min(at + 8, to)).replace(/[A-Z]/g, (c) => c.toLowerCase())
  const prefix = PREFIXES.find((p) => head.startsWith(p))
  if (!prefix) return 0
  const body = at + prefix.length
  const end = urlEnd(text, at, body, to)
  return end > body ? end : 0
}

/** Where a URL ends that certainly goes to `body`. */
function urlEnd(text: string, from: number, body: number, to: number): number {
  let end = body
  let open = 0
  for (let at = from; at < body; at++) if (text[at] === '(') open++
  while (end < to) {
    if (text[end] === '(') open++
    if (text[end] === ')' && open-- === 0) break
    const point = text.codePointAt(end)!
    const inUrl = point > 0x20 && point < 0x7f && !'<>"`{}|\\^'.includes(text[end]!)
    if (!inUrl && !continuesWord(point)) break
    end += point > 0xffff ? 2 : 1
  }
  while (end > body && /[.,;:!?'*_]/.test(text[end - 1]!)) end--
  return end
}

function domainEnd(text: string, from: number, to: number): number {
  let end = from
  while (end < to && /[A-Za-z0-9.-]/.test(text[end]!)) end++
  while (end > from && /[.-]/.test(text[end - 1]!)) end--
  if (end < to && continuesWord(text.codePointAt(end)!)) return 0
  const domain = text.slice(from, end)
  return domain.includes('.') && /^[A-Za-z0-9]/.test(domain) ? end : 0
}

function tokensOfPiece(text: string, from: number, to: number, rules: LanguageRules): Token[] {
  const boundaries = wordBoundaries(text.slice(from, to))
  const segments: Segment[] = []
  for (let i = 1; i < boundaries.length; i++) {
    const [start, end] = [from + boundaries[i - 1]!, from + boundaries[i]!]
    const slice = text.slice(start, end)
    segments.push({ start, end, text: slice, kind: kindOf(slice) })
  }
  const tokens: Token[] = []
  for (let i = 0; i < segments.length; ) i = takeToken(segments, i, rules, text, tokens)
  return tokens
}

const isWordlike = (segment: Segment | undefined) => segment?.kind === 'word' || segment?.kind === 'number'

/** Adds the tokens that begin at segment `i` and gives the first segment behind them. */
function takeToken(
  segments: Segment[],
  i: number,
  rules: LanguageRules,
  text: string,
  tokens: Token[],
): number {
  const segment = segments[i]!
  const habit = (name: Habit) => rules.habits?.includes(name) ?? false
  const take = (to: number, kind: TokenKind) => {
    tokens.push([segment.start, segments[to - 1]!.end, kind])
    return to
  }
  const mark = segment.text
  const next = segments[i + 1]
  const afterWord = i > 0 && isWordlike(segments[i - 1]) && !/^(mention|hashtag)$/.test(tokens.at(-1)![2])
  if (!isWordlike(segment)) {
    if ((mark === '@' || mark === '#') && next?.kind === 'word' && !afterWord) {
      let j = i + 2
      while (segments[j]?.text === '-' && isWordlike(segments[j + 1])) j += 2
      return take(j, mark === '@' ? 'mention' : 'hashtag')
    }
    if (mark === '+' && next?.text === '/' && segments[i + 2]?.text === '-') return take(i + 3, 'symbol')
    const smile = emoticonEnd(segments, i)
    if (smile > 0) return take(smile, 'emoticon')
    if (habit('decades') && APOSTROPHES.includes(mark) && /^[0-9][0-9]$/.test(next?.text ?? '') && !afterWord)
      return take(i + 2, 'number')
    if (mark === '°' && /^[CF]$/.test(next?.text ?? '')) return take(i + 2, 'symbol')
    if (i === 0 && /^[-+−]$/.test(mark) && next?.kind === 'number')
      return takeWord(segments, i, chainEnd(segments, i + 1, habit), rules, text, tokens)
    let j = i + 1
    if (mark === '.') while (segments[j]?.text === '.') j++
    else if (/^[!?…]$/.test(mark)) {
      while (/^[!?…]$/.test(segments[j]?.text ?? '')) j++
      if (habit('ellipses') && segments[j]?.text === '.' && segments[j + 1]?.text === '.')
        while (segments[j]?.text === '.') j++
    } else if (habit('emojis') && segment.kind === 'emoji') while (segments[j]?.kind === 'emoji') j++
    else if (
      RUNS.includes(mark) ||
      (mark === '~' && !habit('tildes')) ||
      (habit('brackets') && /^[()]$/.test(mark))
    )
      while (segments[j]?.text === mark) j++
    return take(j, segment.kind)
  }
  if (next?.text === '$' && /^[A-Z]{1,3}$/.test(mark)) return take(i + 2, 'symbol')
  return takeWord(segments, i, chainEnd(segments, i, habit), rules, text, tokens)
}

/** The first segment behind the words, numbers and joiners that go together from segment `i` on. */
function chainEnd(segments: Segment[], i: number, habit: (name: Habit) => boolean): number {
  let j = i + 1
  const han = (k: number) => HAN.test(segments[k]?.text ?? '')
  if (habit('ideographs') && han(i)) while (han(j)) j++
  for (;;) {
    if (isWordlike(segments[j + 1]) && joinsWords(segments, j, habit)) j += 2
    else if (/^\p{No}$/u.test(segments[j]?.text ?? '')) j++
    else if (habit('optionalEndings') && segments[j - 1]!.kind === 'word' && isOptionalEnding(segments, j))
      j += 3
    else break
  }
  const degree = segments[j]?.text === '°' && segments[j + 1]?.kind !== 'word'
  return degree && (segments[j - 1]!.kind === 'number' || /^[nN]$/.test(segments[j - 1]!.text)) ? j + 1 : j
}

function isOptionalEnding(segments: Segment[], j: number): boolean {
  const [open, ending, close] = segments.slice(j, j + 3)
  return open?.text === '(' && /^[\p{L}\p{M}]{1,4}$/u.test(ending?.text ?? '') && close?.text === ')'
}

/** Whether segment `j` joins the words on both sides of it. */
function joinsWords(segments: Segment[], j: number, habit: (name: Habit) => boolean): boolean {
  const mark = segments[j]!.text
  const [left, right] = [segments[j - 1]!, segments[j + 1]!]
  const words = left.kind === 'word' && right.kind === 'word'
  const numbers = left.kind === 'number' && right.kind === 'number'
  if (HYPHENS.includes(mark)) {
    if (words && habit('splitHyphens')) return endsInLoneLetter(left.text)
    return !(numbers && habit('splitRanges'))
  }
  if (mark === '/')
    return habit('slashes') && (numbers || (/^\p{Lu}/u.test(left.text) && /^[\p{Lu}\p{N}]/u.test(right.text)))
  if (mark === ':') return numbers
  if (mark === '&') return words
  if (APOSTROPHES.includes(mark)) return left.kind === 'number' && right.kind === 'word'
  return mark === '~' && habit('tildes')
}

const endsInLoneLetter = (text: string) => /(^|['’.])\p{L}\p{M}*$/u.test(text)

/** A chain of words and joiners [i, j): what it keeps behind it, and where it is split. */
function takeWord(
  segments: Segment[],
  i: number,
  j: number,
  rules: LanguageRules,
  text: string,
  tokens: Token[],
): number {
  let from = segments[i]!.start
  let to = segments[j - 1]!.end
  let next = j
  const has = (list: readonly string[] | undefined, start: number, end: number) =>
    end - start <= LONGEST && (list?.some((word) => fold(word) === fold(text.slice(start, end))) ?? false)
  const habit = (name: Habit) => rules.habits?.includes(name) ?? false
  const isLone = (letter: RegExp, start: number, end: number) =>
    end - start <= LONGEST && letter.test(text.slice(start, end))
  const isShort = (start: number, end: number) =>
    has(rules.abbreviations, start, end) || isLone(/^\p{Lu}\p{M}*$/u, start, end)
  if (j === i + 1 && rules.units) {
    const parts = /^([0-9][0-9.,]*)(\p{L}+)([0-9]*)$/u.exec(text.slice(from, to))
    if (parts && parts[2]!.length <= 8 && rules.units.some((unit) => fold(unit) === fold(parts[2]!))) {
      const [a, b] = [from + parts[1]!.length, from + parts[1]!.length + parts[2]!.length]
      tokens.push([from, a, 'number'], [a, b, 'word'])
      if (b < to) tokens.push([b, to, 'number'])
      return next
    }
  }
  // Elided words and abbreviations come off the front, one by one.
  for (let at = from; at + 1 < to; at++) {
    const apostrophe = APOSTROPHES.includes(text[at]!)
    const { category, wordBreak } = unicodeFacts(text.codePointAt(at + 1)!)
    if (category.startsWith('M') || wordBreak === 'Extend' || wordBreak === 'ZWJ') continue
    if ((apostrophe || text[at] === '\u318d') && habit('quotes')) {
      if (at > from) tokens.push([from, at, kindOf(text.slice(from, at))])
      tokens.push([at, at + 1, 'punctuation'])
      from = at + 1
    } else if (
      (apostrophe && has(rules.elisions, from, at) && !has(rules.whole, from, to)) ||
      (text[at] === '.' &&
        habit('splitInitials') &&
        (isShort(from, at) || isLone(/^\p{L}\p{M}*$/u, from, at)))
    ) {
      tokens.push([from, at + 1, 'word'])
      from = at + 1
    }
  }
  const follower = segments[j]?.text ?? ''
  if (APOSTROPHES.includes(follower) && has(rules.elisions, from, to)) {
    to++
    next++
  } else if (
    follower === '.' &&
    segments[j + 1]?.text !== '.' &&
    (isShort(from, to) || isDotted(text.slice(from, to)))
  ) {
    to++
    next++
    while (
      HYPHENS.includes(segments[next]?.text ?? '') &&
      /^\p{Lu}\p{M}*$/u.test(segments[next + 1]?.text ?? '') &&
      segments[next + 2]?.text === '.'
    ) {
      to = segments[next + 2]!.end
      next += 3
    }
  }
  // Endings come off the back, two at most.
  const endings: Token[] = []
  for (let n = 0; n < 2 && rules.enclitics && !has(rules.whole, from, to); n++) {
    let cut = 0
    for (let at = to - 1; at > from && to - at <= 12; at--) {
      if (HYPHENS.includes(text[at]!) && has(rules.enclitics, at, to)) cut = at
    }
    if (cut === 0) break
    endings.unshift([cut, to, 'word'])
    to = cut
  }
  tokens.push([from, to, kindOf(text.slice(from, to))], ...endings)
  return next
}

/** Letters with periods between them: `U.S`. */
function isDotted(text: string): boolean {
  return /^\p{L}\p{M}*(\.\p{L}\p{M}*)+$/u.test(text)
}

/** Where an emoticon ends that begins with segment `i`; 0 where none does. */
function emoticonEnd(segments: Segment[], i: number): number {
  if (!/^[:;=]$/.test(segments[i]!.text)) return 0
  let j = i + 1
  if (/^['^-]$/.test(segments[j]?.text ?? '')) j++
  const mouth = segments[j]?.text ?? ''
  if (/^[()[\]|*]$/.test(mouth)) {
    while (segments[j]?.text === mouth) j++
  } else if (/^[DPpOo3/\\]$/.test(mouth) && i === 0) j++
  else return 0
  const behind = segments[j]
  if (behind && !/^[.,!?…]$/.test(behind.text) && behind.kind !== 'emoji') return 0
  if (i > 0 && segments[i - 1]!.kind === 'number') return 0
  return j
}
