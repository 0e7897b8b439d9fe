/**
 * Reading a tokenizer.json with nothing taken on trust: a JsonPart is a value with its path, and each question
 * that the value cannot answer is a typed error that names the path. Keys that a part does not know are errors
 * too: what is not understood might change the ids.
 *
 * @see Hugging Face tokenizers, the format of tokenizer.json
 */
import { WordloomError } from '../../core/errors.js'

/** A value somewhere in a tokenizer.json. */
export class JsonPart {
  readonly value: unknown
  /** As in `pre_tokenizer.pretokenizers[1].pattern`. */
  readonly path: string

  constructor(value: unknown, path: string) {
    this.value = value
    this.path = path
  }

  /** Whether the value is null or missing. */
  get missing(): boolean {
    return this.value === null || this.value === undefined
  }

  /** The value of a key, missing if it is not there. */
  get(key: string): JsonPart {
    const object = this.#object()
    return new JsonPart(
      Object.hasOwn(object, key) ? object[key] : undefined,
      this.path ? `${this.path}.${key}` : key,
    )
  }

  /** Checks that the object has no key beyond `keys`. */
  only(...keys: string[]): this {
    for (const key of Object.keys(this.#object())) {
      if (!keys.includes(key)) {
        throw unsupported(this.path ? `${this.path}.${key}` : key, 'a setting that Wordloom does not know')
      }
    }
    return this
  }

  /** Keys and values of an object; any key is an ordinary word. */
  entries(): [string, unknown][] {
    return Object.entries(this.#object())
  }

  /** The elements of an array. */
  list(): JsonPart[] {
    if (!Array.isArray(this.value)) throw this.wrong('an array')
    return this.value.map((value, i) => new JsonPart(value, `${this.path}[${i}]`))
  }

  /** A string; `fallback` where missing. */
  string(fallback?: string): string {
    if (this.missing && fallback !== undefined) return fallback
    if (typeof this.value !== 'string') throw this.wrong('a string')
    return this.value
  }

  /** A boolean; `fallback` where missing. */
  boolean(fallback?: boolean): boolean {
    if (this.missing && fallback !== undefined) return fallback
    if (typeof this.value !== 'boolean') throw this.wrong('true or false')
    return this.value
  }

  /** A whole number of at least 0 and below `limit`; `fallback` where missing. */
  count(fallback?: number, limit = 0x80000000): number {
    if (this.missing && fallback !== undefined) return fallback
    const { value } = this
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value >= limit) {
      throw this.wrong(`a whole number from 0 to ${limit - 1}`)
    }
    return value
  }

  /** One of a list of names; `fallback` where missing. */
  oneOf<Name extends string>(names: readonly Name[], fallback?: Name): Name {
    if (this.missing && fallback !== undefined) return fallback
    const found = names.find((name) => name === this.value)
    if (found === undefined) throw this.wrong(`one of ${names.join(', ')}`)
    return found
  }

  /** The error that this value is not what it should be. */
  wrong(expected: string): WordloomError {
    const text = this.value === undefined ? 'nothing' : (JSON.stringify(this.value) ?? String(this.value))
    const got = text.length > 60 ? `${text.slice(0, 57)}...` : text
    return new WordloomError('TOKENIZER_MALFORMED', {
      message: `tokenizer.json: ${this.path || 'the file'} is ${got}, expected ${expected}.`,
      hint: 'Fetch or write the file again.',
      details: { path: this.path },
    })
  }

  #object(): Record<string, unknown> {
    if (typeof this.value !== 'object' || this.value === null || Array.isArray(this.value)) {
      throw this.wrong('an object')
    }
    return this.value as Record<string, unknown>
  }
}

/** The error that a part of a tokenizer.json is beyond Wordloom. */
export function unsupported(path: string, what: string): WordloomError {
  return new WordloomError('TOKENIZER_UNSUPPORTED', {
    message: `tokenizer.json: ${path} is ${what}; Wordloom would give other ids than the file means.`,
    hint: 'See docs/guide/subwords.md for the parts that it reads.',
    details: { path },
  })
}

/** The parts of a possibly nested `Sequence`, in order; none where the part is missing. */
export function sequenceOf(part: JsonPart, key: string): JsonPart[] {
  if (part.missing) return []
  if (part.get('type').string() !== 'Sequence') return [part]
  part.only('type', key)
  return part
    .get(key)
    .list()
    .flatMap((inner) => sequenceOf(inner, key))
}

/** The literal of a `Replace` or `Split` pattern, or the source of its regular expression. */
export function patternOf(part: JsonPart): { readonly literal?: string; readonly regex?: string } {
  part.only('String', 'Regex')
  const literal = part.get('String')
  return literal.missing ? { regex: part.get('Regex').string() } : { literal: literal.string() }
}
