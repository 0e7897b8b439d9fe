/**
 * Long work that does not block: a pause lets other tasks run when enough time has passed, reports progress, and
 * stops when the signal says so.
 */

/** Called often from long work with the share that is done, from 0 to 1. */
export type Pause = (done: number) => void | Promise<void>

const SLICE = 40 // milliseconds between two pauses

/** A Pause that reports shares within [from, to] of the whole. */
export function makePause(
  onProgress: ((done: number) => void) | undefined,
  signal: AbortSignal | undefined,
  [from, to]: readonly [number, number] = [0, 1],
): Pause {
  let last = performance.now()
  return (done) => {
    const now = performance.now()
    if (now - last < SLICE) return
    signal?.throwIfAborted()
    onProgress?.(from + done * (to - from))
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now()
        resolve()
      })
    })
  }
}
