/**
 * What `annotate` writes: Docs of a stream in, text out, piece by piece.
 *
 * A format is told what each Doc begins, so that paragraphs and documents keep their borders however the stream
 * has cut them.
 */
import { ConlluWriter } from '../corpora/index.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { TOKEN_KINDS } from '../text/token-kind.js'
import { svgFormat, tableFormat, treeFormat } from './drawings.js'

/** Where a Doc of the stream stands. */
export interface Place {
  /** Name of the file; undefined for standard input. */
  readonly source: string | undefined
  /** UTF-16 offset of the Doc's text in the text of its file. */
  readonly offset: number
  readonly begins: 'document' | 'paragraph' | 'sentence'
}

/** A format: text for each Doc, and what ends it. */
export interface Format {
  doc(doc: Doc, place: Place): string
  end(): string
}

/** Makes each format of `annotate`; told whether it goes to standard output, where colours may be. */
export const FORMAT_MAKERS = {
  conllu: conlluFormat,
  json: () => jsonFormat('[\n', ',\n', '\n]\n', '[]\n'),
  ndjson: () => jsonFormat('', '\n', '\n', ''),
  text: textFormat,
  tree: treeFormat,
  table: tableFormat,
  svg: svgFormat,
} as const satisfies Record<string, (toStandardOutput: boolean) => Format>

function conlluFormat(): Format {
  const writer = new ConlluWriter()
  return {
    doc(doc, { source, begins }) {
      if (begins !== 'document') return writer.write(doc, begins)
      const id = source === undefined ? '' : ` id = ${source.replace(/\s/gu, ' ')}`
      return `# newdoc${id}\n${writer.write(doc, 'paragraph')}`
    },
    end: () => '',
  }
}

function textFormat(): Format {
  let first = true
  return {
    doc(doc, { begins }) {
      const form = formsOf(doc)
      let out = ''
      for (const sentence of doc.sentences()) {
        if (!first && opening(sentence, begins) !== 'sentence') out += '\n'
        first = false
        out += form(sentence.from)
        for (let i = sentence.from + 1; i < sentence.to; i++) out += ` ${form(i)}`
        out += '\n'
      }
      return out
    },
    end: () => '',
  }
}

/** Words as they are written alone: de, le where the text has du. */
function formsOf(doc: Doc): (i: number) => string {
  const { text, start, end } = doc
  if (!doc.has('form')) return (i) => text.slice(start[i], end[i])
  const { ids, strings } = doc.strings('form')
  return (i) => strings[ids[i]!] || text.slice(start[i], end[i])
}

/** One object a sentence; `open`, `between` and `close` make an array of them, or lines. */
function jsonFormat(open: string, between: string, close: string, empty: string): Format {
  let before = open
  let paragraph = 0
  let number = 0
  return {
    doc(doc, { source, offset, begins }) {
      let text = ''
      for (const sentence of doc.sentences()) {
        const opens = opening(sentence, begins)
        if (opens === 'document') paragraph = number = 0
        if (opens !== 'sentence') paragraph++
        number++
        text += `${before}{"source":${JSON.stringify(source ?? null)},"paragraph":${paragraph},"sentence":${number},${sentenceFields(sentence, offset)}}`
        before = between
      }
      return text
    },
    end: () => (before === open ? empty : close),
  }
}

/** What a sentence opens: its Doc says so for the first, a blank line before it for the others. */
function opening({ doc, from }: Span, begins: Place['begins']): Place['begins'] {
  if (from === 0) return begins
  return isBlankLine(doc.text, doc.end[from - 1]!, doc.start[from]!) ? 'paragraph' : 'sentence'
}

function isBlankLine(text: string, from: number, to: number): boolean {
  let breaks = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x0a || unit === 0x2029 || (unit === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) breaks++
  }
  return breaks > 1
}

/** Columns of strings as JSON has them, in the order of CoNLL-U. */
const STRINGS = ['form', 'lemma', 'tag', 'xtag', 'features'] as const

/** Fields of a sentence as JSON; put together by hand, without an object a token. */
function sentenceFields(sentence: Span, offset: number): string {
  const { doc } = sentence
  const { text, start, end } = doc
  const kind = doc.has('kind') ? doc.numbers('kind') : undefined
  const columns = STRINGS.filter((name) => doc.has(name)).map((name) => [name, doc.strings(name)] as const)
  const head = doc.has('head') ? doc.numbers('head') : undefined
  const deprel = doc.has('deprel') ? doc.strings('deprel') : undefined
  let tokens = ''
  for (let i = sentence.from; i < sentence.to; i++) {
    let fields = `"text":${JSON.stringify(text.slice(start[i], end[i]))}`
    for (const [name, { ids, strings }] of columns) fields += `,"${name}":${JSON.stringify(strings[ids[i]!])}`
    if (head !== undefined && head[i]! >= 0) {
      // As in CoNLL-U: words of the sentence count from 1, 0 is the root.
      fields += `,"head":${head[i] === i ? 0 : head[i]! - sentence.from + 1}`
    }
    if (deprel !== undefined) fields += `,"deprel":${JSON.stringify(deprel.strings[deprel.ids[i]!])}`
    fields += `,"start":${offset + start[i]!},"end":${offset + end[i]!}`
    if (kind !== undefined) fields += `,"kind":"${TOKEN_KINDS[kind[i]!]}"`
    tokens += `${i > sentence.from ? ',' : ''}{${fields},"spaceAfter":${doc.spaceAfter(i)}}`
  }
  return `"start":${offset + sentence.start},"end":${offset + sentence.end},"text":${JSON.stringify(sentence.text)},"tokens":[${tokens}]`
}
