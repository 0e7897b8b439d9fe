import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('hu')

it('takes decomposed letters and capitals', () => {
  expect(stem.stemAll(['késsel'.normalize('NFD'), 'KÉSSEL', 'asszonnyá'])).toEqual(['kés', 'kés', 'asszony'])
})

it('leaves a hyphen or apostrophe that stood before an ending', () => {
  expect(stem.stemAll(['ENSZ-nek', 'Voltaire’nek'])).toEqual(['ensz-', "voltaire'"])
})
