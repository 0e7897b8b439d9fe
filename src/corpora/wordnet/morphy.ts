/**
 * Morphy: from the form of a word in a text to the words in WordNet that it may be a form of.
 *
 * A form in the list of exceptions is what the list says. Else endings are taken off by rule, once, and the form
 * itself counts too; only when nothing is found, the rules go on over what they gave.
 *
 * @see Princeton WordNet, morphy(7WN)
 */
import { lowerBound, type WordNetData } from './data.js'
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

/**
 * Adds to `found` the numbers of the words in one group of parts of speech that `form` may be a form of, each once
 * and followed by the group. `itself` is the number of the form, -1 where it is no word.
 */
export function morphy(
  data: WordNetData,
  form: string,
  itself: number,
  group: number,
  found: number[],
): void {
  const before = found.length
  add(data, itself, group, found, before)
  if (itself >= 0 && ((data.exceptionGroups(itself) >> group) & 1) === 1) {
    for (const base of exceptions(data, itself, group)) add(data, base, group, found, before)
    return
  }
  if (((groupsWithEndings(form) >> group) & 1) === 0) return
  const key = wordKey(form)
  const rules = RULES[group]!
  let ended = false
  for (let i = 0; i < rules.length; i++) {
    const [ending, instead] = rules[i]!
    if (!key.endsWith(ending)) continue
    ended = true
    add(data, data.index.find(key, ending.length, instead), group, found, before)
  }
  if (!ended || found.length > before || key.length > data.index.longest + MOST_ENDINGS) return
  for (let forms = withoutEndings([key], group); forms.length > 0; ) {
    forms = withoutEndings(forms, group)
    for (const each of forms) add(data, data.index.find(each), group, found, before)
    if (found.length > before) break
  }
}

/** Bit `group` of item 128 c + d: whether an ending of that group may end in the characters c and d. */
const LAST_CHARACTERS = new Uint8Array(128 * 128)
RULES.forEach((rules, group) => {
  for (const [ending] of rules) {
    for (const shape of [ending, ending.toUpperCase()]) {
      const last = shape.charCodeAt(shape.length - 1)
      for (let c = 0; c < 128; c++) {
        const fits = shape.length < 2 || String.fromCharCode(c).toLowerCase() === ending[ending.length - 2]
        if (fits) LAST_CHARACTERS[c * 128 + last]! |= 1 << group
      }
    }
  }
})

/** The groups of parts of speech, a bit each, of which an ending may stand at the end of `form`. */
export function groupsWithEndings(form: string): number {
  const last = form.charCodeAt(form.length - 1)
  const other = form.length < 2 ? 0 : form.charCodeAt(form.length - 2)
  // The lower case of characters beyond ASCII may be within it.
  return last < 128 && other < 128 ? LAST_CHARACTERS[other * 128 + last]! : form === '' ? 0 : 15
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

/** Adds a word that is there in the group, once. */
function add(data: WordNetData, word: number, group: number, found: number[], before: number): void {
  if (word < 0 || !data.hasGroup(word, group)) return
  for (let i = before; i < found.length; i += 2) if (found[i] === word) return
  found.push(word, group)
}

function exceptions(data: WordNetData, form: number, group: number): number[] {
  const { exceptionForm, exceptionGroup, exceptionBase } = data.columns
  const found: number[] = []
  for (let i = lowerBound(exceptionForm, form); exceptionForm[i] === form; i++) {
    if (exceptionGroup[i] === group) found.push(exceptionBase[i]!)
  }
  return found
}
