/**
 * Attributes of a form: hashes of what a tagger can see of a word without its sentence. Features are made of them in
 * the core; 0 stands for an attribute that a form has not.
 */
import { finish, hashPair, hashText } from './hashes.js'
import type { LeftOut, TagDictionary, TagUse } from './tag-dictionary.js'
import { type WordTable, wordKey } from './word-table.js'

/** Names of the attributes, in the order in which they lie in the core. */
export const ATTRIBUTES = [
  'form',
  'lower', // lower case, digits as 0
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'suffix5',
  'prefix1',
  'prefix2',
  'prefix3',
  'prefix4',
  'shape', // runs of capitals, small letters, digits, others
  'case', // how it is capitalised, whether it has digits, hyphens, letters
  'known', // the tags of the dictionary, or that it has none
  'likely', // the most frequent tag of the dictionary
  'lexicon', // the tags of the lexicon
  'coarse', // clusters
  'middle',
  'fine',
  'rare', // suffix and shape of a form that is not frequent
] as const

/** Name of an attribute. */
export type Attribute = (typeof ATTRIBUTES)[number]

const AT = Object.fromEntries(ATTRIBUTES.map((name, i) => [name, i])) as Readonly<Record<Attribute, number>>

/** What a tagger knows of words before it sees them in a sentence. */
export interface Knowledge {
  readonly dictionary: TagDictionary
  /** Lower-cased words and the number of their set of tags. */
  readonly lexicon: WordTable | undefined
  /** Lower-cased words and their clusters, coarse, middle and fine. */
  readonly clusters: WordTable | undefined
}

/** Writes the attributes of `form` to `out` from `at` on; gives the dictionary's uses of it. */
export function formAttributes(
  form: string,
  { dictionary, lexicon, clusters }: Knowledge,
  out: Uint32Array,
  at: number,
  left?: LeftOut,
): TagUse[] {
  const small = form.toLowerCase()
  const lower = small.replace(/[0-9]/g, '0')
  const set = (name: Attribute, value: number) => {
    out[at + AT[name]] = value
  }
  set('form', hashText(1, form))
  set('lower', hashText(2, lower))
  for (let n = 1; n <= 5; n++) {
    out[at + AT.suffix1 + n - 1] = lower.length >= n ? hashText(10 + n, lower, lower.length - n) : 0
    if (n <= 4) out[at + AT.prefix1 + n - 1] = lower.length > n ? hashText(20 + n, lower, 0, n) : 0
  }
  const { shape, kind } = shapeOf(form, small)
  set('shape', hashText(30, shape))
  set('case', finish(kind + 0x31000000))
  const uses = dictionary.uses(form, left)
  const seen = uses.length > 0 || small === form ? uses : dictionary.uses(small)
  set('known', knownClass(seen, seen !== uses))
  set('likely', seen.length > 0 ? finish(0x33000000 + seen[0]!.tag) : 0)
  const key = lexicon !== undefined || clusters !== undefined ? wordKey(small) : 0
  const inLexicon = lexicon?.find(key) ?? -1
  set('lexicon', inLexicon < 0 ? 0 : finish(0x34000000 + lexicon!.columns[0]![inLexicon]!))
  const inClusters = clusters?.find(key) ?? -1
  for (let c = 0; c < 3; c++) {
    out[at + AT.coarse + c] =
      inClusters < 0 ? 0 : hashPair(0x35000000 + c, clusters!.columns[c]![inClusters]!)
  }
  const total = uses.reduce((sum, { count }) => sum + count, 0)
  set('rare', total > 5 ? 0 : hashPair(out[at + AT.suffix3]!, kind + 0x36000000))
  return uses
}

/** The attributes of what stands before (0) or behind (1) a sentence. */
export function outsideAttributes(out: Uint32Array, at: number, side: 0 | 1): void {
  out.fill(0, at, at + ATTRIBUTES.length)
  for (const name of ['lower', 'known', 'shape'] as const) out[at + AT[name]] = hashPair(AT[name], side)
}

/** The set of tags of a form, those that it has in at least a twentieth of its uses, and how sure that is. */
function knownClass(uses: readonly TagUse[], lowered: boolean): number {
  const total = uses.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return finish(0x32000000)
  let hash = (lowered ? 7 : 3) + (total === 1 ? 0 : total < 4 ? 16 : 32)
  for (const { tag, count } of uses) if (count * 20 >= total) hash = hashPair(hash, tag)
  return hash
}

/** The shape of a form with runs cut short, as in `Xx-d`, and its kind as bits. */
function shapeOf(form: string, small: string): { readonly shape: string; readonly kind: number } {
  const sameLength = small.length === form.length
  let shape = ''
  let before = ''
  let kind = 0
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i)
    let mark: string
    if (unit >= 48 && unit <= 57) mark = 'd'
    else if (sameLength && form[i] !== small[i]) mark = 'X'
    else if (unit >= 97 && unit <= 122) mark = 'x'
    else if (unit < 128) mark = form[i]!
    else if (form[i]!.toUpperCase() !== form[i]) mark = 'x'
    else mark = 'o'
    kind |=
      mark === 'X'
        ? i === 0
          ? 1
          : 2
        : mark === 'x'
          ? 4
          : mark === 'd'
            ? 8
            : mark === '-'
              ? 16
              : mark === 'o'
                ? 64
                : 32
    if (mark !== before) shape += mark
    before = mark
  }
  if (form.length === 1) kind |= 128
  return { shape: shape.slice(0, 16), kind }
}
