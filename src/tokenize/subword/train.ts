/**
 * Training: what the three trainers share. Texts are normalized, cut into pieces and counted in the core; a trainer
 * learns from the distinct pieces; the result is a tokenizer.json like any other, read back by the same reader.
 */
import { requireOptions, requireString, WordloomError } from '../../core/errors.js'
import { makePause, type Pause } from '../../text/pause.js'
import { specialToken } from './added-tokens.js'
import { plainText } from './aligned-text.js'
import { byteAlphabet } from './byte-alphabet.js'
import { JsonPart } from './json-part.js'
import { byteToken } from './model-tables.js'
import { readNormalizers } from './normalizers.js'
import { SPLIT_PATTERNS } from './patterns.js'
import { PieceCutter } from './piece-cutter.js'
import { readPreTokenizers } from './pre-tokenizers.js'
import type { TokenizerJson } from './tokenizer-json.js'
import { trainPairs } from './train-bpe.js'
import { trainUnigram } from './train-unigram.js'
import { cutsAnywhere, windowEnd } from './windows.js'
import { WordCounter, type WordCounts } from './word-counter.js'

const COUNTING = 0.4 // share of the progress that counting is taken for

/** A text, or texts; an asynchronous source is read as it comes. */
export type TrainingTexts = string | Iterable<string> | AsyncIterable<string>

