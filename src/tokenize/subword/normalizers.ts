/**
 * The normalizers of tokenizer.json: each takes an AlignedText and gives another, so that offsets lead back to
 * the caller's string through all of them. Plain text passes through without a copy.
 *
 * Unicode forms work on clusters (a character with the marks and jamo that may join it): what a cluster turns
 * into stands for the whole cluster. Clusters are cut after 4096 units, so that no text costs more than linear.
 *
 * @see UAX #15 (normalization forms); Devlin et al. 2019 (BERT's cleaning)
 */
import { type AlignedText, Rewriter } from './aligned-text.js'
import {
  isControl,
  isIdeograph,
  isMark,
  isNonspacingMark,
  isSpace,
  remembered,
  unitsOf,
} from './characters.js'
import { type JsonPart, patternOf, sequenceOf, unsupported } from './json-part.js'
import { readPrecompiled } from './precompiled.js'

/** Where a piece of text stands in the section that is normalized. */
export interface Place {
  readonly first: boolean
  readonly last: boolean
}

/** One step of normalization. */
export interface Normalizer {
  apply(source: AlignedText, place: Place): AlignedText
  /** Whether a text may be cut before a space and normalized in parts: always, only if nothing is removed, never. */
  readonly cut: 'always' | 'kept' | 'never'
  /** Whether characters may vanish. */
  readonly removes: boolean
  /** What spaces become, where all of them become one other character. */
  readonly space?: string
}

const LONGEST_CLUSTER = 4096
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const
// Below these, a text is in the form already.
const PLAIN = {
  NFC: /^[\0-\u02ff]*$/,
  NFD: /^[\0-\xbf]*$/,
  NFKC: /^[\0-\x9f]*$/,
  NFKD: /^[\0-\x9f]*$/,
}

/** The normalizers of a file, in order. */
export function readNormalizers(part: JsonPart): Normalizer[] {
  return sequenceOf(part, 'normalizers').map(readNormalizer)
}

function readNormalizer(part: JsonPart): Normalizer {
  const type = part.get('type').string()
  const form = FORMS.find((name) => name === type)
  if (form) {
    part.only('type')
    return step((source) => unicodeForm(source, form))
  }
  switch (type) {
    case 'Lowercase':
      part.only('type')
      return step(lowercase)
    case 'StripAccents':
      part.only('type')
      return {
        ...step((source) => characters(source, (point) => (isMark(point) ? '' : null))),
        removes: true,
      }
    case 'Precompiled':
      return readPrecompiled(part)
    case 'BertNormalizer':
      return bert(part)
    case 'Replace':
      return replace(part)
    case 'Prepend': {
      part.only('type', 'prepend')
      const prefix = part.get('prepend').string()
      return {
        apply: (source, { first }) => (first ? prepend(source, prefix) : source),
        cut: 'kept',
        removes: false,
      }
    }
    case 'Strip': {
      part.only('type', 'strip_left', 'strip_right')
      const [left, right] = [part.get('strip_left').boolean(true), part.get('strip_right').boolean(true)]
      return { apply: (source) => strip(source, left, right), cut: 'never', removes: true }
    }
    default:
      throw unsupported(part.path, `the normalizer ${type}`)
  }
}

function step(apply: (source: AlignedText) => AlignedText): Normalizer {
  return { apply, cut: 'always', removes: false }
}

// Whether a character may join what stands before it: marks, vowels and finals of Hangul, and what decomposes
// into one of them.
const continues = remembered((point) => {
  if (point < 0x300) return false
  const first = String.fromCodePoint(point).normalize('NFKD').codePointAt(0)!
  return isMark(first) || (first >= 0x1160 && first <= 0x11ff) || (first >= 0x16d63 && first <= 0x16d6a)
})

function unicodeForm(source: AlignedText, form: (typeof FORMS)[number]): AlignedText {
  const { text } = source
  if (PLAIN[form].test(text)) return source
  const out = new Rewriter(source)
  let kept = 0
  for (let i = 0; i < text.length; ) {
    let point = text.codePointAt(i)!
    const start = i
    i += unitsOf(point)
    while (i < text.length && i - start < LONGEST_CLUSTER) {
      const next = text.charCodeAt(i)
      if (next < 0x300) break
      const following = text.codePointAt(i)!
      if (!continues(following)) break
      point = -1
      i += unitsOf(following)
    }
    if (point >= 0 && point < 0x80) continue
    const cluster = text.slice(start, i)
    const normal = cluster.normalize(form)
    if (normal === cluster) continue
    if (start > kept) out.keep(kept, start)
    out.put(normal, start, i)
    kept = i
  }
  if (kept === 0) return source
  if (text.length > kept) out.keep(kept, text.length)
  return out.finish()
}

