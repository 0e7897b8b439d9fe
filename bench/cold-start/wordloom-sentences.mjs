// Words and sentences of a short text, as an ES module.
import { splitSentences, tokenize } from 'wordloom'

const doc = splitSentences(tokenize("The cat can't sit. Can it?"))
process.stdout.write(JSON.stringify(Array.from(doc.sentences(), (sentence) => sentence.text)))
