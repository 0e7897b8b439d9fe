/** Formats of single corpora: what each gives of a small file, and what it reports where the file breaks it. */
import { describe, expect, it } from 'vitest'
import { Corpus, type CorpusReader } from '../../../src/corpora/corpus.js'
import { corpusReader, type ReaderSpec } from '../../../src/corpora/readers.js'
import type { SwitchboardTurn } from '../../../src/corpora/switchboard-reader.js'
import { splitSentences, tokenize } from '../../../src/tokenize/index.js'
import { caught } from '../../support/caught.js'

// Records of all formats are looked at here, each by its own names.
type Row = Readonly<Record<string, never>>

function corpusOf(spec: ReaderSpec, text: string, name = 'a', others: Readonly<Record<string, string>> = {}) {
  const files = Object.entries({ [name]: text, ...others }).map(([file, content]) => ({
    name: file,
    chunks: () => [new TextEncoder().encode(content)],
  }))
  return new Corpus<Row>({
    files,
    reader: corpusReader(spec) as CorpusReader<Row>,
    annotate: (written) => splitSentences(tokenize(written)),
    besides: Object.keys(others),
  })
}

const places = (corpus: Corpus<Row>) => corpus.errors.map(({ details }) => [details.line, details.column])
const column = (corpus: Corpus<Row>, name: string) =>
  [...corpus.taggedWords({ column: name })].map(([, value]) => value)

describe('alpino', () => {
  const xml = (extra = '') => `<alpino version="1.2"><alpino_ds id="7">
    <node begin="0" cat="top" end="3" id="0" rel="top">
      <node begin="1" end="2" id="1" index="1" pos="noun" rel="su" root="regen" word="regen"/>
      <node begin="0" end="1" id="2" pos="adv" rel="mod" root="zo" word="Zo"/>
      <node begin="1" end="2" id="3" index="1" rel="obj1"/>
      <node begin="2" end="3" id="4" pos="verb" rel="hd" root="val" word="valt &amp; constructor"/>
    </node>
    <sentence>Zo regen valt</sentence><comments><comment>Q#7|een
      regel</comment></comments></alpino_ds>${extra}</alpino>`

  it('gives trees in the order of the structure, with index nodes as empty elements', () => {
    const [tree] = corpusOf({ format: 'alpino', labels: 'relation' }, xml()).trees()
    expect(String(tree)).toBe(
      '(top/top (su/noun regen) (mod/adv Zo) (obj1/-NONE- *1) (hd/verb valt & constructor))',
    )
  })

  it('gives Docs in the order of the sentence', () => {
    const corpus = corpusOf({ format: 'alpino' }, xml())
    expect([...corpus.taggedWords()]).toEqual([
      ['Zo', 'adv'],
      ['regen', 'noun'],
      ['valt & constructor', 'verb'],
    ])
    expect(column(corpus, 'lemma')).toEqual(['zo', 'regen', 'val'])
    expect(column(corpus, 'function')).toEqual(['mod', 'su', 'hd'])
    expect(column(corpus, 'comments')).toEqual(['# sent_id = 7\n# Q#7|een regel', '', ''])
  })

  it('leaves out a sentence that is not well-formed or has no tree', () => {
    const corpus = corpusOf({ format: 'alpino' }, xml('\n<alpino_ds><node></alpino_ds>\n <alpino_ds/>'))
    expect([...corpus.trees({ onError: 'collect' })]).toHaveLength(1)
    expect(places(corpus)).toEqual([
      [10, 18],
      [11, 2],
    ])
  })
})

