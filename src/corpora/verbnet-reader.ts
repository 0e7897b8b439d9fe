/**
 * VerbNet as a corpus format: verb classes with members, thematic roles and frames, a class or subclass a record.
 *
 * A subclass inherits what its parent has; records give what is written at each class, and `parent` says whose it
 * is. Restrictions on roles are signed types, joined by `and` unless they say `or`.
 *
 * @see Kipper Schuler 2005, VerbNet: A Broad-Coverage, Comprehensive Verb Lexicon; https://verbs.colorado.edu/verbnet
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { type XmlElement, XmlFile, xmlChildren, xmlText } from './xml-file.js'

/** A restriction on what fills a role: `+animate`, or several of them. */
export type VerbNetRestriction =
  | { readonly sign: string; readonly type: string }
  | { readonly logic: 'and' | 'or'; readonly of: readonly VerbNetRestriction[] }

/** A verb of a class. */
export interface VerbNetMember {
  readonly name: string
  /** Sense keys of WordNet without their last two fields, as in 'blight%2:43:00'. */
  readonly senses: readonly string[]
  /** OntoNotes groupings. */
  readonly groupings: readonly string[]
}

/** A part of a frame's syntax: a phrase with its role, the verb, a preposition, a word. */
export interface VerbNetSyntaxPart {
  /** NP, VERB, PREP, ADV, ADJ or LEX. */
  readonly kind: string
  /** Role of a noun phrase; prepositions or words that may stand here. */
  readonly value: string
  readonly restrictions: readonly VerbNetRestriction[]
}

/** A predicate of a frame's semantics. */
export interface VerbNetPredicate {
  readonly name: string
  readonly negated: boolean
  readonly arguments: readonly { readonly type: string; readonly value: string }[]
}

/** A construction in which the verbs of a class stand. */
export interface VerbNetFrame {
  /** As in 'NP V NP'. */
  readonly primary: string
  /** As in 'Basic Transitive'. */
  readonly secondary: string
  readonly examples: readonly string[]
  readonly syntax: readonly VerbNetSyntaxPart[]
  readonly semantics: readonly VerbNetPredicate[]
}

/** A class or subclass of verbs. */
export interface VerbNetClass {
  /** As in 'destroy-44', or 'hit-18.1-1' for a subclass. */
  readonly id: string
  /** Class whose subclass this is. */
  readonly parent?: string
  readonly members: readonly VerbNetMember[]
  readonly roles: readonly { readonly type: string; readonly restrictions: readonly VerbNetRestriction[] }[]
  readonly frames: readonly VerbNetFrame[]
}

/**
 * Reader of VerbNet 3: `records()` are classes, `words()` the names of their members.
 *
 * @throws OPTION_INVALID
 */
export function verbnetReader(options: object = {}): CorpusReader<VerbNetClass> {
  requireOptions(options, {}, 'verbnetReader')
  return {
    format: 'verbnet',
    records: classes,
    *words(file, context) {
      for (const { members } of classes(file, context)) for (const { name } of members) yield name
    },
  }
}

function* classes(file: SourceFile, context: ReadContext): Generator<VerbNetClass> {
  const xml = new XmlFile(file, context)
  for (const part of xml.units(['VNCLASS'])) {
    if (part.kind !== 'unit') continue
    const waiting: { readonly element: XmlElement; readonly parent?: string }[] = [{ element: part.element }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { element, parent } = next
      const id = xml.required(element, 'ID')
      if (id === undefined) continue
      yield {
        id,
        ...(parent === undefined ? {} : { parent }),
        members: within(element, 'MEMBERS', 'MEMBER').map((member) => ({
          name: attribute(member, 'name'),
          senses: list(attribute(member, 'wn')),
          groupings: list(attribute(member, 'grouping')),
        })),
        roles: within(element, 'THEMROLES', 'THEMROLE').map((role) => ({
          type: attribute(role, 'type'),
          restrictions: restrictions(role, 'SELRESTR'),
        })),
        frames: within(element, 'FRAMES', 'FRAME').map(frame),
      }
      const below = within(element, 'SUBCLASSES', 'VNSUBCLASS')
      for (const subclass of below.reverse()) waiting.push({ element: subclass, parent: id })
    }
  }
}

function frame(element: XmlElement): VerbNetFrame {
  const [description] = xmlChildren(element, 'DESCRIPTION')
  return {
    primary: description === undefined ? '' : attribute(description, 'primary'),
    secondary: description === undefined ? '' : attribute(description, 'secondary'),
    examples: within(element, 'EXAMPLES', 'EXAMPLE').map((example) => xmlText(example).trim()),
    syntax: xmlChildren(element, 'SYNTAX')
      .flatMap(elements)
      .map((part) => ({
        kind: part.name,
        value: attribute(part, 'value'),
        restrictions: [...restrictions(part, 'SYNRESTR'), ...restrictions(part, 'SELRESTR')],
      })),
    semantics: within(element, 'SEMANTICS', 'PRED').map((predicate) => ({
      name: attribute(predicate, 'value'),
      negated: attribute(predicate, 'bool') === '!',
      arguments: within(predicate, 'ARGS', 'ARG').map((argument) => ({
        type: attribute(argument, 'type'),
        value: attribute(argument, 'value'),
      })),
    })),
  }
}

/** What `<SELRESTRS>` or `<SYNRESTRS>` below an element says; a group in it is one restriction. */
function restrictions(element: XmlElement, name: 'SELRESTR' | 'SYNRESTR'): VerbNetRestriction[] {
  return xmlChildren(element, `${name}S`).flatMap((group) => {
    const of: VerbNetRestriction[] = [
      ...xmlChildren(group, name).map((one) => ({
        sign: attribute(one, 'Value'),
        type: attribute(one, 'type'),
      })),
      ...restrictions(group, name),
    ]
    return attribute(group, 'logic') === 'or' ? [{ logic: 'or' as const, of }] : of
  })
}

function within(element: XmlElement, outer: string, inner: string): XmlElement[] {
  return xmlChildren(element, outer).flatMap((one) => xmlChildren(one, inner))
}

function elements(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}

function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? ''
}

function list(text: string): string[] {
  return text.split(/\s+/).filter((part) => part !== '')
}
