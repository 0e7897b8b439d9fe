/** The command line itself: what is told, where, and with which exit code. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const { wordloom } = workplace({ 'letter.txt': 'Dear all.\n' })
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

describe('wordloom', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('prints the commands for %j', (args) => {
    const { code, out, err } = wordloom(args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const command of ['annotate', 'evaluate', 'raw', 'show', 'doctor'])
      expect(out).toContain(`  ${command} `)
  })

  it.each([['--version'], ['-v']])('prints the version for %s', (option) => {
    expect(wordloom([option])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each(['annotate', 'evaluate', 'raw', 'show', 'doctor'])('explains %s with an example', (command) => {
    const { code, out, err } = wordloom([command, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(new RegExp(`^Usage: wordloom ${command} `))
    expect(out.split('Examples:')[1]).toContain('wordloom ')
    expect(wordloom(['help', command]).out).toBe(out)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it.each([
    [['annotat'], "there is no command 'annotat'; did you mean 'annotate'?"],
    [['letter.txt'], "'letter.txt' is a file, not a command"],
    [['--vresion'], "did you mean '--version'?"],
    [['annotate', '--too', 'json'], "'annotate' has no option '--too'; did you mean '--to'?"],
    [['annotate', '-x'], "'annotate' has no option '-x'"],
    [['annotate', '--to', 'jsn'], "--to is 'jsn'; expected one of conllu, json, ndjson, text"],
    [['annotate', '--to'], '--to needs a value'],
    [['annotate', '--output', '--to', 'json'], '--output needs a value'],
    [['annotate', '--debug=yes'], "--debug takes no value; got 'yes'"],
    [['annotate', '--pipeline', 'tokenise'], "there is no stage 'tokenise'; did you mean 'tokenize'?"],
    [['annotate', '--lang', 'e'], 'lang'],
    [['annotate', '--encoding', 'utf9'], "did you mean 'utf-8'?"],
    [['annotate', '-', '-'], "standard input ('-') is named twice"],
    [['show', 'a', 'b'], "'show' takes at most 1 argument; got 2: a b"],
    [['doctor', 'now'], "'doctor' takes no arguments; got 1: now"],
    [['evaluate'], "'evaluate' needs --gold FILE"],
    [['__proto__'], "there is no command '__proto__'"],
    [['annotate', '--constructor'], "'annotate' has no option '--constructor'"],
  ])('refuses %j as a mistake in the command line', (args, message) => {
    const { code, out, err } = wordloom(args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toMatch(/^wordloom: /)
    expect(err.toLowerCase()).toContain(message.toLowerCase())
    expect(err).not.toMatch(/^ {4}at /m)
  })

  it('prints the stack of an error only with --debug', () => {
    expect(wordloom(['annotate', 'nothing.txt']).err).not.toMatch(/^ {4}at /m)
    expect(wordloom(['annotate', 'nothing.txt', '--debug']).err).toMatch(/^ {4}at /m)
  })
})
