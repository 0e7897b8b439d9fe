/** How much is installed, and how much does a web page load? */
import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from '../support/bundle.js'
import { ROOT } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { peerVersion } from '../support/peers.js'

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Bytes of all files below a folder, nested node_modules left out. */
function bytesBelow(folder: string): number {
  let sum = 0
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const status = lstatSync(path)
    if (status.isDirectory()) sum += name === 'node_modules' ? 0 : bytesBelow(path)
    else sum += status.size
  }
  return sum
}

/** A package with all that it depends on at run time, as Node would find it from `from`. */
function closure(name: string, from: string, seen = new Set<string>()): Set<string> {
  let folder = from
  while (!existsSync(join(folder, 'node_modules', name, 'package.json'))) {
    const parent = join(folder, '..')
    if (parent === folder) throw new Error(`${name} is not installed below ${from}`)
    folder = parent
  }
  const home = join(folder, 'node_modules', name)
  if (seen.has(home)) return seen
  seen.add(home)
  const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest
  for (const dependency of Object.keys(manifest.dependencies ?? {})) closure(dependency, home, seen)
  return seen
}

const KB = 1000

/** The package as npm packs it, installed with its run-time dependencies in an empty folder. */
function installed(folder: string): { bytes: number; packages: number; tarball: number; files: number } {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const [{ filename, size, entryCount }] = JSON.parse(packed) as [
    { filename: string; size: number; entryCount: number },
  ]
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  execFileSync(
    'npm',
    ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', `./${filename}`],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  )
  const homes = closure('wordloom', folder)
  const bytes = [...homes].reduce((sum, home) => sum + bytesBelow(home), 0)
  return { bytes, packages: homes.size, tarball: size, files: entryCount }
}

async function run(_context: BenchContext): Promise<Outcome> {
  const bench = join(ROOT, 'bench')
  const folder = mkdtempSync(join(tmpdir(), 'wordloom-size-'))
  try {
    const own = installed(folder)
    const row = (
      engine: string,
      values: { bytes: number; packages: number },
      entries: readonly (readonly [label: string, source: string])[],
      from: string,
      peer?: string,
    ): FigureRow[] =>
      entries.map(([label, source], i) => {
        const bundle = bundled(source, from)
        return {
          engine: `${engine}${label}`,
          ours: peer === undefined,
          ...(peer === undefined ? {} : { version: peerVersion(peer) }),
          values: {
            ...(i === 0 ? { installed: values.bytes / KB / KB, packages: values.packages } : {}),
            ...(bundle === undefined ? {} : { raw: bundle.raw / KB, gzipped: bundle.gzipped / KB }),
          },
          ...(bundle === undefined ? { note: 'does not bundle for the web' } : {}),
        }
      })
    const peer = (
      name: string,
      others: readonly string[],
      entries: readonly (readonly [string, string])[],
    ) => {
      const homes = new Set([name, ...others].flatMap((package_) => [...closure(package_, bench)]))
      const bytes = [...homes].reduce((sum, home) => sum + bytesBelow(home), 0)
      return row(name, { bytes, packages: homes.size }, entries, bench, name)
    }
    const rows = [
      ...row(
        'wordloom',
        own,
        [
          [
            ', words and sentences',
            "import { splitSentences, tokenize } from 'wordloom'\nconsole.log(tokenize, splitSentences)",
          ],
          [', words', "import { tokenize } from 'wordloom'\nconsole.log(tokenize)"],
          [', everything', "import * as wordloom from 'wordloom'\nconsole.log(wordloom)"],
        ],
        folder,
      ),
      ...peer(
        'wink-nlp',
        ['wink-eng-lite-web-model'],
        [
          [
            ' + model',
            "import nlp from 'wink-nlp'\nimport model from 'wink-eng-lite-web-model'\nconsole.log(nlp(model))",
          ],
        ],
      ),
      ...peer(
        'compromise',
        [],
        [
          [' tokenize', "import nlp from 'compromise/tokenize'\nconsole.log(nlp)"],
          ['', "import nlp from 'compromise'\nconsole.log(nlp)"],
        ],
      ),
      ...peer(
        'natural',
        [],
        [['', "import { TreebankWordTokenizer } from 'natural'\nconsole.log(TreebankWordTokenizer)"]],
      ),
    ]
    const gzipped = rows[0]!.values.gzipped ?? Number.POSITIVE_INFINITY
    return {
      columns: [
        { key: 'installed', label: 'installed, MB', digits: 2 },
        { key: 'packages', label: 'packages', digits: 0 },
        { key: 'raw', label: 'bundle, kB', digits: 0 },
        { key: 'gzipped', label: 'bundle, gzip -9, kB', digits: 1 },
      ],
      rows,
      wrong: [],
      notes: [`tarball ${(own.tarball / KB).toFixed(0)} kB, ${own.files} files`],
      targets: [
        target(
          'at most 3 MB installed with run-time dependencies',
          `${(own.bytes / KB / KB).toFixed(2)} MB`,
          own.bytes <= 3e6,
        ),
        target('core and tokenizer at most 150 kB gzipped', `${gzipped.toFixed(1)} kB`, gzipped <= 150),
      ],
      chart: {
        column: 'gzipped',
        title: 'What a web page loads',
        subtitle: 'kB, bundled by esbuild, minified, gzip -9; less is better',
      },
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** See the head of this file. */
export const size: Definition = {
  name: 'size',
  title: 'Size',
  about:
    'Installed: the bytes of the files of the package and of all its run-time dependencies (ours from `npm pack`, installed in an empty folder). Bundle: esbuild, minified, for the browser.',
  smoke: false,
  run,
}
