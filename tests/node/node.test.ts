import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { WordloomError } from 'wordloom'
import { type FileProgress, readBytes, stream } from 'wordloom/node'

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
