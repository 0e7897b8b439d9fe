/**
 * The endings of RSLP, step by step: [endings, least letters before them, what takes their place, exceptions].
 *
 * Within a step the longest ending counts that leaves enough letters and is not excepted. Exceptions are words; in
 * steps where they are endings of words they also except everything that ends so.
 *
 * Source: V. M. Orengo, C. Huyck (2001), "A Stemming Algorithm for the Portuguese Language", SPIRE 2001, 186-193,
 * tables 1 to 7, with exceptions that its authors added later in their programs (árvores, depois, mães, mamães).
 */

/** Endings and exceptions hold several separated by spaces. */
export type RslpRule = readonly [endings: string, least: number, replacement?: string, exceptions?: string]

/** One step of RSLP. */
export interface RslpStep {
  /** Whether an exception is a whole word, or any end of a word. */
  readonly exceptions: 'words' | 'endings'
  readonly rules: readonly RslpRule[]
}

/** Plural to singular, for words in -s. */
export const RSLP_PLURAL: RslpStep = {
  exceptions: 'words',
  rules: [
    ['ns', 1, 'm'],
    ['ões', 3, 'ão'],
    ['ães', 1, 'ão', 'mães mamães'],
    ['ais', 1, 'al', 'cais mais'],
    ['éis eis', 2, 'el'],
    ['óis', 2, 'ol'],
    ['is', 2, 'il', 'lápis cais mais crúcis biquínis pois depois dois leis'],
    ['les', 3, 'l'],
    ['res', 3, 'r', 'árvores'],
    [
      's',
      2,
      '',
      'aliás pires lápis cais mais mas menos férias fezes pêsames crúcis gás atrás moisés através convés ês país após ambas ambos messias depois',
    ],
  ],
}

/** Feminine to masculine, for words in -a and -ã. */
export const RSLP_FEMININE: RslpStep = {
  exceptions: 'words',
  rules: [
    ['ona', 3, 'ão', 'abandona lona iona cortisona monótona maratona acetona detona carona'],
    ['ora', 3, 'or'],
    [
      'na',
      4,
      'no',
      'carona abandona lona iona cortisona monótona maratona acetona detona guiana campana grana caravana banana paisana',
    ],
    ['inha', 3, 'inho', 'rainha linha minha'],
    ['esa', 3, 'ês', 'mesa obesa princesa turquesa ilesa pesa presa'],
    ['osa', 3, 'oso', 'mucosa prosa'],
    ['íaca', 3, 'íaco'],
    ['ica', 3, 'ico', 'dica'],
    ['ada', 2, 'ado', 'pitada'],
    ['ida', 3, 'ido', 'vida'],
    ['ída', 3, 'ido', 'recaída saída'],
    ['ima', 3, 'imo', 'vítima'],
    ['iva', 3, 'ivo', 'saliva oliva'],
    [
      'eira',
      3,
      'eiro',
      'beira cadeira frigideira bandeira feira capoeira barreira fronteira besteira poeira',
    ],
    ['ã', 2, 'ão', 'amanhã arapuã fã divã'],
  ],
}

/** Superlatives, diminutives and augmentatives. */
export const RSLP_AUGMENTATIVE: RslpStep = {
  exceptions: 'words',
  rules: [
    ['díssimo abilíssimo', 5],
    ['íssimo ésimo', 3],
    ['érrimo', 4],
    ['zinho', 2],
    ['quinho', 4, 'c'],
    ['uinho', 4],
    ['adinho', 3],
    ['inho', 3, '', 'caminho cominho'],
    ['alhão uça aça', 4],
    ['aço', 4, '', 'antebraço'],
    ['adão idão arraz arrão', 4],
    ['ázio', 3, '', 'topázio'],
    ['zarrão arra', 3],
    ['zão', 2, '', 'coalizão'],
    [
      'ão',
      3,
      '',
      'camarão chimarrão canção coração embrião grotão glutão ficção fogão feição furacão gamão lampião leão macacão nação órfão orgão patrão portão quinhão rincão tração falcão espião mamão folião cordão aptidão campeão colchão limão leilão melão barão milhão bilhão fusão cristão ilusão capitão estação senão',
    ],
  ],
}

/** Adverbs. */
export const RSLP_ADVERB: RslpStep = {
  exceptions: 'endings',
  rules: [['mente', 4, '', 'experimente']],
}

