/**
 * Learns ending rules (src/lemma/ending-rules.ts) from words and the edits they may have: the fewest rules that give
 * every word one of its edits.
 *
 * All endings form a trie; a node either has its parent's edit or its own, and each change costs one rule. From the
 * leaves up, a node's cheapest edits are those that are cheapest at most of its children; from the root down, a node
 * keeps its parent's edit where that is one of them (parsimony, as for trees of species). So what one word alone shows
 * is remembered for that word and not taken for a rule.
 *
 * @see Fitch 1971, https://doi.org/10.2307/2412116; Hartigan 1973, https://doi.org/10.2307/2529676
 */
import type { EndingRule } from '../src/lemma/ending-rules.js'

interface Node {
  readonly children: Map<string, Node>
  /** The edits that cost the least here, each with the number of words below that may have it. */
  cheap: Map<string, number>
}

const LONGEST_CUT = 9
/** An edit of fewer words than these, or that appends more than three letters, is remembered word by word. */
const PRODUCTIVE = 3

/** The shortest edit from `word` to `lemma` at the end: letters to cut, then what to append. */
export function editOf(word: string, lemma: string): string | undefined {
  let same = 0
  while (same < word.length && same < lemma.length && word[same] === lemma[same]) same++
  const cut = word.length - same
  return cut > LONGEST_CUT ? undefined : cut + lemma.slice(same)
}

/** Rules for words in lower case, by the edits each may have; with `whole`, each for one word alone. */
export function learnEndingRules(
  edits: ReadonlyMap<string, readonly string[]>,
  { whole = false } = {},
): EndingRule[] {
  const words = new Map<string, number>()
  for (const choice of edits.values()) {
    for (const edit of choice) words.set(edit, (words.get(edit) ?? 0) + 1)
  }
  const root = newNode()
  const single = new Map<string, string>()
  for (const [word, choice] of edits) {
    const ending = `${[...word.replace(/\d/gu, '#')].reverse().join('')}^`
    const productive = choice.filter((edit) => words.get(edit)! >= PRODUCTIVE && edit.length <= 4)
    if (whole || productive.length === 0) single.set(ending, choice[0]!)
    else {
      let node = root
      for (const letter of ending) node = childOf(node, letter)
      node.cheap = new Map(productive.map((edit) => [edit, 1]))
    }
  }
  settle(root)
  const rules: EndingRule[] = []
  if (root.cheap.size > 0) collect(root, '', '0', rules)
  for (const [ending, edit] of single) if (!whole || edit !== '0') rules.push(ruleOf(ending, edit))
  return rules
}

function newNode(): Node {
  return { children: new Map(), cheap: new Map() }
}

function childOf(node: Node, letter: string): Node {
  let child = node.children.get(letter)
  if (child === undefined) {
    child = newNode()
    node.children.set(letter, child)
  }
  return child
}

function settle(node: Node): void {
  if (node.children.size === 0) return
  const votes = new Map<string, number>()
  const words = new Map<string, number>()
  for (const child of node.children.values()) {
    settle(child)
    for (const [edit, count] of child.cheap) {
      votes.set(edit, (votes.get(edit) ?? 0) + 1)
      words.set(edit, (words.get(edit) ?? 0) + count)
    }
  }
  const most = Math.max(...votes.values())
  for (const [edit, count] of votes) if (count === most) node.cheap.set(edit, words.get(edit)!)
}

function collect(node: Node, ending: string, inherited: string, rules: EndingRule[]): void {
  let edit = inherited
  if (!node.cheap.has(inherited)) {
    edit = [...node.cheap].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0]
    rules.push(ruleOf(ending, edit))
  }
  for (const [letter, child] of node.children) collect(child, ending + letter, edit, rules)
}

function ruleOf(ending: string, edit: string): EndingRule {
  return { ending, cut: Number(edit[0]), append: edit.slice(1) }
}
