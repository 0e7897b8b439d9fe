import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('fi')

it('takes decomposed letters and capitals', () => {
  expect(stem.stemAll(['pöydässä'.normalize('NFD'), 'PÖYDÄSSÄ'])).toEqual(['pöydä', 'pöydä'])
})

it('takes an apostrophe for a letter like any other, as Snowball 3.0 does', () => {
  expect(stem.stemAll(["Bush'in", 'Bush’in'])).toEqual(["bush'", "bush'"])
})
