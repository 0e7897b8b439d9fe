/**
 * What both Node and the browser run: texts through the tokenizers and the splitter, and a digest of every
 * column of every Doc, so that one number tells whether the bytes are the same.
 */
import { Doc, splitSentences, tokenize, tokenizeUnicode, tokenizeWordPunct } from 'wordloom'
import { lemmatizeAll } from 'wordloom/lemma'
import { STEMMERS, stemAll } from 'wordloom/stem'

/** Texts in which anything that depends on the machine or its locale would show. */
export const TEXTS: readonly string[] = [
  '',
  'Good muffins cost $3.88\nin New York.  Please buy me\ntwo of them.\n\nThanks.',
  'Dr. Smith (the elder) said: "Don\'t!" -- and left at 5:30 p.m. for the U.S. He won\'t be back.',
  'Mail someone@example.org, see https://example.org/a?b=c#d, @you #tag :-) <3 10% of 1,234.5',
  'nai\u0308ve caf\u00e9 na\u00efve cafe\u0301 \u{1F469}\u200D\u{1F469}\u200D\u{1F467} \u{1F1E9}\u{1F1EA} \u{1F44D}\u{1F3FD}',
  '\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd. \u0645\u0631\u062d\u0628\u0627! \u6771\u4eac\u30bf\u30ef\u30fc\u3002 \ud55c\uad6d\uc5b4 \u0e44\u0e17\u0e22',
  'lone \ud83d and \udc00, NUL \0, BOM \ufeff, CRLF\r\n\r\nnext',
  'constructor __proto__ hasOwnProperty I\u0307stanbul \u0130 \u0131 \u017f \u00df \ufb01',
  "C'est l'\u00e9t\u00e9. Qu'est-ce que c'est ? Nell'acqua dell'uomo.",
  'The cat sat. It purred, didn\'t it? "Yes," she said. '.repeat(2000),
]

/** FNV-1a over bytes, going on from `hash`. */
function digestBytes(bytes: Uint8Array, hash: number): number {
  let h = hash
  for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193) >>> 0
  return h
}

/** A digest of all columns of a Doc. */
export function digest(doc: Doc): string {
  let hash = 0x811c9dc5
  const { columns } = doc.toColumns()
  for (const name of Object.keys(columns).sort()) {
    const column = columns[name]!
    const numbers = ArrayBuffer.isView(column) ? column : column.ids
    hash = digestBytes(new TextEncoder().encode(`${name} ${numbers.length}`), hash)
    hash = digestBytes(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength), hash)
    if (!ArrayBuffer.isView(column))
      hash = digestBytes(new TextEncoder().encode(column.strings.join('\n')), hash)
  }
  return hash.toString(16)
}

/** Digests of every text under every tokenizer, and of all lemmas and stems of its tokens. */
export function exercise(): string[] {
  return TEXTS.flatMap((text) =>
    [
      lemmatizeAll(tokenize(text)),
      ...STEMMERS.map(({ algorithm }) => stemAll(tokenize(text), { lang: algorithm })),
      splitSentences(tokenize(text)),
      tokenize(text, { split: 'none' }),
      splitSentences(tokenize(text, { lang: 'fr' }), { lang: 'fr' }),
      tokenizeUnicode(text),
      tokenizeWordPunct(text),
    ].map(digest),
  )
}

/** A Doc through its plain form and back, as a worker does with what it was posted. */
export function digestOfClone(columns: Parameters<typeof Doc.fromColumns>[0]): string {
  return digest(Doc.fromColumns(columns))
}

/** A Doc to be posted. */
export function sentencesOf(text: string): Doc {
  return splitSentences(tokenize(text))
}
