/**
 * Who does what: subject, verb and object of the clauses of a Doc, from Universal Dependencies.
 *
 * A clause is a token with the tag VERB. Of a passive, the agent (`obl:agent`) is the subject and the passive subject
 * the object. A verb without a subject of its own takes that of the verb it is a conjunct of, or, as `xcomp`, the object
 * or else the subject of the verb above it; a relative pronoun stands for the noun that its clause is about. Conjuncts
 * make a triple each, and a clausal complement (`ccomp`, `xcomp`) is an object too. Copulas make no triples.
 */
import { requireOptions } from '../core/errors.js'
import { childLists, heads, subtree } from '../text/dependencies.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { valueOfKey } from './attributes.js'
import { chunkFinder, universal } from './noun-chunks.js'

/** A verb with what it says of whom. */
export interface SubjectVerbObject {
  /** The one who does it: a base noun phrase, or a clause. */
  readonly subject: Span | undefined
  /** The verb, one token. */
  readonly verb: Span
  /** What it is done to: a base noun phrase, or a clause. */
  readonly object: Span | undefined
  readonly voice: 'active' | 'passive'
}

/** Options of {@link subjectVerbObject}. */
export interface SubjectVerbObjectOptions {
  /** Clauses without a subject or without an object: left out (`drop`), or given as far as they go (`keep`). */
  readonly partial?: 'drop' | 'keep'
}

/** Defaults of {@link subjectVerbObject}. */
export const DEFAULT_SUBJECT_VERB_OBJECT_OPTIONS: Required<SubjectVerbObjectOptions> = { partial: 'drop' }

const FARTHEST = 50 // verbs that a subject may be passed on over

/**
 * The triples of a parsed Doc, in the order of their verbs.
 *
 * Needs the columns `tag` (UPOS), `head` and `deprel`; `features` tells relative pronouns, where it is there.
 *
 * @throws COLUMN_MISSING when the Doc is not tagged or not parsed
 * @throws COLUMN_SHAPE when heads are no tokens of the Doc
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { subjectVerbObject } from 'wordloom/match'
 * const row = (id: number, form: string, tag: string, head: number, deprel: string) =>
 *   `${id}\t${form}\t_\t${tag}\t_\t_\t${head}\t${deprel}\t_\t_\n`
 * const [doc] = readConllu(
 *   `${row(1, 'Cats', 'NOUN', 2, 'nsubj')}${row(2, 'chase', 'VERB', 0, 'root')}${row(3, 'mice', 'NOUN', 2, 'obj')}\n`,
 * )
 * for (const { subject, verb, object } of subjectVerbObject(doc!)) console.log(`${subject} ${verb} ${object}`) // Cats chase mice
 * ```
 */
export function subjectVerbObject(doc: Doc, options: SubjectVerbObjectOptions = {}): SubjectVerbObject[] {
  requireOptions(options, { partial: ['drop', 'keep'] }, 'subjectVerbObject(doc, options)')
  const { partial = 'drop' } = options
  const tag = doc.strings('tag')
  const clauses = new Clauses(doc)
  const triples: SubjectVerbObject[] = []
  for (let i = 0; i < doc.length; i++) {
    if (tag.strings[tag.ids[i]!] !== 'VERB') continue
    const voice = clauses.isPassive(i) ? 'passive' : 'active'
    const above = clauses.subjects(i)
    const subjects = voice === 'passive' ? clauses.agents(i) : above
    const objects = voice === 'passive' ? above : clauses.objects(i)
    if (partial === 'drop' && (subjects.length === 0 || objects.length === 0)) continue
    if (subjects.length === 0 && objects.length === 0) continue
    for (const subject of subjects.length > 0 ? subjects : [undefined]) {
      for (const object of objects.length > 0 ? objects : [undefined]) {
        triples.push({
          subject: subject === undefined ? undefined : clauses.span(subject),
          verb: doc.span(i, i + 1),
          object: object === undefined ? undefined : clauses.span(object),
          voice,
        })
      }
    }
  }
  return triples
}

