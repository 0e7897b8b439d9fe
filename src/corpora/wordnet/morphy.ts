/**
 * Morphy: from the form of a word in a text to the words in WordNet that it may be a form of.
 *
 * A form in the list of exceptions is what the list says. Else endings are taken off by rule, once, and the form
 * itself counts too; only when nothing is found, the rules go on over what they gave.
 *
 * @see Princeton WordNet, morphy(7WN)
 */
import type { WordNetData } from './data.js'
import { lowerBound } from './data.js'
import { wordKey } from './words.js'

/** Endings and what takes their place, by the group of part of speech. */
const RULES: readonly (readonly (readonly [ending: string, instead: string])[])[] = [
  [
    ['s', ''],
    ['ses', 's'],
    ['ves', 'f'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['men', 'man'],
    ['ies', 'y'],
  ],
  [
    ['s', ''],
    ['ies', 'y'],
    ['es', 'e'],
    ['es', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  [
    ['er', ''],
    ['est', ''],
    ['er', 'e'],
    ['est', 'e'],
  ],
  [],
]

/** A form that is much longer than every word in the data is none of them: this bounds the rules. */
const MOST_ENDINGS = 32

/** Numbers of the words in one group of parts of speech that `form` may be a form of, each once. */
export function morphy(data: WordNetData, form: string, group: number): number[] {
  const itself = data.index.find(form)
  const listed = itself < 0 ? [] : exceptions(data, itself, group)
  if (listed.length > 0) return known(data, [itself, ...listed], group)
  const key = wordKey(form)
  const numbers = (forms: readonly string[]) => forms.map((each) => data.index.find(each))
  let forms = withoutEndings([key], group)
  const first = known(data, [itself, ...numbers(forms)], group)
  if (first.length > 0 || key.length > data.index.longest + MOST_ENDINGS) return first
  while (forms.length > 0) {
    forms = withoutEndings(forms, group)
    const found = known(data, numbers(forms), group)
    if (found.length > 0) return found
  }
  return []
}

function withoutEndings(forms: readonly string[], group: number): string[] {
  const found = new Set<string>()
  for (const form of forms) {
    for (const [ending, instead] of RULES[group]!) {
      if (form.endsWith(ending)) found.add(form.slice(0, -ending.length) + instead)
    }
  }
  return [...found]
}

function known(data: WordNetData, words: readonly number[], group: number): number[] {
  const found = words.filter((word) => word >= 0 && data.hasGroup(word, group))
  return found.length < 2 ? found : [...new Set(found)]
}

function exceptions(data: WordNetData, form: number, group: number): number[] {
  const { exceptionForm, exceptionGroup, exceptionBase } = data.columns
  const found: number[] = []
  for (let i = lowerBound(exceptionForm, form); exceptionForm[i] === form; i++) {
    if (exceptionGroup[i] === group) found.push(exceptionBase[i]!)
  }
  return found
}
