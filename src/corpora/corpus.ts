/**
 * Corpus: files and the reader of their format, behind one vocabulary for every format.
 *
 * A reader gives what its format has, one file at a time: Docs, trees or records. The corpus gives the rest:
 * which files are meant, paragraphs and sentences as parts of Docs, words, and where errors go. Everything is a
 * lazy, synchronous iterable; what is held is one file's reader state and one Doc, tree or record.
 *
 * The vocabulary is that of NLTK's corpus readers (Bird, Klein and Loper 2009, chapter 2), over Docs.
 */
import { nearest, requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Tree } from '../text/tree.js'
import { paragraphDocs, sentenceDocs } from './doc-parts.js'
import { type CorpusFile, inFile, SourceFile } from './source-file.js'

/** What a reader may ask of the corpus while it reads a file. */
export interface ReadContext {
  /** Tells that a part of the file cannot be read: throws, or collects; then the reader goes on behind it. */
  report(error: WordloomError): void
  /** Tokens and sentences of a text that has none marked. */
  annotate(text: string): Doc
  /** Another file of the corpus. @throws CORPUS_SELECTION when there is none of that name */
  sibling(name: string): SourceFile
}

/** What a format has; each method reads one file, lazily. A method is there only where the format has its like. */
export interface CorpusReader<R = unknown> {
  /** Name of the format, as the catalogue has it. */
  readonly format: string
  documents?(file: SourceFile, context: ReadContext): Iterable<Doc>
  trees?(file: SourceFile, context: ReadContext): Iterable<Tree>
  /** Entries, pairs, labelled examples: what is neither a text nor a tree. Plain objects. */
  records?(file: SourceFile, context: ReadContext): Iterable<R>
  /** Words of a list; where it is not there they are those of the Docs. */
  words?(file: SourceFile, context: ReadContext): Iterable<string>
  /** Text of a record, where a record is a text: then its Doc is that of the text. */
  textOf?(record: R): string
  /** Category of a record. */
  categoryOf?(record: R): string
  /** Split of a record, for files that hold more than one. */
  splitOf?(record: R): string
}

/** What is read of a corpus; all of it unless told otherwise. Several values of one kind add up. */
export interface CorpusSelection {
  /** Names of files, as `files()` gives them. */
  readonly files?: string | readonly string[]
  /** Categories, as `categories()` gives them. */
  readonly categories?: string | readonly string[]
  /** Splits, as `splits()` gives them: 'train', 'dev', 'test'. */
  readonly split?: string | readonly string[]
  /**
   * What happens where the data breaks its format: `throw`, or `collect` the error in `corpus.errors` and go on
   * behind the part that cannot be read.
   */
  readonly onError?: 'throw' | 'collect'
}

/** What `words` and `taggedWords` take besides. */
export interface TaggedWordsSelection extends CorpusSelection {
  /** Column that holds the tags. */
  readonly column?: string
}

/** What makes a corpus. */
export interface CorpusOptions<R> {
  readonly files: readonly CorpusFile[]
  readonly reader: CorpusReader<R>
  /** Tokens and sentences of a plain text; formats that have them marked do without. */
  readonly annotate?: (text: string) => Doc
  /** Encoding of the files, a label of the WHATWG Encoding Standard. */
  readonly encoding?: string
  /** Encodings of single files that differ. */
  readonly encodings?: Readonly<Record<string, string>>
  /** Categories of each file. */
  readonly categories?: (file: string, context: Pick<ReadContext, 'sibling'>) => readonly string[]
  /** Files of each split. */
  readonly splits?: Readonly<Record<string, readonly string[]>>
  /**
   * Names of files, or of folders with a `/` at the end, that are part of the corpus but not of its text: tables of
   * categories, descriptions, the same text in another form. They are read where `files` names them.
   */
  readonly besides?: readonly string[]
}

