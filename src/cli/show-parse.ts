/** What `show` says of one sentence of the text with the language pack that comes with the package: its tags and its tree. */
import type { Colors } from './terminal.js'

const SHORTEST = 5 // tokens of the sentence that is shown
const LONGEST = 12

/** The first sentence of `text` of a fitting length, parsed; no lines where there is no pack of the language. */
export async function parsedSentence(
  text: string,
  lang: string,
  width: number,
  colors: Colors,
): Promise<string[]> {
  const { bundledLanguages, checksum, readLanguageFile } = await import('../store/models.js')
  const language = lang.toLowerCase().split('-')[0]!
  if (!bundledLanguages().includes(language)) return []
  const { Language } = await import('../language/index.js')
  const { parseLines } = await import('./drawings.js')
  const model = Language.load(await readLanguageFile(language), { checksum })
  const doc = model.split(text)
  for (const { from, to } of doc.sentences()) {
    if (to - from < SHORTEST || to - from > LONGEST) continue
    const parsed = model.read(doc.text.slice(doc.start[from], doc.end[to - 1]))
    const lines = parseLines(parsed.span(0, parsed.length), width - 3, colors)
    return ['', ` ${colors.bold('A sentence of it, parsed')}`, '', ...lines.map((line) => `   ${line}`)]
  }
  return []
}