// Rewrites single characters: `turn` gives what stands in place of one, null for itself.
function characters(source: AlignedText, turn: (point: number) => string | null): AlignedText {
  const { text } = source
  const out = new Rewriter(source)
  let kept = 0
  for (let i = 0; i < text.length; ) {
    const point = text.codePointAt(i)!
    const next = i + unitsOf(point)
    const turned = turn(point)
    if (turned !== null) {
      if (i > kept) out.keep(kept, i)
      if (turned !== '') out.put(turned, i, next)
      kept = next
    }
    i = next
  }
  if (kept === 0) return source
  if (text.length > kept || kept > 0) out.keep(kept, text.length)
  return out.finish()
}

// Character by character, so that a final sigma is a sigma, as in the format's own implementation.
function lowercase(source: AlignedText): AlignedText {
  const { text } = source
  if (!/[Σİ]/.test(text)) {
    const lower = text.toLowerCase()
    if (lower.length === text.length) return lower === text ? source : { ...source, text: lower }
  }
  return characters(source, (point) => {
    const character = String.fromCodePoint(point)
    const lower = character.toLowerCase()
    return lower === character ? null : lower
  })
}

function bert(part: JsonPart): Normalizer {
  part.only('type', 'clean_text', 'handle_chinese_chars', 'strip_accents', 'lowercase')
  const clean = part.get('clean_text').boolean(true)
  const ideographs = part.get('handle_chinese_chars').boolean(true)
  const lower = part.get('lowercase').boolean(true)
  const accents = part.get('strip_accents').boolean(lower)
  const cleaned = (point: number): string | null => {
    if (point >= 0x20 && point < 0x7f) return null
    if (clean) {
      if (point === 0x09 || point === 0x0a || point === 0x0d) return ' '
      if (point === 0xfffd || isControl(point)) return ''
      if (isSpace(point)) return ' '
    }
    return ideographs && isIdeograph(point) ? ` ${String.fromCodePoint(point)} ` : null
  }
  return {
    apply(source) {
      let result = source
      if (clean || ideographs) result = characters(result, cleaned)
      if (accents) {
        result = unicodeForm(result, 'NFD')
        if (!PLAIN.NFC.test(result.text)) {
          result = characters(result, (point) => (isNonspacingMark(point) ? '' : null))
        }
      }
      return lower ? lowercase(result) : result
    },
    cut: 'always',
    removes: true,
  }
}

function replace(part: JsonPart): Normalizer {
  part.only('type', 'pattern', 'content')
  const { literal, regex } = patternOf(part.get('pattern'))
  const content = part.get('content').string()
  if (literal !== undefined) {
    if (literal === '') throw part.get('pattern').wrong('a pattern that is not empty')
    const apply = (source: AlignedText): AlignedText => {
      const out = new Rewriter(source)
      let kept = 0
      for (let at = source.text.indexOf(literal); at >= 0; at = source.text.indexOf(literal, kept)) {
        if (at > kept) out.keep(kept, at)
        if (content === '') out.put('', at, at + literal.length)
        else replaced(out, content, at, literal.length)
        kept = at + literal.length
      }
      if (kept === 0) return source
      out.keep(kept, source.text.length)
      return out.finish()
    }
    const cut = !literal.includes(' ') ? 'always' : literal === ' ' ? 'kept' : 'never'
    return {
      apply,
      cut,
      removes: content === '',
      ...(literal === ' ' && content.length === 1 && { space: content }),
    }
  }
  const least = { ' {2,}': 2, ' +': 1 }[regex ?? '']
  if (least === undefined && regex !== '\\s+') {
    throw unsupported(part.get('pattern').path, `the regular expression ${regex}`)
  }
  const inRun = regex === '\\s+' ? isSpace : (point: number) => point === 0x20
  const apply = (source: AlignedText): AlignedText => {
    const out = new Rewriter(source)
    const { text } = source
    let kept = 0
    for (let i = 0; i < text.length; ) {
      let to = i
      while (to < text.length && inRun(text.charCodeAt(to))) to++
      if (to - i >= (least ?? 1)) {
        if (i > kept) out.keep(kept, i)
        out.put(content, i, to)
        kept = to
      }
      i = to + 1
    }
    if (kept === 0) return source
    out.keep(kept, text.length)
    return out.finish()
  }
  return { apply, cut: 'never', removes: content === '' }
}

// Units of equal length stand for each other one by one.
function replaced(out: Rewriter, content: string, at: number, length: number): void {
  if (content.length !== length) out.put(content, at, at + length)
  else for (let i = 0; i < length; i++) out.put(content[i]!, at + i, at + i + 1)
}

function prepend(source: AlignedText, prefix: string): AlignedText {
  if (source.text === '') return source
  const out = new Rewriter(source)
  out.put(prefix, 0, 0)
  out.keep(0, source.text.length)
  return out.finish()
}

function strip(source: AlignedText, left: boolean, right: boolean): AlignedText {
  const { text } = source
  let start = 0
  let end = text.length
  while (left && start < end && isSpace(text.charCodeAt(start))) start++
  while (right && end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end - start === text.length) return source
  const out = new Rewriter(source)
  out.keep(start, end)
  return out.finish()
}
