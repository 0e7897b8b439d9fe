/**
 * Edits letter by letter: what becomes of each letter of a form, and what is put before it, so that the lemma comes out.
 *
 * For lemmas that differ from their forms inside, such as those of Korean treebanks, which mark the boundaries of
 * morphemes. In writing, the first character is the kind of the edit: `=` keeps the letter, `s` makes it small, `c` makes
 * it a capital, `-` drops it, `>` replaces it, `.` stands behind the last letter. What is put before the letter follows,
 * and for `>` a tab and what replaces it.
 *
 * @see Robert Wagner, Michael Fischer: The String-to-String Correction Problem. Journal of the ACM 21(1), 1974
 */
import { apart, type Casing, lower, together, upper } from './casing.js'

/** An edit of one letter. */
export interface LetterEdit {
  readonly kind: '=' | 's' | 'c' | '-' | '>' | '.'
  readonly before: string
  readonly put: string
}

const REPLACE = 1.1 // a little more than to drop or to put, so that what is common is kept
const LONGEST = 512 // longer words teach nothing: the table of costs is the product of both lengths

/** The letters of a word, syllables apart. */
export function lettersOf(word: string): string[] {
  return Array.from(apart(word))
}

/** The edits that take the letters of a form to `lemma`, one more than letters; undefined where none do. */
export function deriveEdits(letters: readonly string[], lemma: string, casing: Casing): string[] | undefined {
  const goal = lettersOf(lemma)
  if (letters.length > LONGEST || goal.length > LONGEST || lemma.includes('\t')) return undefined
  const costs = costTable(letters, goal, casing)
  const width = goal.length + 1
  const edits: string[] = []
  let before = ''
  let i = 0
  let j = 0
  while (i < letters.length || j < goal.length) {
    const cost = costs[i * width + j]!
    const both = i < letters.length && j < goal.length
    const kind = both ? kinship(letters[i]!, goal[j]!, casing) : '>'
    if (both && near(cost, costs[(i + 1) * width + j + 1]! + (kind === '>' ? REPLACE : 0))) {
      edits.push(kind === '>' ? `>${before}\t${goal[j]}` : kind + before)
      before = ''
      i++
      j++
    } else if (i < letters.length && near(cost, costs[(i + 1) * width + j]! + 1)) {
      edits.push(`-${before}`)
      before = ''
      i++
    } else before += goal[j++]!
  }
  edits.push(`.${before}`)
  const read = edits.map(readEdit)
  return read.every((edit) => edit !== undefined) && applyEdits(letters, read, casing) === lemma
    ? edits
    : undefined
}

/** An edit from its writing; undefined when it is none. */
export function readEdit(text: string): LetterEdit | undefined {
  const kind = text.charAt(0)
  const [before, put, more] = text.slice(1).split('\t')
  if (kind === '>')
    return put === undefined || more !== undefined ? undefined : { kind, before: before!, put }
  if (put !== undefined) return undefined
  if (kind !== '=' && kind !== 's' && kind !== 'c' && kind !== '-' && kind !== '.') return undefined
  return { kind, before: before!, put: '' }
}

/** What the edits, one more than letters, make of the letters. */
export function applyEdits(letters: readonly string[], edits: readonly LetterEdit[], casing: Casing): string {
  let lemma = ''
  edits.forEach(({ kind, before, put }, i) => {
    const letter = letters[i] ?? ''
    lemma += before
    if (kind === '=') lemma += letter
    else if (kind === 's') lemma += lower(letter, casing)
    else if (kind === 'c') lemma += upper(letter, casing)
    else if (kind === '>') lemma += put
  })
  return together(lemma)
}

/** Least cost of taking letters from i on to the goal from j on, by i * (goal.length + 1) + j. */
function costTable(letters: readonly string[], goal: readonly string[], casing: Casing): Float64Array {
  const width = goal.length + 1
  const costs = new Float64Array((letters.length + 1) * width)
  for (let i = letters.length; i >= 0; i--) {
    for (let j = goal.length; j >= 0; j--) {
      let cost = i === letters.length && j === goal.length ? 0 : Number.POSITIVE_INFINITY
      if (i < letters.length) cost = Math.min(cost, costs[(i + 1) * width + j]! + 1)
      if (j < goal.length) cost = Math.min(cost, costs[i * width + j + 1]! + 1)
      if (i < letters.length && j < goal.length) {
        const step = kinship(letters[i]!, goal[j]!, casing) === '>' ? REPLACE : 0
        cost = Math.min(cost, costs[(i + 1) * width + j + 1]! + step)
      }
      costs[i * width + j] = cost
    }
  }
  return costs
}

/** The kind of edit that takes one letter to another. */
function kinship(from: string, to: string, casing: Casing): '=' | 's' | 'c' | '>' {
  if (from === to) return '='
  if (lower(from, casing) === to) return 's'
  return upper(from, casing) === to ? 'c' : '>'
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6
}
