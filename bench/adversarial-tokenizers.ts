/**
 * Every tokenizer and splitter of the package as "text in, count out", to be run over the hard texts.
 *
 * An error that the package documents (a WordloomError) counts as an answer: it was given in linear time too.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './support/inputs.js'

type Api = typeof import('../src/index.js')

/** A tokenizer under test. */
export interface LinearTokenizer {
  readonly name: string
  prepare(api: Api): (text: string) => number
}

/** The built package. */
export async function loadApi(): Promise<Api> {
  return (await import(pathToFileURL(join(ROOT, 'dist/index.js')).href)) as Api
}

function of(name: string, prepare: LinearTokenizer['prepare']): LinearTokenizer {
  return { name, prepare }
}

/** All of them. */
export const LINEAR_TOKENIZERS: readonly LinearTokenizer[] = [
  of('tokenizeWhitespace', (api) => (text) => api.tokenizeWhitespace(text).length),
  of('tokenizeWordPunct', (api) => (text) => api.tokenizeWordPunct(text).length),
  of('tokenizeLines', (api) => (text) => api.tokenizeLines(text).length),
  of('tokenizeParagraphs', (api) => (text) => api.tokenizeParagraphs(text).length),
  of('tokenizeSExpressions', (api) => (text) => api.tokenizeSExpressions(text).length),
  of('wordBoundaries', (api) => (text) => api.wordBoundaries(text).length),
  of('graphemeBoundaries', (api) => (text) => api.graphemeBoundaries(text).length),
]
