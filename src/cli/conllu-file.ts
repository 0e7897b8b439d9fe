/**
 * A CoNLL-U file as a command meets it: what is wrong with it is told with its name.
 */
import { WordloomError } from '../core/errors.js'
import { Failure, messageOf } from './failure.js'
import { type Input, readWhole } from './input.js'

/** What `use` makes of the file. @throws Failure (data) when it cannot be read, or is malformed */
export async function fromConllu<Result>(input: Input, use: (conllu: string) => Result): Promise<Result> {
  const conllu = await readWhole(input, 'utf-8')
  try {
    return use(conllu)
  } catch (error) {
    if (!(error instanceof WordloomError) || error.code !== 'CONLLU_SYNTAX') throw error
    throw new Failure('data', `${input.name}: ${messageOf(error)}`, error.hint, error)
  }
}
