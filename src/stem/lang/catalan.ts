/**
 * Catalan: pronouns behind a verb go first, then one ending of a noun, an adjective or a verb, then a last vowel.
 *
 * R1 begins after the first consonant that follows a vowel, R2 likewise within R1 (regions.ts). The tables have
 * endings of several spellings and dialects. Accents are taken away at the end; ç stays, and the raised dot of
 * l·l becomes a full stop. Pronouns follow an apostrophe, a hyphen or nothing.
 *
 * Source: M. Otxandorena and I. Olalla, "Catalan stemming algorithm" (2010),
 * https://snowballstem.org/algorithms/catalan/stemmer.html
 */
import {
  always,
  backward,
  either,
  inside,
  letter,
  longest,
  many,
  type Rule,
  remove,
  replace,
  sequence,
  to,
} from '../rules.js'
import { suffixRegions } from './regions.js'

const VOWELS = 'aeiouáàéèíïóòúü'

const PRONOUNS = [
  "'hi 'ho 'l 'ls 'm 'n 'ns 's 't -la -les -li -ls -m -me -n -nos -ns -te -us",
  'ens hi ho la las le les li lo los me nos se sela selas selo selos us vos',
].join(' ')

/** Endings of nouns and adjectives, by their first letters; each must stand in R1. */
const NOUN_ENDINGS = [
  'able ables ació adora adors adura aire al all alla allengües als amen ament aments ana ancia ancies',
  'ant ants ar ari ària àries aris assa asses assos atge atiu atius ativa atives ativitat ativitats',
  'atòria atòries ats bilitat bilitats ble bles ció cions dís dor dora doras dores dors dur dures',
  'egar ejar ell ella ells enc enca encia ència encies ències ent ents era eres eria eries ers ès és',
  'esa esc eses esos essa et eta ets fer formes',
  'ialisme ialismes ialista ialistes ible ibles ici íci ícia ícies icis ícis icte ictes idores idors',
  'ient ificar íinia il ima imes ims ina ines inia inies ínies ió ionisme ionista ionistes ions ís isam',
  'isament isme ismes issa issem ìssem íssem isseu ìsseu ísseu íssim íssima íssimes íssims ìssin íssiu',
  'issos ista iste istes ístic ita itar itat ïtat itats ïtats ites itzar ius iva ives ivisme ivitat',
  'ivitats ívol ívola ls ment ments nça nces ó or ora ores ors ós osa oses osos ot ota otes ots',
  'sfera tori toris triu trius ud uds uts',
].join(' ')

/** Endings of verbs, by their first letters, Spanish ones among them; each must stand in R1. */
const VERB_ENDINGS = [
  'aba abais ábamos aban abas ad ada adas ades ado ador adora adores adors ados áis am amos ams an ant',
  'ar ara arà ará arais áramos aran arán aras aràs arás aré aréis arem àrem aremos aren àren ares arés',
  'areu àreu aria aría aríais aríamos arian arían arías aríem arien aries aríeu aron as às ase aseis',
  'ásemos asen ases ass àssem assen asses asseu àsseu assim àssim assin assis assiu àssiu aste asteis',
  'at atges ats au ava avem àvem ávem aven aves àveu áveu dre',
  'ed eix eixen eixer eixes eixi eixin eixis eixo em en ent ents er erá erán erás erass erau eré eréis',
  'eremos eren eresseu ería eríais eríamos erían erías es és esca esquen esques esqui esquin esquis ess',
  'éssem essen éssen esses esseu ésseu essim èssim éssim essin essis èssiu éssiu',
  'í ia ià ía ïa íais íamos ían ías id ida ïda idas ides ïdes ido idos ids ie íem ien ïen iendo iera',
  'ierais iéramos ieran ieras ieron ies ïes iese ieseis iésemos iesen ieses ieu ìeu íeu iguem ïguem',
  'igueu ïgueu ii iï iïn iïs ïm imos in ineu ini inin inis int io ió ir ira irà irá ïra iran irán iràs',
  'irás irè iré iréis irem írem iremos iren ïren ires ïres ireu íreu iria iría iríais iríamos irían',
  'irías irìem iríem irien iries irìeu iríeu ís isc ïsc isca ïsca isin isis isquen ïsquen ïsques issen',
  'ïssen isses ïsses issim íssim issin ïssin issis ïssis issiu íssiu iste isteis it ït its itz itza',
  'itzà itzeu itzi itzis itzo ïu ix ïx ixa ixen ïxen ixes ïxes ixo ïxo',
  'ques re sin sis tzar uda udes ut',
].join(' ')

const LAST_LETTERS = 'a à á e é eu i ì í ï ïn ïs ir is it itz iu o ó os s'

/** Rules of the Catalan stemmer. */
export function catalan(): Rule {
  const removeInR1 = sequence(inside('R1'), remove)
  const removeInR2 = sequence(inside('R2'), remove)

  const attachedPronoun = longest({ [PRONOUNS]: removeInR1 })
  const nounEnding = longest({
    [NOUN_ENDINGS]: removeInR1,
    'acions ada ades': removeInR2,
    'logi logia logía lógica lógics logies logíes lógiques logis': sequence(inside('R2'), replace('log')),
    'ic ica ics iques': sequence(inside('R2'), replace('ic')),
    'quíssim quíssima quíssimes quíssims': sequence(inside('R1'), replace('c')), // antiquíssim, antic
  })
  const verbEnding = longest({ [VERB_ENDINGS]: removeInR1, ando: removeInR2 })
  const lastLetters = longest({
    [LAST_LETTERS]: removeInR1,
    iqu: sequence(inside('R1'), replace('ic')),
  })
  const plainLetter = longest({
    'á à': replace('a'),
    'é è': replace('e'),
    'í ì ï': replace('i'),
    'ó ò': replace('o'),
    'ú ü': replace('u'),
    '·': replace('.'),
  })

  return sequence(
    suffixRegions(VOWELS),
    backward(sequence(always(attachedPronoun), always(either(nounEnding, verbEnding)), always(lastLetters))),
    many(sequence(to(letter('áàéèíìïóòúü·')), plainLetter)),
  )
}
