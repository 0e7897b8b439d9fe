// Sets up what is missing or stale, and nothing else: dependencies (when the lock has changed), the core, dist.
// Used by every npm script; needs Node alone. Says what it does while it does it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packCorpora } from './pack-corpora.mjs'

/** The repository. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Runs a command in the repository and ends this process with its exit code if it fails. */
export function run(command, args, environment = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** Runs a program of node_modules with this Node. */
export function runLocal(file, args, environment) {
  run(process.execPath, [join(root, 'node_modules', file), ...args], environment)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
    } else hash.update(path.slice(root.length)).update(readFileSync(path))
  }
  for (const path of paths) visit(join(root, path))
  return hash.digest('hex')
}

/** Does `action` when the hash of `inputs` is not the one that the last success left in `stamp`. */
function whenStale(stamp, inputs, what, action) {
  const path = join(root, stamp)
  const now = hashOf(inputs)
  if (existsSync(path) && readFileSync(path, 'utf8') === now) return
  const began = performance.now()
  process.stderr.write(`wordloom: ${what} ...\n`)
  action()
  writeFileSync(path, now)
  process.stderr.write(`wordloom: ${what}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Installs dependencies when the lock has changed. */
export function ensureDependencies() {
  whenStale(
    'node_modules/.wordloom-lock',
    ['package-lock.json', 'package.json', '.npmrc'],
    'installing dependencies',
    () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  )
}

/** Compiles the core when a kernel has changed. */
export function ensureCore() {
  whenStale(
    'build/.core',
    ['src/core/assembly', 'scripts/build-core.mjs', 'package-lock.json'],
    'compiling the core',
    () => run(process.execPath, [join(root, 'scripts/build-core.mjs')]),
  )
}

/** Bundles the package when a source has changed. */
export function ensureDist() {
  whenStale(
    'dist/.stamp',
    ['src', 'models', 'corpora', 'scripts/pack-corpora.mjs', 'tsup.config.ts', 'package-lock.json'],
    'bundling the package',
    () => {
      rmSync(join(root, 'dist'), { recursive: true, force: true })
      runLocal('tsup/dist/cli-default.js', ['--silent'])
      packCorpora(root)
    },
  )
}

/** All of it, in order. */
export function setup() {
  ensureDependencies()
  ensureCore()
  ensureDist()
}
