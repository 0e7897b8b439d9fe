/** The guard of archives: zips made byte by byte, and mutations of them. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WordloomError } from '../../src/core/errors.js'
import { Random } from '../../src/core/rng.js'
import { readArchive } from '../../src/store/archive.js'
import { describeWith, mirror } from '../support/resources.js'

interface Member {
  readonly name: string | Uint8Array
  readonly data?: string
  readonly method?: number
  readonly flags?: number
  readonly mode?: number
  readonly crc?: number
  readonly packed?: number
  readonly unpacked?: number
  readonly at?: number
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordloom-archive-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function zip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    const data = Buffer.from(member.data ?? 'text')
    const method = member.method ?? 8
    const body = method === 8 ? deflateRawSync(data) : data
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50)
    head.writeUInt16LE((0o3 << 8) | 20, 4)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(member.flags ?? 0x800, 8)
    head.writeUInt16LE(method, 10)
    head.writeUInt32LE(member.crc ?? crc32(data), 16)
    head.writeUInt32LE(member.packed ?? body.length, 20)
    head.writeUInt32LE(member.unpacked ?? data.length, 24)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 38)
    head.writeUInt32LE(member.at ?? offset, 42)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    head.copy(local, 4, 6, 30)
    directory.push(head, name)
    locals.push(local, name, body)
    offset += 30 + name.length + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

function tar(name: string, data: string, type = '0', changed: (header: Buffer) => void = () => {}): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  changed(header)
  header.fill(' ', 148, 156)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return Buffer.concat([header, Buffer.from(data.padEnd(Math.ceil(data.length / 512) * 512, '\0'))])
}

async function read(bytes: Uint8Array, type: 'zip' | 'tar' | 'gzip' = 'zip'): Promise<[string, string][]> {
  const path = join(folder, 'archive')
  writeFileSync(path, bytes)
  const files = await readArchive(path, type)
  return files.map(({ name, chunks }) => [name, Buffer.concat([...chunks()]).toString()])
}

async function code(bytes: Uint8Array, type: 'zip' | 'tar' | 'gzip' = 'zip'): Promise<string> {
  try {
    await read(bytes, type)
    return 'none'
  } catch (error) {
    if (error instanceof WordloomError) return error.code
    throw error
  }
}

const NAMES = [
  '../up',
  'a/../../up',
  '/absolute',
  'C:/drive',
  'C:drive',
  'back\\slash',
  'nul\0name',
  'line\nbreak',
  'a//b',
  './a',
  'CON',
  'a/aux.txt',
  'com1',
  'dot.',
  'space ',
]

describe('a zip', () => {
  it('gives its members', async () => {
    expect(await read(zip([{ name: 'a/b' }, { name: 'é', data: 'é', method: 0 }, { name: 'd/' }]))).toEqual([
      ['a/b', 'text'],
      ['é', 'é'],
    ])
    expect(await read(zip([]))).toEqual([])
  })

  it.each(NAMES)('is refused for the name %j', async (name) => {
    expect(await code(zip([{ name: 'a.txt' }, { name }]))).toBe('ARCHIVE_UNSAFE')
  })

  it.each<[string, Member[], string]>([
    ['a name that is not UTF-8', [{ name: Uint8Array.of(0x61, 0xff) }], 'ARCHIVE_UNSAFE'],
    ['a link', [{ name: 'a', mode: 0o120777 }], 'ARCHIVE_UNSAFE'],
    ['a device', [{ name: 'a', mode: 0o020666 }], 'ARCHIVE_UNSAFE'],
    ['names that differ in case', [{ name: 'A' }, { name: 'a' }], 'ARCHIVE_UNSAFE'],
    ['names that differ in form', [{ name: '\u00e9' }, { name: 'e\u0301' }], 'ARCHIVE_UNSAFE'],
    ['sharp s', [{ name: 'stra\u00dfe' }, { name: 'STRASSE' }], 'ARCHIVE_UNSAFE'],
    ['a file where a folder is', [{ name: 'a/b' }, { name: 'a' }], 'ARCHIVE_UNSAFE'],
    ['a folder where a file is', [{ name: 'a' }, { name: 'a/b' }], 'ARCHIVE_UNSAFE'],
    ['encryption', [{ name: 'a', flags: 0x801 }], 'ARCHIVE_UNSAFE'],
    ['another method', [{ name: 'a', method: 12 }], 'ARCHIVE_UNSAFE'],
    ['a wrong checksum', [{ name: 'a', crc: 1 }], 'ARCHIVE_DAMAGED'],
    ['fewer bytes than it says', [{ name: 'a', unpacked: 9 }], 'ARCHIVE_DAMAGED'],
    ['more bytes than it says', [{ name: 'a', unpacked: 2 }], 'ARCHIVE_DAMAGED'],
    ['room that is not there', [{ name: 'a', packed: 0x7fffffff }], 'ARCHIVE_DAMAGED'],
    ['too many bytes', [{ name: 'a', unpacked: 0xfffffffe }], 'ARCHIVE_UNSAFE'],
    ['too much out of too little', [{ name: 'a', unpacked: 0x1000000 }], 'ARCHIVE_UNSAFE'],
    ['members that overlap', [{ name: 'a' }, { name: 'b', at: 0 }], 'ARCHIVE_UNSAFE'],
  ])('is refused for %s', async (_what, members, expected) => {
    expect(await code(zip(members))).toBe(expected)
  })

  it('is refused with too many entries', async () => {
    const path = join(folder, 'many')
    writeFileSync(path, zip(Array.from({ length: 5 }, (_, i) => ({ name: String(i) }))))
    await expect(readArchive(path, 'zip', { bytes: 100, entries: 4, ratio: 200 })).rejects.toMatchObject({
      code: 'ARCHIVE_UNSAFE',
    })
  })

  it('gives a typed error cut at every byte', async () => {
    const bytes = zip([{ name: 'a' }, { name: 'b', data: 'more text' }])
    for (let n = 0; n < bytes.length; n++) expect(await code(bytes.subarray(0, n))).not.toBe('none')
  })

  it('gives a typed error or the right bytes, whatever is changed', async () => {
    const bytes = zip([{ name: 'a' }, { name: 'b/c', data: 'more text', method: 0 }])
    const random = new Random(3)
    const right = new Set(['text', 'more text', ''])
    for (let n = 0; n < Number(process.env.WORDLOOM_FUZZ ?? 1000); n++) {
      const changed = Buffer.from(bytes)
      for (let c = random.below(3); c >= 0; c--) changed[random.below(changed.length)] = random.below(256)
      try {
        for (const [, data] of await read(changed)) expect(right).toContain(data)
      } catch (error) {
        if (!(error instanceof WordloomError)) throw error
      }
    }
  })
})

describe('a tar', () => {
  const END = Buffer.alloc(1024)

  it('gives its members, gzipped or not', async () => {
    const bytes = Buffer.concat([tar('./a', 'text'), tar('b/', '', '5'), tar('b/c', 'x'.repeat(600)), END])
    const expected = [
      ['a', 'text'],
      ['b/c', 'x'.repeat(600)],
    ]
    expect(await read(bytes, 'tar')).toEqual(expected)
    expect(await read(gzipSync(bytes), 'gzip')).toEqual(expected)
  })

  it.each(NAMES.filter((name) => !name.includes('\0') && name !== './a'))(
    'is refused for the name %j',
    async (name) => {
      expect(await code(Buffer.concat([tar(name, 'x'), END]), 'tar')).toBe('ARCHIVE_UNSAFE')
    },
  )

  it.each(['1', '2', '3', '4', '6'])('is refused for a member of type %s', async (type) => {
    expect(await code(Buffer.concat([tar('a', '', type), END]), 'tar')).toBe('ARCHIVE_UNSAFE')
  })

  it('is refused for names that extended headers bring in', async () => {
    const path = '../up\n'
    const pax = `${path.length + 8} path=${path}`
    expect(await code(Buffer.concat([tar('pax', pax, 'x'), tar('a', 'x'), END]), 'tar')).toBe(
      'ARCHIVE_UNSAFE',
    )
    expect(await code(Buffer.concat([tar('l', '../up\0', 'L'), tar('a', 'x'), END]), 'tar')).toBe(
      'ARCHIVE_UNSAFE',
    )
  })

  it('gives a typed error cut short, and never loses a member silently', async () => {
    const bytes = Buffer.concat([tar('a', 'text'), tar('b', 'more'), END])
    const whole = [
      ['a', 'text'],
      ['b', 'more'],
    ]
    for (let n = 0; n < bytes.length; n += 61) {
      let got: unknown
      try {
        got = await read(bytes.subarray(0, n), 'tar')
      } catch (error) {
        expect(error).toBeInstanceOf(WordloomError)
        continue
      }
      expect(got).toEqual(whole)
    }
    for (const n of [512, 1024, 1536, 2048]) {
      expect(await code(bytes.subarray(0, n), 'tar')).toBe('ARCHIVE_DAMAGED')
    }
    const gzipped = gzipSync(bytes)
    for (let n = 0; n < gzipped.length; n += 7) {
      expect(await code(gzipped.subarray(0, n), 'gzip')).toBe('ARCHIVE_DAMAGED')
    }
  })

  it('gives a typed error or reads on, whatever is changed', async () => {
    const bytes = Buffer.concat([tar('pax', '12 path=ab/c\n', 'x'), tar('a', 'text'), END])
    const random = new Random(5)
    for (let n = 0; n < Number(process.env.WORDLOOM_FUZZ ?? 500); n++) {
      const changed = Buffer.from(bytes)
      // The checksum of the first header is made right again, so that its fields are reached.
      for (let c = random.below(3); c >= 0; c--) changed[random.below(700)] = random.below(256)
      changed.fill(' ', 148, 156)
      const sum = changed.subarray(0, 512).reduce((total, byte) => total + byte, 0)
      changed.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
      expect(['none', 'ARCHIVE_UNSAFE', 'ARCHIVE_DAMAGED']).toContain(await code(changed, 'tar'))
    }
  })

  it('is refused for a size that is not there, and a wrong checksum', async () => {
    const huge = tar('a', 'x', '0', (header) => header.write('77777777777\0', 124))
    expect(await code(huge, 'tar')).toBe('ARCHIVE_UNSAFE')
    const wrong = tar('a', 'x')
    wrong[0] = 0x62
    expect(await code(Buffer.concat([wrong, END]), 'tar')).toBe('ARCHIVE_DAMAGED')
  })
})

describeWith('corpora', 'the zips of NLTK', () => {
  it('all open', async () => {
    const root = join(mirror(), 'nltk')
    const zips = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.zip'),
    )
    expect(zips.length).toBeGreaterThan(30)
    for (const name of zips) expect((await readArchive(join(root, name), 'zip')).length).toBeGreaterThan(0)
  })
})
