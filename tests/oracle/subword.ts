/**
 * Slow, plain twins of the subword kernels: merges by trying all pairs each time, segmentation by looking at all
 * substrings, training by counting all pairs anew.
 */

/** The splitting patterns as regular expressions. */
export const ORACLE_PATTERNS = {
  gpt2: /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu,
  gpt4: /'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD])|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu,
  gpt4o:
    /[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?:'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?:'(?:[sSſ]|[tT]|[rR][eE]|[vV][eE]|[mM]|[lL][lL]|[dD]))?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+/gu,
}

/** The bytes of a text in GPT-2's byte alphabet. */
export function oracleBytes(text: string): string {
  const letters: string[] = []
  let next = 0x100
  for (let byte = 0; byte < 256; byte++) {
    const own = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad)
    letters.push(String.fromCharCode(own ? byte : next++))
  }
  return Array.from(new TextEncoder().encode(text), (byte) => letters[byte]).join('')
}

/** Tokens of one piece by merges in the order of their ranks, leftmost first. */
export function oracleBpe(piece: string, merges: readonly (readonly [string, string])[]): string[] {
  const ranks = new Map(merges.map(([left, right], rank) => [`${left} ${right}`, rank]))
  const symbols = [...piece]
  for (;;) {
    let best = Number.POSITIVE_INFINITY
    let at = -1
    for (let i = 0; i + 1 < symbols.length; i++) {
      const rank = ranks.get(`${symbols[i]} ${symbols[i + 1]}`) ?? Number.POSITIVE_INFINITY
      if (rank < best) [best, at] = [rank, i]
    }
    if (at < 0) return symbols
    symbols.splice(at, 2, symbols[at]! + symbols[at + 1]!)
  }
}

/** Tokens of one word by greedy longest match; the unknown token if a part matches nothing. */
export function oracleWordPiece(word: string, vocabulary: ReadonlySet<string>, unknown: string): string[] {
  if ([...word].length > 100) return [unknown]
  const tokens: string[] = []
  for (let at = 0; at < word.length; ) {
    let end = word.length
    const prefix = at > 0 ? '##' : ''
    while (end > at && !vocabulary.has(prefix + word.slice(at, end))) end--
    if (end === at) return [unknown]
    tokens.push(prefix + word.slice(at, end))
    at = end
  }
  return tokens
}

/** The score of the best segmentation, by all substrings; unknown characters cost `unknown`. */
export function oracleUnigramScore(
  piece: string,
  scores: ReadonlyMap<string, number>,
  unknown: number,
): number {
  const best = new Array<number>(piece.length + 1).fill(Number.NEGATIVE_INFINITY)
  best[0] = 0
  for (let at = 0; at < piece.length; at++) {
    if (best[at] === Number.NEGATIVE_INFINITY) continue
    const width = piece.codePointAt(at)! > 0xffff ? 2 : 1
    for (let end = at + 1; end <= piece.length; end++) {
      const score = scores.get(piece.slice(at, end)) ?? (end === at + width ? unknown : undefined)
      if (score !== undefined) best[end] = Math.max(best[end]!, best[at]! + score)
    }
  }
  return best[piece.length]!
}

/** Merges learnt from words by counting all pairs anew for each; ties go to the smaller ids. */
export function oracleMerges(
  words: ReadonlyMap<string, number>,
  alphabet: readonly string[],
  count: number,
  least: number,
): [string, string][] {
  const ids = new Map(alphabet.map((letter, id) => [letter, id]))
  const split = [...words].map(([word, weight]) => ({ symbols: [...word], weight }))
  const merges: [string, string][] = []
  while (merges.length < count) {
    const counts = new Map<string, { pair: [string, string]; weight: number }>()
    for (const { symbols, weight } of split) {
      for (let i = 0; i + 1 < symbols.length; i++) {
        const pair: [string, string] = [symbols[i]!, symbols[i + 1]!]
        const entry = counts.get(pair.join(' ')) ?? { pair, weight: 0 }
        entry.weight += weight
        counts.set(pair.join(' '), entry)
      }
    }
    const [best] = [...counts.values()].sort(
      (a, b) =>
        b.weight - a.weight ||
        ids.get(a.pair[0])! - ids.get(b.pair[0])! ||
        ids.get(a.pair[1])! - ids.get(b.pair[1])!,
    )
    if (!best || best.weight < least) return merges
    const [left, right] = best.pair
    merges.push(best.pair)
    if (!ids.has(left + right)) ids.set(left + right, ids.size)
    for (const { symbols } of split) {
      for (let i = 0; i + 1 < symbols.length; i++) {
        if (symbols[i] === left && symbols[i + 1] === right) symbols.splice(i, 2, left + right)
      }
    }
  }
  return merges
}
