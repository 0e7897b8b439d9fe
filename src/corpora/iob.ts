/**
 * Chunks and names as tags of tokens: the four schemes in use, and the spans they stand for.
 *
 * A tag is `O`, or a letter, a hyphen and a label: I inside, B at the beginning, E (or L) at the end, S (or U) for
 * a chunk of one token. In IOB1 a chunk begins with B only where it follows one of the same label; in IOB2 always;
 * in IOE1 and IOE2 the same holds for E at the end; IOBES marks both.
 *
 * Every scheme is read by one rule, that of the scorer of CoNLL-2000: a chunk ends before a token that is O, has
 * another label or begins a chunk, and after one that ends a chunk. So tags that break their scheme (an I that
 * begins) still mean spans.
 *
 * @see Ramshaw and Marcus 1995, https://aclanthology.org/W95-0107; Tjong Kim Sang and Veenstra 1999,
 *   https://aclanthology.org/E99-1023; Ratinov and Roth 2009, https://aclanthology.org/W09-1119
 */
import { requireOptions, WordloomError } from '../core/errors.js'

/** How chunks are written as tags of tokens. */
export type IobScheme = 'IOB1' | 'IOB2' | 'IOE1' | 'IOE2' | 'IOBES'

/** Names of all schemes. */
export const IOB_SCHEMES: readonly IobScheme[] = ['IOB1', 'IOB2', 'IOE1', 'IOE2', 'IOBES']

/** Tokens that belong together: a phrase, a name. */
export interface IobSpan {
  /** 'NP', 'person'. */
  readonly label: string
  /** Number of the first token, from 0. */
  readonly start: number
  /** Number after the last token. */
  readonly end: number
}

/**
 * Spans of the tokens of one sentence, in order; any scheme is read.
 *
 * @throws OPTION_INVALID when a tag is neither `O` nor a letter of a scheme, a hyphen and a label
 * @example
 * ```ts
 * import { iobSpans } from 'wordloom/corpora'
 * console.log(iobSpans(['B-NP', 'I-NP', 'O', 'I-VP']))
 * // [ { label: 'NP', start: 0, end: 2 }, { label: 'VP', start: 3, end: 4 } ]
 * ```
 */
export function iobSpans(tags: readonly string[]): IobSpan[] {
  const spans: IobSpan[] = []
  let label = ''
  let start = -1
  const close = (end: number) => {
    if (start >= 0) spans.push({ label, start, end })
    start = -1
  }
  tags.forEach((tag, i) => {
    const [position, own] = parts(tag, i)
    if (position === 'O' || position === 'B' || position === 'S' || own !== label) close(i)
    if (position === 'O') return
    if (start < 0) {
      start = i
      label = own
    }
    if (position === 'E' || position === 'S') close(i + 1)
  })
  close(tags.length)
  return spans
}

/**
 * Tags of one sentence from one scheme in another. The spans stay: `iobSpans` of both are equal.
 *
 * `from` is what the tags are to be in; where they break it (in IOB2 a chunk that begins with I) they are an
 * error, so that a wrong scheme is not taken for the right one. Without knowing, pass 'any'.
 *
 * @throws OPTION_INVALID when a scheme is unknown or a tag is not of the scheme
 * @example
 * ```ts
 * import { convertIob } from 'wordloom/corpora'
 * console.log(convertIob(['I-NP', 'I-NP', 'B-NP', 'O'], 'IOB1', 'IOBES')) // [ 'B-NP', 'E-NP', 'S-NP', 'O' ]
 * ```
 */
export function convertIob(tags: readonly string[], from: IobScheme | 'any', to: IobScheme): string[] {
  requireOptions({ from, to }, { from: [...IOB_SCHEMES, 'any'], to: IOB_SCHEMES }, 'convertIob')
  const spans = iobSpans(tags)
  if (from !== 'any') {
    const written = writeSpans(spans, tags.length, from)
    const wrong = tags.findIndex((tag, i) => plain(tag) !== written[i])
    if (wrong >= 0) {
      throw new WordloomError('OPTION_INVALID', {
        message: `convertIob: tag ${wrong} is '${tags[wrong]}', expected '${written[wrong]}' in ${from}.`,
        hint: "Pass the scheme that the tags are in, or 'any'.",
        details: { option: 'from', value: from, token: wrong, expected: written[wrong], found: tags[wrong] },
      })
    }
  }
  return writeSpans(spans, tags.length, to)
}

function writeSpans(spans: readonly IobSpan[], length: number, scheme: IobScheme): string[] {
  const tags = new Array<string>(length).fill('O')
  spans.forEach(({ label, start, end }, k) => {
    for (let i = start; i < end; i++) tags[i] = `I-${label}`
    const before = spans[k - 1]
    const after = spans[k + 1]
    const begins = before?.end === start && before.label === label
    const ends = after?.start === end && after.label === label
    if (scheme === 'IOB2' || scheme === 'IOBES' || (scheme === 'IOB1' && begins)) tags[start] = `B-${label}`
    if (scheme === 'IOE2' || scheme === 'IOBES' || (scheme === 'IOE1' && ends)) tags[end - 1] = `E-${label}`
    if (scheme === 'IOBES' && end === start + 1) tags[start] = `S-${label}`
  })
  return tags
}

/** BILOU's letters are other names for those of IOBES. */
const LETTERS: ReadonlyMap<string, 'B' | 'I' | 'E' | 'S'> = new Map([
  ['B', 'B'],
  ['I', 'I'],
  ['E', 'E'],
  ['L', 'E'],
  ['S', 'S'],
  ['U', 'S'],
])

function parts(tag: string, i: number): ['B' | 'I' | 'O' | 'E' | 'S', string] {
  if (tag === 'O') return ['O', '']
  const letter = LETTERS.get(tag.charAt(0))
  if (letter !== undefined && tag.charAt(1) === '-' && tag.length > 2) return [letter, tag.slice(2)]
  throw new WordloomError('OPTION_INVALID', {
    message: `Tag ${i} is '${tag}', expected O or one like B-NP.`,
    hint: 'Pass the tags of a column such as chunk or entity.',
    details: { token: i, found: tag },
  })
}

function plain(tag: string): string {
  const letter = LETTERS.get(tag.charAt(0))
  return letter === undefined ? tag : `${letter}${tag.slice(1)}`
}
