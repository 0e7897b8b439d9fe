/**
 * A language: tokenizer, sentence splitter, tagger, lemmatizer and parser as one object, each part decoded when it is
 * first used.
 *
 * A stage takes a text or a Doc. What comes before it is done where its columns are missing and left alone where they are
 * there, so Docs that are tokenised or tagged already are welcome at every stage. Where a pack has no tokenizer, splitter
 * or lemmatizer of its own, those of the package do the work as far as they know the language.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import { lemmatizeAll } from '../lemma/index.js'
import type { PartialParserOptions } from '../parse/index.js'
import type { PartialTaggerOptions } from '../tag/index.js'
import type { TextSource } from '../text/decode.js'
import { type Column, Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import {
  type SentenceModel,
  type StreamOptions,
  type StreamPiece,
  stream,
  tokenize,
} from '../tokenize/index.js'
import { sentenceModel } from '../tokenize/sentences.js'
import {
  type LanguageParts,
  languageCode,
  type PartBytes,
  readLanguagePack,
  saveLanguage,
} from './language-pack.js'
import {
  type Grade,
  PART_LOADERS,
  PART_NAMES,
  type PartModels,
  type PartName,
  STAGES,
  type Stage,
} from './parts.js'

/** Options of {@link Language.load} and {@link Language.of}. */
export interface LanguageOptions {
  /** Which parser is used; default `exact` where the language has it, else `fast`. */
  readonly grade?: Grade
  /** A faster CRC-32 of the platform for the check of the whole pack. */
  readonly checksum?: (bytes: Uint8Array) => number
}

/** Options of {@link Language.read}. */
export interface ReadOptions {
  /** The last stage that is done; default `parse`, or the last that the language has. */
  readonly until?: Stage
}

/** Options of {@link Language.stream}. */
export interface LanguageStreamOptions
  extends Omit<StreamOptions, 'lang' | 'tokenizer' | 'model'>,
    ReadOptions {}

/** Options of {@link Language.partialTrain}. */
export interface PartialTrainOptions {
  /** What learns; default both as far as the language has them. */
  readonly parts?: readonly ('tagger' | 'parser')[]
  readonly tagger?: PartialTaggerOptions
  readonly parser?: PartialParserOptions
}

/** One part of a language. */
export interface LanguagePart {
  readonly name: PartName
  /** Size of its own Pack; undefined for a model that was given as such. */
  readonly bytes: number | undefined
}

/** A pipeline of parts over one language. */
export class Language {
  /** What the language says of itself: `lang`, name, licence, data, scores. */
  readonly meta: PackMeta & { readonly lang: string }
  /** Which parser is used. */
  readonly grade: Grade
  readonly #bytes: PartBytes
  readonly #models: Map<PartName, PartModels[PartName]>

  private constructor(
    bytes: PartBytes,
    models: Map<PartName, PartModels[PartName]>,
    meta: PackMeta & { readonly lang: string },
    grade: Grade | undefined,
  ) {
    this.#bytes = bytes
    this.#models = models
    this.meta = meta
    const parser = (['exact', 'fast'] as const).find((one) => this.has(`${one}Parser`))
    this.grade = grade ?? parser ?? 'fast'
    if (grade !== undefined && parser !== undefined && !this.has(`${grade}Parser`)) {
      throw new WordloomError('PART_MISSING', {
        message: `The language has no parser of the grade '${grade}'.`,
        hint: `It has one of the grade '${parser}'; wordloom train --grade both makes both.`,
        details: { part: `${grade}Parser`, parts: this.parts.map(({ name }) => name) },
      })
    }
  }

  /**
   * A language from the bytes of a language pack, in a few milliseconds: no part is decoded before it is used. The
   * bytes are kept, not copied; loading runs no code of theirs.
   *
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are no language pack of this version
   * @throws PART_MISSING when there is no parser of the grade that is asked for
   * @throws OPTION_INVALID when an option is unknown or has an unknown value
   */
  static load(bytes: Uint8Array, options: LanguageOptions = {}): Language {
    requireOptions(options, { grade: ['fast', 'exact'], checksum: null }, 'Language.load(bytes, options)')
    const { parts, meta } = readLanguagePack(bytes, options.checksum)
    return new Language(parts, new Map(), meta, options.grade)
  }

