// The assignment step of k-means (Lloyd 1982): the nearest centroid of every point.
//
// |p - c|^2 is smallest where p.c - |c|^2/2 is largest, so the work is products of rows, in tiles of two points
// and three centroids.
import { CAPACITY } from './codes'
import { tile } from './rows'

/**
 * Finds for each of `count` points (rows of `width` float32) the centroid with the largest p.c - half[c], the
 * first of equals; writes it to `nearest` (u32) and the value to `score` (f32). `count` is even and `clusters` a
 * multiple of three: padding has zero rows, and `half` of padding centroids is infinite. `scratch` has 24 bytes.
 * Gives how many assignments changed.
 */
export function kMeansAssign(
  points: usize,
  count: i32,
  width: i32,
  centroids: usize,
  half: usize,
  clusters: i32,
  nearest: usize,
  score: usize,
  scratch: usize,
): i32 {
  if ((count & 1) !== 0 || clusters % 3 !== 0 || (width & 3) !== 0) return CAPACITY
  const bytes = (<usize>width) << 2
  let changed = 0
  for (let n = 0; n < count; n += 2) {
    const a = points + <usize>n * bytes
    const b = a + bytes
    let bestA: u32 = 0
    let bestB: u32 = 0
    let topA: f32 = -f32.MAX_VALUE
    let topB: f32 = -f32.MAX_VALUE
    let row = centroids
    for (let c = 0; c < clusters; c += 3) {
      tile(a, b, row, row + bytes, row + bytes + bytes, bytes, scratch, scratch + 12)
      row += bytes * 3
      for (let i = 0; i < 3; i++) {
        const at = (<usize>i) << 2
        const away = load<f32>(half + ((<usize>(c + i)) << 2))
        const scoreA = load<f32>(scratch + at) - away
        const scoreB = load<f32>(scratch + at, 12) - away
        if (scoreA > topA) {
          topA = scoreA
          bestA = <u32>(c + i)
        }
        if (scoreB > topB) {
          topB = scoreB
          bestB = <u32>(c + i)
        }
      }
    }
    const to = (<usize>n) << 2
    if (load<u32>(nearest + to) !== bestA) changed++
    if (load<u32>(nearest + to, 4) !== bestB) changed++
    store<u32>(nearest + to, bestA)
    store<u32>(nearest + to, bestB, 4)
    store<f32>(score + to, topA)
    store<f32>(score + to, topB, 4)
  }
  return changed
}
