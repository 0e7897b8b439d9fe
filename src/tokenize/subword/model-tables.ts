/**
 * Lays a model into a Region for the core: the block of fields and the hash tables of
 * src/core/assembly/subword-model.ts, which names the layout of each. Everything is built once, when the first
 * text comes.
 */
import type { Pointer } from '../../core/kernels.js'
import type { Region } from '../../core/region.js'
import type { BpeModel, ModelSpec } from './models.js'
import { withoutPrefix } from './models.js'

const NONE = 0xffffffff
const FIELDS = 18
const CACHE_ENTRIES = 1 << 14
const CACHE_ENTRY = 128
const UNKNOWN_PENALTY = 10

// Fields by their index in u32.
const F = {
  kind: 0,
  flags: 1,
  unknown: 2,
  edges: 3,
  edgeMask: 4,
  continuation: 5,
  longest: 6,
  points: 7,
  pointMask: 8,
  merges: 9,
  mergeMask: 10,
  bytes: 11,
  scores: 12,
  cache: 13,
  cacheMask: 14,
}
const BYTE_FALLBACK = 1
const FUSE_UNKNOWN = 2
const WHOLE_FIRST = 4
const PLACED = 8

/** The address of the model's block, with all that it points at laid below the Region's mark. */
export function layModel(region: Region, model: ModelSpec): Pointer {
  const fields = new Uint32Array(FIELDS)
  const { vocabulary } = model
  const unknown = vocabulary.get(model.unknownToken) ?? NONE
  fields[F.kind] = ['BPE', 'WordPiece', 'Unigram'].indexOf(model.type)
  fields[F.unknown] = unknown
  fields[F.flags] = (model.byteFallback ? BYTE_FALLBACK : 0) | (model.fuseUnknown ? FUSE_UNKNOWN : 0)
  fields[F.bytes] = region.copyIn(
    Uint32Array.from({ length: 256 }, (_, byte) => vocabulary.get(byteToken(byte)) ?? NONE),
  )
  if (model.type === 'BPE') layBpe(region, model, fields)
  else layTrie(region, vocabulary, fields)
  if (model.type === 'WordPiece') {
    const mark = region.mark()
    const prefix = region.copyIn(unitsOf(model.continuingPrefix))
    const { length } = model.continuingPrefix
    fields[F.continuation] = region.run(
      'subwordTrieNode',
      fields[F.edges]!,
      fields[F.edgeMask]!,
      prefix,
      length,
    )
    region.release(mark)
    fields[F.longest] = Math.min(model.longestWord, 0x7fffffff)
  }
  const block = new Uint8Array(FIELDS * 4)
  if (model.type === 'Unigram') {
    const scores = Float64Array.from(model.pieces, ([, score]) => score)
    fields[F.scores] = region.copyIn(scores)
    const least = scores.reduce((low, score) => Math.min(low, score), Number.POSITIVE_INFINITY)
    new Float64Array(block.buffer, 64, 1)[0] = least - UNKNOWN_PENALTY
  }
  fields[F.cache] = region.copyIn(new Uint8Array(CACHE_ENTRIES * CACHE_ENTRY))
  fields[F.cacheMask] = CACHE_ENTRIES - 1
  block.set(new Uint8Array(fields.buffer, 0, 64), 0)
  return region.copyIn(block)
}

/** The token that stands for a byte where a model falls back to bytes. */
export function byteToken(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`
}

function unitsOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
}

function powerOfTwo(least: number): number {
  let size = 16
  while (size < least) size *= 2
  return size
}

// The same mixing as in subword-bpe.ts.
function hash(a: number, b: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca77)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** Lays the trie of a vocabulary and writes where it is into the block of fields. */
export function layTrie(region: Region, vocabulary: ReadonlyMap<string, number>, fields: Uint32Array): void {
  const tokens = [...vocabulary.keys()].filter((token) => token !== '')
  const offsets = new Uint32Array(tokens.length + 1)
  tokens.forEach((token, i) => {
    offsets[i + 1] = offsets[i]! + token.length
  })
  const ids = Uint32Array.from(tokens, (token) => vocabulary.get(token)!)
  const text = tokens.join('')
  // The edges stay; what they are built from is laid above them and taken away.
  for (let slots = powerOfTwo(tokens.length * 3); ; slots *= 2) {
    const whole = region.mark()
    const edges = region.reserve(slots * 16)
    region.u8(edges, slots * 16).fill(0)
    const mark = region.mark()
    const units = region.reserve(text.length * 2)
    region.copyText(text, 0, text.length, units)
    const starts = region.copyIn(offsets)
    const ends = region.copyIn(ids)
    const nodes = region.run('subwordTrie', units, starts, ends, tokens.length, edges, slots - 1)
    region.release(nodes > 0 ? mark : whole)
    if (nodes === 0) continue
    fields[F.edges] = edges
    fields[F.edgeMask] = slots - 1
    return
  }
}

function layBpe(region: Region, model: BpeModel, fields: Uint32Array): void {
  const { vocabulary, continuingPrefix, endOfWordSuffix } = model
  const placed = continuingPrefix !== '' || endOfWordSuffix !== ''
  if (placed) fields[F.flags]! |= PLACED
  if (model.ignoreMerges) {
    fields[F.flags]! |= WHOLE_FIRST
    layTrie(region, vocabulary, fields)
  }
  // Symbols: a character, with what its place in the piece puts around it.
  const symbols = new Map<number, number>()
  for (const [token, id] of vocabulary) {
    for (const place of placed ? [0, 1, 2, 3] : [0]) {
      const prefix = place & 1 ? continuingPrefix : ''
      const suffix = place & 2 ? endOfWordSuffix : ''
      if (!token.startsWith(prefix) || !token.endsWith(suffix)) continue
      const bare = token.length - prefix.length - suffix.length
      if (bare !== 1 && bare !== 2) continue
      const point = token.codePointAt(prefix.length)!
      if ((point > 0xffff ? 2 : 1) === bare) symbols.set((point | (place << 21)) >>> 0, id)
    }
  }
  const pointSlots = powerOfTwo(symbols.size * 2)
  const points = new Uint32Array(pointSlots * 2).fill(NONE)
  for (const [key, id] of symbols) {
    let slot = hash(key, 0) & (pointSlots - 1)
    while (points[slot * 2] !== NONE) slot = (slot + 1) & (pointSlots - 1)
    points[slot * 2] = key
    points[slot * 2 + 1] = id
  }
  fields[F.points] = region.copyIn(points)
  fields[F.pointMask] = pointSlots - 1
  const mergeSlots = powerOfTwo(model.merges.length * 2)
  const merges = new Uint32Array(mergeSlots * 4).fill(NONE)
  model.merges.forEach(([left, right], rank) => {
    const [a, b] = [vocabulary.get(left)!, vocabulary.get(right)!]
    let slot = hash(a, b) & (mergeSlots - 1)
    // Of equal pairs the later rank counts.
    while (merges[slot * 4] !== NONE && (merges[slot * 4] !== a || merges[slot * 4 + 1] !== b)) {
      slot = (slot + 1) & (mergeSlots - 1)
    }
    merges.set([a, b, rank, vocabulary.get(left + withoutPrefix(right, continuingPrefix))!], slot * 4)
  })
  fields[F.merges] = region.copyIn(merges)
  fields[F.mergeMask] = mergeSlots - 1
}
