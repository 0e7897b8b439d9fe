/**
 * WordNet against NLTK's reader over the same WNDB files: a sample. All of it is compared by
 * scripts/compare-wordnet.ts.
 */
import { expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import { compareWithNltk, SOME_EXCEPTIONS, wndbWordNet } from '../support/nltk-wordnet.js'
import { describeWith } from '../support/resources.js'

const ENDINGS = ['', 's', 'es', 'ed', 'ing', 'er', 'est', 'ies', 'sses', 'X']

describeWith('nltk', 'WordNet beside NLTK', () => {
  it('has the same synsets, relations, paths, base forms and similarities', { timeout: 120_000 }, () => {
    const wordnet = wndbWordNet()
    const random = new Random(7)
    const words = [...wordnet.lemmas()]
    const some = (n: number) => Array.from({ length: n }, () => words[random.below(words.length)]!)
    const counts = some(300).map((word) => [word, 1 + random.below(20)] as const)
    const met = counts.flatMap(([word]) => wordnet.synsets(word).map(({ id }) => id))
    const all = Array.from(wordnet.allSynsets(), ({ id }) => id)
    const verbs = all.filter((id) => id.endsWith('v'))
    const pairs = Array.from({ length: 300 }, (_, i) => {
      const from = [met, all, verbs][i % 3]!
      return [from[random.below(from.length)]!, from[random.below(from.length)]!] as const
    })
    const irregular = ['axes', 'men', 'better', 'went', 'mice', 'glasses', 'sses', '']
    const forms = some(400).map((word, i) => word + ENDINGS[i % ENDINGS.length]!)
    const { compared, differences } = compareWithNltk(wordnet, {
      everySynset: 199,
      forms: [...forms, ...irregular],
      pairs,
      counts,
      smoothing: 0,
      lch: 'v',
      exceptions: SOME_EXCEPTIONS,
    })
    expect(differences).toEqual([])
    for (const what of ['name', 'paths', 'sense key', 'morphy', 'path', 'wup', 'lch', 'res', 'jcn', 'lin']) {
      expect(compared.get(what), what).toBeGreaterThan(10)
    }
  })
})
