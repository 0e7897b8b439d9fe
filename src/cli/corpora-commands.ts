/**
 * The commands below `wordloom corpora`, as data; what they do is in a file each, loaded when it is asked for.
 */
import type { CommandSpec, OptionSpec } from './arguments.js'

const DIR: OptionSpec = {
  name: 'dir',
  value: 'FOLDER',
  help: 'the store; else $WORDLOOM_DATA, else the folder for data of the user',
}
const TO: OptionSpec = {
  name: 'to',
  short: 't',
  value: 'FORMAT',
  choices: ['table', 'json'],
  default: 'table',
  help: 'output format',
}

/** What `wordloom corpora` can do. */
export const CORPORA_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'corpora list',
    takes: '',
    summary: 'List the corpora of the catalogue.',
    about: [
      'What is given must all hold. A mark stands before what is in the store: ✓ whole, ◐ in part, • for what comes with the package. The column before the licence says whether it allows commercial use: yes, no, or ? where that is unclear.',
      'ids: one id a line, for other programs. json: everything in the list.',
    ],
    options: [
      {
        name: 'language',
        short: 'l',
        value: 'TAG',
        help: 'language, a BCP 47 tag such as pt; mul for several',
      },
      { name: 'kind', short: 'k', value: 'KIND', help: 'such as treebank, tagged, lexicon, intents' },
      { name: 'licence', value: 'TEXT', help: 'part of the licence, such as cc-by' },
      { name: 'max-size', value: 'SIZE', help: 'most bytes to download, such as 10MB or 500kB' },
      { name: 'commercial', help: 'only what may be used commercially' },
      { name: 'downloaded', help: 'only what is in the store' },
      { name: 'collection', short: 'c', value: 'NAME', help: 'only what is in this collection' },
      { ...TO, choices: ['table', 'json', 'ids'] },
      DIR,
    ],
    examples: [
      ['wordloom corpora list --kind treebank --commercial', 'treebanks for a product'],
      ['wordloom corpora list --language pt --to ids', 'ids alone'],
    ],
    most: 0,
    run: async (invocation) => (await import('./corpora-list.js')).corporaList(invocation),
  },
  {
    name: 'corpora info',
    takes: 'ID',
    summary: 'Say all that is known of a corpus: licence, citation, counts, files.',
    about: [],
    options: [TO, DIR],
    examples: [['wordloom corpora info ud-english-ewt', 'the English Web Treebank']],
    most: 1,
    run: async (invocation) => (await import('./corpora-info.js')).corporaInfo(invocation),
  },
  {
    name: 'corpora download',
    takes: 'ID | COLLECTION ...',
    summary: 'Download corpora into the store.',
    about: [
      'Every file is held against the length and SHA-256 of the catalogue before it is put in its place; what is there and right stays. Interrupted downloads go on where they stopped, and two processes fetch a file once.',
      'A mirror (a folder, or an HTTP address, with the paths of the catalogue) is then the only source. HTTP_PROXY, HTTPS_PROXY, NO_PROXY, SSL_CERT_FILE and the certificates of the system are honoured.',
    ],
    options: [
      { name: 'mirror', short: 'm', value: 'PLACE', help: 'a folder or an address; else $WORDLOOM_MIRROR' },
      DIR,
      { name: 'concurrency', value: 'N', default: '4', help: 'files at a time' },
      { name: 'retries', value: 'N', default: '5', help: 'attempts after the first that bring nothing' },
      {
        name: 'timeout',
        value: 'SECONDS',
        default: '30',
        help: 'to wait for a connection, and for the next byte',
      },
      { name: 'allow-private', help: 'also from addresses that are not public' },
    ],
    examples: [
      ['wordloom corpora download nltk-brown ud-english-ewt', 'two corpora'],
      ['wordloom corpora download popular --dir data', 'a collection, to the folder data'],
      ['wordloom corpora download all --mirror ../shared/corpora', 'everything, from a folder'],
    ],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./corpora-download.js')).corporaDownload(invocation),
  },
  {
    name: 'corpora verify',
    takes: '[ID | COLLECTION ...]',
    summary: 'Compare what is in the store with the catalogue.',
    about: [
      'Without names: all that has a file in the store. The exit code is 1 when a file is missing or wrong.',
    ],
    options: [TO, DIR],
    examples: [['wordloom corpora verify', 'everything in the store']],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./corpora-verify.js')).corporaVerify(invocation),
  },
  {
    name: 'corpora remove',
    takes: 'ID | COLLECTION ...',
    summary: 'Remove corpora from the store.',
    about: ['Files that another corpus in the store uses too stay, and so does what comes with the package.'],
    options: [DIR],
    examples: [['wordloom corpora remove text-wikipedia-en-2015', 'makes room']],
    most: Number.POSITIVE_INFINITY,
    run: async (invocation) => (await import('./corpora-remove.js')).corporaRemove(invocation),
  },
  {
    name: 'corpora path',
    takes: '[ID]',
    summary: 'Print where a corpus is, or where the store is.',
    about: ['The file of a corpus that has one file, else the folder in which its files are.'],
    options: [{ name: 'files', help: 'every file, one a line' }, DIR],
    examples: [['unzip -l "$(wordloom corpora path nltk-brown)"', 'look into an archive']],
    most: 1,
    run: async (invocation) => (await import('./corpora-path.js')).corporaPath(invocation),
  },
  {
    name: 'corpora pack',
    takes: '[ID]',
    summary: 'Compile a corpus to one file that is read without parsing.',
    about: [
      'A pack of a corpus of the catalogue goes to the store, where opening the corpus finds it. Your own files are packed with --files, --format and --output.',
    ],
    options: [
      { name: 'output', short: 'o', value: 'FILE', help: 'where the pack goes' },
      { name: 'compress', help: 'deflate its columns: smaller, slower to open' },
      { name: 'collect', help: 'leave out what breaks the format, and say so, instead of ending there' },
      { name: 'files', value: 'PATH', help: 'your own file, folder or archive instead of an ID' },
      { name: 'format', value: 'FORMAT', help: 'their format' },
      DIR,
    ],
    examples: [
      ['wordloom corpora pack nltk-brown', 'to the store'],
      ['wordloom corpora pack --files texts --format plain -o texts.pack', 'your own files'],
    ],
    most: 1,
    run: async (invocation) => (await import('./corpora-pack.js')).corporaPack(invocation),
  },
  {
    name: 'corpora unpack',
    takes: 'ID FOLDER',
    summary: 'Write the files of a corpus to a new folder.',
    about: ['Out of archives and gzip. A folder that is there already is not touched.'],
    options: [DIR],
    examples: [['wordloom corpora unpack nltk-brown brown', 'to the folder brown']],
    most: 2,
    run: async (invocation) => (await import('./corpora-pack.js')).corporaUnpack(invocation),
  },
]
