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

/** Makes each format of `annotate`. */
export const FORMAT_MAKERS = {
  conllu: conlluFormat,
  json: () => jsonFormat('[\n', ',\n', '\n]\n', '[]\n'),
  ndjson: () => jsonFormat('', '\n', '\n', ''),
  text: textFormat,
} as const satisfies Record<string, () => Format>

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
      const { text, start, end } = doc
      let out = ''
      for (const sentence of doc.sentences()) {
        if (!first && opening(sentence, begins) !== 'sentence') out += '\n'
        first = false
        out += text.slice(start[sentence.from], end[sentence.from])
        for (let i = sentence.from + 1; i < sentence.to; i++) out += ` ${text.slice(start[i], end[i])}`
        out += '\n'
      }
      return out
    },
    end: () => '',
  }
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

/** Fields of a sentence as JSON; put together by hand, without an object a token. */
function sentenceFields(sentence: Span, offset: number): string {
  const { text, start, end } = sentence.doc
  const kind = sentence.doc.numbers('kind')
  const lemma = sentence.doc.has('lemma') ? sentence.doc.strings('lemma') : undefined
  let tokens = ''
  for (let i = sentence.from; i < sentence.to; i++) {
    const surface = JSON.stringify(text.slice(start[i], end[i]))
    const comma = i > sentence.from ? ',' : ''
    const base = lemma ? `"lemma":${JSON.stringify(lemma.strings[lemma.ids[i]!])},` : ''
    tokens += `${comma}{"text":${surface},${base}"start":${offset + start[i]!},"end":${offset + end[i]!},"kind":"${TOKEN_KINDS[kind[i]!]}","spaceAfter":${sentence.doc.spaceAfter(i)}}`
  }
  return `"start":${offset + sentence.start},"end":${offset + sentence.end},"text":${JSON.stringify(sentence.text)},"tokens":[${tokens}]`
}
