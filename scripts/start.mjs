// npm start [-- FILE]: sets up what is stale, then shows what Wordloom makes of a text.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, run, setup } from './setup.mjs'

setup()
// npm runs this in the repository; a file is meant from where the user is.
const here = process.env.INIT_CWD ?? process.cwd()
const args = process.argv.slice(2).map((arg) => (existsSync(resolve(here, arg)) ? resolve(here, arg) : arg))
run(process.execPath, [join(root, 'dist/cli.js'), 'show', ...args])
