#!/usr/bin/env node
/**
 * The command `wordloom`: runs it and turns its end into an exit code.
 *
 * Exit codes: 0 done, 1 something is wrong with the data, 2 something is wrong with the command line,
 * 130 interrupted. A reader that closes the pipe early (`| head`) is no error.
 */
import { EXIT, Failure, tell } from './failure.js'
import { run } from './run.js'

// What is left on the screen or on the disk is removed by 'exit' listeners, which process.exit runs.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(code))
}
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  process.exit(tell(new Failure('data', `cannot write to standard output: ${error.message}`), false))
})
process.stderr.on('error', () => {})

const args = process.argv.slice(2)
try {
  process.exitCode = await run(args)
} catch (error) {
  // process.exit and not exitCode: a read that is still under way must not keep the process.
  process.exit(tell(error, args.includes('--debug')))
}
