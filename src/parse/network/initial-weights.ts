/**
 * The weights that training starts from: uniform within Glorot's bounds, forget gates open.
 *
 * @see Glorot & Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010;
 * Jozefowicz, Zaremba & Sutskever, An Empirical Exploration of Recurrent Network Architectures, ICML 2015
 */
import type { Random } from '../../core/rng.js'
import type { NetworkLayout } from './shape.js'

const FEATURE_BOUND = 0.17 // a deviation of 0.1

/** Weights of `layout`, shape (layout.size,). */
export function initialWeights(layout: NetworkLayout, random: Random): Float32Array {
  const weights = new Float32Array(layout.size)
  const { bag, width, label } = layout.shape
  for (const [name, { at, rows, columns }] of layout.matrices) {
    if (name.endsWith('.bias')) {
      if (name.startsWith('lstm')) weights.fill(1, at + width, at + 2 * width)
      continue
    }
    // The gates of a layer, and the labels, are matrices of their own that lie side by side.
    const parts = name.startsWith('lstm') ? 4 : name === 'label.bilinear' ? columns / label : 1
    const bound = name === 'bag' ? FEATURE_BOUND : Math.sqrt(6 / (rows + columns / parts))
    const scale = name === 'label.bilinear' ? 0.2 : 1
    const first = name === 'bag' ? bag : 0
    for (let i = first; i < rows * columns; i++) weights[at + i] = (2 * random.float() - 1) * bound * scale
  }
  return weights
}
