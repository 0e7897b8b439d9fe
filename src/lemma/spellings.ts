/**
 * Lists of words with capitals as text: sorted, a digit for the letters shared with the word before, then the others.
 */

/** The text of a list of words; they have no digits. */
export function encodeSpellings(words: Iterable<string>): string {
  let text = ''
  let previous = ''
  for (const word of [...words].sort()) {
    let shared = 0
    while (shared < 9 && shared < word.length && word[shared] === previous[shared]) shared++
    text += shared + word.slice(shared)
    previous = word
  }
  return text
}

/** The words of a text that {@link encodeSpellings} gave, by their lower case. */
export function decodeSpellings(text: string): Map<string, string> {
  const words = new Map<string, string>()
  let word = ''
  for (const [, shared, rest] of text.matchAll(/(\d)(\D*)/gu)) {
    word = word.slice(0, Number(shared)) + rest!
    words.set(word.toLowerCase(), word)
  }
  return words
}
