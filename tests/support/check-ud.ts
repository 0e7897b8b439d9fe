/**
 * The rules of Universal Dependencies that a hand-made English treebank can break, checked one sentence at a time.
 *
 * They follow the levels 2 and 3 of the validator of UD: form and features, then the tree, then what the relations
 * demand. Nothing here knows a corpus; what English EWT permits is learnt from its files (`ewtInventory`).
 *
 * @see https://universaldependencies.org/contributing/validation-rules.html
 */

/** One syntactic word of CoNLL-U, its ten columns; `id` and `head` as numbers. */
export interface Row {
  readonly id: number
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly feats: string
  readonly head: number
  readonly deprel: string
  readonly misc: string
}

/** A multiword token: the first and last word, and how it is written. */
export interface Range {
  readonly from: number
  readonly to: number
  readonly form: string
  readonly misc: string
}

/** A sentence of CoNLL-U as it stands in the file. */
export interface Sentence {
  readonly comments: ReadonlyMap<string, string>
  readonly rows: readonly Row[]
  readonly ranges: readonly Range[]
}

/** Sentences of a CoNLL-U text, split by columns and nothing more. */
export function conlluSentences(text: string): Sentence[] {
  return text
    .trimEnd()
    .split(/\n\n/)
    .map((block) => {
      const comments = new Map<string, string>()
      const rows: Row[] = []
      const ranges: Range[] = []
      for (const line of block.split('\n')) {
        const [
          id = '',
          form = '',
          lemma = '',
          upos = '',
          xpos = '',
          feats = '',
          head = '',
          deprel = '',
          ,
          misc = '',
        ] = line.split('\t')
        if (line.startsWith('#')) {
          const equals = line.indexOf('=')
          comments.set(line.slice(1, equals).trim(), line.slice(equals + 1).trim())
        } else if (id.includes('-')) {
          const [from, to] = id.split('-').map(Number)
          ranges.push({ from: from!, to: to!, form, misc })
        } else if (!id.includes('.')) {
          rows.push({ id: Number(id), form, lemma, upos, xpos, feats, head: Number(head), deprel, misc })
        }
      }
      return { comments, rows, ranges }
    })
}

const UPOS = new Set(
  'ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X'.split(' '),
)

// What a word of each relation may be; a head of a `fixed` expression may be anything.
const WORD_OF: Readonly<Record<string, readonly string[]>> = {
  det: ['DET', 'PRON'],
  nummod: ['NUM', 'NOUN', 'SYM'],
  advmod: ['ADV', 'ADJ', 'CCONJ', 'DET', 'PART', 'SYM', 'ADP'],
  aux: ['AUX'],
  cop: ['AUX'],
  case: ['ADP', 'PART', 'SYM', 'ADV', 'ADJ', 'VERB'],
  mark: ['SCONJ', 'PART', 'ADP', 'ADV'],
  cc: ['CCONJ', 'PART', 'SYM', 'ADV'],
  expl: ['PRON'],
  discourse: ['INTJ', 'SYM', 'NOUN', 'ADV', 'PART'],
  punct: ['PUNCT'],
}

// Function words are leaves, but for what may hang on any of them and the modifiers listed here.
const ALWAYS = ['fixed', 'goeswith', 'conj', 'cc', 'reparandum']
const LEAVES: Readonly<Record<string, readonly string[]>> = {
  aux: ALWAYS,
  cop: ALWAYS,
  mark: [...ALWAYS, 'advmod', 'obl', 'punct'],
  case: [...ALWAYS, 'advmod', 'obl', 'punct'],
  det: [...ALWAYS, 'advmod', 'obl', 'nmod', 'punct'],
  cc: [...ALWAYS, 'advmod', 'punct'],
  fixed: ['goeswith'],
  punct: [],
}

const LEFT_HEADED = new Set(['fixed', 'flat', 'conj', 'goeswith', 'appos'])

