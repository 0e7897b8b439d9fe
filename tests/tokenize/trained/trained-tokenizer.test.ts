/** Tokenizers trained on small treebanks: what they learn, how they lay it out, Packs, errors, streams. */
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../../src/corpora/read-conllu.js'
import { writeConllu } from '../../../src/corpora/write-conllu.js'
import { Doc } from '../../../src/text/doc.js'
import { readPack, writePack } from '../../../src/text/pack.js'
import { SentenceSplitter, splitSentences, stream, TrainedTokenizer } from '../../../src/tokenize/index.js'
import { sentencesOf } from '../../../src/tokenize/trained/sentences-of.js'
import { caught } from '../../support/caught.js'
import { checkTokenizer } from '../../support/check-tokenizer.js'

/**
 * CoNLL-U of sentences: tokens stand apart by spaces, `_` glues a token to the one before it, `du=de+le` is a
 * multiword token, `~` is a space inside a token.
 */
function conllu(...sentences: readonly string[]): string {
  return sentences
    .map((sentence) => {
      const rows: string[] = []
      let word = 0
      const tokens = sentence.split(' ')
      tokens.forEach((token, t) => {
        const misc = tokens[t + 1]?.startsWith('_') ? 'SpaceAfter=No' : '_'
        const [surface, parts] = token
          .replace(/^_(?=.)/, '')
          .replaceAll('~', ' ')
          .split('=') as [string, string?]
        const forms = parts?.split('+') ?? []
        if (forms.length > 0) {
          rows.push(`${word + 1}-${word + forms.length}\t${surface}\t_\t_\t_\t_\t_\t_\t_\t${misc}`)
        }
        for (const form of forms.length > 0 ? forms : [surface]) {
          rows.push(`${++word}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${forms.length > 0 ? '_' : misc}`)
        }
      })
      return `${rows.join('\n')}\n\n`
    })
    .join('')
}

const train = (text: string, options = {}) => TrainedTokenizer.train(readConllu(text), options)
const times = (n: number, text: string) => Array.from({ length: n }, () => text)
const forms = (doc: Doc) =>
  doc.has('form')
    ? Array.from(doc.strings('form').ids, (id) => doc.strings('form').strings[id]!)
    : doc.words()

const FRENCH = conllu(
  ...times(4, 'le chat du=de+le roi va au=à+le bois _.'),
  ...times(4, 'Du=De+le vin et des=de+les pommes'),
  ...times(4, 'il a mangé des pommes _, des poires'),
  ...times(4, 'la fin des=de+les temps'),
)
const french = await train(FRENCH, { lang: 'fr' })

const english = await train(
  conllu(
    ...times(5, "don't=do+n't go _."),
    ...['do', 'did', 'has', 'was', 'ca'].flatMap((verb) => times(2, `I ${verb}n't=${verb}+n't know _.`)),
    ...times(3, 'I go home _, friend _.'),
  ),
  { lang: 'en' },
)

