/** How right are words and sentences of raw text? One text, one scorer, ours beside the peers. */
import { type Doc, rawText, scoreConllu, splitSentences, tokenize } from 'wordloom'
import { ANNOTATORS, type Annotation, type Annotator, docOf, NLTK_ANNOTATOR } from '../annotators.js'
import { corpusText, GET_CORPORA, haveCorpora } from '../support/inputs.js'
import {
  type BenchContext,
  type Definition,
  type FigureRow,
  type Outcome,
  target,
} from '../support/outcome.js'
import { GET_NLTK, nltkVersion, peerVersion } from '../support/peers.js'

interface GoldenRule {
  readonly language: string
  readonly number: number
  readonly text: string
  readonly sentences: readonly string[]
}

const COLUMNS: Outcome['columns'] = [
  { key: 'words', label: 'words F1', digits: 2 },
  { key: 'tokens', label: 'tokens F1', digits: 2 },
  { key: 'sentences', label: 'sentences F1', digits: 2 },
  { key: 'rules', label: 'golden rules, of 52', digits: 0 },
]

/** Scores of the better of the two readings of clitics. */
function scores(
  gold: string,
  paragraphs: readonly string[],
  annotations: readonly Annotation[],
): Record<string, number> {
  const [words, tokens] = [true, false].map((clitics) => {
    const docs: Doc[] = paragraphs.map((text, i) => docOf(text, annotations[i]!, clitics))
    return scoreConllu(gold, docs)
  })
  const better = words!.Words.f1 >= tokens!.Words.f1 ? words! : tokens!
  return {
    words: better.Words.f1,
    tokens: Math.max(words!.Tokens.f1, tokens!.Tokens.f1),
    sentences: better.Sentences.f1,
  }
}

async function run(_context: BenchContext): Promise<Outcome> {
  const wrong: string[] = []
  if (!haveCorpora()) {
    const notes = [`skipped: no corpora here; to get them: ${GET_CORPORA}`]
    return { columns: COLUMNS, rows: [], targets: [], wrong, notes }
  }
  const gold = corpusText('ud/UD_English-EWT/en_ewt-ud-test.conllu')
  const raw = rawText(gold)
  const paragraphs = raw.trimEnd().split('\n\n')
  const rules = (JSON.parse(corpusText('sentences/golden_rules.json')) as GoldenRule[]).filter(
    ({ language }) => /^en/i.test(language),
  )
  const notes: string[] = []
  const annotators: Annotator[] = [...ANNOTATORS]
  const nltk = nltkVersion()
  if (nltk === undefined) notes.push(`skipped: NLTK; to get it: ${GET_NLTK}`)
  else annotators.push(NLTK_ANNOTATOR)
  const rows = annotators.map(({ name, ours, peer, annotate }): FigureRow => {
    const judged = annotate(rules.map(({ text }) => text))
    const right = rules.filter(({ sentences }, i) => {
      const got = judged[i]!.sentences.map((sentence) => sentence.trim()).filter(
        (sentence) => sentence !== '',
      )
      return JSON.stringify(got) === JSON.stringify(sentences.map((sentence) => sentence.trim()))
    })
    if (ours) {
      const missed = rules.filter((rule) => !right.includes(rule)).map(({ number }) => number)
      notes.push(`golden rules that ${name} misses: ${missed.join(', ') || 'none'}`)
    }
    const values = ours ? whole(gold, raw) : scores(gold, paragraphs, annotate(paragraphs))
    const version = peer === 'NLTK' ? nltk : peer === undefined ? undefined : peerVersion(peer)
    return {
      engine: name,
      ours: ours === true,
      ...(version === undefined ? {} : { version }),
      values: { ...values, rules: right.length },
    }
  })
  const own = rows.find((row) => row.ours)!.values
  notes.push(
    'published, same treebank and paragraph breaks, other releases: UDPipe 1.2 (UD 2.5) tokens 98.90, sentences 77.40; Stanza 1.5.1 (UD 2.12) 99.17, 89.16; UDPipe 2 (UD 2.12, pretrained encoder) 99.30, 87.82',
  )
  return {
    columns: COLUMNS,
    rows,
    wrong,
    notes,
    targets: [
      target('words F1 at least 99.2 on EWT test, raw text', own.words!.toFixed(2), own.words! >= 99.2),
      target('sentences F1 at least 88.5', own.sentences!.toFixed(2), own.sentences! >= 88.5),
      target('at least 48 golden rules', String(own.rules), own.rules! >= 48),
    ],
    chart: {
      column: 'sentences',
      title: 'Sentences found right, English Web Treebank, raw text',
      subtitle: 'F1 in percent, with paragraph breaks as in the CoNLL 2018 shared task; more is better',
    },
  }
}

/** Our own scores: the text in one piece, words and multiword tokens as the tokenizer says. */
function whole(gold: string, raw: string): Record<string, number> {
  const { Words, Tokens, Sentences } = scoreConllu(gold, splitSentences(tokenize(raw)))
  return { words: Words.f1, tokens: Tokens.f1, sentences: Sentences.f1 }
}

/** See the head of this file. */
export const accuracy: Definition = {
  name: 'accuracy',
  title: 'Words and sentences of raw text, English',
  about:
    'EWT test as raw text: the sentences of a paragraph joined by spaces, a blank line between paragraphs. One scorer (that of the CoNLL 2018 shared task) for all. Peers get one paragraph at a time; what they drop counts as tokens; of two readings of their clitics (words of one token, or tokens) the better one is shown. Golden rules: the English examples of pragmatic_segmenter.',
  smoke: false,
  run,
}
