/**
 * Training of a tokenizer from a treebank: where its tokens end, then which of them are several words.
 */
import { type PassOptions, trainChoices } from '../../core/choice-training.js'
import { Decisions } from '../../core/decisions.js'
import { WordloomError } from '../../core/errors.js'
import { type SparseWeights, sparseWeights } from '../../core/sparse-weights.js'
import type { Doc } from '../../text/doc.js'
import type { Pause } from '../../text/pause.js'
import { trainDecision } from '../averaged-perceptron.js'
import { COMBINATIONS, CUT_FEATURES, CutMemory } from './cut-memory.js'
import { KnownWords, OWN_FEATURES } from './split-features.js'
import { deriveRule, lowered, writeRule } from './split-rule.js'
import { SplitCounter, type SplitTable } from './split-table.js'
import { Splitter, Walk } from './splitter.js'
import { type GoldToken, type Ground, goldTokens, type Surfaces, surfacesByRules } from './surfaces.js'
import { noWeights } from './tokenizer-pack.js'

/** Places of a combination for each error of the rules up to which it is left open. */
const FOLLOWED = 2000
/** Class of combining marks; the constant of the same name in src/core/assembly/cut-classes.ts. */
const MARK = 10
/** Bits of the set of known words for each of them. */
const BITS_PER_WORD = 12

/** What a trained tokenizer consists of. */
export interface TokenizerParts {
  readonly ground: Ground
  readonly lang: string
  /** By what score the rules must be outvoted. */
  readonly trust: number
  /** Numbers of the combinations that are scored, ascending. */
  readonly open: Uint16Array
  readonly cuts: SparseWeights
  readonly table: SplitTable
  readonly known: Uint8Array
  readonly splits: SparseWeights
}

/** How a tokenizer is trained. */
export interface TokenizerSettings {
  readonly ground: Ground
  readonly lang: string
  readonly trust: number
  readonly minimumUses: number
  readonly runs: number
  readonly pass: PassOptions
}

interface Text {
  readonly text: string
  readonly surfaces: Surfaces
  readonly tokens: readonly GoldToken[]
}

/** Trains all parts. */
export async function trainParts(
  docs: Iterable<Doc>,
  settings: TokenizerSettings,
  pause: Pause,
): Promise<TokenizerParts> {
  const { ground, lang, trust } = settings
  const texts: Text[] = []
  for (const doc of docs) {
    const tokens = goldTokens(doc)
    if (tokens.length > 0)
      texts.push({ text: doc.text, surfaces: surfacesByRules(doc.text, ground, lang), tokens })
  }
  if (texts.length === 0) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: 'TrainedTokenizer.train got no token to learn from.',
      hint: 'Pass the Docs of a treebank: readConllu(bytes).',
    })
  }
  const cuts = await trainCuts(texts, settings, (done) => pause(0.5 * done))
  const splits = await trainSplits(texts, settings, (done) => pause(0.5 + 0.5 * done))
  return { ground, lang, trust, ...cuts, ...splits }
}

async function trainCuts(
  texts: readonly Text[],
  settings: TokenizerSettings,
  pause: Pause,
): Promise<Pick<TokenizerParts, 'open' | 'cuts'>> {
  const counts = new Uint32Array(COMBINATIONS * 2)
  const counter = new CutMemory(new Uint8Array(COMBINATIONS), new Int16Array(1))
  const golds = texts.map(({ text, surfaces, tokens }) => {
    const gold = new Uint8Array(text.length)
    for (const { start } of tokens) gold[start] = 1
    counter.count(text, surfaces, gold, counts)
    return gold
  })
  await pause(0.1)
  const open = new Uint8Array(COMBINATIONS)
  const numbers: number[] = []
  for (let c = 0; c < COMBINATIONS; c++) {
    // A mark goes with its letter in every treebank: where one does not, that is an error.
    if (counts[2 * c + 1]! * FOLLOWED <= counts[2 * c]! || (c & 63) === MARK) continue
    open[c] = 1
    numbers.push(c)
  }
  const reader = new CutMemory(open, new Int16Array(1))
  const parts = texts.flatMap(({ text, surfaces }, i) => reader.examples(text, surfaces, golds[i]!))
  await pause(0.2)
  const training = trainDecision(parts, CUT_FEATURES, { ...settings.pass, runs: settings.runs })
  let next = training.next()
  while (next.done !== true) {
    await pause(0.2 + 0.8 * next.value)
    next = training.next()
  }
  return { open: Uint16Array.from(numbers), cuts: sparseWeights(next.value) }
}

async function trainSplits(
  texts: readonly Text[],
  settings: TokenizerSettings,
  pause: Pause,
): Promise<Pick<TokenizerParts, 'table' | 'known' | 'splits'>> {
  const counter = new SplitCounter()
  const rights = texts.map(({ text, tokens }) =>
    tokens.map(({ start, end, forms }) => {
      if (forms.length === 1) return ''
      const surface = text.slice(start, end)
      const name = writeRule(deriveRule(surface, forms))
      // What cannot be written (a form that is empty, or endless) cannot be learned.
      return counter.add(surface, name) ? name : undefined
    }),
  )
  const table = counter.table(settings.minimumUses)
  if (table.empty) return { table, known: new Uint8Array(1), splits: noWeights() }
  const { known, isRare } = countWords(texts, rights)
  const splitter = new Splitter(table, known)
  const decisions = new Decisions(OWN_FEATURES)
  for (const [i, { text, surfaces, tokens }] of texts.entries()) {
    const walk = new Walk({
      text,
      start: tokens.map(({ start }) => start),
      end: tokens.map(({ end }) => end),
      inner: surfaces.inner,
    })
    for (let token = 0; token < tokens.length; token++) {
      const right = rights[i]![token]
      if (right !== undefined) splitter.learn(decisions, walk, token, right, isRare(walk.small(token)))
    }
    await pause((0.3 * i) / texts.length)
  }
  const training = trainChoices(decisions, settings.pass)
  let next = training.next()
  while (next.done !== true) {
    await pause(0.3 + 0.7 * next.value)
    next = training.next()
  }
  return { table, known: known.bits, splits: sparseWeights(next.value) }
}

/** Which words stand alone more than once, and which are met so often that they may be learned by name. */
function countWords(texts: readonly Text[], rights: readonly (readonly (string | undefined)[])[]) {
  const all = new Map<string, number>()
  const whole = new Map<string, number>()
  texts.forEach(({ text, tokens }, i) => {
    tokens.forEach(({ start, end }, t) => {
      const small = lowered(text.slice(start, end))
      all.set(small, (all.get(small) ?? 0) + 1)
      if (rights[i]![t] === '') whole.set(small, (whole.get(small) ?? 0) + 1)
    })
  })
  const entries: string[] = []
  for (const [word, count] of all) if (count > 1) entries.push(`l${word}`)
  for (const [word, count] of whole) if (count > 1) entries.push(word)
  const bytes = 2 ** Math.max(4, Math.ceil(Math.log2((entries.length * BITS_PER_WORD) / 8)))
  const known = new KnownWords(new Uint8Array(bytes))
  for (const entry of entries) known.add(entry)
  return { known, isRare: (small: string) => (all.get(small) ?? 0) < 2 }
}
