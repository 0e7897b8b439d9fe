/** What English verbs do beyond the rules of spelling: doubled letters, compounds. Data only. */

/** Verbs of two syllables or more whose last consonant is doubled because the stress is on the last vowel. */
export const DOUBLING_VERBS =
  'abet abhor abut acquit admit allot annul appal aver befit befog beget begin bedim besot beset bestir cabal commit compel concur ' +
  'confer control coquet corral curvet decontrol demob demur deter debar disbar disbud dispel distil embed emit enrol englut ' +
  'enthral entrap enwrap equip excel expel extol forbid forget fulfil imbed impel incur infer inset instal inter intermit intromit ' +
  'japan manumit occur omit patrol permit pretermit propel rebel regret recommit remit retransmit readmit rappel sublet submit ' +
  'bedhop bespot confab degas dogsled egotrip inspan instil marcel namedrop outspan rejig retrofit shrinkwrap teargas underpin ' +
  'transfer transmit trepan transship upset input output offset typeset babysit disinter ' +
  // The stress is elsewhere, and the consonant is doubled all the same.
  'backlog ballyrag bedbug belly-flop blackleg bootleg bulldog bullshit bullyrag catnap chitchat co-star crosscut ' +
  'doorstep eavesdrop featherbed flipflop flip-flop footslog foxtrot format handicap hedgehop hobnob ' +
  'horsewhip humbug jitterbug kidnap kneecap lallygag lollygag leapfrog nonplus outcrop outfit pettifog ' +
  'program quickstep reprogram sandbag sideslip sidestep skinny-dip ' +
  'tittup unwrap waterlog weatherstrip wigwag window-shop wiretap worship zigzag ' +
  'name-drop airdrop barhop bellyflop bobsled hotdog ' +
  'overlap teabag '

/** Verbs that end as those do, and double nothing. */
export const NOT_DOUBLING_VERBS =
  'bus debit devil revel interpret transit debut deposit relay decal demon depot debris discomfit ' +
  'unit rebus precis '

/** Verbs in -l that double it in British English only, although the vowel before it is two letters: fuelled, dialled. */
export const BRITISH_DOUBLING_ENDINGS = 'uel ial ual iel'

/** Verbs in -l that never double it. */
export const NEVER_DOUBLING = 'parallel '

/** Verbs in -nge and -oe and so on that keep -e before -ing: singeing, dyeing. */
export const VERBS_KEEPING_E = 'singe tinge binge swinge whinge springe dye eye redye'

/** Verbs in consonant and -o that take -s: solos, photos. */
export const VERBS_IN_OS = 'solo disco demo photo crescendo memo promo combo typo '

/** Words after a verb that make a phrase with it: give up, look forward to. */
export const VERB_PARTICLES =
  'up down in out on off over away back about around round through by along apart aside across ahead after at for from into of ' +
  'to together under with without against forth upon onto past before behind between like as it oneself'

/** Verbs of two words whose second is inflected: ice skate, double park. */
export const VERBS_HEADED_LAST =
  'bullet cell contra folk gold hugger island mercy oven ' +
  'air baby back backseat bad bag belly blow bottle breast bull carbon chain channel cold copy cross dead deep ' +
  'dog double down dry eagle ear every fast field fine fire first flat flow force free french full ghost glass goose hand hang ' +
  'hard heat high hitch home horse hot house ice jet job joy jump king knee lap lip low mass mind moon one over pan ' +
  'pinch pistol proof quick rapid roller role rough rubber sand second self shadow shoulder shrink side skin sky slow ' +
  'small soft speed spell spoon spot spring stage steam stir stone strip sun swing table tail tap test toilet tongue trial ' +
  'twist typo under water weather wet window wire word work'
