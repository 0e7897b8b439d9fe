/**
 * NLTK's grammar files as a corpus format: productions of context-free, probabilistic and feature
 * grammars, the sentences to test them with, and lines of what is neither.
 *
 * A production is `NP -> Det N | 'I' [0.3]`: alternatives between `|`, words in quotes, a probability in brackets
 * behind an alternative; `%start S` names the start symbol, `#` begins a comment, a backslash at the end of a line
 * continues it. A feature structure is part of its symbol and given as written. What is told by the file's ending:
 * .cfg .pcfg .fcfg hold productions, `..sentences.txt` sentences, all others lines.
 *
 * @see Bird, Klein and Loper 2009, Natural Language Processing with Python, chapters 8 and 9
 */
import type { CorpusReader, ReadContext } from './corpus.js'
import { LineFault } from './line-records.js'
import { corpusError, type SourceFile } from './source-file.js'

/** A symbol of a production: a category with its features as written, or a word. */
export interface GrammarSymbol {
  readonly text: string
  readonly terminal: boolean
}

/** A production, one alternative of its line. */
export interface GrammarProduction {
  readonly kind: 'production'
  readonly left: GrammarSymbol
  /** Empty where the left side can be nothing. */
  readonly right: readonly GrammarSymbol[]
  readonly probability?: number
  /** Line, from 1. */
  readonly line: number
}

/** What a grammar file holds. */
export type GrammarRecord =
  | GrammarProduction
  | { readonly kind: 'directive'; readonly name: string; readonly value: string; readonly line: number }
  | {
      readonly kind: 'sentence'
      readonly text: string
      /** Number of parses it should have, where the file says. */
      readonly parses?: number
      readonly line: number
    }
  | { readonly kind: 'line'; readonly text: string; readonly line: number }

/**
 * Reader of grammar files; a category is the kind of a record.
 *
 * @example
 * ```ts
 * import { Corpus, grammarReader } from 'wordloom/corpora'
 * const bytes = new TextEncoder().encode("%start S\nS -> NP 'sleeps'\nNP -> 'Ann' | 'Bob'\n")
 * const corpus = new Corpus({ files: [{ name: 'toy.cfg', chunks: () => [bytes] }], reader: grammarReader() })
 * console.log([...corpus.records({ categories: 'production' })].length) // 3
 * ```
 */
export function grammarReader(): CorpusReader<GrammarRecord> {
  return {
    format: 'grammar',
    *records(file, context) {
      const productions = /\.(?:cfg|pcfg|fcfg)$/.test(file.name)
      const sentences = /sentences\.txt$/.test(file.name)
      for (const { text, line } of logicalLines(file)) {
        if (productions) yield* productionsOf(text, line, file, context)
        else if (sentences) yield sentence(text, line)
        else yield { kind: 'line', text, line }
      }
    },
    categoryOf: ({ kind }) => kind,
  }
}

/** Lines that hold something, continued ones joined. */
function* logicalLines(file: SourceFile): Generator<{ text: string; line: number }> {
  let begun = ''
  let line = 0
  for (const raw of file.lines()) {
    line++
    const text = begun + raw.trim()
    begun = ''
    if (text === '' || text.startsWith('#')) continue
    if (text.endsWith('\\')) begun = `${text.slice(0, -1).trimEnd()} `
    else yield { text, line }
  }
  if (begun !== '') yield { text: begun.trimEnd(), line }
}

function sentence(text: string, line: number): GrammarRecord {
  const counted = /^(\d+)\s*:\s*(.*)$/.exec(text)
  if (counted === null) return { kind: 'sentence', text, line }
  return { kind: 'sentence', text: counted[2]!, parses: Number(counted[1]), line }
}

function* productionsOf(
  text: string,
  line: number,
  file: SourceFile,
  context: ReadContext,
): Generator<GrammarRecord> {
  if (text.startsWith('%')) {
    const [name = '', ...value] = text.slice(1).trim().split(/\s+/)
    yield { kind: 'directive', name, value: value.join(' '), line }
    return
  }
  const read = new ProductionLine(text).read(line)
  if (!(read instanceof LineFault)) {
    yield* read
    return
  }
  const { expected, found = text, column } = read
  context.report(
    corpusError({ file: file.name, line, expected, found, ...(column === undefined ? {} : { column }) }),
  )
}

/** Reads one line of productions from left to right, never back. */
class ProductionLine {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  read(line: number): GrammarProduction[] | LineFault {
    const left = this.#symbol()
    if (left instanceof LineFault) return left
    this.#space()
    if (!this.#text.startsWith('->', this.#at)) return this.#fault("'->' after the left side")
    this.#at += 2
    const productions: GrammarProduction[] = []
    let right: GrammarSymbol[] = []
    let probability: number | undefined
    const finish = () => {
      productions.push({
        kind: 'production',
        left,
        right,
        ...(probability === undefined ? {} : { probability }),
        line,
      })
      right = []
      probability = undefined
    }
    for (;;) {
      this.#space()
      const character = this.#text[this.#at]
      if (character === undefined || character === '#') break
      if (character === '|') {
        finish()
        this.#at++
        continue
      }
      if (character === '[') {
        const weight = this.#probability()
        if (weight !== undefined) {
          probability = weight
          continue
        }
      }
      const symbol = this.#symbol()
      if (symbol instanceof LineFault) return symbol
      right.push(symbol)
    }
    finish()
    return productions
  }

  #space(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++
  }

  /** `[0.3]`; anything else in brackets is a feature structure, and left for `#symbol`. */
  #probability(): number | undefined {
    const close = this.#text.indexOf(']', this.#at)
    const inside = this.#text.slice(this.#at + 1, close).trim()
    if (close < 0 || inside === '' || Number.isNaN(Number(inside))) return undefined
    this.#at = close + 1
    return Number(inside)
  }

  #symbol(): GrammarSymbol | LineFault {
    const quote = this.#text[this.#at]
    if (quote === "'" || quote === '"') {
      const close = this.#text.indexOf(quote, this.#at + 1)
      if (close < 0) return this.#fault(`a closing ${quote}`)
      const text = this.#text.slice(this.#at + 1, close)
      this.#at = close + 1
      return { text, terminal: true }
    }
    const from = this.#at
    let depth = 0
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text[this.#at]!
      // Blanks, bars and quotes within a feature structure belong to it.
      if (character === '[' || character === '<' || character === '(') {
        if (character !== '<' || depth > 0) depth++
      } else if ((character === ']' || character === '>' || character === ')') && depth > 0) depth--
      else if (depth > 0) continue
      else if (character === ' ' || character === '\t' || character === '|' || character === '#') break
      else if (character === '-' && this.#text[this.#at + 1] === '>') break
    }
    if (depth > 0) return this.#fault('the end of the feature structure', from)
    if (this.#at === from) return this.#fault('a category or a word in quotes')
    return { text: this.#text.slice(from, this.#at), terminal: false }
  }

  #fault(expected: string, at = this.#at): LineFault {
    return new LineFault(expected, this.#text.slice(at, at + 40), at + 1)
  }
}
