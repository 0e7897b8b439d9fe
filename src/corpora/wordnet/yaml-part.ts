/**
 * What a reader expects of a node of YAML, and the errors that say what stands there instead.
 *
 * `each` and `items` report what is wrong with one key or item and go on with the next.
 */
import { WordloomError } from '../../core/errors.js'
import type { YamlMapping, YamlNode, YamlScalar } from './block-yaml.js'
import type { Report, SourceText } from './source-text.js'

const SHAPES = { scalar: 'a text', sequence: 'a list', mapping: 'keys with values' } as const

/** Nodes of one file. */
export class YamlPart {
  readonly text: SourceText
  readonly #report: Report

  constructor(text: SourceText, report: Report) {
    this.text = text
    this.#report = report
  }

  /** Calls `read` with every key and its value. */
  each({ keys, values }: YamlMapping, read: (key: YamlScalar, value: YamlNode) => void): void {
    for (let i = 0; i < keys.length; i++) this.#guarded(() => read(keys[i]!, values[i]!))
  }

  /** Calls `read` with every item of a list. */
  items(node: YamlNode, read: (item: YamlNode) => void): void {
    if (node.kind !== 'sequence') throw this.#other(node, 'a list')
    for (const item of node.items) this.#guarded(() => read(item))
  }

  /** The node as a mapping. */
  mapping(node: YamlNode, expected: string): YamlMapping {
    if (node.kind !== 'mapping') throw this.#other(node, expected)
    return node
  }

  /** The node as a text that is not empty. */
  string(node: YamlNode, expected: string): string {
    return this.#scalar(node, expected).value
  }

  /** The node as a list of texts that are not empty. */
  list(node: YamlNode): readonly YamlScalar[] {
    if (node.kind !== 'sequence') throw this.#other(node, 'a list')
    return node.items.map((item) => this.#scalar(item, 'a text'))
  }

  /** The texts of a list. */
  strings(node: YamlNode): string[] {
    return this.list(node).map(({ value }) => value)
  }

  /** The text of a key or value, which `pattern` must match. */
  match(node: YamlScalar, pattern: RegExp, expected: string): string {
    if (!pattern.test(node.value)) throw this.text.fault(node.at, expected, node.value)
    return node.value
  }

  /** The number after the letter of an identifier such as i46360. */
  number(node: YamlNode, pattern: RegExp, expected: string): number {
    return Number(this.match(this.#scalar(node, expected), pattern, expected).slice(1))
  }

  /** Texts, or mappings of text and source. */
  examples(node: YamlNode): { text: string; source: string }[] {
    const examples: { text: string; source: string }[] = []
    this.items(node, (item) => {
      const example = { text: '', source: '' }
      if (item.kind === 'scalar') example.text = this.string(item, 'an example')
      else this.#fill(example, item, 'text or source')
      if (example.text === '') throw this.text.fault(item.at, 'the text of an example', '')
      examples.push(example)
    })
    return examples
  }

  /** A pronunciation, and the variety of the language that it belongs to. */
  pronunciation(node: YamlNode): { value: string; variety: string } {
    const pronunciation = { value: '', variety: '' }
    this.#fill(pronunciation, node, 'value or variety')
    if (pronunciation.value === '') throw this.text.fault(node.at, 'the value of a pronunciation', '')
    return pronunciation
  }

  #fill(target: Record<string, string>, node: YamlNode, expected: string): void {
    this.each(this.mapping(node, expected), (key, value) => {
      if (!Object.hasOwn(target, key.value)) throw this.text.fault(key.at, expected, key.value)
      target[key.value] = this.string(value, 'a text')
    })
  }

  #scalar(node: YamlNode, expected: string): YamlScalar {
    if (node.kind !== 'scalar' || node.value === '') throw this.#other(node, expected)
    return node
  }

  #other(node: YamlNode, expected: string): WordloomError {
    const found = node.kind === 'scalar' ? node.value : SHAPES[node.kind]
    return this.text.fault(node.at, expected, found)
  }

  #guarded(action: () => void): void {
    try {
      action()
    } catch (error) {
      if (!(error instanceof WordloomError)) throw error
      this.#report(error)
    }
  }
}
