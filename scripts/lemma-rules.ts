/**
 * Learns ending rules (src/lemma/ending-rules.ts) from words and the edits they want: the fewest rules that give
 * every word its edit.
 *
 * All endings form a trie; a node either has its parent's edit or its own, and each change costs one rule
 * (Sankoff's parsimony, by dynamic programming from the leaves). Where several choices cost the same, a node keeps
 * its parent's edit, so that what one word alone shows is remembered for that word and not taken for a rule.
 */
import type { EndingRule } from '../src/lemma/ending-rules.js'

interface Node {
  readonly children: Map<string, Node>
  edit: string | undefined
  /** The edits that cost the least here, each with the number of words below that want it. */
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

/** Rules for words in lower case, by their edits; with `whole`, each for one word alone. */
export function learnEndingRules(edits: ReadonlyMap<string, string>, { whole = false } = {}): EndingRule[] {
  const words = new Map<string, number>()
  for (const edit of edits.values()) words.set(edit, (words.get(edit) ?? 0) + 1)
  const root = newNode()
  const single = new Map<string, string>()
  for (const [word, edit] of edits) {
    const ending = `${[...word.replace(/\d/gu, '#')].reverse().join('')}^`
    if (whole || words.get(edit)! < PRODUCTIVE || edit.length > 4) single.set(ending, edit)
    else {
      let node = root
      for (const letter of ending) node = childOf(node, letter)
      node.edit = edit
    }
  }
  settle(root)
  const rules: EndingRule[] = []
  if (root.cheap.size > 0) collect(root, '', '0', rules)
  for (const [ending, edit] of single) if (!whole || edit !== '0') rules.push(ruleOf(ending, edit))
  return rules
}

function newNode(): Node {
  return { children: new Map(), edit: undefined, cheap: new Map() }
}

function childOf(node: Node, letter: string): Node {
  let child = node.children.get(letter)
  if (child === undefined) {
    child = newNode()
    node.children.set(letter, child)
  }
  return child
}

// With edit e a node costs as many rules below as it has children where e is not among the cheapest. So the cheapest
// edits are those that are cheapest at most children.
function settle(node: Node): void {
  if (node.edit !== undefined) {
    node.cheap.set(node.edit, 1)
    return
  }
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
