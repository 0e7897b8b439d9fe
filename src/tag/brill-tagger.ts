/**
 * Brill tagger: another tagger's tags, corrected by rules that were learned from its errors and that people can read.
 *
 * Rules are applied in their order, each to all places of a sentence at once.
 *
 * @see Eric Brill: Transformation-Based Error-Driven Learning and Natural Language Processing. Computational Linguistics
 *   21(4), 1995
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import { makePause } from '../text/pause.js'
import { narrow, packStrings } from '../text/string-list.js'
import { BrillProgram } from './brill-application.js'
import { BrillCorpus } from './brill-corpus.js'
import { type BrillExamples, brillExamples } from './brill-examples.js'
import {
  type BrillFeature,
  type BrillRule,
  formatBrillRule,
  parseBrillRule,
  parseBrillTemplate,
} from './brill-rules.js'
import { BRILL_TEMPLATES, type BrillTemplateSet } from './brill-templates.js'
import { type BrillChoice, BrillTrainer } from './brill-trainer.js'
import {
  type DocTagger,
  requireDoc,
  SimpleTagger,
  type SimpleTaggerType,
  type TaggerContent,
} from './simple-tagger.js'
import { requireColumn, requireNumber, requireTagger } from './tagger-options.js'
import { type TaggerLoadOptions, type TaggerPack, unpackTagger } from './tagger-pack.js'

/** Options of {@link BrillTagger.train}. */
export interface BrillTaggerOptions {
  /** The tagger whose tags are corrected. */
  readonly base: DocTagger
  /** A set of templates by its name, or templates as text, as in `word[0] & tag[-1]`; default `fntbl37`. */
  readonly templates?: BrillTemplateSet | readonly string[]
  /** Rules that are learned at most, 1 to 100,000; default 200. */
  readonly maxRules?: number
  /** A rule must repair so many errors more than it makes; default 2. */
  readonly minScore?: number
  /** Share of its changes of right or wrong tags that must be repairs, from 0 to 1; default 0. */
  readonly minAccuracy?: number
  /** The column that is learned from and added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
  /** Called some times a second with the share of `maxRules` that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link BrillTagger.train}. */
export const DEFAULT_BRILL_TAGGER_OPTIONS = {
  templates: 'fntbl37',
  maxRules: 200,
  minScore: 2,
  minAccuracy: 0,
  column: 'tag',
} as const

/** Options of the constructor of {@link BrillTagger}. */
export interface BrillRulesOptions {
  /** The tagger whose tags are corrected. */
  readonly base: DocTagger
  /** The column that is added; default `tag`. */
  readonly column?: string
  /** What the saved tagger says of itself. */
  readonly meta?: PackMeta
}

const WHERE = 'BrillTagger.train(docs, options)'

/** Corrects the tags of another tagger by rules. */
export class BrillTagger extends SimpleTagger {
  readonly type: SimpleTaggerType = 'brill'
  /** The rules in the order in which they are applied. */
  readonly rules: readonly BrillRule[]
  readonly #program: BrillProgram

  /**
   * A tagger of rules that are there already: objects, lines, or the text of {@link BrillTagger.toText}.
   *
   * @throws RULE_INVALID naming the column
   * @throws OPTION_INVALID when an option is unknown, or `base` is no tagger
   * @example
   * ```ts
   * import { tokenize } from 'wordloom'
   * import { BrillTagger, RegexpTagger } from 'wordloom/tag'
   * const base = new RegexpTagger([['to$', 'TO'], ['.', 'NN']])
   * const tagger = new BrillTagger('NN -> VB if tag[-1]=TO', { base })
   * const doc = tagger.tag(tokenize('plans to fly'))
   * console.log([...doc].map((token) => token.get('tag'))) // [ 'NN', 'TO', 'VB' ]
   * ```
   */
  constructor(rules: string | readonly (BrillRule | string)[], options: BrillRulesOptions) {
    const where = 'BrillTagger'
    requireOptions(options, { base: null, column: null, meta: null }, where)
    const { base, column = DEFAULT_BRILL_TAGGER_OPTIONS.column, meta = {} } = options
    requireBase(where, base)
    requireColumn(where, column)
    super({ column, backoff: base, meta })
    const list = typeof rules === 'string' ? linesOf(rules) : rules
    this.rules = list.map((rule) => (typeof rule === 'string' ? parseBrillRule(rule) : checked(rule)))
    this.#program = new BrillProgram(this.rules)
  }

