/** Token patterns: what each part of the syntax and of the data form matches, and what errors say. */
import { describe, expect, it } from 'vitest'
import type { WordloomError } from '../../src/core/errors.js'
import { readConllu } from '../../src/corpora/index.js'
import { TokenMatcher, type TokenMatcherOptions, type TokenPattern } from '../../src/match/index.js'
import { splitSentences, tokenize, tokenizeWhitespace } from '../../src/tokenize/index.js'

const CONLLU = `1\tThe\tthe\tDET\tDT\tDefinite=Def|PronType=Art\t4\tdet\t_\t_
2\tvery\tvery\tADV\tRB\t_\t3\tadvmod\t_\t_
3\told\told\tADJ\tJJ\tDegree=Pos\t4\tamod\t_\t_
4\tmen\tman\tNOUN\tNNS\tNumber=Plur\t5\tnsubj\t_\t_
5\twere\tbe\tAUX\tVBD\tNumber=Plur|Tense=Past\t0\troot\t_\t_
6\t1989\t1989\tNUM\tCD\tNumber[psor]=Sing|NumType=Card\t5\tdep\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

1\tThey\tthey\tPRON\tPRP$\tNumber=Plur\t2\tnsubj\t_\t_
2\tdidn't\tdo\tVERB\tVBD\tTense=Past\t0\troot\t_\t_

`
const [doc] = [...readConllu(CONLLU)]

function texts(pattern: TokenPattern, options?: TokenMatcherOptions): string[] {
  return new TokenMatcher(pattern, options).find(doc!).map((match) => match.text)
}

describe('the text syntax', () => {
  it.each([
    ['a word', 'men', ['men']],
    ['words in a row', 'very old men', ['very old men']],
    ['a word with an apostrophe', "didn't", ["didn't"]],
    ['a string', '"."', ['.']],
    ['a string with quotes and backslashes', '"\\"" | "\\\\" | men', ['men']],
    ['a form, case and all', 'the', []],
    ['the form in small letters', '[lower=the]', ['The']],
    ['a lemma', '[lemma=be]', ['were']],
    ['a set', '[tag=NOUN|PRON]', ['men', 'They']],
    ['not in a set', '[tag!=NOUN|PRON|DET|ADV|ADJ|AUX|PUNCT]', ['1989', "didn't"]],
    ['two tests', '[tag=NOUN & features.Number=Plur]', ['men']],
    ['a value with a dollar', '[xtag=PRP$]', ['They']],
    ['a value that is quoted', '[xtag="."]', ['.']],
    ['a value without quotes that is a full stop', '[xtag=.]', ['.']],
    ['a feature', '[features.Tense=Past]', ['were', "didn't"]],
    ['a feature with a layer', '[features.Number[psor]=Sing]', ['1989']],
    ['no feature', '[tag=NUM & features.Number=""]', ['1989']],
    ['a regular expression', '[form=/^[mo].*n?$/]', ['old', 'men']],
    ['a regular expression with a slash', '[form=/[/]|\\/|^The$/]', ['The']],
    ['a regular expression with a flag', '[form=/^THE/i]', ['The', 'They']],
    ['no match of a regular expression', '[form!=/[a-z]/]', ['1989', '.']],
    ['a regular expression alone', '/^o/', ['old']],
    ['a relation', '[deprel=root]', ['were', "didn't"]],
    ['a kind', '[kind=number]', ['1989']],
    ['a shape', '[shape=Xxx|dddd]', ['The', '1989']],
    ['a shape with an apostrophe', `[shape="xxxx'x"]`, ["didn't"]],
    ['numbers that are compared', '[length>=6]', ["didn't"]],
    ['numbers of words', '[form>1900 & form<2000]', ['1989']],
    ['numbers of a column', '[sentence=1]', ['They', "didn't"]],
    ['a number as it may be written', '[sentence=1.0]', ['They', "didn't"]],
    ['a word that is no number', '[form=1989.0]', []],
    ['a negated token', '![tag=PUNCT|NUM] [tag=NUM]', ['were 1989']],
    ['an option', '[lemma=the] [lemma=very]? [tag=ADJ]', ['The very old']],
    ['any number', '[tag=DET|ADV|ADJ]* [tag=NOUN]', ['The very old men']],
    ['one or more', '[tag=ADV|ADJ]+', ['very old']],
    ['a count', '[tag=DET|ADV|ADJ]{2}', ['The very']],
    ['a count from', '[]{6,}', ['The very old men were 1989.']],
    ['a count from and to', '[]{3,4}', ['The very old men', 'were 1989.']],
    ['a choice', 'old men | They | very', ['very', 'old men', 'They']],
    ['a group', '(The | very | old)+', ['The very old']],
    ['a group that only groups', '(?:The|very)+', ['The very']],
    ['the beginning of a sentence', '^ []', ['The', 'They']],
    ['the end of a sentence', '[] $', ['.', "didn't"]],
    ['a whole sentence', '^ []{1,2} $', ["They didn't"]],
    ['no match over sentences', '"." They', []],
  ])('has %s', (_what, pattern, expected) => {
    expect(texts(pattern)).toEqual(expected)
  })

  it.each([
    ['nothing', '', 0],
    ['nothing after a bar', 'a |', 3],
    ['a bracket that is not closed', 'a [tag=NOUN', 2],
    ['no test', '[tag=NOUN & ]', 12],
    ['no comparison', '[tag]', 4],
    ['no value', '[tag=]', 5],
    ['a comma for an ampersand', '[tag=NOUN lemma=be]', 10],
    ['a word after a comparison of numbers', '[length>many]', 8],
    ['a string that is not closed', 'a "b', 2],
    ['a regular expression that is not closed', '[form=/a]', 6],
    ['a regular expression that is none', '[form=/a(b/]', 8],
    ['a back-reference', '/(a)\\1/', 4],
    ['a group that is not closed', 'a (b', 2],
    ['a group that is closed twice', '(a))', 3],
    ['a group without a name', '(?<>a)', 3],
    ['a group of another kind', '(?=a)', 0],
    ['a repetition of nothing', 'a | *', 4],
    ['a repetition of a repetition', 'a*?', 2],
    ['a repetition of a border', '^*', 1],
    ['counts that are none', 'a{x}', 1],
    ['counts in the wrong order', 'a{3,2}', 1],
    ['a negation of a word', 'x !a', 2],
    ['a character that begins no token', 'a , b', 2],
  ])('says where there is %s', (_what, pattern, offset) => {
    expect(() => new TokenMatcher(pattern)).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX', details: expect.objectContaining({ offset }) }),
    )
  })

  it('says what to type instead of a lazy operator', () => {
    expect(() => new TokenMatcher('a*?')).toThrowError(/prefer: 'shortest'/)
  })

  it.each([
    ['counts', 'a{1001}'],
    ['counts of counts', '((a{1000}){1000})'],
    ['nesting', `${'('.repeat(300)}a${')'.repeat(300)}`],
  ])('refuses %s that are too large', (_what, pattern) => {
    expect(() => new TokenMatcher(pattern)).toThrowError(
      expect.objectContaining({ code: 'PATTERN_UNSUPPORTED' }),
    )
  })
})

