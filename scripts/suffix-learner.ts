/**
 * The shortest table of rules by the ends of words that gives the right class for every word (but for the few whose
 * mistakes cost less than a rule): dynamic programming over the trie of the reversed words.
 */

/** A word, its class (a capital), and what it costs to get it wrong; Infinity: never. */
export interface Classified {
  readonly word: string
  readonly letter: string
  readonly weight: number
}

interface Node {
  readonly children: Map<string, Node>
  readonly depth: number
  words: Classified[]
  /** Words in the subtree. */
  size: number
  /** Cheapest cost of the subtree by the class that is in force above it. */
  best: Map<string, { cost: number; rule: string | null }>
}

/** The table for `words`, in the form that SuffixRules reads; a rule that is no whole word has `support` words. */
export function learnSuffixRules(words: Iterable<Classified>, classes: string, support: number): string {
  const letters = [...classes]
  const newNode = (depth: number): Node => ({
    children: new Map(),
    depth,
    words: [],
    size: 0,
    best: new Map(),
  })
  const root = newNode(0)
  for (const item of words) {
    let node = root
    root.size++
    for (const letter of [...item.word].reverse()) {
      const next = node.children.get(letter) ?? newNode(node.depth + 1)
      node.children.set(letter, next)
      node = next
      node.size++
    }
    node.words.push(item)
  }

  // A whole-word rule costs its letters, the mark and the class; an end of words its letters and the class.
  const wordCost = (item: Classified, inForce: string) =>
    item.letter === inForce ? 0 : Math.min(item.weight, item.word.length + 2)
  const solve = (node: Node) => {
    for (const child of node.children.values()) solve(child)
    const within = new Map(
      letters.map((letter) => {
        let cost = 0
        for (const item of node.words) cost += wordCost(item, letter)
        for (const child of node.children.values()) cost += child.best.get(letter)!.cost
        return [letter, cost]
      }),
    )
    const [cheapest] = [...within].sort((a, b) => a[1] - b[1])[0]!
    const switching = node.size < support ? Number.POSITIVE_INFINITY : within.get(cheapest)! + node.depth + 1
    for (const letter of letters) {
      const cost = within.get(letter)!
      node.best.set(letter, cost <= switching ? { cost, rule: null } : { cost: switching, rule: cheapest })
    }
  }
  solve(root)

  const rules: string[] = []
  const write = (node: Node, suffix: string, above: string) => {
    const { rule } = node.best.get(above) ?? { rule: above }
    const inForce = rule ?? above
    if (rule) rules.push(suffix + rule)
    for (const item of node.words)
      if (item.letter !== inForce && item.weight > item.word.length + 2)
        rules.push(`^${item.word}${item.letter}`)
    for (const [letter, child] of [...node.children].sort(([a], [b]) => (a < b ? -1 : 1)))
      write(child, letter + suffix, inForce)
  }
  const start = letters
    .map((letter) => [letter, root.best.get(letter)!.cost] as const)
    .sort((a, b) => a[1] - b[1])[0]![0]
  rules.push(start)
  write(root, '', start)
  return rules.join('')
}
