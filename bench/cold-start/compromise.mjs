// The smallest part of compromise that makes words, as an ES module.
import nlp from 'compromise/tokenize'

const terms = nlp("The cat can't sit, can it?").termList()
process.stdout.write(JSON.stringify(terms.map((term) => term.text)))
