/**
 * Added tokens: strings that become one token wherever they stand, found before anything else looks at the text,
 * special tokens among them. Longest match from the left; a text is read once, and only where a token's first
 * unit stands is anything compared, at most the length of the longest token.
 *
 * @see Hugging Face tokenizers, added_tokens
 */
import { isSpace, isWordCharacter } from './characters.js'
import type { JsonPart } from './json-part.js'
import { ID_LIMIT } from './models.js'

/** A token that is taken out of the text as it is. */
export interface AddedToken {
  readonly id: number
  readonly content: string
  /** Whether it marks structure (beginning, padding) rather than text. */
  readonly special: boolean
  /** Whether it counts only where no letter, digit or underscore stands beside it. */
  readonly singleWord: boolean
  /** Whether it takes the white space before it. */
  readonly stripLeft: boolean
  /** Whether it takes the white space after it. */
  readonly stripRight: boolean
  /** Whether it is looked for in the normalized text. */
  readonly normalized: boolean
}

/** A stretch of text: an added token, or what lies between them (token undefined). */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly token: AddedToken | undefined
}

/** The added tokens of a file. */
export function readAddedTokens(part: JsonPart): AddedToken[] {
  if (part.missing) return []
  return part.list().map((token) => {
    token.only('id', 'content', 'special', 'single_word', 'lstrip', 'rstrip', 'normalized')
    const special = token.get('special').boolean(false)
    const content = token.get('content').string()
    if (content === '') throw token.get('content').wrong('a string that is not empty')
    return {
      id: token.get('id').count(undefined, ID_LIMIT),
      content,
      special,
      singleWord: token.get('single_word').boolean(false),
      stripLeft: token.get('lstrip').boolean(false),
      stripRight: token.get('rstrip').boolean(false),
      normalized: token.get('normalized').boolean(!special),
    }
  })
}

/** The added token `content` with the settings that special tokens usually have. */
export function specialToken(content: string, id: number): AddedToken {
  return {
    ...{ id, content, special: true, singleWord: false },
    ...{ stripLeft: false, stripRight: false, normalized: false },
  }
}

/** Finds added tokens in texts. */
export class AddedTokenFinder {
  // Tokens by first unit, longest first.
  readonly #byUnit = new Map<number, (readonly [string, AddedToken])[]>()

  /** `written`: how each token stands in the texts that are searched. */
  constructor(tokens: readonly AddedToken[], written: (token: AddedToken) => string) {
    for (const token of tokens) {
      const text = written(token)
      if (text === '') continue
      const unit = text.charCodeAt(0)
      const list = this.#byUnit.get(unit) ?? []
      list.push([text, token])
      this.#byUnit.set(unit, list)
    }
    for (const list of this.#byUnit.values()) list.sort(([a], [b]) => b.length - a.length)
  }

  /** Whether there is nothing to find. */
  get empty(): boolean {
    return this.#byUnit.size === 0
  }

  /** `text` from left to right; stretches lie end to end, none is empty. */
  *stretches(text: string): Generator<Stretch> {
    let reached = 0
    for (let at = this.#candidate(text, 0); at < text.length; at = this.#candidate(text, at)) {
      const found = this.#match(text, at)
      if (!found) {
        at++
        continue
      }
      const [content, token] = found
      let start = at
      let end = at + content.length
      while (token.stripLeft && start > reached && isSpace(text.charCodeAt(start - 1))) start--
      while (token.stripRight && end < text.length && isSpace(text.charCodeAt(end))) end++
      if (start > reached) yield { start: reached, end: start, token: undefined }
      yield { start, end, token }
      reached = end
      at = end
    }
    if (reached < text.length) yield { start: reached, end: text.length, token: undefined }
  }

  // The next position whose unit begins a token.
  #candidate(text: string, from: number): number {
    if (this.#byUnit.size === 1) {
      const [unit] = this.#byUnit.keys()
      const at = text.indexOf(String.fromCharCode(unit!), from)
      return at < 0 ? text.length : at
    }
    let at = from
    while (at < text.length && !this.#byUnit.has(text.charCodeAt(at))) at++
    return this.#byUnit.size === 0 ? text.length : at
  }

  #match(text: string, at: number): readonly [string, AddedToken] | undefined {
    for (const entry of this.#byUnit.get(text.charCodeAt(at)) ?? []) {
      const [content, token] = entry
      if (!text.startsWith(content, at)) continue
      // The longest match decides; if it is part of a word it is no token, and nothing else starts here.
      return token.singleWord && partOfWord(text, at, at + content.length) ? undefined : entry
    }
    return undefined
  }
}

function partOfWord(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.codePointAt(start - (isLow(text, start - 1) ? 2 : 1)) : undefined
  const after = text.codePointAt(end)
  return (before !== undefined && isWordCharacter(before)) || (after !== undefined && isWordCharacter(after))
}

function isLow(text: string, at: number): boolean {
  return at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}
