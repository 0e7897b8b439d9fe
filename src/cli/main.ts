#!/usr/bin/env node
/**
 * The command `wordloom`: finds the command that is meant, runs it, and turns its end into an exit code.
 *
 * Exit codes: 0 done, 1 something is wrong with the data, 2 something is wrong with the command line,
 * 130 interrupted. A reader that closes the pipe early (`| head`) is no error.
 */
import { existsSync } from 'node:fs'
import { version } from '../../package.json'
import { nearest } from '../core/errors.js'
import { type CommandSpec, commandHelp, readArguments } from './arguments.js'
import { COMMANDS } from './commands.js'
import { EXIT, Failure, tell } from './failure.js'

function overview(): string {
  const lines = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`)
  return `Usage: wordloom COMMAND [options]

Natural language processing on one WebAssembly core.

Commands:
${lines.join('\n')}

Options:
  -h, --help     print this help; after a command: the help of that command
  -v, --version  print the version

Exit codes: 0 done, 1 something is wrong with the data, 2 with the command line.

Example:
  echo "I can't wait." | wordloom annotate --to text
`
}

function found(name: string): CommandSpec {
  const command = COMMANDS.find((one) => one.name === name)
  if (command !== undefined) return command
  if (existsSync(name)) {
    throw new Failure('usage', `'${name}' is a file, not a command`, `wordloom annotate ${name}`)
  }
  const names = COMMANDS.map((one) => one.name)
  throw new Failure(
    'usage',
    `there is no command '${name}'; did you mean '${nearest(name, names)}'?`,
    `commands: ${names.join(', ')}; wordloom --help says more`,
  )
}

async function run(args: readonly string[]): Promise<number> {
  const [first, ...rest] = args
  if (first === undefined || first === '-h' || first === '--help' || (first === 'help' && !rest[0])) {
    process.stdout.write(overview())
    return EXIT.ok
  }
  if (first === '-v' || first === '--version') {
    process.stdout.write(`${version}\n`)
    return EXIT.ok
  }
  if (first.startsWith('-') && first !== '-') {
    const options = ['--help', '--version']
    throw new Failure(
      'usage',
      `a command comes first; '${first}' is none. Did you mean '${nearest(first, options)}'?`,
      'wordloom --help lists the commands',
    )
  }
  const command = found(first === 'help' ? rest[0]! : first)
  const invocation = readArguments(command, first === 'help' ? ['--help'] : rest)
  if (!invocation.flag('help')) return command.run(invocation)
  process.stdout.write(commandHelp(command))
  return EXIT.ok
}

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
