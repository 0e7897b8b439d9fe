/** Runs in the page: what the test calls, as properties of `globalThis`. */
import { digest, digestOfClone, exercise, sentencesOf, TEXTS } from './exercise.js'

/** What the page offers to the test. */
export interface PageApi {
  /** Digests, and the milliseconds that the second run took. */
  exercise(): { digests: string[]; ms: number }
  /** Digests as a worker computes them. */
  inWorker(): Promise<string[]>
  /** A Doc posted to a worker: its digest here and there. */
  posted(): Promise<{ here: string; there: string }>
  /** The error that making code from a string gave. */
  saidOfEval(): string
  /** Node's globals that the page can see. */
  nodeGlobals(): string[]
}

function ask<T>(message: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js', { type: 'module' })
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(data as T)
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(message)
  })
}

/** Asked while the page loads: what a debugger evaluates later is free of the policy. */
function evalError(): string {
  try {
    return `made ${String(new Function('return 1')())}`
  } catch (error) {
    return (error as Error).name
  }
}

const saidOfEval = evalError()

const api: PageApi = {
  saidOfEval: () => saidOfEval,
  exercise() {
    exercise()
    const began = performance.now()
    const digests = exercise()
    return { digests, ms: performance.now() - began }
  },
  inWorker: () => ask<string[]>({ ask: 'exercise' }),
  async posted() {
    const doc = sentencesOf(TEXTS.join('\n\n'))
    const there = await ask<string>({ ask: 'digest', columns: doc.toColumns() })
    return { here: digest(doc), there }
  },
  nodeGlobals: () =>
    ['Buffer', 'process', 'global', 'require', 'module'].filter((name) => name in globalThis),
}

Object.assign(globalThis, { wordloomTest: api, digestOfClone })
