/**
 * `wordloom match`: patterns and phrases found in CoNLL-U, a sentence at a time, shown in their context.
 */
import stringWidth from 'string-width'
import { WordloomError } from '../core/errors.js'
import { readConlluStream } from '../corpora/index.js'
import { DependencyMatcher, PhraseMatcher, TokenMatcher } from '../match/index.js'
import type { Doc } from '../text/doc.js'
import type { Invocation } from './arguments.js'
import { Failure, messageOf } from './failure.js'
import { findInputs, readText, readWhole, totalSize } from './input.js'
import { type Found, MATCH_FORMATS } from './match-formats.js'
import { openOutput } from './output.js'
import { showProgress } from './progress.js'

/** Runs `wordloom match`. */
export async function match(invocation: Invocation): Promise<number> {
  const files = [...invocation.positionals]
  const find = await finder(invocation, files)
  const inputs = await findInputs(files)
  const output = openOutput(invocation.option('output'), inputs)
  const progress = showProgress(totalSize(inputs), output.terminal)
  const format = MATCH_FORMATS[invocation.option('to') as keyof typeof MATCH_FORMATS](
    output.terminal,
    stringWidth,
  )
  try {
    for (const input of inputs) {
      let sentence = 0
      const columns = new ColumnCheck(find)
      try {
        const docs = readConlluStream(readText(input, 'utf-8', progress.add), { unit: 'sentence' })
        for await (const doc of docs) {
          sentence++
          const found = columns.find(doc)
          if (found.length === 0) continue
          await output.write(format.sentence(doc, found, { source: input.path, sentence }))
        }
      } catch (error) {
        if (!(error instanceof WordloomError)) throw error
        if (error.code !== 'CONLLU_SYNTAX' && error.code !== 'COLUMN_MISSING') throw error
        const hint =
          error.code === 'CONLLU_SYNTAX'
            ? 'for plain text: wordloom annotate FILE | wordloom match PATTERN'
            : error.hint
        throw new Failure('data', `${input.name}: ${messageOf(error)}`, hint, error)
      }
      const missing = columns.missing()
      if (missing !== undefined) {
        const hint = 'wordloom annotate adds what there is a model for'
        throw new Failure(
          'data',
          `${input.name} has no values of ${missing}, which the pattern asks for`,
          hint,
        )
      }
    }
    await output.write(format.end())
    await output.close()
  } finally {
    progress.end()
  }
  return 0
}

/** What finds the matches in a sentence; takes the pattern from `files`, whose first it is. */
async function finder(invocation: Invocation, files: string[]): Promise<(doc: Doc) => Found[]> {
  const phrases = invocation.option('phrases')
  if (phrases !== undefined) {
    const matcher = await readPhrases(phrases, invocation.option('by')!)
    return (doc) =>
      matcher.find(doc).map(({ from, to, pattern }) => ({
        name: matcher.phrase(pattern)!.join(' '),
        from,
        to,
        parts: [],
      }))
  }
  const pattern = files.shift()
  if (pattern === undefined) {
    throw new Failure('usage', 'match needs a pattern', "wordloom match '[tag=ADJ]+ [tag=NOUN]' FILE.conllu")
  }
  try {
    if (invocation.flag('dependencies')) {
      const matcher = new DependencyMatcher(pattern)
      return (doc) =>
        matcher.find(doc).map(({ name, span, nodes }) => ({
          name,
          from: span.from,
          to: span.to,
          parts: [...nodes].map(([part, { index }]) => [part, index, index + 1] as const),
        }))
    }
    const prefer = invocation.option('prefer') as 'longest' | 'shortest'
    const matcher = new TokenMatcher(pattern, { prefer })
    return (doc) =>
      matcher.find(doc).map(({ name, from, to, captures }) => ({
        name,
        from,
        to,
        parts: [...captures].map(([part, span]) => [part, span.from, span.to] as const),
      }))
  } catch (error) {
    if (!(error instanceof WordloomError) || typeof error.details.offset !== 'number') throw error
    const caret = `${' '.repeat('  hint: '.length + stringWidth(pattern.slice(0, error.details.offset)))}^ here`
    const more = error.hint && `\n        ${error.hint}`
    throw new Failure('usage', messageOf(error), `${pattern}\n${caret}${more}`, error)
  }
}

/** Phrases of a file, one a line, their words separated by white space; blank lines count for nothing. */
async function readPhrases(path: string, by: string): Promise<PhraseMatcher> {
  const [input] = await findInputs([path])
  const lines = (await readWhole(input!, 'utf-8')).split(/\r?\n/)
  const phrases = lines
    .map((line) => line.split(/\s+/u).filter((word) => word !== ''))
    .filter((words) => words.length > 0)
  if (phrases.length === 0) throw new Failure('data', `${input!.name} has no phrases`, 'one phrase a line')
  return new PhraseMatcher(phrases, { by })
}

/** Columns of CoNLL-U: where a sentence has no value in one, it has no such column. */
const FIELDS: ReadonlySet<unknown> = new Set([
  'lemma',
  'tag',
  'xtag',
  'features',
  'head',
  'deprel',
  'deps',
  'misc',
])

/** Finds in sentences, some of which have no value in a column that others have. */
class ColumnCheck {
  readonly #find: (doc: Doc) => Found[]
  readonly #lacked = new Set<string>()
  readonly #had = new Set<string>()

  constructor(find: (doc: Doc) => Found[]) {
    this.#find = find
  }

  /** The matches in a sentence. @throws COLUMN_MISSING for what is no column of CoNLL-U */
  find(doc: Doc): Found[] {
    for (const name of doc.columnNames) this.#had.add(name)
    let filled = doc
    for (;;) {
      try {
        return this.#find(filled)
      } catch (error) {
        const column =
          error instanceof WordloomError && error.code === 'COLUMN_MISSING' && error.details.column
        if (typeof column !== 'string' || !FIELDS.has(column) || filled.has(column)) throw error
        this.#lacked.add(column)
        const none =
          column === 'head'
            ? new Int32Array(doc.length).fill(-1)
            : { ids: new Uint32Array(doc.length), strings: [''] }
        filled = filled.with({ [column]: none })
      }
    }
  }

  /** A column that was asked for and that no sentence had. */
  missing(): string | undefined {
    return [...this.#lacked].find((name) => !this.#had.has(name))
  }
}
