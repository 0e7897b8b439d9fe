/**
 * Facts about characters that several skills need: white space by UTF-16 unit, and the properties of any code
 * point from the tables of the core (src/core/assembly/unicode-tables.ts, one call of about 12 ns each; kernels
 * read the tables directly).
 *
 * @see The Unicode Standard, PropList.txt and UAX #44
 */
import { sharedRegion } from '../core/region.js'

/** Version of the Unicode Character Database behind every property of Wordloom. */
export const UNICODE_VERSION = '15.0.0'

/** Values of General_Category, in the order of the core's numbers. */
export const GENERAL_CATEGORIES = [
  ...[
    'Cn',
    'Cc',
    'Cf',
    'Co',
    'Cs',
    'Lu',
    'Lt',
    'Ll',
    'Lm',
    'Lo',
    'Mn',
    'Mc',
    'Me',
    'Nd',
    'Nl',
    'No',
    'Pc',
    'Pd',
  ],
  ...['Ps', 'Pe', 'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Zs', 'Zl', 'Zp'],
] as const

/** Values of Word_Break, in the order of the core's numbers. */
export const WORD_BREAKS = [
  ...['Other', 'CR', 'LF', 'Newline', 'WSegSpace', 'ZWJ', 'Extend', 'Format', 'ALetter', 'Hebrew_Letter'],
  ...['Numeric', 'Katakana', 'ExtendNumLet', 'Regional_Indicator', 'MidLetter', 'MidNum', 'MidNumLet'],
  ...['Single_Quote', 'Double_Quote'],
] as const

/** Values of Grapheme_Cluster_Break, in the order of the core's numbers. */
export const GRAPHEME_BREAKS = [
  ...[
    'Other',
    'CR',
    'LF',
    'Control',
    'Extend',
    'ZWJ',
    'Regional_Indicator',
    'Prepend',
    'SpacingMark',
    'L',
    'V',
  ],
  ...['T', 'LVT', 'LV'],
] as const

/** Values of Indic_Conjunct_Break, in the order of the core's numbers. */
export const CONJUNCT_BREAKS = ['None', 'Linker', 'Consonant', 'Extend'] as const

/** What the core knows about one code point. */
export interface UnicodeFacts {
  readonly category: (typeof GENERAL_CATEGORIES)[number]
  readonly wordBreak: (typeof WORD_BREAKS)[number]
  readonly graphemeBreak: (typeof GRAPHEME_BREAKS)[number]
  /** Indic_Conjunct_Break, by its definition in Unicode 15.1. */
  readonly conjunctBreak: (typeof CONJUNCT_BREAKS)[number]
  readonly whiteSpace: boolean
  /** Extended_Pictographic: what an emoji sequence is made of. */
  readonly pictographic: boolean
  /** Whether terminals give it two columns: East_Asian_Width W or F, or Emoji_Presentation. */
  readonly wide: boolean
}

/** Properties of the code point `point`, an integer in [0, 0x10FFFF]; a surrogate stands for itself. */
export function unicodeFacts(point: number): UnicodeFacts {
  const facts = sharedRegion().run('unicodeFacts', point)
  const flags = facts >>> 24
  return {
    wordBreak: WORD_BREAKS[facts & 0xff]!,
    graphemeBreak: GRAPHEME_BREAKS[(facts >>> 8) & 0xff]!,
    category: GENERAL_CATEGORIES[(facts >>> 16) & 0xff]!,
    whiteSpace: (flags & 1) !== 0,
    pictographic: (flags & 2) !== 0,
    wide: (flags & 4) !== 0,
    conjunctBreak: CONJUNCT_BREAKS[(flags >>> 3) & 3]!,
  }
}

/** Whether the UTF-16 unit is Unicode White_Space; all such characters lie in the basic plane. */
export function isWhitespace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x85 &&
      (unit === 0x85 ||
        unit === 0xa0 ||
        unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200a) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000))
  )
}

/**
 * A regular expression made at first use. V8 reads the literals of a file while it parses the file, and each
 * `\p{...}` costs it a part of a millisecond then, asked for or not.
 */
export function lazyPattern(source: string, flags = 'u'): () => RegExp {
  let pattern: RegExp | undefined
  return () => {
    pattern ??= new RegExp(source, flags)
    return pattern
  }
}
