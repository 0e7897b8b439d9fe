/**
 * The rules of every stemmer, found by name in src/stem/lang, and words made up from the letters and endings that
 * they name: those reach more of the rules, and stranger parts, than the words of a language do.
 */
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import type { Rule } from '../../src/stem/rules.js'

const LANG = new URL('../../src/stem/lang/', import.meta.url)
const plain = (name: string) => name.replace(/[^a-z0-9]/gi, '').toLowerCase()

/** The rules of each algorithm by its name without hyphens. */
const RULES = new Map<string, () => Rule>()
for (const file of readdirSync(LANG)) {
  const names: Record<string, unknown> = await import(new URL(file, LANG).href)
  const rules = Object.entries(names).find(([name]) => plain(name) === plain(file.slice(0, -3)))?.[1]
  if (typeof rules === 'function') RULES.set(plain(file.slice(0, -3)), rules as () => Rule)
}

/** The rules of the stemmer of that name. */
export function rulesOf(algorithm: string): Rule {
  const rules = RULES.get(plain(algorithm))
  if (!rules) throw new Error(`src/stem/lang has no file that exports the rules of "${algorithm}"`)
  return rules()
}

/** Every text that the rules match, put or select from, in lower case: endings, and sets of letters one by one. */
export function textsOf(rule: Rule): string[] {
  const texts = new Set<string>()
  const seen = new Set<object>()
  const visit = (value: unknown, key = ''): void => {
    if (typeof value === 'string') {
      if (key === 'letters') for (const letter of value) texts.add(letter)
      else if (!['kind', 'name', 'mark', 'within', 'comparison'].includes(key)) texts.add(value)
    } else if (typeof value === 'function') visit(value())
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value)
      const list = Array.isArray(value)
      for (const [name, part] of Object.entries(value)) visit(part, list ? key : name)
    }
  }
  visit(rule)
  return [...texts].filter((text) => text !== '' && text === text.toLowerCase())
}

/** Words of pieces from `texts`, some cut short, with letters between them. */
export function madeUpWords(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...texts) },
    { weight: 2, arbitrary: fc.constantFrom(...texts.flatMap((text) => [...text])) },
    fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
    fc.tuple(fc.constantFrom(...texts), fc.nat({ max: 8 })).map(([text, count]) => text.slice(0, count)),
  )
  return fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(''))
}
