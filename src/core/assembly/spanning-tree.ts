// The best tree over a sentence: the maximum spanning arborescence from node 0, with one child of node 0 only.
//
// Scores: `n` rows (dependents) of `stride` bytes with a score for each head. Work area (14 n^2 + 33 n + 16 bytes): four
// lists of n i32; n flags; n x n f64 scores (in f32 the
// price of a root would swallow the differences between roots); two n x n u16 with the true head and the true dependent of each arc
// between groups; n x n u16 with the group of every node at each depth; 2 n arcs of cycles (group, dependent, head,
// depth: u16). Cycles among the best heads are contracted one at a time, then opened again in reverse: O(n^2) a
// contraction, and the scores of a trained model rarely have any.
// Source: Chu & Liu 1965, Edmonds 1967; one root by making arcs from node 0 dearer than all else (as in Stanojevic &
// Cohen, A Root of a Problem, EMNLP 2021, sec. 3).

const ONE_ROOT: f64 = 1e6
const NEVER: f64 = -1e30

function at2(base: usize, n: i32, row: i32, column: i32): usize {
  return base + (<usize>row * <usize>n + <usize>column) * 2
}

function at8(base: usize, n: i32, row: i32, column: i32): usize {
  return base + (<usize>row * <usize>n + <usize>column) * 8
}

function item(base: usize, i: i32): usize {
  return base + ((<usize>i) << 2)
}

/** Writes the best head of every node to `heads` (i32; -1 for node 0); gives 1 if these are a tree with one root. */
export function bestHeads(scores: usize, stride: i32, n: i32, heads: usize, marks: usize): i32 {
  store<i32>(heads, -1)
  let roots = 0
  for (let i = 1; i < n; i++) {
    const row = scores + <usize>i * <usize>stride
    let best = i === 1 && n > 2 ? 2 : 0
    let high = load<f32>(row + ((<usize>best) << 2))
    for (let j = 0; j < n; j++) {
      if (j === i) continue
      const score = load<f32>(row + ((<usize>j) << 2))
      if (score > high || (score === high && j < best)) {
        high = score
        best = j
      }
    }
    if (best === 0) roots++
    store<i32>(item(heads, i), best)
  }
  if (roots !== 1 && n > 1) return 0
  return findCycle(heads, marks, n) < 0 ? 1 : 0
}

/** A node on a cycle of `heads`, or -1; nodes whose head is -2 are left out. `marks`: n i32. */
function findCycle(heads: usize, marks: usize, n: i32): i32 {
  memory.fill(marks, 0, (<usize>n) << 2)
  for (let i = 1; i < n; i++) {
    let node = i
    while (node > 0 && load<i32>(item(marks, node)) === 0 && load<i32>(item(heads, node)) !== -2) {
      store<i32>(item(marks, node), i)
      node = load<i32>(item(heads, node))
    }
    if (node > 0 && load<i32>(item(marks, node)) === i && load<i32>(item(heads, node)) !== -2) return node
  }
  return -1
}

/** The node of the best arc into `v` among active nodes. */
function bestInto(matrix: usize, active: usize, n: i32, v: i32): i32 {
  let best = -1
  let high = NEVER * 2
  for (let u = 0; u < n; u++) {
    if (u === v || load<u8>(active + <usize>u) === 0) continue
    const score = load<f64>(at8(matrix, n, v, u))
    if (score > high) {
      high = score
      best = u
    }
  }
  return best
}

/**
 * Writes the heads of the best tree to `heads` (i32; -1 for node 0). `work`: the work area. Gives the
 * number of cycles that were contracted.
 */
