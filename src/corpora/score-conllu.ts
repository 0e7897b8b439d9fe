/**
 * Scores of one annotation against another: the metrics of the CoNLL 2018 shared task.
 *
 * Tokens and sentences are right when their spans are; everything else is counted over aligned words
 * (`conllu-alignment.ts`). Precision, recall and F1 are over all words of either side, so that a wrong
 * tokenisation costs every metric; accuracy on aligned words is given beside them.
 *
 * @see Zeman et al. 2018, CoNLL 2018 Shared Task, section 5, https://doi.org/10.18653/v1/K18-2001
 */
import { WordloomError } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { alignWords, type ConlluWords, conlluWords, ROOT, type Spans, UNALIGNED } from './conllu-alignment.js'
import { readConllu } from './read-conllu.js'
import { CONTENT_RELATIONS, FUNCTION_RELATIONS } from './universal.js'

/** The metrics of {@link scoreConllu}, in the order of the shared task's tables. */
export const CONLLU_METRICS = [
  'Tokens',
  'Sentences',
  'Words',
  'UPOS',
  'XPOS',
  'UFeats',
  'AllTags',
  'Lemmas',
  'UAS',
  'LAS',
  'CLAS',
  'MLAS',
  'BLEX',
] as const

/** One of {@link CONLLU_METRICS}. */
export type ConlluMetric = (typeof CONLLU_METRICS)[number]

/** One metric: counts, and percentages from 0 to 100 (0 where there is nothing to count). */
export interface ConlluScore {
  /** How many the gold annotation has. */
  readonly gold: number
  /** How many the system annotation has. */
  readonly system: number
  /** How many of them agree. */
  readonly correct: number
  /** 100 correct / system. */
  readonly precision: number
  /** 100 correct / gold. */
  readonly recall: number
  /** Harmonic mean of precision and recall: 200 correct / (gold + system). */
  readonly f1: number
  /** 100 correct / aligned words; absent for Tokens, Sentences and Words, which are about alignment itself. */
  readonly alignedAccuracy?: number
}

/** Every metric by its name. */
export type ConlluScores = Readonly<Record<ConlluMetric, ConlluScore>>

/** An annotation to score: a CoNLL-U file, or Docs with a column `sentence`. */
export type ConlluSource = string | Uint8Array | Doc | Iterable<Doc>

/**
 * Scores `system` against `gold` with all metrics of the CoNLL 2018 shared task.
 *
 * Both must be over the same text, white space aside. Relations are compared without subtypes, features only
 * where they are universal; a gold lemma `_` accepts any. A missing HEAD matches nothing but a missing HEAD.
 * Unlike the task's own program, trees are not validated: a cycle or a second root is scored, not refused.
 * Linear time.
 *
 * @throws CONLLU_TEXT_DIFFERS with `details.offset` when the texts differ
 * @throws CONLLU_SYNTAX with `details.line` when a file is malformed
 * @throws COLUMN_MISSING when a Doc has no sentences
 * @example
 * ```ts
 * import { scoreConllu } from 'wordloom'
 * const gold = '1\tHi\thi\tINTJ\t_\t_\t0\troot\t_\t_\n\n'
 * const system = '1\tHi\thi\tNOUN\t_\t_\t0\troot\t_\t_\n\n'
 * const scores = scoreConllu(gold, system)
 * console.log(scores.Words.f1, scores.UPOS.f1, scores.LAS.f1) // 100 0 100
 * ```
 * @see Zeman et al. 2018, section 5, https://doi.org/10.18653/v1/K18-2001
 */
