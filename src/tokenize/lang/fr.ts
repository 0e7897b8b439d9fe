/**
 * French for the Unicode tokenizer, with the tokens of UD French-Sequoia: `l'` + `homme`, `a` + `-t-il`,
 * `donne` + `-moi`, `10 000` as one number; `du` and `aux` stay one token (their words are syntax).
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of French. */
export const fr: LanguageRules = {
  abbreviations: list(
    'm mm mme mmes mlle mlles dr drs pr me mgr etc cf p pp al av bd éd env tél fig chap réf st ste ' +
      'hab c-à-d ch',
  ),
  elisions: list('l d qu n s c j m t jusqu lorsqu puisqu quoiqu quelqu presqu'),
  enclitics: list(
    '-il -t-il -elle -t-elle -on -t-on -ils -elles -ce -nous -vous -en -y -le -la -les -moi -toi -lui -leur -je -tu',
  ),
  whole: list("aujourd'hui l'on quelqu'un quelqu'une c'est-à-dire rendez-vous presqu'île presqu'îles"),
  units: ['h'],
  habits: ['digitGroups', 'slashes', 'optionalEndings'],
}
