/** The WordloomError that `action` throws; anything else fails the test. */
import { WordloomError } from '../../src/core/errors.js'

export function caught(action: () => unknown): WordloomError {
  try {
    action()
  } catch (error) {
    if (error instanceof WordloomError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}
