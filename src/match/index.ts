/** Matchers over Docs: every public name of this skill. */
export {
  DEFAULT_DEPENDENCY_FIND_OPTIONS,
  type DependencyFindOptions,
  DependencyMatch,
  DependencyMatcher,
} from './dependency-matcher.js'
export { Match, type Overlap } from './match.js'
export { nounChunks } from './noun-chunks.js'
export {
  DEFAULT_PHRASE_MATCHER_OPTIONS,
  type Phrase,
  PhraseMatcher,
  type PhraseMatcherOptions,
} from './phrase-matcher.js'
export {
  DEFAULT_SUBJECT_VERB_OBJECT_OPTIONS,
  type SubjectVerbObject,
  type SubjectVerbObjectOptions,
  subjectVerbObject,
} from './subject-verb-object.js'
export {
  DEFAULT_TOKEN_MATCHER_OPTIONS,
  TokenMatcher,
  type TokenMatcherOptions,
} from './token-matcher.js'
export type { ChoiceElement, TokenElement, TokenPattern, TokenRepeat } from './token-pattern.js'
export type { AttributeCondition, AttributeValue, TokenTests } from './token-tests.js'
