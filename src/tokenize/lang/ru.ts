/**
 * Russian for the Unicode tokenizer, with the tokens of UD Russian-Taiga: `т.` + `д.`, `!..`, smiles `)))` and
 * emoji in a row as one token, hyphens between numbers apart and between words not.
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of Russian. */
export const ru: LanguageRules = {
  abbreviations: list(
    'с ил пер н э англ т гг ст г п дж ред обл кот шт гр руб р ул д др пр тыс млн млрд стр табл напр проф ' +
      'акад доц св ср фр лат итал рус вв кв корп оз пос бывш л е тел',
  ),
  units: list('г кг р'),
  habits: ['brackets', 'emojis', 'splitRanges', 'splitInitials', 'ellipses'],
}
