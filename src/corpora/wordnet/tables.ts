/**
 * What the WNDB files write as numbers: parts of speech, lexicographer files, verb frames.
 *
 * @see Princeton WordNet, lexnames(5WN), senseidx(5WN), wninput(5WN)
 */
import { WordloomError } from '../../core/errors.js'

/**
 * Part of speech of a synset: noun, verb, adjective, satellite adjective (one that is understood by its
 * similarity to a head adjective), adverb.
 */
export type WordNetPos = 'n' | 'v' | 'a' | 's' | 'r'

/** The parts of speech by the number that a Pack stores. */
export const POS: readonly WordNetPos[] = ['n', 'v', 'a', 's', 'r']

/** Parts of speech as indexes and word forms have them: satellites are adjectives. In the order of look-ups. */
export const POS_GROUPS: readonly WordNetPos[] = ['n', 'v', 'a', 'r']

/** Group of each part of speech: its index in {@link POS_GROUPS}. */
export const GROUP_OF_POS: readonly number[] = [0, 1, 2, 2, 3]

/** The number that sense keys have for each part of speech. */
export const SENSE_KEY_POS: readonly number[] = [1, 2, 3, 5, 4]

/** Index in {@link POS}. @throws OPTION_INVALID for what is no part of speech */
export function posNumber(pos: string, where: string): number {
  const number = POS.indexOf(pos as WordNetPos)
  if (number >= 0) return number
  throw new WordloomError('OPTION_INVALID', {
    message: `${where}: '${String(pos)}' is no part of speech.`,
    hint: "Pass 'n' (noun), 'v' (verb), 'a' (adjective), 's' (satellite adjective) or 'r' (adverb).",
    details: { pos, known: POS },
  })
}

/** Lexicographer files by their number in sense keys and WNDB files. */
export const LEXICOGRAPHER_FILES: readonly string[] = [
  'adj.all',
  'adj.pert',
  'adv.all',
  'noun.Tops',
  'noun.act',
  'noun.animal',
  'noun.artifact',
  'noun.attribute',
  'noun.body',
  'noun.cognition',
  'noun.communication',
  'noun.event',
  'noun.feeling',
  'noun.food',
  'noun.group',
  'noun.location',
  'noun.motive',
  'noun.object',
  'noun.person',
  'noun.phenomenon',
  'noun.plant',
  'noun.possession',
  'noun.process',
  'noun.quantity',
  'noun.relation',
  'noun.shape',
  'noun.state',
  'noun.substance',
  'noun.time',
  'verb.body',
  'verb.change',
  'verb.cognition',
  'verb.communication',
  'verb.competition',
  'verb.consumption',
  'verb.contact',
  'verb.creation',
  'verb.emotion',
  'verb.motion',
  'verb.perception',
  'verb.possession',
  'verb.social',
  'verb.stative',
  'verb.weather',
  'adj.ppl',
]

/** Verb frames of WNDB files, from number 1; `----` stands for the verb. */
export const VERB_FRAMES: readonly string[] = [
  'Something ----s',
  'Somebody ----s',
  'It is ----ing',
  'Something is ----ing PP',
  'Something ----s something Adjective/Noun',
  'Something ----s Adjective/Noun',
  'Somebody ----s Adjective',
  'Somebody ----s something',
  'Somebody ----s somebody',
  'Something ----s somebody',
  'Something ----s something',
  'Something ----s to somebody',
  'Somebody ----s on something',
  'Somebody ----s somebody something',
  'Somebody ----s something to somebody',
  'Somebody ----s something from somebody',
  'Somebody ----s somebody with something',
  'Somebody ----s somebody of something',
  'Somebody ----s something on somebody',
  'Somebody ----s somebody PP',
  'Somebody ----s something PP',
  'Somebody ----s PP',
  "Somebody's (body part) ----s",
  'Somebody ----s somebody to INFINITIVE',
  'Somebody ----s somebody INFINITIVE',
  'Somebody ----s that CLAUSE',
  'Somebody ----s to somebody',
  'Somebody ----s to INFINITIVE',
  'Somebody ----s whether INFINITIVE',
  'Somebody ----s somebody into V-ing something',
  'Somebody ----s something with something',
  'Somebody ----s INFINITIVE',
  'Somebody ----s VERB-ing',
  'It ----s that CLAUSE',
  'Something ----s INFINITIVE',
]

/** Where an adjective may stand: anywhere, before its noun, in the predicate, right after its noun. */
export const ADJECTIVE_POSITIONS = ['', 'a', 'p', 'ip'] as const

/** Where an adjective may stand, by {@link ADJECTIVE_POSITIONS}. */
export type AdjectivePosition = (typeof ADJECTIVE_POSITIONS)[number]
