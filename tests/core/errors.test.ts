import { describe, expect, it } from 'vitest'
import { nearest, requireOptions, requireString } from '../../src/core/errors.js'
import { caught } from '../support/caught.js'

describe('errors', () => {
  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [42, 'number'],
    [['a'], 'an array'],
    [new Uint8Array(2), 'object'],
  ])('names what came instead of a string: %s', (value, said) => {
    const error = caught(() => requireString(value, 'tokenize(text)'))
    expect(error.code).toBe('INPUT_NOT_STRING')
    expect(error.message).toContain(said)
    expect(error.message).toContain('tokenize(text)')
  })

  it('tells how to decode bytes', () => {
    expect(caught(() => requireString(new Uint8Array(2), 'f')).hint).toContain('TextDecoder')
  })

  it('names the nearest option to an unknown one', () => {
    const error = caught(() =>
      requireOptions({ splt: 'ud' }, { split: ['ud', 'none'], lang: null }, 'tokenize'),
    )
    expect(error.code).toBe('OPTION_INVALID')
    expect(error.hint).toContain("Did you mean 'split'?")
  })

  it('lists what an option allows', () => {
    const error = caught(() => requireOptions({ split: 'all' }, { split: ['ud', 'none'] }, 'tokenize'))
    expect(error.message).toContain('"all"')
    expect(error.message).toContain('"ud", "none"')
  })

  it('does not take inherited names for options', () => {
    const options = JSON.parse('{"constructor": 1, "__proto__": 2}')
    expect(caught(() => requireOptions(options, { lang: null }, 'f')).code).toBe('OPTION_INVALID')
  })

  it.each([
    ['tokenise', ['tokenize', 'tag'], 'tokenize'],
    ['', ['ab', 'a'], 'a'],
    ['xyz', ['abc', 'xyy'], 'xyy'],
  ])('finds the nearest name to %s', (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected)
  })
})
