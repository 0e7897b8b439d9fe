/**
 * Tables of words as source text: parsed once, at the first question that needs them.
 *
 * Sets and Maps, so that `constructor` and `__proto__` are words as any other.
 */

/** What `make` gives, made at the first call and kept. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The words of a list that spaces part. */
export function wordsOf(list: string): string[] {
  return list.split(' ').filter((word) => word !== '')
}

/** The columns of each line of a table: columns parted by spaces, variants within one by '/'. */
export function rowsOf(table: string): string[][][] {
  return table
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ').map((column) => column.split('/')))
}
