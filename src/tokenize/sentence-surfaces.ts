/**
 * Docs for sentence splitters: without the empty tokens of multiword tokens (du = de + le), which have no surface that
 * could begin or end a sentence.
 */
import { Doc } from '../text/doc.js'

/** The tokens of a Doc that are not empty. */
export interface SurfaceView {
  readonly doc: Doc
  /** Shape (nTokens + 1,): how many tokens that are not empty stand before each token; undefined where none is empty. */
  readonly before: Uint32Array | undefined
}

/** The view of `doc`; `doc` itself where no token is empty. */
export function surfaceView(doc: Doc): SurfaceView {
  const { start, end } = doc
  if (!doc.has('form')) return { doc, before: undefined }
  const before = new Uint32Array(doc.length + 1)
  for (let i = 0; i < doc.length; i++) before[i + 1] = before[i]! + (end[i]! > start[i]! ? 1 : 0)
  const count = before[doc.length]!
  if (count === doc.length) return { doc, before: undefined }
  const starts = new Uint32Array(count)
  const ends = new Uint32Array(count)
  for (let i = 0; i < doc.length; i++) {
    if (end[i] === start[i]) continue
    starts[before[i]!] = start[i]!
    ends[before[i]!] = end[i]!
  }
  return { doc: Doc.create(doc.text, { start: starts, end: ends }), before }
}

/** The values of the view's tokens for all tokens: an empty one has that of the token before it. */
export function spread(values: Uint32Array, before: Uint32Array | undefined): Uint32Array {
  if (before === undefined) return values
  const all = new Uint32Array(before.length - 1)
  for (let i = 0; i < all.length; i++) all[i] = values[Math.max(0, before[i + 1]! - 1)]!
  return all
}
