/** Trees from and to brackets. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTrees, Tree, type TreeChild } from '../../src/text/tree.js'
import { caught } from '../support/caught.js'

const word = fc
  .stringMatching(/^[^\s()]{1,6}$/u)
  .filter((text) => !/[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/u.test(text))
const tree = fc.letrec<{ node: Tree; child: TreeChild }>((tie) => ({
  child: fc.oneof({ maxDepth: 4, withCrossShrink: true }, word, tie('node')),
  node: fc
    .tuple(word, fc.array(tie('child'), { maxLength: 4 }))
    .map(([label, children]) => new Tree(label, children)),
})).node

describe('Tree', () => {
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 3 }), (trees) => {
        expect([...readTrees(trees.join('\n'))]).toEqual(trees)
      }),
    )
  })

  it('reads an outer pair of brackets without a label', () => {
    const [one] = readTrees('( (S (NP-SBJ (PRP I)) (VP (VBP see)) (. .)) )')
    expect(one?.label).toBe('')
    expect(one?.leaves()).toEqual(['I', 'see', '.'])
    expect(one?.taggedLeaves()).toEqual([
      ['I', 'PRP'],
      ['see', 'VBP'],
      ['.', '.'],
    ])
    expect([...one!.nodes()].map((node) => node.label)).toEqual(['', 'S', 'NP-SBJ', 'PRP', 'VP', 'VBP', '.'])
  })

  it('writes round brackets in words as the Penn Treebank does', () => {
    expect(String(new Tree('X', ['(', 'a)']))).toBe('(X -LRB- a-RRB-)')
  })

  it('goes as deep as memory does', () => {
    const depth = 100_000
    const text = `${'(A '.repeat(depth)}x${')'.repeat(depth)}`
    const [deep] = readTrees(text)
    expect(String(deep)).toBe(text)
    expect(deep?.leaves()).toEqual(['x'])
  })

  it.each([
    ['(A x))', 1, 6, "'(' before it", "')'"],
    ['(A\n (B x)', 1, 1, "')' for this '('", 'the end of the text'],
    ['(A x)\n\n  y', 3, 3, "'('", 'y'],
  ])('says where %j is wrong', (text, line, column, expected, found) => {
    expect(caught(() => [...readTrees(text)])).toMatchObject({
      code: 'BRACKETS_UNBALANCED',
      details: { line, column, expected, found },
    })
  })
})
