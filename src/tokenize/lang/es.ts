/**
 * Spanish for the Unicode tokenizer: abbreviations keep their period. No treebank of it was at hand to measure with.
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of Spanish. */
export const es: LanguageRules = {
  abbreviations: list(
    'sr sra sres sras srta dr dra dres d dña prof profa ud uds vd vds etc pág págs art arts núm tel avda cía ltda ' +
      'gral ej aprox dpto dto izq dcha ed vol cap fig',
  ),
}
