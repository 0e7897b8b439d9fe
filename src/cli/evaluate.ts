/**
 * `wordloom evaluate`: the metrics of the CoNLL 2018 shared task, as a table or as JSON.
 */
import { CONLLU_METRICS, type ConlluScores, readConllu, scoreConllu } from '../corpora/index.js'
import type { Doc } from '../text/doc.js'
import type { Invocation } from './arguments.js'
import { fromConllu } from './conllu-file.js'
import { Failure } from './failure.js'
import { findInputs } from './input.js'
import { outputColors } from './terminal.js'

/** Runs `wordloom evaluate`. */
export async function evaluate(invocation: Invocation): Promise<number> {
  const gold = required(invocation, 'gold')
  const system = required(invocation, 'system')
  const inputs = await findInputs([gold, system])
  if (inputs.length !== 2) throw new Failure('usage', '--gold and --system take one file each')
  const [goldDocs, systemDocs] = [await docsOf(inputs[0]!), await docsOf(inputs[1]!)]
  const scores = scoreConllu(goldDocs, systemDocs)
  process.stdout.write(
    invocation.option('to') === 'json' ? `${JSON.stringify(scores, null, 2)}\n` : asTable(scores),
  )
  return 0
}

function required(invocation: Invocation, name: string): string {
  const value = invocation.option(name)
  if (value !== undefined) return value
  throw new Failure(
    'usage',
    `'evaluate' needs --${name} FILE`,
    'wordloom evaluate --gold GOLD.conllu --system SYSTEM.conllu',
  )
}

function docsOf(input: Parameters<typeof fromConllu>[0]): Promise<Doc[]> {
  return fromConllu(input, (conllu) => [...readConllu(conllu)])
}

function asTable(scores: ConlluScores): string {
  const { colors } = outputColors()
  const head = ['Metric', 'Precision', 'Recall', 'F1', 'Aligned accuracy']
  const widths = [10, 9, 9, 9, 16]
  const lines = [head.map((text, i) => cell(text, i, widths)).join('  ')]
  lines.push(widths.map((width) => '-'.repeat(width)).join('  '))
  for (const metric of CONLLU_METRICS) {
    const { precision, recall, f1, alignedAccuracy } = scores[metric]
    const cells = [metric, percent(precision), percent(recall), percent(f1), percent(alignedAccuracy)]
    const row = cells.map((text, i) => cell(text, i, widths))
    row[3] = colors.bold(row[3]!)
    lines.push(row.join('  ').trimEnd())
  }
  return `${lines.join('\n')}\n`
}

function cell(text: string, column: number, widths: readonly number[]): string {
  return column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)
}

function percent(value: number | undefined): string {
  return value === undefined ? '' : value.toFixed(2)
}
