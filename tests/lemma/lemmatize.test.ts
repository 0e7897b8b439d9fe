/** English lemmas: what users meet first, the treebank's conventions, and words that mean harm. */

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/index.js'
import { lemmatize, lemmatizeAll, UPOS_TAGS, type Upos } from '../../src/lemma/index.js'
import { EN_LEMMAS } from '../../src/lemma/lang/en-lemmas.js'
import { readPack } from '../../src/text/pack.js'
import { tokenize } from '../../src/tokenize/index.js'
import { caught } from '../support/caught.js'
import { corpusText, describeWith } from '../support/resources.js'

describe('lemmatize with a part of speech', () => {
  it.each<[Upos, string]>([
    [
      'NOUN',
      'dogs dog; boxes box; cities city; days day; knives knife; children child; mice mouse; women woman; feet foot',
    ],
    [
      'NOUN',
      'analyses analysis; criteria criterion; bus bus; glass glass; species species; news news; boss boss; gas gas',
    ],
    [
      'NOUN',
      'thanks thanks; people people; data data; pm p.m.; Dogs dog; DOGS dog; mothers-in-law mother-in-law',
    ],
    [
      'VERB',
      'goes go; went go; gone go; making make; hopping hop; hoping hope; running run; tried try; dying die; lies lie',
    ],
    [
      'VERB',
      'agreed agree; seeing see; boxed box; sang sing; brought bring; found find; felt feel; lay lay; bed bed',
    ],
    [
      'VERB',
      'googled google; blogging blog; texted text; outsang outsing; unfriended unfriend; panicked panic; King king',
    ],
    [
      'AUX',
      "is be; 's be; 'm be; are be; was be; been be; 've have; had have; did do; 'll will; wo will; ca can; 'd would",
    ],
    ['AUX', 'would would; could could; should should; might might; must must; ai be'],
    [
      'ADJ',
      'better good; best good; worse bad; bigger big; happiest happy; nicer nice; earlier early; further further; red red',
    ],
    [
      'ADJ',
      'American American; american American; clever clever; honest honest; other other; upper upper; inner inner',
    ],
    [
      'ADV',
      'better well; best well; worse badly; faster fast; later late; quickly quickly; most most; more more',
    ],
    [
      'PRON',
      "me I; him he; them they; us we; i I; I I; 's we; those that; these this; myself myself; whom whom; our our",
    ],
    ['DET', 'an a; An a; these this; those that; the the; THE the'],
    ['PART', "n't not; n’t not; nt not; 's 's; ’s 's; ' 's; to to; na to"],
    ['NUM', '3,500 3500; 1,234,567.89 1234567.89; seven seven; Seven seven; 7 7; 10:30 10:30'],
    [
      'PROPN',
      'London London; Americans American; States State; Texas Texas; James James; NATO NATO; GOODWYN Goodwyn; Oct. October',
    ],
    ['PUNCT', '“ "; ” "; – -; , ,; ... ...; ! !'],
    ['SYM', '$ $; % %; :) :)'],
    ['X', 'http://Example.com/Cats http://Example.com/Cats'],
    [
      'NOUN',
      'collages collage; stomachs stomach; monarchs monarch; taxis taxi; theses thesis; co-chairmen co-chairman',
    ],
    [
      'VERB',
      'wandering wander; swinging swing; dialed dial; dialled dial; focussed focus; eked eke; hosting host',
    ],
    [
      'ADJ',
      'poorer poor; slenderest slender; commonest common; copper copper; summer summer; orthodox orthodox',
    ],
    ['ADV', 'soooo so; Sooo so; verrrry very; farther far; mmmm mm'],
    ['ADJ', 'cooool cool; goood good; New new; covid-related covid-related; Anti-Israeli anti-Israeli'],
    [
      'NOUN',
      "dvds dvd; VHS vhs; CO2 CO2; 1990s 1990s; 90's 90s; CD's cd; selfies selfie; policemen policeman; humans human",
    ],
  ])('%s: %s', (pos, pairs) => {
    const given = pairs.split('; ').map((pair) => pair.split(' ') as [string, string])
    expect(given.map(([word]) => `${word} ${lemmatize(word, { pos })}`).join('; ')).toBe(pairs)
  })
})

