/** The bundled corpus `assistant`: what its card promises. */
import { describe, expect, it } from 'vitest'
import {
  assistantFile,
  dialogues,
  intents,
  OUT_OF_SCOPE,
  realIntentTexts,
  SPLITS,
  slotTypes,
  type Utterance,
  utterances,
} from '../../support/assistant.js'
import {
  englishLexicon,
  lengthStatistics,
  mixed,
  nearDuplicates,
  typeTokenRatio,
  unknownWords,
  wordList,
  wordsOf,
} from '../../support/corpus-checks.js'
import { describeWith } from '../../support/resources.js'
import { naiveBayesAccuracy } from '../../support/reviews.js'

const bySplit = Object.fromEntries(SPLITS.map((split) => [split, utterances(split)]))
const all = SPLITS.flatMap((split) => bySplit[split]!)
const inScope = all.filter(({ intent }) => intent !== OUT_OF_SCOPE)
const outOfScope = all.filter(({ intent }) => intent === OUT_OF_SCOPE)
const talks = dialogues()
const turns = talks.flatMap((dialogue) => dialogue.turns)
const userTurns = turns.filter(({ speaker }) => speaker === 'user') as unknown as Utterance[]
const cards = intents()
const types = slotTypes()

function grouped(list: readonly Utterance[]): Map<string, Utterance[]> {
  const groups = new Map<string, Utterance[]>()
  for (const utterance of list) {
    const group = groups.get(utterance.intent)
    if (group) group.push(utterance)
    else groups.set(utterance.intent, [utterance])
  }
  return groups
}

const byIntent = grouped(all)

describe('assistant', () => {
  it('has at least 40 intents of 50 utterances, 500 out of scope, 12 slot types, 60 dialogues', () => {
    const scoped = [...byIntent].filter(([intent]) => intent !== OUT_OF_SCOPE)
    expect(scoped.length).toBeGreaterThanOrEqual(40)
    for (const [intent, group] of scoped) expect(group.length, intent).toBeGreaterThanOrEqual(50)
    expect(outOfScope.length).toBeGreaterThanOrEqual(500)
    expect(talks.length).toBeGreaterThanOrEqual(60)
    expect(Object.keys(types).length).toBeGreaterThanOrEqual(12)
    for (const type of Object.keys(types)) {
      const marked = inScope.filter(({ slots }) => slots.some((slot) => slot.type === type))
      expect(marked.length, type).toBeGreaterThanOrEqual(15)
    }
  })

  it('describes every intent and slot type that is used, and no other', () => {
    expect([...byIntent.keys()].sort()).toEqual(Object.keys(cards).sort())
    const used = new Set(all.flatMap(({ slots }) => slots.map(({ type }) => type)))
    expect([...used].sort()).toEqual(Object.keys(types).sort())
    for (const [intent, { slots }] of Object.entries(cards)) {
      const marked = new Set(
        byIntent.get(intent)!.flatMap((utterance) => utterance.slots.map(({ type }) => type)),
      )
      expect([...marked].sort(), intent).toEqual([...slots].sort())
    }
  })

  it('has every intent in every split, about 70, 10 and 20 of a hundred', () => {
    for (const [split, share] of [
      ['train', 0.7],
      ['dev', 0.1],
      ['test', 0.2],
    ] as const) {
      for (const [intent, group] of byIntent) {
        const count = bySplit[split]!.filter((utterance) => utterance.intent === intent).length
        expect(Math.abs(count - share * group.length), `${split} ${intent}`).toBeLessThanOrEqual(1)
      }
    }
  })

  it('keeps every slot on word borders, trimmed, in order, of a type that the intent declares', () => {
    const wordUnit = /[\p{L}\p{N}]/u
    const wrong: string[] = []
    for (const { text, intent, slots } of [...all, ...userTurns]) {
      let end = 0
      for (const slot of slots) {
        const phrase = text.slice(slot.start, slot.end)
        const inside = [slot.start, slot.end].some(
          (border) => wordUnit.test(text[border - 1] ?? '') && wordUnit.test(text[border] ?? ''),
        )
        const ordered = slot.start >= end && slot.end > slot.start && slot.end <= text.length
        const declared = cards[intent]!.slots.includes(slot.type)
        if (inside || !ordered || !declared || phrase !== phrase.trim()) wrong.push(`${text} <${phrase}>`)
        end = slot.end
      }
    }
    expect(wrong).toEqual([])
  })

  it('marks dates, times and moments without preposition or article', () => {
    const wrong = [...all, ...userTurns].flatMap(({ text, slots }) =>
      slots
        .filter(({ type }) => ['date', 'time', 'place', 'city', 'room', 'item', 'person'].includes(type))
        .map(({ start, end }) => text.slice(start, end))
        .filter((phrase) => /^(?:on|in|at|by|until|till|for|from|the) /i.test(phrase)),
    )
    expect(wrong).toEqual([])
  })

  it('lists every value of a closed slot type', () => {
    for (const [type, { closed, values }] of Object.entries(types)) {
      expect(closed, type).toBe(values !== undefined)
      if (!values) continue
      const known = new Set(Object.entries(values).flatMap(([value, synonyms]) => [value, ...synonyms]))
      for (const { text, slots } of [...all, ...userTurns]) {
        for (const slot of slots.filter((candidate) => candidate.type === type)) {
          expect(known, text).toContain(text.slice(slot.start, slot.end).toLowerCase())
        }
      }
    }
  })

  it('is clean text: one line, no doubled or outer white space, composed', () => {
    const wrong = [...all, ...turns].filter(
      ({ text }) =>
        text !== text.trim().replaceAll(/\s+/g, ' ').normalize('NFC') || /[\p{Cc}\u{fffd}]/u.test(text),
    )
    expect(wrong).toEqual([])
  })

  it('has no near-duplicates within an intent, and no text twice', () => {
    for (const [intent, group] of byIntent) {
      const texts = group.map(({ text }) => text)
      const pairs = nearDuplicates(texts, 0.8).map(({ first, second }) => [texts[first], texts[second]])
      expect(pairs, intent).toEqual([])
    }
    const words = all.map(({ text }) => wordsOf(text).join(' ') || text)
    const seen = new Set<string>()
    expect(words.filter((text) => seen.size === seen.add(text).size)).toEqual([])
  })

  it('opens no more than a quarter of the utterances of an intent with the same two words', () => {
    const most = [...byIntent].map(([intent, group]) => {
      const openings = new Map<string, number>()
      for (const { text } of group) {
        const opening = wordsOf(text).slice(0, 2).join(' ')
        if (opening.includes(' ')) openings.set(opening, (openings.get(opening) ?? 0) + 1)
      }
      return { intent, share: Math.max(...openings.values()) / group.length }
    })
    expect(most.filter(({ share }) => share > 0.25)).toEqual([])
    const shares = most.map(({ share }) => share).sort((x, y) => x - y)
    expect(shares[shares.length >> 1]).toBeLessThan(0.1)
  })

  it('numbers its dialogues, of 4 to 12 turns in turn, the user first', () => {
    for (const [i, dialogue] of talks.entries()) {
      expect(dialogue.id).toBe(`d${String(i + 1).padStart(2, '0')}`)
      expect(dialogue.title).not.toBe('')
      expect(dialogue.turns.length).toBeGreaterThanOrEqual(4)
      expect(dialogue.turns.length).toBeLessThanOrEqual(12)
      for (const [place, turn] of dialogue.turns.entries()) {
        expect(turn.speaker, dialogue.id).toBe(place % 2 === 0 ? 'user' : 'assistant')
        expect('intent' in turn && 'slots' in turn, turn.text).toBe(turn.speaker === 'user')
      }
    }
    expect([...new Set(userTurns.map(({ intent }) => intent))].sort()).toEqual(Object.keys(cards).sort())
  })

  it('says on its card how much there is', () => {
    const count = (number: number) => number.toLocaleString('en-US')
    const intentsInScope = Object.keys(cards).length - 1
    expect(assistantFile('README.md')).toContain(
      `${count(inScope.length)} utterances in ${intentsInScope} intents with marked slots ` +
        `(${Object.keys(types).length} slot types), ${outOfScope.length} out-of-scope questions, ` +
        `and ${talks.length} annotated dialogues`,
    )
  })

  it('can be learned: naive Bayes over words names three of five intents of the test split, of 48', () => {
    const labelled = (split: string) =>
      bySplit[split]!.filter(({ intent }) => intent !== OUT_OF_SCOPE).map(({ text, intent }) => ({
        text,
        label: intent,
      }))
    const accuracy = naiveBayesAccuracy(labelled('train'), labelled('test'))
    expect(accuracy).toBeGreaterThan(0.6)
  })
})

