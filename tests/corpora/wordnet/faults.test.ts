/** What is wrong in source files is told by file, line and column; broken Packs are refused. */
import { describe, expect, it } from 'vitest'
import { readOewn, readWndb, readWordNet, WordNet } from '../../../src/corpora/index.js'
import { writePack } from '../../../src/text/pack.js'
import { caught } from '../../support/caught.js'
import { fuzzPack } from '../../support/fuzz-pack.js'
import { TINY_OEWN_TEXTS, TINY_WNDB_TEXTS, tinyOewn, tinyWndb } from '../../support/tiny-wordnet.js'

/** A text with the first `from` in it replaced; fails where there is none. */
function changed(text: string | undefined, from: string, to: string): string {
  if (!text?.includes(from)) throw new Error(`no '${from}'`)
  return text.replace(from, () => to)
}

const OEWN_FAULTS: readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  place: string,
  message: RegExp,
][] = [
  [
    'a colon in a plain text',
    'noun.animal.yaml',
    '- a tame wolf',
    '- a tame: wolf',
    '3:5',
    /a text, got 'keys with values'/,
  ],
  ['a flow sequence', 'noun.animal.yaml', '- a tame wolf', '- [a]', '3:5', /a plain or quoted text/],
  ['an open quote', 'noun.animal.yaml', "terrier'", 'terrier', '5:5', /a closing quote/],
  ['text after a quote', 'noun.animal.yaml', "terrier'", "terrier' x", '5:26', /the end of the line/],
  ['a tab', 'noun.animal.yaml', '  definition', '\tdefinition', '2:1', /spaces before/],
  [
    'a wrong indentation',
    'noun.animal.yaml',
    '  example',
    '   example',
    '4:11',
    /quotes around a text with a colon/,
  ],
  [
    'a line that is no key',
    'noun.animal.yaml',
    '  example:',
    '  example',
    '4:3',
    /a key followed by a colon/,
  ],
  ['a key that stands twice', 'noun.animal.yaml', '  example', '  definition', '4:3', /not there yet/],
  ['an id that is none', 'noun.animal.yaml', '00000003-n:', 'dog:', '1:1', /the id of a synset/],
  ['an unknown key', 'noun.animal.yaml', '  example', '  examples', '4:3', /definition, example/],
  [
    'another part of speech',
    'noun.animal.yaml',
    'partOfSpeech: n',
    'partOfSpeech: v',
    '12:17',
    /part of speech of 00000003-n/,
  ],
  [
    'a text where a list should be',
    'noun.animal.yaml',
    '  definition:\n  - a tame',
    '  definition: a tame',
    '2:15',
    /a list/,
  ],
  [
    'a hypernym that is not there',
    'noun.animal.yaml',
    '- 00000002-n',
    '- 00000099-n',
    '9:5',
    /a synset that is there, got '00000099-n'/,
  ],
  [
    'a member without a sense',
    'noun.animal.yaml',
    '  - dog\n',
    '  - dog\n  - hound\n',
    '1:1',
    /a sense of 'hound'/,
  ],
  ['an item of Wikidata that is none', 'noun.animal.yaml', 'Q144', '144', '14:5', /Q144/],
  ['a member twice', 'noun.animal.yaml', '  - dog\n', '  - dog\n  - dog\n', '1:1', /members that differ/],
  [
    'a sense of a synset that is not there',
    'entries-a.yaml',
    'synset: 00000003-n',
    'synset: 00000033-n',
    '53:7',
    /id of a synset that is there/,
  ],
  [
    'a sense of a synset that has not the word',
    'entries-a.yaml',
    'synset: 00000003-n',
    'synset: 00000004-n',
    '53:7',
    /has 'dog' among its members/,
  ],
  ['a key that is none', 'entries-a.yaml', "id: 'dog%1:05:00::'", 'id: dog', '53:7', /a sense key/],
  [
    'an antonym that is not there',
    'entries-a.yaml',
    "- 'small%3:00:00::'",
    "- 'wee%3:00:00::'",
    '42:9',
    /a sense that is there/,
  ],
  ['a frame that is not there', 'entries-a.yaml', '- vtai', '- vtax', '32:9', /in frames.yaml/],
  ['a position that is none', 'entries-a.yaml', 'adjposition: a', 'adjposition: x', '40:20', /a, p or ip/],
  ['an unknown part of speech', 'entries-a.yaml', '  n-1:', '  x-1:', '11:3', /a part of speech/],
]

