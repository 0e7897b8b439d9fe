/**
 * BioCreAtIvE-PPI: sentences of abstracts with genes, words that speak of interactions, and the interactions.
 *
 *   bc_sentences.xml  <sentence id="@@0006"> <gene>RsmC</gene> <interactor pos="VBZ">binds</interactor> ...
 *   bc_pubmeds.txt    @@0006<tab>10498717
 *   bc_solution.txt   0006|RsmC|5|rsmB|8|regulates|7|+|comment
 *
 * A gene may have several words; places count every word, from 1 (in records from 0). In the solution a partner may stand there by
 * several names, with `;` between names and between places; the sign says who acts on whom: + the first, - the
 * second, * both.
 *
 * @see Hakenberg et al., BioCreAtIvE-PPI: a corpus for protein-protein interactions
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'
import { XmlFile, xmlText } from './xml-file.js'

/** How BioCreAtIvE-PPI is read. */
export interface BiocreativeReaderOptions {
  /** Name of the file with the interactions, in the corpus; '' if there is none. */
  readonly solution?: string
  /** Name of the file with the numbers of the abstracts, in the corpus; '' if there is none. */
  readonly pubmeds?: string
}

/** A partner of an interaction: one thing, by one name or several. */
export interface InteractionPartner {
  readonly names: readonly string[]
  /** Place of each name's first word in `words`. */
  readonly places: readonly number[]
}

/** An interaction between two partners. */
export interface Interaction {
  readonly first: InteractionPartner
  readonly second: InteractionPartner
  /** The word or words that tell of it, and their places in `words`. */
  readonly type: string
  readonly places: readonly number[]
  /** Who acts on whom: '+' the first on the second, '-' the second on the first, '*' both alike. */
  readonly direction: '+' | '-' | '*'
  readonly comment: string
}

/** A sentence with what is known of it. */
export interface BiocreativeSentence {
  readonly id: string
  /** Number of the abstract in PubMed; '' if it is not known. */
  readonly pubmed: string
  readonly words: readonly string[]
  /** Tags of `words`; '' for those of a gene. */
  readonly tags: readonly string[]
  /** What `words` are, in IOB2: B-gene, I-gene, B-interactor, O. */
  readonly entities: readonly string[]
  readonly interactions: readonly Interaction[]
}

/**
 * Reader of BioCreAtIvE-PPI: records, and a Doc a file with the columns `tag`, `entity` (IOB2) and `sentence`.
 *
 * @throws OPTION_INVALID
 * @throws CORPUS_SELECTION when the corpus has no file of the name given for solution or pubmeds
 * @example
 * ```ts
 * import { biocreativeReader, Corpus } from 'wordloom/corpora'
 * const xml = `<sentence id="1"> <gene>RsmC</gene> <interactor pos="VBZ">binds</interactor>
 *   <gene>rsm B</gene></sentence>`
 * const files = [{ name: 'a.xml', chunks: () => [new TextEncoder().encode(xml)] }]
 * const [sentence] = new Corpus({ files, reader: biocreativeReader() }).records()
 * console.log(sentence?.entities) // [ 'B-gene', 'B-interactor', 'B-gene', 'I-gene' ]
 * ```
 */
