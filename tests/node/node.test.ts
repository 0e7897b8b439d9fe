import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { WordloomError } from 'wordloom'
import { Language, saveLanguage } from 'wordloom/language'
import { type FileProgress, load, readBytes, stream } from 'wordloom/node'
import { bundledLanguages, readLanguageFile } from '../../src/store/models.js'

const folder = mkdtempSync(join(tmpdir(), 'wordloom-node-'))
afterAll(() => rmSync(folder, { recursive: true }))

const TEXT = 'Ça va. Très bien!\n\nMerci 😀.\n'.repeat(5000)

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function texts(...parameters: Parameters<typeof stream>): Promise<string> {
  let all = ''
  for await (const { doc } of stream(...parameters)) all += doc.text
  return all
}

async function failure(path: string): Promise<WordloomError> {
  return texts(path).then(
    () => expect.unreachable(),
    (error) => error,
  )
}

describe('wordloom/node', () => {
  it('streams plain and gzipped files by path or URL, and other sources', async () => {
    const plain = file('plain.txt', TEXT)
    expect(await texts(plain)).toBe(TEXT)
    expect(await texts(pathToFileURL(plain))).toBe(TEXT)
    expect(await texts(file('packed.txt.gz', gzipSync(TEXT)))).toBe(TEXT)
    const members = Buffer.concat([gzipSync(TEXT.slice(0, 999)), gzipSync(TEXT.slice(999))])
    expect(await texts(file('members', members))).toBe(TEXT)
    expect(await texts([TEXT])).toBe(TEXT)
    expect(await texts(file('empty', ''))).toBe('')
  })

  it('counts the bytes as stored', async () => {
    const packed = gzipSync(TEXT)
    const steps: FileProgress[] = []
    await texts(file('counted.gz', packed), { onProgress: (step) => steps.push(step) })
    expect(steps.at(-1)).toMatchObject({
      bytes: packed.length,
      totalBytes: packed.length,
      units: TEXT.length,
    })
  })

  it('says what is wrong with a file', async () => {
    const packed = gzipSync(TEXT)
    const flipped = Uint8Array.from(packed)
    flipped[40] = flipped[40]! ^ 0xff
    const cases: [string, RegExp][] = [
      [join(folder, 'nowhere.txt'), /no such file/],
      [folder, /folder/],
      [file('short.gz', packed.subarray(0, packed.length - 20)), /cut short/],
      [file('flipped.gz', flipped), /unpacked/],
    ]
    for (const [path, message] of cases) {
      const error = await failure(path)
      expect([error.code, error.message]).toEqual(['FILE_UNREADABLE', expect.stringMatching(message)])
    }
    const error = await failure(file('latin.txt', Uint8Array.of(0x61, 0xe9, 0x61)))
    expect([error.code, error.details.byteOffset]).toEqual(['INPUT_ENCODING', 1])
  })

  it('reads the bytes of a file unpacked', async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of readBytes(file('bytes.gz', gzipSync('abc')))) chunks.push(chunk)
    expect(Buffer.concat(chunks).toString()).toBe('abc')
  })
})

describe('load', () => {
  const pack = saveLanguage({}, { lang: 'en', name: 'bare' })

  it('reads a language pack by path or URL', async () => {
    const path = file('bare.pack', pack)
    for (const name of [path, pathToFileURL(path)]) {
      const language = await load(name)
      expect(language).toBeInstanceOf(Language)
      expect(language.meta).toMatchObject({ lang: 'en', name: 'bare' })
    }
  })

  it('finds what comes with the package by its language', async () => {
    file('en.pack', pack)
    file('lemmas-en.pack', pack)
    expect(bundledLanguages(folder)).toEqual(['en'])
    for (const name of ['en', 'EN', 'en-GB']) {
      expect(new Uint8Array(await readLanguageFile(name, folder))).toEqual(pack)
    }
    expect(bundledLanguages(join(folder, 'nothing'))).toEqual([])
  })

  it('says what to do where there is none', async () => {
    const other = await readLanguageFile('de', folder).catch((error) => error)
    expect(other).toMatchObject({ code: 'LANGUAGE_UNKNOWN', details: { languages: ['en'] } })
    expect(other.hint).toContain('wordloom train')
    const english = await readLanguageFile('en', join(folder, 'nothing')).catch((error) => error)
    expect(english.code).toBe('LANGUAGE_UNKNOWN')
    expect(english.hint).toContain('scripts/train-english.ts')
    await expect(load(join(folder, 'no.pack'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
    await expect(load(file('text.pack', 'text'))).rejects.toMatchObject({ code: 'PACK_MALFORMED' })
    const damaged = pack.slice()
    damaged[40]! ^= 1
    await expect(load(file('damaged.pack', damaged))).rejects.toMatchObject({ code: 'PACK_CHECKSUM' })
    await expect(load('en', { grad: 'fast' } as never)).rejects.toMatchObject({ code: 'OPTION_INVALID' })
  })
})
