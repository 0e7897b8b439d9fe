/**
 * How `match` shows what it found: lines of context, objects, or sentences of CoNLL-U.
 */
import { ConlluWriter } from '../corpora/index.js'
import type { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { outputColors, outputWidth, safe } from './terminal.js'

/** A match in a sentence; `parts` are what was captured or bound. */
export interface Found {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly parts: readonly (readonly [name: string, from: number, to: number])[]
}

/** Where a sentence stands. */
export interface SentencePlace {
  /** Name of the file; undefined for standard input. */
  readonly source: string | undefined
  /** Number of the sentence in its file, from 1. */
  readonly sentence: number
}

/** A format: text for the matches of a sentence, and what ends it. */
export interface MatchFormat {
  sentence(doc: Doc, found: readonly Found[], place: SentencePlace): string
  end(): string
}

type Width = (text: string) => number

/** Makes each format of `match`. */
export const MATCH_FORMATS = {
  text: textFormat,
  json: () => jsonFormat('[\n', ',\n', '\n]\n', '[]\n'),
  ndjson: () => jsonFormat('', '\n', '\n', ''),
  conllu: conlluFormat,
} as const satisfies Record<string, (terminal: boolean, width: Width) => MatchFormat>

/** Text of tokens, and what is written for them where white space was. */
function textOf(doc: Doc, from: number, to: number): string {
  return from < to ? safe(doc.span(from, to).text).trim() : ''
}

function textFormat(terminal: boolean, width: Width): MatchFormat {
  const { colors, enabled } = outputColors()
  const aligned = terminal || enabled
  return {
    sentence(doc, found, { source, sentence }) {
      let lines = ''
      for (const { name, from, to, parts } of found) {
        const left = textOf(doc, 0, from)
        const match = textOf(doc, from, to)
        const right = textOf(doc, to, doc.length)
        if (!aligned) {
          const shown = parts.map(([part, first, end]) => `${part}=${textOf(doc, first, end)}`).join(' ')
          lines += `${safe(source ?? '-')}\t${sentence}\t${name || shown}\t${left}\t${match}\t${right}\n`
          continue
        }
        const side = Math.max(10, Math.floor((outputWidth() - Math.min(width(match), 30)) / 2) - 2)
        const before = fitted(left, side, width, 'end')
        lines += `${' '.repeat(side - width(before))}${before} ${colors.bold(colors.red(match))} ${fitted(right, side, width, 'start')}`
        for (const [part, first, end] of parts)
          lines += colors.dim(`  ${part}=`) + colors.cyan(textOf(doc, first, end))
        lines += '\n'
      }
      return lines
    },
    end: () => '',
  }
}

/** The `end` or the `start` of a text, no wider than `columns`. */
function fitted(text: string, columns: number, width: Width, keep: 'start' | 'end'): string {
  if (width(text) <= columns) return text
  const characters = [...text]
  if (keep === 'end') characters.reverse()
  let kept = ''
  for (const character of characters) {
    const longer = keep === 'end' ? character + kept : kept + character
    if (width(longer) > columns - 1) break
    kept = longer
  }
  return keep === 'end' ? `…${kept}` : `${kept}…`
}

function jsonFormat(open: string, between: string, close: string, empty: string): MatchFormat {
  let before = open
  return {
    sentence(doc, found, { source, sentence }) {
      let text = ''
      for (const { name, from, to, parts } of found) {
        const captures = parts.map(([part, first, end]) => ({
          name: part,
          from: first,
          to: end,
          text: doc.span(first, end).text,
        }))
        const span = doc.span(from, to)
        text +=
          before +
          JSON.stringify({ source: source ?? null, sentence, name, from, to, text: span.text, captures })
        before = between
      }
      return text
    },
    end: () => (before === open ? empty : close),
  }
}

/** Sentences with matches; a comment for each gives its tokens (from 1), what was captured, and its text. */
function conlluFormat(): MatchFormat {
  const writer = new ConlluWriter()
  return {
    sentence(doc, found) {
      const lines = found.map(({ name, from, to, parts }) => {
        const shown = parts.map(([part, first, end]) => ` ${part}=${range(first, end)}`).join('')
        return `# match = ${range(from, to)}${shown}${name && ` ${name}`}: ${textOf(doc, from, to)}`
      })
      const own = doc.has('comments') ? doc.strings('comments') : undefined
      const verbatim = own?.strings[own.ids[0]!] ?? ''
      // A comment `text` is written for a Doc that has none of its own; one that has comments keeps them.
      const comments = [verbatim === '' ? `# text = ${textOf(doc, 0, doc.length)}` : verbatim, ...lines].join(
        '\n',
      )
      const column = InternTable.column(Array.from(doc.start, (_, i) => (i === 0 ? comments : '')))
      return writer.write(doc.with({ comments: column }), 'sentence')
    },
    end: () => '',
  }
}

function range(from: number, to: number): string {
  return to === from + 1 ? `${to}` : `${from + 1}-${to}`
}