/** Files in one format, read lazily as Docs, trees, records or words. */
export class Corpus<R = unknown> {
  /** Name of the format. */
  readonly format: string
  /** What could not be read so far, where `onError: 'collect'` was asked for; in order. */
  readonly errors: WordloomError[] = []
  readonly #files: ReadonlyMap<string, SourceFile>
  readonly #texts: readonly string[]
  readonly #options: CorpusOptions<R>
  readonly #reader: CorpusReader<R>
  #byCategory: ReadonlyMap<string, ReadonlySet<string>> | undefined

  /**
   * @throws OPTION_INVALID when two files have one name
   * @example
   * ```ts
   * import { Corpus, conlluReader } from 'wordloom/corpora'
   * const bytes = new TextEncoder().encode('1\tHi\thi\tINTJ\t_\t_\t0\troot\t_\t_\n\n')
   * const corpus = new Corpus({ files: [{ name: 'a.conllu', chunks: () => [bytes] }], reader: conlluReader() })
   * console.log([...corpus.taggedWords()]) // [ [ 'Hi', 'INTJ' ] ]
   * ```
   */
  constructor(options: CorpusOptions<R>) {
    const files = new Map<string, SourceFile>()
    for (const file of options.files) {
      if (files.has(file.name)) {
        throw new WordloomError('OPTION_INVALID', {
          message: `Two files of the corpus have the name '${file.name}'.`,
          hint: 'Give each its own name, such as its path.',
          details: { option: 'files', value: file.name },
        })
      }
      const own = Object.hasOwn(options.encodings ?? {}, file.name) && options.encodings?.[file.name]
      files.set(file.name, new SourceFile(file, own || (options.encoding ?? 'utf-8')))
    }
    this.format = options.reader.format
    this.#files = files
    this.#texts = [...files.keys()].filter((name) => !isBesides(name, options.besides ?? []))
    this.#options = options
    this.#reader = options.reader
  }

  /** Names of the files, in order. */
  files(selection: CorpusSelection = {}): string[] {
    return this.#selected(selection).map((file) => file.name)
  }

  /** Whether the format has documents, trees or records. */
  has(what: 'documents' | 'trees' | 'records'): boolean {
    const { documents, records, textOf } = this.#reader
    if (what === 'documents')
      return documents !== undefined || (records !== undefined && textOf !== undefined)
    return this.#reader[what] !== undefined
  }

