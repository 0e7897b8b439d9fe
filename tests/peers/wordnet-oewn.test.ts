/** All of Open English WordNet, from its YAML files: counts of the manifest, and a walk over everything. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { readOewn, WordNet } from '../../src/corpora/index.js'
import { describeWith, mirror } from '../support/resources.js'

describeWith('corpora', 'Open English WordNet', () => {
  it('is read whole, and comes back from its Pack', { timeout: 120_000 }, () => {
    const folder = join(mirror(), 'wordnet', 'oewn')
    const files = new Map<string, Uint8Array>()
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.gz')) files.set(name, gunzipSync(readFileSync(join(folder, name))))
    }
    const wordnet = WordNet.load(readOewn(files).save())
    expect(wordnet.counts).toEqual({ synsets: 107_525, senses: 185_152, words: 135_997 })
    expect([...wordnet.lemmas()]).toHaveLength(128_044)
    const dog = wordnet.synset('02086723-n')
    expect([dog.name, dog.ili, dog.words]).toEqual([
      'dog.n.01',
      'i46360',
      ['dog', 'domestic dog', 'Canis familiaris'],
    ])
    expect(wordnet.morphy('axes', 'n')).toEqual(['ax', 'axis'])
    let senses = 0
    const lost: string[] = []
    for (const synset of wordnet.allSynsets()) {
      const found = wordnet.synset(synset.name) === synset && wordnet.synset(synset.id) === synset
      if (!found || synset.definition === '') lost.push(synset.id)
      for (const sense of synset.senses) {
        senses++
        if (wordnet.sense(sense.key) !== sense) lost.push(sense.key)
      }
    }
    expect(lost).toEqual([])
    expect(senses).toBe(185_152)
  })
})
