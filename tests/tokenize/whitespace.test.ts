/** The whitespace tokenizer keeps every promise of tokenizers. */
import { tokenizeWhitespace } from '../../src/tokenize/index.js'
import { checkTokenizer } from '../support/check-tokenizer.js'

checkTokenizer('tokenizeWhitespace', tokenizeWhitespace)
