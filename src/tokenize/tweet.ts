/**
 * Tweet tokenizer: words and punctuation of social media, where emoticons, emoji, mentions, hashtags, links and
 * phone numbers are one token each. An ordered list of patterns, the first that matches at a place wins; they
 * run as one automaton (src/text/pattern.ts), so the time is linear. Offsets are those of the original text;
 * lower case and reduced lengthening are a column.
 *
 * @see Potts 2011, sentiment tutorial (tokenizing); Gimpel et al. 2011, "Part-of-speech tagging for Twitter", ACL
 */
import { requireOptions, requireString } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import { Pattern } from '../text/pattern.js'
import { InternTable } from '../text/strings.js'
import { TokenBuffer } from '../text/token-buffer.js'
import { KIND_CODES, TOKEN_KINDS, type TokenKind } from '../text/token-kind.js'
import { lazyPattern } from '../text/unicode.js'

const punctuation = lazyPattern('^\\p{P}')
const symbol = lazyPattern('^\\p{S}')
const lengthened = lazyPattern('(\\p{L})\\1{3,}', 'gu')

/** What {@link tokenizeTweet} takes. */
export interface TweetOptions {
  /** Whether @mentions are tokens ('keep') or left out ('strip'). */
  readonly handles?: 'keep' | 'strip'
  /** Whether three or more equal letters count as written ('keep') or as three of them ('reduce': the norm). */
  readonly lengthening?: 'keep' | 'reduce'
  /** Whether the norm has the case of the text ('keep') or lower case ('lower'; not in emoticons and links). */
  readonly case?: 'keep' | 'lower'
  /** Whether the parts of a phone number are one token ('join') or not ('split'). */
  readonly phoneNumbers?: 'join' | 'split'
}

/** The options of {@link tokenizeTweet} that are not given. */
export const DEFAULT_TWEET_OPTIONS = {
  handles: 'keep',
  lengthening: 'keep',
  case: 'keep',
  phoneNumbers: 'join',
} as const satisfies TweetOptions

// Domains without a scheme or a path are links only with an ending that is no English word after a full stop
// ("done.So" is two words): the endings that are frequent in text.
const ENDINGS =
  'com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|tv|fm|ly|gl|eu|uk|us|ca|au|nz|ie|de|fr|es|it|nl|be|ch|at|se|no|dk|fi|pl|ru|ua|jp|cn|kr|in|br|mx|ar|za|co|me'
const DOMAIN = '[a-z\\d]+(?:[.-][a-z\\d]+)*'
// A link goes on to the next space; brackets belong to it in pairs, and it does not end with punctuation.
const IN_LINK = '(?:[^\\s()<>{}[\\]]|\\([^\\s()]*\\))'
const LAST_OF_LINK = '(?:\\([^\\s()]*\\)|[^\\s`!()[\\]{};:\'".,<>?«»“”‘’…])'
const SEPARATOR = '[ .-]?'
const PICTURE = '\\p{Extended_Pictographic}[\\ufe0e\\ufe0f]?\\p{Emoji_Modifier}?'