export function scoreConllu(gold: ConlluSource, system: ConlluSource): ConlluScores {
  const table = new InternTable()
  const g = conlluWords(docsOf(gold), table)
  const s = conlluWords(docsOf(system), table)
  if (g.characters !== s.characters) throw textDiffers(g.characters, s.characters)
  const aligned = alignWords(g, s)
  const pairs: [number, number][] = []
  aligned.forEach((goldWord, systemWord) => {
    if (goldWord !== UNALIGNED) pairs.push([goldWord, systemWord])
  })
  const noLemma = table.intern('')
  const underscore = table.intern('_')

  const tag = (a: number, b: number) => g.tag[a] === s.tag[b]
  const xtag = (a: number, b: number) => g.xtag[a] === s.xtag[b]
  const features = (a: number, b: number) => g.features[a] === s.features[b]
  const lemma = (a: number, b: number) =>
    g.lemma[a] === s.lemma[b] || g.lemma[a] === noLemma || g.lemma[a] === underscore
  const deprel = (a: number, b: number) => g.deprel[a] === s.deprel[b]
  const parent = (a: number, b: number) => {
    const of = s.parent[b]!
    return g.parent[a] === (of < 0 ? of : aligned[of])
  }
  const labelled = (a: number, b: number) => parent(a, b) && deprel(a, b)

  const children = { gold: functionChildren(g, table), system: functionChildren(s, table) }
  const sameChildren = (a: number, b: number) => {
    const ofGold = children.gold.get(a) ?? []
    const ofSystem = children.system.get(b) ?? []
    return (
      ofGold.length === ofSystem.length &&
      ofGold.every((x, k) => {
        const y = ofSystem[k]!
        return aligned[y] === x && deprel(x, y) && tag(x, y) && features(x, y)
      })
    )
  }

  type Same = (a: number, b: number) => boolean
  const counts = { gold: g.form.length, system: s.form.length, aligned: pairs.length }
  const over = (same: Same) =>
    score(counts.gold, counts.system, pairs.filter(([a, b]) => same(a, b)).length, counts.aligned)
  const content = (side: ConlluWords) => side.deprel.map((id) => CONTENT_RELATIONS.has(table.strings[id]!))
  const contentGold = content(g)
  const contentPairs = pairs.filter(([a]) => contentGold[a])
  const contentCounts = [count(contentGold), count(content(s))] as const
  const overContent = (same: Same) =>
    score(...contentCounts, contentPairs.filter(([a, b]) => same(a, b)).length, contentPairs.length)

  return {
    Tokens: scoreSpans(g.tokens, s.tokens),
    Sentences: scoreSpans(g.sentences, s.sentences),
    Words: score(counts.gold, counts.system, counts.aligned),
    UPOS: over(tag),
    XPOS: over(xtag),
    UFeats: over(features),
    AllTags: over((a, b) => tag(a, b) && xtag(a, b) && features(a, b)),
    Lemmas: over(lemma),
    UAS: over(parent),
    LAS: over(labelled),
    CLAS: overContent(labelled),
    MLAS: overContent((a, b) => labelled(a, b) && tag(a, b) && features(a, b) && sameChildren(a, b)),
    BLEX: overContent((a, b) => labelled(a, b) && lemma(a, b)),
  }
}

function docsOf(source: ConlluSource): Iterable<Doc> {
  if (source instanceof Doc) return [source]
  return typeof source === 'string' || source instanceof Uint8Array ? readConllu(source) : source
}

/** Words with function relations by the word they belong to, in order. */
function functionChildren(side: ConlluWords, table: InternTable): Map<number, number[]> {
  const children = new Map<number, number[]>()
  side.deprel.forEach((id, word) => {
    const parent = side.parent[word]!
    if (parent <= ROOT || !FUNCTION_RELATIONS.has(table.strings[id]!)) return
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [word])
    else siblings.push(word)
  })
  return children
}

function scoreSpans(gold: Spans, system: Spans): ConlluScore {
  let correct = 0
  for (let g = 0, s = 0; g < gold.start.length && s < system.start.length; ) {
    if (gold.start[g] === system.start[s]) {
      if (gold.end[g++] === system.end[s++]) correct++
    } else if (gold.start[g]! < system.start[s]!) g++
    else s++
  }
  return score(gold.start.length, system.start.length, correct)
}

function score(gold: number, system: number, correct: number, aligned?: number): ConlluScore {
  const percent = (whole: number) => (whole > 0 ? (100 * correct) / whole : 0)
  return {
    gold,
    system,
    correct,
    precision: percent(system),
    recall: percent(gold),
    f1: percent((gold + system) / 2),
    ...(aligned === undefined ? {} : { alignedAccuracy: percent(aligned) }),
  }
}

function count(flags: readonly boolean[]): number {
  return flags.reduce((sum, flag) => sum + (flag ? 1 : 0), 0)
}

function textDiffers(gold: string, system: string): WordloomError {
  let offset = 0
  while (offset < gold.length && gold[offset] === system[offset]) offset++
  const [ours, theirs] = [gold.slice(offset, offset + 20), system.slice(offset, offset + 20)]
  return new WordloomError('CONLLU_TEXT_DIFFERS', {
    message: `The texts differ at character ${offset} (white space not counted): gold has ${JSON.stringify(ours)}, system ${JSON.stringify(theirs)}.`,
    hint: 'Annotate the raw text of the gold file: rawText(gold).',
    details: { offset, gold: ours, system: theirs },
  })
}