  /** The tagger whose tags are corrected. */
  get base(): DocTagger {
    return this.backoff!
  }

  /**
   * Learns rules from Docs with a column of tags: again and again the one that repairs most errors, net of those that
   * it makes. About 2 s for 200,000 tokens and 200 rules; lets other tasks run meanwhile; deterministic.
   *
   * Train `base` on the same Docs, or on others; tokens whose tag is '' teach nothing.
   *
   * @throws COLUMN_MISSING when a Doc has no such column
   * @throws OPTION_INVALID when an option is unknown or out of range; RULE_INVALID when a template is not well written
   * @throws TRAINING_EMPTY when no token has a tag
   * @example
   * ```ts
   * import { Corpus, taggedReader } from 'wordloom/corpora'
   * import { BrillTagger, NgramTagger } from 'wordloom/tag'
   * const text = 'The/DT run/NN ./.\nA/DT run/NN ./.\nto/TO run/VB\nto/TO walk/VB\nthe/DT walk/NN\nthey/PRP walk/VB\n'
   * const files = [{ name: 'a', chunks: () => [new TextEncoder().encode(text + 'to/TO run/VB\nthe/DT run/NN\n')] }]
   * const docs = [...new Corpus({ files, reader: taggedReader() }).documents()]
   * const tagger = await BrillTagger.train(docs, { base: NgramTagger.train(docs), templates: 'brill24' })
   * console.log(tagger.toText()) //   2     2      0  NN -> VB if tag[-1]=TO
   * ```
   */
  static async train(docs: Iterable<Doc>, options: BrillTaggerOptions): Promise<BrillTagger> {
    const { templates, limits, base, column, meta, onProgress, signal } = readOptions(options)
    const pause = makePause(onProgress, signal)
    signal?.throwIfAborted()
    const examples = await brillExamples(docs, { where: WHERE, base, column, pause })
    const { columns, words, tags } = examples
    const corpus = new BrillCorpus(columns, words.length, tags.length, templates)
    const chosen = await new BrillTrainer(corpus, limits).train(pause)
    onProgress?.(1)
    const rules = chosen.map((choice) => ruleOf(choice, templates, examples))
    const used = { ...limits, templates: options.templates ?? DEFAULT_BRILL_TAGGER_OPTIONS.templates }
    return new BrillTagger(rules, { base, column, meta: { ...meta, options: used } })
  }

  /** A tagger from the bytes of `save`. @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND, PACK_VERSION, OPTION_INVALID */
  static load(bytes: Uint8Array, options: TaggerLoadOptions = {}): BrillTagger {
    return unpackTagger(bytes, 'brill', options, BrillTagger.read)
  }

  /** From an opened Pack. @internal */
  static read(pack: TaggerPack): BrillTagger {
    const { column, backoff: base, meta } = pack.frame
    if (base === undefined) throw new RangeError('the tagger whose tags it corrects is missing')
    const [fixed, broken] = [pack.whole('fixed'), pack.whole('broken')]
    const texts = pack.strings('rules')
    if (fixed.length !== texts.length || broken.length !== texts.length) {
      throw new RangeError('its rules and their counts are not of one number')
    }
    try {
      const rules = texts.map((text, i) => ({
        ...parseBrillRule(text),
        fixed: fixed[i]!,
        broken: broken[i]!,
      }))
      return new BrillTagger(rules, { base, column, ...(meta && { meta }) })
    } catch (error) {
      if (error instanceof WordloomError) throw new RangeError(error.message)
      throw error
    }
  }

