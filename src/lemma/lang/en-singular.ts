/** English nouns that look like plurals of others, and plurals that could be of two nouns. Data only. */

/** Singulars that end as irregular or foreign plurals do. */
export const NOT_PLURALS =
  'opera agenda stamina slice police malice pumice specimen abdomen regimen omen acumen bitumen semen ramen hymen ' +
  'amen cyclamen dolmen cerumen albumen gravamen carmen bremen yemen turkmen reggae sundae vitae bordeaux stamen ' +
  'rumen flamen duramen catechumen limen lumen examen lei cineraria hypochondria'

/** Singulars in -s after another letter than a, i, o, s or u. */
export const SINGULARS_IN_S = 'lens pons glans gens mons summons mews gallows cyclops yes oyes pancreas'

/** Abbreviations in capitals whose S is part of them. */
export const ABBREVIATIONS_IN_S =
  'aids dos sars gis irs sids ras cis ms sos isis nas mers als ins oas usps iis vis mips os ios ps'

/** Plurals that two nouns share: the plural, and the one that is meant more often. */
export const PLURALS_OF_TWO = `
bases base
axes axis
syringes syringe
synapses synapse
senses sense
eclipses eclipse
apses apse
vases vase
reverses reverse
grannies granny
booties booty
caddies caddy
hankies hanky
largesses largess
cartouches cartouche
galactoses galactose
ketoses ketose
twelves twelve
delves delve
joes joe
joies joie
mises mise
`
