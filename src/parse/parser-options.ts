/** Options of the parser's training, and what the two grades stand for. */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { PackMeta } from '../text/pack.js'
import type { WordVectors } from './word-table.js'

/** What training says after each pass. */
export interface ParserPass {
  /** Number of the network, from 1, and of its pass, from 1. */
  readonly network: number
  readonly pass: number
  /** Mean loss of the pass in nats a token: of arcs, of labels, of all tags. */
  readonly losses: { readonly arcs: number; readonly labels: number; readonly tags: number }
  /** On the Docs of `dev`, in per cent of tokens; undefined without them. */
  readonly scores: ParserScores | undefined
}

/** Accuracies in per cent of tokens, gold tokens. */
export interface ParserScores {
  /** Right heads. */
  readonly uas: number
  /** Right heads with right labels, subtypes too. */
  readonly las: number
  /** Right values of each tag column that the parser gives. */
  readonly tags: Readonly<Record<string, number>>
}

/** Options of {@link DependencyParser.train}. */
export interface ParserTrainingOptions {
  /** `fast`: one small layer. `exact`: two large ones, that give tags too. */
  readonly grade?: 'fast' | 'exact'
  /** Columns whose values the parser is told; default `tag` and `xtag` as far as the Docs have them. */
  readonly inputs?: readonly string[]
  /**
   * Gives a Doc as the parser will meet it, with predicted values in the columns `inputs`: a parser that has learned from
   * gold tags trusts tags too much. For the Docs of training, take tags of k-fold cross-training (`crossTag`). Called once
   * for each Doc of training and of `dev`; without it their own values are read.
   */
  readonly predicted?: (doc: Doc) => Doc
  /** Columns that the parser learns to give; default none, if exact `tag`, `xtag` and `features`. */
  readonly outputs?: readonly string[]
  /** Word vectors, as `wordloom/embed` trains them; they are not changed. */
  readonly vectors?: WordVectors
  /** How many of the first words of `vectors` are kept. */
  readonly words?: number
  /** Passes over the sentences. */
  readonly passes?: number
  /** Highest step of Adam; it falls to 0 along a line. */
  readonly rate?: number
  /** Tokens of a batch, about. */
  readonly batch?: number
  /** Share of outputs left out at random in training. */
  readonly dropout?: number
  /** Outputs of each direction of a layer, a multiple of 8. */
  readonly width?: number
  /** Layers. */
  readonly layers?: number
  /** Networks that are trained one after the other and decide together; time, size and speed go by their number. */
  readonly networks?: number
  /** Seed of first weights, shuffling and dropout. */
  readonly seed?: number
  /** Docs to measure each pass on; the best pass is kept. */
  readonly dev?: Iterable<Doc>
  /** What the saved model says of itself: name, language, data, licence. */
  readonly meta?: PackMeta
  /** Called after each pass. */
  readonly onPass?: (pass: ParserPass) => void
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training; the promise then gives the best parser so far, or is rejected before the first pass ends. */
  readonly signal?: AbortSignal
}

/** Options of {@link DependencyParser.partialTrain}. */
export interface PartialParserOptions {
  /** Gives a Doc as the parser will meet it, with predicted values in the columns `inputs`. */
  readonly predicted?: (doc: Doc) => Doc
  readonly passes?: number
  /** Highest step of Adam; it falls to 0 along a line. */
  readonly rate?: number
  readonly batch?: number
  readonly dropout?: number
  readonly seed?: number
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training; the promise then gives what was learned so far, or is rejected before the first pass ends. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link DependencyParser.partialTrain}. */
export const DEFAULT_PARTIAL_PARSER_OPTIONS = {
  passes: 3,
  rate: 0.0005,
  batch: 400,
  dropout: 0.25,
  seed: 1,
} as const

/** Options of {@link DependencyParser.parse}. */
export interface ParseOptions {
  /** What becomes of tags that the Doc has and the parser gives too. */
  readonly tags?: 'keep' | 'replace'
}

/** Defaults of {@link DependencyParser.parse}. */
export const DEFAULT_PARSE_OPTIONS: Required<ParseOptions> = { tags: 'keep' }