describe('YAML of Open English WordNet', () => {
  it.each(OEWN_FAULTS)('tells of %s', (_what, file, from, to, place, message) => {
    const files = tinyOewn({ [file]: changed(TINY_OEWN_TEXTS[file], from, to) })
    const error = caught(() => readOewn(files))
    expect(error.code).toBe('CORPUS_SYNTAX')
    expect(error.message).toMatch(message)
    expect(error.details.file).toBe(file)
    expect(`${error.details.line}:${error.details.column}`).toBe(place)
    const collected = readOewn(files, { onError: 'collect' })
    expect(collected.errors.map(({ message }) => message)).toContain(error.message)
    expect(collected.synset('thing.n.01').definition).toBe('whatever there is')
  })

  it('reads what YAML allows besides: comments, a document marker, CRLF, double quotes', () => {
    const text = TINY_OEWN_TEXTS['noun.animal.yaml']!
    const animal = `---\n# a comment\n\n${changed(text, '- a tame wolf', '- "a \\"tame\\"\n    wolf\\u2026 \\\n    or \\x64og"')}`
    const wordnet = readOewn(tinyOewn({ 'noun.animal.yaml': animal.replaceAll('\n', '\r\n') }))
    expect(wordnet.synset('dog.n.01').definition).toBe('a "tame" wolf… or dog')
  })

  it('does without frames.yaml, naming the frames', () => {
    const files = tinyOewn()
    files.delete('frames.yaml')
    expect(readOewn(files).senses('bark', 'v')[0]?.frames).toEqual(['via', 'vtai'])
  })

  it('keeps sense keys that are not made as others are', () => {
    const entries = TINY_OEWN_TEXTS['entries-a.yaml']!.replaceAll('small%3:00:00::', 'little%3:00:07::')
    const wordnet = WordNet.load(readOewn(tinyOewn({ 'entries-a.yaml': entries })).save())
    expect(wordnet.senses('small')[0]?.key).toBe('little%3:00:07::')
    expect(wordnet.sense('little%3:00:07::').word).toBe('small')
  })

  it('refuses files that are others, or still packed', () => {
    expect(caught(() => readOewn({})).code).toBe('CORPUS_FORMAT')
    expect(caught(() => readOewn(tinyWndb())).code).toBe('CORPUS_FORMAT')
    expect(caught(() => readOewn({ 'a.yaml.gz': Uint8Array.of(0x1f, 0x8b) })).message).toMatch(
      /still gzipped/,
    )
    expect(caught(() => readOewn({ 'a.yaml': 'text' as never })).code).toBe('CORPUS_FORMAT')
    expect(caught(() => readOewn(tinyOewn(), { onerror: 'collect' } as never)).code).toBe('OPTION_INVALID')
    const bad = { ...Object.fromEntries(tinyOewn()), 'adj.all.yaml': Uint8Array.of(0x61, 0xff) }
    expect(caught(() => readOewn(bad)).details).toMatchObject({ file: 'adj.all.yaml', byteOffset: 1 })
  })
})

const WNDB_FAULTS: readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  place: string,
  message: RegExp,
][] = [
  ['an offset that is none', 'data.noun', '00000003 05', '0000003 05', '4:1', /an offset of eight digits/],
  [
    'an unknown lexicographer file',
    'data.noun',
    '00000003 05',
    '00000003 99',
    '4:10',
    /a lexicographer file up to 44/,
  ],
  ['a type of another file', 'data.noun', '00000003 05 n', '00000003 05 v', '4:13', /belongs in this file/],
  [
    'too few words',
    'data.noun',
    'n 01 dog 0 001',
    'n 02 dog 0 001',
    '4:28',
    /lexical id|the number of pointers/,
  ],
  ['a missing bar', 'data.noun', '0000 | a tame', '0000 a tame', '4:104', /a bar and the gloss/],
  ['an unknown pointer', 'data.noun', '@i 00000003', '@x 00000003', '6:28', /one of @/],
  ['a pointer to no synset', 'data.noun', '@i 00000003', '@i 00000033', '6:31', /a synset that is there/],
  [
    'a pointer to no word',
    'data.noun',
    '00000001 v 0101',
    '00000001 v 0102',
    '8:68',
    /a sense that is there/,
  ],
  ['a pointer of no word', 'data.noun', '00000001 v 0101', '00000001 v 0901', '8:79', /a word from 01 to 1/],
  ['a frame that is none', 'data.verb', '+ 02 00', '+ 36 00', '1:34', /a verb frame from 01 to 35/],
  ['a frame of no word', 'data.verb', '+ 02 00', '+ 02 07', '1:37', /a word up to 1/],
  ['a position that is none', 'data.adj', 'big(a)', 'big(x)', '1:21', /\(a\), \(p\) or \(ip\)/],
  [
    'an offset that is not there',
    'index.noun',
    '00000003 00000008',
    '00000033 00000008',
    '5:17',
    /the offset of a synset/,
  ],
  ['too few offsets', 'index.noun', '00000003 00000008', '00000003', '5:7', /2 offsets/],
  ['another part of speech', 'index.noun', 'dog n 2', 'dog v 2', '5:5', /a word and n/],
  ['a form without a word', 'noun.exc', 'men man', 'men', '1:1', /the words it is a form of/],
  ['a count that is none', 'index.sense', '1 42', '1 x', '3:26', /how often/],
]

