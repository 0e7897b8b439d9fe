/** Tokenizers and sentence splitters: every public name of this skill. */
export { tokenizeWhitespace } from './whitespace.js'
