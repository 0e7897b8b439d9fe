/**
 * What the lemmatizer does without a part of speech: which words with capitals are names, and which part of speech the
 * others are lemmatized as. A word may be any part of speech that gives the lemma it has most often, so that most
 * words need no rule.
 */
import type { EndingRule } from '../src/lemma/ending-rules.js'
import { type EnglishLemmatizer, GUESSES } from '../src/lemma/english-lemmatizer.js'
import type { WordFilter } from '../src/lemma/word-filter.js'
import type { LexiconEntry } from './lemma-lexicon.js'
import { learnEndingRules } from './lemma-rules.js'
import { add, type Counts, most } from './lemma-treebank.js'

/** What there is to learn from. */
export interface GuessData {
  /** Counts of a treebank, by UPOS. */
  readonly words: ReadonlyMap<string, Counts>
  /** How often an adjective begins a name. */
  readonly beginNames: ReadonlyMap<string, number>
  /** Forms and lemmas of words that are not in the treebank. */
  readonly lexicon: readonly LexiconEntry[]
  readonly verbs: readonly LexiconEntry[]
  /** Names with their capitals. */
  readonly names: readonly string[]
  /** Words in lower case, exactly; and as the lemmatizer knows them. */
  readonly common: ReadonlySet<string>
  readonly filter: WordFilter
  /** Adjectives that always have capitals, in lower case. */
  readonly adjectives: ReadonlySet<string>
  readonly lemmatizer: EnglishLemmatizer
}

/** Tables for open classes; what they give is tried before the closed ones. */
const OPEN = ['NOUN', 'VERB', 'ADJ', 'ADV']
/** How many words of a treebank outweigh that a participle is a form of its verb. */
const PARTICIPLE = 1.5

/** Rules for the part of speech, and names that would be taken for common words. */
export function learnGuesses(data: GuessData): { readonly rules: EndingRule[]; readonly names: Set<string> } {
  const letters = new Map([...GUESSES].map(([letter, upos]) => [upos, letter]))
  const titles = titlesOf(data.words)
  const choices = new Map<string, string[]>()
  for (const [word, { lemmas, tags }] of targetsOf(data)) {
    if ((data.adjectives.has(word) && !data.common.has(word)) || /[@/]|^\d/u.test(word)) continue
    const lemma = most(lemmas)
    const forms = titles.has(word) ? [word, titles.get(word)!] : [word]
    const right = (upos: string) => forms.every((form) => data.lemmatizer.lemma(form, upos) === lemma)
    const open = OPEN.filter(right)
    const ranked = [...tags].sort(([, a], [, b]) => b - a).map(([upos]) => upos)
    const choice = open.length > 0 ? open : ranked.filter(right)
    if (choice.length > 0) {
      choices.set(
        word,
        choice.map((upos) => `0${letters.get(upos)}`),
      )
    }
  }
  return { rules: learnEndingRules(choices), names: namesOf(data) }
}

interface Target {
  readonly lemmas: Map<string, number>
  readonly tags: Map<string, number>
}

/** How often each word in lower case, names aside, has each lemma and tag. */
function targetsOf({ words, lexicon, verbs }: GuessData): Map<string, Target> {
  const targets = new Map<string, Target>()
  for (const [upos, counts] of words) {
    if (upos === 'X' || upos === 'PROPN') continue
    for (const [form, lemmas] of counts) {
      const target = targets.get(form.toLowerCase()) ?? { lemmas: new Map(), tags: new Map() }
      targets.set(form.toLowerCase(), target)
      for (const [lemma, n] of lemmas) {
        add(target.lemmas, lemma, n)
        add(target.tags, upos, n)
      }
    }
  }
  for (const { form, lemma } of verbs) {
    const target = targets.get(form)
    if (target !== undefined && form !== lemma && /(?:ed|ing)$/u.test(form))
      add(target.lemmas, lemma, PARTICIPLE)
  }
  for (const { form, lemma } of lexicon) {
    if (!targets.has(form)) targets.set(form, { lemmas: new Map([[lemma, 1]]), tags: new Map([['NOUN', 1]]) })
  }
  return targets
}

/** Words in lower case that the treebank also has with a capital that their lemma has not. */
function titlesOf(words: ReadonlyMap<string, Counts>): Map<string, string> {
  const titles = new Map<string, string>()
  for (const counts of words.values()) {
    for (const [form, lemmas] of counts) {
      if (/^\p{Lu}\p{Ll}*$/u.test(form) && !/\p{Lu}/u.test(most(lemmas))) titles.set(form.toLowerCase(), form)
    }
  }
  return titles
}

/** Common words that are more often names when they have capitals, and names that the filter takes for common. */
function namesOf({ words, beginNames, names, common, filter }: GuessData): Set<string> {
  const spelled = new Map<string, string>()
  const lead = new Map<string, number>()
  const vote = (form: string, n: number) => {
    if (!spelled.has(form.toLowerCase())) spelled.set(form.toLowerCase(), form)
    add(lead, form.toLowerCase(), n)
  }
  const known = new Set(names)
  for (const [upos, counts] of words) {
    if (upos === 'X') continue
    for (const [form, lemmas] of counts) {
      if (form === form.toLowerCase()) continue
      for (const n of lemmas.values()) vote(form, upos === 'PROPN' ? n : -n)
      if (upos === 'PROPN') known.add(form)
    }
  }
  for (const [form, n] of beginNames) vote(form, n)
  const found = new Set<string>()
  for (const [lower, n] of lead) if (n > 0 && common.has(lower)) found.add(spelled.get(lower)!)
  for (const name of known) {
    const lower = name.toLowerCase()
    if (!common.has(lower) && filter.has(lower)) found.add(name)
  }
  return found
}
