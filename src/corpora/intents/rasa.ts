/**
 * Rasa's training data in YAML (versions 2 and 3): intents with annotated examples, synonyms, patterns, look-ups.
 *
 * An example is a line of text in which `[two](amount)`, `[two]{"entity": "amount", "value": "2"}` or several
 * such objects in brackets mark entities. The YAML is parsed by js-yaml with its core schema, which makes plain
 * data only; the marks are read here, in one pass.
 *
 * @see https://rasa.com/docs/rasa/training-data-format
 */
import { load, YAMLException } from 'js-yaml'
import { requireString, type WordloomError } from '../../core/errors.js'
import { isRecord, type JsonRecord } from '../json-reader.js'
import { corpusError } from '../source-file.js'
import { type IntentExample, type SlotSpan, UtteranceBuilder } from './intent-example.js'

/** What a file of Rasa's training data holds. */
export interface RasaTrainingData {
  readonly intents: readonly IntentExample[]
  /** Values with the words that stand for them. */
  readonly synonyms: ReadonlyMap<string, readonly string[]>
  /** Regular expressions by name, as written. */
  readonly patterns: ReadonlyMap<string, readonly string[]>
  /** Look-up tables by the name of their entity. */
  readonly lookups: ReadonlyMap<string, readonly string[]>
}

/**
 * Training data of one file of Rasa's YAML; sections other than `nlu` are passed over.
 *
 * `report` is told of examples that cannot be read, which are left out; without it the first of them is thrown.
 *
 * @throws CORPUS_SYNTAX when it is no YAML, or has items of no known kind
 * @example
 * ```ts
 * import { readRasa } from 'wordloom/corpora'
 * const { intents } = readRasa('nlu:\n- intent: weather\n  examples: |\n    - rain in [Rome](city)?\n')
 * console.log(intents[0]?.text, intents[0]?.slots[0]?.type) // rain in Rome? city
 * ```
 */
export function readRasa(
  yaml: string,
  file = 'nlu.yml',
  report: (error: WordloomError) => void = (error) => {
    throw error
  },
): RasaTrainingData {
  requireString(yaml, 'readRasa(yaml)')
  const data = {
    intents: [] as IntentExample[],
    synonyms: new Map(),
    patterns: new Map(),
    lookups: new Map(),
  }
  const fault = (expected: string, found: unknown, line = 1, column?: number) =>
    report(
      corpusError({
        file,
        line,
        expected,
        found: typeof found === 'string' ? found : (JSON.stringify(found) ?? 'nothing'),
        ...(column === undefined ? {} : { column }),
      }),
    )
  let root: unknown
  try {
    root = load(yaml)
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause
    fault('YAML', cause.reason, (cause.mark?.line ?? 0) + 1, (cause.mark?.column ?? 0) + 1)
    return data
  }
  if (!isRecord(root)) {
    fault('a mapping with the key nlu', root)
    return data
  }
  const items = root.nlu ?? []
  if (!Array.isArray(items)) {
    fault('a list below nlu', items)
    return data
  }
  for (const item of items) {
    const lines = isRecord(item) ? examplesOf(item.examples) : undefined
    if (!isRecord(item) || lines === undefined) {
      fault('an item with examples', item)
      continue
    }
    if (typeof item.intent === 'string') {
      for (const line of lines) {
        const example = annotated(line, item.intent)
        if (typeof example !== 'string') data.intents.push(example)
        else fault(example, line, lineOf(yaml, line))
      }
    } else if (typeof item.synonym === 'string') data.synonyms.set(item.synonym, lines)
    else if (typeof item.regex === 'string') data.patterns.set(item.regex, lines)
    else if (typeof item.lookup === 'string') data.lookups.set(item.lookup, lines)
    else fault('an intent, synonym, regex or lookup', Object.keys(item).join(', '))
  }
  return data
}

/** Examples as a block of `- ` lines, or as a list of strings or of `{ text }`; undefined for anything else. */
function examplesOf(examples: unknown): string[] | undefined {
  if (typeof examples === 'string') {
    const lines = examples.split('\n').map((line) => line.trim())
    return lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1).trim())
  }
  if (!Array.isArray(examples)) return undefined
  const texts = examples.map((one: unknown) => (isRecord(one) ? one.text : one))
  return texts.every((text) => typeof text === 'string')
    ? texts.map((text) => (text as string).trim())
    : undefined
}

/** The example without its marks, or what was expected where a mark is broken. */
function annotated(line: string, intent: string): IntentExample | string {
  const utterance = new UtteranceBuilder()
  let from = 0
  for (let open = line.indexOf('['); open >= 0; open = line.indexOf('[', from)) {
    const close = line.indexOf(']', open)
    const next = line[close + 1]
    if (close < 0 || (next !== '(' && next !== '{' && next !== '[')) {
      // A bracket that marks nothing is a bracket.
      utterance.plain(line.slice(from, open + 1))
      from = open + 1
      continue
    }
    utterance.plain(line.slice(from, open))
    const end = next === '(' ? line.indexOf(')', close) : jsonEnd(line, close + 1)
    if (end < 0) return `the end of the entity that begins at character ${open + 1}`
    const inside = line.slice(close + 2, end)
    const slots = next === '(' ? [shortForm(inside)] : longForm(line.slice(close + 1, end + 1))
    if (slots === undefined) return `an entity such as {"entity": "city"} at character ${close + 2}`
    const text = line.slice(open + 1, close)
    utterance.slot(text, slots[0]!)
    from = end + 1
  }
  utterance.plain(line.slice(from))
  return utterance.build(intent)
}

function shortForm(inside: string): Omit<SlotSpan, 'start' | 'end'> {
  const colon = inside.indexOf(':')
  return colon < 0 ? { type: inside } : { type: inside.slice(0, colon), value: inside.slice(colon + 1) }
}

function longForm(json: string): Omit<SlotSpan, 'start' | 'end'>[] | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  const marks = Array.isArray(value) ? value : [value]
  if (marks.length === 0 || !marks.every((mark) => isRecord(mark) && typeof mark.entity === 'string'))
    return undefined
  return (marks as JsonRecord[]).map((mark) => ({
    type: mark.entity as string,
    ...(mark.value === undefined ? {} : { value: String(mark.value) }),
    ...(mark.role === undefined ? {} : { role: String(mark.role) }),
  }))
}

/** Index of the bracket that closes the JSON value beginning at `from`; -1 where there is none. */
function jsonEnd(line: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let i = from; i < line.length; i++) {
    const character = line[i]
    if (quoted) {
      if (character === '\\') i++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && --depth === 0) return i
  }
  return -1
}

function lineOf(yaml: string, example: string): number {
  const at = yaml.indexOf(example)
  return at < 0 ? 1 : yaml.slice(0, at).split('\n').length
}