describe('sinica', () => {
  const lines =
    '#1:1.[7] S(theme:NP(property:N\u2027\u7684(head:Nba:\u96e8|Head:DE:\u7684)|Head:Nab:\u8072)|Head:VA:\u505c)#\u3002(PERIODCATEGORY)\r\n'

  it('gives trees with categories, or with roles', () => {
    const [tree] = corpusOf({ format: 'sinica' }, lines).trees()
    expect(String(tree)).toBe('(S (NP (N\u2027\u7684 (Nba \u96e8) (DE \u7684)) (Nab \u8072)) (VA \u505c))')
    const [full] = corpusOf({ format: 'sinica', labels: 'relation' }, lines).trees()
    expect(String(full)).toContain('(theme:NP (property:N\u2027\u7684 (head:Nba \u96e8)')
  })

  it('gives Docs with the mark after the tree', () => {
    const corpus = corpusOf({ format: 'sinica' }, lines)
    expect([...corpus.taggedWords()].at(-1)).toEqual(['\u3002', 'PERIODCATEGORY'])
    expect(column(corpus, 'function')).toEqual(['head', 'Head', 'Head', 'Head', ''])
    expect([...corpusOf({ format: 'sinica', marks: 'drop' }, lines).words()]).toHaveLength(4)
  })

  it.each([
    ['S(Head:VA:x)', 1],
    ['#1 S(Head:VA:x', 15],
    ['#1 S(Head:VA:)', 6],
    ['#1 S(Head:VA:x))', 16],
    ['#1 S(Head:VA:x(y:z:w))#', 19],
    ['#1 VA:x', 4],
    ['#1 S(Head:VA:x)#y', 16],
  ])('reports the line %j and reads the next', (line, at) => {
    const corpus = corpusOf({ format: 'sinica' }, `${line}\n${lines}`)
    const trees = [...corpus.trees({ onError: 'collect' })]
    if (trees.length === 1) expect(places(corpus)).toEqual([[1, at]])
    else expect(line).toContain('x(y:z:w)') // a word with a bracket is a phrase of that name
  })
})

describe('senseval', () => {
  const xml = `<corpus lang="en"><lexelt item="hard-a"><instance id="i1">
    <answer instance="i1" senseid="HARD1"/><answer instance="i1" senseid="HARD2"/>
    <context>
 <wf pos="DT">a</wf> FRASL <wf pos=",">,</wf>
 <s snum="2"/> <head> <wf pos="JJ">hard</wf></head> <compound><wf pos='"'>"</wf></compound> loose words
</context></instance>
<instance id="i2"><answer instance="i2" senseid="X"/><context><wf>a</wf></context></instance>
</lexelt></corpus>`

  it('gives instances with their senses and the place of the word', () => {
    const corpus = corpusOf({ format: 'senseval' }, xml)
    const [first] = corpus.records({ onError: 'collect' })
    expect(first).toEqual({
      id: 'i1',
      word: 'hard-a',
      senses: ['HARD1', 'HARD2'],
      position: 3,
      words: ['a', 'FRASL', ',', 'hard', '"', 'loose', 'words'],
      tags: ['DT', '', ',', 'JJ', '"', '', ''],
    })
  })

  it('gives Docs with the lines of the context as sentences', () => {
    const corpus = corpusOf({ format: 'senseval' }, xml)
    const [doc] = corpus.documents({ onError: 'collect' })
    expect(doc!.text).toBe('a FRASL ,\nhard " loose words')
    const sense = doc!.strings('sense')
    expect(Array.from(sense.ids, (id) => sense.strings[id])).toEqual(['', '', '', 'HARD1|HARD2', '', '', ''])
  })

  it('reports an instance without the word', () => {
    const corpus = corpusOf({ format: 'senseval' }, xml)
    expect([...corpus.records({ onError: 'collect' })]).toHaveLength(1)
    expect(places(corpus)).toEqual([[7, 1]])
  })
})

describe('nps-chat', () => {
  const xml = `<Session><Posts>
<Post class="Greet" user="u1">hi &amp; bye<terminals><t pos="UH" word="hi"/><t pos="CC" word="&amp;"/></terminals></Post>
<Post class="System" user="u2">PART<terminals/></Post>
<Post user="u3">x</Post>
</Posts></Session>`

  it('gives posts and a Doc a session', () => {
    const corpus = corpusOf({ format: 'nps-chat' }, xml)
    const posts = [...corpus.records({ onError: 'collect' })]
    expect(posts).toEqual([
      { class: 'Greet', user: 'u1', text: 'hi & bye', words: ['hi', '&'], tags: ['UH', 'CC'] },
      { class: 'System', user: 'u2', text: 'PART', words: [], tags: [] },
    ])
    expect(places(corpus)).toEqual([[4, 1]])
    const [doc] = corpus.documents({ onError: 'collect' })
    expect([doc!.text, doc!.strings('user').strings]).toEqual(['hi &', ['u1']])
  })
})

