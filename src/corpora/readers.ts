/**
 * Every corpus format by its name, as the catalogue and the command line write it.
 *
 * Adding a format is a reader in a file of its own and a line here.
 */
import { nearest, requireOptions, WordloomError } from '../core/errors.js'
import { alpinoReader } from './alpino-reader.js'
import { analogiesReader } from './analogies-reader.js'
import { biocreativeReader } from './biocreative-reader.js'
import { bracketsReader } from './brackets-reader.js'
import { cmudictReader } from './cmudict-reader.js'
import { columnsReader } from './columns-reader.js'
import { comparativeSentencesReader } from './comparative-sentences-reader.js'
import { conlluReader } from './conllu-reader.js'
import type { CorpusReader } from './corpus.js'
import { grammarReader } from './grammar-reader.js'
import { intentsReader } from './intents-reader.js'
import { jsonLinesReader, jsonReader } from './json-reader.js'
import { labelledLinesReader } from './labelled-lines-reader.js'
import { nltkIndexReader } from './nltk-index-reader.js'
import { npsChatReader } from './nps-chat-reader.js'
import { pennTreebankReader } from './penn-treebank-reader.js'
import { plainReader } from './plain-reader.js'
import { productReviewsReader } from './product-reviews-reader.js'
import { prosConsReader } from './pros-cons-reader.js'
import { rteReader } from './rte-reader.js'
import { sensevalReader } from './senseval-reader.js'
import { shakespeareReader } from './shakespeare-reader.js'
import { sinicaReader } from './sinica-reader.js'
import { stemsReader } from './stems-reader.js'
import { switchboardReader } from './switchboard-reader.js'
import { tableReader } from './table-reader.js'
import { taggedReader } from './tagged-reader.js'
import { toolboxReader } from './toolbox-reader.js'
import { treebankReader } from './treebank-reader.js'
import { vaderReader } from './vader-reader.js'
import { verbnetReader } from './verbnet-reader.js'
import { wordListReader } from './word-list-reader.js'
import { wordnetReader } from './wordnet-reader.js'

/** A format's name with what its reader takes besides. */
export interface ReaderSpec {
  readonly format: string
  readonly [option: string]: unknown
}

/** Makers of readers by format. Each checks its own options. */
const MAKERS: Readonly<Record<string, (options: Readonly<Record<string, unknown>>) => CorpusReader>> = {
  alpino: (options) => alpinoReader(options),
  analogies: (options) => bare(options, analogiesReader),
  biocreative: (options) => biocreativeReader(options),
  brackets: (options) => bracketsReader(options),
  cmudict: (options) => bare(options, cmudictReader),
  columns: (options) => columnsReader(options),
  'comparative-sentences': (options) => comparativeSentencesReader(options),
  conllu: (options) => conlluReader(options),
  grammar: (options) => bare(options, grammarReader),
  intents: (options) => intentsReader(options),
  'json-lines': (options) => jsonLinesReader(options),
  json: (options) => jsonReader(options),
  'labelled-lines': (options) => labelledLinesReader(options),
  'nps-chat': (options) => npsChatReader(options),
  'nltk-index': (options) => nltkIndexReader(options),
  'penn-treebank': (options) => pennTreebankReader(options),
  plain: (options) => plainReader(options),
  'product-reviews': (options) => productReviewsReader(options),
  'pros-cons': (options) => prosConsReader(options),
  rte: (options) => rteReader(options),
  senseval: (options) => sensevalReader(options),
  shakespeare: (options) => shakespeareReader(options),
  sinica: (options) => sinicaReader(options),
  stems: (options) => stemsReader(options),
  switchboard: (options) => switchboardReader(options),
  table: (options) => tableReader(options),
  tagged: (options) => taggedReader(options),
  toolbox: (options) => toolboxReader(options),
  treebank: (options) => treebankReader(options),
  vader: (options) => bare(options, vaderReader),
  verbnet: (options) => verbnetReader(options),
  'word-list': (options) => wordListReader(options),
  wordnet: (options) => wordnetReader(options),
}

/** A reader that takes no options. @throws OPTION_INVALID when it is given one */
function bare(options: object, make: () => CorpusReader): CorpusReader {
  requireOptions(options, {}, make.name)
  return make()
}

/** Names of all formats, sorted. */
export const CORPUS_FORMATS: readonly string[] = Object.keys(MAKERS).sort()

/**
 * The reader of a format.
 *
 * @throws CORPUS_FORMAT when there is no format of that name
 * @throws OPTION_INVALID when the format has no such option
 * @example
 * ```ts
 * import { corpusReader } from 'wordloom/corpora'
 * console.log(corpusReader({ format: 'conllu' }).format) // conllu
 * ```
 */
export function corpusReader({ format, ...options }: ReaderSpec): CorpusReader {
  const maker = Object.hasOwn(MAKERS, format) ? MAKERS[format] : undefined
  if (maker !== undefined) return maker(options)
  throw new WordloomError('CORPUS_FORMAT', {
    message: `There is no corpus format '${format}'.`,
    hint: `Did you mean '${nearest(format, CORPUS_FORMATS)}'? Formats: ${CORPUS_FORMATS.join(', ')}.`,
    details: { format },
  })
}
