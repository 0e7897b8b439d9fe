/** Corpora: readers and writers of corpus formats, and what is measured on them; every public name. */
export { readTrees, Tree, type TreeChild } from '../text/tree.js'
export { type AlpinoReaderOptions, alpinoReader } from './alpino-reader.js'
export { type Analogy, analogiesReader } from './analogies-reader.js'
export {
  type BiocreativeReaderOptions,
  type BiocreativeSentence,
  biocreativeReader,
  type Interaction,
  type InteractionPartner,
} from './biocreative-reader.js'
export {
  type BracketsReaderOptions,
  bracketsReader,
  DEFAULT_BRACKETS_READER_OPTIONS,
} from './brackets-reader.js'
export { cmudictReader, type PronunciationEntry } from './cmudict-reader.js'
export {
  type ColumnsReaderOptions,
  columnsReader,
  DEFAULT_COLUMNS_READER_OPTIONS,
} from './columns-reader.js'
export {
  type ComparativeSentence,
  type ComparisonRelation,
  comparativeSentencesReader,
} from './comparative-sentences-reader.js'
export { conlluReader } from './conllu-reader.js'
export {
  Corpus,
  type CorpusOptions,
  type CorpusReader,
  type CorpusSelection,
  type ReadContext,
  type TaggedWordsSelection,
} from './corpus.js'
export {
  type GrammarProduction,
  type GrammarRecord,
  type GrammarSymbol,
  grammarReader,
} from './grammar-reader.js'
export type { IntentExample, SlotSpan } from './intents/intent-example.js'
export { type RasaTrainingData, readRasa } from './intents/rasa.js'
export {
  DEFAULT_INTENTS_READER_OPTIONS,
  type IntentLayout,
  type IntentsReaderOptions,
  intentsReader,
} from './intents-reader.js'
export { convertIob, IOB_SCHEMES, type IobScheme, type IobSpan, iobSpans } from './iob.js'
export { type JsonReaderOptions, type JsonRecord, jsonLinesReader, jsonReader } from './json-reader.js'
export {
  DEFAULT_LABELLED_LINES_READER_OPTIONS,
  type LabelledLinesReaderOptions,
  type LabelledText,
  labelledLinesReader,
} from './labelled-lines-reader.js'
export { type NltkPackage, nltkIndexReader } from './nltk-index-reader.js'
export { type ChatPost, npsChatReader } from './nps-chat-reader.js'
export { type PennTreebankReaderOptions, pennTreebankReader } from './penn-treebank-reader.js'
export { DEFAULT_PLAIN_READER_OPTIONS, type PlainReaderOptions, plainReader } from './plain-reader.js'
export {
  type ProductReview,
  productReviewsReader,
  type ReviewFeature,
  type ReviewSentence,
} from './product-reviews-reader.js'
export { type ProsCons, prosConsReader } from './pros-cons-reader.js'
export { rawText } from './raw-text.js'
export {
  DEFAULT_READ_CONLLU_OPTIONS,
  type ReadConlluOptions,
  readConllu,
  readConlluStream,
} from './read-conllu.js'
export { CORPUS_FORMATS, corpusReader, type ReaderSpec } from './readers.js'
export { type EntailmentPair, rteReader } from './rte-reader.js'
export {
  CONLLU_METRICS,
  type ConlluMetric,
  type ConlluScore,
  type ConlluScores,
  type ConlluSource,
  scoreConllu,
} from './score-conllu.js'
export { type SensevalInstance, sensevalReader } from './senseval-reader.js'
export {
  type PlayDirection,
  type PlayPart,
  type PlayPerson,
  type PlaySpeech,
  shakespeareReader,
} from './shakespeare-reader.js'
export { DEFAULT_SINICA_READER_OPTIONS, type SinicaReaderOptions, sinicaReader } from './sinica-reader.js'
export { type CorpusFault, type CorpusFile, SourceFile } from './source-file.js'
export {
  DEFAULT_STEMS_READER_OPTIONS,
  type StemPair,
  type StemsReaderOptions,
  stemsReader,
} from './stems-reader.js'
export { type SwitchboardTurn, switchboardReader } from './switchboard-reader.js'
export {
  DEFAULT_TABLE_READER_OPTIONS,
  type FieldType,
  type TableReaderOptions,
  type TableRow,
  tableReader,
} from './table-reader.js'
export { DEFAULT_TAGGED_READER_OPTIONS, type TaggedReaderOptions, taggedReader } from './tagged-reader.js'
export {
  DEFAULT_TOOLBOX_READER_OPTIONS,
  type ToolboxEntry,
  type ToolboxField,
  type ToolboxReaderOptions,
  toolboxReader,
} from './toolbox-reader.js'
export { treebankReader } from './treebank-reader.js'
export { type SentimentEntry, vaderReader } from './vader-reader.js'
export {
  type VerbNetClass,
  type VerbNetFrame,
  type VerbNetMember,
  type VerbNetPredicate,
  type VerbNetRestriction,
  type VerbNetSyntaxPart,
  verbnetReader,
} from './verbnet-reader.js'
export { type WordListEntry, type WordListReaderOptions, wordListReader } from './word-list-reader.js'

export {
  DEFAULT_INFORMATION_CONTENT_OPTIONS,
  InformationContent,
  type InformationContentOptions,
  informationContent,
  jiangConrathSimilarity,
  linSimilarity,
  resnikSimilarity,
} from './wordnet/information-content.js'

export { readOewn } from './wordnet/read-oewn.js'
export { readWndb } from './wordnet/read-wndb.js'
export { readWordNet } from './wordnet/read-wordnet.js'
export { WORDNET_RELATIONS, type WordNetRelation } from './wordnet/relations.js'
export { type Pronunciation, Sense } from './wordnet/sense.js'
export {
  DEFAULT_TAXONOMY_SIMILARITY_OPTIONS,
  leacockChodorowSimilarity,
  pathSimilarity,
  type TaxonomySimilarityOptions,
  wuPalmerSimilarity,
} from './wordnet/similarity.js'
export {
  DEFAULT_READ_WORDNET_OPTIONS,
  type ReadWordNetOptions,
  type WordNetFiles,
} from './wordnet/source-files.js'
export type { WordNetMeta } from './wordnet/source-wordnet.js'
export {
  DEFAULT_HYPERNYM_PATHS_OPTIONS,
  DEFAULT_LOWEST_COMMON_OPTIONS,
  type HypernymPathsOptions,
  type LowestCommonOptions,
  Synset,
} from './wordnet/synset.js'
export type { AdjectivePosition, WordNetPos } from './wordnet/tables.js'
export {
  DEFAULT_WORDNET_LOOKUP_OPTIONS,
  WordNet,
  type WordNetLookupOptions,
} from './wordnet/wordnet.js'
export { type WordNetSourceRecord, wordnetReader, type YamlValue } from './wordnet-reader.js'
export {
  ConlluWriter,
  DEFAULT_WRITE_CONLLU_OPTIONS,
  type WriteConlluOptions,
  writeConllu,
} from './write-conllu.js'
