// Compiles the core: src/core/assembly (AssemblyScript) to WebAssembly, inlined as base64 modules.
//   node scripts/build-core.mjs [--check]     --check: build twice and fail unless the bytes are the same
// Three builds of the same source:
//   plain    what users run
//   checked  every load and store calls back with its address (tests run the whole suite on it)
//   shared   imported shared memory and threads, for training on all cores
// Writes build/core/*.wasm and src/core/generated/{plain,checked,shared}.ts; does nothing when they are fresh.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, 'src/core/assembly')
const output = join(root, 'build/core')
const generated = join(root, 'src/core/generated')

const COMMON = [
  join(source, 'index.ts'),
  '--runtime',
  'stub',
  '--noAssert',
  '-O3',
  '--enable',
  'simd',
  '--enable',
  'bulk-memory',
]
const PLAIN = [...COMMON, '--initialMemory', '1']
const SHARED = [
  ...COMMON,
  '--enable',
  'threads',
  '--importMemory',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '32768',
]
const BUILDS = { plain: PLAIN, checked: PLAIN, shared: SHARED }

function stamp() {
  const hash = createHash('sha256')
  hash.update(readFileSync(fileURLToPath(import.meta.url)))
  hash.update(readFileSync(join(root, 'node_modules/assemblyscript/package.json')))
  for (const file of readdirSync(source).sort()) hash.update(file).update(readFileSync(join(source, file)))
  return hash.digest('hex')
}

/** Compiles with AssemblyScript; gives WebAssembly as that compiler leaves it. */
async function compile(flags) {
  const { default: asc } = await import('assemblyscript/asc')
  const file = join(output, 'compiled.wasm')
  const stderr = asc.createMemoryStream()
  const { error } = await asc.main([...flags, '--outFile', file], { stderr })
  if (error) throw new Error(`the core does not compile\n${stderr.toString()}`)
  return readFileSync(file)
}

/** Inlines and optimizes, or instruments, what the compiler gave. */
async function finish(name, compiled) {
  const { default: binaryen } = await import('binaryen')
  const { Features } = binaryen
  const module = binaryen.readBinary(compiled)
  module.setFeatures(
    Features.MutableGlobals |
      Features.SignExt |
      Features.NontrappingFPToInt |
      Features.BulkMemory |
      Features.BulkMemoryOpt |
      Features.SIMD128 |
      (name === 'shared' ? Features.Atomics : 0),
  )
  if (name === 'checked') {
    module.runPasses(['instrument-memory'])
  } else {
    // Kernels are written as small functions without decorators (so that one linter reads all); inlining
    // them is the build's work.
    binaryen.setOptimizeLevel(3)
    binaryen.setShrinkLevel(0)
    binaryen.setAlwaysInlineMaxSize(24)
    binaryen.setFlexibleInlineMaxSize(120)
    binaryen.setOneCallerInlineMaxSize(100_000)
    module.runPasses(['inlining-optimizing'])
    module.optimize()
  }
  if (!module.validate()) throw new Error(`the ${name} build is not valid WebAssembly`)
  const result = module.emitBinary()
  module.dispose()
  return result
}

async function build() {
  mkdirSync(generated, { recursive: true })
  const compiled = new Map()
  for (const [name, flags] of Object.entries(BUILDS)) {
    if (!compiled.has(flags)) compiled.set(flags, await compile(flags))
    const bytes = await finish(name, compiled.get(flags))
    writeFileSync(join(output, `${name}.wasm`), bytes)
    const base64 = Buffer.from(bytes).toString('base64')
    writeFileSync(
      join(generated, `${name}.ts`),
      `// Written by scripts/build-core.mjs: the ${name} build of the core.\nexport const CORE_BASE64 =\n  '${base64}'\n`,
    )
    console.log(`core ${name}: ${bytes.length} bytes`)
  }
}

mkdirSync(output, { recursive: true })
const fresh = join(output, 'stamp')
const now = stamp()
if (process.argv.includes('--check')) {
  for (const name of ['plain', 'shared']) {
    const flags = BUILDS[name]
    const [first, second] = [
      await finish(name, await compile(flags)),
      await finish(name, await compile(flags)),
    ]
    if (Buffer.compare(first, second) !== 0) throw new Error(`two ${name} builds of the core differ`)
    console.log(`core ${name}: two builds are byte-identical (${first.length} bytes)`)
  }
} else if (
  !existsSync(fresh) ||
  readFileSync(fresh, 'utf8') !== now ||
  !existsSync(join(generated, 'plain.ts'))
) {
  await build()
  writeFileSync(fresh, now)
}
