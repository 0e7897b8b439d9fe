/**
 * Peers: the libraries that Wordloom is measured beside. They live in bench/node_modules with a lock of their
 * own, installed by `npm run bench` at its first use, because natural alone brings 50 packages (three database
 * clients among them) that nobody who works on Wordloom should have to install or audit.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './inputs.js'

const BENCH = join(ROOT, 'bench')
const requireFromBench = createRequire(join(BENCH, 'package.json'))

/** Debian's Python, which python3-nltk installs into. */
export const PYTHON = '/usr/bin/python3'
export const GET_NLTK = 'apt-get install python3-nltk'
/** Snowball's own stemmers in C, as a command. */
export const STEMWORDS = 'stemwords'
export const GET_STEMWORDS = 'apt-get install libstemmer-tools'

/** Loads a peer; the caller names the part of its interface that is used. */
export function requirePeer<T>(name: string): T {
  // natural brings a package that advertises itself on standard output unless it is told to be quiet.
  process.env.DOTENV_CONFIG_QUIET = 'true'
  return requireFromBench(name) as T
}

/** The installed version of an npm peer. */
export function peerVersion(name: string): string {
  const file = join(BENCH, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** The version of NLTK, or undefined where it is not installed. */
export function nltkVersion(): string | undefined {
  const { status, stdout } = spawnSync(PYTHON, ['-c', 'import nltk; print(nltk.__version__)'], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : undefined
}

/** Whether the command of Snowball's stemmers is here. */
export function haveStemwords(): boolean {
  return spawnSync(STEMWORDS, ['-h']).error === undefined
}

/** Installs the peers when bench/package-lock.json has changed since the last time. */
export function ensurePeers(): void {
  const stamp = join(BENCH, 'node_modules/.bench-lock')
  const lock = readFileSync(join(BENCH, 'package-lock.json'), 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('wordloom: installing the peers into bench/node_modules ...\n')
  const { status } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: BENCH,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  )
  if (status !== 0) throw new Error('npm ci in bench/ failed; the peers are needed for this benchmark')
  writeFileSync(stamp, lock)
}
