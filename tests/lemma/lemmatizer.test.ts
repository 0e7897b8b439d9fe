import { beforeAll, describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { Lemmatizer, type LemmatizerTrainingOptions } from '../../src/lemma/lemmatizer.js'
import type { Doc } from '../../src/text/doc.js'
import { readPack, writePack } from '../../src/text/pack.js'
import { InternTable } from '../../src/text/strings.js'
import { tokenizeWhitespace } from '../../src/tokenize/whitespace.js'
import { caught } from '../support/caught.js'
import { fuzzPack } from '../support/fuzz-pack.js'
import { corpusBytes, describeWith } from '../support/resources.js'

const CHECKED = process.env.WORDLOOM_CORE === 'checked'
const SMALL: LemmatizerTrainingOptions = { bits: 14, passes: 5 }

/** Rows of CoNLL-U: form, lemma, tag, features; a sentence each. */
function conllu(rows: readonly (readonly [string, string, string?, string?])[]): string {
  return rows
    .map(
      ([form, lemma, tag = '_', features = '_']) =>
        `1\t${form}\t${lemma}\t${tag}\t_\t${features}\t0\troot\t_\t_\n\n`,
    )
    .join('')
}

/** Words and tags (UPOS) as a Doc. */
function tagged(words: string, tags?: string): Doc {
  const doc = tokenizeWhitespace(words)
  return tags === undefined ? doc : doc.with({ tag: InternTable.column(tags.split(' ')) })
}

function lemmas(doc: Doc): string[] {
  return Array.from(doc, (token) => token.get('lemma') as string)
}

const STEMS = 'walk talk jump climb laugh paint cook clean dream enter'.split(' ')
const NOUNS = 'dog cat tree house river window garden letter sister teacher'.split(' ')
const ENGLISH = conllu([
  ...STEMS.flatMap((stem): [string, string, string, string][] => [
    [stem, stem, 'VERB', 'VerbForm=Inf'],
    [`${stem}ed`, stem, 'VERB', 'Tense=Past|VerbForm=Fin'],
    [`${stem}ing`, stem, 'VERB', 'Tense=Pres|VerbForm=Part'],
    [`${stem}s`, stem, 'VERB', 'Tense=Pres|VerbForm=Fin'],
    [`${stem}ing`, `${stem}ing`, 'NOUN', 'Number=Sing'],
    [`${stem}ings`, `${stem}ing`, 'NOUN', 'Number=Plur'],
  ]),
  ...NOUNS.flatMap((noun): [string, string, string, string][] => [
    [noun, noun, 'NOUN', 'Number=Sing'],
    [`${noun}s`, noun, 'NOUN', 'Number=Plur'],
  ]),
  ...['Paris', 'London', 'Texas', 'Athens'].map((name): [string, string, string] => [name, name, 'PROPN']),
  ['went', 'go', 'VERB', 'Tense=Past|VerbForm=Fin'],
  ['The', 'the', 'DET'],
  ['the', 'the', 'DET'],
  ['constructor', 'constructor', 'NOUN', 'Number=Sing'],
])

let english: Lemmatizer

beforeAll(async () => {
  english = await Lemmatizer.train(readConllu(ENGLISH), SMALL)
})

describe('a trained lemmatizer', () => {
  it.each([
    ['went', 'VERB', 'go'],
    ['The', 'DET', 'the'],
    ['THE', 'DET', 'the'],
    ['walking', 'VERB', 'walk'],
    ['walking', 'NOUN', 'walking'],
    ['barked', 'VERB', 'bark'],
    ['barking', 'VERB', 'bark'],
    ['barkings', 'NOUN', 'barking'],
    ['gardeners', 'NOUN', 'gardener'],
    ['Walked', 'VERB', 'walk'],
    ['constructor', 'NOUN', 'constructor'],
    ['Texas', 'PROPN', 'Texas'],
  ])('%s %s -> %s', (form, tag, lemma) => {
    expect(lemmas(english.lemmatize(tagged(form, tag)))).toEqual([lemma])
  })

  it('uses features where a Doc has them, and does without tags', () => {
    expect(english.columns).toEqual(['tag', 'features'])
    const doc = tagged('marks marks', 'NOUN VERB')
    const full = doc.with({
      features: InternTable.column(['Number=Plur', 'Tense=Pres|VerbForm=Fin']),
    })
    expect(lemmas(english.lemmatize(full))).toEqual(['mark', 'mark'])
    expect(lemmas(english.lemmatize(tagged('went to the gardens')))).toEqual(['go', 'to', 'the', 'garden'])
  })

  it('takes a tag that it never saw as none', () => {
    expect(lemmas(english.lemmatize(tagged('went gardens', 'XYZ _')))).toEqual(['go', 'garden'])
  })

  it('replaces a column lemma, keeps all others, and leaves the Doc as it is', () => {
    const doc = tagged('dogs', 'NOUN').with({ lemma: InternTable.column(['?']), mark: Uint8Array.of(7) })
    const made = english.lemmatize(doc)
    expect(made.numbers('mark')).toEqual(Uint8Array.of(7))
    expect(lemmas(made)).toEqual(['dog'])
    expect(lemmas(doc)).toEqual(['?'])
  })

  it('gives no lemma for nothing', () => {
    expect(english.lemmatize(tokenizeWhitespace('')).length).toBe(0)
  })

  it('takes words of multiword tokens as their forms', () => {
    const [doc] = readConllu(
      '1-2\tdogsdogs\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdogs,\t_\tNOUN\t_\t_\t0\troot\t_\t_\n2\tcats\t_\tNOUN\t_\t_\t1\tdep\t_\t_\n\n',
    )
    expect(lemmas(english.lemmatize(doc!))[1]).toBe('cat')
  })

  it('gives a lemma to any word at all', () => {
    const odd = [
      'constructor',
      '__proto__',
      '😀',
      '\ud800',
      'ﬁ',
      'İstanbul',
      'ß',
      '5',
      '...',
      '한국어를',
      'é'.normalize('NFD'),
    ]
    const doc = tagged(odd.join(' '))
    expect(lemmas(english.lemmatize(doc)).every((lemma) => lemma.length > 0)).toBe(true)
  })

  it('finds forms whose accents are apart', async () => {
    const french = await Lemmatizer.train(
      readConllu(
        conllu([
          ['été', 'être', 'VERB'],
          ['allée', 'aller', 'VERB'],
        ]),
      ),
      SMALL,
    )
    expect(lemmas(french.lemmatize(tagged('été'.normalize('NFD'), 'VERB')))).toEqual(['être'])
  })

  it('is linear in the length of a word', () => {
    const long = `${'ab'.repeat(CHECKED ? 500 : 50_000)}s`
    expect(lemmas(english.lemmatize(tagged(long, 'NOUN')))).toEqual([long.slice(0, -1)])
  })

  it('settles many unknown words in one Doc as it does one by one', () => {
    const words = Array.from(
      { length: CHECKED ? 200 : 3000 },
      (_, i) => `w${i.toString(36)}${['s', 'ed', 'ing'][i % 3]}`,
    )
    const all = lemmas(english.lemmatize(tagged([...words, ...words].join(' '))))
    expect(all.slice(0, words.length)).toEqual(all.slice(words.length))
    for (const i of [0, 1, 2, 150]) {
      expect(lemmas(english.lemmatize(tagged(words[i]!)))).toEqual([all[i]])
    }
  })
})

describe('conventions of treebanks', () => {
  it('passes by tokens without a lemma', async () => {
    const model = await Lemmatizer.train(
      readConllu(
        conllu([
          ['du', '_', 'ADP'],
          ['chats', 'chat', 'NOUN'],
        ]),
      ),
      SMALL,
    )
    expect(lemmas(model.lemmatize(tagged('chats', 'NOUN')))).toEqual(['chat'])
    expect(lemmas(model.lemmatize(tagged('du', 'ADP')))).toEqual(['du'])
  })

  it('learns from the data that I is the capital of ı', async () => {
    const rows: [string, string, string][] = [
      ['Irmak', 'ırmak', 'NOUN'],
      ['Isı', 'ısı', 'NOUN'],
      ['ırmaklar', 'ırmak', 'NOUN'],
      ['isimler', 'isim', 'NOUN'],
      ['evler', 'ev', 'NOUN'],
      ['İsimler', 'isim', 'NOUN'],
    ]
    const turkish = await Lemmatizer.train(readConllu(conllu(rows)), SMALL)
    expect(lemmas(turkish.lemmatize(tagged('Isılar İpler', 'NOUN NOUN')))).toEqual(['ısı', 'ip'])
  })

  it('puts boundaries into lemmas where the treebank does', async () => {
    const nouns = '압력 전망 시장 회사 학교 정부 선수 감독 위원 시대'.split(' ')
    const rows = nouns.flatMap((noun): [string, string, string][] => [
      [`${noun}은`, `${noun}+은`, 'NOUN'],
      [`${noun}을`, `${noun}+을`, 'NOUN'],
      [`${noun}에서`, `${noun}+에서`, 'ADV'],
      [noun, noun, 'NOUN'],
      [`${noun}들이`, `${noun}+들+이`, 'NOUN'],
    ])
    const korean = await Lemmatizer.train(readConllu(conllu(rows)), { ...SMALL, method: 'letters' })
    expect(lemmas(korean.lemmatize(tagged('가족은 가족에서 가족들이', 'NOUN ADV NOUN')))).toEqual([
      '가족+은',
      '가족+에서',
      '가족+들+이',
    ])
  })

  it('keeps what is the lemma of _ alone', async () => {
    const model = await Lemmatizer.train(
      readConllu(
        conllu([
          ['_', '_', 'PUNCT'],
          ['a', 'a', 'DET'],
        ]),
      ),
      SMALL,
    )
    expect(lemmas(model.lemmatize(tagged('a', 'DET')))).toEqual(['a'])
  })
})

describe('a form with several lemmas', () => {
  const sentences = (text: string) =>
    readConllu(
      text
        .split('. ')
        .map((sentence) =>
          sentence
            .split(' ')
            .map((word, i) => {
              const [form, lemma = form, tag = '_'] = word.split('/')
              return `${i + 1}\t${form}\t${lemma}\t${tag}\t_\t_\t${i === 0 ? 0 : 1}\tdep\t_\t_\n`
            })
            .join(''),
        )
        .map((rows) => `${rows}\n`)
        .join(''),
    )
  const FRENCH = [
    'je suis/être là',
    'je suis/être ici',
    'je suis/être prêt',
    'je le suis/suivre',
    'il la suis/suivre',
  ]

  it.each([
    ['without tags', FRENCH],
    ['with tags', FRENCH.map((line) => line.replaceAll(/(\/\S+)/g, '$1/VERB'))],
  ])('gets the one that the words around it ask for, %s', async (_, lines) => {
    const model = await Lemmatizer.train(sentences(Array(4).fill(lines.join('. ')).join('. ')), SMALL)
    expect(lemmas(model.lemmatize(tagged('je suis ici')))[1]).toBe('être')
    expect(lemmas(model.lemmatize(tagged('je le suis')))[2]).toBe('suivre')
    expect(lemmas(model.lemmatize(tagged('je suis ici', '_ VERB _')))[1]).toBe('être')
  })

  it('gets the most frequent where the others are slips', async () => {
    const model = await Lemmatizer.train(
      sentences(`${Array(9).fill('a saw/see').join('. ')}. the saw/saw`),
      SMALL,
    )
    expect(lemmas(model.lemmatize(tagged('the saw')))[1]).toBe('see')
  })
})

describe('a saved lemmatizer', () => {
  it.each(['words', 'letters'] as const)('is the same when it is loaded (%s)', async (method) => {
    const model = await Lemmatizer.train(readConllu(ENGLISH), { ...SMALL, method })
    const bytes = model.save({ licence: 'CC0-1.0' })
    const loaded = Lemmatizer.load(bytes)
    expect(loaded.save()).toEqual(bytes)
    expect(loaded.meta).toMatchObject({ licence: 'CC0-1.0', method, options: { passes: 5 } })
    const doc = tagged('barked gardens went Walked Oslo', 'VERB NOUN VERB VERB PROPN')
    expect(lemmas(loaded.lemmatize(doc))).toEqual(lemmas(model.lemmatize(doc)))
    expect(lemmas(loaded.lemmatize(tagged('barked gardens')))).toEqual(
      lemmas(model.lemmatize(tagged('barked gardens'))),
    )
  })

  it('has the same bytes for the same Docs, options and seed', async () => {
    const again = await Lemmatizer.train(readConllu(ENGLISH), SMALL)
    expect(again.save()).toEqual(english.save())
    const other = await Lemmatizer.train(readConllu(ENGLISH), { ...SMALL, seed: 2 })
    expect(other.save()).not.toEqual(english.save())
  })

  it('trains on Docs that come asynchronously', async () => {
    async function* docs() {
      yield* readConllu(ENGLISH)
    }
    expect((await Lemmatizer.train(docs(), SMALL)).save()).toEqual(english.save())
  })

  it('is refused in every broken form, with a typed error', () => {
    const doc = tagged('barked gardens went', 'VERB NOUN VERB')
    const bytes = english.save()
    const outcome = fuzzPack(5, CHECKED ? 50 : 400, [[bytes, (b) => Lemmatizer.load(b).lemmatize(doc)]])
    expect(outcome.refused).toBeGreaterThan(10)
  })

  it.each([
    ['no forms', { 'forms.text': undefined }, {}],
    ['too many forms', { 'rows.perForm': Uint8Array.of(1) }, {}],
    ['lemmas out of range', { 'rows.lemma': 'high' }, {}],
    ['values out of range', { 'rows.value.0': 'high' }, {}],
    ['shapes out of range', { 'rows.shape': 'high' }, {}],
    ['uses of no script', { uses: Uint32Array.of(9999, 0, 0) }, {}],
    ['no weights of the context', { 'context.weights': undefined }, {}],
    ['weights beyond their number', { skips: new Uint8Array(9).fill(200) }, {}],
    ['a script that is none', { 'scripts.text': 'letters' }, {}],
    ['an unknown method', {}, { method: 'magic' }],
    ['columns that are no names', {}, { columns: [1] }],
    ['too many weights', {}, { bits: 40 }],
    ['no number of weights', {}, { contextBits: undefined }],
    ['no word of case', {}, { turkic: 'yes' }],
  ])('is refused with %s', (_, changes, more) => {
    const { kind, version, meta, columns } = readPack(english.save(), 'lemmatizer', 1)
    const changed = Object.fromEntries(columns)
    for (const [name, change] of Object.entries(changes)) {
      const { values } = changed[name]!
      if (change === undefined) delete changed[name]
      else if (change === 'high')
        changed[name] = { values: new Uint32Array(values.length).fill(99_999), shape: [values.length] }
      else if (change === 'letters')
        changed[name] = { values: new Uint8Array(values.length).fill(0x78), shape: [values.length] }
      else changed[name] = { values: change as Uint8Array, shape: [change.length] }
    }
    const bytes = writePack({ kind, version, meta: { ...meta, ...more }, columns: changed })
    expect(caught(() => Lemmatizer.load(bytes)).code).toBe('PACK_MALFORMED')
  })

  it.each([
    ['another kind', () => writePack({ kind: 'docs', version: 1, meta: {}, columns: {} }), 'PACK_KIND'],
    [
      'another version',
      () => writePack({ kind: 'lemmatizer', version: 9, meta: {}, columns: {} }),
      'PACK_VERSION',
    ],
    ['no Pack', () => new Uint8Array(40), 'PACK_MALFORMED'],
    ['no bytes', () => 'model.pack' as unknown as Uint8Array, 'PACK_MALFORMED'],
  ])('is refused when it is %s', (_, bytes, code) => {
    expect(caught(() => Lemmatizer.load(bytes())).code).toBe(code)
  })
})

describe('training', () => {
  it.each([
    [{ passes: 0 }, 'passes'],
    [{ seed: 1.5 }, 'seed'],
    [{ bits: 40 }, 'bits'],
    [{ method: 'magic' }, 'method'],
    [{ colums: [] }, 'colums'],
    [{ columns: ['lemma'] }, 'columns'],
    [{ columns: ['tag', 'tag'] }, 'columns'],
    [{ columns: ['xtag'] }, 'columns'],
    [{ columns: 'tag' }, 'columns'],
  ])('refuses %o', async (options, name) => {
    await expect(
      Lemmatizer.train(readConllu(ENGLISH), options as LemmatizerTrainingOptions),
    ).rejects.toMatchObject({ code: 'OPTION_INVALID', details: { option: name } })
  })

  it('says what is missing', async () => {
    await expect(Lemmatizer.train([])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
    await expect(Lemmatizer.train(readConllu(conllu([['a', '_', 'DET']])))).rejects.toMatchObject({
      code: 'COLUMN_MISSING',
    })
    await expect(Lemmatizer.train([tokenizeWhitespace('no lemmas')])).rejects.toMatchObject({
      code: 'COLUMN_MISSING',
    })
    expect(caught(() => english.lemmatize('text' as unknown as Doc)).code).toBe('INPUT_NOT_STRING')
  })

  it('shows progress and can be stopped', async () => {
    const shown: number[] = []
    await Lemmatizer.train(readConllu(ENGLISH), { ...SMALL, onProgress: (done) => shown.push(done) })
    expect(shown.at(-1)).toBe(1)
    expect(shown.every((done, i) => done >= 0 && done <= 1 && (i === 0 || done >= shown[i - 1]!))).toBe(true)
    const reason = new Error('enough')
    await expect(Lemmatizer.train(readConllu(ENGLISH), { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    )
  })

  it('takes other columns, and none', async () => {
    const withXpos = readConllu(ENGLISH.replaceAll('\t_\tTense=Past', '\tVBD\tTense=Past'))
    const model = await Lemmatizer.train(withXpos, { ...SMALL, columns: ['xtag'] })
    expect(model.columns).toEqual(['xtag'])
    const bare = await Lemmatizer.train(readConllu(ENGLISH), { ...SMALL, columns: [] })
    expect(bare.columns).toEqual([])
    expect(lemmas(bare.lemmatize(tagged('went gardens', 'VERB NOUN')))).toEqual(['go', 'garden'])
    expect(Lemmatizer.load(bare.save()).save()).toEqual(bare.save())
  })
})

if (!CHECKED) {
  describeWith('corpora', 'on a treebank', () => {
    it('learns the lemmas of French Sequoia from 10,000 words', async () => {
      const docs = (split: string) => [
        ...readConllu(corpusBytes(`ud/UD_French-Sequoia/fr_sequoia-ud-${split}.conllu.gz`)),
      ]
      const model = await Lemmatizer.train(docs('dev'), { passes: 3 })
      let right = 0
      let all = 0
      for (const doc of docs('train').slice(0, 400)) {
        const gold = lemmas(doc)
        lemmas(model.lemmatize(doc)).forEach((lemma, i) => {
          all++
          if (lemma === gold[i]) right++
        })
      }
      expect(right / all).toBeGreaterThan(0.95)
    }, 60_000)
  })
}