describe('TrainedTokenizer', () => {
  it('splits fused words as it has seen, in the case of the text, and lays them out as readers do', () => {
    const doc = french.tokenize('Le vin du roi, DU bois')
    expect(forms(doc)).toEqual(['Le', 'vin', 'de', 'le', 'roi', ',', 'DE', 'LE', 'bois'])
    expect(doc.words()).toEqual(['Le', 'vin', 'du', '', 'roi', ',', 'DU', '', 'bois'])
    expect([...doc].map(({ kind }) => kind).slice(2, 5)).toEqual(['word', 'clitic', 'word'])
  })

  it('writes range rows that readers take back', () => {
    const doc = splitSentences(french.tokenize('Il va au bois du roi.'), { lang: 'fr' })
    const text = writeConllu(doc)
    expect(text).toContain('3-4\tau\t')
    const back = [...readConllu(text)][0]!
    expect(forms(back)).toEqual(forms(doc))
    expect(back.words()).toEqual(doc.words())
  })

  it('decides by the words around whether a word is split', () => {
    expect(forms(french.tokenize('il a mangé des poires'))).toContain('des')
    expect(forms(french.tokenize('la fin des pommes'))).toContain('les')
  })

  it('has no column form where all words are slices', () => {
    const doc = english.tokenize("She hasn't seen it. They weren't here.")
    expect(doc.has('form')).toBe(false)
    expect(doc.words()).toEqual(['She', 'has', "n't", 'seen', 'it', '.', 'They', 'were', "n't", 'here', '.'])
  })

  it('splits words that it has not seen by endings and beginnings that several words share', async () => {
    const turkish = await train(
      conllu(
        ...['evde', 'okulda', 'yolda', 'bahçede', 'masada'].flatMap((word) => [
          `${word}ki=${word}+ki adam`,
          `adam ${word} durdu`,
          `iki adam ${word} çekti`,
        ]),
      ),
      { lang: 'tr' },
    )
    expect(turkish.tokenize('parkdaki adam').words()).toEqual(['parkda', 'ki', 'adam'])
    const hebrew = await train(
      conllu(...['ספר', 'ילד', 'מלך', 'שולחן'].flatMap((word) => [`ה${word}=ה+${word} טוב`, `${word} טוב`])),
    )
    expect(hebrew.tokenize('הדלת טוב').words()).toEqual(['ה', 'דלת', 'טוב'])
  })

  it('corrects the rules where the treebank has other habits', async () => {
    const pairs = ['blue/green', 'black/white', 'yes/no', 'up/down', 'left/right', 'day/night']
    const text = conllu(...pairs.flatMap((pair) => times(3, `x1 _- y2 is ${pair} _.`)))
    const tokenizer = await train(text)
    expect(tokenizer.tokenize('z3- w4 is red/green.').words()).toEqual([
      'z3',
      '-',
      'w4',
      'is',
      'red/green',
      '.',
    ])
  })

  it('learns from white space alone', async () => {
    const text = conllu(
      ...times(5, 'Yes _, I know _.'),
      ...times(5, 'No _, we go _!'),
      ...times(5, 'about 3.5 days _.'),
    )
    const tokenizer = await train(text, { ground: 'whitespace' })
    const doc = tokenizer.tokenize('We know, 3.5 days!')
    expect(doc.words()).toEqual(['We', 'know', ',', '3.5', 'days', '!'])
    expect([...doc].map(({ kind }) => kind)).toEqual([
      'word',
      'word',
      'punctuation',
      'number',
      'word',
      'punctuation',
    ])
  })

  it('joins numbers over spaces where the treebank does', async () => {
    const numbers = ['10~000', '25~000', '7~500', '93~250', '64~000', '1~200']
    const text = conllu(...numbers.flatMap((number) => times(3, `some ${number} or 300 men in 1999 _.`)))
    expect((await train(text)).tokenize('about 73 000 men, 300 of them').words()).toEqual([
      'about',
      '73 000',
      'men',
      ',',
      '300',
      'of',
      'them',
    ])
  })

  it('learns words of a script without spaces', async () => {
    const text = conllu(
      ...times(8, '我 _喜欢 _中文 _。'),
      ...times(8, '他 _学习 _中文 _。'),
      ...times(8, '我 _学习 _书 _。'),
    )
    const tokenizer = await train(text, { lang: 'zh' })
    expect(tokenizer.tokenize('他喜欢中文。').words()).toEqual(['他', '喜欢', '中文', '。'])
  })

  it('gives the tokens of the rules where a treebank agrees with them', async () => {
    const tokenizer = await train(conllu('one two _, three _.'), { lang: 'en' })
    const text = 'Mr. Smith (35) paid $3.50 to me@x.org :-)'
    expect(tokenizer.tokenize(text).words()).toEqual([
      ...['Mr.', 'Smith', '(', '35', ')', 'paid', '$', '3.50', 'to', 'me@x.org', ':-)'],
    ])
  })

  it('takes texts of one unit, of emoji, of other scripts, lone surrogates and words like constructor', () => {
    for (const text of [
      '',
      ' ',
      'a',
      'à',
      '.',
      '\ud83d',
      '😀',
      '👩‍👩‍👧',
      'שלום',
      'constructor __proto__ du',
      '\0',
    ]) {
      const doc = french.tokenize(text)
      expect(doc.words().join('')).toBe(text.replace(/\s/g, ''))
    }
  })

  it('takes a line of 5,000 tokens, and a token of 40,000 units', () => {
    const doc = french.tokenize('la fin du roi '.repeat(1250))
    expect(doc.length).toBe(6250)
    expect(forms(doc).slice(-3)).toEqual(['de', 'le', 'roi'])
    expect(french.tokenize('du'.repeat(20_000)).words().join('')).toBe('du'.repeat(20_000))
  })

  it('gives the same bytes and tokens after saving, loading, and training again', async () => {
    const bytes = french.save({ licence: 'CC0' })
    const loaded = TrainedTokenizer.load(bytes)
    expect(loaded.save()).toEqual(bytes)
    expect(loaded.meta.licence).toBe('CC0')
    expect(loaded.lang).toBe('fr')
    const text = 'Du vin, des pommes au bois du roi; des temps…'
    expect(loaded.tokenize(text).toJSON()).toEqual(french.tokenize(text).toJSON())
    expect((await train(FRENCH, { lang: 'fr' })).save({ licence: 'CC0' })).toEqual(bytes)
  })

  it('gives a stream the tokens of the whole text', async () => {
    const text = 'Le roi du bois mange des pommes. La fin des temps.\n\nIl va au bois, du vin! '.repeat(600)
    const pieces: string[] = []
    let parts = 0
    const chunks = text.match(/[\s\S]{1,701}/g)!
    for await (const { doc } of stream(chunks, { lang: 'fr', tokenizer: (some) => french.tokenize(some) })) {
      pieces.push(...forms(doc))
      parts++
    }
    expect(parts).toBe(601)
    expect(pieces).toEqual(forms(french.tokenize(text)))
  })

  it('reports progress and stops when it is told to', async () => {
    const done: number[] = []
    await train(FRENCH, { onProgress: (share: number) => done.push(share) })
    expect(done.at(-1)).toBe(1)
    const stopped = train(FRENCH, { signal: AbortSignal.abort(new Error('enough')) })
    await expect(stopped).rejects.toThrow('enough')
  })

  it.each([
    [{ seed: -1 }, 'seed'],
    [{ bits: 40 }, 'bits'],
    [{ trust: 'much' }, 'trust'],
    [{ ground: 'sand' }, 'ground'],
    [{ lang: '12' }, 'lang'],
    [{ colour: 1 }, 'colour'],
  ])('refuses the options %j', async (options, name) => {
    await expect(train(FRENCH, options)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      message: expect.stringContaining(name),
    })
  })

  it('refuses to learn from nothing, and to tokenise what is no string', async () => {
    await expect(TrainedTokenizer.train([])).rejects.toMatchObject({ code: 'TRAINING_EMPTY' })
    expect(caught(() => french.tokenize(3 as never)).code).toBe('INPUT_NOT_STRING')
  })

  it('passes by what cannot be learned: forms that are empty or endless', async () => {
    const long = 'x'.repeat(80)
    const tokenizer = await train(conllu(...times(3, `ab=${long}+b c`), ...times(3, 'ab c')))
    expect(tokenizer.tokenize('ab c').words()).toEqual(['ab', 'c'])
  })
})

