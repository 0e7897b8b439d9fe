/**
 * `wordloom annotate`: inputs through the pipeline into one of the formats, as a stream from end to end.
 */
import { nearest } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Invocation } from './arguments.js'
import { type FORMATS, STAGES } from './commands.js'
import { Failure } from './failure.js'
import { FORMAT_MAKERS } from './formats.js'
import { encodingName, findInputs, readText, totalSize } from './input.js'
import { type AnnotateOptions, annotateStream } from './library.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'

/** Runs `wordloom annotate`. */
export async function annotate(invocation: Invocation): Promise<number> {
  requireStages(invocation.option('pipeline')!)
  const options = {
    lang: invocation.option('lang')!,
    split: invocation.option('split'),
  } as AnnotateOptions
  const addLemmas = await lemmasOf(invocation.option('lemmas'))
  const encoding = encodingName(invocation.option('encoding')!)
  const inputs = await findInputs(invocation.positionals)
  const output = openOutput(invocation.option('output'), inputs)
  const progress = showProgress(totalSize(inputs), output.terminal)
  const format = FORMAT_MAKERS[invocation.option('to') as (typeof FORMATS)[number]]()
  try {
    for (const input of inputs) {
      const chunks = readText(input, encoding, progress.add)
      for await (const { doc, offset, begins } of annotateStream(chunks, options)) {
        await output.write(format.doc(addLemmas(doc), { source: input.path, offset, begins }))
      }
    }
    await output.write(format.end())
    await output.close()
  } finally {
    progress.end()
  }
  return 0
}

async function lemmasOf(model: string | undefined): Promise<(doc: Doc) => Doc> {
  if (model === undefined) return (doc) => doc
  const { lemmatizerOf } = await import('./lemma-model.js') // its data take time to load: only where they are wanted
  return model === 'en' ? lemmatizerOf(undefined, 'en') : lemmatizerOf(model, 'en')
}

function requireStages(pipeline: string): void {
  const names: readonly string[] = STAGES
  const unknown = pipeline.split(',').find((stage) => !names.includes(stage.trim()))
  if (unknown === undefined) return
  throw new Failure(
    'usage',
    `there is no stage '${unknown.trim()}'; did you mean '${nearest(unknown.trim(), names)}'?`,
    `--pipeline takes stages separated by commas; there is: ${names.join(', ')}`,
  )
}
