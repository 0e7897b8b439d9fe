// The English tokenizer's kernel beside the same algorithm in native C (tokenize-english.c), in one run.
//   npx tsx bench/native/tokenize-english.ts FILE [RUNS]      FILE: UTF-8 text; needs gcc
// Both walk the same windows with the same tables; the clock is the processor time of the process, around the
// kernel alone. Prints milliseconds (best, median), tokens/s and the ratio; fails unless all columns agree.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Region } from '../../src/core/region.js'
import { englishTables } from '../../src/tokenize/english-tables.js'

const WINDOW = 65_536
const [file, runsText = '9'] = process.argv.slice(2)
if (file === undefined || file === '--help') {
  console.log('npx tsx bench/native/tokenize-english.ts FILE [RUNS]')
  process.exit(file === undefined ? 2 : 0)
}
const runs = Number(runsText)
const text = readFileSync(file, 'utf8')
const tables = englishTables()

const region = new Region()
const context = region.reserve(88)
const classes = region.copyIn(tables.classes)
const lexicon = region.copyIn(tables.lexicon)
const cuts = region.copyIn(tables.cuts)
const window = region.reserve(WINDOW * 2 + 48)
const start = region.reserve(WINDOW * 4)
const end = region.reserve(WINDOW * 4)
const kind = region.reserve(WINDOW)

/** One run of the core: tokens, checksum of the columns, milliseconds of processor time. */
function core(check: boolean): [tokens: number, sum: number, milliseconds: number] {
  let tokens = 0
  let sum = 0
  let microseconds = 0
  let quote = 0
  for (let from = 0; from < text.length; ) {
    const to = Math.min(text.length, from + WINDOW)
    region.copyText(text, from, to, window)
    const final = to === text.length ? 1 : 0
    region
      .u32(context, 20)
      .set([window, to - from, final, 1, classes, lexicon, tables.slots - 1, cuts, start, end, kind, from, quote])
    const before = process.cpuUsage()
    const count = region.run('tokenizeEnglish', context)
    const { user, system } = process.cpuUsage(before)
    microseconds += user + system
    if (check) {
      const starts = region.u32(start, count)
      const ends = region.u32(end, count)
      const kinds = region.u8(kind, count)
      for (let i = 0; i < count; i++) {
        sum = (Math.imul(sum, 31) + Math.imul(starts[i]!, 7) + Math.imul(ends[i]!, 3) + kinds[i]!) >>> 0
      }
    }
    tokens += count
    const fields = region.u32(context, 20)
    quote = fields[12]!
    from += fields[13]!
  }
  return [tokens, sum, microseconds / 1000]
}

const folder = mkdtempSync(join(tmpdir(), 'wordloom-native-'))
try {
  const program = join(folder, 'tokenize-english')
  const source = join(dirname(fileURLToPath(import.meta.url)), 'tokenize-english.c')
  execFileSync('gcc', ['-O3', '-o', program, source], { stdio: 'inherit' })
  const bytes = Buffer.concat([tables.classes, tables.lexicon, new Uint8Array(tables.cuts.buffer)])
  writeFileSync(join(folder, 'tables'), bytes)
  writeFileSync(join(folder, 'text'), Buffer.from(text, 'utf16le'))

  const [tokens, sum] = core(true)
  const times = { core: [] as number[], native: [] as number[] }
  for (let run = 0; run < runs; run++) {
    const output = execFileSync(program, [join(folder, 'tables'), join(folder, 'text'), '2'], { encoding: 'utf8' })
    const [nativeTokens, nativeSum, nanoseconds] = output.trim().split('\n')[1]!.split(' ').map(Number)
    if (nativeTokens !== tokens || nativeSum !== sum) {
      throw new Error(`core and C differ: ${tokens} tokens, sum ${sum}, against ${nativeTokens}, ${nativeSum}`)
    }
    times.native.push(nanoseconds! / 1e6)
    times.core.push(core(false)[2])
  }
  const [coreMedian, nativeMedian] = Object.entries(times).map(([name, all]) => {
    all.sort((a, b) => a - b)
    const median = all[all.length >> 1]!
    const rate = (tokens / median / 1000).toFixed(1)
    console.log(`${name}: best ${all[0]!.toFixed(1)} ms, median ${median.toFixed(1)} ms, ${rate} M tokens/s`)
    return median
  })
  console.log(`core / native C: ${(nativeMedian! / coreMedian!).toFixed(2)} (${tokens} tokens, columns agree)`)
} finally {
  rmSync(folder, { recursive: true })
}
