/**
 * Surface tokens of a text: what stands between white space and cuts, multiword tokens whole. `surfacesByRules` gives
 * those of a tokenizer of rules, which a trained one corrects; `goldTokens` those of a Doc of a treebank.
 */
import type { Doc } from '../../text/doc.js'
import { KIND_CODES } from '../../text/token-kind.js'
import { tokenize } from '../tokenize.js'
import { tokenizeWhitespace } from '../whitespace.js'

/** Tokens in order; shapes (nTokens,). */
export interface Surfaces {
  readonly start: Uint32Array
  readonly end: Uint32Array
  readonly kind: Uint8Array
  /** Offsets inside of tokens at which the tokenizer parts words of one token (do|n't), ascending. */
  readonly inner: Uint32Array
}

/** What a trained tokenizer corrects: the tokens of the language's rules, or what white space parts. */
export type Ground = 'rules' | 'whitespace'

/** Tokens by rules: multiword tokens whole, with the places at which their words meet. */
export function surfacesByRules(text: string, ground: Ground, lang: string): Surfaces {
  const doc = ground === 'rules' ? tokenize(text, { lang }) : tokenizeWhitespace(text)
  const kinds = doc.has('kind') ? doc.numbers('kind') : new Uint8Array(doc.length)
  const start = new Uint32Array(doc.length)
  const end = new Uint32Array(doc.length)
  const kind = new Uint8Array(doc.length)
  const inner: number[] = []
  let count = 0
  for (let i = 0; i < doc.length; i++) {
    if (kinds[i] === KIND_CODES.clitic && i > 0 && doc.start[i] === doc.end[i - 1]) {
      inner.push(doc.start[i]!)
      end[count - 1] = doc.end[i]!
      continue
    }
    start[count] = doc.start[i]!
    end[count] = doc.end[i]!
    kind[count++] = kinds[i]!
  }
  return {
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    kind: kind.subarray(0, count),
    inner: Uint32Array.from(inner),
  }
}

/** A surface token of a treebank and the forms of its words: one, unless it is a multiword token. */
export interface GoldToken {
  readonly start: number
  readonly end: number
  readonly forms: readonly string[]
}

/** The surface tokens of a Doc as readers of CoNLL-U give it. */
export function goldTokens(doc: Doc): GoldToken[] {
  const kind = doc.has('kind') ? doc.numbers('kind') : undefined
  const form = doc.has('form') ? doc.strings('form') : undefined
  const sentence = doc.has('sentence') ? doc.numbers('sentence') : undefined
  const formOf = (i: number) => (form === undefined ? doc.word(i) : form.strings[form.ids[i]!]!)
  const tokens: GoldToken[] = []
  for (let i = 0; i < doc.length; ) {
    let next = i + 1
    while (
      next < doc.length &&
      kind?.[next] === KIND_CODES.clitic &&
      doc.start[next] === doc.end[next - 1] &&
      sentence?.[next] === sentence?.[i]
    ) {
      next++
    }
    const forms: string[] = []
    for (let word = i; word < next; word++) forms.push(formOf(word))
    const start = doc.start[i]!
    const end = doc.end[next - 1]!
    if (end > start) tokens.push({ start, end, forms })
    i = next
  }
  return tokens
}
