/**
 * German for the Unicode tokenizer: abbreviations keep their period. No treebank of it was at hand to measure with.
 */
import type { LanguageRules } from './rules.js'

const list = (words: string) => words.split(' ')

/** Rules of German. */
export const de: LanguageRules = {
  abbreviations: list(
    'bzw ca dr evtl ggf hr fr nr prof str usw vgl zzgl inkl exkl mind sog st tel abs bd hrsg jh mio mrd dipl ' +
      'ing ff ehem geb gest',
  ),
}