  /** Names of the splits; empty where the corpus has none. */
  splits(): string[] {
    if (this.#options.splits !== undefined) return Object.keys(this.#options.splits)
    const { splitOf } = this.#reader
    return splitOf === undefined ? [] : this.#distinct(splitOf)
  }

  /**
   * Categories of files, or, where records are what has categories, of records, sorted; empty where there are
   * none. Reads all records in the second case.
   */
  categories(): string[] {
    if (this.#options.categories !== undefined) return [...this.#filesByCategory().keys()].sort()
    const { categoryOf } = this.#reader
    return categoryOf === undefined ? [] : this.#distinct(categoryOf).sort()
  }

  /** Decoded text of the files, one string a file. */
  *raw(selection: CorpusSelection = {}): Generator<string> {
    for (const file of this.#selected(selection)) yield file.text()
  }

  /**
   * Docs, one a document as the format has documents (often one a file).
   *
   * @throws CORPUS_FORMAT when the format has no texts
   * @throws CORPUS_SYNTAX with file, line, column, expected and found in `details`
   */
  *documents(selection: CorpusSelection = {}): Generator<Doc> {
    const { documents, records, textOf } = this.#reader
    if (documents !== undefined) {
      yield* this.#each(selection, (file, context) => documents.call(this.#reader, file, context))
    } else if (records !== undefined && textOf !== undefined) {
      const { annotate } = this.#context(selection)
      for (const record of this.records(selection)) yield annotate(textOf(record))
    } else throw this.#without('documents')
  }

  /** Docs of single paragraphs: parts of documents between blank lines. @throws as `documents` */
  *paragraphs(selection: CorpusSelection = {}): Generator<Doc> {
    for (const doc of this.documents(selection)) yield* paragraphDocs(doc)
  }

  /** Docs of single sentences. @throws as `documents` */
  *sentences(selection: CorpusSelection = {}): Generator<Doc> {
    for (const doc of this.documents(selection)) yield* sentenceDocs(doc)
  }

  /** Words: those of a word list, or the tokens of the documents. @throws as `documents` */
  *words(selection: CorpusSelection = {}): Generator<string> {
    const { words } = this.#reader
    if (words !== undefined) {
      yield* this.#each(selection, (file, context) => words.call(this.#reader, file, context))
      return
    }
    for (const doc of this.documents(selection)) {
      const form = doc.has('form') ? doc.strings('form') : undefined
      for (let i = 0; i < doc.length; i++) {
        yield form === undefined ? doc.word(i) : form.strings[form.ids[i]!]!
      }
    }
  }

  /**
   * Tokens with their tags: of the column `tag`, or another one by its name (`xtag`, `chunk`, `entity`).
   *
   * @throws COLUMN_MISSING when the documents have no such column
   */
  *taggedWords(selection: TaggedWordsSelection = {}): Generator<[word: string, tag: string]> {
    const { column = 'tag', ...rest } = selection
    for (const doc of this.documents(rest)) {
      const tag = doc.strings(column)
      const form = doc.has('form') ? doc.strings('form') : undefined
      for (let i = 0; i < doc.length; i++) {
        yield [form === undefined ? doc.word(i) : form.strings[form.ids[i]!]!, tag.strings[tag.ids[i]!]!]
      }
    }
  }

  /**
   * Phrase-structure trees.
   *
   * @throws CORPUS_FORMAT when the format has none
   */
  *trees(selection: CorpusSelection = {}): Generator<Tree> {
    const { trees } = this.#reader
    if (trees === undefined) throw this.#without('trees')
    yield* this.#each(selection, (file, context) => trees.call(this.#reader, file, context))
  }

  /**
   * Records: entries of a lexicon, pairs, labelled examples, as plain objects.
   *
   * @throws CORPUS_FORMAT when the format has none
   */
  *records(selection: CorpusSelection = {}): Generator<R> {
    const { records, categoryOf, splitOf } = this.#reader
    if (records === undefined) throw this.#without('records')
    const categories = this.#options.categories === undefined ? wanted(selection.categories) : undefined
    const splits = this.#options.splits === undefined ? wanted(selection.split) : undefined
    const all = this.#each(selection, (file, context) => records.call(this.#reader, file, context))
    for (const record of all) {
      if (categories !== undefined && !categories.has(categoryOf?.(record) ?? '')) continue
      if (splits !== undefined && !splits.has(splitOf?.(record) ?? '')) continue
      yield record
    }
  }

  *#each<T>(
    selection: CorpusSelection,
    read: (file: SourceFile, context: ReadContext) => Iterable<T>,
  ): Generator<T> {
    const { report, ...context } = this.#context(selection)
    for (const file of this.#selected(selection)) {
      const inThisFile = {
        ...context,
        report: (error: WordloomError) => report(inFile(error, file.name) as WordloomError),
      }
      const items = read(file, inThisFile)[Symbol.iterator]()
      try {
        for (;;) {
          // Only the reader's own errors are the file's: those of the caller's loop body do not come by here.
          let next: IteratorResult<T>
          try {
            next = items.next()
          } catch (error) {
            throw inFile(error, file.name)
          }
          if (next.done === true) break
          yield next.value
        }
      } finally {
        items.return?.()
      }
    }
  }

  #context({ onError = 'throw' }: CorpusSelection): ReadContext {
    requireOptions({ onError }, { onError: ['throw', 'collect'] }, 'Corpus')
    return {
      report: (error) => {
        if (onError === 'throw') throw error
        this.errors.push(error)
      },
      annotate: (text) => {
        if (this.#options.annotate !== undefined) return this.#options.annotate(text)
        throw new WordloomError('OPTION_INVALID', {
          message: `The ${this.format} format marks no tokens, and the corpus was made without annotate.`,
          hint: 'Pass annotate: (text) => splitSentences(tokenize(text)).',
          details: { option: 'annotate' },
        })
      },
      sibling: (name) => this.#file(name),
    }
  }

  #selected(selection: CorpusSelection): SourceFile[] {
    requireOptions(
      selection,
      { files: null, categories: null, split: null, onError: ['throw', 'collect'] },
      'Corpus',
    )
    let names: readonly string[] = this.#texts
    const files = wanted(selection.files)
    if (files !== undefined) {
      for (const name of files) this.#file(name)
      names = [...files]
    }
    if (selection.split !== undefined) {
      const { splits } = this.#options
      if (splits !== undefined) {
        const inSplit = new Set<string>()
        for (const split of wanted(selection.split)!) {
          if (!Object.hasOwn(splits, split)) throw this.#unknown('split', split, Object.keys(splits))
          for (const name of splits[split]!) inSplit.add(name)
        }
        names = names.filter((name) => inSplit.has(name))
      } else this.#requireOne('split', wanted(selection.split)!, this.#reader.splitOf)
    }
    if (selection.categories !== undefined) {
      if (this.#options.categories !== undefined) {
        const byCategory = this.#filesByCategory()
        const inCategory = new Set<string>()
        for (const category of wanted(selection.categories)!) {
          const members = byCategory.get(category)
          if (members === undefined) throw this.#unknown('category', category, [...byCategory.keys()])
          for (const name of members) inCategory.add(name)
        }
        names = names.filter((name) => inCategory.has(name))
      } else this.#requireOne('category', wanted(selection.categories)!, this.#reader.categoryOf)
    }
    return names.map((name) => this.#file(name))
  }

  // Categories and splits of records are filtered by `records`; here it is only seen to that there are any.
  #requireOne(
    what: 'category' | 'split',
    values: ReadonlySet<string>,
    of: ((record: R) => string) | undefined,
  ): void {
    const known = of === undefined ? [] : this.#distinct(of)
    for (const value of values) if (!known.includes(value)) throw this.#unknown(what, value, known)
  }

  #distinctOf = new Map<unknown, string[]>()

  #distinct(of: (record: R) => string): string[] {
    let values = this.#distinctOf.get(of)
    if (values === undefined) {
      const seen = new Set<string>()
      for (const record of this.records()) seen.add(of(record))
      values = [...seen]
      this.#distinctOf.set(of, values)
    }
    return values
  }

