/**
 * The kernels of the trained tokenizer in plain TypeScript: src/core/assembly/cut-classes.ts, cut-features.ts and cuts.ts
 * over whole texts, with regular expressions and slices where the kernels have tables, windows and pointers.
 */
import { unicodeFacts } from '../../src/text/unicode.js'

/** Tokens of rules: offsets and kinds. */
export interface RuleTokens {
  readonly start: ArrayLike<number>
  readonly end: ArrayLike<number>
  readonly kind: ArrayLike<number>
}

/** One place at which a token may end. */
export interface Place {
  /** Last unit before it and first unit behind it. */
  readonly left: number
  readonly right: number
  /** Whether the rules end a token there. */
  readonly rule: boolean
  readonly combination: number
  /** Whether a line break lies in the gap: then a token ends, whatever the model says. */
  readonly line: boolean
  readonly features: readonly number[]
}

const ASCII = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
const OWN: Readonly<Record<string, number>> = {
  '’': 26,
  '‘': 27,
  '…': 28,
  '–': 29,
  '—': 30,
  '\u200d': 10,
}
const BY_CATEGORY: Readonly<Record<string, number>> = {
  ...{ Lu: 2, Lt: 2, Ll: 3, Mn: 10, Mc: 10, Me: 10, Nd: 11, Nl: 12, No: 12 },
  ...{ Pd: 13, Ps: 14, Pe: 15, Pi: 16, Pf: 17, Po: 18, Pc: 19, Sm: 20, Sc: 21, Sk: 22, So: 23 },
}
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]$/u, 9],
  [/^[\u3040-\u309f]$/u, 6],
  [/^[\u30a0-\u30ff]$/u, 7],
  [/^[\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{31fff}]$/u, 5],
  [/^[\uac00-\ud7af]$/u, 8],
]

function classOf(character: string): number {
  const mark = ASCII.indexOf(character)
  if (mark >= 0) return 32 + mark
  if (/^[0-9]$/.test(character)) return 11
  const { category, whiteSpace, pictographic } = unicodeFacts(character.codePointAt(0)!)
  if (whiteSpace) return 0
  if (pictographic) return 24
  if (OWN[character] !== undefined) return OWN[character]
  if (category === 'Lm' || category === 'Lo') {
    return LETTERS.find(([pattern]) => pattern.test(character))?.[1] ?? 4
  }
  return BY_CATEGORY[category] ?? 25
}

/** The class of every unit of a text. */
export function classesOf(text: string): number[] {
  return [...text].flatMap((character) =>
    character.length === 2 ? [classOf(character), 1] : [classOf(character)],
  )
}

const lower = (text: string) =>
  text
    .replace(/[A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9\u0410-\u042f]/g, (u) =>
      String.fromCharCode(u.charCodeAt(0) + 32),
    )
    .replace(/[0-9]/g, '0')

const bucket = (n: number) => (n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : 7)

function fnv(numbers: readonly number[], from: number): number {
  return numbers.reduce((hash, number) => Math.imul(hash ^ number, 16777619), from) >>> 0
}

const unitsOf = (text: string) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
const hashBack = (text: string) => fnv(unitsOf(lower(text)).reverse().slice(0, 24), 0x811c9dc5)
const hashOn = (text: string) => fnv(unitsOf(lower(text)).slice(0, 24), 0x811c9dc5)

/** Classes up to white space, second halves left out, those in a row once. */
function shape(classes: readonly number[]): number {
  const some = classes.slice(0, 24)
  const stop = some.indexOf(0)
  const seen = (stop < 0 ? some : some.slice(0, stop)).filter((one) => one !== 1)
  return fnv(
    seen.filter((one, i) => one !== seen[i - 1]),
    7,
  )
}

