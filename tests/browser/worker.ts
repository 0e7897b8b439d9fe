/** Runs in a Web Worker: digests what it is asked for. */
import type { DocColumns } from 'wordloom'
import { digestOfClone, exercise } from './exercise.js'

type Question = { ask: 'exercise' } | { ask: 'digest'; columns: DocColumns }

globalThis.onmessage = ({ data }: MessageEvent<Question>) => {
  postMessage(data.ask === 'exercise' ? exercise() : digestOfClone(data.columns))
}
