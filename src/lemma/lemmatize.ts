/**
 * `lemmatize` and `lemmatizeAll`: from a word as it stands in a text to the word as a dictionary has it.
 *
 * Both are thin: they check what they are given and ask the lemmatizer of the language (english-lemmatizer.ts). A Doc
 * asks once for each distinct word and tag.
 */
import { requireOptions, requireString, WordloomError } from '../core/errors.js'
import { Doc } from '../text/doc.js'
import { InternTable } from '../text/strings.js'
import { dependsOnContext, lemmaInContext } from './english-context.js'
import { englishLemmas } from './english-lemmas.js'
import { ANY } from './english-lemmatizer.js'

/** The parts of speech of Universal Dependencies, https://universaldependencies.org/u/pos/. */
export const UPOS_TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const

/** A part of speech of Universal Dependencies. */
export type Upos = (typeof UPOS_TAGS)[number]

/** How words are lemmatized. */
export interface LemmatizeOptions {
  /** Language, as BCP 47 code; 'en' and its regions so far. */
  readonly lang?: string
  /** Part of speech (UPOS); without it, the lemma that the form has most often. */
  readonly pos?: Upos | undefined
}

/** How a list of words or a Doc is lemmatized. */
export interface LemmatizeAllOptions {
  /** Language, as BCP 47 code; 'en' and its regions so far. */
  readonly lang?: string
  /** Part of speech of all words, or one a word. A Doc has its own, in the column `tag`. */
  readonly pos?: Upos | readonly (Upos | undefined)[] | undefined
}

/** What {@link lemmatize} and {@link lemmatizeAll} do unless told otherwise. */
export const DEFAULT_LEMMATIZE_OPTIONS: Readonly<{ lang: string }> = { lang: 'en' }

const KNOWN_OPTIONS = { lang: null, pos: null }
const TAGS: ReadonlySet<string> = new Set(UPOS_TAGS)

/**
 * The lemma of one word: `children` -> `child`, `went` -> `go`, `better` -> `good`.
 *
 * Lemmas are those of the English treebanks of Universal Dependencies: verbs in the infinitive, nouns in the singular,
 * adjectives and adverbs in the positive, `n't` is `not`, `'ll` is `will`, `me` is `I`; names keep their capitals, other
 * words lose them. Words that are not in the lexicon go by their endings. With the right part of speech, nearly
 * 99 of 100 words of EWT test get the treebank's lemma, without one 96. The first call unpacks the lexicon (some 10 ms); after
 * that a call takes about a microsecond, linear in the length of the word.
 *
 * @throws INPUT_NOT_STRING when `word` is not a string
 * @throws OPTION_INVALID when `pos` is no UPOS tag, or there are no lemmas for `lang`
 * @example
 * ```ts
 * import { lemmatize } from 'wordloom/lemma'
 * console.log(lemmatize('children'), lemmatize('went'), lemmatize("n't")) // child go not
 * console.log(lemmatize('meeting', { pos: 'NOUN' }), lemmatize('meeting', { pos: 'VERB' })) // meeting meet
 * ```
 * @see https://universaldependencies.org/u/overview/morphology.html#lemmas
 */
export function lemmatize(word: string, options: LemmatizeOptions = {}): string {
  requireString(word, 'lemmatize(word)')
  requireOptions(options, KNOWN_OPTIONS, 'lemmatize(word, options)')
  requireEnglish(options.lang, 'lemmatize(word, options)')
  return englishLemmas().lemma(word, requireTag(options.pos, 'lemmatize(word, options)'))
}

/**
 * The lemmas of words, or a Doc with the string column `lemma`.
 *
 * A Doc's column `tag` (UPOS) is used where there is one; a token whose tag is empty or `_` goes without. Words of
 * contractions (column `form`) are taken as the forms that they stand for. Each distinct word and tag is worked out
 * once: some millions of words/s.
 *
 * @throws INPUT_NOT_STRING when one of the words is not a string, or `words` is neither an array nor a Doc
 * @throws OPTION_INVALID when `pos` is not a UPOS tag or not one a word, or there are no lemmas for `lang`
 * @throws COLUMN_SHAPE when the column `tag` has something else than UPOS tags
 * @example
 * ```ts
 * import { tokenize } from 'wordloom'
 * import { lemmatizeAll } from 'wordloom/lemma'
 * console.log(lemmatizeAll(['The', 'mice', 'were', 'running'])) // [ 'the', 'mouse', 'be', 'run' ]
 * const doc = lemmatizeAll(tokenize("They can't go."))
 * console.log([...doc].map((token) => token.get('lemma'))) // [ 'they', 'can', 'not', 'go', '.' ]
 * ```
 */
