import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const { folder, wordloom } = workplace({
  'words.txt.gz': gzipSync('looms\n'.repeat(50_000)),
  'latin1.txt': Buffer.from('Häuser\r\n', 'latin1'),
  'broken.txt': Buffer.concat([Buffer.from('looms\n'.repeat(30_000)), Buffer.from([0x61, 0xe9, 0x0a])]),
})

describe('wordloom stem', () => {
  it.each<[string, string[], string, string]>([
    ['stems a word a line', [], 'Weaving\nlooms\n', 'weav\nloom\n'],
    ['ends the last line', [], 'weaving', 'weav\n'],
    ['keeps empty lines', [], '\nlooms\n\n', '\nloom\n\n'],
    ['reads lines of Windows', [], 'weaving\r\nlooms\r\n', 'weav\nloom\n'],
    ['drops a byte order mark', [], '\ufefflooms\n', 'loom\n'],
    ['gives nothing for nothing', [], '', ''],
    ['takes a language', ['--lang', 'es'], 'casas\ncantando\n', 'cas\ncant\n'],
    ['takes a region', ['--lang', 'pt-BR'], 'casas\n', 'cas\n'],
    ['takes the name of a stemmer', ['--lang', 'lancaster'], 'maximum\n', 'maxim\n'],
    ['composes accents', ['--lang', 'fr'], 'e\u0301te\u0301s\n', 'été\n'],
  ])('%s', (_, args, input, expected) => {
    expect(wordloom(['stem', ...args], { input })).toEqual({ code: 0, out: expected, err: '' })
  })

  it('reads and writes files, gzipped where they are named so, and other encodings', () => {
    expect(wordloom(['stem', 'words.txt.gz', '-o', 'stems.txt.gz'])).toMatchObject({ code: 0, out: '' })
    expect(gunzipSync(readFileSync(join(folder, 'stems.txt.gz'))).toString()).toBe('loom\n'.repeat(50_000))
    expect(wordloom(['stem', '--lang', 'de', '--encoding', 'latin1', 'latin1.txt']).out).toBe('haus\n')
  })

  it('lists the stemmers when it has none for the language', () => {
    const { code, err } = wordloom(['stem', '--lang', 'klingon'], { input: 'x\n' })
    expect(code).toBe(2)
    expect(err).toContain("there is no stemmer 'klingon'")
    expect(err).toContain('german (de)')
  })

  it('says where bytes are not UTF-8', () => {
    const { code, err } = wordloom(['stem', 'broken.txt', '-o', 'stems.txt'])
    expect(code).toBe(1)
    expect(err).toContain('byte 0xe9 at offset 180001')
  })
})
