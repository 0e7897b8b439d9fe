/**
 * The relations of both sources under one name each, with their inverses.
 *
 * A relation leads from a synset to synsets, or from a sense to senses; the names are those of the field. The
 * position in the table is the number that a Pack stores, so rows are only ever added at the end.
 *
 * @see Princeton WordNet, wninput(5WN), pointers; Global WordNet Association, formats, relations
 */
import { nearest, WordloomError } from '../../core/errors.js'

/** One relation: its name, its inverse, and how the sources write it. */
export interface RelationSpec {
  readonly name: string
  /** The relation the other way; its own name where it is symmetric; none where a source means one way only. */
  readonly inverse?: string
  /** Pointer symbol of the WNDB files. */
  readonly wndb?: string
  /** Key of the YAML files of Open English WordNet. */
  readonly oewn?: string
}

/**
 * Every relation, in the order in which they are shown. `part-holonym` of a wheel is the car: it leads from the
 * part to the whole, as in NLTK.
 */
export const WORDNET_RELATIONS = [
  { name: 'hypernym', inverse: 'hyponym', wndb: '@', oewn: 'hypernym' },
  { name: 'instance-hypernym', inverse: 'instance-hyponym', wndb: '@i', oewn: 'instance_hypernym' },
  { name: 'hyponym', inverse: 'hypernym', wndb: '~', oewn: 'hyponym' },
  { name: 'instance-hyponym', inverse: 'instance-hypernym', wndb: '~i', oewn: 'instance_hyponym' },
  { name: 'member-holonym', inverse: 'member-meronym', wndb: '#m', oewn: 'holo_member' },
  { name: 'substance-holonym', inverse: 'substance-meronym', wndb: '#s', oewn: 'holo_substance' },
  { name: 'part-holonym', inverse: 'part-meronym', wndb: '#p', oewn: 'holo_part' },
  { name: 'member-meronym', inverse: 'member-holonym', wndb: '%m', oewn: 'mero_member' },
  { name: 'substance-meronym', inverse: 'substance-holonym', wndb: '%s', oewn: 'mero_substance' },
  { name: 'part-meronym', inverse: 'part-holonym', wndb: '%p', oewn: 'mero_part' },
  { name: 'attribute', inverse: 'attribute', wndb: '=', oewn: 'attribute' },
  { name: 'entailment', inverse: 'entailed-by', wndb: '*', oewn: 'entails' },
  { name: 'entailed-by', inverse: 'entailment', oewn: 'is_entailed_by' },
  { name: 'cause', inverse: 'caused-by', wndb: '>', oewn: 'causes' },
  { name: 'caused-by', inverse: 'cause', oewn: 'is_caused_by' },
  { name: 'verb-group', inverse: 'verb-group', wndb: '$' },
  { name: 'similar', inverse: 'similar', wndb: '&', oewn: 'similar' },
  { name: 'also', wndb: '^', oewn: 'also' },
  { name: 'antonym', inverse: 'antonym', wndb: '!', oewn: 'antonym' },
  { name: 'derivation', inverse: 'derivation', wndb: '+', oewn: 'derivation' },
  { name: 'pertainym', inverse: 'pertainym-of', wndb: '\\', oewn: 'pertainym' },
  { name: 'pertainym-of', inverse: 'pertainym' },
  { name: 'participle', inverse: 'participle-of', wndb: '<', oewn: 'participle' },
  { name: 'participle-of', inverse: 'participle' },
  { name: 'topic-domain', inverse: 'in-topic-domain', wndb: ';c', oewn: 'domain_topic' },
  { name: 'in-topic-domain', inverse: 'topic-domain', wndb: '-c', oewn: 'has_domain_topic' },
  { name: 'region-domain', inverse: 'in-region-domain', wndb: ';r', oewn: 'domain_region' },
  { name: 'in-region-domain', inverse: 'region-domain', wndb: '-r', oewn: 'has_domain_region' },
  { name: 'usage-domain', inverse: 'in-usage-domain', wndb: ';u', oewn: 'exemplifies' },
  { name: 'in-usage-domain', inverse: 'usage-domain', wndb: '-u', oewn: 'is_exemplified_by' },
  { name: 'agent', inverse: 'agent-of', oewn: 'agent' },
  { name: 'agent-of', inverse: 'agent' },
  { name: 'body-part', inverse: 'body-part-of', oewn: 'body_part' },
  { name: 'body-part-of', inverse: 'body-part' },
  { name: 'by-means-of', inverse: 'means-of', oewn: 'by_means_of' },
  { name: 'means-of', inverse: 'by-means-of' },
  { name: 'destination', inverse: 'destination-of', oewn: 'destination' },
  { name: 'destination-of', inverse: 'destination' },
  { name: 'event', inverse: 'event-of', oewn: 'event' },
  { name: 'event-of', inverse: 'event' },
  { name: 'instrument', inverse: 'instrument-of', oewn: 'instrument' },
  { name: 'instrument-of', inverse: 'instrument' },
  { name: 'location', inverse: 'location-of', oewn: 'location' },
  { name: 'location-of', inverse: 'location' },
  { name: 'material', inverse: 'material-of', oewn: 'material' },
  { name: 'material-of', inverse: 'material' },
  { name: 'property', inverse: 'property-of', oewn: 'property' },
  { name: 'property-of', inverse: 'property' },
  { name: 'result', inverse: 'result-of', oewn: 'result' },
  { name: 'result-of', inverse: 'result' },
  { name: 'state', inverse: 'state-of', oewn: 'state' },
  { name: 'state-of', inverse: 'state' },
  { name: 'undergoer', inverse: 'undergoer-of', oewn: 'undergoer' },
  { name: 'undergoer-of', inverse: 'undergoer' },
  { name: 'uses', inverse: 'used-by', oewn: 'uses' },
  { name: 'used-by', inverse: 'uses' },
  { name: 'vehicle', inverse: 'vehicle-of', oewn: 'vehicle' },
  { name: 'vehicle-of', inverse: 'vehicle' },
] as const satisfies readonly RelationSpec[]

