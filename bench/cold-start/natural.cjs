// natural, whose README loads it whole: the words of one sentence.
const { TreebankWordTokenizer } = require('natural')

process.stdout.write(JSON.stringify(new TreebankWordTokenizer().tokenize("The cat can't sit, can it?")))
