/** Dependency patterns by brute force: every token is tried for every node, relations as they are defined. */
export interface SlowNode {
  readonly test: (token: number) => boolean
  readonly name?: string
  readonly relations: readonly {
    readonly sign: string
    readonly label?: string
    readonly mode: '' | '!' | '?'
    readonly target: SlowNode
  }[]
}

export interface SlowTree {
  readonly head: readonly number[]
  readonly deprel: readonly string[]
  readonly sentence: readonly number[]
}

export type Bound = Readonly<Record<string, number>>

/** Whether token `b` stands in the relation to token `a`. */
export function related(
  { head, deprel, sentence }: SlowTree,
  sign: string,
  label: string | undefined,
  a: number,
  b: number,
): boolean {
  const isHead = (above: number, below: number) => head[below] === above && above !== below
  const isAbove = (above: number, below: number): boolean =>
    isHead(above, below) || head.some((_, middle) => isHead(above, middle) && isAbove(middle, below))
  const named = (below: number) => label === undefined || deprel[below] === label
  const siblings = (x: number, y: number) =>
    x !== y && head[x] === head[y] && head[x]! >= 0 && head[x] !== x && head[y] !== y
  const between = (x: number, y: number) => head.some((_, z) => x < z && z < y && siblings(x, z))
  switch (sign) {
    case '>':
      return isHead(a, b) && named(b)
    case '<':
      return isHead(b, a) && named(a)
    case '>>':
      return isAbove(a, b) && named(b)
    case '<<':
      return isAbove(b, a) && named(a)
    case '$++':
      return siblings(a, b) && a < b
    case '$--':
      return siblings(a, b) && b < a
    case '$+':
      return siblings(a, b) && a < b && !between(a, b)
    case '$-':
      return siblings(a, b) && b < a && !between(b, a)
    case '.':
      return b === a + 1 && sentence[a] === sentence[b]
    case '..':
      return a < b && sentence[a] === sentence[b]
  }
  throw new Error(sign)
}

/** Every way to bind the names of `node` with token `i` for it. */
export function waysAt(tree: SlowTree, node: SlowNode, i: number, bound: Bound = {}): Bound[] {
  if (!node.test(i)) return []
  if (node.name !== undefined && bound[node.name] !== undefined && bound[node.name] !== i) return []
  let ways: Bound[] = [node.name === undefined ? bound : { ...bound, [node.name]: i }]
  for (const { sign, label, mode, target } of node.relations) {
    ways = ways.flatMap((way) => {
      const more = tree.head.flatMap((_, other) =>
        related(tree, sign, label, i, other) ? waysAt(tree, target, other, way) : [],
      )
      if (mode === '!') return more.length > 0 ? [] : [way]
      return mode === '?' && more.length === 0 ? [way] : more
    })
  }
  return ways
}