describe('biocreative', () => {
  const xml = `<sentences><sentence id="@@0001"> <gene>Rsm C</gene> <interactor pos="VBZ">binds</interactor>
    <token pos="DT">the</token> <gene>HIS3</gene> <token pos=".">.</token></sentence></sentences>`
  const others = {
    'bc_solution.txt': '0001|Rsm C|1|HIS3;h3|5;7|binds|3|+|sure\n0001|too|few\n',
    'bc_pubmeds.txt': '@@0001\t123\r\n@@0002\n',
  }

  it('gives sentences with genes, the words that tell, and the interactions', () => {
    const spec = { format: 'biocreative', solution: 'bc_solution.txt', pubmeds: 'bc_pubmeds.txt' }
    const corpus = corpusOf(spec, xml, 'a.xml', others)
    expect([...corpus.records({ onError: 'collect' })]).toEqual([
      {
        id: '@@0001',
        pubmed: '123',
        words: ['Rsm', 'C', 'binds', 'the', 'HIS3', '.'],
        tags: ['', '', 'VBZ', 'DT', '', '.'],
        entities: ['B-gene', 'I-gene', 'B-interactor', 'O', 'B-gene', 'O'],
        interactions: [
          {
            first: { names: ['Rsm C'], places: [0] },
            second: { names: ['HIS3', 'h3'], places: [4, 6] },
            type: 'binds',
            places: [2],
            direction: '+',
            comment: 'sure',
          },
        ],
      },
    ])
    expect(corpus.errors.map(({ details }) => [details.file, details.line])).toEqual([
      ['bc_solution.txt', 2],
      ['bc_pubmeds.txt', 2],
    ])
    expect(column(corpus, 'entity')).toHaveLength(6)
  })

  it('says that a file is not there', () => {
    const corpus = corpusOf({ format: 'biocreative', solution: 'x.txt' }, xml)
    expect(caught(() => [...corpus.records()])).toMatchObject({ code: 'CORPUS_SELECTION' })
  })
})

describe('shakespeare', () => {
  const xml = `<?xml version="1.0"?><!DOCTYPE PLAY SYSTEM "play.dtd">
<PLAY><TITLE>A Play</TITLE><FM><P>Free.</P></FM>
<PERSONAE><TITLE>Persons</TITLE><PGROUP><PERSONA>ANN</PERSONA><PERSONA>BO</PERSONA><GRPDESCR>sisters.</GRPDESCR></PGROUP></PERSONAE>
<ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I.
 A wood.</TITLE><STAGEDIR>Enter ANN</STAGEDIR>
<SPEECH><SPEAKER>ANN</SPEAKER><SPEAKER>BO</SPEAKER>
<LINE>How now! <STAGEDIR>Aside</STAGEDIR> Well.</LINE><LINE><STAGEDIR>Exit</STAGEDIR></LINE></SPEECH>
<SPEECH><SPEAKER>BO</SPEAKER><LINE>No.</SPEECH>
<SPEECH><SPEAKER>BO</SPEAKER><LINE>Yes &amp; no.</LINE></SPEECH>
</SCENE></ACT></PLAY>`

  it('gives persons, stage directions and speeches where they stand', () => {
    const corpus = corpusOf({ format: 'shakespeare' }, xml)
    const place = { play: 'A Play', act: 'ACT I', scene: 'SCENE I. A wood.' }
    expect([...corpus.records({ onError: 'collect' })]).toEqual([
      { kind: 'person', play: 'A Play', act: '', scene: '', text: 'ANN', group: 'sisters.' },
      { kind: 'person', play: 'A Play', act: '', scene: '', text: 'BO', group: 'sisters.' },
      { kind: 'direction', ...place, text: 'Enter ANN' },
      {
        kind: 'speech',
        ...place,
        speakers: ['ANN', 'BO'],
        lines: ['How now! Well.', ''],
        directions: [
          { line: 0, text: 'Aside' },
          { line: 1, text: 'Exit' },
        ],
      },
      { kind: 'speech', ...place, speakers: ['BO'], lines: ['Yes & no.'], directions: [] },
    ])
    expect(places(corpus)).toEqual([[8, 39]])
  })

  it('gives what is spoken as a Doc, a paragraph a speech', () => {
    const corpus = corpusOf({ format: 'shakespeare' }, xml)
    expect([...corpus.paragraphs({ onError: 'collect' })].map((doc) => doc.text)).toEqual([
      'How now! Well.',
      'Yes & no.',
    ])
  })
})