/** Suffixes of nouns and adjectives. */
export const RSLP_NOUN: RslpStep = {
  exceptions: 'endings',
  rules: [
    ['encialista', 4],
    ['alista', 5],
    ['agem', 3, '', 'coragem chantagem vantagem carruagem'],
    ['iamento', 4],
    ['amento', 3, '', 'firmamento fundamento departamento'],
    ['imento', 3],
    ['mento', 6, '', 'firmamento elemento complemento instrumento departamento'],
    ['alizado atizado', 4],
    ['tizado', 4, '', 'alfabetizado'],
    ['izado', 5, '', 'organizado pulverizado'],
    ['ativo', 4, '', 'pejorativo relativo'],
    ['tivo', 4, '', 'relativo'],
    ['ivo', 4, '', 'passivo possessivo pejorativo positivo'],
    ['ado', 2, '', 'grado'],
    ['ido', 3, '', 'cândido consolido rápido decido tímido duvido marido'],
    ['ador edor', 3],
    ['idor dor', 4, '', 'ouvidor'],
    ['sor', 4, '', 'assessor'],
    ['atória', 5],
    ['tor', 3, '', 'benfeitor leitor editor pastor produtor promotor consultor'],
    [
      'or',
      2,
      '',
      'motor melhor redor rigor sensor tambor tumor assessor benfeitor pastor terior favor autor',
    ],
    ['abilidade', 5],
    ['icionista', 4],
    ['cionista ionista ionar', 5],
    ['ional', 4],
    ['ência', 3],
    ['ância', 4, '', 'ambulância'],
    ['edouro', 3],
    ['queiro', 3, 'c'],
    ['adeiro', 4, '', 'desfiladeiro'],
    ['eiro', 3, '', 'desfiladeiro pioneiro mosteiro'],
    ['uoso', 3],
    ['oso', 3, '', 'precioso'],
    ['alizaç atizaç tizaç', 5],
    ['izaç', 5, '', 'organizaç'],
    ['aç', 3, '', 'equaç relaç'],
    ['iç', 3],
    ['ário', 3, '', 'voluntário salário aniversário diário lionário armário'],
    ['atório', 3],
    ['rio', 5, '', 'voluntário salário aniversário diário compulsório lionário próprio stério armário'],
    ['ério', 6],
    ['ês ez esco', 4],
    ['eza', 3],
    ['ante', 2, '', 'gigante elefante adiante possante instante restaurante'],
    ['ástico', 4, '', 'eclesiástico'],
    ['ático alístico', 3],
    ['áutico êutico', 4],
    [
      'tico',
      3,
      '',
      'político eclesiástico diagnostico prático doméstico diagnóstico idêntico alopático artístico autêntico eclético crítico critico',
    ],
    ['ico', 4, '', 'tico público explico'],
    ['ividade', 5],
    ['idade', 4, '', 'autoridade comunidade'],
    ['oria', 4, '', 'categoria'],
    ['encial auta ense', 5],
    ['ista', 4],
    ['quice', 4, 'c'],
    ['ice', 4, '', 'cúmplice'],
    ['íaco inal', 3],
    ['ente', 4, '', 'freqüente alimente acrescente permanente oriente aparente'],
    ['ano', 4],
    ['ável', 2, '', 'afável razoável potável vulnerável'],
    ['ível', 3, '', 'possível'],
    ['vel', 5, '', 'possível vulnerável solúvel'],
    ['bil', 3, 'vel'],
    ['ura', 4, '', 'imatura acupuntura costura'],
    ['ural', 4],
    ['ual', 3, '', 'bissexual virtual visual pontual'],
    ['ial', 3],
    [
      'al',
      4,
      '',
      'afinal animal estatal bissexual desleal fiscal formal pessoal liberal postal virtual visual pontual sideral sucursal',
    ],
    ['alismo ivismo', 4],
    ['ismo', 3, '', 'cinismo'],
  ],
}

/** Endings of verbs. */
export const RSLP_VERB: RslpStep = {
  exceptions: 'endings',
  rules: [
    ['aríamo ássemo eríamo êssemo áramo árei aremo ariam aríei ássei assem ávamo', 2],
    ['iríamo íssemo êramo eremo eriam eríei êssei essem íramo iremo iriam iríei íssei issem', 3],
    ['ando aram arão arde arei arem aria armo asse aste ávei irão irde', 2],
    ['endo indo ondo eram erão erde erei êrei erem eria ermo esse íamo iram íram iria irmo isse', 3],
    ['avam', 2, '', 'agravam'],
    ['este', 3, '', 'faroeste agreste'],
    ['irei', 3, '', 'admirei'],
    ['irem', 3, '', 'adquirem'],
    ['iste', 4],
    ['iava', 4, '', 'ampliava'],
    ['amo emo ai am', 2],
    ['iona erá íei ído irá omo uei ei iu ou i', 3],
    ['ara', 2, '', 'arara prepara'],
    ['ará', 2, '', 'alvará'],
    ['are', 2, '', 'prepare'],
    ['ava', 2, '', 'agrava'],
    ['era', 3, '', 'acelera espera'],
    ['ere', 3, '', 'espere'],
    ['iam', 3, '', 'enfiam ampliam elogiam ensaiam'],
    ['imo', 3, '', 'reprimo intimo íntimo nimo queimo ximo'],
    ['ira', 3, '', 'fronteira sátira'],
    ['ire', 3, '', 'adquire'],
    ['tizar', 4, '', 'alfabetizar'],
    ['izar', 5, '', 'organizar'],
    ['itar', 5, '', 'acreditar explicitar estreitar'],
    ['ear', 4, '', 'alardear nuclear'],
    ['ar', 2, '', 'azar bazaar patamar'],
    ['uía', 5, 'u'],
    ['guem', 3, 'g'],
    ['em', 2, '', 'alem virgem'],
    ['er', 2, '', 'éter pier'],
    ['eu', 3, '', 'chapeu'],
    ['ia', 3, '', 'estória fatia acia praia elogia mania lábia aprecia polícia arredia cheia ásia'],
    ['ir', 3, '', 'freir'],
    ['eou', 5],
  ],
}

/** Last vowels. */
export const RSLP_VOWEL: RslpStep = {
  exceptions: 'endings',
  rules: [
    ['bil', 2, 'vel'],
    ['gue', 2, 'g', 'gangue jegue'],
    ['á e', 3],
    ['ê', 3, '', 'bebê'],
    ['a', 3, '', 'ásia'],
    ['o', 3, '', 'ão'],
  ],
}
