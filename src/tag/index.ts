/** Taggers: every public name of this skill. */
export {
  DEFAULT_TAGGING_ACCURACY_OPTIONS,
  type TagConfusion,
  type TaggingAccuracy,
  type TaggingAccuracyOptions,
  type TagScore,
  type TagShare,
  taggingAccuracy,
} from './accuracy.js'
export { AffixTagger, type AffixTaggerOptions, DEFAULT_AFFIX_TAGGER_OPTIONS } from './affix-tagger.js'
export {
  type BrillCondition,
  type BrillFeature,
  type BrillRule,
  formatBrillRule,
  parseBrillRule,
} from './brill-rules.js'
export {
  type BrillRulesOptions,
  BrillTagger,
  type BrillTaggerOptions,
  DEFAULT_BRILL_TAGGER_OPTIONS,
} from './brill-tagger.js'
export { BRILL_TEMPLATES, type BrillTemplateSet } from './brill-templates.js'
export { type CrossTagOptions, crossTag, DEFAULT_CROSS_TAG_OPTIONS } from './cross-tag.js'
export { DEFAULT_DEFAULT_TAGGER_OPTIONS, DefaultTagger, type DefaultTaggerOptions } from './default-tagger.js'
export { DEFAULT_HMM_TAGGER_OPTIONS, HmmTagger, type HmmTaggerOptions } from './hmm-tagger.js'
export { loadSimpleTagger } from './load-tagger.js'
export { DEFAULT_NGRAM_TAGGER_OPTIONS, NgramTagger, type NgramTaggerOptions } from './ngram-tagger.js'
export {
  DEFAULT_REGEXP_TAGGER_OPTIONS,
  RegexpTagger,
  type RegexpTaggerOptions,
  type RegexpTaggerRule,
} from './regexp-tagger.js'
export { type DocTagger, SequentialTagger, SimpleTagger, type SimpleTaggerType } from './simple-tagger.js'
export {
  DEFAULT_MAP_TAGS_OPTIONS,
  type MapTagsOptions,
  mapTags,
  readTagMap,
  type TagMap,
  type TagMapName,
  UNIVERSAL_TAGS,
} from './tag-map.js'
export { Tagger, type TagOptions } from './tagger.js'
export type { TaggerLoadOptions } from './tagger-pack.js'
export type { TagColumn } from './trained/model-parts.js'
export {
  DEFAULT_TAGGER_TRAINING_OPTIONS,
  type PartialTaggerOptions,
  type TaggerPass,
  type TaggerTrainingOptions,
} from './trained/training.js'
export type { ClusterSource, LexiconSource } from './trained/word-sources.js'
