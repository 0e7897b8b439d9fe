/**
 * Every tokenizer and splitter of the package as "text in, count out", to be run over the hard texts.
 *
 * An error that the package documents (a WordloomError) counts as an answer: it was given in linear time too.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { madeText, ROOT } from './support/inputs.js'

type Api = typeof import('../src/index.js')

type Run = (text: string) => number

/** A tokenizer under test. */
export interface LinearTokenizer {
  readonly name: string
  prepare(api: Api): Run | Promise<Run>
}

/** The built package. */
export async function loadApi(): Promise<Api> {
  return (await import(pathToFileURL(join(ROOT, 'dist/index.js')).href)) as Api
}

/** Expressions that are beginnings of each other, whose longest one never comes. */
const NESTED = Array.from({ length: 30 }, (_, i) => `${'a '.repeat(i + 2)}z`)

/** A subword tokenizer trained on a little text in which the hard texts find their pieces. */
function subword(model: 'bpe' | 'wordpiece' | 'unigram'): LinearTokenizer {
  return of(`Subword ${model}`, async (api) => {
    const trained = await api.Subword.train(
      [madeText(40_000), 'aaaaaaaa aaaa aa a AA A. 1111 11 ---- .... '.repeat(50)],
      {
        model,
        vocabularySize: 500,
      },
    )
    return (text) => trained.encode(text).length
  })
}

function of(name: string, prepare: LinearTokenizer['prepare']): LinearTokenizer {
  return { name, prepare }
}

/** All of them. */
export const LINEAR_TOKENIZERS: readonly LinearTokenizer[] = [
  of('tokenize', (api) => (text) => api.tokenize(text).length),
  of('tokenize, contractions kept', (api) => (text) => api.tokenize(text, { split: 'none' }).length),
  of('tokenize, French', (api) => (text) => api.tokenize(text, { lang: 'fr' }).length),
  of('tokenize, Italian', (api) => (text) => api.tokenize(text, { lang: 'it' }).length),
  of('tokenizeUnicode', (api) => (text) => api.tokenizeUnicode(text).length),
  of('splitSentences', (api) => (text) => api.splitSentences(api.tokenize(text)).length),
  of('Punkt', (api) => {
    const punkt = api.Punkt.train(['Dr. Ada met Dr. Bell. Then Dr. Cole came. They talked. '.repeat(20)])
    return (text) => punkt.split(api.tokenizeWhitespace(text)).length
  }),
  of('Punkt.train', (api) => (text) => api.Punkt.train([text]).abbreviations.size),
  of('mergeExpressions', (api) => (text) => {
    return api.mergeExpressions(api.tokenizeWhitespace(text), { expressions: NESTED }).length
  }),
  of(
    'tokenizeRegexp',
    (api) => (text) => api.tokenizeRegexp(text, { pattern: '(?:\\w+[-.])*\\w+|[^\\w\\s]+' }).length,
  ),
  subword('bpe'),
  subword('wordpiece'),
  subword('unigram'),
  of('detokenize', (api) => (text) => api.detokenize(api.tokenize(text).words()).length),
  of('tokenizeTweet', (api) => (text) => api.tokenizeTweet(text).length),
  of('tokenizeWhitespace', (api) => (text) => api.tokenizeWhitespace(text).length),
  of('tokenizeWordPunct', (api) => (text) => api.tokenizeWordPunct(text).length),
  of('tokenizeLines', (api) => (text) => api.tokenizeLines(text).length),
  of('tokenizeParagraphs', (api) => (text) => api.tokenizeParagraphs(text).length),
  of('tokenizeSExpressions', (api) => (text) => api.tokenizeSExpressions(text).length),
  of('wordBoundaries', (api) => (text) => api.wordBoundaries(text).length),
  of('graphemeBoundaries', (api) => (text) => api.graphemeBoundaries(text).length),
]
