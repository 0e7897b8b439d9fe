/** Scores and raw text from the command line. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const word = (id: string, form: string, misc = '_') => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`
const gold = `# newdoc
# text = I can't. Why?
${word('1', 'I')}${word('2-3', "can't", 'SpaceAfter=No')}${word('2', 'ca')}${word('3', "n't")}${word('4', '.')}
# text = Why?
${word('1', 'Why', 'SpaceAfter=No')}${word('2', '?')}
# newpar
# text = So.
${word('1', 'So', 'SpaceAfter=No')}${word('2', '.')}
`.replace("I can't. Why?", "I can't.")

const { wordloom } = workplace({
  'gold.conllu': gold,
  'gold.conllu.gz': gzipSync(gold),
  'other.conllu': gold.replaceAll('Why', 'How'),
  'broken.conllu': `${gold}1\tonly\n\n`,
})

describe('wordloom raw', () => {
  it('prints the text with a blank line before a paragraph', () => {
    expect(wordloom(['raw', 'gold.conllu'])).toEqual({ code: 0, out: "I can't. Why?\n\nSo.\n", err: '' })
    expect(wordloom(['raw'], { input: gold }).out).toBe("I can't. Why?\n\nSo.\n")
  })
})

describe('wordloom evaluate', () => {
  it('prints a table that is all right for a file against itself', () => {
    const { code, out, err } = wordloom(['evaluate', '--gold', 'gold.conllu', '--system', 'gold.conllu.gz'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n').slice(0, 5)).toEqual([
      'Metric      Precision     Recall         F1  Aligned accuracy',
      '----------  ---------  ---------  ---------  ----------------',
      'Tokens         100.00     100.00     100.00',
      'Sentences      100.00     100.00     100.00',
      'Words          100.00     100.00     100.00',
    ])
    expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(
      'Metric,----------,Tokens,Sentences,Words,UPOS,XPOS,UFeats,AllTags,Lemmas,UAS,LAS,CLAS,MLAS,BLEX,'.split(
        ',',
      ),
    )
  })

  it('scores what annotate makes of the raw text', () => {
    const raw = wordloom(['raw', 'gold.conllu']).out
    const system = wordloom(['annotate'], { input: raw }).out
    const { out } = wordloom(['evaluate', '--gold', 'gold.conllu', '--system', '-', '--to', 'json'], {
      input: system,
    })
    const scores = JSON.parse(out)
    expect(scores.Words).toEqual({ gold: 8, system: 8, correct: 8, precision: 100, recall: 100, f1: 100 })
    expect(scores.Sentences.f1).toBe(100)
  })

  it.each([
    ['other text', 'other.conllu', 'text'],
    ['a malformed file', 'broken.conllu', "'broken.conllu': CoNLL-U, line"],
  ])('refuses %s', (_, system, message) => {
    const { code, out, err } = wordloom(['evaluate', '--gold', 'gold.conllu', '--system', system])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(message)
  })
})
