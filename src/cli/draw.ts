/**
 * `wordloom draw`: what a CoNLL-U file has as dependencies, to look at.
 */
import { WordloomError } from '../core/errors.js'
import { readConlluStream } from '../corpora/index.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import type { Invocation } from './arguments.js'
import { Failure, messageOf } from './failure.js'
import { FORMAT_MAKERS } from './formats.js'
import { findInputs, type Input, readText, totalSize } from './input.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'

/** Runs `wordloom draw`. */
export async function draw(invocation: Invocation): Promise<number> {
  const wanted = invocation.option('sentence')
  const path = invocation.option('output')
  const [input] = await findInputs(invocation.positionals)
  const output = openOutput(path, [input!])
  const progress = showProgress(totalSize([input!]), output.terminal)
  const format = FORMAT_MAKERS[invocation.option('to') as 'tree' | 'table' | 'svg'](path === undefined)
  try {
    for await (const doc of sentences(input!, wanted, progress.add)) {
      await output.write(format.doc(doc, { source: input!.path, offset: 0, begins: 'document' }))
    }
    await output.write(format.end())
    await output.close()
  } finally {
    progress.end()
  }
  return 0
}

/** The sentences of a file, a Doc each, or the one that is wanted. */
async function* sentences(
  input: Input,
  wanted: string | undefined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Doc> {
  let number = 0
  try {
    for await (const doc of readConlluStream(readText(input, 'utf-8', onBytes), { unit: 'sentence' })) {
      number++
      if (wanted === undefined) yield doc
      else if (wanted === String(number) || wanted === sentenceId(doc.span(0, doc.length))) {
        yield doc
        return
      }
    }
  } catch (error) {
    if (!(error instanceof WordloomError) || error.code !== 'CONLLU_SYNTAX') throw error
    throw new Failure('data', `${input.name}: ${messageOf(error)}`, error.hint, error)
  }
  if (wanted === undefined) return
  throw new Failure(
    'data',
    `${input.name} has no sentence '${wanted}'; it has ${number}`,
    '--sentence takes a number from 1, or what stands behind # sent_id =',
  )
}

function sentenceId({ doc, from }: Span): string | undefined {
  if (!doc.has('comments')) return undefined
  const { ids, strings } = doc.strings('comments')
  return /^# *sent_id *= *(.*?)\s*$/m.exec(strings[ids[from]!]!)?.[1]
}
