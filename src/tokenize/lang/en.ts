/**
 * English for the tokenizer: words with a property each, as space-separated lists; contractions show their cuts.
 *
 * Lower-case ASCII, at most 16 letters. Order within a list means nothing; a word may stand in several lists,
 * but in one only of the five lists of abbreviations. Sources: the English Web Treebank's training part, its
 * guidelines (Bies et al. 2012, LDC2012T13), and the Penn Treebank's supplement on hyphens.
 */

/** Contractions without an apostrophe; all parts but the first are clitics. */
export const CONTRACTIONS =
  'can|not do|nt did|nt does|nt is|nt was|nt were|nt are|nt ar|nt ai|nt wo|nt would|nt could|nt should|nt ' +
  'have|nt has|nt had|nt ca|nt must|nt need|nt i|m i|ve you|re they|re you|ve they|ve we|ve you|ll they|ll it|ll ' +
  'that|s what|s there|s here|s he|s she|s let|s who|s where|s how|s else|s gon|na wan|na wan|a got|ta out|ta ' +
  'lem|me gim|me du|n|no would|ve could|ve should|ve might|ve must|ve that|ll there|ll who|ll today|s ' +
  'everyone|s someone|s anyone|s'

/** Words that are written together by mistake: both parts are words. */
export const MERGED_WORDS = 'a|lot'

/** What makes "its" in front of it an "it's". */
export const AFTER_ITS =
  'a an the not just been so very really too like all more going gonna always never no nothing about what why ' +
  'how that this these those nice great good bad hard really cool easy pretty only probably prolly still over ' +
  'better because as also worth called up down in on at to for from of between off out by with got my your our ' +
  'his her me you i it if when where who there here now then almost already actually definitely simply ' +
  'absolutely certainly clearly currently usually totally basically less much quite rather even ever both one ' +
  'getting making looking coming being doing raining supposed due time kind cheap cheaper easier simple ' +
  'necessary important possible impossible rare natural horrible terrible awful amazing awesome wonderful ' +
  'beautiful delicious fun funny fine fantastic perfect obvious true false sad weird strange interesting boring ' +
  'expensive different difficult ok okay free safe dangerous illegal legal fab quiet quieter healthier bigger ' +
  'smaller worse gone done made used stolen broken heated located believed greatly anyone everyone someone'

/** What makes "your" in front of it a "you're". */
export const AFTER_YOUR =
  'a an the not going gonna in on at so very just really welcome never always doing getting looking trying'

/** What may follow an apostrophe as a word of its own; "n't" is known besides. */
export const CLITICS = 's m d ll ve re'

/** What may follow an apostrophe that stands for letters left out in front. */
export const ELISIONS = 'em cause til till n tis twas bout round cuz nuff ere neath'

/** Abbreviations whose period is their own unless the paragraph ends. */
export const ABBREVIATIONS =
  'dr drs mr mrs ms messrs mme mlle prof profs rev fr gen gens lt col capt cpt cmdr sgt maj adm pvt cpl gov sen ' +
  'sens rep reps hon pres supt sra srta st ste mt ft jr sr vs viz cf ie eg rt ave blvd attn assn dept univ est et ' +
  'ph esq bldg apt ext tel jan feb apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri approx ' +
  "incl cont fwd misc ass't asst mfg mgr intl int'l nat'l gov't govt esp spec conf para arrv mdse mktg"

/** Abbreviations whose period is their own unless a sentence seems to end: what follows is no capital. */
export const INNER_ABBREVIATIONS =
  'etc al inc corp ltd bros llc pty cos yrs hrs mins secs lbs lb oz yr hr min sq cu co mo wk ed eds a.m p.m n.j n.y ' +
  'n.c s.c d.c n.h n.m'

/** Abbreviations in front of a number only. */
export const NUMBER_ABBREVIATIONS = 'no nos pp p pg vol ch fig figs art sec nr op ca c chap eq eqs ver'

/** Abbreviations, with a capital, in front of a capital only. */
export const NAME_ABBREVIATIONS = 'sat sun san rd hwy pt'

/** Abbreviations with one capital (states), unless a sentence seems to end. */
export const CAPITAL_ABBREVIATIONS =
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn mont neb nev okla ore pa penn tenn tex ' +
  'va vt wash wis wyo que ont mob rec'

/** Prefixes that UD does not cut off at their hyphen. */
export const PREFIXES =
  'agro ante anti arch auto be bi bio co counter cross cyber de dis e eco ex extra hyper hypo infra inter intra ' +
  'macro mega meta micro mid mini mis mono multi nano neo non over pan para peri poly post pre pro proto pseudo ' +
  'psycho quasi re retro semi socio sub super supra trans tri ultra un under uni'

/** Suffixes that UD does not cut off at their hyphen. */
export const SUFFIXES =
  'able ahol aholic ation centric cracy cratic er ery esque ette fest fold gate ish itis izzle less logist most ' +
  'rama ville wise'

/** Words with a hyphen or a slash that stay whole. */
export const WHOLE_WORDS =
  'uh-huh uh-oh mm-hm mm-hmm uh-uh nuh-uh w/o w/out w/in b/t b/w b/c l/c i/c i/s i/o a/c n/a o/w w/e s/he r/c'

/** Endings of ordinals and decades, which stay with their digits. */
export const ORDINALS = 'st nd rd th s'

/** Units and parts of the day, which UD cuts off the digits in front. */
export const UNITS =
  'am pm k m mm b bn kg g mg lb lbs ft cm km kw kwh mw mwh mb gb tb kb hz khz mhz ghz ml l oz in yds mph kph hrs ' +
  'hr min mins sec yrs yr years year days day persons people percent x w v f c hh watt watts mile miles'

/** Last labels of host and file names. */
export const TOP_LEVELS =
  'com org net edu gov mil info biz uk us ca de fr jp au ru ch nl se no es eu io co tv me in it be kr cn nz br html ' +
  'htm php asp aspx jsp doc docx xls xlsx ppt pptx pdf txt exe zip url jpg jpeg gif png mp3 mp4 avi csv xml js ts ' +
  'py unix recovery'

/** Those of them that are words, too: they count only in front of a slash. */
export const WEAK_TOP_LEVELS = 'in me it be no us ca de se es co is as at am tv so to unix'

/** First labels of news groups. */
export const GROUPS = 'alt comp rec sci misc soc talk'

/** What stands in front of a dollar sign as part of the currency. */
export const CURRENCIES = 'u us c ca a au hk nz s nt r can'

/** Names that end with an exclamation mark. */
export const BANGS = 'yahoo'

/** Emoticons of two to four units that begin with a mark. */
export const EMOTICONS =
  ":) :-) :( :-( ;) ;-) :d :-d :p :-p ;p ;d :o :-o :/ :-/ :| :-| :] :-] :[ :') :'( =) =( =d =p =/ (: (; <3 </3 " +
  '^_^ ^^ -_- >:( >:) :3 :* :-* :s :x :$ :} :{ -.- ^.^ >_< >.< :^) \\o/ ._. ;_;'
