/**
 * Reviews of products, a sentence a line, with the features that are praised or blamed.
 *
 *   [t] a good little camera
 *   battery[-2], picture quality[+3][u]##the pictures are fine , but it eats batteries .
 *   ##i bought it in june .
 *
 * `[t]` begins a review and gives its title. Before `##` stand features, each with the strength of the opinion
 * from -3 to +3 and marks: [u] not named in the sentence, [p] named by a pronoun, [s] suggestion, [cc] and [cs]
 * comparison with a product of another or the same brand. Lines of a head begin with *.
 *
 * @see Hu and Liu 2004, https://doi.org/10.1145/1014052.1014073; Ding, Liu and Yu 2008,
 *   https://doi.org/10.1145/1341531.1341561
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader } from './corpus.js'
import type { SourceFile } from './source-file.js'

/** A feature that a sentence has an opinion on. */
export interface ReviewFeature {
  readonly feature: string
  /** -3 to 3; NaN where the annotators wrote no number. */
  readonly strength: number
  /** Marks after it: 'u', 'p', 's', 'cc', 'cs', and whatever else stands in brackets. */
  readonly marks: readonly string[]
}

/** A sentence of a review. */
export interface ReviewSentence {
  readonly text: string
  readonly features: readonly ReviewFeature[]
  /** What stands before ##, as written. */
  readonly annotation: string
}

/** A review of a product. */
export interface ProductReview {
  /** Name of the file without its ending. */
  readonly product: string
  readonly title: string
  readonly sentences: readonly ReviewSentence[]
}

/**
 * Reader of product reviews: records, whose category is the product; a Doc a review, its title as a paragraph of its
 * own, tokenized, with the sentences of the file.
 *
 * Features are read as people wrote them: `[+]` counts as +1, `[2]` as +2, `{+3]` as +3, and what has no number has
 * the strength NaN; `annotation` has every character. A line without `##` is a sentence without features. So there
 * is no line that cannot be read, and nothing that is reported.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, productReviewsReader } from 'wordloom/corpora'
 * const text = '[t] fine\npicture[+3], battery[-2][u]##good pictures , short life .\n'
 * const files = [{ name: 'camera.txt', chunks: () => [new TextEncoder().encode(text)] }]
 * const [review] = new Corpus({ files, reader: productReviewsReader() }).records()
 * console.log(review?.sentences[0]?.features)
 * // [ { feature: 'picture', strength: 3, marks: [] }, { feature: 'battery', strength: -2, marks: [ 'u' ] } ]
 * ```
 */
export function productReviewsReader(options: object = {}): CorpusReader<ProductReview> {
  requireOptions(options, {}, 'productReviewsReader')
  return {
    format: 'product-reviews',
    records: (file) => reviews(file),
    *documents(file, context): Generator<Doc> {
      for (const { title, sentences } of reviews(file)) {
        const body = sentences.map(({ text }) => text).join('\n')
        yield byLine(context.annotate([title, body].filter((text) => text !== '').join('\n\n')))
      }
    },
    categoryOf: ({ product }) => product,
  }
}

/** `doc` with a sentence a line. */
export function byLine(doc: Doc): Doc {
  const sentence = new Uint32Array(doc.length)
  for (let i = 1; i < doc.length; i++) {
    const newline = doc.text.indexOf('\n', doc.end[i - 1])
    sentence[i] = sentence[i - 1]! + (newline >= 0 && newline < doc.start[i]! ? 1 : 0)
  }
  return doc.with({ sentence })
}

function* reviews(file: SourceFile): Generator<ProductReview> {
  const product = file.name.slice(file.name.lastIndexOf('/') + 1).replace(/\.txt$/, '')
  let title = ''
  let sentences: ReviewSentence[] = []
  let begun = false
  for (const written of file.lines()) {
    const row = written.trim()
    if (row === '') continue
    const stars = row.startsWith('*') ? row.replace(/^\*+/, '') : row
    if (stars.startsWith('[t]')) {
      if (begun) yield { product, title, sentences }
      title = stars.slice(3).trim()
      sentences = []
      begun = true
      continue
    }
    if (row.startsWith('*')) continue
    begun = true
    const marks = row.indexOf('##')
    // A single # is a slip of the pen where features stand before it; without any the line is a sentence.
    const single = marks < 0 ? row.indexOf(']#') + 1 : 0
    const annotation = row.slice(0, marks < 0 ? single : marks)
    const text = row.slice(marks >= 0 ? marks + 2 : single > 0 ? single + 1 : 0).trim()
    sentences.push({ text, features: features(annotation), annotation })
  }
  if (begun) yield { product, title, sentences }
}

/** Features before ##: names, each with brackets behind it. */
function features(annotation: string): ReviewFeature[] {
  const all: ReviewFeature[] = []
  for (const written of annotation.split(',')) {
    const part = written.replaceAll('{', '[').replace(/^([^[]*?)([+-][1-3]\])/, '$1[$2')
    const bracket = part.indexOf('[')
    const feature = part.slice(0, bracket < 0 ? part.length : bracket).trim()
    const marks: string[] = []
    let strength = Number.NaN
    for (const piece of bracket < 0 ? [] : part.slice(bracket).split('[')) {
      const mark = piece.replace(/[\]}].*$/, '').trim()
      if (mark === '') continue
      const number = opinion(mark)
      if (Number.isNaN(number) || !Number.isNaN(strength)) marks.push(mark)
      else strength = number
    }
    if (feature !== '' || marks.length > 0 || !Number.isNaN(strength)) all.push({ feature, strength, marks })
  }
  return all
}

function opinion(mark: string): number {
  if (mark === '+' || mark === '-') return mark === '+' ? 1 : -1
  return /^[+-]?[1-3]$/.test(mark) ? Number(mark) : Number.NaN
}
