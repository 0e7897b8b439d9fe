/**
 * `wordloom lemmatize`: CoNLL-U in, the same with lemmas out, a document at a time.
 */
import { WordloomError } from '../core/errors.js'
import { ConlluWriter, readConlluStream } from '../corpora/index.js'
import type { Invocation } from './arguments.js'
import { Failure, messageOf } from './failure.js'
import { findInputs, readText, totalSize } from './input.js'
import { lemmatizerOf } from './lemma-model.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'

/** Runs `wordloom lemmatize`. */
export async function lemmatize(invocation: Invocation): Promise<number> {
  const lemmatizeDoc = lemmatizerOf(invocation.option('model'), invocation.option('lang')!)
  const inputs = await findInputs(invocation.positionals)
  const output = openOutput(invocation.option('output'), inputs)
  const progress = showProgress(totalSize(inputs), output.terminal)
  const writer = new ConlluWriter()
  try {
    for (const input of inputs) {
      try {
        for await (const doc of readConlluStream(readText(input, 'utf-8', progress.add))) {
          await output.write(writer.write(lemmatizeDoc(doc)))
        }
      } catch (error) {
        if (!(error instanceof WordloomError) || error.code !== 'CONLLU_SYNTAX') throw error
        throw new Failure(
          'data',
          `${input.name}: ${messageOf(error)}`,
          error.hint || 'for plain text: wordloom annotate --lemmas',
          error,
        )
      }
    }
    await output.close()
  } finally {
    progress.end()
  }
  return 0
}
