/** The bundled corpus `stories`: what its card promises. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openFiles } from '../../../src/store/open.js'
import {
  englishLexicon,
  nearDuplicates,
  unknownWords,
  wordList,
  wordsOf,
} from '../../support/corpus-checks.js'
import { describeWith } from '../../support/resources.js'
import {
  brown,
  CATEGORIES,
  type Measures,
  measure,
  paragraphsOf,
  realLike,
  stories,
} from '../../support/stories.js'

const corpus = stories()
const count = (text: string) => text.split(/\s+/).filter((word) => word !== '').length

describe('stories', () => {
  it('is eight folders of text files, a list of spellings and a card', () => {
    const entries = readdirSync('corpora/stories').sort()
    expect(entries).toEqual(['README.md', ...CATEGORIES, 'spelling.txt'].sort())
    for (const { path } of corpus) expect(path).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*\.txt$/)
  })

  it('has at least 46,000 words, 5,300 of them in each category', () => {
    expect(corpus.reduce((sum, { text }) => sum + count(text), 0)).toBeGreaterThanOrEqual(46_000)
    for (const category of CATEGORIES) {
      const own = corpus.filter((story) => story.category === category)
      expect(own.length, category).toBeGreaterThanOrEqual(6)
      expect(own.length, category).toBeLessThanOrEqual(12)
      expect(
        own.reduce((sum, { text }) => sum + count(text), 0),
        category,
      ).toBeGreaterThanOrEqual(5300)
    }
  })

  it.each(corpus.map(({ path, text }) => [path, text]))(
    '%s is clean text of 450 to 1,000 words',
    (path, text) => {
      const bytes = readFileSync(`corpora/stories/${path}`)
      expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(text)
      expect(text).toBe(text.normalize('NFC'))
      expect(text).toBe(`${text.trim()}\n`)
      // Letters, figures, plain punctuation; single spaces; paragraphs of one line between single blank lines.
      expect(text).not.toMatch(/[^\p{L}\p{N} \n.,:;!?'"()/&-]/u)
      expect(text).not.toMatch(/ {2}| \n|\n |\n{3}|--/)
      expect(text.slice(0, -1)).not.toMatch(/[^\n]\n[^\n]/)
      expect(count(text)).toBeGreaterThanOrEqual(450)
      expect(count(text)).toBeLessThanOrEqual(1000)
      // A title, then at least five paragraphs, each with all its quotation marks closed.
      const [title, ...paragraphs] = paragraphsOf(text)
      expect(count(title!)).toBeLessThanOrEqual(16)
      expect(paragraphs.length).toBeGreaterThanOrEqual(5)
      for (const paragraph of paragraphs) expect(paragraph.split('"').length % 2, paragraph).toBe(1)
    },
  )

  it('opens as a corpus of plain text with a category for each folder', async () => {
    const opened = await openFiles('corpora/stories', {
      format: 'plain',
      categories: { from: 'folder' },
      besides: ['spelling.txt'],
    })
    expect(opened.categories()).toEqual([...CATEGORIES].sort())
    const paragraphs = corpus.flatMap(({ text }) => paragraphsOf(text))
    expect([...opened.documents()]).toHaveLength(corpus.length)
    expect([...opened.paragraphs()]).toHaveLength(paragraphs.length)
  })

  it('repeats itself nowhere: no near-duplicate paragraphs or sentences', () => {
    const long = (texts: readonly string[]) => texts.filter((text) => wordsOf(text).length >= 6)
    expect(nearDuplicates(long(corpus.flatMap(({ text }) => paragraphsOf(text))))).toEqual([])
    expect(nearDuplicates(long(corpus.flatMap(({ sentences }) => sentences)))).toEqual([])
    // Nor does a run of seven words come twice in different files.
    const runs = new Map<string, string>()
    const twice: string[] = []
    for (const { path, text } of corpus) {
      const words = wordsOf(text)
      for (let i = 0; i + 7 <= words.length; i++) {
        const run = words.slice(i, i + 7).join(' ')
        if ((runs.get(run) ?? path) !== path) twice.push(run)
        runs.set(run, path)
      }
    }
    expect(twice).toEqual([])
  })

  it('returns to its places and things: town, harbour, ferry, kings and queens, countries and capitals', () => {
    const categoriesWith = (word: string) =>
      CATEGORIES.filter((category) =>
        corpus.some((story) => story.category === category && wordsOf(story.text).includes(word)),
      ).length
    const words = `harbour ferry bridge boat fish herring bread eggs king queen rain storm dog sheep
      capital carrow pellwick skerrow norway denmark portugal lisbon london france canada`
    for (const word of wordsOf(words)) expect(categoriesWith(word), word).toBeGreaterThanOrEqual(3)
    for (const word of ['harbour', 'bridge', 'fish', 'bread', 'norway'])
      expect(categoriesWith(word), word).toBeGreaterThanOrEqual(5)
  })

  it('differs by genre as people do: past and present, person, length of sentence', () => {
    const per = new Map(
      CATEGORIES.map((category) => [
        category,
        measure(corpus.filter((story) => story.category === category)),
      ]),
    )
    const of = (category: (typeof CATEGORIES)[number]) => per.get(category)!
    for (const plain of ['news', 'science', 'history'] as const) {
      for (const personal of ['fiction', 'letters', 'dialogue', 'reviews'] as const)
        expect(of(plain).firstPerson).toBeLessThan(of(personal).firstPerson / 3)
      expect(of(plain).secondPerson).toBeLessThan(1)
      expect(of(plain).sentenceMean).toBeGreaterThan(2 * of('dialogue').sentenceMean)
    }
    expect(of('recipes').secondPerson).toBeGreaterThan(2 * of('recipes').firstPerson)
  })
})

describeWith('corpora', 'stories beside real texts', () => {
  it('is spelt as the word list or Brown has it, or as spelling.txt allows', () => {
    const list = readFileSync('corpora/stories/spelling.txt', 'utf8')
    const allowed = wordList(list)
    expect(list).toBe(`${[...allowed].sort().join('\n')}\n`)
    const words = corpus.flatMap(({ text }) => wordsOf(text)).map((word) => word.replace(/'s$/, ''))
    const known = new Set(brown().flatMap(({ text }) => wordsOf(text)))
    expect(unknownWords(words, englishLexicon(), known, allowed)).toEqual([])
    const used = new Set(words)
    expect([...allowed].filter((word) => !used.has(word) || known.has(word))).toEqual([])
  })

  it.each(CATEGORIES)('%s measures as single real files of its kind do, within 6%', (category) => {
    const real = realLike(category).map((file) => measure([file]))
    const own = measure(corpus.filter((story) => story.category === category))
    for (const key of Object.keys(own) as (keyof Measures)[]) {
      const range = real.map((file) => file[key])
      expect(own[key], key).toBeGreaterThanOrEqual(Math.min(...range) / 1.06)
      expect(own[key], key).toBeLessThanOrEqual(Math.max(...range) * 1.06)
    }
  })
})
