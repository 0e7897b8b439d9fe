/** The words of English numbers. Data only. */

/** 0 to 19. */
export const SMALL_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'

/** 20 to 90. */
export const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

/** Powers of a thousand on the short scale, from 10^3 to 10^63. */
export const SCALES =
  'thousand million billion trillion quadrillion quintillion sextillion septillion octillion nonillion decillion undecillion ' +
  'duodecillion tredecillion quattuordecillion quindecillion sexdecillion septendecillion octodecillion novemdecillion vigintillion'

/** Ordinals that are not the cardinal and -th. */
export const IRREGULAR_ORDINALS = `
one first
two second
three third
five fifth
eight eighth
nine ninth
twelve twelfth
`
