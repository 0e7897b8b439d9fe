/**
 * One line of a `data.*` file of WordNet: a synset with its senses, pointers, verb frames and gloss.
 *
 * @see Princeton WordNet, wndb(5WN), data file format
 */
import { WNDB_RELATIONS } from './relations.js'
import type { SourceText } from './source-text.js'
import type { SourceRelation, SourceSense, SourceSynset } from './source-wordnet.js'
import {
  ADJECTIVE_POSITIONS,
  GROUP_OF_POS,
  LEXICOGRAPHER_FILES,
  POS,
  VERB_FRAMES,
  type WordNetPos,
} from './tables.js'
import { type Field, fieldsOf, LineFault } from './wndb-line.js'

/** Reads the fields of a line one after the other. */
class Fields {
  readonly #fields: readonly Field[]
  readonly #end: number
  #next = 0

  constructor(line: string) {
    this.#fields = fieldsOf(line)
    this.#end = line.length
  }

  get more(): boolean {
    return this.#next < this.#fields.length
  }

  field(pattern: RegExp, expected: string): Field {
    const field = this.#fields[this.#next++] ?? { text: '', at: this.#end }
    if (!pattern.test(field.text)) throw new LineFault(field.at, expected, field.text)
    return field
  }

  number(pattern: RegExp, base: number, expected: string): number {
    return Number.parseInt(this.field(pattern, expected).text, base)
  }
}

/** The synset of `line`, which begins at `at` in `text`. @throws LineFault */
export function readSynsetLine(
  text: SourceText,
  at: number,
  line: string,
  group: number,
): { synset: SourceSynset; senses: SourceSense[] } {
  const bar = line.indexOf('|')
  if (bar < 0) throw new LineFault(line.length, 'a bar and the gloss after it', '')
  const fields = new Fields(line.slice(0, bar))
  const offset = fields.field(/^\d{8}$/u, 'an offset of eight digits').text
  const fileField = fields.field(/^\d\d$/u, 'the number of a lexicographer file')
  const file = LEXICOGRAPHER_FILES[Number(fileField.text)]
  if (file === undefined) {
    throw new LineFault(
      fileField.at,
      `a lexicographer file up to ${LEXICOGRAPHER_FILES.length - 1}`,
      fileField.text,
    )
  }
  const typeField = fields.field(/^[nvasr]$/u, 'the type of the synset: n, v, a, s or r')
  const pos = POS.indexOf(typeField.text as WordNetPos)
  if (GROUP_OF_POS[pos] !== group)
    throw new LineFault(typeField.at, 'a type that belongs in this file', typeField.text)
  const id = `${offset}-${typeField.text}`
  const count = fields.number(/^[0-9a-f]{2}$/iu, 16, 'the number of words, two hexadecimal digits')
  const members: string[] = []
  const words: { lexId: number; position: number; relations: SourceRelation[]; frames: number[] }[] = []
  for (let i = 0; i < count; i++) {
    const { word, position } = readWord(fields.field(/^[^ ]+$/u, 'a word'))
    const lexId = fields.number(/^[0-9a-f]{1,2}$/iu, 16, 'the lexical id of the word, hexadecimal')
    members.push(word)
    words.push({ lexId, position, relations: [], frames: [] })
  }
  if (count === 0 || new Set(members).size < count) {
    throw new LineFault(0, 'at least one word, and no word twice', members.join(', '))
  }
  const relations = readPointers(fields, words, at)
  if (fields.more) readFrames(fields, words)
  const senses = words.map((word, i) => ({
    ...word,
    ref: senseName(id.slice(0, 8), group, i + 1),
    synset: id,
    examples: [],
    text,
    at,
  }))
  return {
    synset: {
      id,
      ref: synsetName(offset, group),
      pos,
      file,
      members,
      relations,
      ...readGloss(line.slice(bar + 1)),
      ...NOTHING,
      text,
      at,
    },
    senses,
  }
}

const NOTHING = { ili: 0, wikidata: [], source: '' } as const

/** Satellites are named as adjectives by pointers, so that the name of a sense has the group. */
function senseName(offset: string, group: number, word: number): string {
  return `${group} ${offset} ${word}`
}

