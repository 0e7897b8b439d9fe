// WordPiece of one word: the longest token that begins it, then again with the prefix of continuing subwords, by
// walking the trie from the root or from the node after the prefix. A word with a part that is no token, or with
// too many characters, is one unknown token. Steps: at most units x longest token. Source: Devlin et al. 2019.
import { CAPACITY } from './codes'
import { CONTINUATION, EDGE_MASK, EDGES, LONGEST, put, UNKNOWN, unitsAt } from './subword-model'
import { childOf, edgeOf, tokenOf } from './subword-trie'

function tooLong(text: usize, start: u32, end: u32, limit: u32): bool {
  if (end - start <= limit) return false
  let characters: u32 = 0
  for (let at = start; at < end && characters <= limit; characters++) at += unitsAt(text, at, end)
  return characters > limit
}

// Tokens of the word from `start` to `end`, written by `put`; gives their number.
export function wordPieces(
  model: usize,
  text: usize,
  start: u32,
  end: u32,
  output: usize,
  stride: u32,
  capacity: u32,
): i32 {
  if (capacity === 0) return CAPACITY
  const edges = load<u32>(model, EDGES)
  const mask = load<u32>(model, EDGE_MASK)
  let n: u32 = 0
  let reached = start
  if (!tooLong(text, start, end, load<u32>(model, LONGEST))) {
    let root: u32 = 1
    while (reached < end && root !== 0) {
      let node = root
      let id = -1
      let to = reached
      for (let at = reached; at < end; at++) {
        const edge = edgeOf(edges, mask, node, load<u16>(text + ((<usize>at) << 1)))
        if (edge === 0) break
        node = childOf(edge)
        if (tokenOf(edge) < 0) continue
        id = tokenOf(edge)
        to = at + 1
      }
      if (id < 0) break
      if (n === capacity) return CAPACITY
      put(output, stride, n++, id, reached, to)
      reached = to
      root = load<u32>(model, CONTINUATION)
    }
  }
  if (reached === end) return <i32>n
  put(output, stride, 0, load<u32>(model, UNKNOWN), start, end)
  return 1
}
