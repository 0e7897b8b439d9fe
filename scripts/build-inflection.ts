// Rebuilds src/lemma/lang/en-noun-endings.ts, the rules by which singulars are told from plurals in -s.
//   npx tsx scripts/build-inflection.ts [--check]
// The nouns are those of Open English WordNet (CC BY 4.0), in ../shared/corpora/wordnet or under WORDLOOM_MIRROR.
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { oewnNouns } from '../tests/support/oewn-nouns.js'
import { nounEndings } from './noun-endings.js'

const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
})

if (options.help) {
  console.log(
    'npx tsx scripts/build-inflection.ts [--check]\n\n' +
      'Rebuilds src/lemma/lang/en-noun-endings.ts from the nouns of Open English WordNet\n' +
      '(../shared/corpora, or the folder of WORDLOOM_MIRROR). Run it again whenever a table of nouns has changed.\n\n' +
      '  --check  write nothing, and fail where the file is not what would be written',
  )
} else {
  const file = 'src/lemma/lang/en-noun-endings.ts'
  const source = nounEndings(oewnNouns())
  const current = readFileSync(file, 'utf8')
  if (!options.check) writeFileSync(file, source)
  console.log(
    `${file}: ${source.length} bytes, ${gzipSync(source).length} gzipped; ${source === current ? 'unchanged' : options.check ? 'out of date' : 'written'}`,
  )
  if (options.check && source !== current) process.exitCode = 1
}
