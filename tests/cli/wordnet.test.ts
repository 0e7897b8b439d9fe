/** `wordloom wordnet` over a WordNet of a few words. */
import { describe, expect, it } from 'vitest'
import { readOewn } from '../../src/corpora/index.js'
import { tinyOewn } from '../support/tiny-wordnet.js'
import { workplace } from './run.js'

const { wordloom } = workplace({
  'tiny.pack': readOewn(tinyOewn()).save(),
  ...Object.fromEntries(tinyOewn()),
})

describe('wordloom wordnet', () => {
  it('shows the meanings of a word, from a pack and from a folder of sources', () => {
    const { code, out, err } = wordloom(['wordnet', 'dogs', '--pack', 'tiny.pack'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const part of [
      ' dogs  2 meanings',
      ' noun',
      '   1  dog\n',
      '      a tame wolf\n',
      'dog.n.01  00000003-n',
    ]) {
      expect(out).toContain(part)
    }
    expect(wordloom(['wordnet', 'dogs', '--pack', '.']).out).toBe(out)
    expect(wordloom(['wordnet', 'living', 'things', '--pack', 'tiny.pack']).out).toContain(
      'living_thing.n.01',
    )
  })

  it('draws what stands above, and lists relations', () => {
    const tree = wordloom(['wordnet', 'rex.n.02', '--tree', '--pack', 'tiny.pack']).out
    expect(tree).toContain('      └─ dog\n         └─ living thing\n            └─ thing\n')
    const relations = wordloom(['wordnet', 'bark', '--pos', 'v', '--relations', '--pack', 'tiny.pack']).out
    expect(relations).toContain('event: bark')
    expect(relations).toContain('frames of bark: Somebody ----s, Somebody ----s something')
  })

  it('gives JSON', () => {
    const [dog] = JSON.parse(wordloom(['wordnet', '00000003-n', '--to', 'json', '--pack', 'tiny.pack']).out)
    expect(dog).toMatchObject({ id: '00000003-n', name: 'dog.n.01', relations: { hypernym: ['00000002-n'] } })
  })

  it.each([
    [
      ['wordnet', 'dgo', '--pack', 'tiny.pack'],
      1,
      "'dgo' is not in Open English WordNet",
      "did you mean 'dog'?",
    ],
    [['wordnet', 'dog', '--pos', 'v', '--pack', 'tiny.pack'], 1, "'dog' is no verb", 'wordloom wordnet dog'],
    [['wordnet', 'dog.n.09', '--pack', 'tiny.pack'], 1, "no synset 'dog.n.09'", 'The word has 2'],
    [['wordnet'], 2, 'needs a word', 'wordloom wordnet dog'],
    [['wordnet', 'dog', '--pack', 'none.pack'], 1, "there is no 'none.pack'", ''],
    [['wordnet', 'dog', '--pack', 'frames.yaml'], 1, 'not a Pack', ''],
  ])('says what is wrong with %j', (args, code, message, hint) => {
    const result = wordloom(args)
    expect(result.code).toBe(code)
    expect(result.err).toContain(message)
    expect(result.err).toContain(hint)
  })

  it('names the commands that bring a WordNet where there is none', () => {
    const { code, err } = wordloom(['wordnet', 'dog'], { env: { WORDLOOM_DATA: 'nowhere' } })
    expect(code).toBe(1)
    expect(err).toContain('wordloom corpora download oewn')
  })
})
