/** Training of Brill rules as the definition has it: every rule that an error suggests, scored on every token, each time. */

/** A token with its word, its right tag and the tag that it has. */
export interface BrillToken {
  readonly word: string
  readonly gold: string
  readonly tag: string
}

interface Feature {
  readonly feature: 'tag' | 'word'
  readonly from: number
  readonly to: number
}

interface Rule {
  readonly template: number
  readonly from: string
  readonly values: readonly string[]
  readonly to: string
}

/** The chosen rules, each as [score, text, fixed, broken]. */
export function brillOracle(
  sentences: readonly (readonly BrillToken[])[],
  templates: readonly (readonly Feature[])[],
  limits: { readonly maxRules: number; readonly minScore: number; readonly minAccuracy: number },
): { text: string; fixed: number; broken: number }[] {
  let now = sentences
  const chosen = []
  while (chosen.length < limits.maxRules) {
    const rules = new Map<string, Rule>()
    now.forEach((sentence) => {
      sentence.forEach(({ tag, gold }, i) => {
        if (tag === gold || gold === '') return
        templates.forEach((template, t) => {
          for (const values of product(template.map((feature) => valuesAt(sentence, i, feature)))) {
            const rule = { template: t, from: tag, values, to: gold }
            rules.set(JSON.stringify(rule), rule)
          }
        })
      })
    })
    let best: { rule: Rule; fixed: number; broken: number } | undefined
    for (const rule of rules.values()) {
      let [fixed, broken] = [0, 0]
      for (const sentence of now) {
        sentence.forEach((token, i) => {
          if (!applies(rule, templates, sentence, i)) return
          if (token.gold === rule.to) fixed++
          else if (token.gold === token.tag) broken++
        })
      }
      if (fixed - broken < limits.minScore || fixed < limits.minAccuracy * (fixed + broken)) continue
      const gain = best === undefined ? 1 : fixed - broken - (best.fixed - best.broken)
      if (gain > 0 || (gain === 0 && before(rule, best!.rule))) best = { rule, fixed, broken }
    }
    if (best === undefined) break
    const { rule, fixed, broken } = best
    chosen.push({ text: textOf(rule, templates), fixed, broken })
    now = now.map((sentence) =>
      sentence.map((token, i) =>
        applies(rule, templates, sentence, i) ? { ...token, tag: rule.to } : token,
      ),
    )
  }
  return chosen
}

function valuesAt(sentence: readonly BrillToken[], i: number, { feature, from, to }: Feature): string[] {
  const values = new Set<string>()
  for (let at = i + from; at <= i + to; at++) {
    const token = sentence[at]
    if (token !== undefined) values.add(token[feature])
  }
  return [...values]
}

function applies(
  rule: Rule,
  templates: readonly (readonly Feature[])[],
  sentence: readonly BrillToken[],
  i: number,
): boolean {
  if (sentence[i]!.tag !== rule.from) return false
  return templates[rule.template]!.every((feature, c) =>
    valuesAt(sentence, i, feature).includes(rule.values[c]!),
  )
}

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((value) => [...row, value])),
    [[]],
  )
}

function before(one: Rule, other: Rule): boolean {
  if (one.template !== other.template) return one.template < other.template
  const [a, b] = [one, other].map((rule) => [rule.from, ...rule.values, rule.to])
  const k = a!.findIndex((value, at) => value !== b![at])
  return k >= 0 && a![k]! < b![k]!
}

function textOf({ template, from, to, values }: Rule, templates: readonly (readonly Feature[])[]): string {
  const conditions = templates[template]!.map(
    ({ feature, from: near, to: far }, c) =>
      `${feature}[${near === far ? near : `${near}..${far}`}]=${values[c] || '""'}`,
  )
  return `${from} -> ${to} if ${conditions.join(' & ')}`
}
