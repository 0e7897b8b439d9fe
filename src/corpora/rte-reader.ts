/**
 * Recognizing textual entailment: pairs of a text and a hypothesis, and whether one follows from the other.
 *
 *   <pair id="8" value="FALSE" task="IR">
 *     <t>Two ships sank in the storm.</t>
 *     <h>Three ships sank.</h>
 *   </pair>
 *
 * The first challenge writes `value="TRUE"`, later ones `entailment="YES"`; the third adds `length`.
 *
 * @see Dagan, Glickman and Magnini 2006, https://doi.org/10.1007/11736790_9
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { type XmlElement, XmlFile, xmlChildren, xmlText } from './xml-file.js'

/** A text and a hypothesis. */
export interface EntailmentPair {
  readonly id: string
  /** Whether the hypothesis follows from the text. */
  readonly entailment: boolean
  /** What the pair was made from: 'IE', 'IR', 'QA', 'SUM', and in the first challenge 'CD', 'MT', 'PP', 'RC'. */
  readonly task: string
  readonly text: string
  readonly hypothesis: string
  /** 'short' or 'long', where it is said. */
  readonly length?: string
}

/** How the two values of a pair are written. */
const VALUES: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['YES', true],
  ['FALSE', false],
  ['NO', false],
])

/**
 * Reader of entailment pairs: records, whose category is 'entailment' or 'no entailment', and tokenized Docs of
 * two paragraphs, text and hypothesis.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, rteReader } from 'wordloom/corpora'
 * const xml = '<pair id="8" value="FALSE" task="IR"><t>Two ships sank.</t><h>Three ships sank.</h></pair>'
 * const files = [{ name: 'a.xml', chunks: () => [new TextEncoder().encode(xml)] }]
 * const [pair] = new Corpus({ files, reader: rteReader() }).records()
 * console.log(pair?.hypothesis, pair?.entailment) // Three ships sank. false
 * ```
 */
export function rteReader(options: object = {}): CorpusReader<EntailmentPair> {
  requireOptions(options, {}, 'rteReader')
  return {
    format: 'rte',
    records: pairs,
    textOf: ({ text, hypothesis }) => `${text}\n\n${hypothesis}`,
    categoryOf: ({ entailment }) => (entailment ? 'entailment' : 'no entailment'),
  }
}

function* pairs(file: SourceFile, context: ReadContext): Generator<EntailmentPair> {
  const xml = new XmlFile(file, context)
  for (const part of xml.units(['pair'])) {
    if (part.kind !== 'unit') continue
    const { element } = part
    const id = xml.required(element, 'id')
    const task = xml.required(element, 'task')
    const entailment = VALUES.get(
      element.attributes.get('value') ?? element.attributes.get('entailment') ?? '',
    )
    const text = only(element, 't')
    const hypothesis = only(element, 'h')
    if (id === undefined || task === undefined) continue
    if (entailment === undefined) {
      xml.report(element.at, 'value="TRUE", value="FALSE", entailment="YES" or entailment="NO"')
    } else if (text === undefined || hypothesis === undefined) {
      xml.report(element.at, '<pair> with one <t> and one <h>')
    } else {
      const length = element.attributes.get('length')
      yield { id, entailment, task, text, hypothesis, ...(length === undefined ? {} : { length }) }
    }
  }
}

function only(element: XmlElement, name: string): string | undefined {
  const found = xmlChildren(element, name)
  return found.length === 1 ? xmlText(found[0]!).trim() : undefined
}
