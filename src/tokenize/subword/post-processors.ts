/**
 * The post-processors of tokenizer.json: templates that put special tokens around one text or two (BERT, RoBERTa,
 * and any other as TemplateProcessing), and the trimming of white space from byte-level offsets.
 *
 * @see Hugging Face tokenizers, post-processors; Devlin et al. 2019; Liu et al. 2019 (RoBERTa)
 */
import { WordloomError } from '../../core/errors.js'
import { isSpace } from './characters.js'
import { addedColumns, type EncodingColumns, joinColumns } from './encoding.js'
import { type JsonPart, unsupported } from './json-part.js'
import { ID_LIMIT } from './models.js'
import type { TokenColumns } from './token-sink.js'

/** One part of a template: special tokens, or one of the two sequences. */
type TemplatePart =
  | { readonly ids: readonly number[]; readonly typeId: number }
  | { readonly sequence: 0 | 1; readonly typeId: number }

/** How sequences become one encoding. */
export interface PostProcessor {
  readonly single: readonly TemplatePart[]
  readonly pair: readonly TemplatePart[]
  /** Whether offsets leave out the white space that byte-level tokens begin or end with. */
  readonly trimOffsets: boolean
  /** Whether a space that the pre-tokenizer put in front is no character of the text. */
  readonly prefixSpace: boolean
}

const FIRST: TemplatePart = { sequence: 0, typeId: 0 }
const PLAIN: PostProcessor = {
  single: [FIRST],
  pair: [FIRST, { sequence: 1, typeId: 1 }],
  trimOffsets: false,
  prefixSpace: false,
}

/** The post-processor of a file. */
export function readPostProcessor(part: JsonPart): PostProcessor {
  if (part.missing) return PLAIN
  const type = part.get('type').string()
  switch (type) {
    case 'Sequence':
      return part
        .only('type', 'processors')
        .get('processors')
        .list()
        .map(readPostProcessor)
        .reduce((all, next) => {
          if (templated(all) && templated(next)) throw unsupported(part.path, 'two templates in a sequence')
          return {
            ...(templated(next) ? next : all),
            trimOffsets: all.trimOffsets || next.trimOffsets,
            prefixSpace: all.prefixSpace || next.prefixSpace,
          }
        }, PLAIN)
    case 'ByteLevel':
      part.only('type', 'add_prefix_space', 'trim_offsets', 'use_regex')
      return { ...PLAIN, ...trimming(part) }
    case 'BertProcessing': {
      part.only('type', 'sep', 'cls')
      const [cls, sep] = [tokenId(part.get('cls')), tokenId(part.get('sep'))]
      const begin = { ids: [cls], typeId: 0 }
      const end = { ids: [sep], typeId: 0 }
      return {
        ...PLAIN,
        single: [begin, FIRST, end],
        pair: [begin, FIRST, end, { sequence: 1, typeId: 1 }, { ids: [sep], typeId: 1 }],
      }
    }
    case 'RobertaProcessing': {
      part.only('type', 'sep', 'cls', 'trim_offsets', 'add_prefix_space')
      const [cls, sep] = [tokenId(part.get('cls')), tokenId(part.get('sep'))]
      const begin = { ids: [cls], typeId: 0 }
      const end = { ids: [sep], typeId: 0 }
      const single = [begin, FIRST, end]
      return { single, pair: [...single, end, { sequence: 1, typeId: 0 }, end], ...trimming(part) }
    }
    case 'TemplateProcessing': {
      part.only('type', 'single', 'pair', 'special_tokens')
      const special = readSpecialTokens(part.get('special_tokens'))
      const parts = (name: string) =>
        part
          .get(name)
          .list()
          .map((item) => templatePart(item, special))
      return { ...PLAIN, single: parts('single'), pair: parts('pair') }
    }
    default:
      throw unsupported(part.path, `the post-processor ${type}`)
  }
}

function templated({ single, pair }: PostProcessor): boolean {
  return single !== PLAIN.single || pair !== PLAIN.pair
}

function trimming(part: JsonPart): Pick<PostProcessor, 'trimOffsets' | 'prefixSpace'> {
  return {
    trimOffsets: part.get('trim_offsets').boolean(true),
    prefixSpace: part.get('add_prefix_space').boolean(true),
  }
}

