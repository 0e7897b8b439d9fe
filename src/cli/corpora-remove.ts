/**
 * `wordloom corpora remove`: takes corpora out of the store.
 */
import { remove } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { Failure } from './failure.js'
import { sizeText } from './sizes.js'

/** Runs `wordloom corpora remove`. */
export async function corporaRemove(invocation: Invocation): Promise<number> {
  const names = invocation.positionals
  if (names.length === 0) {
    throw new Failure(
      'usage',
      "'corpora remove' needs the id of a corpus or the name of a collection",
      'wordloom corpora list --downloaded',
    )
  }
  const { dir, removed, shared, bytes } = await remove(names, { dir: invocation.option('dir') })
  const what = removed.length === 1 ? '1 file' : `${removed.length} files`
  const kept = shared.length === 0 ? '' : ` ${shared.join(', ')} stays: another corpus uses it.`
  process.stdout.write(
    removed.length === 0
      ? `Nothing of it is in ${dir}.${kept}\n`
      : `Removed ${what} (${sizeText(bytes)}) from ${dir}.${kept}\n`,
  )
  return 0
}
