/**
 * Tokens and the words of multiword tokens as a Doc, laid out as readers of CoNLL-U do it (docs/decisions/0004).
 */
import { type Column, Doc } from '../../text/doc.js'
import { InternTable } from '../../text/strings.js'
import { KIND_CODES } from '../../text/token-kind.js'
import { lazyPattern } from '../../text/unicode.js'
import type { Offsets } from './cut-memory.js'
import type { Surfaces } from './surfaces.js'

const digitFirst = lazyPattern('^\\p{Nd}')
const letters = lazyPattern('[\\p{L}\\p{N}]')
const punctuation = lazyPattern('\\p{P}')

/** Units of a token that its kind is read from. */
const READ = 64

/**
 * A Doc of the tokens; `forms` has those of the words of the tokens that are split, `surfaces` are the tokens of rules
 * if they have kinds.
 */
export function layOut(
  text: string,
  { start, end }: Offsets,
  surfaces: Surfaces | undefined,
  forms: ReadonlyMap<number, readonly string[]>,
): Doc {
  const kind = kindsOf(text, start, end, surfaces)
  if (forms.size === 0) return Doc.create(text, { start, end, kind })
  let words = start.length
  for (const parts of forms.values()) words += parts.length - 1
  const starts = new Uint32Array(words)
  const ends = new Uint32Array(words)
  const kinds = new Uint8Array(words)
  const fused = new Map<number, string>()
  let word = 0
  for (let token = 0; token < start.length; token++) {
    const parts = forms.get(token)
    if (parts === undefined) {
      starts[word] = start[token]!
      ends[word] = end[token]!
      kinds[word++] = kind[token]!
      continue
    }
    const isSlices = parts.join('') === text.slice(start[token]!, end[token]!)
    let at = start[token]!
    for (let k = 0; k < parts.length; k++) {
      starts[word] = at
      if (isSlices) at += parts[k]!.length
      else {
        at = end[token]!
        fused.set(word, parts[k]!)
      }
      ends[word] = at
      kinds[word++] = k === 0 ? kind[token]! : KIND_CODES.clitic
    }
  }
  const columns: Record<string, Column> = { kind: kinds }
  if (fused.size > 0) {
    columns.form = InternTable.column(
      Array.from(starts, (from, i) => fused.get(i) ?? text.slice(from, ends[i]!)),
    )
  }
  return Doc.create(text, { start: starts, end: ends, ...columns })
}

/** Kinds as the tokenizer of rules gives them, where it has the same token; else by its characters. */
function kindsOf(
  text: string,
  start: Uint32Array,
  end: Uint32Array,
  surfaces: Surfaces | undefined,
): Uint8Array {
  const kind = new Uint8Array(start.length)
  let s = 0
  for (let i = 0; i < start.length; i++) {
    while (surfaces !== undefined && surfaces.start[s]! < start[i]!) s++
    const same = surfaces?.start[s] === start[i] && surfaces?.end[s] === end[i]
    kind[i] = same ? surfaces!.kind[s]! : kindOf(text.slice(start[i]!, Math.min(end[i]!, start[i]! + READ)))
  }
  return kind
}

function kindOf(token: string): number {
  if (digitFirst().test(token)) return KIND_CODES.number
  if (letters().test(token)) return KIND_CODES.word
  return punctuation().test(token) ? KIND_CODES.punctuation : KIND_CODES.symbol
}
