/** The card of the English language pack, models/en.md: data, licences, options, scores. */
import { CONLLU_METRICS } from '../src/corpora/index.js'
import { type Language, scoreLanguage } from '../src/language/index.js'
import type { Doc } from '../src/text/doc.js'

/** What a card says beyond the pack. */
export interface CardFacts {
  readonly dev: readonly Doc[]
  /** For a final figure only. */
  readonly test?: readonly Doc[]
  /** Data of the word vectors. */
  readonly vectors: unknown
  readonly options: string
  readonly rebuild: string
}

/** The card as Markdown; `bytes`: size of the pack. */
export function englishCard(language: Language, bytes: number, facts: CardFacts): string {
  const rows = (['dev', 'test'] as const).flatMap((split) => {
    const gold = facts[split]
    if (gold === undefined) return []
    return (['fast', 'exact'] as const)
      .filter((grade) => language.has(`${grade}Parser`))
      .flatMap((grade) =>
        (['raw', 'tokens'] as const).map((from) => {
          const scores = scoreLanguage(language.withGrade(grade), gold, { from })
          const cells = CONLLU_METRICS.map((name) => scores[name].f1.toFixed(2))
          return `| EWT ${split} | ${grade} | ${from === 'raw' ? 'raw text' : 'gold tokens'} | ${cells.join(' | ')} |`
        }),
      )
  })
  const sizes = language.parts.map(({ name, bytes: size }) => `${name} ${((size ?? 0) / 1e6).toFixed(1)} MB`)
  return `# en

The English language pack: tagger and parsers. Tokens, sentences and lemmas are those of the package
([sentences-en](sentences-en.md), [lemmas-en](lemmas-en.md)).

| | |
| --- | --- |
| File | \`en.pack\`, ${(bytes / 1e6).toFixed(1)} MB: ${sizes.join(', ')} |
| Data | Universal Dependencies English Web Treebank (EWT), train (dev chose the passes); word vectors, and clusters of them, of open text: ${JSON.stringify(facts.vectors)}; what a word may be, from Open English WordNet, the Names corpus 1.3 and its capitals in the texts (\`scripts/tag-lexicon.ts\`) |
| Attribution | EWT: Natalia Silveira, Timothy Dozat, Marie-Catherine de Marneffe, Samuel R. Bowman, Miriam Connor, John Bauer, Christopher D. Manning et al. Open English WordNet: John P. McCrae, Alexandre Rademaker, Francis Bond, Ewa Rudnicka, Christiane Fellbaum et al., derived from Princeton WordNet. Names corpus: Mark Kantrowitz. Texts: the authors of Wikipedia and Wikinews, and the others that the catalogue names |
| Licence | CC BY-SA 4.0, as the treebank |
| Options | ${facts.options} |
| Rebuild | ${facts.rebuild} |

F1 in per cent, by the scorer of the CoNLL 2018 shared task.

| data | grade | from | ${CONLLU_METRICS.join(' | ')} |
| --- | --- | --- |${' ---: |'.repeat(CONLLU_METRICS.length)}
${rows.join('\n')}
`
}
