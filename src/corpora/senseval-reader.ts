/**
 * Senseval: words in context with their senses, in the form that NLTK gives the Senseval-2 data of Pedersen.
 *
 *   <lexelt item="hard-a">
 *   <instance id="hard-a.1">
 *   <answer instance="hard-a.1" senseid="HARD1"/>
 *   <context> <wf pos="DT">a</wf> <head> <wf pos="JJ">hard</wf></head> <wf pos="NN">frost</wf> </context>
 *
 * A line of the context is a sentence. Some words have no tag and stand outside elements, among them the mark
 * FRASL; they are words with the tag ''.
 *
 * @see Edmonds and Cotton 2001, https://aclanthology.org/S01-1001; https://www.d.umn.edu/~tpederse/data.html
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'
import { type XmlElement, XmlFile, xmlChildren, xmlText } from './xml-file.js'

/** A word in context with its senses. */
export interface SensevalInstance {
  readonly id: string
  /** The word with its part of speech: 'hard-a'. */
  readonly word: string
  readonly senses: readonly string[]
  /** Place of the word in `words`. */
  readonly position: number
  readonly words: readonly string[]
  /** Tags of `words`; '' where a word has none. */
  readonly tags: readonly string[]
}

/**
 * Reader of Senseval data: records, whose category is the word; a Doc an instance with the columns `tag`,
 * `sentence` and `sense` (on the word that the instance is about; several senses with `|` between).
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, sensevalReader } from 'wordloom/corpora'
 * const xml = `<corpus><lexelt item="hard-a"><instance id="1"><answer instance="1" senseid="HARD1"/>
 * <context> <wf pos="DT">a</wf> <head> <wf pos="JJ">hard</wf></head> <wf pos="NN">frost</wf> </context>
 * </instance></lexelt></corpus>`
 * const files = [{ name: 'hard.pos', chunks: () => [new TextEncoder().encode(xml)] }]
 * const [first] = new Corpus({ files, reader: sensevalReader() }).records()
 * console.log(first?.senses, first?.words[first.position]) // [ 'HARD1' ] hard
 * ```
 */
export function sensevalReader(options: object = {}): CorpusReader<SensevalInstance> {
  requireOptions(options, {}, 'sensevalReader')
  return {
    format: 'senseval',
    *records(file, context) {
      for (const { instance } of instances(file, context)) yield instance
    },
    *documents(file, context): Generator<Doc> {
      for (const { instance, sentence } of instances(file, context)) yield docOf(instance, sentence)
    },
    categoryOf: ({ word }) => word,
  }
}

interface Read {
  readonly instance: SensevalInstance
  /** Number of the sentence of each word. */
  readonly sentence: readonly number[]
}

function* instances(file: SourceFile, context: ReadContext): Generator<Read> {
  const xml = new XmlFile(file, context, { spaces: true })
  let word = ''
  for (const part of xml.units(['instance'])) {
    if (part.kind === 'close') continue
    const { element } = part
    if (part.kind === 'open') {
      if (element.name === 'lexelt') word = xml.required(element, 'item') ?? ''
      continue
    }
    const id = xml.required(element, 'id')
    const answers = xmlChildren(element, 'answer').map((answer) => xml.required(answer, 'senseid'))
    const [inContext] = xmlChildren(element, 'context')
    if (id === undefined || answers.includes(undefined)) continue
    const read = inContext === undefined ? undefined : readContext(inContext)
    if (read === undefined) xml.report(element.at, '<instance> with a <context> that has a <head>')
    else {
      const { sentence, ...rest } = read
      yield { instance: { id, word, senses: answers as string[], ...rest }, sentence }
    }
  }
}

function readContext(
  context: XmlElement,
): (Pick<SensevalInstance, 'position' | 'words' | 'tags'> & { readonly sentence: number[] }) | undefined {
  const words: string[] = []
  const tags: string[] = []
  const sentence: number[] = []
  let position = -1
  let line = 0
  const add = (item: string | XmlElement): void => {
    if (typeof item === 'string') {
      item.split('\n').forEach((text, i) => {
        // A line without words is none.
        if (i > 0 && sentence.at(-1) === line) line++
        for (const word of text.split(/\s+/)) {
          if (word === '') continue
          words.push(word)
          tags.push('')
          sentence.push(line)
        }
      })
    } else if (item.name === 'wf') {
      words.push(xmlText(item).trim())
      tags.push(item.attributes.get('pos') ?? '')
      sentence.push(line)
    } else {
      if (item.name === 'head') position = words.length
      item.children.forEach(add)
    }
  }
  context.children.forEach(add)
  return position < 0 || position >= words.length ? undefined : { position, words, tags, sentence }
}

function docOf({ words, tags, senses, position }: SensevalInstance, sentence: readonly number[]): Doc {
  const doc = new TokenDocBuilder(['tag', 'sense'])
  words.forEach((word, i) => {
    if (i > 0 && sentence[i] !== sentence[i - 1]) doc.endSentence()
    doc.word(word)
    doc.value(0, tags[i]!)
    doc.value(1, i === position ? senses.join('|') : '')
  })
  return doc.finish()
}
