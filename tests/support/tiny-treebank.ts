/**
 * A treebank small enough to train on in a test: a made-up language of which every word's form says what it is, so that
 * a model that has learned anything is nearly always right on words it has never seen.
 *
 * Nouns end in -o (plural -os), verbs in -a (past -ar), adjectives in -e; la and un are determiners. A sentence is
 * DET NOUN (ADJ) VERB DET NOUN ('.'); two sentences a paragraph.
 */
import { Random } from '../../src/core/rng.js'

const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'

interface Word {
  readonly form: string
  readonly lemma: string
  readonly tag: string
  readonly xtag: string
  readonly features: string
  readonly head: number
  readonly deprel: string
}

/** CoNLL-U of `sentences` sentences; the same seed gives the same ones. */
export function tinyTreebank(sentences: number, seed = 1): string {
  const random = new Random(seed)
  const pick = (from: string) => from[Math.floor(random.float() * from.length)]!
  const stem = () => pick(CONSONANTS) + pick(VOWELS) + pick(CONSONANTS) + pick(VOWELS) + pick(CONSONANTS)
  let conllu = ''
  for (let n = 0; n < sentences; n++) {
    const words: Word[] = []
    const phrase = (deprel: string, verb: number) => {
      const adjective = random.float() < 0.4
      const plural = random.float() < 0.4
      const noun = words.length + 2
      const base = `${stem()}o`
      const determiner = random.float() < 0.5 ? 'la' : 'un'
      const number = plural ? 'Number=Plur' : 'Number=Sing'
      words.push({
        form: determiner,
        lemma: determiner,
        tag: 'DET',
        xtag: 'D',
        features: '_',
        head: noun,
        deprel: 'det',
      })
      words.push({
        form: plural ? `${base}s` : base,
        lemma: base,
        tag: 'NOUN',
        xtag: 'N',
        features: number,
        head: verb,
        deprel,
      })
      if (!adjective) return
      const lemma = `${stem()}e`
      words.push({ form: lemma, lemma, tag: 'ADJ', xtag: 'A', features: '_', head: noun, deprel: 'amod' })
    }
    phrase('nsubj', 0)
    const verb = words.length + 1
    words[1] = { ...words[1]!, head: verb }
    const lemma = `${stem()}a`
    const past = random.float() < 0.5
    words.push({
      form: past ? `${lemma}r` : lemma,
      lemma,
      tag: 'VERB',
      xtag: 'V',
      features: past ? 'Tense=Past' : 'Tense=Pres',
      head: 0,
      deprel: 'root',
    })
    phrase('obj', verb)
    words.push({ form: '.', lemma: '.', tag: 'PUNCT', xtag: 'P', features: '_', head: verb, deprel: 'punct' })
    if (n === 0) conllu += '# newdoc\n'
    if (n % 2 === 0) conllu += '# newpar\n'
    const text = words.map(({ form }, i) => (i === 0 ? form[0]!.toUpperCase() + form.slice(1) : form))
    conllu += `# text = ${text.slice(0, -1).join(' ')}.\n`
    words.forEach(({ lemma, tag, xtag, features, head, deprel }, i) => {
      const misc = i + 2 === words.length ? 'SpaceAfter=No' : '_'
      conllu += `${i + 1}\t${text[i]}\t${lemma}\t${tag}\t${xtag}\t${features}\t${head}\t${deprel}\t_\t${misc}\n`
    })
    conllu += '\n'
  }
  return conllu
}