function tokenId(part: JsonPart): number {
  const [token, id] = part.list()
  token?.string()
  if (!id) throw part.wrong('a token and its id')
  return id.count(undefined, ID_LIMIT)
}

function readSpecialTokens(part: JsonPart): ReadonlyMap<string, readonly number[]> {
  return new Map(
    part.entries().map(([name]) => {
      const ids = part
        .get(name)
        .only('id', 'ids', 'tokens')
        .get('ids')
        .list()
        .map((id) => id.count(undefined, ID_LIMIT))
      return [name, ids]
    }),
  )
}

function templatePart(part: JsonPart, special: ReadonlyMap<string, readonly number[]>): TemplatePart {
  part.only('Sequence', 'SpecialToken')
  const sequence = part.get('Sequence')
  const typeId = (of: JsonPart) => of.get('type_id').count(0, 256)
  if (!sequence.missing) {
    return { sequence: sequence.get('id').oneOf(['A', 'B']) === 'A' ? 0 : 1, typeId: typeId(sequence) }
  }
  const token = part.get('SpecialToken')
  const ids = special.get(token.get('id').string())
  if (!ids) throw token.get('id').wrong('one of special_tokens')
  return { ids, typeId: typeId(token) }
}

/** How many tokens a template adds. */
export function addedCount(processor: PostProcessor, pair: boolean): number {
  const template = pair ? processor.pair : processor.single
  return template.reduce((sum, part) => sum + ('ids' in part ? part.ids.length : 0), 0)
}

/** One encoding of one or two sequences; without special tokens the sequences stand one after the other. */
export function applyTemplate(
  processor: PostProcessor,
  sequences: readonly TokenColumns[],
  addSpecialTokens: boolean,
): EncodingColumns {
  const pair = sequences.length > 1
  const all = pair ? processor.pair : processor.single
  const [first] = sequences
  if (first && all.length === 1 && !pair) return first
  const parts: Required<EncodingColumns>[] = []
  for (const part of all) {
    if ('ids' in part) {
      if (addSpecialTokens) parts.push(addedColumns(part.ids, part.typeId, 1))
      continue
    }
    const columns = sequences[part.sequence]
    if (!columns) {
      throw new WordloomError('TOKENIZER_MALFORMED', {
        message: 'tokenizer.json: the template for one text asks for a second.',
        hint: 'Pass {pair: text}, or mend post_processor.single.',
      })
    }
    const { length } = columns.ids
    parts.push({
      ...columns,
      typeIds: new Uint8Array(length).fill(part.typeId),
      special: new Uint8Array(length),
      attention: new Uint8Array(length).fill(1),
      sequence: new Uint8Array(length).fill(part.sequence),
    })
  }
  return joinColumns(parts)
}

/**
 * Takes white space that tokens begin and end with out of their offsets, in place; `stripped`: ids of added tokens
 * that took white space of the text with them.
 */
export function trimOffsets(
  columns: TokenColumns,
  text: string,
  stripped: ReadonlySet<number>,
  tokenOf: (id: number) => string,
  prefixSpace: boolean,
): void {
  const spaces = new Map<number, readonly [number, number]>()
  const isBlank = (token: string, at: number) => token[at] === 'Ġ' || isSpace(token.charCodeAt(at))
  const { ids, start, end } = columns
  for (let i = 0; i < ids.length; i++) {
    const own = stripped.has(ids[i]!)
    let around = own ? undefined : spaces.get(ids[i]!)
    if (!around) {
      const token = own ? text.slice(start[i], end[i]) : tokenOf(ids[i]!)
      let [leading, trailing] = [0, 0]
      while (leading < token.length && isBlank(token, leading)) leading++
      while (trailing < token.length && isBlank(token, token.length - 1 - trailing)) trailing++
      around = [leading, trailing]
      if (!own) spaces.set(ids[i]!, around)
    }
    let [leading, trailing] = around
    if (leading > 0) {
      if (prefixSpace && (i === 0 || start[i] === 0)) leading--
      start[i] = Math.min(start[i]! + leading, end[i]!)
    }
    if (trailing > 0 && end[i]! >= trailing) {
      trailing = end[i]! - trailing
      end[i] = Math.max(trailing, start[i]!)
    }
  }
}
