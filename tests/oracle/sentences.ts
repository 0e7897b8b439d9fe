/**
 * The sentence kernels in plain TypeScript: src/core/assembly/sentences.ts and shape.ts over whole documents,
 * with lists and regular expressions where the kernels have chunks, codes and running state.
 */

const MARKS: readonly (readonly [RegExp, number])[] = [
  [/^\.$/, 32],
  [/^\.{2,3}$/, 33],
  [/^\.+$/, 34],
  [/^!$/, 35],
  [/^!+$/, 36],
  [/^\?$/, 37],
  [/^\?+$/, 38],
  [/^,+$/, 39],
  [/^;+$/, 40],
  [/^:+$/, 41],
  [/^-$/, 42],
  [/^-{2,3}$/, 43],
  [/^-+$/, 44],
  [/^(?:\(+|\[+|\{+)$/, 45],
  [/^(?:\)+|\]+|\}+)$/, 46],
  [/^(?:"+|'{2,})$/, 47],
  [/^['`]$/, 48],
  [/^\/+$/, 49],
  [/^[*=_~#+]$/, 50],
  [/^(?:\*+|=+|_+|~+|#+|\++)$/, 51],
  [/^<+$/, 52],
  [/^>+$/, 53],
  [/^(?:“|`{2,})$/, 54],
  [/^”$/, 55],
  [/^‘$/, 56],
  [/^’$/, 57],
  [/^–$/, 58],
  [/^—$/, 59],
  [/^…$/, 60],
  [/^[•⁃·]$/, 61],
  [/^\$+$/, 62],
]
const UPPER = /[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0400-\u042f]/
const OTHER_MARK = /[\0-/:-@[-`{-\u007f\u00a0-\u00bf\u2000-\u2bff\ud800-\uf8ff]/

const isUpperUnit = (unit: string) =>
  UPPER.test(unit) || (unit >= '\u0100' && unit <= '\u017f' && unit.charCodeAt(0) % 2 === 0)

/** The shape code of a token. */
export function shape(token: string): number {
  const head = token.slice(0, 40)
  for (const [pattern, code] of MARKS) if (pattern.test(head)) return code
  const units = head.split('')
  const kinds = units.map((u) =>
    /[0-9]/.test(u) ? '0' : isUpperUnit(u) ? 'A' : OTHER_MARK.test(u) && !/[a-z]/.test(u) ? u : 'a',
  )
  const has = (kind: string) => kinds.includes(kind)
  const uppers = kinds.filter((kind) => kind === 'A').length
  const dots = kinds.filter((kind) => kind === '.').length
  const others = kinds.some((kind) => !'0Aa'.includes(kind))
  if (!has('0') && uppers === 0 && !has('a')) {
    if (units.every((u) => u === units[0]) && units[0]! < '\x80') return 63
    return units.every((u) => '.!?'.includes(u)) ? 38 : 28
  }
  if (others && token.startsWith('http') && token.length > 7) return 26
  if (token.startsWith('www.') && token.length > 4) return 26
  if (has('@') && token.length > 3) return 27
  const dotted = token.endsWith('.')
  if (has('0')) {
    if (uppers > 0 || has('a')) return uppers > 0 && !has('a') ? 25 : 24
    if (!others) return { 1: 16, 2: 17, 4: 18 }[token.length] ?? 19
    return dotted ? 20 : has(':') ? 21 : has('/') ? 22 : 23
  }
  const capital = kinds[0] === 'A'
  if (others) {
    if (/^['’]/.test(token)) return 15
    if (dotted) {
      if (token.length === 2 && uppers === 1) return 8
      if (dots > 1) return uppers > 0 ? 9 : 10
      return capital ? 11 : 12
    }
    if ((has("'") || has('’')) && token.length <= 3) return 15
    if (dots > 0 || has('/')) return 28
    return capital ? 14 : 13
  }
  if (uppers > 0 && !has('a')) return token.length === 1 ? 4 : 5
  if (capital) return uppers === 1 ? 3 : 7
  if (uppers > 0) return 6
  return token.length === 1 ? 2 : 1
}

const finalClass = (code: number) =>
  code === 32
    ? 1
    : code === 33 || code === 34 || code === 60
      ? 2
      : code === 35 || code === 36
        ? 3
        : code === 37 || code === 38
          ? 4
          : 0
const isCloser = (code: number) => [46, 47, 48, 53, 55, 57].includes(code)
const isUpper = (code: number) => [3, 4, 5, 8, 11].includes(code)
const isSmall = (code: number) => [1, 2, 15].includes(code)
const bucket = (n: number) => (n < 6 ? n : n < 8 ? 6 : n < 12 ? 7 : n < 18 ? 8 : n < 30 ? 9 : 10)

function lower(token: string): string {
  return token
    .replace(/[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0410-\u042f]/g, (u) =>
      String.fromCharCode(u.charCodeAt(0) + 32),
    )
    .replace(/[0-9]/g, '0')
}

function hash(text: string, from: number): number {
  let h = from
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0
  return h
}

/** What follows a token: 0 nothing, 1 a space, 2 a line break, 3 a blank line. */
export function gap(between: string): number {
  if (between === '') return 0
  if (between.includes('\u2029')) return 3
  const lines = between.replaceAll('\r\n', '\n').replace(/[^\n\v\f\r\u0085\u2028]/g, '').length
  return Math.min(3, 1 + lines)
}

function mixed(id: number, ...values: readonly number[]): number {
  let h = Math.imul(id, 0x7feb352d)
  for (const value of values) {
    h = Math.imul(h ^ value, 0x85ebca6b)
    h ^= h >>> 15
  }
  return (h ^ (h >>> 16)) >>> 0
}

interface Fact {
  readonly hash: number
  readonly suffix: number
  readonly shape: number
  readonly length: number
  readonly start: number
  readonly end: number
  /** Gap after it. */
  readonly gap: number
}

const OUTSIDE: Fact = { hash: 1, suffix: 1, shape: 0, length: 0, start: 0, end: 0, gap: 3 }

const CASELESS =
  /^[\u0590-\u109f\u1100-\u139f\u1400-\u1c7f\u2d30-\u2ddf\u3005-\ua63f\ua800-\uab2f\uabc0-\ud7ff]/

/** The tokens of a text with their facts; the last gap is a break. */
export function facts(text: string, start: Uint32Array, end: Uint32Array, caseless = false): Fact[] {
  return Array.from(start, (from, i) => {
    const token = text.slice(from, end[i])
    const form = hash(lower(token.slice(0, 40)), 0x811c9dc5)
    const plain = shape(token)
    const own = caseless && (plain === 1 || plain === 2) && CASELESS.test(token)
    return {
      hash: form,
      suffix: own ? hash(token.slice(-1), 9) : token.length > 4 ? hash(lower(token.slice(-3)), 9) : form,
      shape: own ? 29 : plain,
      length: token.length,
      start: from,
      end: end[i]!,
      gap: i + 1 < start.length ? gap(text.slice(end[i], start[i + 1])) : 3,
    }
  })
}

/** Whether the next word would have stood on the line that ends after token i (0: no), and the line's length. */
function lineOf(paragraph: readonly Fact[], i: number): number {
  const starts = [0, ...paragraph.flatMap((fact, k) => (fact.gap === 2 && k < i ? [k + 1] : []))]
  const lengths = starts.map(
    (from, k) => paragraph[(starts[k + 1] ?? i + 1) - 1]!.end - paragraph[from]!.start,
  )
  const line = lengths.at(-1)!
  const future = paragraph.slice(i + 1, i + 26)
  const endOf = (found: number) => future[found < 0 ? future.length - 1 : found]!.end
  const begin = future[0]!.start
  const word = endOf(future.findIndex((fact) => fact.gap !== 0)) - begin
  const next = endOf(future.findIndex((fact) => fact.gap === 2)) - begin
  const room = Math.max(next, ...lengths) - line - 1 - word
  return (room < 0 ? 0 : room < 8 ? 1 : room < 20 ? 2 : 3) * 8 + Math.min(line >> 4, 7)
}

/**
 * Features of the gap after token i of a paragraph, in a sentence that began at `sentenceFrom`, or undefined
 * where the gate says no; `ends` are the decisions so far.
 */
export function features(
  paragraph: readonly Fact[],
  i: number,
  sentenceFrom: number,
  ends: readonly number[],
): readonly number[] | undefined {
  const at = (k: number) => paragraph[k] ?? OUTSIDE
  const [a2, a1, a, b, b1] = [at(i - 2), at(i - 1), at(i), at(i + 1), at(i + 2)]
  if (a.gap === 0 && !((finalClass(a.shape) !== 0 || isCloser(a.shape)) && isUpper(b.shape))) return undefined
  const marker = b.shape === 2 && b.gap === 0 && [32, 46].includes(b1.shape)
  if (a.gap === 1 && isSmall(a.shape) && isSmall(b.shape) && !marker) return undefined
  const sentence = paragraph.slice(sentenceFrom, i + 1)
  const future = paragraph.slice(i + 1, i + 26)

  let closers = 0
  while (closers < 3 && closers < sentence.length - 1 && isCloser(sentence.at(-1 - closers)!.shape)) closers++
  const mark = sentence.at(-1 - closers)!
  const final = finalClass(mark.shape) * 4 + closers
  let back = closers
  while (back < closers + 3 && back < sentence.length - 1 && finalClass(sentence.at(-1 - back)!.shape) !== 0)
    back++
  const w = sentence.at(-1 - back)!
  let skipped = 0
  while (skipped < future.length - 1 && skipped < 4 && future[skipped]!.shape >= 32) skipped++
  const v = future[skipped]!

  const stops = (some: readonly Fact[]) =>
    Math.min(2, some.filter((fact) => finalClass(fact.shape) !== 0).length)
  let quoted = 0
  let brackets = 0
  for (const { shape: code } of paragraph.slice(0, i + 1)) {
    if (code === 47) quoted = 1 - quoted
    else if (code === 54) quoted = 1
    else if (code === 55) quoted = 0
    else if (code === 45) brackets++
    else if (code === 46) brackets = Math.max(0, brackets - 1)
  }
  brackets = Math.min(2, brackets)
  const runOf = (some: readonly Fact[]) => {
    const stop = some.slice(0, 6).findIndex((fact) => !isUpper(fact.shape))
    return stop < 0 ? Math.min(6, some.length) : stop
  }
  const run = runOf([...sentence].reverse())
  const runRight = runOf(future)
  const first = sentence[0]!
  const second = (sentence[1] ?? b).shape
  const left = bucket(sentence.length)
  const right = bucket(future.length)
  const pair = a.shape * 64 + b.shape
  const stop = final * 64 + b.shape
  const stopsRight = stops(future)
  const broken = a.gap === 2
  const line = broken ? lineOf(paragraph, i) + 1 : 0
  const breaks = paragraph.slice(0, i).flatMap((fact, k) => (fact.gap === 2 ? [ends[k]!] : []))
  const some = (kind: number) => Math.min(3, breaks.filter((end) => end === kind).length)
  const habit = broken ? some(0) * 4 + some(1) + 1 : 0
  const list: readonly (readonly number[])[] = [
    [a.gap, stop],
    [final, w.shape * 64 + v.shape],
    [pair],
    [brackets, stop],
    [b1.shape, pair],
    [left * 16 + right, final],
    [a2.shape * 64 + a1.shape, pair],
    [0],
    [a.hash],
    [a1.hash],
    [b1.hash],
    [a2.hash],
    [a1.hash, a.hash],
    [b.hash, b1.hash],
    [a.hash, b.hash, b1.hash],
    [a1.shape, pair],
    [final, b.hash],
    [final, w.hash],
    [final * 8 + skipped, v.shape],
    [stop, bucket(w.length)],
    [a.suffix, b.suffix],
    [a.suffix, b.shape],
    [a.shape, b.suffix],
    [a.suffix, b.hash],
    [right, stop],
    [bucket(i + 1), stop],
    [quoted, final, b.hash],
    [first.hash, stop],
    [first.shape * 64 + second, b.shape * 64 + b1.shape, left],
    [run * 8 + runRight, final],
    [(run === sentence.length ? 8 : 0) + runRight, left],
    [left, a.hash],
    [right, b.hash],
    [left * 16 + right, b.shape],
    [a1.hash, b.hash],
    [a.hash, b1.hash],
    [w.hash, final, v.hash],
    [v.suffix, final, a.shape],
    [stops(sentence) * 4 + stopsRight, left, stop],
    [a.gap, a.gap === 2 ? left * 4 + stopsRight : 0],
    [a.shape, b.hash],
    [first.hash, b.hash, sentence.length > 1 ? 1 : 0],
    [line, broken ? stop : 0],
    [habit, broken ? stop : 0],
    [line, habit, broken ? final : 0],
  ]
  return list.map((values, id) => mixed(id, ...values))
}

/** 1 for every token that ends a sentence by a linear model over the features. */
export function sentenceEnds(
  text: string,
  start: Uint32Array,
  end: Uint32Array,
  weights: Int16Array,
  floor: number,
  caseless = false,
): number[] {
  const all = facts(text, start, end, caseless)
  const ends: number[] = []
  for (let from = 0; from < all.length; ) {
    let to = from
    while (all[to]!.gap !== 3) to++
    const paragraph = all.slice(from, to + 1)
    let sentenceFrom = 0
    for (let i = 0; i < paragraph.length; i++) {
      const made = ends.slice(from)
      const found = i + 1 < paragraph.length ? features(paragraph, i, sentenceFrom, made) : undefined
      const sum = (list: readonly number[]) =>
        list.reduce((so, f) => so + weights[f & (weights.length - 1)]!, 0)
      const asked = found !== undefined && sum(found.slice(0, 7)) >= floor
      const isEnd = i + 1 === paragraph.length || (asked && sum(found) > 0)
      ends.push(isEnd ? 1 : 0)
      if (isEnd) sentenceFrom = i + 1
    }
    from = to + 1
  }
  return ends
}
