/** The nouns of Open English WordNet as its entries have them, read line by line: a tenth of the time of its reader. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { corpusText, mirror } from './resources.js'

/** Every lemma that is a noun, in the order of the files. */
export function oewnNouns(): string[] {
  const folder = join('wordnet', 'oewn')
  const files = readdirSync(join(mirror(), folder)).filter((name) => name.startsWith('entries-'))
  const nouns: string[] = []
  for (const file of files.sort()) {
    let lemma = ''
    for (const line of corpusText(join(folder, file)).split('\n')) {
      if (line !== '' && line[0] !== ' ') lemma = unquoted(line.slice(0, -1))
      else if (/^ {2}n(?:-\d)?:$/.test(line) && nouns.at(-1) !== lemma) nouns.push(lemma)
    }
  }
  return nouns
}

function unquoted(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1).replaceAll("''", "'")
  return key.startsWith('"') ? (JSON.parse(key) as string) : key
}
