/** Skip-gram with shared negatives in plain TypeScript: src/core/assembly/skip-gram.ts, slowly and in float64. */

export const SEPARATOR = 0xffffffff

/** What the kernel's context block says, with matrices as arrays of rows. */
export interface Training {
  readonly inputs: number[][]
  readonly outputs: number[][]
  readonly window: number
  readonly dynamic: boolean
  readonly negative: number
  readonly keep: ArrayLike<number>
  readonly alias: ArrayLike<number>
  readonly capacity: number
  readonly alpha: number
  state: bigint
  trained: number
  loss: number
  answers: number
}

function draw(training: Training): number {
  training.state = (training.state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn
  return Number(training.state >> 32n)
}

function below(training: Training, limit: number): number {
  return Number((BigInt(draw(training)) * BigInt(limit)) >> 32n)
}

/** Trains all of `ids`; gives the number of words that were kept. */
export function skipGram(training: Training, ids: readonly number[]): number {
  let sentence: number[] = []
  let kept = 0
  const finish = () => {
    sentence.forEach((word, i) => {
      const reach = training.dynamic ? below(training, training.window) + 1 : training.window
      const around: number[] = []
      for (let j = Math.max(0, i - reach); j <= Math.min(sentence.length - 1, i + reach); j++) {
        if (j !== i) around.push(sentence[j]!)
      }
      if (around.length > 0) position(training, around, word)
    })
    training.trained += sentence.length
    sentence = []
  }
  for (const id of ids) {
    if (id === SEPARATOR) finish()
    else {
      if (draw(training) > training.keep[id]!) continue
      sentence.push(id)
      kept++
      if (sentence.length === training.capacity) finish()
    }
  }
  finish()
  return kept
}

function position(training: Training, around: readonly number[], word: number): void {
  const { inputs, outputs, alias } = training
  const answers = [word]
  for (let i = 0; i < training.negative; i++) {
    const first = below(training, inputs.length)
    const other = draw(training) <= alias[first * 2]! ? first : alias[first * 2 + 1]!
    if (other !== word) answers.push(other)
  }
  const oldInputs = around.map((input) => [...inputs[input]!])
  const oldOutputs = answers.map((answer) => [...outputs[answer]!])
  oldInputs.forEach((x, j) => {
    oldOutputs.forEach((y, k) => {
      const product = x.reduce((sum, value, i) => sum + value * y[i]!, 0)
      const right = k === 0 ? 1 : 0
      const probability = 1 / (1 + Math.exp(-product))
      const step = training.alpha * (right - probability)
      training.loss -= Math.log(right === 1 ? probability : 1 - probability)
      training.answers++
      for (let i = 0; i < x.length; i++) {
        inputs[around[j]!]![i]! += step * y[i]!
        outputs[answers[k]!]![i]! += step * x[i]!
      }
    })
  })
}