  /**
   * A language of parts that are there already, as models or as bytes; without any, what the package has for
   * `meta.lang`.
   *
   * @throws OPTION_INVALID when `meta.lang` is no language code, or an option is unknown
   * @example
   * ```ts
   * import { Language } from 'wordloom/language'
   * const english = Language.of({}, { lang: 'en' })
   * console.log(english.read('Mice ran.').strings('lemma').strings) // [ 'mouse', 'run', '.' ]
   * ```
   */
  static of(parts: LanguageParts, meta: PackMeta = {}, options: LanguageOptions = {}): Language {
    requireOptions(options, { grade: ['fast', 'exact'], checksum: null }, 'Language.of(parts, meta, options)')
    const bytes = new Map<PartName, Uint8Array>()
    const models = new Map<PartName, PartModels[PartName]>()
    for (const name of PART_NAMES) {
      const part = parts[name]
      if (part instanceof Uint8Array) bytes.set(name, part)
      else if (part !== undefined) models.set(name, part)
    }
    return new Language(bytes, models, { ...meta, lang: languageCode(meta.lang) }, options.grade)
  }

  /** The same language and parts with the other parser. @throws PART_MISSING when it has no such parser */
  withGrade(grade: Grade): Language {
    requireOptions({ grade }, { grade: ['fast', 'exact'] }, 'withGrade(grade)')
    return new Language(this.#bytes, this.#models, this.meta, grade)
  }

  /** The parts that are its own, in the order in which they run. */
  get parts(): LanguagePart[] {
    return PART_NAMES.filter((name) => this.has(name)).map((name) => ({
      name,
      bytes: this.#bytes.get(name)?.length,
    }))
  }

  /** Whether a part is its own. */
  has(name: PartName): boolean {
    return this.#bytes.has(name) || this.#models.has(name)
  }

  /** The stages that the language can do. */
  get stages(): Stage[] {
    const able: Readonly<Record<Stage, boolean>> = {
      tokenize: true,
      split: true,
      tag: this.has('tagger') || this.has('exactParser'),
      lemma: this.has('lemmatizer') || this.#isEnglish,
      parse: this.has('fastParser') || this.has('exactParser'),
    }
    return STAGES.filter((stage) => able[stage])
  }

  /**
   * The model of a part, decoded at the first call.
   *
   * @throws PART_MISSING when the language has no such part
   * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when its bytes are not what they should be
   */
  part<Name extends PartName>(name: Name): PartModels[Name] {
    const known = this.#models.get(name)
    if (known !== undefined) return known as PartModels[Name]
    const bytes = this.#bytes.get(name)
    if (bytes === undefined) throw this.#missing(name)
    const model = PART_LOADERS[name](bytes) as PartModels[Name]
    this.#models.set(name, model)
    return model
  }

  /**
   * All that the language can say of a text, or of a Doc that is tokenised already: sentences, `tag`, `xtag`,
   * `features`, `lemma`, `head` and `deprel`. Sentences of a Doc are kept, all other columns are made anew.
   *
   * @throws OPTION_INVALID when an option is unknown or has an unknown value
   * @throws PART_MISSING when `until` names a stage that the language cannot do
   * @throws INPUT_NOT_STRING when `input` is neither string nor Doc
   * @example
   * ```ts
   * import { Language } from 'wordloom/language'
   * const doc = Language.of({}, { lang: 'en' }).read("I can't wait. Can you?", { until: 'split' })
   * console.log(doc.length, [...doc.sentences()].length) // 8 2
   * ```
   */
  read(input: string | Doc, options: ReadOptions = {}): Doc {
    requireOptions(options, { until: STAGES }, 'read(input, options)')
    return this.#finish(this.#begin(input), this.#last(options.until))
  }

  /**
   * As {@link Language.read}, for a text that comes in pieces: Docs of paragraphs or sentences, in memory that does
   * not grow with the text.
   *
   * @throws as `stream` and {@link Language.read}
   */
  async *stream(source: TextSource, options: LanguageStreamOptions = {}): AsyncGenerator<StreamPiece> {
    const { until, ...rest } = options
    requireOptions({ until }, { until: STAGES }, 'stream(source, options)')
    const last = this.#last(until)
    const ways = { tokenizer: (text: string) => this.tokenize(text), model: this.#sentenceModel() }
    for await (const piece of stream(source, { ...rest, ...ways })) {
      yield { ...piece, doc: this.#finish(piece.doc, last) }
    }
  }

  /** Tokens of a text. @throws INPUT_NOT_STRING when `text` is not a string */
  tokenize(text: string): Doc {
    return this.has('tokenizer')
      ? this.part('tokenizer').tokenize(text)
      : tokenize(text, { lang: this.meta.lang })
  }

  /** Adds `sentence`, in place of sentences that are there. */
  split(input: string | Doc): Doc {
    return this.#sentenceModel().split(this.#tokens(input))
  }

  /**
   * Adds `tag`, `xtag` and `features` by the tagger, or by the exact parser where there is no tagger; tags that are
   * there are replaced.
   *
   * @throws PART_MISSING when the language has neither
   */
  tag(input: string | Doc): Doc {
    const doc = this.#begin(input)
    if (this.has('tagger') || !this.has('exactParser')) return this.part('tagger').tag(doc)
    const parser = this.part('exactParser')
    if (!hasAll(doc, parser.inputs)) throw this.#missing('tagger')
    return doc.with(columnsOf(parser.parse(doc, { tags: 'replace' }), TAGS))
  }

  /**
   * Adds `lemma`, by the tags that the Doc has; where it has none, and the language has a tagger, by its tags.
   *
   * @throws PART_MISSING when there are no lemmas for the language
   */
  lemmatize(input: string | Doc): Doc {
    const doc = this.#begin(input)
    const tagged = !doc.has('tag') && this.stages.includes('tag') ? this.tag(doc) : doc
    if (this.has('lemmatizer') || !this.#isEnglish) return this.part('lemmatizer').lemmatize(tagged)
    return lemmatizeAll(tagged, { lang: this.meta.lang })
  }

  /**
   * Adds `head` and `deprel`, in place of those that are there, by the tags that the Doc has; where it has none, by the
   * tagger's. The exact parser gives tags of its own to a Doc that has none.
   *
   * @throws PART_MISSING when the language has no parser, or no tagger for a Doc without tags
   */
  parse(input: string | Doc): Doc {
    const doc = this.#begin(input)
    const parser = this.part(this.#exact ? 'exactParser' : 'fastParser')
    if (hasAll(doc, parser.inputs)) return parser.parse(doc)
    const own = columnsOf(doc, TAGS)
    return parser.parse(this.tag(doc).with(own), { tags: 'replace' }).with(own)
  }

  /**
   * A language whose tagger and parser (of its grade) have learned from more Docs as well; this one stays as it is, and
   * all other parts are shared. What the new sentences contradict is forgotten a little, so mix old ones in where they
   * matter. The parser learns by the tags that this language's tagger gives, which has not seen the sentences.
   *
   * @throws PART_MISSING when the language lacks a part that `parts` names, or has neither
   * @throws OPTION_INVALID, COLUMN_MISSING, TRAINING_EMPTY as `partialTrain` of `Tagger` and `DependencyParser`
   */
  async partialTrain(docs: Iterable<Doc>, options: PartialTrainOptions = {}): Promise<Language> {
    requireOptions(options, { parts: null, tagger: null, parser: null }, 'partialTrain(docs, options)')
    const taken = [...docs]
    const name = this.#exact ? 'exactParser' : 'fastParser'
    const able = [this.has('tagger') ? 'tagger' : '', this.has(name) ? 'parser' : '']
    const parts: readonly string[] = options.parts ?? able.filter((part) => part !== '')
    const models = new Map(this.#models)
    if (parts.includes('tagger') || parts.length === 0) {
      models.set('tagger', await this.part('tagger').partialTrain(taken, options.tagger))
    }
    if (parts.includes('parser')) {
      const tagged = this.has('tagger') ? { predicted: (doc: Doc) => this.tag(doc) } : {}
      models.set(name, await this.part(name).partialTrain(taken, { ...tagged, ...options.parser }))
    }
    const changed = (part: PartName) => models.get(part) !== this.#models.get(part) && models.has(part)
    const bytes = new Map([...this.#bytes].filter(([part]) => !changed(part)))
    return new Language(bytes, models, this.meta, this.grade)
  }

  /** The Pack of a part; undefined where the language has no such part. @internal */
  packOf(name: PartName): Uint8Array | undefined {
    return this.#bytes.get(name) ?? this.#models.get(name)?.save()
  }

  /** The language as a pack; `meta` adds to what it says of itself. */
  save(meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
    const parts = PART_NAMES.filter((name) => this.has(name)).map((name) => [
      name,
      this.#bytes.get(name) ?? this.#models.get(name),
    ])
    return saveLanguage(Object.fromEntries(parts), { ...this.meta, ...meta })
  }

  get #isEnglish(): boolean {
    return /^en(?:-|$)/iu.test(this.meta.lang)
  }

  #sentenceModel(): SentenceModel {
    if (this.has('splitter')) return this.part('splitter')
    const rules = sentenceModel({ lang: this.meta.lang })
    if (!this.has('tokenizer')) return rules
    // A trained tokenizer may know sentences too.
    return { split: (doc) => (doc.has('sentence') ? doc : rules.split(doc)) }
  }

  /** A Doc with sentences. */
  #begin(input: string | Doc): Doc {
    const doc = this.#tokens(input)
    return doc.has('sentence') ? doc : this.split(doc)
  }

  #tokens(input: string | Doc): Doc {
    if (input instanceof Doc) return input
    if (typeof input === 'string') return this.tokenize(input)
    throw new WordloomError('INPUT_NOT_STRING', {
      message: `A stage of a language takes a text or a Doc; got ${input === null ? 'null' : `a value of type ${typeof input}`}.`,
      hint: 'Pass a string, or a Doc of tokenize(text) or readConllu(text).',
    })
  }

  /** Number of the last stage to do: the one that is asked for, else the last that can be done. */
  #last(until: Stage | undefined): number {
    const able = this.stages
    if (until === undefined) return STAGES.indexOf(able.at(-1)!)
    if (!able.includes(until)) throw this.#missing(PARTS_OF[until])
    return STAGES.indexOf(until)
  }

  /** Every stage from the tags to number `last` that the language can do, all columns anew. */
  #finish(doc: Doc, last: number): Doc {
    const wanted = this.stages.filter((stage) => STAGES.indexOf(stage) <= last)
    let done = doc
    if (wanted.includes('parse') && this.#exact) {
      const parser = this.part('exactParser')
      // It needs no tagger where it does not go by tags and gives them itself.
      const alone = parser.inputs.length === 0 && parser.outputs.includes('tag')
      done = parser.parse(alone ? done : this.tag(done), { tags: 'replace' })
      return wanted.includes('lemma') ? this.lemmatize(done) : done
    }
    if (wanted.includes('tag')) done = this.tag(done)
    if (wanted.includes('lemma')) done = this.lemmatize(done)
    return wanted.includes('parse') ? this.parse(done) : done
  }

  get #exact(): boolean {
    return this.grade === 'exact' && this.has('exactParser')
  }

  #missing(name: PartName): WordloomError {
    const own = this.parts.map((part) => part.name)
    return new WordloomError('PART_MISSING', {
      message: `The language '${this.meta.lang}' has no ${name}; it has ${own.length > 0 ? own.join(', ') : 'what comes with the package alone'}.`,
      hint: 'Load a language pack that has it, or train one: wordloom train --help.',
      details: { part: name, parts: own },
    })
  }
}

/** The part that a stage cannot do without. */
const PARTS_OF: Readonly<Record<Stage, PartName>> = {
  tokenize: 'tokenizer',
  split: 'splitter',
  tag: 'tagger',
  lemma: 'lemmatizer',
  parse: 'fastParser',
}

/** Columns that a tagger makes. */
const TAGS = ['tag', 'xtag', 'features']

function hasAll(doc: Doc, names: readonly string[]): boolean {
  return names.every((name) => doc.has(name))
}

/** The columns of `names` that the Doc has. */
function columnsOf(doc: Doc, names: readonly string[]): Record<string, Column> {
  const there = names.filter((name) => doc.has(name))
  return Object.fromEntries(
    there.map((name) => [name, doc.columnType(name) === 'string' ? doc.strings(name) : doc.numbers(name)]),
  )
}
