/**
 * How texts of languages with case rules of their own are brought to the letters that their rules are written in.
 *
 * Turkish pairs I with dotless ı and dotted İ with i, whatever the locale of the machine. Irish writes an n or t
 * that grammar puts before a word in lower case even where the word has a capital (nAthair): with the capital
 * gone only a hyphen tells it from a letter of the word. Arabic mostly goes without its vowel signs.
 *
 * Source: Unicode, SpecialCasing.txt (tr, az); An Caighdeán Oifigiúil (2017), on prefixed letters.
 */
import { type Fold, foldCase } from '../stemmer.js'

const DOT_ABOVE = '\u0307'

/** Lower case as in Turkish (I gives ı, İ gives i, composed or not) and NFC. */
export const foldTurkish: Fold = (text) => {
  if (!['I', 'İ', DOT_ABOVE].some((letter) => text.includes(letter))) return foldCase(text)
  const lower = foldCase(text.normalize('NFC').replaceAll('İ', 'i').replaceAll('I', 'ı'))
  return lower.replaceAll(`i${DOT_ABOVE}`, 'i')
}

/** Lower case and NFC, with a hyphen after the n or t before a capital vowel (nAthair gives n-athair). */
export const foldIrish: Fold = (text) => foldCase(text.replace(/(^|\n)([nt])(?=[AEIOUÁÉÍÓÚ])/g, '$1$2-'))

/** Lower case and NFC, without vowel signs (tanwin, fatha, damma, kasra, shadda, sukun). */
export const foldArabic: Fold = (text) => foldCase(text).replace(/[\u064b-\u0652]+/g, '')