const RULES: readonly (readonly [kind: TokenKind | 'phone' | 'by character', pattern: string])[] = [
  ['url', `(?:https?|ftp)://${IN_LINK}*${LAST_OF_LINK}`],
  ['url', `(?<![@\\w.])(?:www\\.${DOMAIN}|${DOMAIN}\\.[a-z]{2,13}/)${IN_LINK}*${LAST_OF_LINK}`],
  ['url', `(?<![@\\w.])${DOMAIN}\\.(?:${ENDINGS})(?:/|(?![\\w@]))`],
  ['email', '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+'],
  [
    'phone',
    `(?<![\\w+])(?:\\+?1${SEPARATOR})?(?:\\(\\d{3}\\)${SEPARATOR}|\\d{3}${SEPARATOR})?\\d{3}[ .-]\\d{4}(?!\\w)`,
  ],
  ['phone', `(?<!\\w)\\+\\d{1,3}(?:${SEPARATOR}\\(\\d{1,4}\\))?(?:${SEPARATOR}\\d{2,12}){1,5}(?!\\w)`],
  // Eyes, nose, mouth; a mouth that is a letter ends a word, and eyes that are a digit begin one.
  ['emoticon', "[<>}]?[:;=][-o*'^]?(?:[)(\\][/\\\\|{}@*3]|[dpox](?!\\w))"],
  ['emoticon', "(?<![\\w.,$£€])8[-o*'^]?[)(\\][](?!\\w)"],
  ['emoticon', "(?<=^|\\s)(?:[)(\\][/\\\\|{}@]|[dp])[-o*'^]?[:;=8][<>]?(?!\\w)"],
  [
    'emoticon',
    '(?<!\\w)(?:x-?d+|[o0][_.][o0]|[t;]_[t;]|-_+-|>[._]<)(?!\\w)|\\^[_.-]?\\^|</?3+(?!\\w)|\\\\o/|¯\\\\_\\(ツ\\)_/¯',
  ],
  ['other', '</?[a-z][^<>\\s]*>|<!--[^<>\\s]*>'],
  ['symbol', '[-=]+>|<[-=]+|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,30});'],
  ['mention', '(?<![\\w@])@\\w+(?:@[\\w-]+(?:\\.[\\w-]+)+)?'],
  ['hashtag', "[#＃]+(?:\\w(?:[\\w'’-]*\\w)?)?[\\p{L}_](?:[\\w'’-]*\\w)?"],
  ['emoji', '[\\u{1f1e6}-\\u{1f1ff}]{2}|[\\d#*]\\ufe0f?\\u20e3|\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}'],
  ['emoji', `\\p{Emoji_Presentation}[\\ufe0e\\ufe0f]?\\p{Emoji_Modifier}?(?:\\u200d${PICTURE})*`],
  [
    'emoji',
    `\\p{Extended_Pictographic}(?:\\ufe0f\\p{Emoji_Modifier}?|\\p{Emoji_Modifier})(?:\\u200d${PICTURE})*`,
  ],
  ['emoji', `\\p{Extended_Pictographic}(?:\\u200d${PICTURE})+`],
  ['number', '(?:(?<!\\w)[+-])?\\d+(?:[,/.:-]\\d+)*(?!\\w)'],
  ['word', "\\w+(?:['’-](?=\\p{L})\\w+)*"],
  ['punctuation', '\\.(?:\\.+|(?: \\.)+)|…'],
  ['by character', '[^\\s\\p{M}\\u200d\\ufe0e\\ufe0f]?[\\p{M}\\u200d\\ufe0e\\ufe0f]*'],
]

/**
 * Tokens of social media text, with the column `kind`.
 *
 * With `case: 'lower'` or `lengthening: 'reduce'` the column `norm` holds the normal forms; character references
 * such as `&amp;` are decoded there. With `lengthening: 'reduce'` the third of more than three equal punctuation
 * marks stands for the rest of them. Linear time.
 *
 * @throws INPUT_NOT_STRING when `text` is not a string
 * @throws OPTION_INVALID when an option is unknown
 * @example
 * ```ts
 * import { tokenizeTweet } from 'wordloom'
 * const doc = tokenizeTweet('@remy: Sooooo cool :-D http://t.co/x', { handles: 'strip', lengthening: 'reduce' })
 * console.log(doc.words()) // [ ':', 'Sooooo', 'cool', ':-D', 'http://t.co/x' ]
 * console.log(doc.token(1)?.get('norm'), doc.token(3)?.kind) // Sooo emoticon
 * ```
 */
