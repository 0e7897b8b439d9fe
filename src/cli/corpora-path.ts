/**
 * `wordloom corpora path`: where a corpus is, for scripts.
 */
import { info, path, storeFolder } from '../store/index.js'
import type { Invocation } from './arguments.js'

/** Runs `wordloom corpora path`. */
export async function corporaPath(invocation: Invocation): Promise<number> {
  const [id] = invocation.positionals
  const options = { dir: invocation.option('dir') }
  if (id === undefined) {
    process.stdout.write(`${storeFolder(options.dir)}\n`)
    return 0
  }
  const place = path(id, options)
  const places = invocation.flag('files') ? info(id, options).files.map((file) => file.place) : [place]
  process.stdout.write(places.map((one) => `${one}\n`).join(''))
  return 0
}
