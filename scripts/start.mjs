// npm start [-- FILE]: sets up what is stale, then shows what Wordloom makes of a text.
import { join } from 'node:path'
import { root, run, setup } from './setup.mjs'

setup()
run(process.execPath, [join(root, 'dist/cli.js'), 'show', ...process.argv.slice(2)])
