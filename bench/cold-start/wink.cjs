// wink-nlp with its English model: the words of one sentence.
const model = require('wink-eng-lite-web-model')
const nlp = require('wink-nlp')(model, [])

process.stdout.write(JSON.stringify(nlp.readDoc("The cat can't sit, can it?").tokens().out()))
