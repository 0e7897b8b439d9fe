/**
 * Inflected forms of the words of Open English WordNet: its irregular forms as listed, the others by the rules of
 * spelling. Where a form belongs to several lemmas, the one with the most senses has it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readBlockYaml, type YamlNode } from '../src/corpora/wordnet/block-yaml.js'
import { SourceText } from '../src/corpora/wordnet/source-text.js'

/** A form and its lemma. */
export interface LexiconEntry {
  readonly form: string
  readonly lemma: string
  /** How strongly the form is taken for one of that lemma. */
  readonly weight: number
}

/** What WordNet lacks. */
const MORE: Readonly<Record<string, readonly LexiconEntry[]>> = {
  NOUN: ['selfie', 'bestie', 'newbie'].flatMap((word) => [
    { form: word, lemma: word, weight: 1 },
    { form: `${word}s`, lemma: word, weight: 1 },
  ]),
  ADJ: ['farther', 'farthest'].map((form) => ({ form, lemma: 'far', weight: 1 })),
  ADV: ['farther', 'farthest'].map((form) => ({ form, lemma: 'far', weight: 1 })),
}

/** A word of WordNet as one part of speech. */
interface Word {
  readonly word: string
  readonly senses: number
  /** Irregular forms, as listed. */
  readonly forms: readonly string[]
}

const UPOS = { n: 'NOUN', v: 'VERB', a: 'ADJ', s: 'ADJ', r: 'ADV' } as Readonly<Record<string, string>>
const ONE_WORD = /^[\p{L}'-]+$/u

function child(node: YamlNode | undefined, name: string): YamlNode | undefined {
  if (node?.kind !== 'mapping') return undefined
  const i = node.keys.findIndex((key) => key.value === name)
  return i < 0 ? undefined : node.values[i]
}

function readWords(folder: string): Map<string, Map<string, Word>> {
  const found = new Map(Object.values(UPOS).map((upos) => [upos, new Map<string, Word>()]))
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith('entries-')) continue
    const root = readBlockYaml(new SourceText(name, gunzipSync(readFileSync(join(folder, name)))))
    if (root.kind !== 'mapping') continue
    root.keys.forEach(({ value: word }, i) => {
      const entry = root.values[i]!
      if (!ONE_WORD.test(word) || entry.kind !== 'mapping') return
      entry.keys.forEach((pos, j) => {
        const words = found.get(UPOS[pos.value[0]!]!)!
        const senses = child(entry.values[j], 'sense')
        const forms = child(entry.values[j], 'form')
        const before = words.get(word)
        words.set(word, {
          word,
          senses: (before?.senses ?? 0) + (senses?.kind === 'sequence' ? senses.items.length : 0),
          forms: [
            ...(before?.forms ?? []),
            ...(forms?.kind === 'sequence'
              ? forms.items.map((item) => (item.kind === 'scalar' ? item.value : ''))
              : []),
          ],
        })
      })
    })
  }
  return found
}

/** Nouns that are written like an irregular plural, and more often meant than that. */
const NO_PLURALS = new Set(
  'auspices cola crying data dive djinn graffiti hypochondria lei pubes signore stamina trivia'.split(' '),
)
/** Nouns in -man whose plural is not in -men. */
const REGULAR_MAN = /(?:hu|ro|ger|otto|sha|talis|cai|cay|brah|nor|dol|hanu|cer[iy]|so|sa|za|li)man$/u
/** Names of people by place or faith, which have plurals as other nouns do. */
const PEOPLE = /(?:ian|ean|can|ist|ner|ite|lam|im|qi|ni|ab|ew)$/u

