// A trie of vocabulary strings over UTF-16 units, as one hash table of edges: open addressing, linear probing.
// Edge (16 bytes): u64 key = parent << 16 | unit (0: free) · u32 child · u32 id of the token that ends there + 1.
// Nodes are numbered from 1, the root. One probe answers both "where does this unit lead" and "is this a token".

export const MIX: u64 = ((<u64>0x9e3779b9) << 32) | 0x7f4a7c15 // 2^64 over the golden ratio

// Address of the edge from `node` by `unit`, or of the free slot where it would be.
function slotOf(edges: usize, mask: u32, node: u32, unit: u32): usize {
  const key = ((<u64>node) << 16) | unit
  let slot = <u32>((key * MIX) >> 40) & mask
  while (true) {
    const edge = edges + ((<usize>slot) << 4)
    const found = load<u64>(edge)
    if (found === key || found === 0) return edge
    slot = (slot + 1) & mask
  }
}

// Address of the edge from `node` by `unit`, 0 if there is none.
export function edgeOf(edges: usize, mask: u32, node: u32, unit: u32): usize {
  const edge = slotOf(edges, mask, node, unit)
  return load<u64>(edge) === 0 ? 0 : edge
}

export function childOf(edge: usize): u32 {
  return load<u32>(edge, 8)
}

// Id of the token that ends at the edge's child, -1 if none does.
export function tokenOf(edge: usize): i32 {
  return <i32>load<u32>(edge, 12) - 1
}

// Kernel: builds the trie of `count` strings; string i is the units offsets[i] to offsets[i + 1] and has the id
// ids[i]; of equal strings the last wins. `edges` holds mask + 1 free slots, zeroed. Gives the number of nodes,
// or 0 when more than three quarters of the slots would be taken.
export function subwordTrie(
  units: usize,
  offsets: usize,
  ids: usize,
  count: u32,
  edges: usize,
  mask: u32,
): i32 {
  let nodes: u32 = 1
  const limit = (mask >> 2) * 3
  for (let i: u32 = 0; i < count; i++) {
    const start = load<u32>(offsets + (i << 2))
    const end = load<u32>(offsets + (i << 2), 4)
    let node: u32 = 1
    let edge: usize = 0
    for (let at = start; at < end; at++) {
      const unit = <u32>load<u16>(units + ((<usize>at) << 1))
      edge = slotOf(edges, mask, node, unit)
      if (load<u64>(edge) === 0) {
        if (nodes >= limit) return 0
        nodes++
        store<u64>(edge, ((<u64>node) << 16) | unit)
        store<u32>(edge, nodes, 8)
        store<u32>(edge, 0, 12)
      }
      node = childOf(edge)
    }
    if (edge) store<u32>(edge, load<u32>(ids + (i << 2)) + 1, 12)
  }
  return <i32>nodes
}

// Kernel: the node that a string leads to from the root, 0 if it leads out of the trie.
export function subwordTrieNode(edges: usize, mask: u32, units: usize, count: u32): i32 {
  let node: u32 = 1
  for (let i: u32 = 0; i < count; i++) {
    const edge = edgeOf(edges, mask, node, load<u16>(units + (i << 1)))
    if (edge === 0) return 0
    node = childOf(edge)
  }
  return <i32>node
}