export function biocreativeReader(options: BiocreativeReaderOptions = {}): CorpusReader<BiocreativeSentence> {
  requireOptions(options, { solution: null, pubmeds: null }, 'biocreativeReader')
  const { solution = '', pubmeds = '' } = options
  for (const [option, value] of Object.entries({ solution, pubmeds })) {
    if (typeof value === 'string') continue
    throw new WordloomError('OPTION_INVALID', {
      message: `biocreativeReader: option ${option} is ${JSON.stringify(value)}, expected the name of a file.`,
      hint: `Pass ${option}: 'bc_${option}.txt'.`,
      details: { option, value },
    })
  }
  return {
    format: 'biocreative',
    *records(file, context) {
      const interactions = solution === '' ? new Map() : readSolution(context.sibling(solution), context)
      const numbers = pubmeds === '' ? new Map() : readPubmeds(context.sibling(pubmeds), context)
      for (const sentence of sentences(file, context)) {
        const { id } = sentence
        yield {
          id,
          pubmed: numbers.get(id) ?? '',
          words: sentence.words,
          tags: sentence.tags,
          entities: sentence.entities,
          interactions: interactions.get(bare(id)) ?? [],
        }
      }
    },
    *documents(file, context): Generator<Doc> {
      const doc = new TokenDocBuilder(['tag', 'entity'])
      for (const { words, tags, entities } of sentences(file, context)) {
        words.forEach((word, i) => {
          doc.word(word)
          doc.value(0, tags[i]!)
          doc.value(1, entities[i]!)
        })
        doc.endSentence()
      }
      if (doc.size > 0) yield doc.finish()
    },
  }
}

type Sentence = Pick<BiocreativeSentence, 'id' | 'words' | 'tags' | 'entities'>

function* sentences(file: SourceFile, context: ReadContext): Generator<Sentence> {
  const xml = new XmlFile(file, context)
  for (const part of xml.units(['sentence'])) {
    if (part.kind !== 'unit') continue
    const id = xml.required(part.element, 'id')
    if (id === undefined) continue
    const words: string[] = []
    const tags: string[] = []
    const entities: string[] = []
    for (const child of part.element.children) {
      const name = typeof child === 'string' ? '' : child.name
      const text = typeof child === 'string' ? child : xmlText(child)
      const tag = typeof child === 'string' ? '' : (child.attributes.get('pos') ?? '')
      let first = true
      for (const word of text.split(/\s+/)) {
        if (word === '') continue
        words.push(word)
        tags.push(tag)
        const isEntity = name === 'gene' || name === 'interactor'
        entities.push(isEntity ? `${first ? 'B' : 'I'}-${name}` : 'O')
        first = false
      }
    }
    yield { id, words, tags, entities }
  }
}

function readSolution(file: SourceFile, context: ReadContext): Map<string, Interaction[]> {
  const all = new Map<string, Interaction[]>()
  let line = 0
  for (const row of file.lines()) {
    line++
    if (row.trim() === '') continue
    const fields = row.split('|')
    const [id = '', first = '', firstAt = '', second = '', secondAt = '', type = '', place = '', sign = ''] =
      fields
    if (fields.length < 9 || !(sign === '+' || sign === '-' || sign === '*') || !/^[\d; ]+$/.test(place)) {
      const expected = 'id|first|places|second|places|type|place|+, - or *|comment'
      context.report(corpusError({ file: file.name, line, expected, found: row }))
      continue
    }
    const interaction: Interaction = {
      first: partner(first, firstAt),
      second: partner(second, secondAt),
      type,
      places: placesOf(place),
      direction: sign,
      comment: fields.slice(8).join('|').trim(),
    }
    const known = all.get(id)
    if (known === undefined) all.set(id, [interaction])
    else known.push(interaction)
  }
  return all
}

function partner(names: string, places: string): InteractionPartner {
  return { names: names.split(';').map((name) => name.trim()), places: placesOf(places) }
}

function placesOf(places: string): number[] {
  return places.split(';').map((place) => Number(place) - 1)
}

function readPubmeds(file: SourceFile, context: ReadContext): Map<string, string> {
  const numbers = new Map<string, string>()
  let line = 0
  for (const row of file.lines()) {
    line++
    if (row.trim() === '') continue
    const [id = '', number = ''] = row.split('\t')
    if (number === '') {
      context.report(
        corpusError({ file: file.name, line, expected: 'an id, a tab and a number', found: row }),
      )
    } else numbers.set(id, number.trim())
  }
  return numbers
}

/** An id as the solution has it. */
function bare(id: string): string {
  return id.startsWith('@@') ? id.slice(2) : id
}