/** Regular plural of a noun, or third person of a verb. */
function withS(word: string): string[] {
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`]
  if (word.endsWith('man') && !REGULAR_MAN.test(word)) return [`${word.slice(0, -3)}men`]
  if (word.endsWith('ch')) return [`${word}es`, `${word}s`] // churches, monarchs
  if (/(?:s|x|z|sh)$/u.test(word)) return [`${word}es`]
  if (/[^aeiou]o$/u.test(word)) return [`${word}s`, `${word}es`]
  return [`${word}s`]
}

function doubled(word: string): string | undefined {
  return /^[^aeiou]*[aeiou][bdgklmnprtvz]$/u.test(word) || /^[^aeiou]*qu[aeiou][bdgklmnprtvz]$/u.test(word)
    ? word + word.at(-1)
    : undefined
}

/** Regular past and gerund of a verb. */
function verbForms(word: string, listed: readonly string[]): string[] {
  const stem = doubled(word) ?? word
  const past = word.endsWith('e')
    ? `${word}d`
    : /[^aeiou]y$/u.test(word)
      ? `${word.slice(0, -1)}ied`
      : `${stem}ed`
  const gerund = word.endsWith('ie')
    ? `${word.slice(0, -2)}ying`
    : /[^eoy]e$/u.test(word)
      ? `${word.slice(0, -1)}ing`
      : `${stem}ing`
  const forms = withS(word).map((form) => (form.endsWith('s') ? form : `${word}s`))
  if (!listed.some((form) => form.endsWith('ing'))) forms.push(gerund)
  if (!listed.some((form) => form.endsWith('ed'))) forms.push(past)
  if (/[^s]s$/u.test(word)) forms.push(past, `${word}sed`, gerund, `${word}sing`) // focussed, gassed
  return forms
}

/** Regular comparative and superlative of a short adjective. */
function degrees(word: string): string[] {
  const short =
    /^[^aeiouy]*[aeiouy]+[^aeiouy]*e?$/u.test(word) ||
    /^[^aeiouy]*[aeiou]+[^aeiouy]+(?:er|ow|et|le)$/u.test(word)
  if (!short && !/^[^aeiouy]*[aeiou]+[^aeiouy]+y$/u.test(word)) return []
  const stem = word.endsWith('e')
    ? word.slice(0, -1)
    : /[^aeiou]y$/u.test(word)
      ? `${word.slice(0, -1)}i`
      : (doubled(word) ?? word)
  return [`${stem}er`, `${stem}est`]
}

/** Forms by UPOS, each with its lemma. `seen` are the words of a treebank, by UPOS and form. */
export function wordnetForms(
  folder: string,
  seen: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>,
): Map<string, LexiconEntry[]> {
  const lexicon = new Map<string, LexiconEntry[]>()
  const read = readWords(folder)
  const nouns = [...read.get('NOUN')!.values()]
  for (const [upos, words] of read) {
    const frequency = new Map<string, number>()
    for (const lemmas of seen.get(upos)?.values() ?? []) {
      for (const [lemma, n] of lemmas) frequency.set(lemma, (frequency.get(lemma) ?? 0) + n)
    }
    const best = new Map<string, LexiconEntry>()
    const offer = (form: string, lemma: string, weight: number) => {
      const before = best.get(form)
      if (before === undefined || before.weight < weight) best.set(form, { form, lemma, weight })
    }
    for (const { word, senses, forms } of words.values()) {
      const weight = senses + (frequency.get(word) ?? 0)
      const proper = word !== word.toLowerCase()
      if (proper && upos !== 'ADJ') continue
      // A listed form is a form even where another word is written like it: found is of find, not of found.
      for (const form of forms) {
        if (upos === 'NOUN' && NO_PLURALS.has(form)) continue
        if (upos === 'ADV' && word.endsWith('ly')) continue // deeper is of deep, not of deeply
        offer(form, word, 1000 + weight)
      }
      if (upos === 'NOUN') {
        const plurals = withS(word)
        const irregular = forms.length > 0
        for (const form of plurals) if (!irregular || form !== `${word}s`) offer(form, word, weight)
      } else if (upos === 'VERB') {
        // Of sing, singed would be wrong; bathed is rather of bathe than of bath.
        const sure =
          weight + (forms.some((form) => !/(?:s|ing)$/u.test(form)) ? -900 : word.endsWith('the') ? 50 : 0)
        for (const form of verbForms(word, forms)) offer(form, word, sure)
      } else if (upos === 'ADJ' && !proper && forms.length === 0)
        for (const form of degrees(word)) offer(form, word, weight - 50)
      offer(word, word, weight + (upos === 'NOUN' || upos === 'VERB' ? (word.endsWith('ics') ? 10 : 0) : 10))
    }
    for (const entry of MORE[upos] ?? []) best.set(entry.form, entry)
    lexicon.set(upos, [...best.values()])
  }
  lexicon.set('PROPN', [])
  for (const { word } of nouns) {
    if (!/^\p{Lu}\p{Ll}+$/u.test(word) || !PEOPLE.test(word)) continue
    for (const form of [word, `${word}s`]) lexicon.get('PROPN')!.push({ form, lemma: word, weight: 1 })
  }
  // Adverbs are compared as adjectives are: faster, harder, earlier.
  const adverbs = lexicon.get('ADV')!
  const known = new Set(adverbs.map(({ form }) => form))
  const lemmas = new Set(adverbs.map(({ lemma }) => lemma))
  for (const entry of lexicon.get('ADJ')!) {
    if (entry.form !== entry.lemma && lemmas.has(entry.lemma) && !known.has(entry.form)) adverbs.push(entry)
  }
  return lexicon
}

/** Forms of any part of speech, each with the lemma that has the most weight. */
export function anyForms(lexicon: ReadonlyMap<string, readonly LexiconEntry[]>): LexiconEntry[] {
  const best = new Map<string, LexiconEntry>()
  for (const entries of lexicon.values()) {
    for (const entry of entries) {
      const before = best.get(entry.form)
      if (before === undefined || before.weight < entry.weight) best.set(entry.form, entry)
    }
  }
  // Participles are taken for forms of their verbs, though many are adjectives or nouns too.
  for (const entry of lexicon.get('VERB')!) {
    if (entry.form !== entry.lemma && /(?:ed|ing)$/u.test(entry.form)) best.set(entry.form, entry)
  }
  return [...best.values()]
}

/** The words of names in WordNet, each with its capitals. */
export function wordnetNames(folder: string): string[] {
  const found = new Set<string>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith('entries-')) continue
    const root = readBlockYaml(new SourceText(name, gunzipSync(readFileSync(join(folder, name)))))
    if (root.kind !== 'mapping') continue
    for (const { value } of root.keys) {
      for (const word of value.split(/[ -]/u)) if (/^\p{Lu}\p{Ll}+$/u.test(word)) found.add(word)
    }
  }
  return [...found]
}
