/**
 * Base noun phrases from Universal Dependencies, by relations alone and so for any language.
 *
 * A chunk is a nominal with what stands next to it and makes it more precise: determiners, adjectives, numbers, parts
 * of a compound or a name, possessors. Phrases with prepositions, relative clauses, appositions and conjuncts are left
 * out; conjuncts and what is within such a phrase are chunks of their own. What exactly, the constants say.
 *
 * @see de Marneffe, Manning, Nivre and Zeman 2021, "Universal Dependencies", CL 47(2), doi:10.1162/coli_a_00402
 */
import { childLists, heads } from '../text/dependencies.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import type { StringColumn } from '../text/strings.js'

/** Tags that make a token a nominal whatever its relation is. */
const NOMINAL_TAGS = new Set(['NOUN', 'PROPN', 'PRON'])
/** Relations that make a token with another tag (numbers, adjectives, symbols) a nominal. */
const NOMINAL_RELATIONS = new Set([
  'nsubj',
  'obj',
  'iobj',
  'obl',
  'nmod',
  'expl',
  'vocative',
  'dislocated',
  'appos',
])
/** Tags that no nominal relation makes a nominal: such a token is a clause, or no phrase. */
const NEVER_TAGS = new Set(['VERB', 'AUX', 'ADP', 'CCONJ', 'SCONJ', 'PUNCT', 'PART', 'ADV'])
/** Relations of what belongs to the chunk of its head, with all below it. */
const INNER_RELATIONS = new Set(['det', 'amod', 'nummod', 'compound', 'flat', 'fixed', 'goeswith', 'clf'])
/** Relations with their subtypes that do so. */
const INNER_SUBTYPES = new Set(['nmod:poss', 'nmod:det', 'advmod:emph'])
/** Relations that begin a clause: what has one below it is no part of a base phrase. */
const CLAUSES = new Set(['acl', 'advcl', 'ccomp', 'xcomp', 'csubj', 'parataxis'])

/**
 * The base noun phrases of a parsed Doc, in text order; they do not overlap. Linear time.
 *
 * Needs the columns `tag` (UPOS), `head` and `deprel`. Pronouns are chunks too.
 *
 * @throws COLUMN_MISSING when the Doc is not tagged or not parsed
 * @throws COLUMN_SHAPE when heads are no tokens of the Doc
 * @example
 * ```ts
 * import { readConllu } from 'wordloom'
 * import { nounChunks } from 'wordloom/match'
 * const row = (id: number, form: string, tag: string, head: number, deprel: string) =>
 *   `${id}\t${form}\t_\t${tag}\t_\t_\t${head}\t${deprel}\t_\t_\n`
 * const [doc] = readConllu(
 *   `${row(1, 'The', 'DET', 3, 'det')}${row(2, 'old', 'ADJ', 3, 'amod')}${row(3, 'cat', 'NOUN', 4, 'nsubj')}` +
 *     `${row(4, 'sleeps', 'VERB', 0, 'root')}\n`,
 * )
 * console.log(nounChunks(doc!).map((chunk) => chunk.text)) // [ 'The old cat' ]
 * ```
 */
export function nounChunks(doc: Doc): Span[] {
  const chunks: Span[] = []
  const chunkOf = chunkFinder(doc)
  for (let i = 0; i < doc.length; i++) {
    const chunk = chunkOf(i)
    if (chunk !== undefined) chunks.push(chunk)
  }
  return chunks
}

/** What gives the chunk of which a token is the head; undefined for tokens that head none. */
export function chunkFinder(doc: Doc): (i: number) => Span | undefined {
  const head = heads(doc)
  const tag = doc.strings('tag')
  const deprel = doc.strings('deprel')
  const isNominal = nominals(tag, deprel)
  const inner = innerTokens(doc, deprel)
  const owner = owners(head, inner)
  const isMark = (i: number) => tag.strings[tag.ids[i]!] === 'PUNCT'
  const ends = (i: number, by: 1 | -1): number => {
    let reached = i
    for (let at = i + by; at >= 0 && at < owner.length; at += by) {
      if (owner[at] === i) reached = at
      // Hyphens and quotation marks within a phrase hang on one of its words.
      else if (!(isMark(at) && head[at]! >= 0 && owner[head[at]!] === i)) break
    }
    return reached
  }
  return (i) => (owner[i] === i && isNominal(i) ? doc.span(ends(i, -1), ends(i, 1) + 1) : undefined)
}

/** The part of a relation before its subtype: `nsubj` of `nsubj:pass`. */
export function universal(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

function nominals(tag: StringColumn, deprel: StringColumn): (i: number) => boolean {
  return (i) => {
    const upos = tag.strings[tag.ids[i]!]!
    if (NOMINAL_TAGS.has(upos)) return true
    return !NEVER_TAGS.has(upos) && NOMINAL_RELATIONS.has(universal(deprel.strings[deprel.ids[i]!]!))
  }
}

/** 1 for tokens that belong to the chunk of their heads. */
function innerTokens(doc: Doc, deprel: StringColumn): Uint8Array {
  const head = heads(doc)
  const { offsets, tokens } = childLists(doc)
  const isInner = deprel.strings.map(
    (name) => INNER_RELATIONS.has(universal(name)) || INNER_SUBTYPES.has(name),
  )
  const isClause = deprel.strings.map((name) => CLAUSES.has(universal(name)))
  const isOblique = deprel.strings.map((name) => universal(name) === 'obl')
  const inner = new Uint8Array(head.length)
  for (let i = 0; i < inner.length; i++) {
    if (!isInner[deprel.ids[i]!] || head[i]! < 0 || head[i] === i) continue
    let phrase = false
    for (let c = offsets[i]!; c < offsets[i + 1]!; c++) {
      const kind = deprel.ids[tokens[c]!]!
      // "anything more than what it is" ends behind the noun; German "die von mir gekaufte Katze" begins with its article.
      phrase ||= isClause[kind]! || (i > head[i]! && isOblique[kind]!)
    }
    if (!phrase) inner[i] = 1
  }
  return inner
}

/** For each token the head of the chunk that it is in: inner tokens, and all below them, are in that of their heads. */
function owners(head: Int32Array, inner: Uint8Array): Int32Array {
  const owner = new Int32Array(head.length).fill(-1)
  for (let i = 0; i < owner.length; i++) {
    const path: number[] = []
    let at = i
    // On the path a token is its own owner for the time being, which also ends circles.
    while (owner[at] === -1) {
      owner[at] = at
      path.push(at)
      if (head[at]! >= 0) at = head[at]!
    }
    for (let k = path.length - 1; k >= 0; k--) {
      const token = path[k]!
      const above = head[token]!
      if (above < 0 || above === token) continue
      if (inner[token] === 1 || owner[above] !== above) owner[token] = owner[above]!
    }
  }
  return owner
}
