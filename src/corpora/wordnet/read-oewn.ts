/**
 * Open English WordNet from its YAML files: `entries-*.yaml` have words with their senses, `noun.*.yaml`,
 * `verb.*.yaml`, `adj.*.yaml` and `adv.*.yaml` have synsets, `frames.yaml` the verb frames.
 *
 * Every key is known or an error. A part of speech may carry a number, as in `n-1`: words that are written alike
 * and told apart by their pronunciation.
 *
 * @see McCrae, Rademaker, Rudnicka and Bond 2020, https://aclanthology.org/2020.mmw-1.3/; https://en-word.net
 */
import { requireOptions, WordloomError } from '../../core/errors.js'
import { readBlockYaml, type YamlMapping, type YamlNode, type YamlScalar } from './block-yaml.js'
import { buildWordNet } from './build.js'
import { OEWN_RELATIONS } from './relations.js'
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
  SourceRelation,
  SourceSense,
  SourceSynset,
} from './source-wordnet.js'
import { ADJECTIVE_POSITIONS, POS, POS_GROUPS, type WordNetPos } from './tables.js'
import { WordNet } from './wordnet.js'
import { YamlPart as Part } from './yaml-part.js'

/**
 * The WordNet in the YAML files of Open English WordNet; its 46 MB take some seconds, once: keep `save()`.
 *
 * @param files the unpacked files by name
 * @throws CORPUS_SYNTAX with file, line, column, expected and found in `details` where a file is not as it should be
 * @throws CORPUS_FORMAT when the files are not those of Open English WordNet
 * @throws INPUT_ENCODING when a file is not UTF-8
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readOewn } from 'wordloom/corpora'
 * const bytes = (text: string) => new TextEncoder().encode(text)
 * const wordnet = readOewn({
 *   'entries-d.yaml': bytes("dog:\n  n:\n    sense:\n    - id: 'dog%1:05:00::'\n      synset: 02086723-n\n"),
 *   'noun.animal.yaml': bytes('02086723-n:\n  definition:\n  - a tame wolf\n  members:\n  - dog\n  partOfSpeech: n\n'),
 * })
 * console.log(wordnet.synset('dog.n.01').definition) // a tame wolf
 * ```
 */
export function readOewn(files: WordNetFiles, options: ReadWordNetOptions = {}): WordNet {
  requireOptions(options, { onError: ['throw', 'collect'] }, 'readOewn')
  const named = namedFiles(files, 'readOewn')
  const errors: WordloomError[] = []
  const reader = new OewnReader(reporter(options, errors))
  const frames = named.get('frames.yaml')
  // First, since the entries name them; where it is missing their names stand for themselves.
  if (frames !== undefined) reader.read('frames.yaml', frames)
  for (const [name, bytes] of named) if (name !== 'frames.yaml') reader.read(name, bytes)
  if (reader.entries.length === 0 || reader.synsets.length === 0) {
    if (errors.length > 0) throw errors[0]!
    throw formatError(
      `readOewn got no ${reader.entries.length === 0 ? 'words' : 'synsets'} in: ${[...named.keys()].join(', ') || 'no files'}`,
      'Give it entries-*.yaml and noun.*.yaml, verb.*.yaml, adj.*.yaml, adv.*.yaml of Open English WordNet.',
    )
  }
  const columns = buildWordNet(
    {
      synsets: reader.synsets,
      entries: reader.entries,
      exceptions: reader.exceptions,
      frames: reader.frames,
      order: [],
      counts: new Map(),
      meta: { title: 'Open English WordNet', license: 'CC-BY-4.0', language: 'en', version: '' },
    },
    reader.report,
  )
  return WordNet.of(columns, errors)
}

const SYNSET_FILE = /^(?:noun|verb|adj|adv)\.\w+\.yaml$/u
const ENTRIES_FILE = /^entries-\w+\.yaml$/u
const SYNSET_ID = /^\d{8}-[nvasr]$/u

class OewnReader {
  readonly report: Report
  readonly synsets: SourceSynset[] = []
  readonly entries: SourceEntry[] = []
  readonly exceptions: SourceException[] = []
  readonly frames: string[] = []
  readonly #frameNumbers = new Map<string, number>()
  #framesRead = false

  constructor(report: Report) {
    this.report = report
  }

  read(name: string, bytes: Uint8Array): void {
    const frames = name === 'frames.yaml'
    if (!frames && !SYNSET_FILE.test(name) && !ENTRIES_FILE.test(name)) return
    try {
      const text = new SourceText(name, bytes)
      const part = new Part(text, this.report)
      const root = part.mapping(readBlockYaml(text), 'a mapping')
      if (frames) this.#readFrames(part, root)
      else if (SYNSET_FILE.test(name)) this.#readSynsets(part, root, name.slice(0, -'.yaml'.length))
      else this.#readEntries(part, root)
    } catch (error) {
      // A file that is no YAML is one fault.
      if (error instanceof WordloomError) this.report(error)
      else throw error
    }
  }

