/**
 * Attributes of tokens as columns of interned values, so that a test is made once for each distinct value.
 *
 * `form` (the column, or the surface), `lower`, `shape` and `length` are made from the Doc itself; `kind` is the name of
 * the kind; `column.Key` is the value of Key in a column of `Key=Value|Key=Value`; any other name is a column. What is
 * made is kept as long as the array it is made from, so that many matchers over one Doc share it.
 */
import { WordloomError } from '../core/errors.js'
import type { NumberArray } from '../text/arrays.js'
import type { Doc } from '../text/doc.js'
import { SliceTable } from '../text/slice-table.js'
import type { StringColumn } from '../text/strings.js'
import { TOKEN_KINDS } from '../text/token-kind.js'
import { lazyPattern } from '../text/unicode.js'

/** Values of an attribute: token i has `values[ids[i]]`. */
export interface AttributeColumn {
  readonly ids: Uint32Array
  readonly values: readonly (string | number)[]
}

const LONGEST_RUN = 4
const surfaces = new WeakMap<Uint32Array, { readonly text: string; readonly column: StringColumn }>()
const derived = new WeakMap<object, Map<string, AttributeColumn>>()
const upperCase = lazyPattern('[\\p{Lu}\\p{Lt}]')
const letter = lazyPattern('\\p{L}')
const digit = lazyPattern('\\p{Nd}')

/** The attribute `name` of all tokens. @throws COLUMN_MISSING when the Doc has no such column */
export function attributeColumn(doc: Doc, name: string): AttributeColumn {
  switch (name) {
    case 'form':
      return strings(formColumn(doc))
    case 'lower':
      return mapped(formColumn(doc), name, (form) => form.toLowerCase())
    case 'shape':
      return mapped(formColumn(doc), name, wordShape)
    case 'length':
      return mapped(formColumn(doc), name, codePoints)
    case 'kind':
      if (doc.columnType(name) !== 'string') {
        return numbers(doc.numbers(name), name, (code) => TOKEN_KINDS[code] ?? 'other')
      }
  }
  const dot = name.indexOf('.')
  if (dot > 0 && !doc.has(name)) {
    const key = name.slice(dot + 1)
    return mapped(doc.strings(name.slice(0, dot)), name, (list) => valueOfKey(list, key))
  }
  return attributeOfColumn(doc, name)
}

function attributeOfColumn(doc: Doc, name: string): AttributeColumn {
  const type = doc.columnType(name)
  if (type === 'string') return strings(doc.strings(name))
  if (type !== undefined) return numbers(doc.numbers(name), name, (number) => number)
  const skills: Readonly<Record<string, string>> = {
    lemma: 'Lemmatizer.load(bytes).lemmatize(doc) or lemmatizeAll adds it.',
    tag: 'Tag the Doc first.',
    xtag: 'Tag the Doc first.',
    features: 'Tag the Doc first.',
    head: 'Parse the Doc first.',
    deprel: 'Parse the Doc first.',
  }
  throw new WordloomError('COLUMN_MISSING', {
    message: `The pattern asks for '${name}', and the Doc has no such column; it has ${doc.columnNames.join(', ')}.`,
    hint: (Object.hasOwn(skills, name) && skills[name]) || 'Run the skill that adds it first.',
    details: { column: name, columns: doc.columnNames },
  })
}

/** Forms of all tokens: the column `form`, or their surfaces. */
export function formColumn(doc: Doc): StringColumn {
  if (doc.columnType('form') === 'string') return doc.strings('form')
  const known = surfaces.get(doc.start)
  if (known !== undefined && known.text === doc.text) return known.column
  const table = new SliceTable()
  const { text, start, end } = doc
  const ids = new Uint32Array(start.length)
  for (let i = 0; i < ids.length; i++) ids[i] = table.intern(text, start[i]!, end[i]!)
  const column = table.column(ids)
  surfaces.set(doc.start, { text, column })
  return column
}

/**
 * The shape of a word: X for upper-case letters, x for others, d for digits, all else as it is; a run of one of
 * these is at most four long: `Xxxxx` for Berlin, `dddd` for 1989, `x'x` for d'y.
 */
export function wordShape(word: string): string {
  let shape = ''
  let last = ''
  let run = 0
  for (const character of word) {
    const sign = letter().test(character)
      ? upperCase().test(character)
        ? 'X'
        : 'x'
      : digit().test(character)
        ? 'd'
        : character
    run = sign === last ? run + 1 : 1
    last = sign
    if (run <= LONGEST_RUN) shape += sign
  }
  return shape
}

/** Value of `key` in a list such as `Case=Nom|Number=Sing`; '' where it is not there. */
export function valueOfKey(list: string, key: string): string {
  for (const entry of list.split('|')) {
    if (entry.startsWith(key) && entry[key.length] === '=') return entry.slice(key.length + 1)
  }
  return ''
}

function codePoints(form: string): number {
  let count = 0
  for (const _ of form) count++
  return count
}

function strings({ ids, strings: values }: StringColumn): AttributeColumn {
  return { ids, values }
}

function kept(source: object, name: string, make: () => AttributeColumn): AttributeColumn {
  let columns = derived.get(source)
  if (columns === undefined) {
    columns = new Map()
    derived.set(source, columns)
  }
  let column = columns.get(name)
  if (column === undefined) {
    column = make()
    columns.set(name, column)
  }
  return column
}

/** Another value for each distinct string. */
function mapped(
  source: StringColumn,
  name: string,
  map: (value: string) => string | number,
): AttributeColumn {
  return kept(source, name, () => {
    const { ids, strings } = source
    const table = new Numbering<string | number>()
    // A Doc of one sentence may share the table of a whole corpus: only what it uses is mapped.
    const known = new Int32Array(strings.length).fill(-1)
    const made = new Uint32Array(ids.length)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!
      if (known[id]! < 0) known[id] = table.number(map(strings[id]!))
      made[i] = known[id]!
    }
    return { ids: made, values: table.values }
  })
}

function numbers(
  source: NumberArray,
  name: string,
  map: (value: number) => string | number,
): AttributeColumn {
  return kept(source, name, () => {
    const table = new Numbering<number>()
    const ids = Uint32Array.from(source, (value) => table.number(value))
    return { ids, values: table.values.map(map) }
  })
}

/** Gives each distinct value the next number. */
class Numbering<T> {
  readonly #numbers = new Map<T, number>()
  readonly values: T[] = []

  number(value: T): number {
    let number = this.#numbers.get(value)
    if (number === undefined) {
      number = this.values.push(value) - 1
      this.#numbers.set(value, number)
    }
    return number
  }
}
