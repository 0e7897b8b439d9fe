/**
 * A language pack: one Pack whose columns are the Packs of its parts, as bytes.
 *
 * Every part begins at a multiple of 16 bytes and is given out as a view, so a part is decoded when it is asked for and
 * costs nothing until then. The checksum of the whole is checked once, at loading; each part has its own as well.
 */
import { WordloomError } from '../core/errors.js'
import { type PackMeta, readPack, writePack } from '../text/pack.js'
import { PART_NAMES, type PartModels, type PartName } from './parts.js'

const KIND = 'language'
const VERSION = 1

/** Parts as models, or as the bytes that their `save` gave. */
export type LanguageParts = { readonly [Name in PartName]?: PartModels[Name] | Uint8Array }

/** Bytes of the parts that are there, by their names in the order of `PART_NAMES`. */
export type PartBytes = ReadonlyMap<PartName, Uint8Array>

/**
 * A language pack of parts; the same parts and `meta` give the same bytes.
 *
 * `meta` says what the pack is: `lang` (BCP 47; 'und' where it is left out), name, licence, data, scores.
 *
 * @throws OPTION_INVALID when there is a part of another name, or `meta.lang` is no language code
 * @example
 * ```ts
 * import { SentenceSplitter, tokenize } from 'wordloom'
 * import { Language, saveLanguage } from 'wordloom/language'
 * const gold = tokenize('one day . two days .').with({ sentence: Uint32Array.of(0, 0, 0, 1, 1, 1) })
 * const bytes = saveLanguage({ splitter: SentenceSplitter.train([gold], { prune: 0 }) }, { lang: 'en' })
 * console.log(Language.load(bytes).parts.map(({ name }) => name)) // [ 'splitter' ]
 * ```
 */
export function saveLanguage(parts: LanguageParts, meta: PackMeta = {}): Uint8Array<ArrayBuffer> {
  const names: readonly string[] = PART_NAMES
  const unknown = Object.keys(parts).find((name) => !names.includes(name))
  if (unknown !== undefined) {
    throw new WordloomError('OPTION_INVALID', {
      message: `saveLanguage: there is no part '${unknown}'.`,
      hint: `A language has: ${names.join(', ')}.`,
      details: { part: unknown },
    })
  }
  const columns = PART_NAMES.flatMap((name) => {
    const part = parts[name]
    return part === undefined ? [] : [[name, { values: part instanceof Uint8Array ? part : part.save() }]]
  })
  const lang = languageCode(meta.lang)
  return writePack({
    kind: KIND,
    version: VERSION,
    meta: { ...meta, lang },
    columns: Object.fromEntries(columns),
  })
}

/** The parts of a language pack, as views of `bytes`, and what it says of itself. */
export function readLanguagePack(
  bytes: Uint8Array,
  checksum: ((bytes: Uint8Array) => number) | undefined,
): { readonly parts: PartBytes; readonly meta: PackMeta & { readonly lang: string } } {
  const { meta, columns } = readPack(bytes, KIND, VERSION, {
    views: true,
    ...(checksum === undefined ? {} : { checksum }),
  })
  const names: readonly string[] = PART_NAMES
  for (const [name, { values }] of columns) {
    if (names.includes(name) && values instanceof Uint8Array) continue
    throw new WordloomError('PACK_MALFORMED', {
      message: `The language pack has a column '${name}', which is no part of a language.`,
      hint: 'Give the bytes of a file that saveLanguage or wordloom train wrote.',
      details: { column: name },
    })
  }
  const { lang } = meta
  if (!isLanguageCode(lang)) {
    throw new WordloomError('PACK_MALFORMED', {
      message: 'The language pack does not say of which language it is.',
      hint: 'Give the bytes of a file that saveLanguage or wordloom train wrote.',
    })
  }
  const parts = new Map<PartName, Uint8Array>()
  for (const name of PART_NAMES) {
    const values = columns.get(name)?.values
    if (values !== undefined) parts.set(name, values as Uint8Array)
  }
  return { parts, meta: { ...meta, lang } }
}

/** `lang`, or 'und' where there is none. @throws OPTION_INVALID when it is no language code */
export function languageCode(lang: unknown): string {
  if (lang === undefined) return 'und'
  if (isLanguageCode(lang)) return lang
  throw new WordloomError('OPTION_INVALID', {
    message: `The language is ${JSON.stringify(lang) ?? String(lang)}, expected a language code.`,
    hint: "Pass lang: 'en', 'de', 'pt-BR' or another BCP 47 code; 'und' where it is not known.",
    details: { option: 'lang', value: lang },
  })
}

function isLanguageCode(lang: unknown): lang is string {
  return typeof lang === 'string' && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(lang)
}
