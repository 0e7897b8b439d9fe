/**
 * Irish: undoes the change at the beginning of the word (lenition, eclipsis, contractions), then takes off endings
 * of nouns, of derived words and of verbs.
 *
 * RV begins after the first vowel, R1 after the first consonant that follows a vowel, R2 likewise within R1.
 * A prefixed n or t is told from a letter of the word by its hyphen, so foldIrish() puts one before a capital.
 *
 * Source: J. O'Regan, "Irish Gaelic stemming algorithm", https://snowballstem.org/algorithms/irish/stemmer.html
 */
import {
  always,
  backward,
  inside,
  letter,
  longest,
  mark,
  markEnd,
  notLetter,
  past,
  type Rule,
  remove,
  replace,
  sequence,
} from '../rules.js'

const VOWELS = 'aeiouáéíóú'

/** Rules of the Irish stemmer. */
export function irish(): Rule {
  // bhfear, fhear, d'fhear -> fear
  const beginning = longest({
    "h- n- t- d' m' b'": remove,
    'bh mb': replace('b'),
    'ch gc': replace('c'),
    'dh nd': replace('d'),
    "fh bhf d'fh": replace('f'),
    'gh ng': replace('g'),
    mh: replace('m'),
    'ph bp': replace('p'),
    'sh ts': replace('s'),
    'th dt': replace('t'),
  })

  const regions = sequence(
    past(letter(VOWELS)),
    mark('RV'),
    past(notLetter(VOWELS)),
    mark('R1'),
    past(letter(VOWELS)),
    past(notLetter(VOWELS)),
    mark('R2'),
  )

  const from = (region: string) => sequence(inside(region), remove)
  const noun = longest({
    'amh eamh aimh imh abh eabh aibh ibh íocht aíocht íochta aíochta': from('R1'),
    'ire aire irí airí': from('R2'),
  })
  const derived = longest({
    'ach each acht eacht achta eachta achtúil eachtúil': from('R2'),
    'arcacht arcachta arcachtaí': replace('arc'),
    'gineach gineas ginis': replace('gin'),
    'grafaíoch grafaíocht grafaíochta grafaíochtaí': replace('graf'),
    'paite patach pataigh patacha': replace('paite'),
    'óideach óideacha óidigh': replace('óid'),
  })
  const verb = longest({
    'imid aimid ímid aímid fidh faidh': from('RV'),
    'ain adh eadh áil tar tear': from('R1'),
  })

  return sequence(
    always(beginning),
    markEnd('RV'),
    markEnd('R1'),
    markEnd('R2'),
    always(regions),
    backward(sequence(always(noun), always(derived), always(verb))),
  )
}
