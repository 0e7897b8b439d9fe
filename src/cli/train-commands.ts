/**
 * `wordloom train` and the commands below it, as data.
 */
import { type CommandSpec, commandHelp, type OptionSpec } from './arguments.js'

/** Options of `wordloom train`; docs/guide/training.md has the same table. */
export const TRAIN_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'train',
    value: 'FILE',
    help: 'the treebank, CoNLL-U (may be gzipped); a quoted glob names several',
  },
  { name: 'dev', value: 'FILE', help: 'CoNLL-U to choose by and to measure on' },
  { name: 'out', short: 'o', value: 'FILE', help: 'where the language pack is written' },
  {
    name: 'lang',
    value: 'CODE',
    help: 'language of the treebank, for what the package has for it (tokens, sentence rules, English lemmas); else taken from a name such as fr_sequoia-ud-train.conllu',
  },
  {
    name: 'parts',
    value: 'NAMES',
    help: 'what is trained, separated by commas: tokenizer, splitter, tagger, lemmatizer, parser; else all that the treebank has columns for',
  },
  {
    name: 'grade',
    value: 'GRADE',
    choices: ['fast', 'exact', 'both'],
    default: 'fast',
    help: 'which parser: a small one, or one many times the size with tags of its own, or one of each',
  },
  {
    name: 'tokenizer',
    value: 'FROM',
    choices: ['auto', 'package', 'trained'],
    default: 'auto',
    help: 'where tokens come from: the rules of the package, corrections of them that are learned from the treebank, or the better of both on dev',
  },
  {
    name: 'splitter',
    value: 'FROM',
    choices: ['auto', 'package', 'trained'],
    default: 'auto',
    help: 'where sentences are split: by what the package has for the language, by a trained model, or by the better of both on dev',
  },
  {
    name: 'lemmas',
    value: 'FROM',
    choices: ['auto', 'package', 'gold', 'predicted'],
    default: 'auto',
    help: 'where lemmas come from: the package (English), training with the tags of the treebank or with those of the tagger, or the best on dev',
  },
  {
    name: 'vectors',
    value: 'FILE',
    help: 'word vectors: a pack of wordloom/embed, or a file in the formats of word2vec (may be gzipped); for the parsers, and as clusters for the tagger',
  },
  {
    name: 'seed',
    value: 'NUMBER',
    default: '1',
    help: 'seed of all shuffling; the same gives the same pack',
  },
  { name: 'licence', value: 'NAME', help: 'licence of the data, such as CC-BY-SA-4.0' },
  { name: 'resume', help: 'go on from what an interrupted training has left in OUT.partial' },
]

/** What stands below `wordloom train`. */
const TRAIN_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'train lemmas',
    takes: '[FILES.conllu | GLOBS | -]',
    summary: 'Train a model of lemmas from treebanks in CoNLL-U.',
    about: [
      'Takes seconds. The model works with and without tags; with --dev it says how well, on tokens and tags of that file.',
      'Treebanks have licences, and what is trained on them may fall under them: --licence writes one into the model.',
    ],
    options: [
      { name: 'output', short: 'o', value: 'FILE', help: 'where the model is written' },
      { name: 'dev', value: 'FILE', help: 'CoNLL-U to measure the model on' },
      {
        name: 'columns',
        value: 'NAMES',
        help: 'what helps beside the form, separated by commas, the most important first: tag (UPOS), xtag (XPOS), features, ...; else tag,features as far as they are there',
      },
      {
        name: 'method',
        value: 'METHOD',
        choices: ['auto', 'words', 'letters'],
        default: 'auto',
        help: 'edits of whole words, or of letters (lemmas with boundaries inside)',
      },
      { name: 'seed', value: 'NUMBER', default: '1', help: 'seed of the shuffling' },
      { name: 'licence', value: 'NAME', help: 'licence of the data, such as CC-BY-SA-4.0' },
    ],
    examples: [
      ['wordloom train lemmas pt-train.conllu --dev pt-dev.conllu -o pt.pack', 'a model for Portuguese'],
      ['wordloom annotate livro.txt --lang pt --lemmas pt.pack > livro.conllu', 'and what it is for'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./train-lemmas.js')).trainLemmas(invocation),
  },
]

/** `wordloom train`. */
export const TRAIN: CommandSpec = {
  name: 'train',
  takes: '[COMMAND] [options]',
  summary: 'Train a language, or one model, from your own treebank.',
  about: [
    'Without a command: tokens, sentences, tags, lemmas and trees of any language from a treebank in CoNLL-U, in one pack, which wordloom annotate --model and load() of wordloom/node read.',
    'After each part the pack so far is in OUT.partial. Ctrl-C keeps it, and --resume goes on. Treebanks have licences, and what is trained on them may fall under them.',
  ],
  options: TRAIN_OPTIONS,
  examples: [
    ['wordloom train --train T.conllu --dev D.conllu --out M.pack', 'all parts, the fast parser'],
    ['wordloom annotate text.txt --pipeline parse --model M.pack', 'and what it is for'],
    ['wordloom train lemmas train.conllu --dev dev.conllu -o lemmas.pack', 'lemmas alone'],
  ],
  most: 0,
  commands: TRAIN_COMMANDS,
  run: async (invocation) => {
    if (!TRAIN_OPTIONS.some(({ name }) => invocation.given(name))) {
      process.stdout.write(commandHelp(TRAIN))
      return 0
    }
    return (await import('./train.js')).train(invocation)
  },
}