export function lemmatizeAll(words: readonly string[], options?: LemmatizeAllOptions): string[]
export function lemmatizeAll(doc: Doc, options?: LemmatizeAllOptions): Doc
export function lemmatizeAll(
  input: readonly string[] | Doc,
  options: LemmatizeAllOptions = {},
): string[] | Doc {
  const where = 'lemmatizeAll(words, options)'
  requireOptions(options, KNOWN_OPTIONS, where)
  requireEnglish(options.lang, where)
  if (input instanceof Doc) return lemmatizeDoc(input, options)
  if (!Array.isArray(input)) {
    throw new WordloomError('INPUT_NOT_STRING', {
      message: `${where} takes an array of strings or a Doc; got ${input === null ? 'null' : `a value of type ${typeof input}`}.`,
      hint: 'For one word, call lemmatize(word).',
    })
  }
  const { pos } = options
  const each = typeof pos === 'object' ? pos : undefined
  if (each !== undefined && each.length !== input.length) {
    throw new WordloomError('OPTION_INVALID', {
      message: `${where}: option pos has ${each.length} tags for ${input.length} words.`,
      hint: 'Pass one tag a word, or one for all.',
      details: { option: 'pos', got: each.length, expected: input.length },
    })
  }
  const common = typeof pos === 'object' ? ANY : requireTag(pos, where)
  const lemmatizer = englishLemmas()
  return (input as readonly string[]).map((word, i) => {
    requireString(word, `${where}, word ${i}`)
    return lemmatizer.lemma(word, each === undefined ? common : requireTag(each[i], where))
  })
}

function lemmatizeDoc(doc: Doc, { pos }: LemmatizeAllOptions): Doc {
  if (pos !== undefined) {
    throw new WordloomError('OPTION_INVALID', {
      message:
        'lemmatizeAll(doc, options): a Doc has its parts of speech in the column tag, not in the option pos.',
      hint: 'Leave pos out, or add the column: doc.with({ tag }).',
      details: { option: 'pos' },
    })
  }
  const tags = doc.has('tag') ? doc.strings('tag') : undefined
  const parts = tags?.strings.map((tag) => docTag(tag))
  const forms = doc.has('form') ? doc.strings('form') : undefined
  const lemmatizer = englishLemmas()
  const table = new InternTable()
  const context = {
    length: doc.length,
    form: (i: number) => (forms === undefined ? '' : forms.strings[forms.ids[i]!]!) || doc.word(i),
    upos: (i: number) => (parts === undefined ? ANY : parts[tags!.ids[i]!]!),
  }
  const alone = (form: string, upos: string) => lemmatizer.lemma(form, upos)
  const ids = new Uint32Array(doc.length)
  for (let i = 0; i < ids.length; i++) {
    const form = context.form(i)
    const upos = context.upos(i)
    const decided = dependsOnContext(form, upos) ? lemmaInContext(context, i, alone) : undefined
    ids[i] = table.intern(decided ?? alone(form, upos))
  }
  return doc.with({ lemma: { ids, strings: table.strings } })
}

function requireTag(pos: string | undefined, where: string): string {
  if (pos === undefined) return ANY
  if (TAGS.has(pos)) return pos
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option pos is ${JSON.stringify(pos) ?? String(pos)}, expected one of ${UPOS_TAGS.join(', ')}.`,
    hint: "Pass a UPOS tag such as 'NOUN', or leave pos out.",
    details: { option: 'pos', value: pos, allowed: UPOS_TAGS },
  })
}

function docTag(tag: string): string {
  if (tag === '' || tag === '_') return ANY
  if (TAGS.has(tag)) return tag
  throw new WordloomError('COLUMN_SHAPE', {
    message: `lemmatizeAll(doc): the column tag has '${tag}', expected the tags of Universal Dependencies: ${UPOS_TAGS.join(', ')}.`,
    hint: 'Tags of other sets belong in the column xtag.',
    details: { column: 'tag', value: tag },
  })
}

function requireEnglish(lang: string | undefined, where: string): void {
  const code = lang ?? DEFAULT_LEMMATIZE_OPTIONS.lang
  if (typeof code === 'string' && /^en(?:-[a-z0-9]+)*$/iu.test(code)) return
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: option lang is ${JSON.stringify(code) ?? String(code)}, expected 'en'.`,
    hint: "Lemmas come with the package for 'en' only.",
    details: { option: 'lang', value: code, allowed: ['en'] },
  })
}