export function spanningTree(scores: usize, stride: i32, n: i32, heads: usize, work: usize): i32 {
  const marks = work
  const best = marks + ((<usize>n) << 2)
  const final = best + ((<usize>n) << 2)
  const cycle = final + ((<usize>n) << 2)
  if (bestHeads(scores, stride, n, heads, marks) === 1) return 0
  const active = cycle + ((<usize>n) << 2)
  const matrix = (active + <usize>n + 15) & ~15
  const trueHeads = matrix + <usize>n * <usize>n * 8
  const trueNodes = trueHeads + <usize>n * <usize>n * 2
  const groups = trueNodes + <usize>n * <usize>n * 2
  const arcs = groups + <usize>n * <usize>n * 2
  let arcCount = 0
  for (let v = 0; v < n; v++) {
    store<u8>(active + <usize>v, 1)
    store<u16>(at2(groups, n, 0, v), <u16>v)
    const row = scores + <usize>v * <usize>stride
    for (let u = 0; u < n; u++) {
      let score = <f64>load<f32>(row + ((<usize>u) << 2))
      if (u === 0) score -= ONE_ROOT
      if (v === 0 || u === v) score = NEVER
      store<f64>(at8(matrix, n, v, u), score)
      store<u16>(at2(trueHeads, n, v, u), <u16>u)
      store<u16>(at2(trueNodes, n, v, u), <u16>v)
    }
  }
  store<i32>(best, -1)
  for (let v = 1; v < n; v++) store<i32>(item(best, v), bestInto(matrix, active, n, v))
  let depth = 0
  for (;;) {
    const start = findCycle(best, marks, n)
    if (start < 0) break
    // The nodes of the cycle; the first stands for all of them from here on.
    let length = 0
    let node = start
    do {
      store<i32>(item(cycle, length++), node)
      node = load<i32>(item(best, node))
    } while (node !== start)
    for (let u = 0; u < n; u++) {
      if (load<u8>(active + <usize>u) === 0) continue
      let inside = false
      for (let k = 0; k < length; k++) if (load<i32>(item(cycle, k)) === u) inside = true
      if (inside) continue
      // Into the cycle: what the arc gains over the arc of the cycle that it replaces.
      let gain = NEVER * 2
      let entry = start
      // Out of it: the best of its nodes.
      let high = NEVER * 2
      let exit = start
      for (let k = 0; k < length; k++) {
        const c = load<i32>(item(cycle, k))
        const inner = load<f64>(at8(matrix, n, c, load<i32>(item(best, c))))
        const into = load<f64>(at8(matrix, n, c, u)) - inner
        if (into > gain) {
          gain = into
          entry = c
        }
        const out = load<f64>(at8(matrix, n, u, c))
        if (out > high) {
          high = out
          exit = c
        }
      }
      const headIn = load<u16>(at2(trueHeads, n, entry, u))
      const nodeIn = load<u16>(at2(trueNodes, n, entry, u))
      const headOut = load<u16>(at2(trueHeads, n, u, exit))
      const nodeOut = load<u16>(at2(trueNodes, n, u, exit))
      // The cycle's own rows are still needed by the other nodes outside: the gains wait in row 0, which no
      // arc leads to.
      store<f64>(at8(matrix, n, 0, u), gain)
      store<f64>(at8(matrix, n, u, start), high)
      store<u16>(at2(trueHeads, n, u, start), headOut)
      store<u16>(at2(trueNodes, n, u, start), nodeOut)
      store<u16>(at2(trueHeads, n, 0, u), headIn)
      store<u16>(at2(trueNodes, n, 0, u), nodeIn)
    }
    for (let k = 0; k < length; k++) {
      const c = load<i32>(item(cycle, k))
      // While the cycle is closed, its arcs wait with the true ends of their nodes.
      const head = load<i32>(item(best, c))
      const arc = arcs + ((<usize>arcCount) << 3)
      arcCount++
      store<u16>(arc, <u16>c)
      store<u16>(arc, load<u16>(at2(trueNodes, n, c, head)), 2)
      store<u16>(arc, load<u16>(at2(trueHeads, n, c, head)), 4)
      store<u16>(arc, <u16>depth, 6)
      if (c !== start) {
        store<u8>(active + <usize>c, 0)
        store<i32>(item(best, c), -2)
      }
    }
    for (let u = 0; u < n; u++) {
      if (load<u8>(active + <usize>u) === 0 || u === start) continue
      store<f64>(at8(matrix, n, start, u), load<f64>(at8(matrix, n, 0, u)))
      store<u16>(at2(trueHeads, n, start, u), load<u16>(at2(trueHeads, n, 0, u)))
      store<u16>(at2(trueNodes, n, start, u), load<u16>(at2(trueNodes, n, 0, u)))
    }
    // Groups at the next depth: nodes of the cycle's groups now belong to its first node.
    for (let v = 0; v < n; v++) {
      let group = <i32>load<u16>(at2(groups, n, depth, v))
      for (let k = 1; k < length; k++) if (load<i32>(item(cycle, k)) === group) group = start
      store<u16>(at2(groups, n, depth + 1, v), <u16>group)
    }
    depth++
    store<i32>(item(best, start), bestInto(matrix, active, n, start))
    for (let v = 1; v < n; v++) {
      if (load<u8>(active + <usize>v) === 0 || v === start) continue
      const head = load<i32>(item(best, v))
      if (load<u8>(active + <usize>head) === 0) store<i32>(item(best, v), bestInto(matrix, active, n, v))
    }
  }
  // Open the cycles again, the last one first: the node that is entered from outside gives its arc up.
  for (let v = 0; v < n; v++) store<i32>(item(final, v), -1)
  for (let v = 1; v < n; v++) {
    if (load<u8>(active + <usize>v) === 0) continue
    const head = load<i32>(item(best, v))
    store<i32>(
      item(final, <i32>load<u16>(at2(trueNodes, n, v, head))),
      <i32>load<u16>(at2(trueHeads, n, v, head)),
    )
  }
  let arc = arcCount - 1
  for (let level = depth - 1; level >= 0; level--) {
    memory.fill(marks, 0, (<usize>n) << 2)
    for (let v = 1; v < n; v++) {
      if (load<i32>(item(final, v)) >= 0) store<i32>(item(marks, <i32>load<u16>(at2(groups, n, level, v))), 1)
    }
    for (; arc >= 0 && <i32>load<u16>(arcs + ((<usize>arc) << 3), 6) === level; arc--) {
      const from = arcs + ((<usize>arc) << 3)
      if (load<i32>(item(marks, <i32>load<u16>(from))) !== 0) continue
      store<i32>(item(final, <i32>load<u16>(from, 2)), <i32>load<u16>(from, 4))
    }
  }
  memory.copy(heads, final, (<usize>n) << 2)
  return depth
}
