/**
 * What the rules of src/tokenize/sentence-rules.ts know of single languages: abbreviations that are followed by
 * more of the sentence (lower case, without their last full stop), further marks that end sentences, and month
 * names before which a number with a full stop is a date.
 */

/** Data of one language. */
export interface SentenceLanguage {
  readonly abbreviations: readonly string[]
  readonly terminators: string
  readonly months: readonly string[]
}

function language(abbreviations: string, terminators = '', months = ''): SentenceLanguage {
  return {
    abbreviations: abbreviations.split(' '),
    terminators,
    months: months.split(' '),
  }
}

/** By the language's code (ISO 639-1). */
export const SENTENCE_LANGUAGES: ReadonlyMap<string, SentenceLanguage> = new Map([
  [
    'de',
    language(
      'dr prof dipl ing hr fr frl st str bzw ca usw z b z.b d.h d h u.a u v.a o.ä o ä s.o s.u evtl ggf inkl exkl nr tel vgl sog bspw abs art bd hrsg jh mio mrd min max geb gest usf etc phil jur med',
      '',
      'januar jänner februar märz april mai juni juli august september oktober november dezember',
    ),
  ],
  [
    'fr',
    language(
      'm mm mme mmes mlle mlles dr pr st ste me etc cf p pp ex av apr env vol art chap fig no éd boul tél janv févr avr juil sept oct nov déc',
    ),
  ],
  [
    'es',
    language(
      'sr sra srta sres dr dra d dña prof lic ing arq gral cnel av avda c pág págs núm nº ej etc cf vol cap art fig ee.uu ud uds tel aprox depto gob pdte',
    ),
  ],
  [
    'it',
    language(
      'sig sig.ra sig.na sigg dott dott.ssa dr prof prof.ssa avv ing arch geom rag on ecc es pag pagg cap art fig vol n nr tel sec cfr ca ad p.es s.p.a',
    ),
  ],
  [
    'pt',
    language(
      'sr sra srs sras srta dr dra drs prof profa eng exmo exma d av r nº pág págs ex etc cf vol cap art fig tel aprox ltda cia gen cel',
    ),
  ],
  [
    'nl',
    language(
      'dhr mevr mw dr drs prof ir ing mr st bv bijv d.w.z nl enz ca nr blz tel vgl o.a m.b.t t.a.v i.p.v incl excl max min',
    ),
  ],
  ['sv', language('dr prof st t.ex bl.a d.v.s m.m o.s.v osv ca nr kl jfr resp s.k p.g.a dvs tel')],
  [
    'da',
    language(
      'dr prof hr fru f.eks bl.a dvs osv ca nr kl jf evt mht pga tlf',
      '',
      'januar februar marts april maj juni juli august september oktober november december',
    ),
  ],
  [
    'nb',
    language(
      'dr prof hr fru f.eks bl.a dvs osv ca nr kl jf evt mht pga tlf',
      '',
      'januar februar mars april mai juni juli august september oktober november desember',
    ),
  ],
  [
    'ru',
    language(
      'г гг в вв им т д п е н э стр см ср тыс млн млрд руб коп кв куб ул просп пер т.е т.к т.н и.о напр проф акад доц гл рис табл обл р-н',
    ),
  ],
  [
    'uk',
    language(
      'р рр ст вв ім т д п стор див тис млн млрд грн кв вул просп пров т.зв напр проф акад доц рис табл обл',
    ),
  ],
  [
    'pl',
    language(
      'dr prof mgr inż hab ul al pl np itp itd tzn tzw tj m.in ok ur zm nr str godz zob por św woj pkt ust art',
    ),
  ],
  [
    'cs',
    language(
      'dr prof mudr ing mgr bc str č např tj tzv atd apod aj cca resp popř ul nám st sv',
      '',
      'ledna února března dubna května června července srpna září října listopadu prosince',
    ),
  ],
  ['tr', language('dr prof doç yrd av sn bkz vb vs örn yy sf s no cad sok mah apt tel')],
  ['el', language('κ κα κος κ.λπ π.χ δηλ βλ αρ σελ τηλ μ.χ π.μ μ.μ', ';')],
  ['hy', language('տ', ':')],
  ['fi', language('dr prof esim jne ym mm ns tms yms eaa klo n os s vrt ks')],
  [
    'hu',
    language(
      'dr prof id ifj pl stb ill kb ún vö ti pld szerk',
      '',
      'január február március április május június július augusztus szeptember október november december',
    ),
  ],
])
