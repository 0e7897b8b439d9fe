/**
 * Words of two annotations of one text laid side by side: flattening of Docs, and the word alignment of the
 * CoNLL 2018 shared task.
 *
 * Positions count UTF-16 units of the text without white space. A word of a multiword token has the span of the
 * whole token; such words are aligned by the longest common subsequence of their lower-cased forms, all others
 * by equal spans. Strings of both sides are interned in one table, so that they compare as numbers.
 *
 * @see Zeman et al. 2018, CoNLL 2018 Shared Task, section 5, https://doi.org/10.18653/v1/K18-2001
 */
import { WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { InternTable } from '../text/strings.js'
import { KIND_CODES } from '../text/token-kind.js'
import { UNIVERSAL_FEATURES } from './universal.js'

/** Parent of a word that is a root. */
export const ROOT = -1
/** Parent of a word that has no head. */
export const UNKNOWN = -2
/** Parent of a word whose head is aligned with nothing. */
export const UNALIGNED = -3

/** Product of the numbers of words in one stretch of multiword tokens up to which they are aligned. */
const LARGEST_ALIGNMENT = 2 ** 24

/** Starts and ends, in order. */
export interface Spans {
  readonly start: number[]
  readonly end: number[]
}

/** One annotation of a text, flattened. Numbers of strings are those of the table both sides share. */
export interface ConlluWords {
  /** The text without white space. */
  characters: string
  readonly tokens: Spans
  readonly sentences: Spans
  /** Span of each word's token. */
  readonly words: Spans
  /** Whether each word belongs to a multiword token. */
  readonly multiword: boolean[]
  readonly form: string[]
  /** Number of each word's head word, ROOT or UNKNOWN. */
  readonly parent: number[]
  readonly lemma: number[]
  readonly tag: number[]
  readonly xtag: number[]
  /** Universal features only, sorted. */
  readonly features: number[]
  /** Relation without its subtype. */
  readonly deprel: number[]
}

/** Flattens `docs`. @throws COLUMN_MISSING when a Doc has no sentences */
export function conlluWords(docs: Iterable<Doc>, table: InternTable): ConlluWords {
  const flat: ConlluWords = {
    characters: '',
    tokens: { start: [], end: [] },
    sentences: { start: [], end: [] },
    words: { start: [], end: [] },
    multiword: [],
    form: [],
    parent: [],
    lemma: [],
    tag: [],
    xtag: [],
    features: [],
    deprel: [],
  }
  const characters: string[] = []
  let position = 0
  for (const doc of docs) {
    const base = flat.form.length
    const sentence = doc.numbers('sentence')
    const kind = doc.has('kind') ? doc.numbers('kind') : undefined
    const head = doc.has('head') ? doc.numbers('head') : undefined
    const form = doc.has('form') ? doc.strings('form') : undefined
    numberColumn(doc, 'lemma', flat.lemma, table, (value) => value)
    numberColumn(doc, 'tag', flat.tag, table, (value) => value)
    numberColumn(doc, 'xtag', flat.xtag, table, (value) => value)
    numberColumn(doc, 'features', flat.features, table, universalFeatures)
    numberColumn(doc, 'deprel', flat.deprel, table, (value) => value.split(':', 1)[0]!)
    for (let i = 0; i < doc.length; ) {
      let end = i + 1
      while (
        end < doc.length &&
        kind?.[end] === KIND_CODES.clitic &&
        sentence[end] === sentence[i] &&
        !doc.spaceAfter(end - 1)
      ) {
        end++
      }
      const token = withoutSpaces(doc.text.slice(doc.start[i], doc.end[end - 1]))
      if (i === 0 || sentence[i] !== sentence[i - 1]) flat.sentences.start.push(position)
      flat.tokens.start.push(position)
      flat.tokens.end.push(position + token.length)
      for (let word = i; word < end; word++) {
        flat.words.start.push(position)
        flat.words.end.push(position + token.length)
        flat.multiword.push(end > i + 1)
        const parent = head?.[word] ?? UNKNOWN
        flat.parent.push(parent < 0 ? UNKNOWN : parent === word ? ROOT : base + parent)
        flat.form.push(withoutSpaces(form === undefined ? doc.word(word) : form.strings[form.ids[word]!]!))
      }
      characters.push(token)
      position += token.length
      if (end === doc.length || sentence[end] !== sentence[i]) flat.sentences.end.push(position)
      i = end
    }
  }
  flat.characters = characters.join('')
  return flat
}

/**
 * For each word of `system` the word of `gold` it is aligned with, or UNALIGNED.
 *
 * Linear, but for the words of overlapping multiword tokens.
 */
export function alignWords(gold: ConlluWords, system: ConlluWords): Int32Array {
  const aligned = new Int32Array(system.form.length).fill(UNALIGNED)
  let g = 0
  let s = 0
  while (g < gold.form.length && s < system.form.length) {
    if (gold.multiword[g] || system.multiword[s]) {
      const begin = stretchStart(gold, system, g, s)
      const end = stretchEnd(gold, system, begin)
      alignStretch(gold, system, begin, end, aligned)
      g = end.g
      s = end.s
    } else if (gold.words.start[g] === system.words.start[s] && gold.words.end[g] === system.words.end[s]) {
      aligned[s++] = g++
    } else if (gold.words.start[g]! <= system.words.start[s]!) g++
    else s++
  }
  return aligned
}

interface Place {
  readonly g: number
  readonly s: number
  /** Position at which the multiword tokens of the stretch end. */
  readonly reach: number
}

/** Where the stretch begins: a plain word that begins before the multiword token of the other side is passed. */
function stretchStart(gold: ConlluWords, system: ConlluWords, g: number, s: number): Place {
  if (gold.multiword[g]) {
    const passed = !system.multiword[s] && system.words.start[s]! < gold.words.start[g]!
    return { g, s: passed ? s + 1 : s, reach: gold.words.end[g]! }
  }
  const passed = gold.words.start[g]! < system.words.start[s]!
  return { g: passed ? g + 1 : g, s, reach: system.words.end[s]! }
}

/** Words after the stretch: it grows while a multiword token of either side reaches further. */
function stretchEnd(gold: ConlluWords, system: ConlluWords, begin: Place): Place {
  let { g, s, reach } = begin
  const beyond = (side: ConlluWords, i: number) =>
    i >= side.form.length || (side.multiword[i] ? side.words.start[i]! >= reach : side.words.end[i]! > reach)
  while (!beyond(gold, g) || !beyond(system, s)) {
    const first =
      g < gold.form.length && (s >= system.form.length || gold.words.start[g]! <= system.words.start[s]!)
    const side = first ? gold : system
    const i = first ? g++ : s++
    if (side.multiword[i] && side.words.end[i]! > reach) reach = side.words.end[i]!
  }
  return { g, s, reach }
}

function alignStretch(
  gold: ConlluWords,
  system: ConlluWords,
  begin: Place,
  end: Place,
  aligned: Int32Array,
): void {
  const same = (g: number, s: number) => gold.form[g]!.toLowerCase() === system.form[s]!.toLowerCase()
  let { g, s } = begin
  while (g < end.g && s < end.s && same(g, s)) aligned[s++] = g++
  const height = end.g - g
  const width = end.s - s
  if (height === 0 || width === 0) return
  if (height * width > LARGEST_ALIGNMENT) {
    throw new WordloomError('CONLLU_SYNTAX', {
      message: `Multiword tokens of ${height} gold and ${width} system words overlap at character ${gold.words.start[g]}: too many to align.`,
      hint: 'A multiword token has a handful of words: check the ranges.',
      details: { gold: height, system: width },
    })
  }
  // longest[(i, j)]: length of the longest common subsequence of gold from g + i on and system from s + j on.
  const stride = width + 1
  const longest = new Uint32Array((height + 1) * stride)
  for (let i = height - 1; i >= 0; i--) {
    for (let j = width - 1; j >= 0; j--) {
      longest[i * stride + j] = same(g + i, s + j)
        ? longest[(i + 1) * stride + j + 1]! + 1
        : Math.max(longest[(i + 1) * stride + j]!, longest[i * stride + j + 1]!)
    }
  }
  for (let i = 0, j = 0; i < height && j < width; ) {
    if (same(g + i, s + j)) aligned[s + j++] = g + i++
    else if (longest[i * stride + j] === longest[(i + 1) * stride + j]) i++
    else j++
  }
}

function numberColumn(
  doc: Doc,
  name: string,
  into: number[],
  table: InternTable,
  normal: (value: string) => string,
): void {
  if (!doc.has(name)) {
    const none = table.intern('')
    for (let i = 0; i < doc.length; i++) into.push(none)
    return
  }
  const { ids, strings } = doc.strings(name)
  const numbers = new Int32Array(strings.length).fill(-1)
  for (const id of ids) {
    if (numbers[id] === -1) numbers[id] = table.intern(normal(strings[id]!))
    into.push(numbers[id]!)
  }
}

function universalFeatures(features: string): string {
  const kept = features.split('|').filter((feature) => UNIVERSAL_FEATURES.has(feature.split('=', 1)[0]!))
  return kept.sort().join('|')
}

function withoutSpaces(form: string): string {
  return form.replace(/[\s\u0085]+/gu, '')
}
