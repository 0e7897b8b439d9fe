/** Training of the networks of a parser, one after the other. */
import type { Random } from '../core/rng.js'
import { makePause } from '../text/pause.js'
import { Network } from './network/network.js'
import { type Quantized, type QuantizedWeights, quantizeWeights } from './network/quantized.js'
import type { NetworkLayout } from './network/shape.js'
import type { Lessons } from './parser-data.js'
import type { ParserPass, ParserScores } from './parser-options.js'
import { ParserTrainer, type TrainerSettings } from './parser-training.js'

/** What networks are trained on, from where, and who is told. */
export interface NetworkRun {
  readonly layout: NetworkLayout
  readonly vectors: Quantized
  readonly lessons: Lessons
  readonly settings: TrainerSettings
  /** Ids of features of a token. */
  readonly perToken: number
  /** For each network its first weights, and where all that is random comes from. */
  readonly starts: readonly (() => { readonly weights: Float32Array; readonly random: Random })[]
  /** Scores of one network on dev; without it the last pass is kept. */
  readonly score: ((weights: QuantizedWeights) => ParserScores) | undefined
  readonly onPass: ((pass: ParserPass) => void) | undefined
  readonly onProgress: ((done: number) => void) | undefined
  readonly signal: AbortSignal | undefined
}

/**
 * Weights of each network after its best pass. A signal that comes after the first pass gives what there is so far.
 *
 * @throws the signal's reason where it comes earlier
 */
export async function trainNetworks(run: NetworkRun): Promise<QuantizedWeights[]> {
  const { layout, vectors, lessons, settings, perToken, starts, score, onPass, onProgress, signal } = run
  const members: QuantizedWeights[] = []
  try {
    for (const [n, start] of starts.entries()) {
      const { weights, random } = start()
      const network = new Network(layout, weights, vectors)
      const trainer = new ParserTrainer(network, lessons, settings, perToken, random)
      const pause = makePause(onProgress, signal, [n / starts.length, (n + 1) / starts.length])
      let best = Number.NEGATIVE_INFINITY
      for (let pass = 1; pass <= settings.passes; pass++) {
        const losses = await trainer.pass(pass, pause)
        const now = quantizeWeights(layout, network.copyWeights())
        const scores = score?.(now)
        if (scores === undefined || scores.las > best) {
          members[n] = now
          best = scores?.las ?? best
        }
        onPass?.({ network: n + 1, pass, losses, scores })
      }
    }
  } catch (error) {
    if (!signal?.aborted || members.length === 0) throw error
  }
  return members
}
