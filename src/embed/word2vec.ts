/**
 * Word2Vec: word vectors learned from text by skip-gram with negative sampling.
 *
 * A word's vector is trained to tell the words around it from words drawn at random, so that words with the same
 * surroundings come to lie close together. The corpus is counted first (a number a word is kept), then gone over
 * `epochs` times in the core on one thread. The vectors are a `Vectors`; the output matrix stays for those who need it.
 */
import { WordloomError } from '../core/errors.js'
import type { PackMeta } from '../text/pack.js'
import { makePause } from '../text/pause.js'
import { trainSkipGram } from './skip-gram.js'
import { Vectors } from './vectors.js'
import { type SentenceSource, WordStream } from './word-stream.js'
import { readWord2VecOptions, type Word2VecOptions } from './word2vec-options.js'

/** What a training saw. */
export interface Word2VecReport {
  /** Words of the corpus that are in the vocabulary, one pass. */
  readonly corpusWords: number
  /** Words trained over all epochs, after subsampling. */
  readonly trainedWords: number
  /** Shape (epochs,): mean loss of an answer (the word itself, or a negative), in nats. */
  readonly losses: readonly number[]
}

/** Trained word vectors, with what they were trained by. */
export class Word2Vec {
  /** The vectors of the words, most frequent first. */
  readonly vectors: Vectors
  /** The other matrix, shape (nWords, vectorSize): each word as an answer. */
  readonly outputs: Float32Array
  readonly report: Word2VecReport

  private constructor(vectors: Vectors, outputs: Float32Array, report: Word2VecReport) {
    this.vectors = vectors
    this.outputs = outputs
    this.report = report
  }

  /**
   * Trains vectors on Docs (sentence by sentence where they have the column `sentence`) or lists of words.
   *
   * One thread; the same sentences, options and seed give the same bytes. The source is read once; memory is 4 bytes
   * a word of the corpus, plus 8 bytes a number of a vector.
   *
   * @throws OPTION_INVALID when an option is unknown or out of range
   * @throws SOURCE_INVALID when the source gives something else
   * @throws TRAINING_EMPTY when no word is as frequent as `minCount`
   * @throws the reason of `signal` when that aborts
   * @example
   * ```ts
   * import { Word2Vec } from 'wordloom/embed'
   * const sentences = ['a cat purrs', 'the cat sleeps', 'a dog barks', 'the dog sleeps'].map((s) => s.split(' '))
   * const { vectors } = await Word2Vec.train(sentences, { vectorSize: 8, minCount: 2 })
   * console.log(vectors.words) // [ 'a', 'cat', 'the', 'sleeps', 'dog' ]
   * ```
   * @see Mikolov et al.: Distributed Representations of Words and Phrases and their Compositionality. NIPS 2013,
   *   arXiv 1310.4546. Here the words around a position share its negatives (Ji et al. 2016, arXiv 1611.06172), and
   *   all of a position is computed from the same old values.
   */
  static async train(source: SentenceSource, options: Word2VecOptions = {}): Promise<Word2Vec> {
    const { meta = {}, onProgress, signal, ...settings } = readWord2VecOptions(options)
    const pause = makePause(onProgress, signal)
    signal?.throwIfAborted()
    const stream = new WordStream(settings.casing, settings.digits)
    for await (const item of source) {
      stream.add(item)
      await pause(0)
    }
    const corpus = stream.finish(settings.minCount, settings.maxFinalVocab ?? Number.POSITIVE_INFINITY)
    if (corpus.words.length === 0) {
      throw new WordloomError('TRAINING_EMPTY', {
        message: `Word2Vec.train found no word that occurs ${settings.minCount} times or more.`,
        hint: 'Pass more text, or a smaller minCount.',
        details: { minCount: settings.minCount },
      })
    }
    const { inputs, outputs, trained, losses } = await trainSkipGram(corpus, settings, pause)
    onProgress?.(1)
    const report = { corpusWords: corpus.total, trainedWords: trained, losses }
    const about: PackMeta = {
      ...meta,
      algorithm: 'skip-gram',
      options: { ...settings, maxFinalVocab: settings.maxFinalVocab ?? null },
      report,
    }
    const vectors = Vectors.create({ words: corpus.words, values: inputs, counts: corpus.counts }, about)
    return new Word2Vec(vectors, outputs, report)
  }
}
