/** The public names of every entry: a name that comes or goes is a change that users see. `vitest -u` accepts it. */
import { describe, expect, it } from 'vitest'
import * as corpora from '../../src/corpora/index.js'
import * as embed from '../../src/embed/index.js'
import * as root from '../../src/index.js'
import * as language from '../../src/language/index.js'
import * as lemma from '../../src/lemma/index.js'
import * as match from '../../src/match/index.js'
import * as node from '../../src/node.js'
import * as parse from '../../src/parse/index.js'
import * as tag from '../../src/tag/index.js'
import * as tokenize from '../../src/tokenize/index.js'

describe('the public names', () => {
  it.each([
    ['wordloom', root],
    ['wordloom/corpora', corpora],
    ['wordloom/embed', embed],
    ['wordloom/language', language],
    ['wordloom/lemma', lemma],
    ['wordloom/match', match],
    ['wordloom/node', node],
    ['wordloom/parse', parse],
    ['wordloom/tag', tag],
    ['wordloom/tokenize', tokenize],
  ])('of %s are the listed ones', (_entry, names) => {
    expect(Object.keys(names).sort()).toMatchSnapshot()
  })
})
