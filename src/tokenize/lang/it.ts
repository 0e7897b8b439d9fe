/**
 * Italian for the Unicode tokenizer, with the tokens of UD Italian-ParTUT: `dell'` + `arte`, `un'` + `idea`,
 * `po'` with its apostrophe; hyphens between words are tokens (`e-mail` is whole).
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of Italian. */
export const it: LanguageRules = {
  abbreviations: list(
    'n nn sig sigg dott dr prof ing avv on art artt pag pagg cfr ecc mr mrs vol cap tel lett',
  ),
  elisions: list(
    'l un dell all nell dall sull coll d c quest quell s m t v n gl degl agl dagl negl sugl po e anch com vent ' +
      'trent quarant cinquant sessant settant ottant novant cent mill dov quand bell sant grand nient tutt mezz ' +
      'buon qual nessun ciascun alcun qualcun altr second neanch senz sott sopr contr pover',
  ),
  habits: ['decades', 'splitHyphens', 'splitRanges'],
}
