// npm run bench [-- NAMES]: sets up what is stale, then measures beside the peers.
import { runLocal, setup } from './setup.mjs'

setup()
runLocal('tsx/dist/cli.mjs', ['bench/run.ts', ...process.argv.slice(2)])
