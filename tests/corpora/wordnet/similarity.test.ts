/** The measures of similarity on a taxonomy small enough to reckon by hand. */
import { describe, expect, it } from 'vitest'
import {
  informationContent,
  jiangConrathSimilarity,
  leacockChodorowSimilarity,
  linSimilarity,
  pathSimilarity,
  readOewn,
  readWndb,
  resnikSimilarity,
  wuPalmerSimilarity,
} from '../../../src/corpora/index.js'
import { caught } from '../../support/caught.js'
import { tinyOewn, tinyWndb } from '../../support/tiny-wordnet.js'

// thing > living thing > { dog > Rex, cat, dog (a fellow) }; thing > { bark (the voice), ' }; bark (of a tree)
const wordnet = readWndb(tinyWndb())
const at = (name: string) => wordnet.synset(name)

describe('similarity by place', () => {
  it.each([
    ['dog.n.01', 'dog.n.01', 1, 1, Math.log(6)],
    ['dog.n.01', 'cat.n.01', 1 / 3, 4 / 6, Math.log(6 / 3)],
    ['rex.n.02', 'cat.n.01', 1 / 4, 4 / 7, Math.log(6 / 4)],
    ['dog.n.01', 'bark.n.02', 1 / 4, 2 / 5, Math.log(6 / 4)],
    ['bark.n.01', 'dog.n.01', 0, 0, Number.NEGATIVE_INFINITY],
  ])('of %s and %s', (a, b, path, wuPalmer, leacockChodorow) => {
    expect(pathSimilarity(at(a), at(b))).toBeCloseTo(path, 12)
    expect(wuPalmerSimilarity(at(a), at(b))).toBeCloseTo(wuPalmer, 12)
    expect(wuPalmerSimilarity(at(b), at(a))).toBeCloseTo(wuPalmer, 12)
    const got = leacockChodorowSimilarity(at(a), at(b))
    if (Number.isFinite(leacockChodorow)) expect(got).toBeCloseTo(leacockChodorow, 12)
    else expect(got).toBe(leacockChodorow)
  })

  it('assumes a root above all but nouns, unless told not to', () => {
    expect(pathSimilarity(at('big.a.01'), at('small.a.01'))).toBe(1 / 3)
    expect(pathSimilarity(at('big.a.01'), at('small.a.01'), { root: 'none' })).toBe(0)
    expect(pathSimilarity(at('bark.v.01'), at('dog.n.01'))).toBe(1 / 5)
    expect(wuPalmerSimilarity(at('big.a.01'), at('small.a.01'))).toBe(2 / 4)
    expect(wuPalmerSimilarity(at('big.a.01'), at('small.a.01'), { root: 'none' })).toBe(0)
  })

  it('refuses what cannot be compared', () => {
    const other = readOewn(tinyOewn()).synset('dog.n.01')
    for (const measure of [pathSimilarity, wuPalmerSimilarity, leacockChodorowSimilarity]) {
      expect(caught(() => measure(at('dog.n.01'), other)).code).toBe('SYNSET_FOREIGN')
      expect(caught(() => measure(at('dog.n.01'), at('cat.n.01'), { root: 'x' as 'none' })).code).toBe(
        'OPTION_INVALID',
      )
    }
    const across = () => leacockChodorowSimilarity(at('dog.n.01'), at('bark.v.01'))
    expect(caught(across).code).toBe('SYNSET_FOREIGN')
  })
})

describe('similarity by information', () => {
  // dog is shared by two synsets, dogs is one of its forms; cat and cats count for one.
  const counts: [string, number][] = [
    ['dog', 6],
    ['dogs', 2],
    ['cat', 3],
    ['Rex', 2],
    ['thing', 1],
    ['nowhere', 9],
  ]
  const content = informationContent(wordnet, counts, { smoothing: 0 })
  const information = (count: number) => -Math.log(count / 14)

  it('counts a word for each of its synsets in equal shares, and for all above', () => {
    expect(content.totals[0]).toBe(14)
    const shares = [
      'dog.n.01',
      'dog.n.02',
      'cat.n.01',
      'rex.n.02',
      'living_thing.n.01',
      'thing.n.01',
      'bark.n.02',
    ]
    expect(shares.map((name) => content.counts[at(name).index])).toEqual([5, 4, 4, 1, 13, 14, 0])
    expect(content.of(at('dog.n.01'))).toBeCloseTo(information(5), 12)
    expect(content.of(at('bark.n.02'))).toBe(Number.POSITIVE_INFINITY)
    expect(informationContent(wordnet, ['dog', 'dog']).counts[at('dog.n.01').index]).toBe(2)
  })

  it('is what Resnik, Jiang and Conrath, and Lin define', () => {
    const [dog, cat] = [at('dog.n.01'), at('cat.n.01')]
    const [one, two, common] = [information(5), information(4), information(13)]
    expect(resnikSimilarity(dog, cat, content)).toBeCloseTo(common, 12)
    expect(jiangConrathSimilarity(dog, cat, content)).toBeCloseTo(1 / (one + two - 2 * common), 12)
    expect(linSimilarity(dog, cat, content)).toBeCloseTo((2 * common) / (one + two), 12)
  })

  it('has its ends where there is nothing to reckon with', () => {
    const [dog, never, root] = [at('dog.n.01'), at('bark.n.02'), at('thing.n.01')]
    expect([jiangConrathSimilarity(dog, dog, content), linSimilarity(dog, dog, content)]).toEqual([
      Infinity,
      1,
    ])
    expect([jiangConrathSimilarity(dog, never, content), linSimilarity(dog, never, content)]).toEqual([0, 0])
    expect([jiangConrathSimilarity(dog, root, content), linSimilarity(root, root, content)]).toEqual([0, 1])
    expect(resnikSimilarity(dog, at('bark.n.01'), content)).toBe(0)
  })

  it('refuses what cannot be compared or counted', () => {
    const other = readOewn(tinyOewn())
    const foreign = () => resnikSimilarity(other.synset('dog.n.01'), other.synset('cat.n.01'), content)
    expect(caught(foreign).code).toBe('SYNSET_FOREIGN')
    expect(caught(() => linSimilarity(at('dog.n.01'), at('bark.v.01'), content)).code).toBe('SYNSET_FOREIGN')
    expect(caught(() => informationContent(wordnet, [['dog', -1]])).code).toBe('OPTION_INVALID')
    expect(caught(() => informationContent(wordnet, ['dog'], { smoothing: Number.NaN })).code).toBe(
      'OPTION_INVALID',
    )
    expect(caught(() => informationContent(wordnet, [7 as never])).code).toBe('INPUT_NOT_STRING')
  })
})
