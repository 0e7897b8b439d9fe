// The package as CommonJS: the words of one sentence.
const { tokenize } = require('wordloom')

process.stdout.write(JSON.stringify(tokenize("The cat can't sit, can it?").words()))
