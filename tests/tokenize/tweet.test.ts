import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TweetOptions, tokenizeTweet } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { checkTokenizer } from '../support/check-tokenizer.js'
import { randomText } from '../support/texts.js'

const kinds = (text: string) => Array.from(tokenizeTweet(text), (token) => `${token.text}/${token.kind}`)
const norms = (text: string, options: TweetOptions) =>
  Array.from(tokenizeTweet(text, options), (token) => token.get('norm'))

describe('tokenizeTweet', () => {
  it.each([
    ['@user: hi', ['@user/mention', ':/punctuation', 'hi/word']],
    ['hi @me@mastodon.social!', ['hi/word', '@me@mastodon.social/mention', '!/punctuation']],
    [
      'a @ b, root@localhost',
      ['a/word', '@/punctuation', 'b/word', ',/punctuation', 'root/word', '@/punctuation', 'localhost/word'],
    ],
    [
      '#NLProc #2020vision #1 ##x',
      ['#NLProc/hashtag', '#2020vision/hashtag', '#/punctuation', '1/number', '##x/hashtag'],
    ],
    ['see http://t.co/a_(b)?x=1. ok', ['see/word', 'http://t.co/a_(b)?x=1/url', './punctuation', 'ok/word']],
    ['(www.example.com/x)', ['(/punctuation', 'www.example.com/x/url', ')/punctuation']],
    ['google.com rocks.So there', ['google.com/url', 'rocks/word', './punctuation', 'So/word', 'there/word']],
    ['a.b+c@x.example.org', ['a.b+c@x.example.org/email']],
    [
      ':-) :P =D ;-( <3 </3 :/',
      [
        ':-)/emoticon',
        ':P/emoticon',
        '=D/emoticon',
        ';-(/emoticon',
        '<3/emoticon',
        '</3/emoticon',
        ':\u002f/emoticon',
      ],
    ],
    [
      '^_^ o_O xD T_T ¯\\_(ツ)_/¯',
      ['^_^/emoticon', 'o_O/emoticon', 'xD/emoticon', 'T_T/emoticon', '¯\\_(ツ)_/¯/emoticon'],
    ],
    ['Done:Parking at 10:30', ['Done/word', ':/punctuation', 'Parking/word', 'at/word', '10:30/number']],
    [
      '(see 1998): $5.08)',
      [
        '(/punctuation',
        'see/word',
        '1998/number',
        ')/punctuation',
        ':/punctuation',
        '$/symbol',
        '5.08/number',
        ')/punctuation',
      ],
    ],
    [
      '👍🏽👩‍👩‍👧🇩🇪🇫🇷 ❤️ ☺ 1️⃣',
      ['👍🏽/emoji', '👩‍👩‍👧/emoji', '🇩🇪/emoji', '🇫🇷/emoji', '❤️/emoji', '☺/symbol', '1️⃣/emoji'],
    ],
    [
      "don't well-being wait--what B2B",
      [
        "don't/word",
        'well-being/word',
        'wait/word',
        '-/punctuation',
        '-/punctuation',
        'what/word',
        'B2B/word',
      ],
    ],
    ['-> <-- =>', ['->/symbol', '<--/symbol', '=>/symbol']],
    ['<b>x</b> &amp;', ['<b>/other', 'x/word', '</b>/other', '&amp;/symbol']],
    ['1,000,000 3.5% -4 2-3', ['1,000,000/number', '3.5/number', '%/punctuation', '-4/number', '2-3/number']],
    ['hm... . . .', ['hm/word', '.../punctuation', '. . ./punctuation']],
    ['nai\u0308ve', ['nai\u0308ve/word']],
  ])('of %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it.each([
    ['(650) 555-0123', ['(650) 555-0123']],
    ['+1 650-555-0123', ['+1 650-555-0123']],
    ['+44 20 7946 0018', ['+44 20 7946 0018']],
    ['1-800-555-0199', ['1-800-555-0199']],
    ['call 555-0123 now', ['call', '555-0123', 'now']],
  ])('joins the phone number of %j', (text, words) => {
    expect(tokenizeTweet(text).words()).toEqual(words)
  })

  it('splits phone numbers where that is wanted', () => {
    expect(tokenizeTweet('(650) 555-0123', { phoneNumbers: 'split' }).words()).toEqual([
      '(',
      '650',
      ')',
      '555-0123',
    ])
  })

  it('leaves out handles where that is wanted, and no other offset moves', () => {
    const doc = tokenizeTweet('@remy: hi @x', { handles: 'strip' })
    expect(doc.words()).toEqual([':', 'hi'])
    expect([...doc.start]).toEqual([5, 7])
  })

  it.each<[string, TweetOptions, string[]]>([
    [
      'Waaaaayyyy tooo COOL :D http://T.co',
      { lengthening: 'reduce' },
      ['Waaayyy', 'tooo', 'COOL', ':D', 'http://T.co'],
    ],
    ['Waaaaay COOL :D http://T.co', { case: 'lower' }, ['waaaaay', 'cool', ':D', 'http://T.co']],
    ['no!!!!!! 10000', { lengthening: 'reduce' }, ['no', '!', '!', '!', '10000']],
    [
      'no!!! so.... 😀😀😀😀',
      { lengthening: 'reduce' },
      ['no', '!', '!', '!', 'so', '...', '😀', '😀', '😀', '😀'],
    ],
    ['&amp; &lt; &#65; &#x1F600; &bogus; &#0;', { case: 'lower' }, ['&', '<', 'a', '😀', '&bogus;', '&#0;']],
  ])('gives norms of %j with %j', (text, options, expected) => {
    expect(norms(text, options)).toEqual(expected)
  })

  it('has no norms unless asked', () => {
    expect(tokenizeTweet('Hi').has('norm')).toBe(false)
  })

  it('lets the third of many marks stand for the rest, so that nothing is lost', () => {
    expect(tokenizeTweet('no!!!!!!', { lengthening: 'reduce' }).words()).toEqual(['no', '!', '!', '!!!!'])
  })

  it('gives the same tokens with norms as without, but for joined marks', () => {
    fc.assert(
      fc.property(randomText, (text) => {
        expect(tokenizeTweet(text, { case: 'lower' }).words()).toEqual(tokenizeTweet(text).words())
      }),
    )
  })

  it('refuses an unknown option', () => {
    expect(caught(() => tokenizeTweet('a', { handles: 'drop' as 'keep' })).code).toBe('OPTION_INVALID')
  })
})

checkTokenizer('tokenizeTweet', (text) => tokenizeTweet(text), {
  wholeCharacters: false,
  noInnerSpace: false,
})
checkTokenizer(
  'tokenizeTweet with norms',
  (text) => tokenizeTweet(text, { case: 'lower', lengthening: 'reduce' }),
  {
    wholeCharacters: false,
    noInnerSpace: false,
    numRuns: 100,
  },
)
