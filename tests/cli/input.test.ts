/** What the command reads: files, globs, standard input, gzip, encodings; and how it tells what is wrong. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const text = "I can't wait.\n"
const tokens = "I ca n't wait .\n"
const latin = Buffer.from('Ein schöner Tag.\n', 'latin1')

const { folder, wordloom } = workplace({
  'a.txt': text,
  'b.txt': 'So be it.\n',
  'star[1].txt': text,
  'marked.txt': `\ufeff${text}`,
  'a.txt.gz': gzipSync(text),
  'two.txt.gz': Buffer.concat([gzipSync("I can't"), gzipSync(' wait.\n')]),
  'cut.txt.gz': gzipSync('x'.repeat(10_000) + Math.random()).subarray(0, 40),
  'flipped.txt.gz': flipped(gzipSync(text.repeat(100)), 20),
  'plain.txt.gz': text,
  'latin.txt': latin,
  'utf16.txt': Buffer.from(`\ufeff${text}`, 'utf16le'),
  'late.txt': Buffer.concat([Buffer.from('ö '.repeat(50_000)), Buffer.from([0xff])]),
  'cut.txt': Buffer.from([0x61, 0xe2, 0x82]),
  'surrogate.txt': Buffer.from([0x61, 0xed, 0xa0, 0x80]),
  'empty.txt': '',
})
mkdirSync(join(folder, 'deep/er'), { recursive: true })
writeFileSync(join(folder, 'deep/er/c.txt'), text)

function flipped(bytes: Buffer, at: number): Buffer {
  bytes[at]! ^= 0xff
  return bytes
}

const toText = (...args: string[]) => ['annotate', '--to', 'text', ...args]

describe('reading', () => {
  it.each([
    ['a file', ['a.txt'], tokens],
    ['files in the order given', ['b.txt', 'a.txt'], `So be it .\n\n${tokens}`],
    ['a glob, sorted', ['[ab].txt'], `${tokens}\nSo be it .\n`],
    ['a glob through folders', ['deep/**/*.txt'], tokens],
    ['a file whose name looks like a glob', ['star[1].txt'], tokens],
    ['a gzipped file', ['a.txt.gz'], tokens],
    ['a gzipped file of two members', ['two.txt.gz'], tokens],
    ['a byte order mark away', ['marked.txt'], tokens],
    ['UTF-16', ['utf16.txt', '--encoding', 'utf-16le'], tokens],
    ['Latin-1', ['latin.txt', '--encoding', 'latin1'], 'Ein schöner Tag .\n'],
    ['nothing from an empty file', ['empty.txt'], ''],
  ])('takes %s', (_, args, expected) => {
    expect(wordloom(toText(...args))).toEqual({ code: 0, out: expected, err: '' })
  })

  it.each([
    ['text', [], text],
    ['text by its name', ['-'], text],
    ['gzipped text', [], gzipSync(text)],
  ])('takes %s from standard input', (_, args, input) => {
    expect(wordloom(toText(...args), { input })).toEqual({ code: 0, out: tokens, err: '' })
  })

  it.each([
    ['a missing file, with the nearest name', ['a.tx'], "there is no file 'a.tx'", "did you mean 'a.txt'?"],
    ['a missing folder', ['none/a.txt'], "there is no file 'none/a.txt'", "no folder 'none' either"],
    ['a folder', ['deep'], "'deep' is a folder", '"deep/**/*.txt"'],
    ['a glob without a match', ['*.zzz'], "no file matches '*.zzz'", ''],
    ['a file that is cut short', ['cut.txt.gz'], "'cut.txt.gz' cannot be unpacked", 'damaged or cut short'],
    ['a damaged gzip file', ['flipped.txt.gz'], "'flipped.txt.gz' cannot be unpacked", 'damaged'],
    ['a file that only claims to be gzipped', ['plain.txt.gz'], 'is not gzipped', ''],
    ['Latin-1 as UTF-8', ['latin.txt'], "'latin.txt' is not UTF-8: byte 0xf6 at offset 7", '--encoding'],
    ['UTF-16 as UTF-8', ['utf16.txt'], 'byte 0xff at offset 0', '--encoding utf-16le'],
    ['a bad byte far into a file', ['late.txt'], 'byte 0xff at offset 150000', '--encoding'],
    ['a character cut by the end', ['cut.txt'], 'byte 0xe2 at offset 1', ''],
    ['an encoded surrogate', ['surrogate.txt'], 'byte 0xed at offset 1', ''],
  ])('refuses %s', (_, args, message, hint) => {
    const { code, out, err } = wordloom(toText(...args))
    expect({ code }).toEqual({ code: 1 })
    expect(out.length).toBeLessThanOrEqual(200_000)
    expect(err).toMatch(/^wordloom: /)
    expect(err).toContain(message)
    expect(err).toContain(hint)
  })

  it('looks at every input before it reads the first', () => {
    expect(wordloom(toText('a.txt', 'nothing.txt')).out).toBe('')
  })
})