describe('lemmatize without a part of speech', () => {
  it.each([
    ['cats', 'cat'],
    ['Cats', 'cat'],
    ['running', 'run'],
    ['was', 'be'],
    ["n't", 'not'],
    ['better', 'good'],
    ['The', 'the'],
    ['I', 'I'],
    ['London', 'London'],
    ['Obama', 'Obama'],
    ['english', 'English'],
    ['5,000', '5000'],
    ['', ''],
    ['  ', '  '],
    ['🙂', '🙂'],
    ['naïve', 'naïve'],
    ['nai\u0308ve', 'naïve'],
    ['rode', 'ride'],
    ['polish', 'polish'],
    ['Germans', 'German'],
    ['Smith', 'Smith'],
    ['John', 'John'],
    ['HELLO', 'hello'],
    ['https://example.com/Dogs', 'https://example.com/Dogs'],
    ['info@example.com', 'info@example.com'],
    ['co\u00adoperates', 'cooperate'],
    ['Иванов', 'Иванов'],
    ['狗', '狗'],
  ])('%s -> %s', (word, lemma) => {
    expect(lemmatize(word)).toBe(lemma)
  })

  it('takes names of object members for words', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']) {
      for (const pos of [undefined, ...UPOS_TAGS])
        expect(lemmatize(word, { pos }).toLowerCase()).toBe(word.toLowerCase())
    }
    expect(lemmatize('constructors', { pos: 'NOUN' })).toBe('constructor')
  })

  it('gives a string for any string, and time grows with its length alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(undefined, ...UPOS_TAGS), (word, pos) => {
        expect(typeof lemmatize(word, { pos })).toBe('string')
      }),
    )
    for (const letter of ['s', 'ing', 'a', "'", '-', ',', '1,', '\u0301']) {
      const word = letter.repeat(100_000)
      for (const pos of [undefined, 'NOUN', 'PROPN', 'NUM'] as const)
        expect(lemmatize(word, { pos }).length).toBeGreaterThan(0)
    }
  })
})

describe('lemmatizeAll', () => {
  it('gives the lemmas of words in order', () => {
    expect(lemmatizeAll(['The', 'mice', 'were', 'running'])).toEqual(['the', 'mouse', 'be', 'run'])
    expect(lemmatizeAll(['meeting', 'meetings'], { pos: 'NOUN' })).toEqual(['meeting', 'meeting'])
    expect(lemmatizeAll(['saw', 'saw'], { pos: ['VERB', 'NOUN'] })).toEqual(['see', 'saw'])
    expect(lemmatizeAll([])).toEqual([])
  })

  it('adds the column lemma to a Doc, by its tags where it has some', () => {
    const doc = tokenize("She saw the saws, didn't she?")
    expect(words(lemmatizeAll(doc), 'lemma')).toEqual([
      'she',
      'see',
      'the',
      'saw',
      ',',
      'do',
      'not',
      'she',
      '?',
    ])
    const [tagged] = readConllu(
      '1\tsaw\t_\tVERB\t_\t_\t0\troot\t_\t_\n2\tsaw\t_\tNOUN\t_\t_\t1\tobj\t_\t_\n3\tsaw\t_\t_\t_\t_\t1\tobj\t_\t_\n\n',
    )
    expect(words(lemmatizeAll(tagged!), 'lemma')).toEqual(['see', 'saw', 'see'])
  })

  it('takes the words that a fused token stands for', () => {
    const [doc] = readConllu(
      '1-2\tgimme\t_\t_\t_\t_\t_\t_\t_\t_\n1\tgive\t_\tVERB\t_\t_\t0\troot\t_\t_\n2\tme\t_\tPRON\t_\t_\t1\tiobj\t_\t_\n\n',
    )
    expect(words(lemmatizeAll(doc!), 'lemma')).toEqual(['give', 'I'])
  })

  it.each([
    ['We/PRON saw/VERB her/PRON with/ADP her/PRON old/ADJ dog/NOUN', 'we see she with her old dog'],
    ["It/PRON 's/AUX gone/VERB ,/PUNCT she/PRON 's/AUX ill/ADJ", 'it have go , she be ill'],
    ["I/PRON 'd/AUX always/ADV known/VERB you/PRON 'd/AUX go/VERB", 'I have always know you would go'],
    ['New/ADJ York/PROPN has/VERB New/ADJ cars/NOUN', 'New York have new car'],
    ['Dear/ADJ Ann/PROPN', 'dear Ann'],
    ['Her/PRON', 'she'],
    ["He/PRON 's/AUX", 'he be'],
  ])('looks at the words around where they decide: %s', (tagged, lemmas) => {
    const pairs = tagged.split(' ').map((pair) => pair.split('/') as [string, string])
    const rows = pairs.map(([form, upos], i) => `${i + 1}\t${form}\t_\t${upos}\t_\t_\t${i}\tdep\t_\t_\n`)
    const [doc] = readConllu(`${rows.join('')}\n`)
    expect(words(lemmatizeAll(doc!), 'lemma').join(' ')).toBe(lemmas)
  })

  it('equals lemmatize word by word', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.constantFrom(undefined, ...UPOS_TAGS))), (pairs) => {
        const pos = pairs.map(([, tag]) => tag)
        expect(
          lemmatizeAll(
            pairs.map(([word]) => word),
            { pos },
          ),
        ).toEqual(pairs.map(([word, tag]) => lemmatize(word, { pos: tag })))
      }),
    )
  })
})

