/**
 * From arguments to a command: finds the one that is meant, prints help and version, runs it.
 */
import { existsSync } from 'node:fs'
import { version } from '../../package.json'
import { nearest } from '../core/errors.js'
import { type CommandSpec, commandHelp, readArguments } from './arguments.js'
import { COMMANDS } from './commands.js'
import { EXIT, Failure } from './failure.js'

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

function foundBelow(group: CommandSpec, word: string): CommandSpec {
  const commands = group.commands ?? []
  const command = commands.find(({ name }) => name === `${group.name} ${word}`)
  if (command !== undefined) return command
  const words = commands.map(({ name }) => name.slice(group.name.length + 1))
  throw new Failure(
    'usage',
    `'${group.name}' has no command '${word}'; did you mean '${nearest(word, words)}'?`,
    `commands: ${words.join(', ')}; wordloom ${group.name} --help says more`,
  )
}

/** Runs what `args` say and gives the exit code. @throws Failure, or what the library throws */
export async function run(args: readonly string[]): Promise<number> {
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
  const [name, ...others] = first === 'help' ? rest : args
  const group = found(name!)
  const below = group.commands && others[0] !== undefined && !others[0].startsWith('-')
  const command = below ? foundBelow(group, others.shift()!) : group
  const invocation = readArguments(command, first === 'help' ? ['--help'] : others)
  if (!invocation.flag('help')) return command.run(invocation)
  process.stdout.write(commandHelp(command))
  return EXIT.ok
}