/** Options of `Subword.train`. */
export interface SubwordTrainOptions {
  /** 'bpe': byte-level BPE; 'wordpiece': BERT's; 'unigram': SentencePiece's. */
  readonly model?: 'bpe' | 'wordpiece' | 'unigram'
  /** Number of tokens, special ones and the alphabet included; fewer when the texts hold no more. */
  readonly vocabularySize?: number
  /** BPE and WordPiece: a pair that is rarer is not merged. */
  readonly minimumFrequency?: number
  /** They get the first ids. Left out: those that are usual for the model. */
  readonly specialTokens?: readonly string[]
  /** BPE: how texts are split before merging, by the model that made the pattern known. */
  readonly pattern?: keyof typeof SPLIT_PATTERNS
  /** Unicode form of the texts. Left out: 'nfkc' for unigram, otherwise 'none' (WordPiece cleans as BERT does). */
  readonly normalization?: 'none' | 'nfc' | 'nfkc'
  /** Whether letters are made small, and for WordPiece accents dropped. Left out: true for WordPiece. */
  readonly lowercase?: boolean
  /** WordPiece and unigram: most characters; the rarest become unknown. */
  readonly maximumAlphabet?: number
  /** Unigram: whether unknown characters become their bytes; takes 256 ids. */
  readonly byteFallback?: boolean
  /** Unigram: most UTF-16 units of a token. */
  readonly longestPiece?: number
  /** Called some times a second with the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void
  /** Stops the training: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal
}

/** Defaults of {@link SubwordTrainOptions}; what depends on the model is left out. */
export const DEFAULT_SUBWORD_TRAIN_OPTIONS = {
  model: 'bpe',
  vocabularySize: 30_000,
  minimumFrequency: 2,
  pattern: 'gpt2',
  maximumAlphabet: 1000,
  byteFallback: true,
  longestPiece: 16,
} as const

const SPECIAL_TOKENS = {
  bpe: ['<|endoftext|>'],
  wordpiece: ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'],
  unigram: ['<unk>', '<s>', '</s>'],
} as const

/** The tokenizer.json that training on `source` gives. */
export async function trainSubword(
  source: TrainingTexts,
  options: SubwordTrainOptions,
): Promise<TokenizerJson> {
  const settings = readSettings(options)
  const { model, specialTokens, onProgress, signal } = settings
  const stages = stagesOf(settings)
  const counting = makePause(onProgress, signal, [0, COUNTING])
  const words = await countWords(source, stages, counting)
  if (words.counts.length === 0) {
    throw new WordloomError('TRAINING_EMPTY', {
      message: 'Subword.train: the texts hold no word to learn from.',
      hint: 'Pass a text, or an iterable of texts, that is not white space alone.',
    })
  }
  const pause = makePause(onProgress, signal, [COUNTING, 1])
  const json = {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map((token, id) => addedToken(token, id)),
    ...stages,
    model: model === 'unigram' ? await unigram(words, settings, pause) : await pairs(words, settings, pause),
  }
  onProgress?.(1)
  return json
}

type Settings = ReturnType<typeof readSettings>

function readSettings(options: SubwordTrainOptions) {
  requireOptions(
    options,
    {
      model: ['bpe', 'wordpiece', 'unigram'],
      vocabularySize: null,
      minimumFrequency: null,
      specialTokens: null,
      pattern: Object.keys(SPLIT_PATTERNS),
      normalization: ['none', 'nfc', 'nfkc'],
      lowercase: [true, false],
      maximumAlphabet: null,
      byteFallback: [true, false],
      longestPiece: null,
      onProgress: null,
      signal: null,
    },
    'Subword.train',
  )
  const settings = { ...DEFAULT_SUBWORD_TRAIN_OPTIONS, ...options }
  const { model, vocabularySize, minimumFrequency, maximumAlphabet, longestPiece } = settings
  const specialTokens: readonly string[] = options.specialTokens ?? SPECIAL_TOKENS[model]
  const unknown = { bpe: '', wordpiece: '[UNK]', unigram: '<unk>' }[model]
  if (unknown && !specialTokens.includes(unknown)) {
    throw invalid('specialTokens', specialTokens, `a list with '${unknown}', which ${model} needs`)
  }
  if (new Set(specialTokens).size !== specialTokens.length || specialTokens.includes('')) {
    throw invalid('specialTokens', specialTokens, 'different strings that are not empty')
  }
  const fixed =
    specialTokens.length + (model === 'bpe' || (model === 'unigram' && settings.byteFallback) ? 256 : 0)
  whole('vocabularySize', vocabularySize, fixed + 1, 1 << 24)
  whole('minimumFrequency', minimumFrequency, 1, 2 ** 32)
  whole('maximumAlphabet', maximumAlphabet, 1, 1 << 21)
  whole('longestPiece', longestPiece, 1, 256)
  return {
    ...{ model, vocabularySize, minimumFrequency, maximumAlphabet, longestPiece, specialTokens, unknown },
    pattern: settings.pattern,
    byteFallback: settings.byteFallback,
    normalization: options.normalization ?? (model === 'unigram' ? 'nfkc' : 'none'),
    lowercase: options.lowercase ?? model === 'wordpiece',
    onProgress: options.onProgress,
    signal: options.signal,
  }
}

function whole(name: string, value: number, least: number, limit: number): void {
  if (!Number.isInteger(value) || value < least || value >= limit) {
    throw invalid(name, value, `a whole number from ${least} to ${limit - 1}`)
  }
}

function invalid(name: string, value: unknown, expected: string): WordloomError {
  return new WordloomError('OPTION_INVALID', {
    message: `Subword.train: option ${name} is ${JSON.stringify(value)}, expected ${expected}.`,
    hint: `Pass another ${name}, or leave it out.`,
    details: { option: name, value },
  })
}

function addedToken(content: string, id: number) {
  const { special, singleWord, stripLeft, stripRight, normalized } = specialToken(content, id)
  return { id, content, single_word: singleWord, lstrip: stripLeft, rstrip: stripRight, normalized, special }
}

// All parts of the tokenizer.json but the model.
function stagesOf({ model, pattern, normalization, lowercase, specialTokens, byteFallback }: Settings) {
  const sequence = (key: string, parts: object[]) =>
    parts.length > 1 ? { type: 'Sequence', [key]: parts } : (parts[0] ?? null)
  const form = normalization === 'none' ? [] : [{ type: normalization.toUpperCase() }]
  const metaspace = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always', split: true }
  const byteLevel = {
    type: 'ByteLevel',
    add_prefix_space: false,
    trim_offsets: true,
    use_regex: pattern === 'gpt2',
  }
  if (model === 'wordpiece') {
    const bert = {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase,
    }
    return {
      normalizer: sequence('normalizers', [...form, bert]),
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: bertTemplate(specialTokens),
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    }
  }
  const normalizer = sequence('normalizers', [...form, ...(lowercase ? [{ type: 'Lowercase' }] : [])])
  if (model === 'unigram') {
    const decoders = [...(byteFallback ? [{ type: 'ByteFallback' }] : []), metaspace]
    return {
      normalizer,
      pre_tokenizer: metaspace,
      post_processor: null,
      decoder: sequence('decoders', decoders),
    }
  }
  const split = {
    type: 'Split',
    pattern: { Regex: SPLIT_PATTERNS[pattern] },
    behavior: 'Isolated',
    invert: false,
  }
  return {
    normalizer,
    pre_tokenizer: sequence('pretokenizers', pattern === 'gpt2' ? [byteLevel] : [split, byteLevel]),
    post_processor: { ...byteLevel, trim_offsets: false },
    decoder: byteLevel,
  }
}

function bertTemplate(specialTokens: readonly string[]) {
  const [cls, sep] = [specialTokens.indexOf('[CLS]'), specialTokens.indexOf('[SEP]')]
  return cls < 0 || sep < 0 ? null : { type: 'BertProcessing', sep: ['[SEP]', sep], cls: ['[CLS]', cls] }
}

async function countWords(
  source: TrainingTexts,
  stages: ReturnType<typeof stagesOf>,
  pause: Pause,
): Promise<WordCounts> {
  const normalizers = readNormalizers(new JsonPart(stages.normalizer, 'normalizer'))
  const steps = readPreTokenizers(new JsonPart(stages.pre_tokenizer, 'pre_tokenizer'))
  const cutter = new PieceCutter(steps)
  const windows = cutsAnywhere(normalizers, steps)
  const counter = new WordCounter()
  const texts = typeof source === 'string' ? [source] : source
  for await (const text of texts) {
    requireString(text, 'Subword.train(texts)')
    for (let from = 0; from < text.length; ) {
      const to = windows ? windowEnd(text, from, text.length) : text.length
      let part = plainText(text.slice(from, to))
      for (const { apply } of normalizers) part = apply(part, { first: from === 0, last: to === text.length })
      if (part.text !== '') {
        const mark = cutter.region.mark()
        counter.add(cutter.region, cutter.lay(part, from === 0))
        cutter.region.release(mark)
      }
      from = to
      // How much is still to come is not known: half way is as true as anything.
      await pause(0.5)
    }
  }
  return counter.finish()
}

async function pairs(words: WordCounts, settings: Settings, pause: Pause) {
  const { model, vocabularySize, minimumFrequency, specialTokens, maximumAlphabet, unknown } = settings
  const bytes = model === 'bpe'
  const { tokens, merges } = await trainPairs(
    words,
    {
      ...{ vocabularySize, minimumFrequency, specialTokens },
      alphabet: bytes ? Array.from(byteAlphabet(), (unit) => String.fromCharCode(unit)) : [],
      maximumAlphabet: bytes ? 256 : maximumAlphabet,
      continuingPrefix: bytes ? '' : '##',
    },
    pause,
  )
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]))
  if (!bytes) {
    return {
      ...{ type: 'WordPiece', unk_token: unknown, continuing_subword_prefix: '##' },
      ...{ max_input_chars_per_word: 100, vocab },
    }
  }
  return {
    ...{
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
    },
    ...{ fuse_unk: false, byte_fallback: false, ignore_merges: false, vocab, merges },
  }
}

async function unigram(words: WordCounts, settings: Settings, pause: Pause) {
  const { vocabularySize, specialTokens, maximumAlphabet, longestPiece, byteFallback, unknown } = settings
  const bytes = byteFallback ? Array.from({ length: 256 }, (_, byte) => byteToken(byte)) : []
  const fixed = [...specialTokens, ...bytes]
  const pieces = await trainUnigram(
    words,
    {
      size: Math.max(1, vocabularySize - fixed.length),
      maximumAlphabet,
      longestPiece,
      except: new Set(fixed),
    },
    pause,
  )
  return {
    type: 'Unigram',
    unk_id: specialTokens.indexOf(unknown),
    vocab: [...fixed.map((token) => [token, 0]), ...pieces],
    byte_fallback: byteFallback,
  }
}