function readWord({ text, at }: Field): { word: string; position: number } {
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  const position = open > 0 ? (ADJECTIVE_POSITIONS as readonly string[]).indexOf(text.slice(open + 1, -1)) : 0
  if (position < 0) throw new LineFault(at + open, '(a), (p) or (ip)', text.slice(open))
  return { word: (position > 0 ? text.slice(0, open) : text).replaceAll('_', ' '), position }
}

/** Pointers of the synset; those of single words go to them. */
function readPointers(
  fields: Fields,
  words: readonly { readonly relations: SourceRelation[] }[],
  at: number,
): SourceRelation[] {
  const relations: SourceRelation[] = []
  const count = fields.number(/^\d{3}$/u, 10, 'the number of pointers, three digits')
  for (let i = 0; i < count; i++) {
    const symbol = fields.field(/^[^ ]{1,2}$/u, 'the symbol of a pointer')
    const type = WNDB_RELATIONS.get(symbol.text)
    if (type === undefined)
      throw new LineFault(symbol.at, `one of ${[...WNDB_RELATIONS.keys()].join(' ')}`, symbol.text)
    const offset = fields.field(/^\d{8}$/u, 'the offset that a pointer leads to')
    const pos = fields.field(/^[nvasr]$/u, 'the part of speech that a pointer leads to').text as WordNetPos
    const ends = fields.field(/^[0-9a-f]{4}$/iu, 'the numbers of two words, four hexadecimal digits')
    const [from, to] = [Number.parseInt(ends.text.slice(0, 2), 16), Number.parseInt(ends.text.slice(2), 16)]
    const group = GROUP_OF_POS[POS.indexOf(pos)]!
    if (from === 0 && to === 0) {
      relations.push({ type, target: synsetName(offset.text, group), at: at + offset.at })
      continue
    }
    const word = words[from - 1]
    if (word === undefined || to === 0) {
      throw new LineFault(ends.at, `a word from 01 to ${words.length} and one of the target`, ends.text)
    }
    word.relations.push({ type, target: senseName(offset.text, group, to), at: at + offset.at })
  }
  return relations
}

/** Name by which pointers mean a synset: the letters a and s are used for the same ones. */
export function synsetName(offset: string, group: number): string {
  return `${group} ${offset}`
}

function readFrames(fields: Fields, words: readonly { readonly frames: number[] }[]): void {
  const count = fields.number(/^\d{2}$/u, 10, 'the number of verb frames, two digits')
  for (let i = 0; i < count; i++) {
    fields.field(/^\+$/u, 'a + before a verb frame')
    const frame = fields.field(/^\d{2}$/u, 'the number of a verb frame')
    const number = Number(frame.text)
    if (number < 1 || number > VERB_FRAMES.length) {
      throw new LineFault(frame.at, `a verb frame from 01 to ${VERB_FRAMES.length}`, frame.text)
    }
    const which = fields.field(/^[0-9a-f]{2}$/iu, 'the number of a word, two hexadecimal digits')
    const word = Number.parseInt(which.text, 16)
    if (word > words.length) throw new LineFault(which.at, `a word up to ${words.length}`, which.text)
    words.forEach((each, k) => {
      if (word === 0 || word === k + 1) each.frames.push(number - 1)
    })
  }
}

/** Definition and examples: what stands in quotes is an example. */
function readGloss(gloss: string): Pick<SourceSynset, 'definitions' | 'examples'> {
  let definition = ''
  const examples: { text: string; source: string }[] = []
  let from = 0
  for (let open = gloss.indexOf('"'); open >= 0; open = gloss.indexOf('"', from)) {
    const close = gloss.indexOf('"', open + 1)
    if (close < 0) break
    definition += gloss.slice(from, open)
    examples.push({ text: gloss.slice(open + 1, close), source: '' })
    from = close + 1
  }
  definition += gloss.slice(from)
  return { definitions: [trimmed(definition)], examples }
}

/** Without the blanks and semicolons that separated definition and examples. */
function trimmed(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && (text[from] === ';' || text[from] === ' ')) from++
  while (to > from && (text[to - 1] === ';' || text[to - 1] === ' ')) to--
  return text.slice(from, to)
}
