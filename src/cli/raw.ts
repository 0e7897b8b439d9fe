/**
 * `wordloom raw`: the text of a CoNLL-U file, to be annotated anew.
 */
import { rawText } from '../corpora/index.js'
import type { Invocation } from './arguments.js'
import { fromConllu } from './conllu-file.js'
import { findInputs } from './input.js'
import { openOutput } from './output.js'

/** Runs `wordloom raw`. */
export async function raw(invocation: Invocation): Promise<number> {
  const inputs = await findInputs(invocation.positionals)
  const output = openOutput(invocation.option('output'), inputs)
  for (const input of inputs) await output.write(`${await fromConllu(input, rawText)}\n`)
  await output.close()
  return 0
}
