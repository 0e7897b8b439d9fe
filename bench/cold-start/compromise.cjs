// compromise whole, as CommonJS.
const nlp = require('compromise')

const terms = nlp("The cat can't sit, can it?").termList()
process.stdout.write(JSON.stringify(terms.map((term) => term.text)))
