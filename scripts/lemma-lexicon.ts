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
  NOUN: [
    { form: 'taxis', lemma: 'taxi', weight: 1 },
    ...['selfie', 'bestie', 'newbie'].flatMap((word) => [
      { form: word, lemma: word, weight: 1 },
      { form: `${word}s`, lemma: word, weight: 1 },
    ]),
  ],
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
  const heads = new Set<string>()
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith('entries-')) continue
    const root = readBlockYaml(new SourceText(name, gunzipSync(readFileSync(join(folder, name)))))
    if (root.kind !== 'mapping') continue
    root.keys.forEach(({ value: word }, i) => {
      const entry = root.values[i]!
      if (entry.kind !== 'mapping') return
      const [head] = word.split(' ')
      if (head !== word && ONE_WORD.test(head!) && child(entry, 'v') !== undefined) heads.add(head!) // eke out
      if (!ONE_WORD.test(word)) return
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
  const verbs = found.get('VERB')!
  for (const word of heads) if (!verbs.has(word)) verbs.set(word, { word, senses: 1, forms: [] })
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
  if (word.endsWith('sis')) return [`${word.slice(0, -2)}es`]
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
  // Both are written: dialled and dialed, kidnapped and kidnaped.
  if (/[aeiou].*(?:[aeiou][lp]|bat)$/u.test(word)) forms.push(`${word}ed`, `${word}ing`)
  if (word.endsWith('eye')) forms.push(`${word.slice(0, -1)}ing`)
  if (/[^s]s$/u.test(word)) forms.push(past, `${word}sed`, gerund, `${word}sing`) // focussed, gassed
  return forms
}

/** Endings of adjectives of two syllables that are compared by more and most, with some that are not. */
const LONG = /(?:ed|ing|er|or|al|ic|ous|ful|less|ish|i|an|ant|ent|able)$/u
const SHORT = /^(?:clever|tender|slender|bitter|sober|eager|pleasant)$/u

/** Regular comparative and superlative of an adjective of one or two syllables. */
function degrees(word: string): string[] {
  const one = /^[^aeiouy]*[aeiouy]+[^aeiouy]*e?$/u.test(word)
  const two = /^[^aeiouy]*[aeiouy]+[^aeiouy]+[aeiouy]+[^aeiouy]*e?$/u.test(word)
  if (word.length > 8 || !(one || (two && (SHORT.test(word) || !LONG.test(word))))) return []
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
      const twin = upos === 'VERB' && word.endsWith('ll') && words.has(word.slice(0, -1)) ? 5000 : 0
      // A listed form is a form even where another word is written like it: found is of find, not of found.
      for (const form of forms) {
        if (upos === 'NOUN' && NO_PLURALS.has(form)) continue
        if (upos === 'ADV' && word.endsWith('ly')) continue // deeper is of deep, not of deeply
        offer(form, word, 1000 + weight + twin)
      }
      if (upos === 'NOUN') {
        const plurals = withS(word)
        const irregular = forms.length > 0
        for (const form of plurals) if (!irregular || form !== `${word}s`) offer(form, word, weight)
      } else if (upos === 'VERB') {
        const irregular = forms.some((form) => !/(?:s|ing)$/u.test(form))
        for (const form of verbForms(word, forms)) {
          // Of sing, singed would be wrong; bathed is rather of bathe than of bath; fulfilled of fulfill than of fulfil.
          const sure = irregular && form.endsWith('ed') ? -900 : word.endsWith('the') ? 50 : 0
          offer(form, word, weight + sure + twin)
        }
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
  // Nouns that qualify nouns, so that what ends as they do is not taken for a comparative: copper, summer.
  for (const upos of ['ADJ', 'ADV']) {
    const entries = lexicon.get(upos)!
    const known = new Set(entries.map(({ form }) => form))
    for (const entry of lexicon.get('NOUN')!) {
      if (entry.form === entry.lemma && /(?:er|est)$/u.test(entry.form) && !known.has(entry.form))
        entries.push(entry)
    }
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
