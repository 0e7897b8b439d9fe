/**
 * Training on the terminal: a line for every part that is done, and below them a bar for the one that is under way with
 * its scores on dev so far. Without a terminal, the lines alone.
 */
import type { TrainingProgress } from '../language/index.js'
import { timeText } from './sizes.js'

const INTERVAL = 100

/** What is shown of a training. */
export interface ShownTraining {
  /** A step of the part under way. */
  readonly show: (progress: TrainingProgress) => void
  /** A line that stays. */
  readonly line: (text: string) => void
  /** Takes the bar away. */
  readonly end: () => void
}

/** Shows a training on standard error. */
export function showTraining(): ShownTraining {
  const terminal = process.stderr.isTTY === true
  const began = performance.now()
  let due = 0
  const erase = terminal ? '\r\x1b[K' : ''
  return {
    show(progress) {
      const now = performance.now()
      if (!terminal || now < due) return
      due = now + INTERVAL
      process.stderr.write(
        `${erase}${trainingLine(progress, (now - began) / 1000, process.stderr.columns ?? 80)}`,
      )
    },
    line(text) {
      process.stderr.write(`${erase}${text}\n`)
      due = 0
    },
    end() {
      process.stderr.write(erase)
    },
  }
}

/** The bar after `seconds`, at most `columns` - 1 wide: share of all, the part, its share, scores, time left. */
export function trainingLine(
  { part, grade, done, overall, scores }: TrainingProgress,
  seconds: number,
  columns: number,
): string {
  const filled = Math.round(20 * Math.min(1, overall))
  const facts = [
    `${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${`${Math.floor(100 * overall)}%`.padStart(4)}`,
    `${part}${grade === undefined ? '' : `, ${grade}`} ${Math.floor(100 * done)}%`,
    ...Object.entries(scores ?? {}).map(([name, score]) => `${name} ${score.toFixed(2)}`),
  ]
  if (overall > 0.02) facts.push(`${timeText((seconds / overall) * (1 - overall))} left`)
  return facts.join('  ').slice(0, columns - 1)
}
