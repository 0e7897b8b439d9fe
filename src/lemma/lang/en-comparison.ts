/** How English adjectives and adverbs are compared beyond the rules: more or -er. Data only. */

/** Words of one syllable that are compared with more and most. */
export const COMPARED_WITH_MORE =
  'so apt bored burnt chic cross dead done drunk fake fun gone hurt just like loath lost lone loved midst mere own ' +
  'pleased prone real right rife scared skilled spoilt staid stoned stressed thrilled tired torn used vexed worn worth wrong ' +
  'once twice thrice then there here now both such pro con main prime due awry aware alone alike alive afraid asleep ashamed awake ' +
  'how what which first last next past live left'

/** Words of two syllables or more that take -er and -est although their endings do not say so. */
export const COMPARED_WITH_ER =
  'eerie foolhardy bloodthirsty slaphappy scaly mealy courtly lordly lowly seemly unseemly ungainly spindly scraggly wintery quiet clever ' +
  'narrow shallow mellow yellow callow fallow sallow ' +
  'dinky soon early ' +
  'lonely lovely friendly unfriendly deadly homely lively sickly silly ugly holy jolly woolly chilly hilly ' +
  'smelly oily curly surly burly wily bubbly cuddly crumbly wobbly wiggly ghastly ghostly stately ' +
  'portly comely gangly bristly squiggly prickly crinkly ' +
  'measly pearly steely comfy grisly gnarly wrinkly sprightly unruly unholy knobbly shapely manly ' +
  'beastly ungodly godly goodly sly sparkly ' +
  'tingly pimply dimply frilly steely squirrelly chilly drizzly frizzly pebbly '
