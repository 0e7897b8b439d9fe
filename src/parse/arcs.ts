/**
 * Arcs of a sentence as something to draw: where each begins and ends, what it says, and how high it goes.
 *
 * Heights are levels, from 1. An arc is above all arcs that lie within it, and arcs that cross have different levels;
 * else it is as low as it can be. So a projective tree is drawn without a crossing on as few levels as its deepest
 * nest of arcs has, and other trees cross once for each pair of arcs that must.
 */
import { heads } from '../text/dependencies.js'
import type { Doc } from '../text/doc.js'
import { Span } from '../text/span.js'
import { visibleText } from '../text/visible.js'

/** What lies over words `left` to `right`; where they are the same, the mark of a root over that word. */
export interface Bar {
  readonly left: number
  readonly right: number
}

/** A dependency; words are counted from 0 within the sentence. */
export interface Arc extends Bar {
  readonly head: number
  readonly dependent: number
  readonly label: string
}

/** A sentence to draw: shape (nWords,) of its arrays. */
export interface SentenceTree {
  readonly span: Span
  readonly words: readonly string[]
  readonly labels: readonly string[]
  /** Within the sentence, from 0; a word's own number for one without a head here, -1 for one that is not parsed. */
  readonly head: Int32Array
}

/** The sentences of a Doc (all of it, if it has none), or a Span as one. */
export function sentencesOf(part: Doc | Span): Span[] {
  if (part instanceof Span) return part.length > 0 ? [part] : []
  if (part.has('sentence')) return [...part.sentences()]
  return part.length > 0 ? [part.span(0, part.length)] : []
}

/** @throws COLUMN_MISSING without head and deprel, COLUMN_SHAPE where a head is no token */
export function sentenceTree(span: Span): SentenceTree {
  const { doc, from, to } = span
  const labels = textsOf(span, 'deprel')
  const head = heads(doc).slice(from, to)
  for (let i = 0; i < head.length; i++) {
    if (head[i]! >= 0) head[i] = head[i]! >= from && head[i]! < to ? head[i]! - from : i
  }
  return { span, words: wordsOf(span), labels, head }
}

/** Words of a span as they are shown: the forms of fused words, where the Doc has them. */
export function wordsOf(span: Span): string[] {
  const forms = span.doc.has('form') ? textsOf(span, 'form') : []
  return span.words().map((word, i) => forms[i] || visibleText(word))
}

/** Values of the string column `name` as they are shown. @throws COLUMN_MISSING */
export function textsOf({ doc, from, to }: Span, name: string): string[] {
  const { ids, strings } = doc.strings(name)
  return Array.from(ids.subarray(from, to), (id) => visibleText(strings[id]!))
}

/** Arcs in the order of their dependents. */
export function arcsOf({ head, labels }: SentenceTree): Arc[] {
  const arcs: Arc[] = []
  head.forEach((h, i) => {
    if (h < 0 || h === i) return
    arcs.push({ left: Math.min(h, i), right: Math.max(h, i), head: h, dependent: i, label: labels[i]! })
  })
  return arcs
}

/** Words that have no head here, though they are parsed: the root, and what hangs on a word outside of a span. */
export function topsOf({ head }: SentenceTree): number[] {
  const tops: number[] = []
  head.forEach((h, i) => {
    if (h === i) tops.push(i)
  })
  return tops
}

/** Level of each bar, from 1, shape (nBars,). O(nBars^2). */
export function levelsOf(bars: readonly Bar[]): Int32Array {
  const levels = new Int32Array(bars.length)
  const order = bars.map((_, i) => i).sort((i, j) => length(bars[i]!) - length(bars[j]!) || i - j)
  const place = (i: number) => {
    const bar = bars[i]!
    levels[i] = -1 // under way
    for (const j of order) if (levels[j] === 0 && isBelow(bars[j]!, bar, j < i)) place(j)
    let least = 1
    const taken = new Set<number>()
    bars.forEach((other, j) => {
      if (j === i || levels[j]! < 1) return
      if (isBelow(other, bar, j < i)) least = Math.max(least, levels[j]! + 1)
      else if (other.left < bar.right && bar.left < other.right) taken.add(levels[j]!)
    })
    while (taken.has(least)) least++
    levels[i] = least
  }
  for (const i of order) if (levels[i] === 0) place(i)
  return levels
}

function length({ left, right }: Bar): number {
  return right - left
}

/** Whether `a` must lie below `b`; `first` decides between two over the same words. */
function isBelow(a: Bar, b: Bar, first: boolean): boolean {
  if (b.left === b.right) return a.left !== a.right && (a.left === b.left || a.right === b.left)
  if (a.left === a.right) return a.left > b.left && a.left < b.right
  if (a.left === b.left && a.right === b.right) return first
  return a.left >= b.left && a.right <= b.right
}

/** A bar with its level, seen from one of its ends. */
export interface Leg {
  /** Index of the bar. */
  readonly bar: number
  readonly word: number
}

/**
 * Legs of each word from left to right, so that none cuts a bar that ends at the same word: bars to the left, the
 * lowest first, the mark of a root, bars to the right, the highest first.
 */
export function legsOf(words: number, bars: readonly Bar[], levels: Int32Array): number[][] {
  const legs: number[][] = Array.from({ length: words }, () => [])
  bars.forEach(({ left, right }, i) => {
    if (right >= 0 && right < words) legs[right]!.push(i)
    if (left !== right && left >= 0 && left < words) legs[left]!.push(i)
  })
  legs.forEach((all, word) => {
    const side = (i: number) => (bars[i]!.left === bars[i]!.right ? 0 : bars[i]!.right === word ? -1 : 1)
    all.sort((i, j) => side(i) - side(j) || side(i) * (levels[j]! - levels[i]!))
  })
  return legs
}

/** What a part of a drawing is, for those who colour it: tags by what a word does. */
export type DrawingPart = 'word' | 'root' | 'verb' | 'noun' | 'modifier' | 'other' | 'arc' | 'label' | 'punct'

/** The group of a universal tag. */
export function tagLook(tag: string): 'verb' | 'noun' | 'modifier' | 'other' {
  if (tag === 'VERB' || tag === 'AUX') return 'verb'
  if (tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON') return 'noun'
  return tag === 'ADJ' || tag === 'ADV' || tag === 'NUM' ? 'modifier' : 'other'
}

/** Whether a relation is that of a punctuation mark, which drawings keep in the background. */
export function isPunctuation(label: string): boolean {
  return label === 'punct' || label.startsWith('punct:')
}

/** What stands with the words: the columns that are asked for, or the tags where there are some. */
export function wordColumns(
  span: Span,
  columns: readonly string[] | undefined,
): { texts: string[]; looks: DrawingPart[] }[] {
  const { doc } = span
  const tags = doc.has('tag') ? textsOf(span, 'tag') : []
  return (columns ?? (doc.has('tag') ? ['tag'] : [])).map((name) => {
    const texts = textsOf(span, name)
    const isTag = name === 'tag' || name === 'xtag'
    return { texts, looks: texts.map((_, i) => (isTag ? tagLook(tags[i] ?? '') : 'other')) }
  })
}
