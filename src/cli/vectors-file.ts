/**
 * Word vectors for commands: a pack, or a file in the formats of word2vec, gzipped or not.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { WordloomError } from '../core/errors.js'
import { readWord2Vec, Vectors } from '../embed/index.js'
import { Failure, messageOf } from './failure.js'

/** The vectors in the file `path`. @throws Failure (data) when it cannot be read or holds none */
export function readVectors(path: string): Vectors {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(path))
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = new Uint8Array(gunzipSync(bytes))
  } catch (cause) {
    throw new Failure('data', `the vectors '${path}' cannot be read: ${(cause as Error).message}`, '', cause)
  }
  try {
    const isPack = new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'WLPK'
    return isPack ? Vectors.load(bytes) : readWord2Vec(bytes)
  } catch (error) {
    if (!(error instanceof WordloomError)) throw error
    throw new Failure('data', `'${path}': ${messageOf(error)}`, error.hint, error)
  }
}
