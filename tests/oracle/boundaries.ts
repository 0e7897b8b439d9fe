/**
 * UAX #29 as it is written: for every position the rules are tried in order, looking back and ahead as far as
 * they say. Slow and plain; the twin of src/core/assembly/boundaries.ts.
 */
import { type UnicodeFacts, unicodeFacts } from '../../src/text/unicode.js'

interface Character extends UnicodeFacts {
  readonly at: number
}

function characters(text: string): Character[] {
  const list: Character[] = []
  let at = 0
  for (const character of text) {
    list.push({ ...unicodeFacts(character.codePointAt(0)!), at })
    at += character.length
  }
  return list
}

function boundaries(text: string, divides: (list: Character[], i: number) => boolean): number[] {
  if (text === '') return []
  const list = characters(text)
  return [0, ...list.flatMap((c, i) => (i > 0 && divides(list, i) ? [c.at] : [])), text.length]
}

const AH = ['ALetter', 'Hebrew_Letter']
const MID_LETTER = ['MidLetter', 'MidNumLet', 'Single_Quote']
const MID_NUM = ['MidNum', 'MidNumLet', 'Single_Quote']
const NEWLINES = ['CR', 'LF', 'Newline']
const SKIPPED = ['Extend', 'Format', 'ZWJ']

function dividesWords(list: Character[], i: number): boolean {
  const raw = (j: number): string => list[j]?.wordBreak ?? ''
  const skipped = (j: number) => j > 0 && SKIPPED.includes(raw(j)) && !NEWLINES.includes(raw(j - 1))
  // The neighbours with rule WB4 applied: characters that are skipped do not count.
  const back = (from: number) => {
    let j = from - 1
    while (j >= 0 && skipped(j)) j--
    return j
  }
  const ahead = (from: number) => {
    let j = from + 1
    while (j < list.length && skipped(j)) j++
    return j
  }
  const left = raw(i - 1)
  const right = raw(i)
  if (left === 'CR' && right === 'LF') return false // WB3
  if (NEWLINES.includes(left) || NEWLINES.includes(right)) return true // WB3a, WB3b
  if (left === 'ZWJ' && list[i]!.pictographic) return false // WB3c
  if (left === 'WSegSpace' && right === 'WSegSpace') return false // WB3d
  if (SKIPPED.includes(right)) return false // WB4
  const before = back(i)
  const a = raw(before)
  const aa = raw(back(before))
  const b = right
  const bb = raw(ahead(i))
  if (AH.includes(a) && AH.includes(b)) return false // WB5
  if (AH.includes(a) && MID_LETTER.includes(b) && AH.includes(bb)) return false // WB6
  if (AH.includes(aa) && MID_LETTER.includes(a) && AH.includes(b)) return false // WB7
  if (a === 'Hebrew_Letter' && b === 'Single_Quote') return false // WB7a
  if (a === 'Hebrew_Letter' && b === 'Double_Quote' && bb === 'Hebrew_Letter') return false // WB7b
  if (aa === 'Hebrew_Letter' && a === 'Double_Quote' && b === 'Hebrew_Letter') return false // WB7c
  if (a === 'Numeric' && b === 'Numeric') return false // WB8
  if (AH.includes(a) && b === 'Numeric') return false // WB9
  if (a === 'Numeric' && AH.includes(b)) return false // WB10
  if (aa === 'Numeric' && MID_NUM.includes(a) && b === 'Numeric') return false // WB11
  if (a === 'Numeric' && MID_NUM.includes(b) && bb === 'Numeric') return false // WB12
  if (a === 'Katakana' && b === 'Katakana') return false // WB13
  const extendable = [...AH, 'Numeric', 'Katakana']
  if ([...extendable, 'ExtendNumLet'].includes(a) && b === 'ExtendNumLet') return false // WB13a
  if (a === 'ExtendNumLet' && extendable.includes(b)) return false // WB13b
  if (a === 'Regional_Indicator' && b === 'Regional_Indicator') {
    let behind = 0
    for (let j = before; j >= 0 && raw(j) === 'Regional_Indicator'; j = back(j)) behind++
    return behind % 2 === 0 // WB15, WB16
  }
  return true
}

function dividesGraphemes(list: Character[], i: number): boolean {
  const a = list[i - 1]!.graphemeBreak
  const b = list[i]!.graphemeBreak
  const controls = ['CR', 'LF', 'Control']
  if (a === 'CR' && b === 'LF') return false // GB3
  if (controls.includes(a) || controls.includes(b)) return true // GB4, GB5
  if (a === 'L' && ['L', 'V', 'LV', 'LVT'].includes(b)) return false // GB6
  if (['LV', 'V'].includes(a) && ['V', 'T'].includes(b)) return false // GB7
  if (['LVT', 'T'].includes(a) && b === 'T') return false // GB8
  if (['Extend', 'ZWJ', 'SpacingMark'].includes(b)) return false // GB9, GB9a
  if (a === 'Prepend') return false // GB9b
  if (list[i]!.conjunctBreak === 'Consonant') {
    let j = i - 1
    let linked = false
    for (; j >= 0 && ['Linker', 'Extend'].includes(list[j]!.conjunctBreak); j--)
      linked ||= list[j]!.conjunctBreak === 'Linker'
    if (linked && list[j]?.conjunctBreak === 'Consonant') return false // GB9c
  }
  if (a === 'ZWJ' && list[i]!.pictographic) {
    let j = i - 2
    while (j >= 0 && list[j]!.graphemeBreak === 'Extend') j--
    if (list[j]?.pictographic) return false // GB11
  }
  if (a === 'Regional_Indicator' && b === 'Regional_Indicator') {
    let behind = 0
    while (list[i - 1 - behind]?.graphemeBreak === 'Regional_Indicator') behind++
    return behind % 2 === 0 // GB12, GB13
  }
  return true
}

export function oracleWordBoundaries(text: string): number[] {
  return boundaries(text, dividesWords)
}

export function oracleGraphemeBoundaries(text: string): number[] {
  return boundaries(text, dividesGraphemes)
}
