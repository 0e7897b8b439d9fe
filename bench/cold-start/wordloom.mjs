// The package as an ES module, by its name as a user has it: the words of one sentence.
import { tokenize } from 'wordloom'

process.stdout.write(JSON.stringify(tokenize("The cat can't sit, can it?").words()))
