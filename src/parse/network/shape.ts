/**
 * What a parser's network is made of: sizes, and where every matrix of weights lies in one block of f32.
 *
 * Input: the sum of learned rows for a token's features (form, affixes, shape) beside a fixed word vector. Above it
 * layers of bidirectional LSTM. Tags are read from the layer `tagLayer`; arcs and labels from four projections of the
 * last one, scored by biaffine products.
 *
 * @see Kiperwasser & Goldberg, Simple and Accurate Dependency Parsing Using Bidirectional LSTM Feature
 * Representations, TACL 4, 2016; Dozat & Manning, Deep Biaffine Attention for Neural Dependency Parsing, ICLR 2017
 */

/** Sizes of a network; widths are multiples of 4. */
export interface NetworkShape {
  /** Rows of the table of features; row 0 is never used, row 1 is the root's. */
  readonly features: number
  /** Width of the sum of features. */
  readonly bag: number
  /** Width of the fixed word vectors, 0 for none. */
  readonly vector: number
  /** Outputs of each direction of an LSTM layer. */
  readonly width: number
  readonly layers: number
  /** Layer that tags are read from, from 1. */
  readonly tagLayer: number
  /** Number of classes of each tag column. */
  readonly tags: readonly number[]
  /** Width of the projections for arcs. */
  readonly arc: number
  /** Width of the projections for labels. */
  readonly label: number
  /** Number of labels. */
  readonly labels: number
}

/** A matrix of weights: its place in the block, in floats, and its size. */
export interface Matrix {
  readonly at: number
  readonly rows: number
  readonly columns: number
}

/** `n` rounded up to a multiple of 4. */
export function four(n: number): number {
  return (n + 3) & ~3
}

/** Places of all matrices. */
export class NetworkLayout {
  readonly shape: NetworkShape
  readonly matrices: ReadonlyMap<string, Matrix>
  /** Floats of all matrices. */
  readonly size: number
  /** Column at which each kind of tag begins, and the width of all. */
  readonly tagStarts: readonly number[]
  readonly tagWidth: number
  /** Columns of the projections: dependent and head for arcs, dependent and head for labels. */
  readonly projected: number
  /** Width of the input of the first layer. */
  readonly input: number

  constructor(shape: NetworkShape) {
    this.shape = shape
    const { width, arc, label } = shape
    const starts: number[] = []
    let at = 0
    for (const classes of shape.tags) {
      starts.push(at)
      at += four(classes)
    }
    this.tagStarts = starts
    this.tagWidth = at
    this.projected = 2 * arc + 2 * label
    this.input = shape.vector + shape.bag
    const matrices = new Map<string, Matrix>()
    let size = 0
    const add = (name: string, rows: number, columns: number) => {
      matrices.set(name, { at: size, rows, columns })
      size += four(rows * columns)
    }
    add('bag', shape.features, shape.bag)
    for (let layer = 0; layer < shape.layers; layer++) {
      for (const direction of ['forward', 'backward']) {
        const name = `lstm.${layer}.${direction}`
        add(`${name}.input`, layer === 0 ? this.input : 2 * width, 4 * width)
        add(`${name}.recurrent`, width, 4 * width)
        add(`${name}.bias`, 1, 4 * width)
      }
    }
    if (this.tagWidth > 0) {
      add('tags.weights', 2 * width, this.tagWidth)
      add('tags.bias', 1, this.tagWidth)
    }
    add('projection.weights', 2 * width, this.projected)
    add('projection.bias', 1, this.projected)
    add('arc.weights', arc, arc)
    add('arc.bias', 1, arc)
    const labels = four(shape.labels)
    add('label.bilinear', label, shape.labels * label)
    add('label.dependent', label, labels)
    add('label.head', label, labels)
    add('label.bias', 1, labels)
    this.matrices = matrices
    this.size = size
  }

  /** The matrix `name`, which must exist. */
  matrix(name: string): Matrix {
    const found = this.matrices.get(name)
    if (found === undefined) throw new RangeError(`no matrix ${name}`)
    return found
  }
}
