/**
 * Beginnings of English words whose first sound is not that of their first letter, for a and an. Data only.
 *
 * A word goes with the longest beginning that it has; words of no beginning go with their first letter. '$' is the end
 * of the word.
 */

/** Spelled with a vowel, spoken with a consonant: a unit, a European, a one-off. */
export const BEGINNINGS_WITH_A =
  'eu ew one once ouija oui uni unani ubi udo ufa ugan uke ukr ukul ulys ure uri uro uru ura usa use usi usu usurp ut ' +
  'uvu uzb yu uef unesc uki uig uyg uygh'

/** Those that begin like them, and are spoken with a vowel after all: an uninvited guest, an onerous duty. */
export const BEGINNINGS_WITH_AN =
  'a e i o u heir herb$ herbs$ herbal hour honest honor honour hono ' +
  'onei onera onerou unid unim unin unint uninf unir unill unis$ uninh unig ush utm utt uts urb urg urn ' +
  'yp yt yv ys ylang '

/** Letters whose names begin with a vowel: an FBI agent. */
export const LETTERS_WITH_AN = 'aefhilmnorsx'

/** Abbreviations that are spelt although they could be read. */
export const SPELT_OUT =
  'hr mri nba nfl nhl mlb led lcd faq url api eu un uk us usa un uae er id ip it il ai ak al an ar la ma md me mi mn mo ms mt nc nd ne nh nj ' +
  'nm nv ny ri sc sd sac sat fda eeg ekg emt esa esp fha ira irs hiv hr rpg mba mvp rna roi sos ssn lsd lp lpga mp mph ' +
  'abc aba aclu afl aol apa atv att raf raaf sec sas ups uso usda usgs usaf ucla mep sla soi sca mod'
