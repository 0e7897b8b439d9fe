/** Intent data in every layout: the same records, and errors with their place. */
import { describe, expect, it } from 'vitest'
import type { IntentExample } from '../../../src/corpora/intents/intent-example.js'
import { readRasa } from '../../../src/corpora/intents/rasa.js'
import { caught } from '../../support/caught.js'
import { corpusOfFiles as corpusOf } from '../../support/corpus-of-files.js'

const read = (layout: string, text: string, options = {}) => [
  ...(corpusOf({ f: text }, { format: 'intents', layout, ...options }).records() as Iterable<IntentExample>),
]
const book: IntentExample = {
  text: 'a table for two',
  intent: 'book',
  slots: [{ type: 'people', start: 12, end: 15 }],
}

describe('intents', () => {
  it.each([
    [
      'json-lines',
      '{"text":"a table for two","intent":"book","slots":[{"type":"people","start":12,"end":15}]}',
    ],
    ['snips', '{"book":[{"data":[{"text":" a table for "},{"text":"two","entity":"people"}]}]}'],
    ['rasa', 'nlu:\n- intent: book\n  examples: |\n    - a table for [two](people)\n'],
    ['rasa', 'nlu:\n- intent: book\n  examples:\n  - text: |\n      a table for [two]{"entity": "people"}\n'],
  ])('%s', (layout, text) => {
    expect(read(layout, text)).toEqual([book])
  })

  it('reads CLINC with its splits and what is out of scope', () => {
    const json = '{"val":[["hi","greet"]],"oos_test":[["what","oos"]],"train":[]}'
    const corpus = corpusOf({ f: json }, { format: 'intents', layout: 'clinc' })
    expect(corpus.splits()).toEqual(['dev', 'test'])
    expect([...corpus.records({ split: 'test' })]).toEqual([
      { text: 'what', intent: 'oos', slots: [], split: 'test' },
    ])
    expect([...corpus.words({ categories: 'greet' })]).toEqual(['hi'])
  })

  it('reads restaurant8k, in which an index 0 is left out', () => {
    const json = JSON.stringify([
      {
        userInput: { text: '2 at 7' },
        context: { requestedSlots: ['people'] },
        labels: [
          { slot: 'time', valueSpan: { startIndex: 5, endIndex: 6 } },
          { slot: 'people', valueSpan: { endIndex: 1 } },
        ],
      },
    ])
    expect(read('restaurant8k', json)).toEqual([
      {
        text: '2 at 7',
        intent: '',
        slots: [
          { type: 'people', start: 0, end: 1 },
          { type: 'time', start: 5, end: 6 },
        ],
        requested: ['people'],
      },
    ])
  })

  it('reads corpora of nlp.js, entities and tests included', () => {
    const json =
      '{"name":"x","locale":"en-US","data":[{"intent":"go","utterances":["to @city now"],"tests":["go %place%"]}]}'
    expect(read('nlpjs', json)).toEqual([
      { text: 'to @city now', intent: 'go', slots: [{ type: 'city', start: 3, end: 8 }], split: 'train' },
      { text: 'go %place%', intent: 'go', slots: [{ type: 'place', start: 3, end: 10 }], split: 'test' },
    ])
  })

  it('reads CSV and TSV with quotes, line ends in fields, and splits', () => {
    expect(read('csv', 'intent,text,split\r\ngreet,"hi, ""you""\nthere",train\r\n\r\n')).toEqual([
      { text: 'hi, "you"\nthere', intent: 'greet', slots: [], split: 'train' },
    ])
    expect(read('tsv', 'hello\tgreet\n', { columns: ['text', 'intent'] })).toEqual([
      { text: 'hello', intent: 'greet', slots: [] },
    ])
  })

  it.each([
    ['csv', 'text,intent\na,b\n"x\ny",z\nonly\n', 5, '2 fields'],
    ['csv', 'text,label\na,b\n', 1, 'a header line'],
    ['json-lines', '\n{"text":"hi"}\n', 2, 'text and intent'],
    [
      'json-lines',
      '{"text":"hi","intent":"x","slots":[{"type":"y","start":0,"end":9}]}\n',
      1,
      'slots within',
    ],
    ['clinc', '{"train":[["hi"]]}', 1, '[text, intent]'],
    ['snips', '{"x":[{"data":[{"entity":"y"}]}]}', 1, 'an array of { text'],
    [
      'restaurant8k',
      '[{"userInput":{"text":"x"},"labels":[{"slot":"a","valueSpan":{"endIndex":7}}]}]',
      1,
      'spans within',
    ],
    ['nlpjs', '{"data":[{"utterances":[]}]}', 1, 'a string'],
    ['rasa', 'nlu: [\n', 2, 'YAML'],
    [
      'rasa',
      'nlu:\n- intent: a\n  examples: |\n    - fine\n    - in [Rome](city\n',
      5,
      'the end of the entity',
    ],
    ['rasa', 'nlu:\n- intent: a\n  examples: |\n    - in [Rome]{"entity" "city"}\n', 4, 'an entity such as'],
  ])('%s %j is an error at its line', (layout, text, line, expected) => {
    expect(caught(() => read(layout, text))).toMatchObject({
      code: 'CORPUS_SYNTAX',
      details: { file: 'f', line, expected: expect.stringContaining(expected) },
    })
  })

  it("reads Rasa's values, roles, synonyms, patterns and look-ups, and brackets that mark nothing", () => {
    const data = readRasa(
      [
        'version: "3.1"',
        'nlu:',
        '- intent: fly',
        '  examples: |',
        '    - from [NYC]{"entity": "city", "role": "from", "value": "New York"} to [Rome](city:ROM)',
        '    - [sic] and a ] stray [',
        '- synonym: New York',
        '  examples: |',
        '    - big apple',
        '- regex: zip',
        '  examples: |',
        '    - \\d{5}',
        '- lookup: city',
        '  examples:',
        '    - Rome',
        'rules: []',
      ].join('\n'),
    )
    expect(data.intents).toEqual([
      {
        text: 'from NYC to Rome',
        intent: 'fly',
        slots: [
          { type: 'city', role: 'from', value: 'New York', start: 5, end: 8 },
          { type: 'city', value: 'ROM', start: 12, end: 16 },
        ],
      },
      { text: '[sic] and a ] stray [', intent: 'fly', slots: [] },
    ])
    expect([...data.synonyms]).toEqual([['New York', ['big apple']]])
    expect([...data.patterns]).toEqual([['zip', ['\\d{5}']]])
    expect([...data.lookups]).toEqual([['city', ['Rome']]])
  })
})
