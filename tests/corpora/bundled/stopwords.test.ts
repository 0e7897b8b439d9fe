/** The stop words: form of the files, no words of content, and how much of the function words of treebanks they cover. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { corpusText, describeWith } from '../../support/resources.js'

const folder = 'corpora/stopwords'
const lists = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name.slice(0, -4), readFileSync(`${folder}/${name}`, 'utf8')]),
)
const words = (lang: string) => lists.get(lang)!.trimEnd().split('\n')
const codePoints = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

describe('stop words', () => {
  it('has at least 25 languages', () => {
    expect(lists.size).toBeGreaterThanOrEqual(25)
  })

  it('is NFC, lower case, one word a line, each once, in the order of code points', () => {
    for (const [lang, text] of lists) {
      const lower = lang === 'tr' ? text.toLocaleLowerCase('tr') : text.toLowerCase()
      expect(text, lang).toBe(lower.normalize('NFC'))
      expect(text.endsWith('\n'), lang).toBe(true)
      expect(words(lang), lang).toEqual([...new Set(words(lang))].sort(codePoints))
      for (const word of words(lang)) expect(word, lang).toMatch(/^[\p{L}\p{M}'.,־-]+$/u)
      expect(words(lang).length, lang).toBeGreaterThan(150)
    }
  })

  it('has the number of words that the card says', () => {
    const card = readFileSync(`${folder}/README.md`, 'utf8')
    const said = [...card.matchAll(/^\| `(\w+)\.txt` \|[^|]*\| (\d+) \|/gm)].map((m) => [m[1], Number(m[2])])
    expect(Object.fromEntries(said)).toEqual(
      Object.fromEntries([...lists.keys()].map((lang) => [lang, words(lang).length])),
    )
  })

  it('has no words of content', () => {
    const content = {
      en: 'time year people day man thing world life hand part good new first last great go say see know take',
      de: 'zeit jahr mensch tag welt leben hand teil gut neu groß gehen sagen sehen wissen nehmen haus frau mann',
      fr: 'temps année homme jour monde vie main partie bon nouveau grand aller dire voir savoir prendre maison',
      es: 'tiempo año hombre día mundo vida mano bueno nuevo grande ir decir ver saber tomar casa mujer',
      ru: 'время год человек день мир жизнь рука часть хороший новый большой идти сказать видеть знать взять дом',
    }
    for (const [lang, line] of Object.entries(content)) {
      const set = new Set(words(lang))
      expect(line.split(' ').filter((word) => set.has(word))).toEqual([])
    }
  })
})

describeWith('corpora', 'stop words beside treebanks', () => {
  const FUNCTION = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'])

  // Turkish: IMST splits suffixes (-ki, -dır, -ydı) off as words of their own; a list of words does not hold them.
  it.each([
    ['en', 'UD_English-EWT/en_ewt-ud-test.conllu', 0.98],
    ['pt', 'UD_Portuguese-Bosque/pt_bosque-ud-test.conllu.gz', 0.99],
    ['fr', 'UD_French-Sequoia/fr_sequoia-ud-test.conllu.gz', 0.98],
    ['it', 'UD_Italian-ParTUT/it_partut-ud-test.conllu.gz', 0.97],
    ['ru', 'UD_Russian-Taiga/ru_taiga-ud-test.conllu.gz', 0.96],
    ['tr', 'UD_Turkish-IMST/tr_imst-ud-test.conllu.gz', 0.78],
  ])('covers the function words of %s', (lang, file, least) => {
    const set = new Set(words(lang))
    let total = 0
    let covered = 0
    for (const line of corpusText(`ud/${file}`).split('\n')) {
      const [id, form, , upos] = line.split('\t')
      if (upos === undefined || !/^\d+$/.test(id!) || !FUNCTION.has(upos)) continue
      total++
      const word = form!.toLocaleLowerCase(lang).normalize('NFC').replaceAll('’', "'")
      if (set.has(word)) covered++
    }
    expect(total).toBeGreaterThan(500)
    expect(covered / total).toBeGreaterThan(least)
  })
})