  #readFrames(part: Part, root: YamlMapping): void {
    this.#framesRead = true
    part.each(root, (key, value) => {
      if (this.frames.length > 255) throw part.text.fault(key.at, 'at most 256 verb frames', key.value)
      this.#addFrame(key.value, part.string(value, 'the text of a verb frame'))
    })
  }

  #readSynsets(part: Part, root: YamlMapping, file: string): void {
    part.each(root, (key, value) => {
      const id = part.match(key, SYNSET_ID, 'the id of a synset, such as 02086723-n')
      const found = {
        definitions: [] as string[],
        examples: [] as { text: string; source: string }[],
        relations: [] as SourceRelation[],
        members: [] as string[],
        ili: 0,
        wikidata: [] as number[],
        source: '',
      }
      const pos = id.slice(-1)
      part.each(part.mapping(value, 'what a synset has'), ({ value: name, at }, node) => {
        const relation = OEWN_RELATIONS.get(name)
        if (relation !== undefined) {
          for (const { value, at } of part.list(node))
            found.relations.push({ type: relation, target: value, at })
        } else if (name === 'definition') found.definitions = part.strings(node)
        else if (name === 'example') found.examples = part.examples(node)
        else if (name === 'members') found.members = part.strings(node)
        else if (name === 'source') found.source = part.string(node, 'a source')
        else if (name === 'ili') found.ili = part.number(node, /^i\d{1,9}$/u, 'a number of the form i46360')
        else if (name === 'wikidata') {
          const items = node.kind === 'sequence' ? node.items : [node]
          found.wikidata = items.map((item) => part.number(item, /^Q\d{1,9}$/u, 'an item of the form Q144'))
        } else if (name === 'partOfSpeech') {
          const got = part.string(node, 'a part of speech')
          if (got !== pos) throw part.text.fault(node.at, `the part of speech of ${id}`, got)
        } else throw part.text.fault(at, 'definition, example, members, ili, source or a relation', name)
      })
      if (found.definitions.length === 0) throw part.text.fault(key.at, 'a definition', '')
      if (new Set(found.members).size < found.members.length) {
        throw part.text.fault(key.at, 'members that differ', found.members.join(', '))
      }
      this.synsets.push({
        id,
        ref: id,
        pos: POS.indexOf(pos as WordNetPos),
        file,
        ...found,
        text: part.text,
        at: key.at,
      })
    })
  }

  #readEntries(part: Part, root: YamlMapping): void {
    part.each(root, (word, value) => {
      part.each(part.mapping(value, 'the parts of speech of a word'), (key, node) => {
        this.#readEntry(part, word.value, key, node)
      })
    })
  }

  #readEntry(part: Part, word: string, key: YamlScalar, value: YamlNode): void {
    const pos = part.match(key, /^[nvasr](?:-\d{1,2})?$/u, 'a part of speech: n, v, a, r, or n-1')
    const group = POS_GROUPS.indexOf((pos[0] === 's' ? 'a' : pos[0]) as WordNetPos)
    const senses: SourceSense[] = []
    const pronunciations: { value: string; variety: string }[] = []
    part.each(part.mapping(value, 'sense, form or pronunciation'), ({ value: name, at }, node) => {
      if (name === 'sense') {
        part.items(node, (item) => senses.push(this.#readSense(part, item)))
      } else if (name === 'form') {
        for (const form of part.strings(node)) this.exceptions.push({ form, group, bases: [word] })
      } else if (name === 'pronunciation') {
        part.items(node, (item) => pronunciations.push(part.pronunciation(item)))
      } else throw part.text.fault(at, 'sense, form or pronunciation', name)
    })
    if (senses.length === 0) throw part.text.fault(key.at, `a sense of '${word}'`, '')
    this.entries.push({ word, group, homograph: Number(pos.slice(2)), senses, pronunciations })
  }

  #readSense(part: Part, node: YamlNode): SourceSense {
    const found = {
      ref: '',
      synset: '',
      relations: [] as SourceRelation[],
      frames: [] as number[],
      examples: [] as string[],
      position: 0,
    }
    part.each(part.mapping(node, 'a sense with id and synset'), ({ value: name, at }, value) => {
      const relation = OEWN_RELATIONS.get(name)
      if (relation !== undefined) {
        for (const { value: target, at } of part.list(value))
          found.relations.push({ type: relation, target, at })
      } else if (name === 'id') found.ref = part.string(value, 'a sense key')
      else if (name === 'synset') found.synset = part.string(value, 'the id of a synset')
      else if (name === 'sent') found.examples = part.strings(value)
      else if (name === 'subcat') found.frames = part.list(value).map((frame) => this.#frame(part, frame))
      else if (name === 'adjposition') {
        const got = part.string(value, 'a position')
        found.position = (ADJECTIVE_POSITIONS as readonly string[]).indexOf(got)
        if (found.position < 0) throw part.text.fault(value.at, 'a, p or ip', got)
      } else throw part.text.fault(at, 'id, synset, subcat, sent, adjposition or a relation', name)
    })
    const key = /^[^%]+%[1-5]:\d\d:(\d\d):[^:]*:\d*$/u.exec(found.ref)
    if (key === null) throw part.text.fault(node.at, 'a sense key, such as dog%1:05:00::', found.ref)
    if (found.synset === '') throw part.text.fault(node.at, 'the synset of the sense', '')
    return { ...found, key: found.ref, lexId: Number(key[1]), text: part.text, at: node.at }
  }

  #frame(part: Part, { value, at }: YamlScalar): number {
    const known = this.#frameNumbers.get(value)
    if (known !== undefined) return known
    if (this.#framesRead || this.frames.length > 255) {
      throw part.text.fault(at, 'the name of a verb frame in frames.yaml', value)
    }
    return this.#addFrame(value, value)
  }

  #addFrame(name: string, text: string): number {
    this.#frameNumbers.set(name, this.frames.length)
    return this.frames.push(text) - 1
  }
}
