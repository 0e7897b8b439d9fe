/** The command line itself: what is told, where, and with which exit code. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Invocation, readArguments } from '../../src/cli/arguments.js'
import { COMMANDS } from '../../src/cli/commands.js'
import { CORPORA_COMMANDS } from '../../src/cli/corpora-commands.js'
import { Failure, tell } from '../../src/cli/failure.js'
import { run } from '../../src/cli/run.js'
import { workplace } from './run.js'

const place = workplace()
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

let out = ''
let err = ''

beforeEach(() => {
  out = err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += text
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

/** Runs a command in this process: what it prints without reading anything needs no other. */
async function wordloom(args: readonly string[]) {
  const code = await run(args).catch((error) => tell(error, false))
  return { code, out, err }
}

describe('wordloom', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('prints the commands for %j', async (args) => {
    const { code, out, err } = await wordloom(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of ['annotate', 'evaluate', 'raw', 'show', 'corpora', 'doctor'])
      expect(out).toContain(`  ${command} `)
  })

  it.each([['--version'], ['-v']])('prints the version for %s', async (option) => {
    expect(await wordloom([option])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    'annotate',
    'evaluate',
    'raw',
    'show',
    'doctor',
    'corpora',
    ...CORPORA_COMMANDS.map(({ name }) => name),
  ])('explains %s with an example', async (command) => {
    const { code, out, err } = await wordloom([...command.split(' '), '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: wordloom ${command} `))
    expect(out.split('Examples:')[1]).toContain('wordloom ')
    expect(await run(['help', ...command.split(' ')])).toBe(0)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each([
    [['annotat'], "there is no command 'annotat'; did you mean 'annotate'?"],
    [['package.json'], "'package.json' is a file, not a command"],
    [['--vresion'], "did you mean '--version'?"],
    [['annotate', '--too', 'json'], "'annotate' has no option '--too'; did you mean '--to'?"],
    [['annotate', '-x'], "'annotate' has no option '-x'"],
    [['annotate', '--to', 'jsn'], "--to is 'jsn'; expected one of conllu, json, ndjson, text"],
    [['annotate', '--to'], '--to needs a value'],
    [['annotate', '--output', '--to', 'json'], '--output needs a value'],
    [['annotate', '--debug=yes'], "--debug takes no value; got 'yes'"],
    [['annotate', '--pipeline', 'tokenise'], "there is no stage 'tokenise'; did you mean 'tokenize'?"],
    [['annotate', '--encoding', 'utf9'], "did you mean 'utf-8'?"],
    [['annotate', '-', '-'], "standard input ('-') is named twice"],
    [['show', 'a', 'b'], "'show' takes at most 1 argument; got 2: a b"],
    [['doctor', 'now'], "'doctor' takes no arguments; got 1: now"],
    [['evaluate'], "'evaluate' needs --gold FILE"],
    [['corpora', 'lst'], "'corpora' has no command 'lst'; did you mean 'list'?"],
    [['corpora', '--lst'], "'corpora' has no option '--lst'"],
    [['corpora', 'list', 'brown'], "'corpora list' takes no arguments; got 1: brown"],
    [['corpora', 'list', '--kind', 'treebnk'], "there is no kind 'treebnk' in the catalogue"],
    [['corpora', 'list', '--max-size', 'big'], "--max-size is 'big'; expected a size"],
    [['corpora', 'info'], "'corpora info' needs the id of a corpus"],
    [['corpora', 'info', 'brown'], "did you mean 'nltk-brown'?"],
    [['corpora', 'download'], "'corpora download' needs the id of a corpus or the name of a collection"],
    [['corpora', 'download', 'populer'], "did you mean 'popular'?"],
    [['corpora', 'download', 'all', '--concurrency', '0'], "--concurrency is '0'"],
    [['corpora', 'download', 'all', '--mirror', 'gopher://x'], "the mirror 'gopher://x' is neither"],
    [['corpora', 'remove'], "'corpora remove' needs"],
    [['__proto__'], "there is no command '__proto__'"],
    [['annotate', '--constructor'], "'annotate' has no option '--constructor'"],
  ])('refuses %j as a mistake in the command line', async (args, message) => {
    const { code, out, err } = await wordloom(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^wordloom: /)
    expect(err.toLowerCase()).toContain(message.toLowerCase())
    expect(err).not.toMatch(/^ {4}at /m)
  })

  it('ends with the code of what was wrong', () => {
    expect(place.wordloom(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
    expect(place.wordloom(['annotate', 'nothing.txt']).code).toBe(1)
    expect(place.wordloom(['annotate', '--lang', '?'])).toMatchObject({ code: 2, out: '' })
  })

  it('prints the stack of an error only with --debug', () => {
    expect(place.wordloom(['annotate', 'nothing.txt']).err).not.toMatch(/^ {4}at /m)
    expect(place.wordloom(['annotate', 'nothing.txt', '--debug']).err).toMatch(/^ {4}at /m)
  })

  it('reads any arguments or says what is wrong with them', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '--',
        '-',
        '--to',
        '--to=',
        '--to=json',
        '-t',
        '-tjson',
        '-ht',
        '--no-to',
        '--=x',
        '-o=',
        'a',
      ),
      fc.string(),
      fc.string().map((text) => `--${text}`),
      fc.string().map((text) => `-${text}`),
    )
    fc.assert(
      fc.property(fc.constantFrom(...COMMANDS), fc.array(word, { maxLength: 5 }), (command, args) => {
        let invocation: Invocation
        try {
          invocation = readArguments(command, args)
        } catch (error) {
          expect(error).toBeInstanceOf(Failure)
          expect((error as Failure).exit).toBe(2)
          return
        }
        for (const { name, choices, default: otherwise } of command.options) {
          const value = invocation.option(name)
          // An option without a default may be left out.
          if (choices !== undefined && (value !== undefined || otherwise !== undefined)) {
            expect(choices).toContain(value)
          }
        }
      }),
      { numRuns: 2000 },
    )
  })
})
