/**
 * The bundled corpus `assistant` as records, and two real corpora of the same kind (CLINC150, SNIPS) as texts to hold
 * it against.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusBytes, corpusText, mirror } from './resources.js'

/** A stretch of an utterance, in UTF-16 units, half-open. */
export interface Slot {
  readonly type: string
  readonly start: number
  readonly end: number
}

export interface Utterance {
  readonly text: string
  readonly intent: string
  readonly slots: readonly Slot[]
}

export interface Turn {
  readonly speaker: 'user' | 'assistant'
  readonly text: string
  readonly intent?: string
  readonly slots?: readonly Slot[]
}

export interface Dialogue {
  readonly id: string
  readonly title: string
  readonly turns: readonly Turn[]
}

export interface IntentCard {
  readonly domain: string
  readonly description: string
  readonly slots: readonly string[]
}

export interface SlotCard {
  readonly description: string
  readonly closed: boolean
  readonly values?: Readonly<Record<string, readonly string[]>>
}

export const SPLITS = ['train', 'dev', 'test'] as const
export const OUT_OF_SCOPE = 'out_of_scope'

/** A file of the corpus as text. */
export function assistantFile(name: string): string {
  return readFileSync(join('corpora', 'assistant', name), 'utf8')
}

function records<T>(name: string): T[] {
  return assistantFile(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}

/** The utterances of one split. */
export function utterances(split: (typeof SPLITS)[number]): Utterance[] {
  return records<Utterance>(`${split}.jsonl`)
}

/** All dialogues. */
export function dialogues(): Dialogue[] {
  return records<Dialogue>('dialogues.jsonl')
}

/** What each intent is and which slots it may have. */
export function intents(): Record<string, IntentCard> {
  return JSON.parse(assistantFile('intents.json')) as Record<string, IntentCard>
}

/** What each slot type is. */
export function slotTypes(): Record<string, SlotCard> {
  return JSON.parse(assistantFile('slots.json')) as Record<string, SlotCard>
}

/** The texts of CLINC150 (`clinc`, and its out-of-scope ones `clincOutOfScope`) and SNIPS (training and validation). */
export function realIntentTexts(): { clinc: string[]; clincOutOfScope: string[]; snips: string[] } {
  const full = JSON.parse(corpusText('intents/clinc150/data_full.json')) as Record<string, [string, string][]>
  const texts = (outOfScope: boolean) =>
    Object.entries(full)
      .filter(([split]) => split.startsWith('oos') === outOfScope)
      .flatMap(([, pairs]) => pairs.map(([text]) => text))
  const snips: string[] = []
  for (const file of readdirSync(join(mirror(), 'intents/snips')).filter((name) => name.endsWith('.json'))) {
    // The files are not all valid UTF-8.
    const text = new TextDecoder('latin1').decode(corpusBytes(`intents/snips/${file}`))
    const byIntent = JSON.parse(text) as Record<string, { data: { text: string }[] }[]>
    for (const { data } of Object.values(byIntent).flat()) snips.push(data.map((part) => part.text).join(''))
  }
  return { clinc: texts(false), clincOutOfScope: texts(true), snips }
}
