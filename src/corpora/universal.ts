/**
 * The lists of Universal Dependencies that the CoNLL 2018 shared task scores by: features, and which relations
 * are of content words and which of function words.
 *
 * @see Zeman et al. 2018, section 5, https://doi.org/10.18653/v1/K18-2001
 */

/** Names of the universal features; all others are left out of the scores. */
export const UNIVERSAL_FEATURES: ReadonlySet<string> = new Set([
  'PronType',
  'NumType',
  'Poss',
  'Reflex',
  'Foreign',
  'Abbr',
  'Gender',
  'Animacy',
  'Number',
  'Case',
  'Definite',
  'Degree',
  'VerbForm',
  'Mood',
  'Tense',
  'Aspect',
  'Voice',
  'Evident',
  'Polarity',
  'Person',
  'Polite',
])

/** Relations of content words: those that CLAS, MLAS and BLEX count. */
export const CONTENT_RELATIONS: ReadonlySet<string> = new Set([
  'nsubj',
  'obj',
  'iobj',
  'csubj',
  'ccomp',
  'xcomp',
  'obl',
  'vocative',
  'expl',
  'dislocated',
  'advcl',
  'advmod',
  'discourse',
  'nmod',
  'appos',
  'nummod',
  'acl',
  'amod',
  'conj',
  'fixed',
  'flat',
  'compound',
  'list',
  'parataxis',
  'orphan',
  'goeswith',
  'reparandum',
  'root',
  'dep',
])

/** Relations of function words: those that MLAS compares as part of the word they belong to. */
export const FUNCTION_RELATIONS: ReadonlySet<string> = new Set([
  'aux',
  'cop',
  'mark',
  'det',
  'clf',
  'case',
  'cc',
])
