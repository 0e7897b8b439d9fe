/** The catalogue: what an entry must have, and that it says what is so. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { measuredCatalogue, table } from '../../scripts/catalogue.js'
import { bundledCatalogue } from '../../src/store/catalogue.js'
import { corpusText, describeWith } from '../support/resources.js'

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as object
const catalogue = bundledCatalogue()

describe('the catalogue', () => {
  const valid = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
    json('corpora/catalogue.schema.json'),
  )

  it('is as its schema says', () => {
    expect(valid(json('corpora/catalogue.json')) || valid.errors).toBe(true)
  })

  it.each([
    ['a licence', 'license', ''],
    ['an address that is not https', 'source', 'http://example.org'],
    ['an unknown property', 'licence', 'MIT'],
  ])('would not pass with %s wrong', (_what, property, value) => {
    const [first, ...rest] = catalogue.corpora
    expect(valid({ ...catalogue, corpora: [{ ...first, [property]: value }, ...rest] })).toBe(false)
  })

  it('has every id, and every path with one sum, once', () => {
    const ids = catalogue.corpora.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const sums = new Map<string, string>()
    for (const { files } of catalogue.corpora) {
      for (const { path, sha256 } of files)
        expect(sums.set(path, sums.get(path) ?? sha256).get(path)).toBe(sha256)
    }
    for (const name of Object.keys(catalogue.collections)) expect(ids).not.toContain(name)
  })

  it('has corpora in its collections that there are', () => {
    const ids = new Set(catalogue.corpora.map(({ id }) => id))
    const named = Object.values(catalogue.collections).flatMap((collection) => collection.ids)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
    const downloaded = catalogue.corpora.filter(({ bundled }) => !bundled).map(({ id }) => id)
    expect(catalogue.collections.all?.ids).toEqual(downloaded)
  })

  it('says of bundled corpora what they are, as does the table of the guide (npx tsx scripts/catalogue.ts)', async () => {
    const measured = await measuredCatalogue()
    expect(catalogue).toEqual(measured)
    expect(readFileSync('docs/guide/corpora.md', 'utf8')).toContain(table(measured))
  })
})

interface ManifestFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly upstream_url: string | null
  readonly content_sha256?: string
}

describeWith('corpora', 'the catalogue beside the manifest of the corpora', () => {
  it('has every data set with its files, sums, addresses and licence', () => {
    const manifest = JSON.parse(corpusText('MANIFEST.json')) as {
      readonly id: string
      readonly license: string
      readonly attribution: string
      readonly redistribution: string
      readonly files: readonly ManifestFile[]
    }[]
    const ours = new Map(catalogue.corpora.map((entry) => [entry.id, entry]))
    for (const { id, license, attribution, redistribution, files } of manifest) {
      const entry = ours.get(id)
      expect(entry).toMatchObject({ id, license, attribution, redistribution })
      expect(entry?.files.map((f) => [f.path, f.bytes, f.sha256, f.url, f.contentSha256])).toEqual(
        files.map((f) => [f.path, f.bytes, f.sha256, f.upstream_url, f.content_sha256]),
      )
    }
  })
})