function mixed(id: number, values: readonly number[]): number {
  let hash = Math.imul(id, 0x7feb352d)
  for (const value of values) {
    hash = Math.imul(hash ^ value, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  return (hash ^ (hash >>> 16)) >>> 0
}

/** All places of a text whose tokens by rules are given. */
export function placesOf(text: string, { start, end, kind }: RuleTokens): Place[] {
  const classes = classesOf(text)
  const small = lower(text)
  const unit = (i: number) => (i < 0 || i >= text.length ? 1 : small.charCodeAt(i))
  const klass = (i: number) => classes[i] ?? 0
  const token = (t: number) => text.slice(start[t]!, end[t]!)
  const places: Place[] = []
  const add = (t: number, left: number, right: number, rule: boolean) => {
    if (classes[right] === 1) return
    const gap = text.slice(left + 1, right)
    const line = /[\n\v\f\r\u0085\u2028\u2029]/.test(gap)
    const width = gap === '' ? 0 : line ? 3 : gap === ' ' ? 1 : 2
    const x = rule ? t - 1 : t
    const special = kind[t]! >= 5 || kind[x]! >= 5
    const said = (special ? 8 : 0) + (rule ? 4 : 0) + width
    const leftClass = classes[left] === 1 ? classes[left - 1]! : classes[left]!
    const combination = (said * 64 + leftClass) * 64 + classes[right]!
    const xText = text.slice(start[x]!, left + 1)
    const yText = text.slice(right, end[t]!)
    const back = (from: number, to: number) => classes.slice(from, to).reverse()
    const [l1, l2, l3] = [unit(left), unit(left - 1), unit(left - 2)]
    const [r1, r2, r3] = [unit(right), unit(right + 1), unit(right + 2)]
    const [c1, d1] = [klass(left), klass(right)]
    const lefts = (klass(left - 2) << 12) | (klass(left - 1) << 6) | c1
    const rights = (d1 << 12) | (klass(right + 1) << 6) | klass(right + 2)
    const [l21, r12, l1r1] = [(l2 << 16) | l1, (r1 << 16) | r2, (l1 << 16) | r1]
    const [hx, hy] = [hashBack(xText), hashOn(yText)]
    const xShape = shape(back(start[x]!, left + 1))
    const yShape = shape(classes.slice(right, end[t]!))
    const wholeLeft = shape(back(0, left + 1))
    const wholeRight = shape(classes.slice(right))
    const around = (klass(start[x]! - 1) << 6) | klass(end[t]!)
    const before = x > 0 ? hashBack(token(x - 1)) : 1
    const behind = t + 1 < start.length ? hashOn(token(t + 1)) : 1
    const behindClass = t + 1 < start.length ? klass(start[t + 1]!) : 0
    const kinds = kind[x]! * 16 + kind[t]!
    const values: readonly (readonly number[])[] = [
      [said],
      [said, l1r1],
      [said, l21, r1],
      [said, l1, r12],
      [said, l21, r12],
      [said * 64 + d1, l21, l3],
      [said * 64 + c1, r12, r3],
      [said, lefts, rights],
      [said, hx],
      [said, hy],
      [said, hx, hy],
      [said, hx, r1],
      [said, l1, hy],
      [said, xShape, yShape],
      [said, wholeLeft, wholeRight],
      [said, hx, before],
      [said, hy, behind],
      [said, before, l1r1],
      [said, behind, l1r1],
      [said, bucket(xText.length) * 8 + bucket(yText.length), c1 * 64 + d1],
      [said, hx, around],
      [said, kinds],
      [said, kinds, l1r1],
      [said, xShape, hy],
      [said, hx, yShape],
      [said, around, c1 * 64 + d1],
      [said, l21 ^ Math.imul(l3, 0x9e3779b1), r12 ^ Math.imul(r3, 0x9e3779b1)],
      [said, hx, behindClass * 64 + d1],
      [said, wholeLeft, hy],
      [said, hx, wholeRight],
    ]
    const features = values.map((list, id) => mixed(id, list))
    places.push({ left, right, rule, combination, line, features })
  }
  for (let t = 0; t < start.length; t++) {
    if (t > 0) add(t, end[t - 1]! - 1, start[t]!, true)
    let left = start[t]!
    for (let right = left + 1; right < end[t]!; right++) {
      if (classes[right] === 0) continue
      add(t, left, right, false)
      left = right
    }
  }
  return places
}

/** Starts and ends of the tokens by a model over the places. */
export function cutTokens(
  text: string,
  rules: RuleTokens,
  open: Uint8Array,
  weights: Int16Array,
  trust: number,
): [start: number, end: number][] {
  const tokens: [number, number][] = []
  let from = rules.start[0]
  if (from === undefined) return []
  for (const { left, right, rule, combination, line, features } of placesOf(text, rules)) {
    const score = features.reduce((sum, f) => sum + weights[f & (weights.length - 1)]!, 0)
    const cut = line || (open[combination] === 1 ? score > (rule ? -trust : trust) : rule)
    if (!cut) continue
    tokens.push([from, left + 1])
    from = right
  }
  tokens.push([from, rules.end[rules.end.length - 1]!])
  return tokens
}
