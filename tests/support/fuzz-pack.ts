/** Seeded fuzzing of the Pack reader: bytes are changed and the checksum is made right again, so that what lies
 * behind it is reached. Every result is a typed error or a Pack; anything else is thrown on. */
import { WordloomError } from '../../src/core/errors.js'
import { Random } from '../../src/core/rng.js'
import { unpackDocs } from '../../src/text/doc-pack.js'
import { crc32, readPack, writePack } from '../../src/text/pack.js'

/** A small Pack with a bit of everything. */
export function samplePack(): Uint8Array<ArrayBuffer> {
  return writePack({
    kind: 'sample',
    version: 1,
    meta: { licence: 'MIT', seed: 1, names: ['a', 'b'], nested: { deep: [1, 2, { x: null }] } },
    columns: {
      weights: { values: Float32Array.of(0.5, -1, 2, 3), shape: [2, 2] },
      ids: { values: Uint32Array.of(1, 2, 3) },
      bytes: { values: new Uint8Array(5).fill(7) },
    },
  })
}

/** Runs `count` mutations of `packs`; counts of what was refused and what was read all the same. */
export function fuzzPack(
  seed: number,
  count: number,
  packs: readonly (readonly [Uint8Array, (bytes: Uint8Array) => unknown])[] = [
    [samplePack(), (bytes) => readPack(bytes, 'sample', 1)],
    [
      writePack({
        kind: 'docs',
        version: 1,
        meta: { strings: [['lemma', ['to', 'be']]] },
        columns: {
          textLength: { values: Uint32Array.of(5, 5) },
          length: { values: Uint32Array.of(2, 2) },
          text: { values: new TextEncoder().encode('to beto be') },
          'column.start': { values: Uint32Array.of(0, 3, 0, 3) },
          'column.end': { values: Uint32Array.of(2, 5, 2, 5) },
          'column.lemma': { values: Uint32Array.of(0, 1, 0, 1) },
        },
      }),
      unpackDocs,
    ],
  ],
): { refused: number; read: number } {
  const random = new Random(seed)
  let refused = 0
  let read = 0
  for (let n = 0; n < count; n++) {
    const [sample, reader] = packs[n % packs.length]!
    let bytes = sample.slice()
    const changes = 1 + random.below(4)
    for (let c = 0; c < changes; c++) {
      const at = 12 + random.below(bytes.length - 12)
      const way = random.below(4)
      if (way === 0) bytes[at] = random.below(256)
      else if (way === 1) bytes[at]! ^= 1 << random.below(8)
      else if (way === 2)
        bytes[at] = [0xc0, 0xc1, 0xdf, 0xdd, 0xdb, 0xc7, 0xd4, 0xff, 0x7f, 0x80][random.below(10)]!
      else bytes = bytes.slice(0, Math.max(17, bytes.length - random.below(12)))
    }
    if (random.below(8) > 0) new DataView(bytes.buffer).setUint32(8, crc32(bytes.subarray(12)), true)
    try {
      reader(bytes)
      read++
    } catch (error) {
      if (!(error instanceof WordloomError))
        throw new Error(`mutation ${n} of seed ${seed}`, { cause: error })
      refused++
    }
  }
  return { refused, read }
}
