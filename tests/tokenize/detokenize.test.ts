import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { detokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { nltk } from '../support/nltk.js'
import { corpusText, describeWith } from '../support/resources.js'

describe('detokenize', () => {
  it.each([
    ["hello , i ca n't feel ; my feet ! ! Help ?!", "hello, i can't feel; my feet!! Help?!"],
    ["John 's dogs ' toys", "John's dogs' toys"],
    ['" I go " , he said .', '"I go", he said.'],
    ["the ' new ' one", "the 'new' one"],
    ['“ so ” ( twice ) [ sic ] { x }', '“so” (twice) [sic] {x}'],
    ['$ 3.88 # 5 90 % of', '$3.88 #5 90% of'],
    ['gon na wan na got ta can not', 'gonna wanna gotta cannot'],
    ['well - being 1990 - 95 Rome - the city', 'well-being 1990-95 Rome - the city'],
    ['and / or ... yes', 'and/or... yes'],
    ["He said `` no '' -LRB- twice -RRB- .", 'He said "no" (twice).'],
    ['the end . "', 'the end."'],
    ['hi :) there', 'hi :) there'],
    ['- item', '- item'],
    ['', ''],
  ])('writes %j', (words, text) => {
    expect(detokenize(words === '' ? [] : words.split(' '))).toBe(text)
  })

  it('keeps the marks of the Penn Treebank where that is wanted', () => {
    expect(detokenize(['-LRB-', 'a', '-RRB-'], { treebankMarks: 'keep' })).toBe('-LRB-a-RRB-')
  })

  it('changes white space only', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 4 })), (words) => {
        const text = detokenize(words, { treebankMarks: 'keep' })
        expect(text.replaceAll(' ', '')).toBe(words.join('').replaceAll(' ', ''))
      }),
    )
  })

  it.each([['a b'], [7], [null], [undefined]])('refuses %j instead of words', (words) => {
    expect(caught(() => detokenize(words as unknown as string[])).code).toBe('OPTION_INVALID')
  })

  it('refuses a word that is no string', () => {
    expect(caught(() => detokenize(['a', 7 as unknown as string])).code).toBe('INPUT_NOT_STRING')
  })
})

describeWith('corpora', 'on the sentences of EWT, dev', () => {
  const sentences = () =>
    Array.from(
      readConllu(corpusText('ud/UD_English-EWT/en_ewt-ud-dev.conllu'), { unit: 'sentence' }),
      (doc) => ({
        text: doc.text.trim(),
        words: Array.from(doc, (token) => (doc.has('form') && String(token.get('form'))) || token.text),
      }),
    )
  const restored = (texts: readonly unknown[]) =>
    sentences().filter(({ text }, i) => texts[i] === text).length / sentences().length

  it('restores nine of ten', () => {
    expect(restored(sentences().map(({ words }) => detokenize(words)))).toBeGreaterThan(0.91)
  })

  describeWith('nltk', 'beside NLTK', () => {
    it('restores more', () => {
      const inputs = sentences().map(({ words }) => words)
      const [theirs] = nltk([{ expression: 'TreebankWordDetokenizer().detokenize(x)', inputs }])
      expect(restored(inputs.map((words) => detokenize(words)))).toBeGreaterThan(restored(theirs!) + 0.1)
    })
  })
})