export function tokenizeTweet(text: string, options: TweetOptions = {}): Doc {
  requireString(text, 'tokenizeTweet(text)')
  requireOptions(
    options,
    {
      handles: ['keep', 'strip'],
      lengthening: ['keep', 'reduce'],
      case: ['keep', 'lower'],
      phoneNumbers: ['join', 'split'],
    },
    'tokenizeTweet',
  )
  const { handles, lengthening, phoneNumbers, case: letters } = { ...DEFAULT_TWEET_OPTIONS, ...options }
  const { pattern, kinds: ruleKinds } = rules(phoneNumbers === 'join')
  const tokens = new TokenBuffer(text.length >> 2)
  const kinds: number[] = []
  pattern.scan(text, (start, end, rule) => {
    const kind = ruleKinds[rule]!
    if (start === end || (kind === KIND_CODES.mention && handles === 'strip')) return
    kinds.push(kind === BY_CHARACTER ? characterKind(text, start) : kind)
    tokens.push(start, end)
  })
  const doc = tokens.doc(text, { kind: Uint8Array.from(kinds) })
  if (letters === 'keep' && lengthening === 'keep') return doc
  const joined = lengthening === 'reduce' ? joinRepeated(doc) : doc
  const norms = Array.from(joined, ({ text: word, kind }) => {
    const reduced = lengthening === 'reduce' ? reduce(word, kind) : decoded(word, kind)
    return letters === 'lower' && kind !== 'emoticon' && kind !== 'url' ? reduced.toLowerCase() : reduced
  })
  return joined.with({ norm: InternTable.column(norms) })
}

const BY_CHARACTER = TOKEN_KINDS.length
const compiled = new Map<boolean, { pattern: Pattern; kinds: number[] }>()

function rules(phones: boolean): { pattern: Pattern; kinds: number[] } {
  let made = compiled.get(phones)
  if (made === undefined) {
    const wanted = RULES.filter(([kind]) => kind !== 'phone' || phones)
    const kinds = wanted.map(([kind]) => {
      if (kind === 'by character') return BY_CHARACTER
      return KIND_CODES[kind === 'phone' ? 'number' : kind]
    })
    made = {
      pattern: new Pattern(
        wanted.map(([, pattern]) => pattern),
        'i',
      ),
      kinds,
    }
    compiled.set(phones, made)
  }
  return made
}

function characterKind(text: string, start: number): number {
  const character = text.slice(start, start + 2)
  if (punctuation().test(character)) return KIND_CODES.punctuation
  return symbol().test(character) ? KIND_CODES.symbol : KIND_CODES.other
}

/** Of more than three equal marks without a gap, the third token stands for the rest. */
function joinRepeated(doc: Doc): Doc {
  const tokens = new TokenBuffer(doc.length)
  const kept: number[] = []
  for (let i = 0; i < doc.length; i++) {
    let last = i
    if (i >= 2 && repeats(doc, i - 1) && repeats(doc, i)) while (repeats(doc, last + 1)) last++
    tokens.push(doc.start[i]!, doc.end[last]!)
    kept.push(i)
    i = last
  }
  const kind = doc.numbers('kind')
  return tokens.doc(doc.text, { kind: Uint8Array.from(kept, (i) => kind[i]!) })
}

/** Whether token `i` is the same mark as the one right before it. */
function repeats(doc: Doc, i: number): boolean {
  if (i >= doc.length || doc.start[i] !== doc.end[i - 1]) return false
  const kind = doc.numbers('kind')[i]
  return (kind === KIND_CODES.punctuation || kind === KIND_CODES.symbol) && doc.word(i) === doc.word(i - 1)
}

/** Three letters for more; of joined marks one, of dots three. Numbers and addresses are no lengthening. */
function reduce(word: string, kind: TokenKind): string {
  if (kind === 'word' || kind === 'hashtag') return word.replace(lengthened(), '$1$1$1')
  if (kind !== 'punctuation' && kind !== 'symbol') return word
  const first = String.fromCodePoint(word.codePointAt(0)!)
  if (word.length < 3 || word !== first.repeat(word.length / first.length)) return decoded(word, kind)
  return first === '.' ? '...' : first
}

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

/** A character reference as the character it stands for; all else as it is. */
function decoded(word: string, kind: TokenKind): string {
  if (kind !== 'symbol' || word.length < 3 || word[0] !== '&') return word
  const name = word.slice(1, -1)
  if (name[0] !== '#') return ENTITIES.get(name) ?? word
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : word
}
