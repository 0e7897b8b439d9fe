/**
 * Commands as data: names, options and examples in one table, from which arguments are read and help is printed.
 *
 * Node's own `util.parseArgs` splits the arguments; this file adds what it leaves open: which options exist,
 * which values they take, and the nearest name for what was mistyped.
 */
import { parseArgs } from 'node:util'
import { nearest } from '../core/errors.js'
import { Failure } from './failure.js'

/** One option of a command. */
export interface OptionSpec {
  readonly name: string
  readonly short?: string
  /** Name of its value in the help; a flag where there is none. */
  readonly value?: string
  /** The values it takes, where they can be listed. */
  readonly choices?: readonly string[]
  readonly default?: string
  readonly help: string
}

/** What a command is given to work on. */
export interface Invocation {
  readonly positionals: readonly string[]
  /** Value of an option: as given, its default, or undefined. */
  option(name: string): string | undefined
  /** Whether a flag was given. */
  flag(name: string): boolean
  /** Whether an option or flag was given, its default aside. */
  given(name: string): boolean
}

/** One command of the table. */
export interface CommandSpec {
  readonly name: string
  /** Its arguments as the usage line shows them. */
  readonly takes: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What else the help says, a paragraph each. */
  readonly about: readonly string[]
  readonly options: readonly OptionSpec[]
  /** A command to type and what it does. */
  readonly examples: readonly (readonly [command: string, what: string])[]
  /** Most positional arguments it takes. */
  readonly most: number
  /** Commands below it, whose names begin with its own: 'corpora list'. Without one of them it prints its help. */
  readonly commands?: readonly CommandSpec[]
  /** Does the work; loaded when needed, so that starting stays quick. Gives the exit code. */
  run(invocation: Invocation): Promise<number>
}

/** Options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'debug', help: 'print the stack of an error' },
  { name: 'help', short: 'h', help: 'print this help' },
]

/** Reads the arguments of one command. @throws Failure (usage) naming the nearest option or the values allowed */
export function readArguments(command: CommandSpec, args: readonly string[]): Invocation {
  const specs = [...command.options, ...COMMON_OPTIONS]
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      specs.map(({ name, short, value }) => [
        name,
        { type: value === undefined ? 'boolean' : 'string', ...(short ? { short } : {}) } as const,
      ]),
    ),
  })
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const spec = specs.find(({ name }) => name === token.name)
    if (spec === undefined) throw unknownOption(command, token.rawName, specs)
    values.set(spec.name, checkedValue(command, spec, token.value, token.inlineValue === true))
  }
  if (positionals.length > command.most && !values.has('help')) {
    throw new Failure(
      'usage',
      `'${command.name}' takes ${command.most === 0 ? 'no arguments' : `at most ${command.most} argument${command.most === 1 ? '' : 's'}`}; got ${positionals.length}: ${positionals.join(' ')}`,
      `wordloom ${command.name} --help`,
    )
  }
  const defaults = new Map(specs.map((spec) => [spec.name, spec.default]))
  return {
    positionals,
    option: (name) => values.get(name) ?? defaults.get(name),
    flag: (name) => values.has(name),
    given: (name) => values.has(name),
  }
}

function unknownOption(command: CommandSpec, rawName: string, specs: readonly OptionSpec[]): Failure {
  const names = specs.map(({ name }) => `--${name}`)
  return new Failure(
    'usage',
    `'${command.name}' has no option '${rawName}'; did you mean '${nearest(rawName, names)}'?`,
    `wordloom ${command.name} --help lists all options`,
  )
}

function checkedValue(
  command: CommandSpec,
  spec: OptionSpec,
  value: string | undefined,
  inline: boolean,
): string {
  const name = `--${spec.name}`
  if (spec.value === undefined) {
    if (value !== undefined) throw new Failure('usage', `${name} takes no value; got '${value}'`)
    return ''
  }
  // What looks like another option is more often a forgotten value; '--name=-x' says that it is meant.
  if (value === undefined || (!inline && /^-./.test(value))) {
    const example = spec.default ?? spec.choices?.[0] ?? spec.value
    throw new Failure('usage', `${name} needs a value`, `wordloom ${command.name} ${name} ${example}`)
  }
  if (spec.choices && !spec.choices.includes(value)) {
    throw new Failure(
      'usage',
      `${name} is '${value}'; expected one of ${spec.choices.join(', ')}`,
      `did you mean ${name} ${nearest(value, spec.choices)}?`,
    )
  }
  return value
}

/** The help of one command. */
export function commandHelp(command: CommandSpec): string {
  if (command.commands !== undefined) return groupHelp(command, command.commands)
  const lines = [
    `Usage: wordloom ${command.name} [options] ${command.takes}`.trimEnd(),
    '',
    command.summary,
    '',
  ]
  for (const paragraph of command.about) lines.push(...wrapped(paragraph, 78), '')
  lines.push('Options:', ...[...command.options, ...COMMON_OPTIONS].flatMap(optionLines), '', 'Examples:')
  for (const [line, what] of command.examples) lines.push(`  ${line}`, `      ${what}`)
  return `${lines.join('\n')}\n`
}

function groupHelp(group: CommandSpec, commands: readonly CommandSpec[]): string {
  const lines = [`Usage: wordloom ${group.name} ${group.takes}`, '', group.summary, '']
  for (const paragraph of group.about) lines.push(...wrapped(paragraph, 78), '')
  lines.push('Commands:')
  for (const { name, summary } of commands) {
    const [first, ...rest] = wrapped(summary, 62)
    lines.push(`  ${name.slice(group.name.length + 1).padEnd(11)}${first}`)
    lines.push(...rest.map((line) => `${' '.repeat(13)}${line}`))
  }
  lines.push('', 'Options:', ...[...group.options, ...COMMON_OPTIONS].flatMap(optionLines), '', 'Examples:')
  for (const [line, what] of group.examples) lines.push(`  ${line}`, `      ${what}`)
  return `${lines.join('\n')}\n`
}

function optionLines(spec: OptionSpec): string[] {
  const left = `${spec.short ? `-${spec.short}, ` : '    '}--${spec.name}${spec.value ? ` ${spec.value}` : ''}`
  const choices = spec.choices ? `: ${spec.choices.join(', ')}` : ''
  const standard = spec.default === undefined ? '' : ` [${spec.default}]`
  const [first, ...rest] = wrapped(spec.help + choices + standard, 52)
  return [`  ${left.padEnd(24)}${first}`, ...rest.map((line) => `${' '.repeat(26)}${line}`)]
}

/** Lines of at most `width` characters, broken at blanks. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
