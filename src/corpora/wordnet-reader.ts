/**
 * Open English WordNet's YAML as a corpus format: what each file holds, entry by entry and synset by synset.
 *
 * This is the data as published, for counting and converting; for looking words up there is `readOewn`, which puts
 * all files together.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { readBlockYaml, type YamlNode } from './wordnet/block-yaml.js'
import { SourceText } from './wordnet/source-text.js'

/** What stands in YAML: a string, a list, or a mapping without prototype. */
export type YamlValue = string | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** A word of an entries file, a synset of another, or a verb frame. */
export interface WordNetSourceRecord {
  readonly kind: 'entry' | 'frame' | 'synset'
  /** The lemma, the frame's or the synset's id. */
  readonly key: string
  /** All that the file says of it. */
  readonly value: YamlValue
}

/** Reader of the YAML files of Open English WordNet; a category is the kind of a record. */
export function wordnetReader(options: object = {}): CorpusReader<WordNetSourceRecord> {
  requireOptions(options, {}, 'wordnetReader')
  return {
    format: 'wordnet',
    *records(file, { report }) {
      const kind = file.name.startsWith('entries-')
        ? 'entry'
        : file.name.startsWith('frames.')
          ? 'frame'
          : 'synset'
      try {
        const root = readBlockYaml(new SourceText(file.name, file.bytes()))
        if (root.kind !== 'mapping') return
        for (const [i, key] of root.keys.entries())
          yield { kind, key: key.value, value: plain(root.values[i]!) }
      } catch (error) {
        if (!(error instanceof WordloomError)) throw error
        report(error)
      }
    },
    categoryOf: ({ kind }) => kind,
  }
}

// As deep as readBlockYaml lets it be, which is not deep.
function plain(node: YamlNode): YamlValue {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'sequence') return node.items.map(plain)
  const mapping = Object.create(null) as Record<string, YamlValue>
  for (const [i, key] of node.keys.entries()) mapping[key.value] = plain(node.values[i]!)
  return mapping
}
