/**
 * The pre-tokenizers of tokenizer.json as a list of steps for the core: split pieces by a pattern, write spaces as
 * a sign, write bytes as letters. What a text goes through is decided once, when the file is read.
 *
 * @see Hugging Face tokenizers, pre_tokenizers
 */
import { type JsonPart, patternOf, sequenceOf, unsupported } from './json-part.js'
import { knownPattern, type SplitPattern, splitPattern, UNLIMITED } from './patterns.js'

const BEHAVIOURS = ['Removed', 'Isolated', 'MergedWithPrevious', 'MergedWithNext', 'Contiguous'] as const

/** What becomes of the matches of a pattern; the number is the core's. */
export type SplitBehaviour = (typeof BEHAVIOURS)[number]

/** One step of pre-tokenization. */
export type PreTokenizer =
  | {
      readonly step: 'split'
      readonly by: SplitPattern
      readonly behaviour: SplitBehaviour
      readonly invert: boolean
    }
  | { readonly step: 'sign'; readonly sign: string; readonly prepend: 'never' | 'always' | 'first' }
  | { readonly step: 'bytes' }

/** The core's number of a behaviour. */
export function behaviourCode(behaviour: SplitBehaviour): number {
  return BEHAVIOURS.indexOf(behaviour)
}

/** The steps of a file, in order. */
export function readPreTokenizers(part: JsonPart): PreTokenizer[] {
  return sequenceOf(part, 'pretokenizers').flatMap(readPreTokenizer)
}

function split(by: SplitPattern, behaviour: SplitBehaviour, invert = false): PreTokenizer {
  return { step: 'split', by, behaviour, invert }
}

function readPreTokenizer(part: JsonPart): PreTokenizer[] {
  const type = part.get('type').string()
  switch (type) {
    case 'ByteLevel': {
      part.only('type', 'add_prefix_space', 'trim_offsets', 'use_regex')
      const steps: PreTokenizer[] = []
      if (part.get('add_prefix_space').boolean(true))
        steps.push({ step: 'sign', sign: ' ', prepend: 'always' })
      if (part.get('use_regex').boolean(true)) steps.push(split(splitPattern('gpt2'), 'Isolated'))
      return [...steps, { step: 'bytes' }]
    }
    case 'BertPreTokenizer':
      part.only('type')
      return [split(splitPattern('spaces'), 'Removed'), split(splitPattern('punctuation', 1), 'Isolated')]
    case 'Whitespace':
      part.only('type')
      return [split(splitPattern('words'), 'Removed', true)]
    case 'WhitespaceSplit':
      part.only('type')
      return [split(splitPattern('spaces'), 'Removed')]
    case 'Metaspace':
      return metaspace(part)
    case 'Punctuation':
      part.only('type', 'behavior')
      return [split(splitPattern('punctuation', 1), part.get('behavior').oneOf(BEHAVIOURS, 'Isolated'))]
    case 'Digits': {
      part.only('type', 'individual_digits')
      return [
        split(
          splitPattern('numbers', part.get('individual_digits').boolean(false) ? 1 : UNLIMITED),
          'Isolated',
        ),
      ]
    }
    case 'CharDelimiterSplit':
      part.only('type', 'delimiter')
      return [split(splitPattern('literal', UNLIMITED, part.get('delimiter').string()), 'Removed')]
    case 'Split': {
      part.only('type', 'pattern', 'behavior', 'invert')
      const pattern = part.get('pattern')
      const { literal, regex } = patternOf(pattern)
      if (literal === '') throw pattern.wrong('a pattern that is not empty')
      const by = literal !== undefined ? splitPattern('literal', UNLIMITED, literal) : knownPattern(regex!)
      if (!by) throw unsupported(pattern.path, `the regular expression ${regex}`)
      return [split(by, part.get('behavior').oneOf(BEHAVIOURS), part.get('invert').boolean(false))]
    }
    default:
      throw unsupported(part.path, `the pre-tokenizer ${type}`)
  }
}

function metaspace(part: JsonPart): PreTokenizer[] {
  part.only('type', 'replacement', 'add_prefix_space', 'prepend_scheme', 'split', 'str_rep')
  const sign = part.get('replacement').string('▁')
  if (sign.length !== 1) throw part.get('replacement').wrong('one character of the basic plane')
  // Files before prepend_scheme say the same with add_prefix_space.
  const scheme = part.get('add_prefix_space').boolean(true) ? 'always' : 'never'
  const prepend = part.get('prepend_scheme').oneOf(['always', 'never', 'first'], scheme)
  const steps: PreTokenizer[] = [{ step: 'sign', sign, prepend }]
  if (part.get('split').boolean(true))
    steps.push(split(splitPattern('literal', UNLIMITED, sign), 'MergedWithNext'))
  return steps
}

/**
 * Whether the steps always split between a character that is no space and the space after it; `written`: what the
 * normalizers make of a space.
 */
export function splitsBeforeSpaces(steps: readonly PreTokenizer[], written = ' '): boolean {
  let space = written
  for (const step of steps) {
    if (step.step === 'bytes') return false
    if (step.step === 'sign') {
      if (space === ' ') space = step.sign
      continue
    }
    const { by, behaviour } = step
    if (by.pattern === 'literal' && by.needle !== space && by.needle.includes(space)) return false
    if (behaviour === 'MergedWithPrevious') return false
    const onSpaces =
      by.pattern === 'literal' || by.pattern === 'repeats' ? by.needle === space : space === ' '
    if (onSpaces && by.pattern !== 'punctuation' && by.pattern !== 'numbers') return true
    if (behaviour === 'MergedWithNext') return false
  }
  return false
}