describe('the data form', () => {
  const forms: [string, TokenPattern, string[]][] = [
    ['a value', [{ token: { lemma: 'be' } }], ['were']],
    ['a number', [{ token: { sentence: 1 } }], ['They', "didn't"]],
    ['values', [{ token: { tag: ['NOUN', 'PRON'] } }], ['men', 'They']],
    ['in and not in', [{ token: { tag: { in: ['NOUN', 'PRON'], notIn: ['PRON'] } } }], ['men']],
    ['expressions', [{ token: { form: { matches: '^T', notMatches: /Y$/i } } }], ['The']],
    ['numbers', [{ token: { length: { atLeast: 4, atMost: 4 } } }], ['very', 'were', '1989', 'They']],
    ['numbers that are excluded', [{ token: { length: { above: 4, below: 7 } } }], ["didn't"]],
    ['a value that looks like syntax', [{ token: { form: ']' } }], []],
    ['repetitions', [{ token: { tag: ['DET', 'ADV', 'ADJ'] }, repeat: '+' }], ['The very old']],
    [
      'at least so many',
      [{ token: {}, repeat: [6, Number.POSITIVE_INFINITY] }],
      ['The very old men were 1989.'],
    ],
    ['a choice', [{ choice: ['old men', [{ token: { form: 'They' } }]] }], ['old men', 'They']],
    ['text within', ['very', { token: { tag: 'ADJ' } }], ['very old']],
    ['negation', [{ token: { tag: 'NOUN' }, not: true, repeat: [3, 3] }], ['The very old', 'were 1989.']],
  ]
  it.each(forms)('has %s', (_what, pattern, expected) => {
    expect(texts(pattern)).toEqual(expected)
  })

  it('captures with as', () => {
    const matcher = new TokenMatcher({
      phrase: [
        { token: { tag: 'DET' } },
        { choice: ['very', '[tag=ADJ]'], repeat: '*', as: 'middle' },
        { token: { tag: 'NOUN' }, as: 'head' },
      ],
    })
    const [match] = matcher.find(doc!)
    expect(match?.name).toBe('phrase')
    expect([...match!.captures].map(([name, span]) => [name, span.text])).toEqual([
      ['middle', 'very old'],
      ['head', 'men'],
    ])
  })

  it.each([
    ['a list for an element', [['a']], /neither token nor choice/],
    ['an unknown condition', [{ token: { tag: { matched: 'x' } } }], /did you mean 'matches'/],
    ['a wrong repetition', [{ token: {}, repeat: '!' }], /repeat is "!"/],
    ['a wrong value', [{ token: { tag: [null] } }], /values of tag/],
    ['a wrong number', [{ token: { length: { above: '3' } } }], /length.above/],
    ['a wrong expression', [{ token: { form: { matches: 3 } } }], /form.matches/],
  ])('says what is wrong with %s', (_what, pattern, message) => {
    expect(() => new TokenMatcher(pattern as unknown as TokenPattern)).toThrowError(message)
  })
})

