/** Questions to trees: against slow definitions, on trees and on columns that are none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ancestors,
  childLists,
  children,
  crossingArcs,
  depths,
  heads,
  isProjective,
  roots,
  subtree,
} from '../../src/text/dependencies.js'
import { Doc } from '../../src/text/doc.js'
import { caught } from '../support/caught.js'
import { anyHeads, cross, isArc, parsed, projectiveHeads } from '../support/trees.js'

// A hearing is scheduled on the issue today: 'on the issue' belongs to 'hearing'.
const HEARING = [1, 3, 3, 3, 6, 6, 1, 3]

/** The head above and all that is above it, until nothing or something known. */
function above(all: readonly number[], i: number): number[] {
  const found: number[] = []
  for (let at = i; isArc(all, at) && !found.includes(all[at]!); at = all[at]!) found.push(all[at]!)
  return found
}

const indexes = (all: readonly number[]) => all.map((_, i) => i)

describe('a tree', () => {
  const doc = parsed(HEARING)

  it('has heads, children, subtrees, ancestors, depths and a root', () => {
    expect([...heads(doc)]).toEqual(HEARING)
    expect([...children(doc, 3)]).toEqual([1, 2, 7])
    expect([...children(doc, 0)]).toEqual([])
    expect([...subtree(doc, 1)]).toEqual([0, 1, 4, 5, 6])
    expect([...ancestors(doc, 4)]).toEqual([6, 1, 3])
    expect([...ancestors(doc, 3)]).toEqual([])
    expect([...depths(doc)]).toEqual([2, 1, 1, 0, 3, 3, 2, 1])
    expect([...roots(doc)]).toEqual([3])
  })

  it('crosses itself where a phrase is torn apart', () => {
    expect(isProjective(doc)).toBe(false)
    expect([...crossingArcs(doc)]).toEqual([6, 7])
    expect(isProjective(doc.span(0, 4))).toBe(true)
  })

  it('is not projective with an arc over its root, though nothing crosses', () => {
    const over = parsed([2, 1, 1])
    expect([...crossingArcs(over)]).toEqual([])
    expect(isProjective(over)).toBe(false)
  })

  it('has roots of a span where its heads lie outside', () => {
    expect([...roots(doc.span(0, 3))]).toEqual([1, 2])
    expect([...roots(doc.span(4, 7))]).toEqual([6])
  })
})

describe('whatever the heads are', () => {
  it.each([
    ['of a tree', anyHeads()],
    ['of a projective tree', projectiveHeads()],
    ['of anything', anyHeads({ any: true })],
  ])('those %s agree with the definitions', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (all) => {
        const doc = parsed(all)
        const up = all.map((_, i) => above(all, i))
        const { offsets, tokens } = childLists(doc)
        expect(offsets.length).toBe(all.length + 1)
        expect(tokens.length).toBe(all.filter((_, i) => isArc(all, i)).length)
        for (const i of indexes(all)) {
          expect([...children(doc, i)]).toEqual(indexes(all).filter((j) => isArc(all, j) && all[j] === i))
          expect([...subtree(doc, i)]).toEqual(indexes(all).filter((j) => j === i || up[j]!.includes(i)))
        }
        expect([...roots(doc)]).toEqual(indexes(all).filter((i) => all[i] === i))
        expect([...crossingArcs(doc)]).toEqual(
          indexes(all).filter((i) => all.some((_, j) => cross(all, i, j))),
        )
        const overRoot = (i: number, root: number) =>
          isArc(all, i) && all[root] === root && (i - root) * (all[i]! - root) < 0
        expect(isProjective(doc)).toBe(
          !all.some((_, i) => all.some((_, j) => cross(all, i, j) || overRoot(i, j))),
        )
        const depth = depths(doc)
        for (const i of indexes(all)) {
          const top = up[i]!.at(-1) ?? i
          expect(depth[i]).toBe(all[top] === top ? up[i]!.length : -1)
        }
      }),
    )
  })

  it('are those of a tree, the way to the root is the ancestors', () => {
    fc.assert(
      fc.property(anyHeads(), (all) => {
        const doc = parsed(all)
        for (const i of indexes(all)) expect([...ancestors(doc, i)]).toEqual(above(all, i))
      }),
    )
  })

  it('projective trees have no crossing arcs', () => {
    fc.assert(
      fc.property(projectiveHeads({ most: 100 }), (all) => {
        expect(isProjective(parsed(all))).toBe(true)
        expect(crossingArcs(parsed(all)).length).toBe(0)
      }),
    )
  })
})

describe('mistakes', () => {
  it.each([
    ['no heads', Doc.create('a', { start: Uint32Array.of(0), end: Uint32Array.of(1) }), 'COLUMN_MISSING'],
    ['a head beyond the Doc', parsed([0, 2]), 'COLUMN_SHAPE'],
    ['a head before it', parsed([0, -2]), 'COLUMN_SHAPE'],
    ['unsigned heads', parsed([0]).with({ head: Uint32Array.of(0) }), 'COLUMN_SHAPE'],
  ])('%s are told', (_, doc, code) => {
    expect(caught(() => heads(doc)).code).toBe(code)
    expect(caught(() => roots(doc)).hint).not.toBe('')
  })

  it('a circle has no way to the root', () => {
    expect(caught(() => ancestors(parsed([1, 2, 1, 3]), 0)).code).toBe('COLUMN_SHAPE')
  })

  it.each([-1, 2, 0.5, Number.NaN])('token %d is none', (i) => {
    for (const ask of [children, subtree, ancestors]) {
      expect(caught(() => ask(parsed([0, 0]), i)).code).toBe('OPTION_INVALID')
    }
  })

  it('a hundred thousand tokens in a chain are no trouble', () => {
    const chain = parsed(Array.from({ length: 1e5 }, (_, i) => Math.max(0, i - 1)))
    expect(depths(chain).at(-1)).toBe(1e5 - 1)
    expect(subtree(chain, 0).length).toBe(1e5)
    expect(ancestors(chain, 1e5 - 1).length).toBe(1e5 - 1)
    expect([isProjective(chain), crossingArcs(chain).length]).toEqual([true, 0])
  })
})