describe('a tokenizer in a Pack', () => {
  const { meta, columns } = readPack(french.save(), 'tokenizer', 1)
  const written = (
    changed: Readonly<Record<string, unknown>>,
    others: Readonly<Record<string, unknown>> = {},
  ) => {
    const all = Object.fromEntries([...columns].map(([name, { values }]) => [name, { values }]))
    for (const [name, values] of Object.entries(changed)) {
      if (values === undefined) delete all[name]
      else all[name] = { values: values as Uint8Array }
    }
    return writePack({ kind: 'tokenizer', version: 1, meta: { ...meta, ...others }, columns: all })
  }

  it('is read as it was written', () => {
    expect(forms(TrainedTokenizer.load(written({})).tokenize('du roi'))).toEqual(['de', 'le', 'roi'])
  })

  it.each([
    ['no places', { open: undefined }, {}],
    ['places that are no numbers of combinations', { open: Float32Array.of(1) }, {}],
    ['weights beyond their number', { 'cut.skips': new Uint8Array(100_000).fill(63) }, {}],
    ['more weights than places for them', { 'split.weights': new Int8Array(9) }, {}],
    ['weights of another type', { 'split.weights': new Uint8Array(3) }, {}],
    ['a set of words that is no power of 2', { known: new Uint8Array(3) }, {}],
    ['an empty set of words', { known: new Uint8Array(0) }, {}],
    [
      'a use of a rule that is not there',
      { uses: new Uint8Array(columns.get('uses')!.values.length).fill(99) },
      {},
    ],
    ['fewer uses than surfaces', { uses: new Uint8Array(1) }, {}],
    [
      'rules that are none',
      { 'rules.text': new TextEncoder().encode('?'.repeat(columns.get('rules.text')!.values.length)) },
      {},
    ],
    ['more shared rules than rules', {}, { shared: 1000 }],
    ['no trust', {}, { trust: -1 }],
    ['2^40 weights', {}, { cutBits: 40 }],
    ['an unknown ground', {}, { ground: 'sand' }],
    ['a language that is none', {}, { lang: '!' }],
    ['no language', {}, { lang: 3 }],
  ])('is refused with %s', (_, changed, others) => {
    expect(caught(() => TrainedTokenizer.load(written(changed, others))).code).toBe('PACK_MALFORMED')
  })

  it('is refused when it is of another kind or version, or cut short', () => {
    const other = writePack({ kind: 'tokenizer', version: 9, meta: {}, columns: {} })
    expect(caught(() => TrainedTokenizer.load(other)).code).toBe('PACK_VERSION')
    const splitter = writePack({ kind: 'sentence-splitter', version: 1, meta: {}, columns: {} })
    expect(caught(() => TrainedTokenizer.load(splitter)).code).toBe('PACK_KIND')
    expect(caught(() => TrainedTokenizer.load(french.save().slice(0, -20))).code).toBe('PACK_CHECKSUM')
  })
})