/** Sizes and rates of a grade. */
export interface ParserSettings {
  readonly words: number
  readonly passes: number
  readonly rate: number
  readonly batch: number
  readonly dropout: number
  readonly width: number
  readonly layers: number
  readonly networks: number
  /** Width of the sums of features. */
  readonly features: number
  /** Widths of the projections for arcs and for labels. */
  readonly arc: number
  readonly label: number
  readonly seed: number
}

/** Defaults of {@link DependencyParser.train} by grade. */
export const DEFAULT_PARSER_TRAINING_OPTIONS: Readonly<Record<'fast' | 'exact', ParserSettings>> = {
  fast: {
    words: 20_000,
    passes: 16,
    rate: 0.003,
    batch: 400,
    dropout: 0.25,
    width: 96,
    layers: 1,
    networks: 1,
    features: 64,
    arc: 64,
    label: 32,
    seed: 1,
  },
  exact: {
    words: 30_000,
    passes: 16,
    rate: 0.002,
    batch: 400,
    dropout: 0.33,
    width: 160,
    layers: 2,
    networks: 1,
    features: 80,
    arc: 160,
    label: 48,
    seed: 1,
  },
}

const RANGES: Readonly<Record<string, readonly [number, number, number]>> = {
  words: [0, 10_000_000, 1],
  passes: [1, 1000, 1],
  rate: [1e-6, 1, 0],
  batch: [1, 100_000, 1],
  dropout: [0, 0.9, 0],
  width: [8, 512, 8],
  layers: [1, 8, 1],
  networks: [1, 8, 1],
  seed: [0, 0xffffffff, 1],
}
const OTHERS = [
  'grade',
  'inputs',
  'outputs',
  'predicted',
  'vectors',
  'dev',
  'meta',
  'onPass',
  'onProgress',
  'signal',
]

/** The settings that `options` ask for. @throws OPTION_INVALID */
export function parserSettings(options: ParserTrainingOptions): ParserSettings {
  const where = 'DependencyParser.train(docs, options)'
  const known = Object.fromEntries([...Object.keys(RANGES), ...OTHERS].map((name) => [name, null]))
  requireOptions(options, { ...known, grade: ['fast', 'exact'] }, where)
  const defaults = DEFAULT_PARSER_TRAINING_OPTIONS[options.grade ?? 'fast']
  return withNumbers(defaults, options as Record<string, unknown>, where)
}

/** The settings that `options` ask for. @throws OPTION_INVALID */
export function partialSettings(options: PartialParserOptions): {
  [Name in keyof typeof DEFAULT_PARTIAL_PARSER_OPTIONS]: number
} {
  const where = 'partialTrain(docs, options)'
  const names = [...Object.keys(DEFAULT_PARTIAL_PARSER_OPTIONS), 'predicted', 'onProgress', 'signal']
  requireOptions(options, Object.fromEntries(names.map((name) => [name, null])), where)
  return withNumbers(DEFAULT_PARTIAL_PARSER_OPTIONS, options as Record<string, unknown>, where)
}

/** The defaults with the numbers of `options` that are given. @throws OPTION_INVALID when one is out of range */
function withNumbers<Settings extends { readonly [Name in keyof Settings]: number }>(
  defaults: Settings,
  options: Readonly<Record<string, unknown>>,
  where: string,
): Settings {
  const settings: Record<string, number> = { ...defaults }
  for (const name of Object.keys(defaults)) {
    const value = options[name]
    const range = RANGES[name]
    if (value === undefined || range === undefined) continue
    const [least, most, multiple] = range
    const sound =
      typeof value === 'number' &&
      value >= least &&
      value <= most &&
      (multiple === 0 || value % multiple === 0)
    if (!sound) {
      throw new WordloomError('OPTION_INVALID', {
        message: `${where}: option ${name} is ${String(value)}, expected a ${multiple === 0 ? 'number' : multiple === 1 ? 'whole number' : `multiple of ${multiple}`} from ${least} to ${most}.`,
        hint: `Leave it out for the default, ${settings[name]}.`,
        details: { option: name, value },
      })
    }
    settings[name] = value
  }
  return settings as Settings
}
