/**
 * The trainer of unigram models: from many frequent substrings down to the wanted number of tokens. Each round
 * estimates the probabilities of all tokens by EM over the distinct words, then drops the quarter whose loss would
 * lower the likelihood of the words least. Characters are never dropped.
 *
 * Beside Kudo 2018 and its implementation: seeds come from a search by length instead of a suffix array, and a word
 * whose probability leaves the range of f64 is left out of EM. Scores are rounded to 10^-6 nats, so that the last
 * bit of a logarithm, which engines may compute differently, does not show.
 *
 * @see Kudo 2018, section 3.2; Liang & Klein 2007 (digamma in the M step)
 */

import type { Pause } from '../../text/pause.js'
import { findSeeds, type Seed } from './find-seeds.js'
import { UnigramCounts } from './unigram-counts.js'
import type { WordCounts } from './word-counter.js'

const SEEDS = 8 // for each token wanted
const KEPT = 0.75
const SPARE = 1.1 // the last rounds stop at this multiple of the size; the best tokens of those stay
const EM_STEPS = 2
const LEAST_EXPECTED = 0.5

/** What the trainer is told. */
export interface UnigramTraining {
  /** Tokens wanted, without special and byte tokens. */
  readonly size: number
  readonly maximumAlphabet: number
  readonly longestPiece: number
  /** Strings that are tokens of another kind. */
  readonly except: ReadonlySet<string>
}

/** Tokens with their log probabilities in nats, the most probable first. */
export async function trainUnigram(
  words: WordCounts,
  training: UnigramTraining,
  pause: Pause,
): Promise<[string, number][]> {
  const { size, maximumAlphabet, longestPiece, except } = training
  const most = Math.max(size * SEEDS, 10_000)
  const found = await findSeeds(words, longestPiece, most, pause)
  const characters = found.characters
    .filter(([token]) => !except.has(token))
    .sort(byScore)
    .slice(0, Math.min(maximumAlphabet, size))
  const known = new Set(characters.map(([token]) => token))
  const seeds = found.substrings
    .filter(([token]) => !except.has(token) && [...token].every((character) => known.has(character)))
    .sort(byScore)
    .slice(0, most)
  let pieces: Piece[] = [
    ...characters.map(([token, score]) => ({ token, score, character: true })),
    ...seeds.map(([token, score]) => ({ token, score, character: false })),
  ]
  const total = pieces.reduce((sum, { score }) => sum + score, 0)
  pieces = pieces.map((piece) => ({ ...piece, score: Math.log(piece.score / total) }))
  const wanted = Math.max(characters.length, Math.ceil(size * SPARE))
  const first = pieces.length
  const counts = new UnigramCounts(words)
  for (;;) {
    const done = (left: number) =>
      0.2 + 0.8 * (Math.log(first / left) / Math.log(Math.max(2, first / wanted)))
    for (let step = 0; step < EM_STEPS; step++)
      pieces = await estimate(pieces, counts, pause, done(pieces.length))
    if (pieces.length <= wanted) break
    pieces = await prune(pieces, counts, wanted, pause, done(pieces.length))
  }
  const kept = pieces.filter(({ character }) => character)
  const others = pieces.filter(({ character }) => !character).sort(byPieceScore)
  return [...kept, ...others.slice(0, Math.max(0, size - kept.length))]
    .sort(byPieceScore)
    .map(({ token, score }) => [token, Math.round(score * 1e6) / 1e6])
}

interface Piece {
  readonly token: string
  readonly score: number
  readonly character: boolean
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function byScore([a, x]: Seed, [b, y]: Seed): number {
  return y - x || order(a, b)
}

function byPieceScore(a: Piece, b: Piece): number {
  return b.score - a.score || order(a.token, b.token)
}

async function estimate(
  pieces: Piece[],
  counts: UnigramCounts,
  pause: Pause,
  done: number,
): Promise<Piece[]> {
  counts.setPieces(pieces)
  const expected = await counts.expected(pause, done)
  const kept = pieces.flatMap((piece, id) => {
    const count = expected[id]!
    return piece.character || count >= LEAST_EXPECTED ? [{ ...piece, count: Math.max(count, 1e-3) }] : []
  })
  const all = digamma(kept.reduce((sum, { count }) => sum + count, 0))
  return kept.map(({ token, character, count }) => ({ token, character, score: digamma(count) - all }))
}

async function prune(
  pieces: Piece[],
  counts: UnigramCounts,
  wanted: number,
  pause: Pause,
  done: number,
): Promise<Piece[]> {
  counts.setPieces(pieces)
  const frequency = await counts.best(pause, done)
  const total = frequency.reduce((sum, count) => sum + count, 0)
  const logTotal = Math.log(total)
  const kept: Piece[] = []
  const losses: { piece: Piece; loss: number }[] = []
  await counts.alternatives(pause, done, (id, score, ids) => {
    const piece = pieces[id]!
    if (piece.character) kept.push(piece)
    else if (ids.length === 0) losses.push({ piece, loss: Number.POSITIVE_INFINITY })
    // Never on a best path, or better written otherwise: nothing is lost without it.
    else if (frequency[id] === 0 || score > piece.score) return
    else {
      const own = frequency[id]!
      const logAfter = Math.log(total + own * (ids.length - 1))
      let alternative = 0
      for (const other of ids) alternative += Math.log(frequency[other]! + own) - logAfter
      losses.push({ piece, loss: (own / total) * (Math.log(own) - logTotal - alternative) })
    }
  })
  losses.sort((a, b) => b.loss - a.loss || order(a.piece.token, b.piece.token))
  const room = Math.max(wanted, Math.floor(pieces.length * KEPT)) - kept.length
  return [...kept, ...losses.slice(0, Math.max(0, room)).map(({ piece }) => piece)]
}

// The logarithmic derivative of the gamma function, by recurrence to 7 and then its asymptotic series.
function digamma(x: number): number {
  let result = 0
  let at = x
  for (; at < 7; at++) result -= 1 / at
  at -= 0.5
  const square = 1 / (at * at)
  return (
    result +
    Math.log(at) +
    square * (1 / 24 - square * (7 / 960 - square * (31 / 8064 - square * (127 / 30_720))))
  )
}