describe('WNDB files', () => {
  it.each(WNDB_FAULTS)('tells of %s', (_what, file, from, to, place, message) => {
    const files = tinyWndb({ [file]: changed(TINY_WNDB_TEXTS[file], from, to) })
    const error = caught(() => readWndb(files))
    expect(error.code).toBe('CORPUS_SYNTAX')
    expect(error.message).toMatch(message)
    expect(error.details.file).toBe(file)
    expect(`${error.details.line}:${error.details.column}`).toBe(place)
    const collected = readWndb(files, { onError: 'collect' })
    expect(collected.errors.map(({ message }) => message)).toContain(error.message)
    expect(collected.synset('thing.n.01').definition).toBe('whatever there is')
  })

  it('takes counts from cntlist and cntlist.rev too', () => {
    const counted = readWndb(tinyWndb({ 'index.sense': '', cntlist: '7 dog%1:05:00:: 1\n' }))
    expect(counted.sense('dog%1:05:00::').count).toBe(7)
    const reversed = readWndb(tinyWndb({ 'index.sense': '', 'cntlist.rev': 'dog%1:05:00:: 1 9\n' }))
    expect(reversed.sense('dog%1:05:00::').count).toBe(9)
  })

  it('refuses files that are others', () => {
    expect(caught(() => readWndb(tinyOewn())).code).toBe('CORPUS_FORMAT')
    expect(caught(() => readWndb({ 'data.noun': new Uint8Array() })).code).toBe('CORPUS_FORMAT')
  })
})

describe('either of them', () => {
  it('is told by its names', () => {
    expect(readWordNet(tinyOewn()).meta.title).toBe('Open English WordNet')
    expect(readWordNet(tinyWndb()).meta.title).toBe('WordNet')
    expect(readWordNet({ 'any.pack': readWordNet(tinyWndb()).save() }).meta.version).toBe('3.9')
    expect(caught(() => readWordNet({ 'a.txt': new Uint8Array() })).code).toBe('CORPUS_FORMAT')
  })

  it('may have cycles among its hypernyms', () => {
    const data = changed(TINY_WNDB_TEXTS['data.noun'], 'thing 0 000', 'thing 0 001 @ 00000003 n 0000')
    const wordnet = readWndb(tinyWndb({ 'data.noun': data }))
    for (const synset of wordnet.allSynsets()) {
      expect(synset.maxDepth()).toBeLessThan(9)
      expect(synset.minDepth()).toBeLessThan(9)
      expect(synset.hypernymPaths().length).toBeGreaterThan(0)
      expect(synset.closure('hypernym').length).toBeLessThan(9)
    }
  })
})

describe('a Pack', () => {
  const packs = [readOewn(tinyOewn()).save(), readWndb(tinyWndb()).save()]

  it('of another kind is refused', () => {
    const other = writePack({ kind: 'docs', version: 1, meta: {}, columns: {} })
    expect(caught(() => WordNet.load(other)).code).toBe('PACK_KIND')
    const empty = writePack({ kind: 'wordnet', version: 1, meta: {}, columns: {} })
    expect(caught(() => WordNet.load(empty)).code).toBe('PACK_MALFORMED')
    expect(caught(() => WordNet.load(new Uint8Array())).code).toBe('PACK_MALFORMED')
  })

  it('that was changed is refused, or gives a WordNet that can be walked', () => {
    const walk = (bytes: Uint8Array) => {
      const wordnet = WordNet.load(bytes)
      for (const synset of wordnet.allSynsets()) {
        synset.toJSON()
        synset.relations()
        synset.hypernymPaths()
        synset.rootHypernyms()
        for (const sense of synset.senses) {
          expect(sense.key).toBeTypeOf('string')
          sense.relations()
          JSON.stringify([sense.frames, sense.examples, sense.pronunciations, sense.position, sense.number])
        }
      }
      for (const word of wordnet.lemmas()) wordnet.synsets(word)
      wordnet.save()
    }
    const count = Number(process.env.WORDLOOM_FUZZ ?? 1500)
    const { refused, read } = fuzzPack(
      11,
      count,
      packs.map((pack) => [pack, walk] as const),
    )
    expect(refused).toBeGreaterThan(count / 10)
    expect(read).toBeGreaterThan(0)
  })
})
