/**
 * Portuguese for the Unicode tokenizer, with the tokens of UD Portuguese-Bosque: `encontra-se` and `pelo` stay one
 * token (their words are syntax), a unit is split from its number (`65,40` + `m`).
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of Portuguese. */
export const pt: LanguageRules = {
  abbreviations: list(
    'etc dr dra drs sr sra srs srta d prof profa eng av art arts tel ed jr pág págs inc cia ltda fund st cf al ' +
      'sto sta exmo gen cel nº mr mrs sáb',
  ),
  elisions: ['d'],
  units: list('m km min'),
  habits: ['slashes'],
}