describe('what is wrong is told', () => {
  const doc = tokenize('dogs')
  const tagged = doc.with({ tag: { ids: Uint32Array.of(0), strings: ['NNS'] } })
  it.each([
    ['a word that is none', () => lemmatize(7 as never), 'INPUT_NOT_STRING'],
    ['words that are none', () => lemmatizeAll('dogs' as never), 'INPUT_NOT_STRING'],
    ['one word that is none', () => lemmatizeAll(['a', null as never]), 'INPUT_NOT_STRING'],
    ['a tag that is none', () => lemmatize('dogs', { pos: 'NNS' as never }), 'OPTION_INVALID'],
    ['tags for other words', () => lemmatizeAll(['dogs'], { pos: [] }), 'OPTION_INVALID'],
    ['tags for a Doc', () => lemmatizeAll(doc, { pos: 'NOUN' }), 'OPTION_INVALID'],
    ['another language', () => lemmatize('Hunde', { lang: 'de' }), 'OPTION_INVALID'],
    ['another option', () => lemmatize('dogs', { tag: 'NOUN' } as never), 'OPTION_INVALID'],
    ['tags of another set', () => lemmatizeAll(tagged), 'COLUMN_SHAPE'],
  ])('%s', (_, action, code) => {
    expect(caught(action).code).toBe(code)
  })
})

describe('the bundled data', () => {
  it('are those of models/lemmas-en.pack', () => {
    const { columns } = readPack(readFileSync('models/lemmas-en.pack'), 'english-lemmas', 1)
    const texts = new Map(
      [...columns].map(([name, { values }]) => [name, new TextDecoder().decode(values as Uint8Array)]),
    )
    const { words, ...lists } = EN_LEMMAS
    const expected = new Map([['words', words]])
    for (const [list, texts] of Object.entries(lists)) {
      for (const [upos, text] of Object.entries(texts as Record<string, string>))
        expected.set(`${list}.${upos}`, text)
    }
    expect([...texts.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [name, text] of expected) expect([name, texts.get(name) === text]).toEqual([name, true])
  })
})

describeWith('corpora', 'lemmas of EWT dev', () => {
  it('are those of the treebank in 99 of 100 words with tags, 96 without', () => {
    let words = 0
    let tagged = 0
    let stable = 0
    let untagged = 0
    for (const doc of readConllu(corpusText('ud/UD_English-EWT/en_ewt-ud-dev.conllu'))) {
      const gold = doc.strings('lemma')
      const [withTags, without] = [
        doc,
        doc.with({ tag: { ids: new Uint32Array(doc.length), strings: ['_'] } }),
      ].map((given) => lemmatizeAll(given).strings('lemma'))
      for (let i = 0; i < doc.length; i++) {
        const lemma = gold.strings[gold.ids[i]!]!
        words++
        const { ids, strings } = doc.strings('tag')
        const pos = strings[ids[i]!]! as Upos
        stable += Number(lemma === '' || lemmatize(lemma, { pos }) === lemma)
        tagged += Number(lemma === '' || withTags!.strings[withTags!.ids[i]!] === lemma)
        untagged += Number(lemma === '' || without!.strings[without!.ids[i]!] === lemma)
      }
    }
    expect(words).toBe(25_147)
    expect(stable / words).toBeGreaterThan(0.99)
    expect(tagged / words).toBeGreaterThan(0.99)
    expect(untagged / words).toBeGreaterThan(0.963)
  })
})

function words(doc: ReturnType<typeof tokenize>, column: string): string[] {
  const { ids, strings } = doc.strings(column)
  return Array.from(ids, (id) => strings[id]!)
}
