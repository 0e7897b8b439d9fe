// npm test [-- vitest arguments]: sets up what is stale, then runs the tests.
import { runLocal, setup } from './setup.mjs'

setup()
runLocal('vitest/vitest.mjs', ['run', ...process.argv.slice(2)])