/** What the clauses of a Doc have; everything is a number of a token. */
class Clauses {
  readonly #doc: Doc
  readonly #head: Int32Array
  readonly #chunk: (i: number) => Span | undefined

  constructor(doc: Doc) {
    this.#doc = doc
    this.#head = heads(doc)
    this.#chunk = chunkFinder(doc)
  }

  isPassive(verb: number): boolean {
    if (
      this.#below(verb, (name) => name === 'nsubj:pass' || name === 'aux:pass' || name === 'csubj:pass')
        .length > 0
    ) {
      return true
    }
    // Of "was bought and sold" the second verb has no auxiliary of its own.
    const first = this.#head[verb]!
    const shared = universal(this.#deprel(verb)) === 'conj' && this.#own(verb).length === 0
    return (
      shared &&
      this.#feature(verb, 'Voice') === 'Pass' &&
      first >= 0 &&
      first !== verb &&
      this.isPassive(first)
    )
  }

  /** Grammatical subjects, of a passive verb too. */
  subjects(verb: number, left = FARTHEST): number[] {
    const own = this.#own(verb)
    if (own.length > 0) return this.#resolved(own, verb)
    const above = this.#head[verb]!
    if (left === 0 || above < 0 || above === verb) return []
    const relation = universal(this.#deprel(verb))
    if (relation === 'conj') return this.subjects(above, left - 1)
    if (relation !== 'xcomp') return []
    const objects = this.#below(above, (name) => name === 'obj' || name === 'iobj')
    return objects.length > 0 ? this.#resolved(objects, above) : this.subjects(above, left - 1)
  }

  objects(verb: number): number[] {
    const nominal = this.#below(verb, (name) => name === 'obj')
    const clausal = this.#below(verb, (name) => name === 'ccomp' || name === 'xcomp')
    return [...this.#resolved(nominal, verb), ...clausal]
  }

  agents(verb: number): number[] {
    return this.#resolved(
      this.#below(verb, (name) => name === 'obl:agent'),
      verb,
    )
  }

  /** The base noun phrase of a token, or its whole subtree without marks at the ends. */
  span(i: number): Span {
    const chunk = this.#chunk(i)
    if (chunk !== undefined) return chunk
    const tokens = subtree(this.#doc, i)
    const { ids, strings } = this.#doc.strings('tag')
    const isMark = (token: number) => strings[ids[token]!] === 'PUNCT'
    let from = 0
    let to = tokens.length
    while (from < to - 1 && isMark(tokens[from]!)) from++
    while (to > from + 1 && isMark(tokens[to - 1]!)) to--
    return this.#doc.span(tokens[from]!, tokens[to - 1]! + 1)
  }

  #own(verb: number): number[] {
    return this.#below(verb, (name) => universal(name) === 'nsubj' || universal(name) === 'csubj')
  }

  /** With the conjuncts of each; a relative pronoun is what its clause is about. */
  #resolved(tokens: readonly number[], verb: number): number[] {
    return tokens.flatMap((token) => {
      let clause = verb
      for (let left = FARTHEST; left > 0 && universal(this.#deprel(clause)) === 'conj'; left--) {
        clause = this.#head[clause]!
      }
      const relative = this.#deprel(clause) === 'acl:relcl' && this.#feature(token, 'PronType') === 'Rel'
      if (relative && this.#head[clause]! >= 0) return [this.#head[clause]!]
      return [token, ...this.#below(token, (name) => universal(name) === 'conj')]
    })
  }

  #below(i: number, test: (deprel: string) => boolean): number[] {
    const { offsets, tokens } = childLists(this.#doc)
    return Array.from(tokens.subarray(offsets[i], offsets[i + 1])).filter((child) =>
      test(this.#deprel(child)),
    )
  }

  #deprel(i: number): string {
    const { ids, strings } = this.#doc.strings('deprel')
    return strings[ids[i]!]!
  }

  #feature(i: number, key: string): string {
    if (!this.#doc.has('features')) return ''
    const { ids, strings } = this.#doc.strings('features')
    return valueOfKey(strings[ids[i]!]!, key)
  }
}
