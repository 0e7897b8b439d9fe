/**
 * Lemmas for commands: a trained model from its file, or the English ones that come with the package.
 */
import { readFileSync } from 'node:fs'
import { WordloomError } from '../core/errors.js'
import { Lemmatizer, lemmatizeAll } from '../lemma/index.js'
import type { Doc } from '../text/doc.js'
import { Failure, messageOf } from './failure.js'

/**
 * Adds the column `lemma` to Docs: with the model in the file `path`, else as English.
 *
 * @throws Failure (data) when the file cannot be read or is no model; (usage) where there are no lemmas for `lang`
 */
export function lemmatizerOf(path: string | undefined, lang: string): (doc: Doc) => Doc {
  if (path === undefined) {
    if (/^en(?:-|$)/iu.test(lang)) return (doc) => lemmatizeAll(doc, { lang })
    throw new Failure(
      'usage',
      `no lemmas for '${lang}' come with the package`,
      'train them from a treebank: wordloom train lemmas --help; then name the file with --model',
    )
  }
  const model = readModel(path)
  return (doc) => model.lemmatize(doc)
}

function readModel(path: string): Lemmatizer {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    throw new Failure(
      'data',
      missing ? `there is no file '${path}'` : `'${path}' cannot be read: ${(cause as Error).message}`,
      missing ? 'a model is made by: wordloom train lemmas' : '',
      cause,
    )
  }
  try {
    return Lemmatizer.load(bytes)
  } catch (error) {
    if (!(error instanceof WordloomError)) throw error
    throw new Failure(
      'data',
      `'${path}': ${messageOf(error)}`,
      'a model is made by: wordloom train lemmas',
      error,
    )
  }
}
