/** The gazetteer: every file well-formed, the files agree with each other, and countries agree with the Factbook. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { zipMember } from '../../support/corpus-checks.js'
import { corpusText, describeWith } from '../../support/resources.js'

type Row = Record<string, string>

const folder = 'corpora/gazetteer'
const names = readdirSync(folder).filter((name) => name.endsWith('.tsv'))
const texts = new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8')]))

function rows(name: string): Row[] {
  const [head, ...lines] = texts.get(name)!.trimEnd().split('\n')
  const columns = head!.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [columns[i]!, cell])))
}

const countries = rows('countries.tsv')
const list = (cell: string) => (cell === '' ? [] : cell.split(';'))

/** Letters only, without marks, lower-cased: how names are compared. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replace(/[^a-z]/g, '')

it('is UTF-8 NFC with a header line, the same number of cells on each line, and no stray white space', () => {
  for (const [name, text] of texts) {
    expect(text, name).toBe(text.normalize('NFC'))
    expect(text.endsWith('\n') && !text.endsWith('\n\n'), name).toBe(true)
    const cells = text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(new Set(cells.map(({ length }) => length)).size, name).toBe(1)
    for (const cell of cells.flat()) expect(cell, name).toBe(cell.trim())
  }
})

it('holds as many rows as its card says', () => {
  const card = readFileSync(`${folder}/README.md`, 'utf8')
  const said = [...card.matchAll(/^\| `([\w-]+\.tsv)` \| (\d+) \|/gm)].map((m) => [m[1], Number(m[2])])
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(names.map((name) => [name, rows(name).length])))
})

it('names each thing once', () => {
  const keys: Record<string, readonly string[]> = {
    'countries.tsv': ['alpha2', 'alpha3', 'name'],
    'currencies.tsv': ['code', 'name'],
    'units.tsv': ['symbol', 'singular', 'plural'],
  }
  for (const [name, columns] of Object.entries(keys)) {
    for (const column of columns) {
      const values = rows(name).map((row) => row[column])
      expect(
        values.filter((value, i) => values.indexOf(value) !== i),
        `${name} ${column}`,
      ).toEqual([])
    }
  }
  for (const name of names) {
    const lines = texts.get(name)!.trimEnd().split('\n')
    expect(new Set(lines).size, name).toBe(lines.length)
  }
})

it('has the 193 members of the United Nations, each with a capital, and codes of the right form', () => {
  expect(countries.filter(({ status }) => status === 'un')).toHaveLength(193)
  for (const country of countries) {
    expect(country.alpha2).toMatch(/^[A-Z]{2}$/)
    expect(country.alpha3).toMatch(/^[A-Z]{3}$/)
    for (const column of ['capital', 'adjective', 'demonym', 'currency', 'languages'] as const)
      expect(list(country[column]!).length, `${country.name} ${column}`).toBeGreaterThan(
        country.alpha2 === 'VA' && column === 'demonym' ? -1 : 0,
      )
    for (const language of list(country.languages!)) expect(language).toMatch(/^[a-z]{2,3}$/)
    expect(country.continent).toMatch(/^(Africa|Asia|Europe|North America|South America|Oceania)$/)
    expect(country.status).toMatch(/^(un|observer|other)$/)
  }
})

it('knows the codes of ISO as this JavaScript engine does', () => {
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const currencies = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' })
  expect(countries.filter(({ alpha2 }) => regions.of(alpha2!) === undefined).map(({ name }) => name)).toEqual(
    [],
  )
  // The newest codes are not in the tables of every engine.
  const unknown = rows('currencies.tsv').filter(({ code }) => currencies.of(code!) === undefined)
  expect(unknown.map(({ code }) => code).filter((code) => !['ZWG', 'XCG', 'SLE'].includes(code!))).toEqual([])
})

it('lists the currency of every country, and no currency without a country', () => {
  const used = new Set(countries.flatMap(({ currency }) => list(currency!)))
  const listed = new Set(rows('currencies.tsv').map(({ code }) => code!))
  expect([...used].filter((code) => !listed.has(code))).toEqual([])
  expect([...listed].filter((code) => !used.has(code))).toEqual([])
})

it('puts every city in a country of the list', () => {
  const codes = new Set(countries.map(({ alpha2 }) => alpha2))
  expect(rows('cities.tsv').filter(({ country }) => !codes.has(country!))).toEqual([])
})

it('has twelve months and seven days, in order, for each of at least 25 languages', () => {
  for (const [name, length] of [
    ['months.tsv', 12],
    ['weekdays.tsv', 7],
  ] as const) {
    const languages = new Map<string, string[]>()
    for (const row of rows(name))
      languages.set(row.language!, [...(languages.get(row.language!) ?? []), row.number!])
    expect(languages.size).toBeGreaterThanOrEqual(25)
    for (const [language, numbers] of languages)
      expect(numbers, `${name} ${language}`).toEqual(Array.from({ length }, (_, i) => String(i + 1)))
  }
})

it('gives every unit a positive factor, 1 for the unit of the SI', () => {
  for (const { symbol, factor, system } of rows('units.tsv')) {
    expect(Number(factor), symbol).toBeGreaterThan(0)
    if (system === 'si') expect(Number(factor), symbol).toBe(1)
  }
})

it('gives given names a gender of three', () => {
  for (const { gender } of rows('given-names.tsv')) expect(gender).toMatch(/^(female|male|any)$/)
})

describeWith('corpora', 'the gazetteer beside the World Factbook and the gazetteers of NLTK', () => {
  // What is wrong with a code the Factbook gives: superseded, misspelt or no code of ISO 4217 at all.
  const CURRENCY = `Afghanistan Aruba Bulgaria Belarus China Ghana Kuwait Mauritania Mozambique
    Sierra_Leone São_Tomé_and_Príncipe Eswatini Thailand Turkmenistan Venezuela Samoa Zambia Zimbabwe`
    .split(/\s+/)
    .map((name) => name.replaceAll('_', ' '))

  const factbook = new Map<string, Row>()
  const entry = () => {
    if (factbook.size > 0) return
    for (const line of corpusText('text/factbook-00.txt.gz').split('\n')) {
      for (const [key, label] of [
        ['capital', ': Capital, name: '],
        ['currency', ': Exchange rates, Currency: '],
      ] as const) {
        const at = line.indexOf(label)
        if (at < 0) continue
        const place = fold(line.slice(0, at))
        factbook.set(place, { ...factbook.get(place), [key]: line.slice(at + label.length) })
      }
    }
  }
  const compared = (key: 'capital' | 'currency') => {
    entry()
    const differ: string[] = []
    let found = 0
    for (const country of countries) {
      const place = [country.name!, ...list(country.otherNames!)].find((name) => factbook.has(fold(name)))
      const said = place === undefined ? undefined : factbook.get(fold(place))![key]
      if (said === undefined) continue
      found++
      // Codes are compared as they stand: folded, "per US dollar" would hold USD.
      const same = (value: string) =>
        key === 'currency' ? said.includes(value) : fold(said).includes(fold(value))
      if (!list(country[key]!).some(same)) differ.push(country.name!)
    }
    return { found, differ }
  }

  it('agrees on every capital', () => {
    const { found, differ } = compared('capital')
    expect(found).toBeGreaterThan(195)
    expect(differ).toEqual([])
  })

  it('agrees on currencies, except where the Factbook has an old code or none', () => {
    const { found, differ } = compared('currency')
    expect(found).toBeGreaterThan(150)
    expect(differ.sort()).toEqual(CURRENCY.sort())
  })

  it('has every country of the list of NLTK, parts, dependencies and former states left out', () => {
    const known = new Set(countries.flatMap((c) => [c.name!, ...list(c.otherNames!)]).map(fold))
    const theirs = new TextDecoder('latin1').decode(
      zipMember('nltk/corpora/gazetteers.zip', 'gazetteers/countries.txt'),
    )
    const missing = theirs.split('\n').filter((name) => name.trim() !== '' && !known.has(fold(name)))
    expect(missing).toHaveLength(69)
    expect(missing.slice(0, 3)).toEqual(['Abkhazia', 'Akrotiri', 'Akrotiri and Dhekelia'])
  })
})
