/**
 * Keeps what follows from other files in step with them: sizes, checksums and counts of the bundled corpora in
 * corpora/catalogue.json, and the table of all corpora in docs/guide/corpora.md.
 *
 *   npx tsx scripts/catalogue.ts            writes both
 *   npx tsx scripts/catalogue.ts --check    says whether both are up to date (exit code 1 if not)
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Corpus } from '../src/corpora/corpus.js'
import { bundledCatalogue, type Catalogue, type CatalogueEntry } from '../src/store/catalogue.js'
import { openEntry } from '../src/store/open.js'

const CATALOGUE = 'corpora/catalogue.json'
const GUIDE = 'docs/guide/corpora.md'
const TABLE = /(<!-- table: scripts\/catalogue\.ts -->\n)[\s\S]*(<!-- end of table -->)/

/** Files beside a bundled corpus that are none of its own. */
const ABOUT = ['README.md', 'spelling.txt']

/** The catalogue with what can be measured of its bundled corpora measured. */
export async function measuredCatalogue(): Promise<Catalogue> {
  const catalogue = bundledCatalogue()
  const corpora: CatalogueEntry[] = []
  for (const entry of catalogue.corpora) corpora.push(entry.bundled ? await measured(entry) : entry)
  return { ...catalogue, corpora }
}

async function measured(entry: CatalogueEntry): Promise<CatalogueEntry> {
  const folder = join('corpora', entry.id)
  const paths = existsSync(folder) ? bundledFiles(entry.id) : entry.files.map(({ path }) => path)
  const files = paths.map((path) => {
    const bytes = readFileSync(join('corpora', path))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { path, url: null, bytes: bytes.length, sha256, compression: 'none' as const, encoding: 'utf-8' }
  })
  return { ...entry, files, counts: counts(await openEntry({ ...entry, files }), entry) }
}

/** How much a corpus holds, by split where it has splits. */
function counts(corpus: Corpus, entry: CatalogueEntry): Record<string, unknown> {
  const of = (selection: object) => {
    if (corpus.has('records')) return { records: length(corpus.records(selection)) }
    const found: Record<string, number> = {
      documents: length(corpus.documents(selection)),
      sentences: length(corpus.sentences(selection)),
      tokens: length(corpus.words(selection)),
    }
    if (corpus.has('trees')) found.trees = length(corpus.trees(selection))
    return found
  }
  const splits = entry.splits === undefined ? [] : Object.keys(entry.splits)
  return {
    ...of({}),
    ...(splits.length === 0
      ? {}
      : { splits: Object.fromEntries(splits.map((split) => [split, of({ split })])) }),
    ...(corpus.categories().length === 0 ? {} : { categories: corpus.categories().length }),
  }
}

function length(items: Iterable<unknown>): number {
  let count = 0
  for (const _ of items) count++
  return count
}

/** The table of all corpora as Markdown. */
export function table(catalogue: Catalogue): string {
  const rows = catalogue.corpora.map((entry) => {
    const bytes = entry.files.reduce((sum, file) => sum + file.bytes, 0)
    const cells = [
      `\`${entry.id}\``,
      entry.title,
      entry.language,
      entry.kind,
      entry.reader.format,
      entry.bundled ? 'bundled' : size(bytes),
      entry.license.length > 60 ? `${entry.license.slice(0, 57)}...` : entry.license,
      entry.commercial,
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return [
    '| id | what | language | kind | format | size | licence | commercial use |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function size(bytes: number): string {
  return bytes < 1e5 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

/** Files of a bundled corpus, all but those that tell of it. */
function bundledFiles(id: string): string[] {
  return readdirSync(join('corpora', id), { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile() && !ABOUT.includes(file.name))
    .map((file) => join(file.parentPath, file.name).slice('corpora/'.length).replaceAll('\\', '/'))
    .sort()
}

async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  const catalogue = await measuredCatalogue()
  const wanted: readonly (readonly [string, string])[] = [
    [CATALOGUE, `${JSON.stringify(catalogue, undefined, 2)}\n`],
    [GUIDE, readFileSync(GUIDE, 'utf8').replace(TABLE, `$1\n${table(catalogue)}\n\n$2`)],
  ]
  for (const [file, text] of wanted) {
    const same =
      file === CATALOGUE
        ? JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(catalogue)
        : readFileSync(file, 'utf8') === text
    if (same) continue
    if (check) {
      console.error(`${file} is not up to date: npx tsx scripts/catalogue.ts`)
      process.exitCode = 1
    } else {
      writeFileSync(file, text)
      console.log(`${file}: written; npx biome check --write ${file} lays it out`)
    }
  }
}

if (process.argv[1]?.endsWith('catalogue.ts')) await main()