/** Name of a relation between synsets or senses. */
export type WordNetRelation = (typeof WORDNET_RELATIONS)[number]['name']

const specs: readonly RelationSpec[] = WORDNET_RELATIONS

/** Number of each relation by its name. */
export const RELATION_NUMBERS: ReadonlyMap<string, number> = new Map(specs.map(({ name }, i) => [name, i]))

/** Number of each relation by its pointer symbol in WNDB files. */
export const WNDB_RELATIONS = numbersBy('wndb')

/** Number of each relation by its key in the YAML of Open English WordNet. */
export const OEWN_RELATIONS = numbersBy('oewn')

/** Number of the inverse of each relation, -1 where it has none. */
export const INVERSES: Int8Array = Int8Array.from(specs, ({ inverse }) =>
  inverse === undefined ? -1 : RELATION_NUMBERS.get(inverse)!,
)

/** Numbers of the two relations that make the taxonomy. */
export const HYPERNYM = 0
export const INSTANCE_HYPERNYM = 1
export const HYPONYM = 2
export const INSTANCE_HYPONYM = 3
/** Number of `similar`, which leads from a satellite adjective to its head. */
export const SIMILAR = RELATION_NUMBERS.get('similar')!

/** Number of a relation. @throws OPTION_INVALID with the nearest name when there is none of that name */
export function relationNumber(name: string, where: string): number {
  const number = RELATION_NUMBERS.get(name)
  if (number !== undefined) return number
  const names = [...RELATION_NUMBERS.keys()]
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: there is no relation '${String(name)}'.`,
    hint: `Did you mean '${nearest(String(name), names)}'? WORDNET_RELATIONS lists all ${names.length}.`,
    details: { relation: name, known: names },
  })
}

function numbersBy(source: 'wndb' | 'oewn'): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  specs.forEach((spec, i) => {
    const key = spec[source]
    if (key !== undefined) numbers.set(key, i)
  })
  return numbers
}
