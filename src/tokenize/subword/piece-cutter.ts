/**
 * Cuts a normalized text into pieces in the core, by the pre-tokenizers of a tokenizer: splits, and rewritings that
 * keep the origin of each unit. One PieceCutter owns a Region; a text is laid above the tables and given back by
 * whoever laid it.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { AlignedText } from './aligned-text.js'
import { byteAlphabet } from './byte-alphabet.js'
import { PATTERN_CODES } from './patterns.js'
import { behaviourCode, type PreTokenizer } from './pre-tokenizers.js'

const CLASS_TABLE = 0x10000
const PREPEND = { never: 0, always: 1, first: 2 } as const

/** A text in the core: its units, where each comes from (0: itself), and its pieces, pairs of u32. */
export interface Laid {
  text: Pointer
  from: Pointer
  to: Pointer
  units: number
  pieces: Pointer
  count: number
}

/** The pre-tokenizers of a tokenizer with a Region. */
export class PieceCutter {
  readonly region = new Region()
  readonly #steps: readonly PreTokenizer[]
  readonly #needles: readonly Pointer[]
  readonly #classes: Pointer
  readonly #alphabet: Pointer

  constructor(steps: readonly PreTokenizer[]) {
    const { region } = this
    this.#steps = steps
    this.#classes = region.reserve(CLASS_TABLE)
    region.run('subwordClasses', this.#classes)
    this.#alphabet = region.copyIn(byteAlphabet())
    this.#needles = steps.map((step) => {
      if (step.step !== 'split') return 0
      const { needle } = step.by
      return region.copyIn(Uint16Array.from({ length: needle.length }, (_, i) => needle.charCodeAt(i)))
    })
  }

  /**
   * Lays `source` into the core and splits it; `atStart`: its first unit begins the
   * caller's text. Whoever calls takes a mark of the Region before and releases it after.
   */
  lay(source: AlignedText, atStart: boolean): Laid {
    const { region } = this
    const { length } = source.text
    const text = region.reserve(length * 2)
    region.copyText(source.text, 0, length, text)
    const laid: Laid = { text, from: 0, to: 0, units: length, pieces: region.reserve(8), count: 1 }
    if (source.from && source.to) {
      laid.from = region.copyIn(source.from)
      laid.to = region.copyIn(source.to)
    }
    region.u32(laid.pieces, 2).set([0, length])
    this.#steps.forEach((step, i) => {
      if (step.step === 'split') this.#split(laid, step, this.#needles[i]!)
      else this.#rewrite(laid, step, atStart)
    })
    return laid
  }

  #split(laid: Laid, step: PreTokenizer & { step: 'split' }, needle: Pointer): void {
    const { region } = this
    const output = region.reserve(laid.units * 8)
    const { by, behaviour, invert } = step
    laid.count = region.run(
      'subwordSplit',
      laid.text,
      laid.pieces,
      laid.count,
      PATTERN_CODES[by.pattern],
      behaviourCode(behaviour),
      invert ? 1 : 0,
      by.digits,
      by.contractions ? 1 : 0,
      needle,
      needle + by.needle.length * 2,
      this.#classes,
      output,
      laid.units,
    )
    laid.pieces = output
  }

  #rewrite(laid: Laid, step: PreTokenizer & { step: 'sign' | 'bytes' }, atStart: boolean): void {
    const { region } = this
    const capacity = step.step === 'bytes' ? laid.units * 3 : laid.units + laid.count
    const output = region.reserve(capacity * 2)
    const from = region.reserve(capacity * 4)
    const to = region.reserve(capacity * 4)
    const { text, pieces, count } = laid
    laid.units =
      step.step === 'bytes'
        ? region.run(
            'subwordBytes',
            text,
            laid.from,
            laid.to,
            pieces,
            count,
            this.#alphabet,
            output,
            from,
            to,
            capacity,
          )
        : region.run(
            'subwordMetaspace',
            text,
            laid.from,
            laid.to,
            pieces,
            count,
            step.sign.charCodeAt(0),
            PREPEND[step.prepend],
            atStart ? 1 : 0,
            output,
            from,
            to,
            capacity,
          )
    Object.assign(laid, { text: output, from, to })
  }
}
