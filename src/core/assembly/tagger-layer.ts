// A layer of the tagger: a linear model over hashed features whose columns are the values of labels.
//
// TypeScript (src/tag/layer.ts) fills the block and the tables. Every distinct form is an entry with a row of
// attributes (u32 hashes, 0: the form has none); entry 0 stands before a sentence and entry 1 behind it. Features
// are of two kinds. Fixed ones ask one attribute of the token at some distance: for each entry and distance they are
// summed once and kept in `cache`. Joint ones mix up to three parts: attributes of near tokens, tags that another
// layer gave, labels of the tokens before. A feature is there only if all its parts are.
//
// Sources: Collins 2002 (perceptron tagger), Weinberger et al. 2009 (hashing), Ratnaparkhi 1996 (features).

@unmanaged
export class Layer {
  rows: usize // i8 in use, i16 in training: (mask + 1) x lanes
  mask: u32 // number of rows - 1
  lanes: i32 // numbers a row, a multiple of 8
  attributes: usize // u32[entry][attributeCount]
  attributeCount: i32
  fixed: usize // u32[fixedCount][3]: slot, attribute, seed; ordered by slot
  fixedCount: i32
  offsets: usize // i32[slots]: distance of the token that a slot is about
  slots: i32
  parts: usize // i32[partCount][3]: kind (0 attribute, 1 given tag, 2 label), distance, attribute
  partCount: i32
  joint: usize // u32[jointCount][4]: seed and three numbers of parts; part 0 is always 1
  jointCount: i32
  cache: usize // i16[entry][slots][lanes]
  lists: usize // u32[entry][given]: the list of labels that the entry may have
  given: i32 // number of given tags
  listStarts: usize // u32[list + 1] into listLabels
  listLabels: usize // u16
  labelStarts: usize // u32[label + 1] into labelValues
  labelValues: usize // u16: the columns whose sum is the label's score
  labels: i32 // number of labels
  plain: i32 // 1: label i is column i, and a list of several is the list of all
  floor: usize // i16[lanes]: 0 for columns, far below for lanes that pad
  values: usize // u32[partCount]: scratch
  scores: usize // i16[lanes]: scratch
}

const OUTSIDE: u32 = 0x7feb352d // the tag of what lies outside the sentence
const GOLDEN: u32 = 0x9e3779b1

/** The entry of token `i` of the sentence [from, to). */
export function entryAt(entries: usize, i: i32, from: i32, to: i32): usize {
  if (i < from) return 0
  if (i >= to) return 1
  return <usize>load<u32>(entries + ((<usize>i) << 2))
}

function tagAt(tags: usize, i: i32, from: i32, to: i32): u32 {
  if (i < from || i >= to) return OUTSIDE
  return (<u32>load<u16>(tags + ((<usize>i) << 1)) + 1) * GOLDEN
}

/** Address of the row of a fixed feature, in rows of `bytes`. */
export function fixedRow(x: Layer, value: u32, seed: u32, bytes: usize): usize {
  let hash = (value ^ seed) * GOLDEN
  hash ^= hash >> 15
  return x.rows + <usize>(hash & x.mask) * bytes
}

/** Address of the row of a joint feature; its three parts are not 0. */
export function jointRow(x: Layer, seed: u32, a: u32, b: u32, c: u32, bytes: usize): usize {
  let hash = (a ^ seed) * 0x85ebca6b
  hash = (hash ^ (hash >> 13) ^ b) * 0xc2b2ae35
  hash = (hash ^ (hash >> 15) ^ c) * GOLDEN
  hash ^= hash >> 16
  return x.rows + <usize>(hash & x.mask) * bytes
}

/** Writes the values of all parts for token `i` of the sentence [from, to) to `values`. */
export function fillParts(
  x: Layer,
  entries: usize,
  given: usize,
  labels: usize,
  i: i32,
  from: i32,
  to: i32,
): void {
  const end = x.parts + <usize>x.partCount * 12
  const stride = <usize>x.attributeCount
  let out = x.values
  for (let part = x.parts; part < end; part += 12) {
    const kind = load<i32>(part)
    const j = i + load<i32>(part, 4)
    let value: u32 = 1
    if (kind === 0) {
      const entry = entryAt(entries, j, from, to)
      value = load<u32>(x.attributes + ((entry * stride + <usize>load<u32>(part, 8)) << 2))
    } else if (kind === 1) value = tagAt(given, j, from, to)
    else if (kind === 2) value = tagAt(labels, j, from, to)
    store<u32>(out, value)
    out += 4
  }
}

/** The list of labels that token `i` may have. */
export function listOf(x: Layer, entries: usize, given: usize, i: i32): usize {
  const entry = <usize>load<u32>(entries + ((<usize>i) << 2))
  const tag = <usize>load<u16>(given + ((<usize>i) << 1))
  return <usize>load<u32>(x.lists + ((entry * <usize>x.given + tag) << 2))
}

/** The sum of the columns of `label`, from `scores`. */
export function scoreOf(x: Layer, label: usize): i32 {
  const at = x.labelStarts + (label << 2)
  const end = x.labelValues + ((<usize>load<u32>(at, 4)) << 1)
  let sum = 0
  for (let value = x.labelValues + ((<usize>load<u32>(at)) << 1); value < end; value += 2) {
    sum += <i32>load<i16>(x.scores + ((<usize>load<u16>(value)) << 1))
  }
  return sum
}
