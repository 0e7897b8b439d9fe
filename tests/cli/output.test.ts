/** What the command writes and how it ends: files, gzip, closed pipes, signals, progress. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { progressLine } from '../../src/cli/progress.js'
import { workplace } from './run.js'

const text = "I can't wait.\n"
const tokens = "I ca n't wait .\n"
const { folder, wordloom } = workplace({ 'a.txt': text, 'bad.txt': Buffer.from([0x61, 0xff]) })
mkdirSync(join(folder, 'folder'))
const at = (name: string) => join(folder, name)
const toText = (...args: string[]) => ['annotate', '--to', 'text', ...args]
const leftOvers = () => readdirSync(folder).filter((name) => name.endsWith('.part'))

describe('--output', () => {
  it('writes a file and says nothing', () => {
    expect(wordloom(toText('a.txt', '--output', 'out.txt'))).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(at('out.txt'), 'utf8')).toBe(tokens)
    expect(leftOvers()).toEqual([])
  })

  it('gzips a file whose name ends in .gz, the same bytes every time', () => {
    wordloom(toText('a.txt', '-o', 'one.txt.gz'))
    wordloom(toText('a.txt', '-o', 'two.txt.gz'))
    expect(gunzipSync(readFileSync(at('one.txt.gz'))).toString()).toBe(tokens)
    expect(readFileSync(at('one.txt.gz'))).toEqual(readFileSync(at('two.txt.gz')))
  })

  it('replaces the file behind a link, and keeps the link', () => {
    writeFileSync(at('target.txt'), 'old')
    symlinkSync('target.txt', at('link.txt'))
    wordloom(toText('a.txt', '-o', 'link.txt'))
    expect(readFileSync(at('target.txt'), 'utf8')).toBe(tokens)
  })

  it('keeps the old file and leaves no half one when the input is bad', () => {
    writeFileSync(at('kept.txt'), 'old')
    expect(wordloom(toText('a.txt', 'bad.txt', '-o', 'kept.txt')).code).toBe(1)
    expect(readFileSync(at('kept.txt'), 'utf8')).toBe('old')
    expect(leftOvers()).toEqual([])
  })

  it.each([
    ['a folder', 'folder', "--output 'folder' is a folder"],
    ['an input', 'a.txt', "--output 'a.txt' is also an input"],
    ['a file in a folder that is not there', 'none/x.txt', "cannot write to 'none/x.txt'"],
  ])('refuses %s', (_, path, message) => {
    const { code, err } = wordloom(toText('a.txt', '-o', path))
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(readFileSync(at('a.txt'), 'utf8')).toBe(text)
  })

  it.runIf(existsSync('/dev/full'))('writes to a device as it is, and tells when that fails', () => {
    expect(wordloom(toText('a.txt', '-o', '/dev/null'))).toEqual({ code: 0, out: '', err: '' })
    const { code, err } = wordloom(toText('a.txt', '-o', '/dev/full'))
    expect(code).toBe(1)
    expect(err).toContain("cannot write to '/dev/full'")
  })
})

describe('ending', () => {
  const cli = resolve('dist/cli.js')

  it.runIf(existsSync('/bin/sh'))('is quiet when the reader of its output goes away', () => {
    writeFileSync(at('long.txt'), text.repeat(200_000))
    const shell = `"${process.execPath}" "${cli}" annotate --to text long.txt | head -n 1`
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', shell], { cwd: folder })
    expect({ out: stdout.toString(), err: stderr.toString() }).toEqual({ out: tokens, err: '' })
  })

  it.runIf(process.platform !== 'win32')('leaves no half file when it is interrupted', async () => {
    const child = spawn(process.execPath, [cli, 'annotate', '-', '-o', 'never.conllu'], { cwd: folder })
    child.stdin.write('One sentence. Another')
    while (leftOvers().length === 0) await new Promise((done) => setTimeout(done, 20))
    child.kill('SIGINT')
    const code = await new Promise((done) => child.on('exit', done))
    expect({ code, left: leftOvers(), written: existsSync(at('never.conllu')) }).toEqual({
      code: 130,
      left: [],
      written: false,
    })
  })
})

describe('progress', () => {
  it.each([
    [5e6, 20e6, 1000, 80, '████████░░░░░░░░░░░░░░░░░░░░░░  25%  5.0 of 20.0 MB  5.0 MB/s  0:03 left'],
    [20e6, 20e6, 1000, 40, '100%  20.0 of 20.0 MB  20.0 MB/s  0:00 l'.slice(0, 39)],
    [5e6, undefined, 1000, 80, '5.0 MB  5.0 MB/s'],
    [1e6, 7201e6, 1000, 200, '2:00:00 left'],
  ])('of %d of %s bytes after %d ms in %d columns', (done, total, elapsed, columns, expected) => {
    const line = progressLine(done, total, elapsed, columns)
    expect(line).toContain(expected)
    expect(line.length).toBeLessThan(columns)
  })
})
