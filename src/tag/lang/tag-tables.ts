/**
 * Tables between sets of tags. A line is the target and all tags that become it.
 *
 * `PTB_TO_UPOS` is for English: the tags of the Penn Treebank (with those that EWT adds: ADD, AFX, GW, HYPH, NFP) to
 * those of Universal Dependencies. Where one tag becomes several, the most frequent one of EWT train stands in the lines,
 * and words that are mostly another one stand in the words.
 */

/** Words that have another target than their tags. */
export interface WordTag {
  /** Tags, with spaces between. */
  readonly tags: string
  /** Words in lower case, with spaces between. */
  readonly words: string
  readonly target: string
}

/** Tags of the Penn Treebank to the 17 of Universal Dependencies. */
export const PTB_TO_UPOS: { readonly lines: readonly string[]; readonly words: readonly WordTag[] } = {
  lines: [
    'ADJ JJ JJR JJS',
    'ADP IN RP',
    'ADV RB RBR RBS WRB',
    'AUX MD',
    'CCONJ CC',
    'DET DT PDT WDT',
    'INTJ UH',
    'NOUN NN NNS',
    'NUM CD LS',
    'PART POS TO',
    'PRON EX PRP PRP$ WP WP$',
    'PROPN NNP NNPS ADD',
    "PUNCT `` '' , . : ( ) -LRB- -RRB- HYPH NFP",
    'SYM $ # SYM',
    'VERB VB VBD VBG VBN VBP VBZ',
    'X AFX FW GW XX',
  ],
  words: [
    { tags: 'RB', words: "not n't n’t nt", target: 'PART' },
    {
      tags: 'VB VBD VBG VBN VBP VBZ',
      words: "am are be been being is was were 'm 're ’m ’re",
      target: 'AUX',
    },
    { tags: 'VBZ', words: "'s ’s does has", target: 'AUX' },
    { tags: 'VBP', words: "do have 've ’ve", target: 'AUX' },
    { tags: 'VBD', words: 'did', target: 'AUX' },
    {
      tags: 'IN',
      words: 'although because cause cos if once since that though unless until whereas whether while',
      target: 'SCONJ',
    },
    {
      tags: 'NN',
      words:
        'anybody anyone anything everybody everyone everything nobody none nothing somebody someone something',
      target: 'PRON',
    },
    { tags: 'WDT', words: 'that which', target: 'PRON' },
  ],
}

/** The 17 tags of Universal Dependencies to the 12 universal tags. */
export const UPOS_TO_UNIVERSAL: { readonly lines: readonly string[] } = {
  lines: [
    'VERB VERB AUX',
    'NOUN NOUN PROPN',
    'PRON PRON',
    'ADJ ADJ',
    'ADV ADV',
    'ADP ADP',
    'CONJ CCONJ SCONJ',
    'DET DET',
    'NUM NUM',
    'PRT PART',
    'X INTJ X',
    '. PUNCT SYM',
  ],
}