describeWith('corpora', 'assistant beside CLINC150 and SNIPS', () => {
  const { clinc, clincOutOfScope, snips } = realIntentTexts()

  it('has lengths and a type-token ratio within a fifth of their range', () => {
    const figures = (texts: readonly string[]) => {
      const { mean, median, p95 } = lengthStatistics(texts)
      return { mean, median, p95, ratio: typeTokenRatio(mixed(texts).flatMap(wordsOf)) }
    }
    const [ours, one, two] = [inScope.map(({ text }) => text), clinc, snips].map(figures)
    for (const key of ['mean', 'median', 'p95', 'ratio'] as const) {
      expect(ours![key], key).toBeGreaterThan(0.8 * Math.min(one![key], two![key]))
      expect(ours![key], key).toBeLessThan(1.2 * Math.max(one![key], two![key]))
    }
  })

  it('spells every word as the word list, CLINC150, a slot value, or the list of deliberate forms', () => {
    const values = new Set(
      [...all, ...userTurns].flatMap(({ text, slots }) =>
        slots
          .filter(({ type }) => !['text', 'item', 'subject', 'food'].includes(type))
          .flatMap(({ start, end }) => wordsOf(text.slice(start, end))),
      ),
    )
    const real = new Map<string, number>()
    for (const word of [...clinc, ...clincOutOfScope, ...snips].flatMap(wordsOf))
      real.set(word, (real.get(word) ?? 0) + 1)
    const often = new Set([...real].filter(([, count]) => count >= 5).map(([word]) => word))
    const listed = wordList(assistantFile('spelling.txt'))
    const words = [...all, ...turns].flatMap(({ text }) => wordsOf(text))
    expect(unknownWords(words, englishLexicon(), often, values, listed)).toEqual([])
    const used = new Set(words)
    expect([...listed].filter((word) => !used.has(word))).toEqual([])
  })
})
