/** The material that rules of stemmers work on, to build words from that reach them. */
import type { Rule, RuleNode } from '../../src/stem/rules.js'

/** All texts and letters in a rule tree, each once, in the order of the tree. */
export function ruleTexts(rule: Rule): string[] {
  const texts = new Set<string>()
  const seen = new Set<RuleNode>()
  const walk = (node: Rule): void => {
    if (typeof node === 'string') texts.add(node)
    else if (!seen.has(node)) {
      seen.add(node)
      if ('rules' in node) node.rules.forEach(walk)
      if ('rule' in node) walk(node.rule)
      if ('condition' in node) walk(node.condition)
      if ('text' in node) texts.add(node.text)
      if ('texts' in node) for (const text of node.texts) texts.add(text)
      if ('letters' in node) for (const one of node.letters) texts.add(one)
      if (node.kind === 'routine') walk(node.body())
      if (node.kind === 'longest') {
        if (node.options.where !== undefined) walk(node.options.where)
        for (const [text, body] of node.entries) {
          texts.add(text)
          walk(body)
        }
      }
    }
  }
  walk(rule)
  texts.delete('')
  return [...texts]
}
