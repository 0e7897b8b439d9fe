/**
 * What English words may be, for the tagger: parts of speech from Open English WordNet with its inflections, names from
 * there and from lists of given names, and how words are capitalised in running text.
 *
 * Sources, all open: Open English WordNet (CC BY 4.0), Names corpus 1.3 (Mark Kantrowitz; free with credit), the texts of
 * `corpora/text`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { corpora } from '../src/node.js'
import { wordnetForms, wordnetNames } from './lemma-lexicon.js'

const WORD = /[\p{L}][\p{L}\p{M}'’-]*/gu
const INSIDE = /[\p{L}\p{N},;)'’-] $/u // what stands before a word that does not begin a sentence

/** Words in lower case with their parts of speech and marks. */
export async function englishLexicon(
  mirror: string,
  { texts = true }: { readonly texts?: boolean } = {},
): Promise<Map<string, string[]>> {
  const words = new Map<string, Set<string>>()
  const add = (word: string, tag: string) => {
    const key = word.toLowerCase()
    const tags = words.get(key)
    if (tags === undefined) words.set(key, new Set([tag]))
    else tags.add(tag)
  }
  const folder = join(mirror, 'wordnet/oewn')
  for (const [tag, entries] of wordnetForms(folder, new Map())) for (const { form } of entries) add(form, tag)
  for (const name of wordnetNames(folder)) add(name, 'NAME')
  const names = await corpora.openFiles(join(mirror, 'nltk/corpora/names.zip'), { format: 'word-list' })
  for (const file of names.files().filter((name) => name.endsWith('male.txt')))
    for (const name of names.words({ files: file })) add(name, 'GIVEN')
  if (texts) for (const [word, mark] of capitals(join(mirror, 'text'))) add(word, mark)
  return new Map([...words].map(([word, tags]) => [word, [...tags].sort()]))
}

/** How words of the texts are written within sentences: nearly always with a capital, often, or hardly ever. */
function capitals(folder: string): Map<string, string> {
  const counts = new Map<string, [capital: number, small: number]>()
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt.gz'))
    .sort()) {
    const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8')
    for (const match of text.matchAll(WORD)) {
      const at = match.index
      if (!INSIDE.test(text.slice(Math.max(0, at - 2), at))) continue
      const [word] = match
      const small = word.toLowerCase()
      let count = counts.get(small)
      if (count === undefined) {
        count = [0, 0]
        counts.set(small, count)
      }
      count[word === small ? 1 : 0]++
    }
  }
  const marks = new Map<string, string>()
  for (const [word, [capital, small]] of counts) {
    const total = capital + small
    if (total < 5) continue
    const share = capital / total
    marks.set(word, share > 0.95 ? 'CAPITAL' : share > 0.5 ? 'OFTEN' : share > 0.1 ? 'SOMETIMES' : 'SMALL')
  }
  return marks
}