/** What is wrong with a sentence, as lines of text; none if nothing is. */
export function udFaults(sentence: Sentence): string[] {
  const { rows } = sentence
  const faults: string[] = []
  const fault = (row: Row, what: string) => faults.push(`${row.id} ${row.form}: ${what}`)
  const roots = rows.filter((row) => row.head === 0)
  if (roots.length !== 1) faults.push(`${roots.length} roots`)
  for (const [place, row] of rows.entries()) {
    if (row.id !== place + 1) fault(row, `is word ${place + 1}`)
    if (!UPOS.has(row.upos)) fault(row, `UPOS ${row.upos}`)
    if (!(row.head >= 0 && row.head <= rows.length)) fault(row, `head ${row.head}`)
    if ((row.head === 0) !== (row.deprel === 'root'))
      fault(row, `relation ${row.deprel} with head ${row.head}`)
    if (row.form === '' || row.lemma === '' || row.form !== row.form.trim()) fault(row, 'form or lemma')
    faults.push(...featureFaults(row))
    const climbed = new Set<number>()
    for (let at = row.id; at !== 0 && at <= rows.length; at = rows[at - 1]!.head) {
      if (climbed.has(at)) {
        fault(row, 'is in a cycle')
        return faults
      }
      climbed.add(at)
    }
    faults.push(...relationFaults(row, rows))
  }
  faults.push(...crossingPunctuation(rows), ...textFaults(sentence))
  return faults
}

function featureFaults({ id, form, feats }: Row): string[] {
  if (feats === '_') return []
  const names = feats.split('|').map((feature) => feature.split('=')[0]!.toLowerCase())
  const sorted = names.every((name, i) => i === 0 || names[i - 1]! < name)
  const formed = feats.split('|').every((feature) => /^[A-Z][A-Za-z0-9]*=[A-Z0-9][A-Za-z0-9]*$/.test(feature))
  return sorted && formed ? [] : [`${id} ${form}: features ${feats}`]
}

function relationFaults(row: Row, rows: readonly Row[]): string[] {
  const faults: string[] = []
  const fault = (what: string) => faults.push(`${row.id} ${row.form}: ${what}`)
  const [relation = ''] = row.deprel.split(':')
  const children = rows.filter(({ head }) => head === row.id)
  const expression = children.some(({ deprel }) => deprel === 'fixed' || deprel === 'goeswith')
  const allowed = WORD_OF[relation]
  if (allowed && !expression && !allowed.includes(row.upos)) fault(`${row.deprel} of UPOS ${row.upos}`)
  if (row.upos === 'PUNCT' && !['punct', 'root'].includes(relation)) fault(`PUNCT with ${row.deprel}`)
  if (relation === 'cop' && row.lemma !== 'be') fault('a copula that is not be')
  const leaf = LEAVES[relation]
  if (leaf) {
    for (const child of children) {
      if (!leaf.includes(child.deprel.split(':')[0]!)) fault(`${row.deprel} with the dependent ${child.form}`)
    }
  }
  if (LEFT_HEADED.has(relation) && row.head > row.id) fault(`${row.deprel} before its head`)
  if (row.deprel === 'cc' && row.head < row.id) fault('cc after its conjunct')
  if (
    relation === 'orphan' &&
    !['conj', 'root', 'parataxis', 'ccomp', 'advcl'].includes(rows[row.head - 1]!.deprel)
  ) {
    fault(`orphan of a word with ${rows[row.head - 1]!.deprel}`)
  }
  const bare = (names: readonly string[]) => children.filter(({ deprel }) => names.includes(deprel)).length
  if (bare(['nsubj', 'nsubj:pass', 'csubj', 'csubj:pass']) > 1 && bare(['expl']) === 0) fault('two subjects')
  if (bare(['obj']) > 1) fault('two objects')
  return faults
}