describe('rte', () => {
  it('gives pairs of all three challenges, and reports what is none', () => {
    const corpus = corpusOf(
      { format: 'rte' },
      `<entailment-corpus>
<pair id="1" value="TRUE" task="CD"><t>It rained.</t><h>Rain fell.</h></pair>
<pair id="2" entailment="NO" task="IE" length="long" ><t>It&#39;s dry.</t><h>Rain fell.</h></pair>
<pair id="3" value="MAYBE" task="CD"><t>a</t><h>b</h></pair>
<pair id="4" value="TRUE" task="CD"><t>a</t></pair>
<pair id="5" value="TRUE"><t>a</t><h>b</h></pair>
</entailment-corpus>`,
    )
    expect([...corpus.records({ onError: 'collect' })]).toEqual([
      { id: '1', entailment: true, task: 'CD', text: 'It rained.', hypothesis: 'Rain fell.' },
      { id: '2', entailment: false, task: 'IE', text: "It's dry.", hypothesis: 'Rain fell.', length: 'long' },
    ])
    expect(places(corpus)).toEqual([
      [4, 1],
      [5, 1],
      [6, 1],
    ])
  })
})

describe('pros-cons', () => {
  it('gives lines with their label, and reports what is none', () => {
    const corpus = corpusOf(
      { format: 'pros-cons' },
      '<Pros>R&D &amp; <b>more</p></Pros>\r\n <Cons>x</Pros>\n\n<Cons></Cons>',
    )
    expect([...corpus.records({ onError: 'collect' })]).toEqual([
      { label: 'Pros', text: 'R&D & <b>more</p>' },
      { label: 'Cons', text: '' },
    ])
    expect(places(corpus)).toEqual([[2, 2]])
  })
})

describe('product-reviews', () => {
  const text = `*****
* Product name: toy
*****

[t] good fun
battery[-2], picture quality[+3][u], toy[+]##fine pictures . it eats batteries .
##i bought it in june .
run[2], disc{+3], menu+1]#slips of the pen .
no mark at all
***[t]

size[+2][cc]##small .
`

  it('gives reviews with sentences and features', () => {
    const [first, second, ...rest] = [
      ...corpusOf({ format: 'product-reviews' }, text, 'toys/toy.txt').records(),
    ]
    expect(rest).toEqual([])
    expect(first).toMatchObject({ product: 'toy', title: 'good fun' })
    const sentences = first!.sentences as unknown as { text: string; features: unknown[] }[]
    expect(sentences.map((sentence) => sentence.text)).toEqual([
      'fine pictures . it eats batteries .',
      'i bought it in june .',
      'slips of the pen .',
      'no mark at all',
    ])
    expect(sentences.map((sentence) => sentence.features)).toEqual([
      [
        { feature: 'battery', strength: -2, marks: [] },
        { feature: 'picture quality', strength: 3, marks: ['u'] },
        { feature: 'toy', strength: 1, marks: [] },
      ],
      [],
      [
        { feature: 'run', strength: 2, marks: [] },
        { feature: 'disc', strength: 3, marks: [] },
        { feature: 'menu', strength: 1, marks: [] },
      ],
      [],
    ])
    expect(second).toMatchObject({
      title: '',
      sentences: [{ features: [{ feature: 'size', strength: 2, marks: ['cc'] }] }],
    })
  })

  it('gives Docs with a sentence a line and the title before them', () => {
    const [doc] = corpusOf({ format: 'product-reviews' }, text).documents()
    expect([...doc!.sentences()].map(String).slice(0, 2)).toEqual([
      'good fun',
      'fine pictures . it eats batteries .',
    ])
  })
})