function gold(): Doc {
  return Doc.create('a b', {
    start: Uint32Array.of(0, 2),
    end: Uint32Array.of(1, 3),
    sentence: Uint32Array.of(0, 1),
  })
}

describe('sentences of multiword tokens', () => {
  // The last word of the first sentence is fused and has no mark behind it.
  const text = conllu(...times(6, 'Il parle du=de+le'), ...times(6, 'La fin du=de+le roi'))
  const docs = [...readConllu(text)]

  it('end behind the last word, by rules, by a model, and in parts', async () => {
    const tokenizer = await train(text, { lang: 'fr' })
    const trained = docs.map((doc) => sentencesOf(doc, tokenizer.tokenize(doc.text)))
    const splitter = SentenceSplitter.train(trained, { prune: 0 })
    const doc = tokenizer.tokenize('Il parle du La fin du roi\n\nIl parle du\n\nLa fin du roi')
    const bySurface = [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3]
    expect([...splitter.split(doc).numbers('sentence')]).toEqual(bySurface)
    const state = new Uint8Array(64)
    const ends = [0, 9].flatMap((from) => [
      ...splitter.decide(doc, from, Math.min(doc.length, from + 9), state),
    ])
    expect(ends).toEqual(bySurface.map((number, i) => Number(bySurface[i + 1] !== number)))
    const rules = splitSentences(doc, { lang: 'fr' })
    expect([...rules.numbers('sentence')]).toEqual(bySurface.map((number) => Math.max(0, number - 1)))
  })

  it('are taken from a treebank only for the same text', () => {
    expect(caught(() => sentencesOf(docs[0]!, gold())).code).toBe('CONLLU_TEXT_DIFFERS')
  })
})

checkTokenizer('TrainedTokenizer', (text) => english.tokenize(text), {
  numRuns: 15,
  noInnerSpace: false,
  normalForms: false,
})
