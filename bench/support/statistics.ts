/** Numbers of repeated runs: the median, and as spread half the distance between the quartiles. */

/** Median and spread of samples. */
export interface Summary {
  readonly median: number
  /** Half the distance between the quartiles. */
  readonly spread: number
  readonly runs: number
}

/** The value below which the share `q` of the sorted samples lies, interpolated. */
export function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q
  const low = Math.floor(at)
  const below = sorted[low]!
  return below + ((sorted[low + 1] ?? below) - below) * (at - low)
}

/** Median and spread. */
export function summarize(samples: readonly number[]): Summary {
  const sorted = [...samples].sort((a, b) => a - b)
  return {
    median: quantile(sorted, 0.5),
    spread: (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2,
    runs: sorted.length,
  }
}

/** Runs every task once a round, in an order that turns by one each round, and gives each one's samples. */
export async function interleave<T>(
  tasks: ReadonlyMap<string, () => Promise<T> | T>,
  rounds: number,
): Promise<Map<string, T[]>> {
  const names = [...tasks.keys()]
  const samples = new Map<string, T[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < names.length; i++) {
      const name = names[(i + round) % names.length]!
      samples.get(name)!.push(await tasks.get(name)!())
    }
  }
  return samples
}