/** Punctuation under an arc whose head is not above it, or whose own arc spans words that its head is not above. */
function crossingPunctuation(rows: readonly Row[]): string[] {
  const faults: string[] = []
  const isAbove = (head: number, id: number) => {
    for (let at = id; at !== 0; at = rows[at - 1]!.head) if (at === head) return true
    return false
  }
  const spans = ({ id, head }: Row, other: Row) =>
    head !== 0 && Math.min(id, head) < other.id && other.id < Math.max(id, head)
  for (const row of rows) {
    if (row.upos !== 'PUNCT') continue
    for (const other of rows) {
      if (spans(row, other) && !isAbove(row.head, other.id)) {
        faults.push(`${row.id} ${row.form}: hangs on its head over ${other.form}`)
      }
      if (spans(other, row) && !isAbove(other.head, row.id)) {
        faults.push(`${row.id} ${row.form}: is under the arc of ${other.form}`)
      }
    }
  }
  return faults
}

/** Whether no two arcs cross. */
export function isProjective(rows: readonly Row[]): boolean {
  const arcs = rows
    .filter(({ head }) => head !== 0)
    .map(({ id, head }) => [Math.min(id, head), Math.max(id, head)] as const)
  return arcs.every(([from, to]) => !arcs.some(([low, high]) => from < low && low < to && to < high))
}

/** The text that the forms make: multiword tokens as written, a space unless SpaceAfter=No. */
export function textOf({ rows, ranges }: Sentence): string {
  let text = ''
  for (let i = 0; i < rows.length; i++) {
    const range = ranges.find(({ from }) => from === rows[i]!.id)
    const { form, misc } = range ?? rows[i]!
    text += misc.includes('SpaceAfter=No') ? form : `${form} `
    if (range) i = range.to - 1
  }
  return text.trimEnd()
}

function textFaults(sentence: Sentence): string[] {
  const faults: string[] = []
  const { rows, ranges, comments } = sentence
  let before = 0
  for (const { from, to, form } of ranges) {
    const words = rows.slice(from - 1, to)
    if (from <= before || to <= from || to > rows.length) faults.push(`multiword token ${from}-${to}`)
    if (words.map((word) => word.form).join('') !== form) faults.push(`multiword token ${form}`)
    if (words.some(({ misc }) => misc !== '_')) faults.push(`MISC inside ${form}`)
    before = to
  }
  if (comments.get('text') !== textOf(sentence)) faults.push(`text is not ${textOf(sentence)}`)
  return faults
}

/** What a treebank shows of words: its tags, relations, features by tag, and how often each. */
export interface Inventory {
  readonly deprels: ReadonlyMap<string, number>
  /** 'UPOS XPOS FEATS' of words without Typo, Abbr or Style. */
  readonly analyses: ReadonlyMap<string, number>
  /** Counts of XPOS by lower-cased form. */
  readonly tags: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Counts of lemmas by 'form XPOS', the form lower-cased. */
  readonly lemmas: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly words: number
}

/** The inventory of sentences. */
export function inventoryOf(sentences: readonly Sentence[]): Inventory {
  const deprels = new Map<string, number>()
  const analyses = new Map<string, number>()
  const tags = new Map<string, Map<string, number>>()
  const lemmas = new Map<string, Map<string, number>>()
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)
  const within = (map: Map<string, Map<string, number>>, key: string) => {
    let inner = map.get(key)
    if (inner === undefined) {
      inner = new Map()
      map.set(key, inner)
    }
    return inner
  }
  let words = 0
  for (const { rows } of sentences) {
    for (const { form, lemma, upos, xpos, feats, deprel } of rows) {
      words++
      add(deprels, deprel)
      add(analyses, `${upos} ${xpos} ${feats}`)
      if (feats.includes('Typo=Yes')) continue
      add(within(tags, form.toLowerCase()), xpos)
      add(within(lemmas, `${form.toLowerCase()} ${xpos}`), lemma)
    }
  }
  return { deprels, analyses, tags, lemmas, words }
}
