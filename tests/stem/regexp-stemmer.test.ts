import { expect, it } from 'vitest'
import { regexpStemmer } from '../../src/stem/index.js'
import { tokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'

// SOURCE: the examples in the documentation of NLTK's RegexpStemmer.
it.each([
  ['cars', 'car'],
  ['mass', 'mas'],
  ['was', 'was'],
  ['bee', 'bee'],
  ['compute', 'comput'],
  ['advisable', 'advis'],
])('%s becomes %s', (word, expected) => {
  expect(regexpStemmer('ing$|s$|e$|able$', { minLength: 4 })(word)).toBe(expected)
})

it('takes every match away, and may leave nothing', () => {
  expect(regexpStemmer(/^un|ly$/).stemAll(['unlikely', 'untimely', 'unly'])).toEqual(['like', 'time', ''])
  expect(regexpStemmer('[aeiou]')('queue')).toBe('q')
  expect(regexpStemmer('x*')('axxb')).toBe('ab')
})

it('takes the flags of a RegExp', () => {
  expect(regexpStemmer(/S$/gi, { fold: (text) => text }).stemAll(['CATS', 'cats'])).toEqual(['CAT', 'cat'])
})

it('puts words in lower case and composes them, unless told otherwise', () => {
  const words = ['CAFÉS', 'cafés'.normalize('NFD')]
  expect(regexpStemmer('s$').stemAll(words)).toEqual(['café', 'café'])
  expect(regexpStemmer('s$', { fold: (text) => text }).stemAll(words)).toEqual([
    'CAFÉS',
    'café'.normalize('NFD'),
  ])
})

it('stems words, lines and Docs alike', () => {
  const stem = regexpStemmer('(ing|s)$', { minLength: 4 })
  const words = ['looms', 'is', 'weaving', '', 'two\nlines']
  expect(stem.stemAll(words)).toEqual(words.map((word) => stem(word)))
  expect(stem.stemLines('looms\nis\nweaving\n')).toBe('loom\nis\nweav\n')
  const { ids, strings } = stem.stemAll(tokenize('Looms weaving looms')).strings('stem')
  expect(Array.from(ids, (id) => strings[id])).toEqual(['loom', 'weav', 'loom'])
})

it('takes 100,000 letters, whatever the pattern', () => {
  expect(regexpStemmer('(a|aa)+$|(a*)*b')(`${'a'.repeat(100_000)}c`)).toHaveLength(100_001)
})

it.each([
  ['(', {}, 'PATTERN_INVALID'],
  ['(a)\\1', {}, 'PATTERN_UNSUPPORTED'],
  [7, {}, 'INPUT_NOT_STRING'],
  ['s$', { minLength: -1 }, 'OPTION_INVALID'],
  ['s$', { minLength: '4' }, 'OPTION_INVALID'],
  ['s$', { fold: 'lower' }, 'OPTION_INVALID'],
  ['s$', { min: 4 }, 'OPTION_INVALID'],
])('refuses pattern %j with options %j', (pattern, options, code) => {
  expect(caught(() => regexpStemmer(pattern as string, options as object)).code).toBe(code)
})
