/** The conformance suite over the classic tokenizers, with what each does not promise. */
import {
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeRegexp,
  tokenizeSExpressions,
  tokenizeWordPunct,
} from '../../src/tokenize/index.js'
import { checkTokenizer } from '../support/check-tokenizer.js'

checkTokenizer('tokenizeWordPunct', tokenizeWordPunct, { wholeCharacters: false })
checkTokenizer('tokenizeLines', (text) => tokenizeLines(text), { noInnerSpace: false })
checkTokenizer('tokenizeParagraphs', tokenizeParagraphs, { noInnerSpace: false })
checkTokenizer('tokenizeSExpressions', (text) => tokenizeSExpressions(text, { unmatched: 'token' }), {
  noInnerSpace: false,
  // An expression ends at its bracket, whatever mark follows it.
  wholeCharacters: false,
})
checkTokenizer('tokenizeRegexp', (text) => tokenizeRegexp(text, { pattern: '\\w+|[^\\w\\s]' }), {
  wholeCharacters: false,
})