  /** The rules as text, one a line: score, errors repaired and made in training, rule. */
  toText(): string {
    return this.rules
      .map((rule) => {
        const counts = [rule.fixed - rule.broken, rule.fixed, rule.broken]
        const columns = counts.map((count, k) => String(count).padStart(k === 0 ? 5 : 6))
        return `${columns.join(' ')}  ${formatBrillRule(rule)}`
      })
      .join('\n')
  }

  /**
   * Adds the column of tags to a Doc, in place of one that is there: those of `base`, corrected. Sentences are those of
   * the column `sentence`; without it the Doc is one. Linear in tokens and rules; deterministic.
   *
   * @throws INPUT_NOT_STRING when `doc` is no Doc
   */
  tag(doc: Doc): Doc {
    requireDoc(doc, 'BrillTagger.tag(doc)')
    const tagged = this.base.tag(doc).strings(this.base.column ?? 'tag')
    return doc.with({ [this.column]: this.#program.apply(doc, tagged) })
  }

  /** @internal */
  content(): TaggerContent {
    return {
      meta: {},
      columns: {
        ...packStrings('rules', this.rules.map(formatBrillRule)),
        fixed: { values: narrow(this.rules.map(({ fixed }) => fixed)) },
        broken: { values: narrow(this.rules.map(({ broken }) => broken)) },
      },
    }
  }
}

function readOptions(options: BrillTaggerOptions) {
  const known = [
    'base',
    'templates',
    'maxRules',
    'minScore',
    'minAccuracy',
    'column',
    'meta',
    'onProgress',
    'signal',
  ]
  requireOptions(options, Object.fromEntries(known.map((name) => [name, null])), WHERE)
  const { templates, maxRules, minScore, minAccuracy, ...rest } = {
    ...DEFAULT_BRILL_TAGGER_OPTIONS,
    ...options,
  }
  requireBase(WHERE, rest.base)
  requireColumn(WHERE, rest.column)
  requireNumber(WHERE, 'maxRules', maxRules, [1, 100_000])
  requireNumber(WHERE, 'minScore', minScore, [1, 1e9])
  requireNumber(WHERE, 'minAccuracy', minAccuracy, [0, 1], false)
  return { ...rest, limits: { maxRules, minScore, minAccuracy }, templates: templatesOf(templates) }
}

function templatesOf(templates: unknown): BrillFeature[][] {
  const named = typeof templates === 'string' && Object.hasOwn(BRILL_TEMPLATES, templates)
  const texts = named ? BRILL_TEMPLATES[templates as BrillTemplateSet] : templates
  if (Array.isArray(texts) && texts.length > 0) {
    return texts.map((text: unknown) => {
      requireString(text, 'BrillTagger.train: a template')
      return parseBrillTemplate(text)
    })
  }
  throw new WordloomError('OPTION_INVALID', {
    message: `${WHERE}: option templates is ${JSON.stringify(templates) ?? typeof templates}, expected ${Object.keys(BRILL_TEMPLATES).join(', ')} or a list of templates.`,
    hint: "Pass templates: 'brill24', or templates: ['tag[-1]', 'word[0] & tag[1]'].",
    details: { option: 'templates', value: templates },
  })
}

function requireBase(where: string, base: unknown): void {
  requireTagger(where, 'base', base ?? null)
}

function checked(rule: BrillRule): BrillRule {
  return { ...parseBrillRule(formatBrillRule(rule)), fixed: rule.fixed, broken: rule.broken }
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
}

function ruleOf(
  { predicate, to, fixed, broken }: BrillChoice,
  templates: readonly (readonly BrillFeature[])[],
  { words, tags }: BrillExamples,
): BrillRule {
  const conditions = templates[predicate[0]!]!.map((feature, c) => {
    const value = predicate[2 + c]!
    return { ...feature, value: (feature.feature === 'tag' ? tags : words)[value]! }
  })
  return { from: tags[predicate[1]!]!, to: tags[to]!, conditions, fixed, broken }
}
