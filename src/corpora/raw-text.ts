/**
 * The raw text of a CoNLL-U file as the CoNLL 2018 shared task gave it to systems: what a tokenizer is scored on.
 */
import { isComment, readConllu } from './read-conllu.js'

/**
 * Raw text of a CoNLL-U file: its `# text` lines joined by spaces, a blank line at each `# newdoc` and
 * `# newpar`. A sentence without `# text` gives the text of its forms.
 *
 * @throws CONLLU_SYNTAX with `details.line`
 * @throws INPUT_ENCODING when bytes are not UTF-8
 * @example
 * ```ts
 * import { rawText } from 'wordloom'
 * const gold = '# newdoc\n# text = Hi!\n1\tHi\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t!\t_\t_\t_\t_\t_\t_\t_\t_\n\n'
 * console.log(rawText(gold)) // Hi!
 * ```
 * @see Zeman et al. 2018, CoNLL 2018 Shared Task, https://doi.org/10.18653/v1/K18-2001
 */
export function rawText(conllu: string | Uint8Array): string {
  let text = ''
  for (const doc of readConllu(conllu, { unit: 'sentence' })) {
    const comments = doc.has('comments') ? doc.strings('comments').strings.join('\n').split('\n') : []
    const breaks = comments.some((line) => isComment(line, 'newdoc') || isComment(line, 'newpar'))
    const given = comments.find((line) => line.startsWith('# text = '))
    if (text !== '') text += breaks ? '\n\n' : ' '
    text += given?.slice('# text = '.length) ?? doc.text
  }
  return text
}
