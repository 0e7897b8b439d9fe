/**
 * Dependencies and tables as commands print them: in colours on a terminal, as wide as it is.
 */

import { DependencyPicture } from '../parse/dependencies-to-svg.js'
import type { DrawingPart, Paint } from '../parse/index.js'
import { drawDependencies, sentenceTable } from '../parse/index.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { STAGES } from './commands.js'
import { Failure } from './failure.js'
import type { Format } from './formats.js'
import { type Colors, outputColors, outputWidth } from './terminal.js'

/** What a drawing goes to. */
export interface Sheet {
  readonly width: number
  readonly paint: Paint
}

/** Standard output as it is, or a file, which has no colours. */
export function sheetFor(toStandardOutput: boolean): Sheet {
  const { colors, enabled } = outputColors()
  return { width: outputWidth(), paint: toStandardOutput && enabled ? painter(colors) : (text) => text }
}

/** Colours of the parts of a drawing. */
export function painter(colors: Colors): Paint {
  const paints: Readonly<Record<DrawingPart, (text: string) => string>> = {
    word: (text) => text,
    root: colors.bold,
    verb: colors.red,
    noun: colors.blueBright,
    modifier: colors.green,
    other: colors.dim,
    arc: colors.dim,
    label: colors.cyan,
    punct: colors.dim,
  }
  return (text, part) => paints[part](text)
}

/** A sentence with its tags and dependencies in lines of at most `width` columns: what `show` prints of a parse. */
export function parseLines(sentence: Span, width: number, colors: Colors): string[] {
  return drawDependencies(sentence, { width, paint: painter(colors) })
    .trimEnd()
    .split('\n')
}

/** `--to tree`: a drawing for each sentence, a blank line between. */
export function treeFormat(toStandardOutput: boolean): Format {
  const { width, paint } = sheetFor(toStandardOutput)
  return blocks((span) => {
    requireHeads(span.doc, 'tree')
    return drawDependencies(span, { width, paint })
  })
}

/** `--to table`: a table for each sentence, a blank line between. */
export function tableFormat(toStandardOutput: boolean): Format {
  const { width, paint } = sheetFor(toStandardOutput)
  return blocks((span) => sentenceTable(span, { width, paint }))
}

/** `--to svg`: one picture of all sentences, written at the end, when its height is known. */
export function svgFormat(): Format {
  const picture = new DependencyPicture()
  return {
    doc(doc) {
      requireHeads(doc, 'svg')
      picture.add(doc)
      return ''
    },
    end: () => picture.toSvg(),
  }
}

function blocks(block: (span: Span) => string): Format {
  let before = ''
  return {
    doc(doc) {
      let text = ''
      for (const sentence of doc.sentences()) {
        text += before + block(sentence)
        before = '\n'
      }
      return text
    },
    end: () => '',
  }
}

function requireHeads(doc: Doc, to: string): void {
  if (doc.has('head') && doc.has('deprel')) return
  const stages: readonly string[] = STAGES
  throw new Failure(
    'data',
    `--to ${to} draws dependencies, and there are none: no heads and relations`,
    stages.includes('parse')
      ? `for text: wordloom annotate --pipeline parse --to ${to}`
      : `a CoNLL-U file that has them: wordloom draw FILE.conllu --to ${to}`,
  )
}
