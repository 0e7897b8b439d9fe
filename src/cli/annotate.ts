/**
 * `wordloom annotate`: inputs through the pipeline into one of the formats, as a stream from end to end.
 */
import { nearest } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { StreamPiece } from '../tokenize/index.js'
import type { Invocation } from './arguments.js'
import { type FORMATS, STAGES } from './commands.js'
import { Failure } from './failure.js'
import { FORMAT_MAKERS } from './formats.js'
import { encodingName, findInputs, readText, totalSize } from './input.js'
import { type AnnotateOptions, annotateStream } from './library.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'

/** One of {@link STAGES}. */
type StageName = (typeof STAGES)[number]

/** Stages that the package does for every language, without a model. */
const TEXT_STAGES: readonly StageName[] = ['tokenize', 'split']

/** Runs `wordloom annotate`. */
export async function annotate(invocation: Invocation): Promise<number> {
  const stages = stagesOf(invocation.option('pipeline')!)
  const pieces = await annotatorOf(invocation, stages)
  const addLemmas = await lemmasOf(invocation.option('lemmas'))
  const encoding = encodingName(invocation.option('encoding')!)
  const inputs = await findInputs(invocation.positionals)
  const output = openOutput(invocation.option('output'), inputs)
  const progress = showProgress(totalSize(inputs), output.terminal)
  const format = FORMAT_MAKERS[invocation.option('to') as (typeof FORMATS)[number]](
    invocation.option('output') === undefined,
  )
  try {
    for (const input of inputs) {
      const chunks = readText(input, encoding, progress.add)
      for await (const { doc, offset, begins } of pieces(chunks)) {
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

type Annotator = (chunks: AsyncIterable<string>) => AsyncGenerator<StreamPiece>

/** What annotates a text: the package alone for tokens and sentences, else a language pack. */
async function annotatorOf(invocation: Invocation, stages: readonly StageName[]): Promise<Annotator> {
  const options = {
    lang: invocation.option('lang')!,
    split: invocation.option('split'),
  } as AnnotateOptions
  const model = invocation.option('model')
  const last = STAGES.filter((stage) => stages.includes(stage)).at(-1)!
  if (model === undefined && TEXT_STAGES.includes(last)) return (chunks) => annotateStream(chunks, options)
  if (options.split !== 'ud') {
    throw new Failure(
      'usage',
      `--split ${options.split} leaves words whole that a model knows in parts`,
      'leave --split out, or run --pipeline split without --model',
    )
  }
  const { loadLanguage } = await import('./language-model.js') // its parts take time to load: only where they are wanted
  const language = await loadLanguage(model ?? options.lang, invocation.option('grade'))
  for (const stage of stages) {
    if (language.stages.includes(stage)) continue
    throw new Failure(
      'data',
      `the model '${model ?? options.lang}' cannot ${VERBS[stage]}; it can: ${language.stages.join(', ')}`,
      'train one that can: wordloom train --help',
    )
  }
  return (chunks) => language.stream(chunks, { until: last })
}

const VERBS: Readonly<Record<StageName, string>> = {
  tokenize: 'tokenize',
  split: 'split sentences',
  tag: 'tag',
  lemma: 'give lemmas',
  parse: 'parse',
}

async function lemmasOf(model: string | undefined): Promise<(doc: Doc) => Doc> {
  if (model === undefined) return (doc) => doc
  const { lemmatizerOf } = await import('./lemma-model.js') // its data take time to load: only where they are wanted
  return model === 'en' ? lemmatizerOf(undefined, 'en') : lemmatizerOf(model, 'en')
}

/** The stages that `--pipeline` names. @throws Failure (usage) naming the nearest stage */
function stagesOf(pipeline: string): StageName[] {
  const names: readonly string[] = STAGES
  const stages = pipeline.split(',').map((stage) => stage.trim())
  const unknown = stages.find((stage) => !names.includes(stage))
  if (unknown === undefined) return stages as StageName[]
  throw new Failure(
    'usage',
    `there is no stage '${unknown}'; did you mean '${nearest(unknown, names)}'?`,
    `--pipeline takes stages separated by commas; there is: ${names.join(', ')}`,
  )
}
