/**
 * Every command with its options and examples; what they do is in a file each, loaded when it is asked for.
 */
import { type CommandSpec, commandHelp, type OptionSpec } from './arguments.js'
import { CORPORA_COMMANDS } from './corpora-commands.js'
import { TRAIN } from './train-commands.js'

/** Stages that `--pipeline` knows, in the order in which they run: those of a language. */
export const STAGES = ['tokenize', 'split', 'tag', 'lemma', 'parse'] as const

/** Output formats of `annotate`. */
export const FORMATS = ['conllu', 'json', 'ndjson', 'text', 'tree', 'table', 'svg'] as const

const LANG: OptionSpec = { name: 'lang', value: 'CODE', default: 'en', help: 'language of the text' }
const ENCODING: OptionSpec = {
  name: 'encoding',
  value: 'LABEL',
  default: 'utf-8',
  help: 'encoding of the input, a WHATWG label such as latin1, utf-16le or shift_jis',
}
const OUTPUT: OptionSpec = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  help: 'write here, gzipped if the name ends in .gz; the file appears when all is done',
}

const CORPORA: CommandSpec = {
  name: 'corpora',
  takes: 'COMMAND [options]',
  summary: 'Find, download and check data sets.',
  about: [
    'Data sets of the catalogue are downloaded into a store, a folder of yours. Nothing is ever downloaded unasked.',
  ],
  options: [],
  examples: [
    ['wordloom corpora list --language en', 'what there is for English'],
    ['wordloom corpora download popular', 'what most courses and books use'],
  ],
  most: 0,
  commands: CORPORA_COMMANDS,
  run: async () => {
    process.stdout.write(commandHelp(CORPORA))
    return 0
  },
}

