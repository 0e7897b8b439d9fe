/**
 * Language packs for commands: the one that comes with the package, or a file; what is wrong is told with its name.
 */
import { WordloomError } from '../core/errors.js'
import { type Grade, Language } from '../language/index.js'
import { checksum, readLanguageFile } from '../store/models.js'
import { Failure, messageOf } from './failure.js'

/**
 * The language `name`: 'en', or the path of a pack.
 *
 * @throws Failure (data) when there is no such pack, or it is damaged, of another kind or version
 */
export async function loadLanguage(name: string, grade?: string): Promise<Language> {
  const bytes = await readLanguageFile(name)
  try {
    return Language.load(bytes, { checksum, ...(grade === undefined ? {} : { grade: grade as Grade }) })
  } catch (error) {
    if (!(error instanceof WordloomError)) throw error
    throw new Failure(
      'data',
      `'${name}': ${messageOf(error)}`,
      error.hint || 'a language pack is made by: wordloom train',
      error,
    )
  }
}
