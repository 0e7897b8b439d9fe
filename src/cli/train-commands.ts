/**
 * The commands below `wordloom train`, as data.
 */
import type { CommandSpec } from './arguments.js'

/** What `wordloom train` can do. */
export const TRAIN_COMMANDS: readonly CommandSpec[] = [
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
