import { describe, expect, it } from 'vitest'
import { rawText } from 'wordloom'

const word = (form: string) => `1\t${form}\t_\t_\t_\t_\t_\t_\t_\t_\n\n`

describe('rawText', () => {
  it('joins # text lines by spaces, with a blank line at documents and paragraphs', () => {
    const conllu = `# newdoc id = 1\n# newpar\n# text = a  b\n${word('a')}# text = c\n${word('c')}# newpar\n# text = d\n${word('d')}# newdoc\n# text = e\n${word('e')}`
    expect(rawText(conllu)).toBe('a  b c\n\nd\n\ne')
  })

  it('takes the forms where a sentence has no # text', () => {
    expect(rawText(`${word('a')}# text = b\n${word('b')}`)).toBe('a b')
    expect(rawText('')).toBe('')
  })
})
