/**
 * What a token is, as tokenizers see it: the values of the column `kind`, one byte a token.
 *
 * `clitic` marks the second and later words of a contraction ("n't" of "don't", "'s" of "John's", "not" of
 * "cannot"). A multiword token of CoNLL-U is a token with the clitics that follow it.
 */

/** Kinds of tokens; the column `kind` holds indexes into this list. */
export const TOKEN_KINDS = [
  'word',
  'clitic',
  'number',
  'punctuation',
  'symbol',
  'url',
  'email',
  'mention',
  'hashtag',
  'emoticon',
  'emoji',
  'other',
] as const

/** One of {@link TOKEN_KINDS}. */
export type TokenKind = (typeof TOKEN_KINDS)[number]

/** The number that stands for each kind in the column `kind`. */
export const KIND_CODES = Object.fromEntries(TOKEN_KINDS.map((kind, code) => [kind, code])) as Readonly<
  Record<TokenKind, number>
>
