/**
 * The Lovins stemmer of 1968, the first that was published: the longest of 294 endings whose condition holds is
 * taken off at once, then a double letter becomes single and one of 34 endings of Latin and Greek stems is
 * respelled, so that relatives meet (absorb and absorption, submit and submission).
 *
 * ENDINGS is the paper's Appendix A by condition instead of by length, CONDITIONS its Appendix B, and the last
 * two steps its Appendix C (in which "ent" stands for the misprinted "end"); 's and s' are Snowball's addition.
 *
 * Source: J. B. Lovins, "Development of a stemming algorithm", Mechanical Translation and Computational
 * Linguistics 11 (1968), 22-31, https://snowballstem.org/algorithms/lovins/stemmer.html
 */
import {
  ahead,
  always,
  backward,
  either,
  letter,
  longest,
  not,
  oneOf,
  type Rule,
  remove,
  replace,
  select,
  sequence,
  skip,
  when,
} from '../rules.js'

/** Reading goes from the end of the stem: `count` letters must be there, and `rule` must succeed. */
const atLeast = (count: number, rule: Rule) => sequence(ahead(skip(count)), rule)
const noneOf = (letters: string) => not(letter(letters))
const ofUE = sequence('e', skip(1), 'u')

/** What must stand before an ending, by the letters of the paper. */
const CONDITIONS = {
  A: skip(2),
  B: skip(3),
  C: skip(4),
  D: skip(5),
  E: atLeast(2, noneOf('e')),
  F: atLeast(3, noneOf('e')),
  G: atLeast(3, 'f'),
  H: atLeast(2, oneOf('t ll')),
  I: atLeast(2, noneOf('oe')),
  J: atLeast(2, noneOf('ae')),
  K: atLeast(3, either(letter('li'), ofUE)),
  L: atLeast(2, sequence(noneOf('ux'), not(sequence('s', noneOf('o'))))),
  M: atLeast(2, noneOf('acem')),
  N: atLeast(3, sequence(skip(2), either(noneOf('s'), skip(2)))),
  O: atLeast(2, letter('li')),
  P: atLeast(2, noneOf('c')),
  Q: atLeast(3, noneOf('ln')),
  R: atLeast(2, letter('nr')),
  S: atLeast(2, either('dr', sequence('t', noneOf('t')))),
  T: atLeast(2, either('s', sequence('t', noneOf('o')))),
  U: atLeast(2, letter('lmnr')),
  V: atLeast(2, 'c'),
  W: atLeast(2, noneOf('su')),
  X: atLeast(2, either(letter('li'), ofUE)),
  Y: atLeast(2, 'in'),
  Z: atLeast(2, noneOf('f')),
  AA: atLeast(2, oneOf('d f ph th l er or es t')),
  BB: atLeast(3, not(oneOf('met ryst'))),
  CC: atLeast(2, 'l'),
}

const ENDINGS: Partial<Record<keyof typeof CONDITIONS, string>> = {
  A: [
    'arizability antialness arisations arizations entialness antaneous antiality arisation arization',
    'ativeness entations entiality entialize entiation ionalness istically itousness izability',
    'izational ableness arizable entation entially eousness ibleness icalness ionalism ionality',
    'ionalize iousness izations lessness ability aically alities aristic arizing ateness atingly',
    'atively ativism encible entally entials entiate entness fulness ibility icalism icalist icality',
    'icalize icianry ination ingness ionally isation ishness istical iteness iveness ivistic ivities',
    'izement oidally ousness aceous alness ancial ancies ariser arized arizer atable atives efully',
    'encies encing ential entist eously ialist iality ialize ically icance icians icists ifully ionals',
    'ioning ionist iously istics lessly nesses oidism acies acity aical alist ality alize arial aries',
    'arily arize aroid ately ative ators atory ehood eless elity ement enced ences ental ently fully',
    'ially icant ician icide icism icist icity iedly ihood inate iness ional ioned ished istic ities',
    'itous ively ivity oidal oides otide ously able ably aric ates ator eful eity ence ency eous hood',
    'ials ians ible ibly ical iers iful ious ists less lily ness ogen ward wise yish acy aic ata ate',
    "ese ful ial ian ics ied ier ily ist ity ium ive oid ous ae ia ic is 's s' a e i o",
  ].join(' '),
  B: [
    'alistically izationally ationally alistic ational acious ancing ations aging alism anced ances',
    'arity ation ingly ages ally ance ancy ants atic ions isms ying age ant ism as ly y',
  ].join(' '),
  C: 'allically enting antic ented ent ish',
  D: 'ionate',
  E: 'eableness ariness elihood izable ature eness ening edly ened enly ely ene ery ed es',
  F: 'ization izers izing ized izer ary ize en',
  G: 'ication action',
  H: 'itic',
  I: 'ating idine ated',
  J: 'inism',
  K: 'arly',
  L: 'ides ide',
  M: 'ines ine',
  N: 'ings ing',
  O: 'ars',
  P: 'ies',
  Q: 'ion',
  R: 'one yl',
  S: 'on',
  T: 'or',
  U: 'um',
  V: 'us',
  W: 's',
  X: 'ar',
  Y: 'early ealy eal ear',
  Z: 'eature',
  AA: 'ite',
  BB: 'allic als al',
  CC: 'inity',
}

/** Rules of the Lovins stemmer. */
export function lovins(): Rule {
  const ending = longest(
    Object.fromEntries(
      Object.entries(ENDINGS).map(([code, endings]) => [
        endings,
        when(CONDITIONS[code as keyof typeof CONDITIONS], remove),
      ]),
    ),
  )
  const undouble = sequence(ahead(oneOf('bb dd gg ll mm nn pp rr ss tt')), select(skip(1)), remove)
  const respell = longest({
    iev: replace('ief'),
    uct: replace('uc'),
    umpt: replace('um'),
    rpt: replace('rb'),
    urs: replace('ur'),
    istr: replace('ister'),
    metr: replace('meter'),
    olv: replace('olut'),
    ul: sequence(noneOf('aio'), replace('l')),
    bex: replace('bic'),
    dex: replace('dic'),
    pex: replace('pic'),
    tex: replace('tic'),
    ax: replace('ac'),
    ex: replace('ec'),
    ix: replace('ic'),
    lux: replace('luc'),
    uad: replace('uas'),
    vad: replace('vas'),
    cid: replace('cis'),
    lid: replace('lis'),
    erid: replace('eris'),
    pand: replace('pans'),
    end: sequence(noneOf('s'), replace('ens')),
    ond: replace('ons'),
    lud: replace('lus'),
    rud: replace('rus'),
    her: sequence(noneOf('pt'), replace('hes')),
    mit: replace('mis'),
    ent: sequence(noneOf('m'), replace('ens')),
    ert: replace('ers'),
    et: sequence(noneOf('n'), replace('es')),
    'yt yz': replace('ys'),
  })
  return backward(sequence(always(ending), always(undouble), always(respell)))
}
