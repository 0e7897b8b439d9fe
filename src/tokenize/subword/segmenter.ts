/**
 * Runs a normalized text through the core: pieces by the pre-tokenizers, tokens by the model, offsets back through
 * every rewriting. The model lies at the bottom of the PieceCutter's Region; what a text needs is laid above and
 * given back when the call ends.
 */
import type { Pointer } from '../../core/kernels.js'
import type { AlignedText } from './aligned-text.js'
import { layModel } from './model-tables.js'
import type { ModelSpec } from './models.js'
import { type Laid, PieceCutter } from './piece-cutter.js'
import type { PreTokenizer } from './pre-tokenizers.js'
import type { TokenSink } from './token-sink.js'

const SYMBOL_BYTES = 48 // BPE: five u32, one i32 and three u64 a symbol
const POSITION_BYTES = 16 // unigram

/** A model with its pre-tokenizers in a Region of its own. */
export class Segmenter {
  readonly #cutter: PieceCutter
  readonly #model: Pointer
  readonly #kind: ModelSpec['type']
  readonly #spread: number

  constructor(model: ModelSpec, steps: readonly PreTokenizer[]) {
    this.#cutter = new PieceCutter(steps)
    this.#kind = model.type
    // Symbols, or tokens, that one UTF-16 unit may become.
    this.#spread = model.byteFallback ? 3 : 1
    this.#model = layModel(this.#cutter.region, model)
  }

  /**
   * Adds the tokens of `source` to `sink`. Offsets are those of the source's origins plus `base`; `atStart` says
   * that its first unit begins the caller's text.
   */
  segment(source: AlignedText, base: number, atStart: boolean, sink: TokenSink): void {
    if (source.text === '') return
    const { region } = this.#cutter
    const mark = region.mark()
    try {
      this.#encode(this.#cutter.lay(source, atStart), base, sink)
    } finally {
      region.release(mark)
    }
  }

  #encode(laid: Laid, base: number, sink: TokenSink): void {
    const { text, pieces, count, units } = laid
    if (count === 0) return
    const { region } = this.#cutter
    const spread = this.#spread
    const longest = longestPiece(region.u32(pieces, count * 2))
    const room = longest * spread + 8
    const scratch = region.reserve(room * (this.#kind === 'BPE' ? SYMBOL_BYTES : POSITION_BYTES))
    const capacity = units * spread + 16
    const ids = region.reserve(capacity * 12)
    const counts = region.reserve(count * 4)
    const tokens = region.run(
      'subwordEncode',
      this.#model,
      text,
      pieces,
      count,
      scratch,
      room,
      ids,
      capacity,
      counts,
    )
    const starts = ids + capacity * 4
    const ends = starts + capacity * 4
    if (laid.from) region.run('subwordOrigins', laid.from, laid.to, starts, ends, tokens)
    sink.add(
      region.u32(ids, tokens),
      region.u32(starts, tokens),
      region.u32(ends, tokens),
      region.u32(counts, count),
      base,
    )
  }
}

function longestPiece(pieces: Uint32Array): number {
  let longest = 0
  for (let i = 0; i < pieces.length; i += 2) {
    const length = pieces[i + 1]! - pieces[i]!
    if (length > longest) longest = length
  }
  return longest
}
