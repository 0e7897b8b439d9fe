// The counting steps of unigram training, over distinct words with their weights: expected counts of all tokens
// (forward-backward), counts on the best paths (Viterbi), and the best way to write a token without itself.
// Probabilities are multiplied by a constant for each unit (src/tokenize/subword/train-unigram.ts), which leaves the
// shares of paths as they are and keeps products of long words within the range of f64. A word that leaves it all
// the same adds nothing.
// Source: Kudo 2018, section 3.2.
import { EDGE_MASK, EDGES, NONE, unitsAt } from './subword-model'
import { childOf, edgeOf, tokenOf } from './subword-trie'
import { unigramLattice } from './subword-unigram'

function sumAt(sums: usize, i: u32): usize {
  return sums + ((<usize>i) << 3)
}

// Kernel: adds to `expected` (f64 by id) the expected counts in words `from` to `to`. `probabilities`: f64 by id.
// Scratch for words of at most `longest` units: `forward`, `backward` f64 and `firsts` u32 for each position and one
// more; `arcs`, 8 bytes (u32 end · u32 id), as many for each position as the longest token has units. Gives the number
// of words that added nothing.
export function subwordExpect(
  model: usize,
  probabilities: usize,
  units: usize,
  offsets: usize,
  weights: usize,
  from: u32,
  to: u32,
  longest: u32,
  forward: usize,
  backward: usize,
  firsts: usize,
  arcs: usize,
  expected: usize,
): i32 {
  const edges = <usize>load<u32>(model, EDGES)
  const mask = load<u32>(model, EDGE_MASK)
  let left: i32 = 0
  for (let word = from; word < to; word++) {
    const start = load<u32>(offsets + ((<usize>word) << 2))
    const length = load<u32>(offsets + ((<usize>word) << 2), 4) - start
    if (length > longest) {
      left++
      continue
    }
    const text = units + ((<usize>start) << 1)
    memory.fill(forward, 0, (<usize>(length + 1)) << 3)
    memory.fill(backward, 0, (<usize>(length + 1)) << 3)
    store<f64>(forward, 1)
    store<f64>(sumAt(backward, length), 1)
    let n: u32 = 0
    for (let at: u32 = 0; at < length; at++) {
      store<u32>(firsts + ((<usize>at) << 2), n)
      const here = load<f64>(sumAt(forward, at))
      if (here === 0) continue
      let node: u32 = 1
      for (let next = at; next < length; next++) {
        const edge = edgeOf(edges, mask, node, load<u16>(text + ((<usize>next) << 1)))
        if (edge === 0) break
        node = childOf(edge)
        const id = tokenOf(edge)
        if (id < 0) continue
        store<u32>(arcs + ((<usize>n) << 3), next + 1)
        store<u32>(arcs + ((<usize>n) << 3), <u32>id, 4)
        n++
        const sum = sumAt(forward, next + 1)
        store<f64>(sum, load<f64>(sum) + here * load<f64>(sumAt(probabilities, <u32>id)))
      }
    }
    const total = load<f64>(sumAt(forward, length))
    if (!(total > 1e-280 && total < 1e280)) {
      left++
      continue
    }
    const share = load<f64>(weights + ((<usize>word) << 3)) / total
    for (let at = length; at > 0; ) {
      at--
      const here = load<f64>(sumAt(forward, at)) * share
      const first = load<u32>(firsts + ((<usize>at) << 2))
      let behind: f64 = 0
      for (let arc = first; arc < n; arc++) {
        const next = load<u32>(arcs + ((<usize>arc) << 3))
        const id = load<u32>(arcs + ((<usize>arc) << 3), 4)
        const path = load<f64>(sumAt(probabilities, id)) * load<f64>(sumAt(backward, next))
        behind += path
        const sum = sumAt(expected, id)
        store<f64>(sum, load<f64>(sum) + here * path)
      }
      n = first
      store<f64>(sumAt(backward, at), behind)
    }
  }
  return left
}

// Kernel: adds to `counts` (f64 by id) the tokens on the best paths of words `from` to `to`. `lattice`: 16 bytes for
// each position of the longest word and one more.
export function subwordBestCounts(
  model: usize,
  units: usize,
  offsets: usize,
  weights: usize,
  from: u32,
  to: u32,
  lattice: usize,
  counts: usize,
): i32 {
  for (let word = from; word < to; word++) {
    const start = load<u32>(offsets + ((<usize>word) << 2))
    const end = load<u32>(offsets + ((<usize>word) << 2), 4)
    const weight = load<f64>(weights + ((<usize>word) << 3))
    unigramLattice(model, units, start, end, lattice, NONE)
    for (let at = end - start; at > 0; ) {
      const node = lattice + ((<usize>at) << 4)
      const id = load<u32>(node, 12)
      if (id !== NONE) store<f64>(sumAt(counts, id), load<f64>(sumAt(counts, id)) + weight)
      at = load<u32>(node, 8)
    }
  }
  return <i32>(to - from)
}

// Kernel: the best way to write each of tokens `from` to `to` without itself. Writes the number of tokens of that way
// to `lengths` (0: there is none, or it has unknown characters), its score to `scores`, and its ids, last first, to
// `ids`, `room` of them a token.
export function subwordAlternatives(
  model: usize,
  units: usize,
  offsets: usize,
  from: u32,
  to: u32,
  lattice: usize,
  lengths: usize,
  scores: usize,
  ids: usize,
  room: u32,
): i32 {
  for (let token = from; token < to; token++) {
    const start = load<u32>(offsets + ((<usize>token) << 2))
    const end = load<u32>(offsets + ((<usize>token) << 2), 4)
    const out = token - from
    let n: u32 = 0
    if (unitsAt(units, start, end) < end - start) {
      unigramLattice(model, units, start, end, lattice, token)
      for (let at = end - start; at > 0; ) {
        const node = lattice + ((<usize>at) << 4)
        const id = load<u32>(node, 12)
        if (id === NONE || n === room) {
          n = 0
          break
        }
        store<u32>(ids + ((<usize>(out * room + n++)) << 2), id)
        at = load<u32>(node, 8)
      }
      store<f64>(scores + ((<usize>out) << 3), load<f64>(lattice + ((<usize>(end - start)) << 4)))
    }
    store<u32>(lengths + ((<usize>out) << 2), n)
  }
  return <i32>(to - from)
}
