/**
 * Edit scripts: how a lemma is made from a form, in a way that serves other words too.
 *
 * A script keeps the longest part that form and lemma have in common, and says what goes before and behind it:
 * letters to replace at the front (written out: few languages change it), how many to cut at the back, and what to put
 * there; and how the lemma is written: in small letters, as the form, with a capital, in capitals. Where nothing is
 * common the whole lemma stands in the script. In writing: `case TAB front TAB put TAB cut TAB put`, or
 * `case TAB lemma`. "s 2 y" takes cities to city, and any other word that is long enough to something.
 *
 * @see Grzegorz Chrupala: Simple Data-Driven Context-Sensitive Lemmatization. SEPLN 2006; Milan Straka: UDPipe 2.0
 *   Prototype at CoNLL 2018 UD Shared Task (scripts around a common part, casing apart), doi:10.18653/v1/K18-2020
 */
import { apart, type Casing, capital, hasJamo, lower, together, upper } from './casing.js'

/** s: small letters; f: as in the form; t: a capital first; u: capitals. */
export type LemmaCase = 's' | 'f' | 't' | 'u'

/** A script that is taken apart. */
export interface EditScript {
  readonly case: LemmaCase
  /** What the form must begin with, and what stands there in the lemma. */
  readonly front: string
  readonly frontPut: string
  /** Letters to cut at the back, and what to put there. */
  readonly cut: number
  readonly put: string
  /** The whole lemma in small letters (or as it is for `f`), for words that have nothing in common with it. */
  readonly whole: string | undefined
  /** Whether it puts letters of syllables. */
  readonly isApart: boolean
}

/** A form as scripts take it. */
export interface ScriptForm {
  /** As it is, syllables apart. */
  readonly raw: string
  /** In small letters, syllables apart. */
  readonly small: string
  /** Whether there were syllables to take apart. */
  readonly isApart: boolean
}

/** The form as {@link applyScript} takes it. */
export function scriptForm(form: string, casing: Casing): ScriptForm {
  const raw = apart(form)
  return { raw, small: apart(lower(form, casing)), isApart: hasJamo(raw) }
}

/** The script that takes `form` to `lemma`; undefined where no script can (letters that do not compose again). */
export function deriveScript(form: string, lemma: string, casing: Casing): string | undefined {
  const parts = scriptForm(form, casing)
  const goal = scriptForm(lemma, casing)
  const [how, from, to] = written(lemma, parts, goal, casing)
  const common = commonPart(from, to)
  const script =
    common === undefined
      ? `${how}\t${to}`
      : [
          how,
          from.slice(0, common.from),
          to.slice(0, common.to),
          from.length - common.from - common.length,
          to.slice(common.to + common.length),
        ].join('\t')
  const read = readScript(script)
  return read !== undefined && applyScript(read, parts, casing) === lemma ? script : undefined
}

/** How the lemma is written, and between which strings the edit is. */
function written(
  lemma: string,
  form: ScriptForm,
  goal: ScriptForm,
  casing: Casing,
): [LemmaCase, string, string] {
  if (goal.raw === goal.small) return ['s', form.small, goal.small]
  const asIs = commonPart(form.raw, goal.raw)?.length ?? 0
  if (asIs >= (commonPart(form.small, goal.small)?.length ?? 0)) return ['f', form.raw, goal.raw]
  if (lemma === capital(lemma, casing)) return ['t', form.small, goal.small]
  if (lemma === upper(lemma, casing)) return ['u', form.small, goal.small]
  return ['f', form.raw, goal.raw]
}

/** The longest common part of two strings, the first of equals; undefined where they share nothing. */
function commonPart(a: string, b: string): { from: number; to: number; length: number } | undefined {
  let best = { from: 0, to: 0, length: 0 }
  let previous = new Uint16Array(b.length + 1)
  let row = new Uint16Array(b.length + 1)
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a.charCodeAt(i) === b.charCodeAt(j) ? previous[j]! + 1 : 0
      row[j + 1] = length
      if (length > best.length) best = { from: i + 1 - length, to: j + 1 - length, length }
    }
    const held = previous
    previous = row
    row = held
  }
  return best.length > 0 ? best : undefined
}

/** A script from its writing; undefined when it is none. */
export function readScript(text: string): EditScript | undefined {
  const parts = text.split('\t')
  const [how, front, frontPut, cut, put] = parts
  if (how !== 's' && how !== 'f' && how !== 't' && how !== 'u') return undefined
  const isApart = hasJamo(text)
  if (parts.length === 2) {
    return { case: how, front: '', frontPut: '', cut: 0, put: '', whole: front!, isApart }
  }
  const count = Number(cut)
  if (parts.length !== 5 || !Number.isInteger(count) || count < 0 || count > 0xffff) return undefined
  return { case: how, front: front!, frontPut: frontPut!, cut: count, put: put!, whole: undefined, isApart }
}

/** The lemma that the script makes; undefined where it does not apply: nothing of the form would be left. */
export function applyScript(script: EditScript, form: ScriptForm, casing: Casing): string | undefined {
  let lemma = script.whole
  if (lemma === undefined) {
    const from = script.case === 'f' ? form.raw : form.small
    const end = from.length - script.cut
    if (script.front.length >= end && script.front.length + script.cut > 0) return undefined
    if (script.front !== '' && !from.startsWith(script.front)) return undefined
    if (script.cut > 0 && inPair(from, end)) return undefined
    lemma = script.frontPut + from.slice(script.front.length, end) + script.put
  }
  if (form.isApart || script.isApart) lemma = together(lemma)
  if (script.case === 't') return capital(lemma, casing)
  return script.case === 'u' ? upper(lemma, casing) : lemma
}

/** Whether the cut would part two halves of one character. */
function inPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
