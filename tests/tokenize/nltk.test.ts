/**
 * The classic tokenizers beside NLTK on the same strings, where definitions coincide; docs/guide/tokenizers.md
 * lists every difference. One Python process answers for all rows.
 */
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import {
  mergeExpressions,
  ngrams,
  skipgrams,
  tokenizeLines,
  tokenizeParagraphs,
  tokenizeRegexp,
  tokenizeSExpressions,
  tokenizeTweet,
  tokenizeWhitespace,
  tokenizeWordPunct,
} from '../../src/tokenize/index.js'
import { nltk } from '../support/nltk.js'
import { describeWith } from '../support/resources.js'
import { PLAIN } from '../support/texts.js'

interface Row {
  readonly name: string
  readonly expression: string
  readonly inputs: readonly unknown[]
  readonly ours: (input: never) => unknown
}

const texts = [...PLAIN, 'naïve Ωmega 東京 ½ ² Ⅷ', 'a\u2028b\u0085c']
const words = ['Insurgents killed in ongoing fighting'.split(' ')]
const letters = fc.sample(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 }), {
  numRuns: 300,
  seed: 7,
})
const lines = (blankLines: 'keep' | 'drop') => (text: string) =>
  tokenizeLines(text, { blankLines })
    .words()
    .map((line) => (/^[\r\n]+$/.test(line) ? '' : line)) // ours: an empty line is the token of its break

const ROWS: readonly Row[] = [
  {
    name: 'white space',
    expression: 'tk.WhitespaceTokenizer().tokenize(x)',
    inputs: texts,
    ours: (text: string) => tokenizeWhitespace(text).words(),
  },
  {
    name: 'words and punctuation',
    expression: 'tk.WordPunctTokenizer().tokenize(x)',
    inputs: texts,
    ours: (text: string) => tokenizeWordPunct(text).words(),
  },
  {
    name: 'lines, blank ones dropped',
    expression: "tk.LineTokenizer('discard').tokenize(x)",
    inputs: texts,
    ours: lines('drop'),
  },
  {
    name: 'lines, blank ones kept',
    expression: "tk.LineTokenizer('keep').tokenize(x)",
    inputs: texts,
    ours: lines('keep'),
  },
  {
    name: 'paragraphs (theirs trimmed)',
    expression: '[t for t in (t.strip() for t in tk.BlanklineTokenizer().tokenize(x)) if t]',
    inputs: texts,
    ours: (text: string) => tokenizeParagraphs(text).words(),
  },
  ...['\\w+|\\$[\\d.]+|\\S+', '[A-Z]\\w+', '(?:\\w\\.)+|\\w+(?:-\\w+)*|[.,]'].map((pattern) => ({
    name: `the pattern ${pattern}`,
    expression: `tk.RegexpTokenizer(r'${pattern}').tokenize(x)`,
    inputs: texts,
    ours: (text: string) => tokenizeRegexp(text, { pattern }).words(),
  })),
  {
    name: 'a pattern of gaps',
    expression: "tk.RegexpTokenizer(r'[,.]?\\s+', gaps=True).tokenize(x)",
    inputs: texts,
    ours: (text: string) => tokenizeRegexp(text, { pattern: '[,.]?\\s+', matches: 'gaps' }).words(),
  },
  {
    name: 'balanced S-expressions',
    expression: 'tk.SExprTokenizer().tokenize(x)',
    inputs: ['(a b (c d)) e f (g)', '(a)(b)', 'plain(a)', '()', '((()))', ''],
    ours: (text: string) => tokenizeSExpressions(text).words(),
  },
  {
    name: 'S-expressions that do not match',
    expression: 'tk.SExprTokenizer(strict=False).tokenize(x)',
    inputs: ['c) d) e (f (g', ')', '(', ') ('],
    ours: (text: string) => tokenizeSExpressions(text, { unmatched: 'token' }).words(),
  },
  {
    name: 'multi-word expressions',
    expression:
      "tk.MWETokenizer([('a','b'),('a','b','c','d'),('b','c'),('c','c')], separator=' ').tokenize(x)",
    inputs: letters,
    ours: (letters: string[]) =>
      mergeExpressions(tokenizeWhitespace(letters.join(' ')), {
        expressions: ['a b', 'a b c d', 'b c', 'c c'],
      }).words(),
  },
  {
    name: 'tweets',
    expression: 'tk.TweetTokenizer().tokenize(x)',
    inputs: [
      'This is a cooool #dummysmiley: :-) :-P <3 and some arrows < > -> <--',
      '@_willy65: No magic, just http://t.co/abc123 :-D',
      'RT @NLTK_org: check www.nltk.org/book (ch. 3) & tell us… #NLProc #2020vision #1',
      'My phone: (650) 555-0123, +1 650-555-0123 or 555-1234; 1-800-555-0199',
      'ok . . . fine .. now',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 👍🏽 👩‍👩‍👧 🇩🇪🇫🇷',
      "I can't believe it's 10:30 already... \"quoted\" don't-stop",
    ],
    ours: (text: string) => tokenizeTweet(text).words(),
  },
  {
    name: 'tweets, normalised',
    expression: 'tk.TweetTokenizer(preserve_case=False, reduce_len=True, strip_handles=True).tokenize(x)',
    inputs: ['@remy: This is waaaaayyyy too much for you!!!!!!', 'NOOOOOO :D :D &amp; SOOO @you'],
    ours: (text: string) => {
      const doc = tokenizeTweet(text, { case: 'lower', lengthening: 'reduce', handles: 'strip' })
      return Array.from(doc, (token) => token.get('norm'))
    },
  },
  {
    name: 'trigrams',
    expression: '[list(g) for g in util.ngrams(x, 3)]',
    inputs: words,
    ours: (words: string[]) => [...ngrams(words, 3)],
  },
  {
    name: 'padded trigrams',
    expression:
      "[list(g) for g in util.ngrams(x, 3, pad_left=True, pad_right=True, left_pad_symbol='<', right_pad_symbol='>')]",
    inputs: words,
    ours: (words: string[]) => [...ngrams(words, { min: 3, padStart: '<', padEnd: '>' })],
  },
  {
    name: 'n-grams of every length',
    expression: '[list(g) for g in util.everygrams(x)]',
    inputs: words,
    ours: (words: string[]) => [...ngrams(words, { max: words.length })],
  },
  {
    name: 'bigrams and trigrams',
    expression: '[list(g) for g in util.everygrams(x, 2, 3)]',
    inputs: words,
    ours: (words: string[]) => [...ngrams(words, { min: 2, max: 3 })],
  },
  {
    name: 'skip-bigrams',
    expression: '[list(g) for g in util.skipgrams(x, 2, 2)]',
    inputs: words,
    ours: (words: string[]) => [...skipgrams(words, 2, 2)],
  },
  {
    name: 'skip-trigrams',
    expression: '[list(g) for g in util.skipgrams(x, 3, 2)]',
    inputs: words,
    ours: (words: string[]) => [...skipgrams(words, 3, 2)],
  },
]

describeWith('nltk', 'as in NLTK', () => {
  let theirs: unknown[][]
  beforeAll(() => {
    theirs = nltk(ROWS)
  })

  it.each(ROWS.map((row, i) => ({ ...row, i })))('$name', ({ ours, inputs, i }) => {
    expect(inputs.map((input) => ours(input as never))).toEqual(theirs[i])
  })
})
