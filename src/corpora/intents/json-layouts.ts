/**
 * Intent data sets in JSON, each laid out in its own way: CLINC150, SNIPS (2017), RESTAURANTS-8K, nlp.js.
 *
 * @see Larson et al. 2019, https://doi.org/10.18653/v1/D19-1131
 * @see Coucke et al. 2018, https://arxiv.org/abs/1805.10190
 * @see Coope et al. 2020, https://doi.org/10.18653/v1/2020.acl-main.11
 */
import { isRecord, type JsonRecord } from '../json-reader.js'
import { type IntentExample, type SlotSpan, UtteranceBuilder } from './intent-example.js'

/** Tells that the part of the file at a path such as `train[3]` is not as expected. */
export type Fault = (path: string, expected: string, found: unknown) => void

/** `{ "train": [["text", "intent"], ...], "oos_train": ..., "val": ..., "test": ... }`; `val` is the split dev. */
export function* clincExamples(json: unknown, fault: Fault): Generator<IntentExample> {
  if (!isRecord(json)) return fault('', 'an object of splits', json)
  for (const [key, rows] of Object.entries(json)) {
    const part = key.replace(/^oos_/, '')
    const split = part === 'val' ? 'dev' : part
    if (!Array.isArray(rows)) {
      fault(key, 'an array of [text, intent]', rows)
      continue
    }
    for (const [i, row] of rows.entries()) {
      const [text, intent] = Array.isArray(row) ? (row as unknown[]) : []
      if (typeof text === 'string' && typeof intent === 'string') yield { text, intent, slots: [], split }
      else fault(`${key}[${i}]`, '[text, intent]', row)
    }
  }
}

/** `{ "GetWeather": [{ "data": [{ "text": "in " }, { "text": "Rome", "entity": "city" }] }] }`. */
export function* snipsExamples(json: unknown, fault: Fault): Generator<IntentExample> {
  if (!isRecord(json)) return fault('', 'an object of intents', json)
  for (const [intent, rows] of Object.entries(json)) {
    if (!Array.isArray(rows)) {
      fault(intent, 'an array of utterances', rows)
      continue
    }
    for (const [i, row] of rows.entries()) {
      const pieces: unknown = isRecord(row) ? row.data : undefined
      if (
        !Array.isArray(pieces) ||
        !pieces.every((piece) => isRecord(piece) && typeof piece.text === 'string')
      ) {
        fault(`${intent}[${i}].data`, 'an array of { text, entity? }', pieces)
        continue
      }
      const utterance = new UtteranceBuilder()
      for (const { text, entity } of pieces as { readonly text: string; readonly entity?: unknown }[]) {
        if (typeof entity === 'string') utterance.slot(text, { type: entity })
        else utterance.plain(text)
      }
      yield utterance.build(intent)
    }
  }
}

/** `[{ "userInput": { "text": ... }, "labels": [{ "slot": ..., "valueSpan": { "startIndex", "endIndex" } }] }]`. */
export function* restaurantExamples(json: unknown, fault: Fault): Generator<IntentExample> {
  if (!Array.isArray(json)) return fault('', 'an array of utterances', json)
  for (const [i, row] of json.entries()) {
    const text: unknown = isRecord(row) && isRecord(row.userInput) ? row.userInput.text : undefined
    if (typeof text !== 'string') {
      fault(`[${i}].userInput.text`, 'a string', text)
      continue
    }
    const { labels = [], context } = row as JsonRecord
    const slots = Array.isArray(labels) ? labels.map((label) => labelledSpan(label, text)) : [undefined]
    if (slots.includes(undefined)) {
      fault(`[${i}].labels`, 'spans within the text', labels)
      continue
    }
    const requested = isRecord(context) ? context.requestedSlots : undefined
    yield {
      text,
      intent: '',
      slots: (slots as SlotSpan[]).sort((a, b) => a.start - b.start),
      ...(Array.isArray(requested) ? { requested: requested.map(String) } : {}),
    }
  }
}

// An index that is 0 is left out in these files.
function labelledSpan(label: unknown, text: string): SlotSpan | undefined {
  if (!isRecord(label) || !isRecord(label.valueSpan) || typeof label.slot !== 'string') return undefined
  const { startIndex: start = 0, endIndex: end } = label.valueSpan
  if (typeof start !== 'number' || typeof end !== 'number') return undefined
  if (!(start >= 0 && start <= end && end <= text.length)) return undefined
  return { type: label.slot, start, end }
}

/** `{ "data": [{ "intent": ..., "utterances": ["I am in @city", ...] }] }`; `@city` and `%city%` are slots. */
export function* nlpjsExamples(json: unknown, fault: Fault): Generator<IntentExample> {
  const data = isRecord(json) ? json.data : undefined
  if (!Array.isArray(data)) return fault('data', 'an array of intents', data)
  for (const [i, item] of data.entries()) {
    if (!isRecord(item) || typeof item.intent !== 'string') {
      fault(`data[${i}].intent`, 'a string', isRecord(item) ? item.intent : item)
      continue
    }
    for (const key of ['utterances', 'tests']) {
      const utterances = item[key] ?? []
      if (!Array.isArray(utterances) || !utterances.every((one) => typeof one === 'string')) {
        fault(`data[${i}].${key}`, 'an array of strings', utterances)
        continue
      }
      const split = key === 'tests' ? 'test' : 'train'
      for (const text of utterances as string[]) {
        const slots = Array.from(text.matchAll(/@([\p{L}\p{N}_]+)|%([\p{L}\p{N}_]+)%/gu), (match) => ({
          type: (match[1] ?? match[2])!,
          start: match.index,
          end: match.index + match[0].length,
        }))
        yield { text, intent: item.intent, slots, split }
      }
    }
  }
}