describe('find', () => {
  it('takes the shortest match when told so', () => {
    expect(texts('[]+ [tag=ADJ|NUM]', { prefer: 'shortest' })).toEqual(['The very old', 'men were 1989'])
  })

  it('lets the pattern that reaches farther win, then the one named first', () => {
    const matcher = new TokenMatcher({
      one: 'The',
      two: 'The very',
      three: '[lower=the] very',
      four: 'very old',
    })
    expect(matcher.find(doc!).map(({ name, text }) => [name, text])).toEqual([['two', 'The very']])
  })

  it('lets patterns overlap each other, but not themselves', () => {
    const matcher = new TokenMatcher({ pairs: '[] []', old: 'old' }, { overlap: 'between-patterns' })
    expect(matcher.find(doc!).map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'pairs: The very',
      'pairs: old men',
      'old: old',
      'pairs: were 1989',
      "pairs: They didn't",
    ])
  })

  it('takes the last repetition of a captured group, and leaves out groups that took no part', () => {
    const [match] = new TokenMatcher('(?<each>The|very|old)+ men (?<none>x)?').find(doc!)
    expect([...match!.captures].map(([name, span]) => [name, span.text])).toEqual([['each', 'old']])
  })

  it('matches anywhere in a Doc without sentences', () => {
    const tokens = tokenize('One. Two.')
    const matcher = new TokenMatcher('"." Two')
    expect(matcher.find(tokens)).toHaveLength(1)
    expect(matcher.find(splitSentences(tokens))).toHaveLength(0)
    expect(new TokenMatcher('"." Two', { within: 'doc' }).find(splitSentences(tokens))).toHaveLength(1)
    expect(new TokenMatcher('"." ^ Two', { within: 'doc' }).find(splitSentences(tokens))).toHaveLength(1)
  })

  it('takes the words of a fused token for its forms', () => {
    const [french] = readConllu(
      '1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tle\tle\tDET\t_\t_\t1\tdep\t_\t_\n\n',
    )
    expect(new TokenMatcher('de le').find(french!).map(({ from, to }) => [from, to])).toEqual([[0, 2]])
  })

  it('works on an empty Doc, and on Docs one after the other with other tables of strings', () => {
    const matcher = new TokenMatcher('[lower=a]')
    expect(matcher.find(tokenize(''))).toEqual([])
    for (const [text, count] of [
      ['b A', 1],
      ['A b a', 2],
      ['b', 0],
    ] as const) {
      expect(matcher.find(tokenize(text))).toHaveLength(count)
    }
  })

  it.each(['constructor', '__proto__', 'toString'])('takes %s for an ordinary word and column', (word) => {
    expect(new TokenMatcher(word).find(tokenizeWhitespace(`a ${word} b`))).toHaveLength(1)
    expect(() => new TokenMatcher(`[${word}=x]`).find(tokenize('a'))).toThrowError(
      expect.objectContaining({ code: 'COLUMN_MISSING' }),
    )
  })

  it('says which column is missing and who makes it', () => {
    const error = (() => {
      try {
        new TokenMatcher('[tag=NOUN]').find(tokenize('a'))
      } catch (thrown) {
        return thrown as WordloomError
      }
    })()
    expect(error?.code).toBe('COLUMN_MISSING')
    expect(error?.message).toMatch(/asks for 'tag'/)
    expect(error?.hint).toMatch(/Tag/)
  })

  it('knows its options', () => {
    expect(() => new TokenMatcher('a', { prefer: 'lazy' } as never)).toThrowError(/longest/)
    expect(() => new TokenMatcher({})).toThrowError(/no pattern/)
  })
})