/** All commands, as the help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'annotate',
    takes: '[FILES | GLOBS | -]',
    summary: 'Tokenize text, split it into sentences, tag and parse it.',
    about: [
      'Reads files, quoted globs, or standard input (no file, or -); gzipped input is unpacked. Memory stays flat however long the input is. A blank line ends a paragraph, and with it a sentence.',
      'conllu: CoNLL-U, one block a sentence. ndjson: one JSON object a line for each sentence, with tokens, their kinds and their UTF-16 offsets in the file. json: an array of the same objects. text: one sentence a line, tokens separated by single spaces, a blank line between paragraphs.',
      'To look at: tree draws dependencies (--pipeline parse) in the terminal, table has a word a line, svg is one picture of the dependencies of all sentences, written at the end.',
      'Tokens and sentences need no model. From tag on, a language pack does the work: the one that comes with the package for --lang, or --model. A stage implies those before it.',
    ],
    options: [
      { name: 'to', short: 't', value: 'FORMAT', choices: FORMATS, default: 'conllu', help: 'output format' },
      {
        name: 'pipeline',
        value: 'STAGES',
        default: 'tokenize',
        help: `stages to run, the last one decides: ${STAGES.join(', ')}; sentences are split in any case`,
      },
      {
        name: 'model',
        short: 'm',
        value: 'MODEL',
        help: "language pack: 'en' for the one of the package, or a file that wordloom train made",
      },
      {
        name: 'grade',
        value: 'GRADE',
        choices: ['fast', 'exact'],
        help: 'which parser of the language pack, where it has both; else the exact one',
      },
      LANG,
      {
        name: 'split',
        value: 'RULE',
        choices: ['ud', 'none'],
        default: 'ud',
        help: "contractions, split as Universal Dependencies does (ca|n't) or left whole",
      },
      {
        name: 'lemmas',
        value: 'MODEL',
        help: "add lemmas: 'en' for the English ones of the package, or a file that wordloom train lemmas made",
      },
      ENCODING,
      OUTPUT,
    ],
    examples: [
      ['wordloom annotate book.txt > book.conllu', 'one file to CoNLL-U'],
      ['wordloom annotate "texts/**/*.txt" --to ndjson -o texts.ndjson.gz', 'many files to one, gzipped'],
      ['echo "I can\'t wait." | wordloom annotate --to text', "I ca n't wait ."],
      ['wordloom annotate book.txt --pipeline parse > book.conllu', 'tags, lemmas and trees, English'],
      ['wordloom annotate livro.txt --pipeline tag --model pt.pack', 'with a model of your own'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./annotate.js')).annotate(invocation),
  },
  {
    name: 'evaluate',
    takes: '--gold GOLD.conllu --system SYSTEM.conllu',
    summary: 'Score an annotation against a gold standard, as the CoNLL 2018 shared task does.',
    about: [
      'Both files must have the same text, white space aside. Prints precision, recall and F1 of tokens, sentences and words, then of tags, lemmas and dependencies, with the accuracy over aligned words.',
    ],
    options: [
      { name: 'gold', value: 'FILE', help: 'the gold standard, CoNLL-U (may be gzipped)' },
      { name: 'system', value: 'FILE', help: 'what is scored, CoNLL-U (may be gzipped)' },
      {
        name: 'to',
        short: 't',
        value: 'FORMAT',
        choices: ['table', 'json'],
        default: 'table',
        help: 'output format',
      },
    ],
    examples: [
      ['wordloom raw gold.conllu > gold.txt', 'the text alone'],
      ['wordloom annotate gold.txt > system.conllu', 'annotate it'],
      ['wordloom evaluate --gold gold.conllu --system system.conllu', 'and see how well that went'],
    ],
    most: 0,
    run: async (invocation) => (await import('./evaluate.js')).evaluate(invocation),
  },
  {
    name: 'draw',
    takes: '[FILE.conllu | -]',
    summary: 'Draw the dependencies of a CoNLL-U file: in the terminal, as SVG, as tables.',
    about: [
      'tree: arcs above the words where that fits the terminal, else a word a line with the tree beside it. table: a word a line with all that the file knows about it. svg: one picture of all sentences, for light and dark pages.',
    ],
    options: [
      {
        name: 'to',
        short: 't',
        value: 'FORMAT',
        choices: ['tree', 'table', 'svg'],
        default: 'tree',
        help: 'output format',
      },
      {
        name: 'sentence',
        short: 's',
        value: 'N',
        help: 'only this sentence: its number in the file, from 1, or its sent_id',
      },
      OUTPUT,
    ],
    examples: [
      ['wordloom draw parsed.conllu | less -R', 'every sentence'],
      ['wordloom draw parsed.conllu --sentence 3 --to svg -o third.svg', 'a picture of the third'],
    ],
    most: 1,
    run: async (invocation) => (await import('./draw.js')).draw(invocation),
  },
  {
    name: 'raw',
    takes: '[FILE.conllu | -]',
    summary: 'Print the text of a CoNLL-U file.',
    about: [
      'Sentences are joined by single spaces; a blank line stands where a document or paragraph begins. This is the input on which the figures of the shared tasks are measured.',
    ],
    options: [OUTPUT],
    examples: [['wordloom raw gold.conllu | wordloom annotate > system.conllu', 'text out, annotation back']],
    most: 1,
    run: async (invocation) => (await import('./raw.js')).raw(invocation),
  },
  {
    name: 'show',
    takes: '[FILE | -]',
    summary: 'Look at a text: sentences, tokens by kind, frequent words, speed.',
    about: [
      'Without a file it takes a text that comes with the package. Colours and bars in a terminal, plain text in a pipe; NO_COLOR and FORCE_COLOR are respected.',
    ],
    options: [LANG, ENCODING],
    examples: [
      ['wordloom show', 'the text that comes with the package'],
      ['wordloom show letter.txt', 'your own'],
    ],
    most: 1,
    run: async (invocation) => (await import('./show.js')).show(invocation),
  },
  {
    name: 'stem',
    takes: '[FILES | GLOBS | -]',
    summary: 'Stem words, one a line.',
    about: [
      'Reads a word a line and writes its stem, in lower case, on the same line. Memory stays flat however long the input is. Any --lang that is not known prints the list of stemmers.',
    ],
    options: [
      { ...LANG, help: 'language (en, pt-BR) or name of a stemmer (english, lancaster)' },
      ENCODING,
      OUTPUT,
    ],
    examples: [
      ['wordloom stem words.txt > stems.txt', 'English'],
      ['printf "casas\\ncantando\\n" | wordloom stem --lang es', 'cas, cant'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./stem.js')).stem(invocation),
  },
  {
    name: 'lemmatize',
    takes: '[FILES.conllu | GLOBS | -]',
    summary: 'Add lemmas to CoNLL-U.',
    about: [
      'Tags (UPOS) and what else the model has learned from are used where the file has them. Lemmas that are there are replaced. Plain text gets lemmas from wordloom annotate --lemmas.',
    ],
    options: [
      {
        name: 'model',
        short: 'm',
        value: 'FILE',
        help: 'a model that wordloom train lemmas made; else the English lemmas of the package',
      },
      { ...LANG, help: 'language of the lemmas where no model is named' },
      OUTPUT,
    ],
    examples: [
      ['wordloom lemmatize tagged.conllu > lemmas.conllu', 'English'],
      ['wordloom lemmatize pt-test.conllu --model pt.pack -o system.conllu', 'with a model of your own'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./lemmatize.js')).lemmatize(invocation),
  },
  {
    name: 'match',
    takes: 'PATTERN [FILES.conllu | GLOBS | -]',
    summary: 'Find token patterns, phrases or dependency patterns in CoNLL-U.',
    about: [
      "PATTERN is a token pattern, such as '[tag=ADJ]+ [lemma=man]', or with --dependencies a dependency pattern, such as '{tag=VERB} >obj {}=what'. Put it between single quotes. With --phrases there is none: all arguments are files.",
      'text: a match a line with what stands around it; in a pipe the fields file, sentence, name, left, match and right, separated by tabs. ndjson: an object a line; json: an array of them. conllu: the sentences with a match, which a comment "# match" gives.',
    ],
    options: [
      { name: 'phrases', value: 'FILE', help: 'find the phrases of this file, one a line' },
      {
        name: 'by',
        value: 'COLUMN',
        default: 'form',
        help: 'what phrases are compared with: form, lower, lemma, ...',
      },
      { name: 'dependencies', short: 'd', help: 'PATTERN is a dependency pattern' },
      {
        name: 'prefer',
        value: 'WHICH',
        choices: ['longest', 'shortest'],
        default: 'longest',
        help: 'the match of a token pattern at a token',
      },
      {
        name: 'to',
        short: 't',
        value: 'FORMAT',
        choices: ['text', 'json', 'ndjson', 'conllu'],
        default: 'text',
        help: 'output format',
      },
      OUTPUT,
    ],
    examples: [
      ["wordloom match '[tag=ADJ]+ [tag=NOUN]' book.conllu", 'adjectives before nouns'],
      ["wordloom match -d '{lemma=eat} >obj {}=what' book.conllu", 'what is eaten'],
      ['wordloom match --phrases names.txt --by lower book.conllu', 'a list of names'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./match.js')).match(invocation),
  },
  TRAIN,
  CORPORA,
  {
    name: 'wordnet',
    takes: 'WORD',
    summary: 'Look up a word in WordNet: meanings, examples, relations, the tree above.',
    about: [
      'WORD may be any form (dogs, ran), several words, or the id or name of one meaning (02086723-n, dog.n.01).',
    ],
    options: [
      { name: 'pos', value: 'POS', choices: ['n', 'v', 'a', 's', 'r'], help: 'only this part of speech' },
      { name: 'relations', help: 'show what each meaning is related to' },
      { name: 'tree', help: 'draw what stands above each meaning' },
      {
        name: 'pack',
        value: 'PATH',
        help: 'a pack, or a folder with the YAML of Open English WordNet or with WNDB files',
      },
      {
        name: 'to',
        short: 't',
        value: 'FORMAT',
        choices: ['text', 'json'],
        default: 'text',
        help: 'output format',
      },
    ],
    examples: [
      ['wordloom wordnet bank', 'its meanings'],
      ['wordloom wordnet dog --pos n --tree', 'and what a dog is'],
      ['wordloom wordnet dog.n.01 --relations', 'one meaning, and where one can go from it'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./wordnet.js')).wordnet(invocation),
  },
  {
    name: 'doctor',
    takes: '',
    summary: 'Say what runs here, what is missing and how to get it.',
    about: [],
    options: [
      {
        name: 'to',
        short: 't',
        value: 'FORMAT',
        choices: ['table', 'json'],
        default: 'table',
        help: 'output format',
      },
    ],
    examples: [['wordloom doctor --to json', 'the same for a program to read']],
    most: 0,
    run: async (invocation) => (await import('./doctor.js')).doctor(invocation),
  },
]
