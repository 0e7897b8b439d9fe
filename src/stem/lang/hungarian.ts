/**
 * Hungarian, the "light" stemmer: takes off cases, the endings of owners and of what is owned, and the plural,
 * each where it begins in R1. A long á or é that a case leaves at the end becomes short (almá-t like alma).
 *
 * In a word that begins with a vowel R1 begins after the first consonant, otherwise after the first vowel. A
 * digraph counts as two letters; doubled (ssz, ggy) it is an ending of its own.
 *
 * Source: A. Tordai and M. de Rijke, "Four stemmers and a funeral: stemming in Hungarian at CLEF 2005",
 * https://snowballstem.org/algorithms/hungarian/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  either,
  inside,
  letter,
  longest,
  mark,
  markEnd,
  notLetter,
  oneOf,
  past,
  type Rule,
  type RuleTable,
  remove,
  replace,
  select,
  sequence,
  skip,
} from '../rules.js'

const VOWELS = 'aeiouáéíóöőúüű'
const DOUBLE = 'bb cc ccs dd ff gg ggy jj kk ll lly mm nn nny pp rr ss ssz tt tty vv zz zzs'

/** Rules of the Hungarian stemmer. */
export function hungarian(): Rule {
  const regions = either(
    sequence(letter(VOWELS), always(sequence(past(notLetter(VOWELS)), mark('R1')))),
    sequence(past(letter(VOWELS)), mark('R1')),
  )
  const inR1 = (table: RuleTable) => longest(table, { where: inside('R1') })
  const [shortA, shortE] = [replace('a'), replace('e')]

  // The v of -val and -vá takes the form of the consonant before it: késsel (kés), asszonnyá (asszony).
  const assimilated = sequence(ahead(oneOf(DOUBLE)), remove, skip(1), select(skip(1)), remove)
  const instrumental = inR1({ 'al el': assimilated })
  const factive = inR1({ 'á é': assimilated })

  const shortVowel = inR1({ á: shortA, é: shortE })
  const caseEnding = sequence(remove, shortVowel)
  const frequentCase = inR1({
    'ban ben ba be ra re nak nek val vel tól től ról ről ból ből hoz hez höz nál nél ig at et ot öt ért':
      caseEnding,
    'képp képpen kor ul ül vá vé onként enként anként ként en on an ön n t': caseEnding,
  })
  const specialCase = inR1({ 'án ánként': shortA, én: shortE })
  const otherCase = inR1({ 'astul estül stul stül': remove, ástul: shortA, éstül: shortE })

  const owned = inR1({
    'oké öké aké eké ké éi é': remove,
    'áké áéi': shortA,
    'éké ééi éé': shortE,
  })
  const singularOwner = inR1({
    'ünk unk nk juk jük uk ük em om am m od ed ad öd d ja je a e o': remove,
    'ánk ájuk ám ád á': shortA,
    'énk éjük ém éd é': shortE,
  })
  const pluralOwner = inR1({
    'jaim jeim aim eim im jaid jeid aid eid id jai jei ai ei i': remove,
    'jaink jeink aink eink ink jaitok jeitek aitok eitek itek jaik jeik aik eik ik': remove,
    'áim áid ái áink áitok áik': shortA,
    'éim éid éi éink éitek éik': shortE,
  })
  const plural = inR1({ 'ök ok ak ek k': remove, ák: shortA, ék: shortE })

  const steps = [
    ...[instrumental, frequentCase, specialCase, otherCase, factive],
    ...[owned, singularOwner, pluralOwner, plural],
  ]
  return sequence(markEnd('R1'), always(regions), backward(sequence(...steps.map(always))))
}
