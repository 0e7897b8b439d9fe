/** Dependency trees: every public name of this skill. */
export {
  ancestors,
  type ChildLists,
  childLists,
  children,
  crossingArcs,
  depths,
  heads,
  isProjective,
  roots,
  subtree,
} from '../text/dependencies.js'
export type { DrawingPart } from './arcs.js'
export type { Paint } from './canvas.js'
export {
  DEFAULT_DEPENDENCIES_TO_SVG_OPTIONS,
  type DependenciesToSvgOptions,
  dependenciesToSvg,
} from './dependencies-to-svg.js'
export { DependencyParser } from './dependency-parser.js'
export {
  DEFAULT_DRAW_DEPENDENCIES_OPTIONS,
  type DrawDependenciesOptions,
  drawDependencies,
} from './draw-dependencies.js'
export {
  DEFAULT_PARSE_OPTIONS,
  DEFAULT_PARSER_TRAINING_OPTIONS,
  DEFAULT_PARTIAL_PARSER_OPTIONS,
  type ParseOptions,
  type ParserPass,
  type ParserScores,
  type ParserSettings,
  type ParserTrainingOptions,
  type PartialParserOptions,
} from './parser-options.js'
export {
  DEFAULT_SENTENCE_TABLE_OPTIONS,
  type SentenceTableOptions,
  sentenceTable,
} from './sentence-table.js'
export type { WordVectors } from './word-table.js'
