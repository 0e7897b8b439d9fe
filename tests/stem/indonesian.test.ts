import { expect, it } from 'vitest'
import { stemmer } from '../../src/stem/index.js'

const stem = stemmer('id')

// SOURCE: examples that Tala (2003), "A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia",
// and the notes on it at snowballstem.org/algorithms/indonesian discuss.
it.each([
  ['peledakan', 'ledak'],
  ['pelajaran', 'ajar'],
  ['perbaikan', 'baik'],
  ['televisi', 'televisi'],
  ['organisasi', 'organisasi'],
])('%s gives %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

it.each([
  [['sapu', 'menyapu', 'penyapu'], 'sapu'],
  [['bukukah', 'bukunya', 'bukumulah'], 'buku'],
  [['BELAJAR', 'pelajaran'], 'ajar'],
])('%j have the stem %s', (words, expected) => {
  expect(words.map(stem)).toEqual(words.map(() => expected))
})

it('takes nothing from words of two vowels', () => {
  expect(['dia', 'kami', 'terjal', 'beras'].map(stem)).toEqual(['dia', 'kami', 'terjal', 'beras'])
})

it('keeps hyphens: both halves of a doubled word are read as one', () => {
  expect(stem('anak-anak')).toBe('anak-anak')
})

it('may change a stem that is stemmed again', () => {
  expect([stem('abadikan'), stem(stem('abadikan'))]).toEqual(['abadi', 'abad'])
})
