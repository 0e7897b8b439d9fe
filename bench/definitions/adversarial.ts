/** Does doubled input take about double the time, on texts made to be hard, for every tokenizer? */
import { join } from 'node:path'
import { ADVERSARIAL } from '../adversarial.js'
import { LINEAR_TOKENIZERS } from '../adversarial-tokenizers.js'
import { EngineProcess } from '../support/engine.js'
import { ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'

const LIMIT = 2.3
const SECONDS = 150

interface Growth {
  readonly ratio: number
  readonly length: number
  readonly ms: number
}

function start(name: string): EngineProcess {
  const worker = join(ROOT, 'bench/adversarial-worker.ts')
  return new EngineProcess(process.execPath, ['--expose-gc', '--import', 'tsx', worker, name], ROOT)
}

async function run(context: BenchContext): Promise<Outcome> {
  const largest = context.smoke ? 1_000_000 : 10_000_000
  const texts = context.smoke ? ADVERSARIAL.filter((_, i) => i % 6 === 0) : ADVERSARIAL
  const wrong: string[] = []
  const notes: string[] = []
  const rows: FigureRow[] = []
  let worst = { ratio: 0, where: '' }
  for (const { name } of LINEAR_TOKENIZERS) {
    let engine = start(name)
    let own = { ratio: 0, text: '' }
    let slowest = { speed: Number.POSITIVE_INFINITY, text: '' }
    for (const text of texts) {
      try {
        const growth = await engine.ask<Growth>(`${largest} ${text.name}`, SECONDS)
        if (growth.ratio > own.ratio) own = { ratio: growth.ratio, text: text.name }
        const speed = growth.length / growth.ms / 1000
        if (speed < slowest.speed) slowest = { speed, text: text.name }
        if (growth.ratio > LIMIT) {
          notes.push(
            `${name} on ${text.name}: ${growth.ratio.toFixed(2)} times at ${growth.length} units (${growth.ms.toFixed(0)} ms)`,
          )
        }
      } catch (error) {
        wrong.push(`${name} on ${text.name}: ${error instanceof Error ? error.message : String(error)}`)
        engine.close()
        engine = start(name)
      }
    }
    engine.close()
    context.log(`  ${name}: ${own.ratio.toFixed(2)} (${own.text})`)
    if (own.ratio > worst.ratio) worst = { ratio: own.ratio, where: `${name}, ${own.text}` }
    rows.push({
      engine: name,
      ours: true,
      values: { ratio: own.ratio, slowest: slowest.speed },
      note: `${own.text}; slowest: ${slowest.text}`,
    })
  }
  return {
    columns: [
      { key: 'ratio', label: 'worst time ratio for doubled input', digits: 2 },
      { key: 'slowest', label: 'slowest text, million units/s', digits: 1 },
    ],
    rows,
    wrong,
    notes,
    targets: [
      target(
        `doubled input takes at most ${LIMIT} times as long`,
        `worst ${worst.ratio.toFixed(2)}: ${worst.where}`,
        wrong.length === 0 && worst.ratio <= LIMIT,
      ),
    ],
  }
}

/** See the head of this file. */
export const adversarial: Definition = {
  name: 'adversarial',
  title: 'Hard texts: time for doubled input',
  about:
    'Sixty texts made to be hard (bench/adversarial.ts), over every tokenizer, at 2.5, 5 and 10 million UTF-16 units; the worst ratio of processor time between two neighbouring lengths where the longer one takes more than 20 ms. A ratio over 2.1 is measured again, the least times compared.',
  smoke: true,
  run,
}