  #filesByCategory(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.#byCategory === undefined) {
      const byCategory = new Map<string, Set<string>>()
      for (const name of this.#texts) {
        for (const category of this.#options.categories!(name, { sibling: (other) => this.#file(other) })) {
          const members = byCategory.get(category)
          if (members === undefined) byCategory.set(category, new Set([name]))
          else members.add(name)
        }
      }
      this.#byCategory = byCategory
    }
    return this.#byCategory
  }

  #file(name: string): SourceFile {
    const file = this.#files.get(name)
    if (file === undefined) throw this.#unknown('file', name, [...this.#files.keys()])
    return file
  }

  #unknown(what: string, value: string, known: readonly string[]): WordloomError {
    const plural = { file: 'files', split: 'splits', category: 'categories' }[what]
    return new WordloomError('CORPUS_SELECTION', {
      message: `The corpus has no ${what} '${value}'.`,
      hint:
        known.length === 0
          ? `It has no ${plural}.`
          : `Did you mean '${nearest(value, known)}'? corpus.${plural}() lists all ${known.length}.`,
      details: { [what]: value },
    })
  }

  #without(what: string): WordloomError {
    const has = (['documents', 'trees', 'records', 'words'] as const).filter(
      (name) => this.#reader[name] !== undefined,
    )
    return new WordloomError('CORPUS_FORMAT', {
      message: `The ${this.format} format has no ${what}.`,
      hint: `It has ${[...has, 'raw'].join(', ')}.`,
      details: { format: this.format, asked: what },
    })
  }
}

function isBesides(name: string, besides: readonly string[]): boolean {
  return besides.some((other) => (other.endsWith('/') ? name.startsWith(other) : name === other))
}

function wanted(value: string | readonly string[] | undefined): ReadonlySet<string> | undefined {
  return value === undefined ? undefined : new Set(typeof value === 'string' ? [value] : value)
}