describe('comparative-sentences', () => {
  it('gives sentences with types, relations and the title they stand under', () => {
    const corpus = corpusOf(
      { format: 'comparative-sentences' },
      `*****
Two toys
*****
nice .
<cs-1><cs-4>
it zooms faster
than the old one .
</cs-1></cs-4>
1_it 2_old one 3_zoom speed (faster)
(than)
( an aside in brackets ) goes on .
***
<cs-3>
the best .
</cs-3> 1_it (best)
`,
    )
    const heading = 'Two toys'
    expect([...corpus.records()]).toEqual([
      { text: 'nice .', heading, types: [], relations: [], annotation: [] },
      {
        text: 'it zooms faster than the old one .',
        heading,
        types: [1, 4],
        relations: [
          { first: ['it'], second: ['old one'], features: ['zoom speed'], keyword: 'faster' },
          { first: [], second: [], features: [], keyword: 'than' },
        ],
        annotation: ['<cs-1><cs-4>', '</cs-1></cs-4>', '1_it 2_old one 3_zoom speed (faster)', '(than)'],
      },
      { text: '( an aside in brackets ) goes on .', heading, types: [], relations: [], annotation: [] },
      {
        text: 'the best .',
        heading: '',
        types: [3],
        relations: [{ first: ['it'], second: [], features: [], keyword: 'best' }],
        annotation: ['<cs-3>', '</cs-3> 1_it (best)'],
      },
    ])
  })

  it('reports a tag that is not closed', () => {
    const corpus = corpusOf(
      { format: 'comparative-sentences' },
      'a\n<cs-1>\nb\nc\n<cs-2>\nd\n</cs-2>\n<cs-3>\ne',
    )
    expect([...corpus.records({ onError: 'collect' })].map(({ text }) => text)).toEqual(['a', 'd'])
    expect(corpus.errors.map(({ details }) => details.line)).toEqual([2, 8])
  })
})

describe('switchboard', () => {
  it('gives turns with tagged words, a Doc a conversation', () => {
    const corpus = corpusOf(
      { format: 'switchboard' },
      'A.1: Yes/UH ./.\nB.2:\nA.3: 1/2/CD\n\n\nB.1: x y/Z\nA.2: No/UH',
      'tagged',
    )
    const [first, second] = [...corpus.documents({ onError: 'collect' })]
    expect([first!.text, second!.text]).toEqual(['Yes .\n1/2', 'No'])
    expect(places(corpus)).toEqual([[6, 6]])
    const turns = [...corpus.records({ onError: 'collect' })] as unknown as SwitchboardTurn[]
    expect(
      turns.map(({ conversation, speaker, turn, tags }) => [conversation, speaker, turn, tags.length]),
    ).toEqual([
      [0, 'A', 1, 2],
      [0, 'B', 2, 0],
      [0, 'A', 3, 1],
      [1, 'A', 2, 1],
    ])
  })

  it('gives utterances with dialogue acts, and lines that go on', () => {
    const text = 'loose\nqy A.1 utt2: have you been /\nthere: ever? /\n\nsd^e @B.2 utt1: No. /\n'
    const corpus = corpusOf({ format: 'switchboard' }, text, 'discourse')
    expect([...corpus.records({ onError: 'collect' })]).toEqual([
      {
        conversation: 0,
        speaker: 'A',
        turn: 1,
        utterance: 2,
        act: 'qy',
        text: 'have you been / there: ever? /',
        tags: [],
      },
      { conversation: 1, speaker: '@B', turn: 2, utterance: 1, act: 'sd^e', text: 'No. /', tags: [] },
    ])
    expect(places(corpus)).toEqual([[1, 1]])
  })
})

it.each(['alpino', 'sinica', 'senseval', 'nps-chat', 'rte', 'pros-cons', 'shakespeare', 'switchboard'])(
  'the format %s refuses an option that it has not',
  (format) => {
    expect(caught(() => corpusReader({ format, colour: 'red' }))).toMatchObject({ code: 'OPTION_INVALID' })
  },
)
