/** The checks of UD trees find what is planted. */
import { describe, expect, it } from 'vitest'
import { conlluSentences, isProjective, udFaults } from '../../support/check-ud.js'

const SOUND = [
  '# text = She did not, I think, wait.',
  '1 She she PRON PRP Case=Nom|Number=Sing 8 nsubj _ _',
  '2 did do AUX VBD _ 8 aux _ _',
  '3 not not PART RB Polarity=Neg 8 advmod _ SpaceAfter=No',
  '4 , , PUNCT , _ 6 punct _ _',
  '5 I I PRON PRP _ 6 nsubj _ _',
  '6 think think VERB VBP _ 8 parataxis _ SpaceAfter=No',
  '7 , , PUNCT , _ 6 punct _ _',
  '8 wait wait VERB VB VerbForm=Inf 0 root _ SpaceAfter=No',
  '9 . . PUNCT . _ 8 punct _ _',
]
  .map((line) => (line.startsWith('#') ? line : line.replaceAll(' ', '\t')))
  .join('\n')

const faultsOf = (text: string) => udFaults(conlluSentences(text)[0]!)

describe('checks of UD trees', () => {
  it('finds nothing in a sound sentence', () => {
    expect(faultsOf(SOUND)).toEqual([])
  })

  it.each([
    ['two roots', '\t8\tnsubj', '\t0\troot', '2 roots'],
    ['a head out of range', '\t8\tnsubj', '\t12\tnsubj', 'head 12'],
    ['a cycle', '0\troot', '6\troot', 'is in a cycle'],
    ['an unknown tag', 'PRON\tPRP\tCase', 'PRN\tPRP\tCase', 'UPOS PRN'],
    ['features out of order', 'Case=Nom|Number=Sing', 'Number=Sing|Case=Nom', 'features'],
    ['a dependent of an auxiliary', '\t8\tadvmod', '\t2\tnmod', 'aux with the dependent not'],
    ['a dependent of punctuation', '\t8\tadvmod', '\t4\tadvmod', 'punct with the dependent not'],
    ['a verb as auxiliary', 'AUX', 'VERB', 'aux of UPOS VERB'],
    ['a coordinated word before its head', '\t8\tnsubj', '\t8\tconj', 'conj before its head'],
    ['punctuation over foreign words', ',\t_\t6\tpunct\t_\t_\n5', ',\t_\t1\tpunct\t_\t_\n5', 'over did'],
    ['another text', 'text = She', 'text = He', 'text is not She'],
  ])('finds %s', (_, sound, planted, fault) => {
    expect(SOUND).toContain(sound)
    expect(faultsOf(SOUND.replace(sound, planted)).join('\n')).toContain(fault)
  })

  it('tells crossing arcs from nested ones', () => {
    const [sentence] = conlluSentences(SOUND)
    expect(isProjective(sentence!.rows)).toBe(true)
    const [crossed] = conlluSentences(SOUND.replace('_\t6\tnsubj', '_\t3\tnsubj'))
    expect(isProjective(crossed!.rows)).toBe(false)
  })
})
