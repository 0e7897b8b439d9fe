/** Pictures of dependencies: what is in them, that lines stay apart, that nothing in a text breaks them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readConllu } from '../../src/corpora/read-conllu.js'
import { arcsOf, legsOf, levelsOf, sentenceTree } from '../../src/parse/arcs.js'
import { DependencyPicture, dependenciesToSvg } from '../../src/parse/dependencies-to-svg.js'
import { rowsOf } from '../../src/parse/svg-layout.js'
import { textWidth } from '../../src/parse/text-width.js'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { anyUnits } from '../support/arbitraries.js'
import { caught } from '../support/caught.js'
import { anyHeads, cross, isArc, parsed, projectiveHeads } from '../support/trees.js'

const whole = (doc: Doc) => doc.span(0, doc.length)

/** What the <text> elements say, in order, with entities resolved. */
function texts(svg: string): string[] {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) =>
    match[1]!.replace(/&\w+;/g, (entity) => entities[entity]!),
  )
}

/** Fails on what is not well-formed: tags that do not match, characters that XML has not. */
function checkXml(svg: string): void {
  const open: string[] = []
  const rest = svg.replace(
    /<(\/?)([\w]+)((?: [\w:-]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)(\/?)>/g,
    (_, end, name, __, empty) => {
      if (end) expect(open.pop()).toBe(name)
      else if (!empty) open.push(name)
      return ''
    },
  )
  expect(open).toEqual([])
  expect(rest).not.toMatch(/[<>]/)
  expect(rest.replace(/&(?:amp|lt|gt|quot);/g, '')).not.toContain('&')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(svg).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
}

describe('levels', () => {
  it.each([1, 2, 10, 199])('of a chain of %i nested arcs are as many', (depth) => {
    const bars = Array.from({ length: depth }, (_, i) => ({ left: depth - i, right: depth + 1 + i }))
    expect([...levelsOf(bars)]).toEqual(bars.map((_, i) => i + 1))
  })

  it('of arcs side by side are one', () => {
    const chain = parsed(Array.from({ length: 50 }, (_, i) => Math.max(0, i - 1)))
    expect(new Set(levelsOf(arcsOf(sentenceTree(whole(chain)))))).toEqual(new Set([1]))
  })

  it('of a projective tree are as many as its deepest nest has arcs, and no leg cuts an arc', () => {
    fc.assert(
      fc.property(projectiveHeads({ most: 60 }), (heads) => {
        const arcs = arcsOf(sentenceTree(whole(parsed(heads))))
        const levels = levelsOf(arcs)
        const nest = (i: number): number =>
          1 + Math.max(0, ...arcs.map((arc, j) => (j !== i && within(arc, arcs[i]!) ? nest(j) : 0)))
        arcs.forEach((_, i) => {
          expect(levels[i]).toBe(nest(i))
        })
        checkLegs(heads, arcs, levels)
      }),
    )
  })

  it('of any heads keep crossing arcs apart and the outer ones above', () => {
    fc.assert(
      fc.property(anyHeads({ any: true, most: 20 }), (heads) => {
        const arcs = arcsOf(sentenceTree(whole(parsed(heads))))
        const levels = levelsOf(arcs)
        arcs.forEach((a, i) => {
          arcs.forEach((b, j) => {
            if (i === j) return
            if (cross(heads, a.dependent, b.dependent)) expect(levels[i]).not.toBe(levels[j])
            if (within(a, b) && !within(b, a)) expect(levels[i]).toBeLessThan(levels[j]!)
            if (within(a, b) && within(b, a)) expect(levels[i]).not.toBe(levels[j])
          })
        })
        checkLegs(heads, arcs, levels)
      }),
    )
  })
})

type Arcs = ReturnType<typeof arcsOf>

function within(a: Arcs[number], b: Arcs[number]): boolean {
  return a.left >= b.left && a.right <= b.right
}

/** A leg cuts the line of a lower arc only where the arcs must cross. */
function checkLegs(heads: readonly number[], arcs: Arcs, levels: Int32Array): void {
  const legs = legsOf(heads.length, arcs, levels)
  const x = (arc: number, word: number) => word * 1000 + legs[word]!.indexOf(arc)
  arcs.forEach((upper, i) => {
    arcs.forEach((lower, j) => {
      if (levels[i]! <= levels[j]!) return
      for (const word of [upper.left, upper.right]) {
        const cut = x(i, word) > x(j, lower.left) && x(i, word) < x(j, lower.right)
        if (cut) expect(cross(heads, upper.dependent, lower.dependent)).toBe(true)
      }
    })
  })
}

describe('a picture', () => {
  it.each([
    ['trees', anyHeads({ most: 200 })],
    ['anything', anyHeads({ most: 60, any: true })],
  ])('of %s has every word and every label once', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(100, 400, 960, Number.POSITIVE_INFINITY), (heads, width) => {
        const svg = dependenciesToSvg(parsed(heads), { width })
        checkXml(svg)
        const expected = heads.flatMap((head, i) => (head < 0 ? [`w${i}`] : [`w${i}`, `r${i}`]))
        expect(texts(svg).sort()).toEqual(expected.sort())
        expect(svg.split('tip"').length - 1).toBe(heads.filter((head) => head >= 0).length)
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 60 },
    )
  })

  it('is well-formed whatever words and labels are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyUnits(8), anyUnits(8)), { minLength: 1, maxLength: 6 }), (pairs) => {
        const doc = parsed(
          pairs.map((_, i) => Math.max(0, i - 1)),
          { words: pairs.map(([word]) => `${word}.`), labels: pairs.map(([, label]) => label) },
        )
        const svg = dependenciesToSvg(doc)
        checkXml(svg)
        expect(dependenciesToSvg(doc)).toBe(svg)
      }),
    )
  })

  it('escapes markup', () => {
    const doc = parsed([0, 0], { words: ['<script>', '"&amp;"'], labels: ['</svg>', 'a&b'] })
    expect(texts(dependenciesToSvg(doc)).sort()).toEqual(['"&amp;"', '</svg>', '<script>', 'a&b'].sort())
  })

  it('tells its tree in words', () => {
    const svg = dependenciesToSvg(parsed([1, 1], { words: ['Birds', 'sing'], labels: ['nsubj', 'root'] }))
    expect(svg).toContain('<title>Birds sing</title>')
    expect(svg).toContain('<desc>Birds is nsubj of sing; sing is the root</desc>')
    expect(svg).toContain('prefers-color-scheme:dark')
  })

  it('shows other columns, and none', () => {
    const doc = parsed([0]).with({ lemma: InternTable.column(['base']), tag: InternTable.column(['VERB']) })
    expect(texts(dependenciesToSvg(doc))).toEqual(['r0', 'w0', 'VERB'])
    expect(texts(dependenciesToSvg(doc, { columns: ['lemma', 'tag'] }))).toEqual(['r0', 'w0', 'base', 'VERB'])
    expect(texts(dependenciesToSvg(doc, { columns: [] }))).toEqual(['r0', 'w0'])
  })

  it('puts sentences below each other', () => {
    const doc = parsed([0, 1, 1]).with({ sentence: Uint32Array.of(0, 1, 1) })
    const svg = dependenciesToSvg(doc)
    checkXml(svg)
    expect(svg).toContain('<title>Dependencies of 2 sentences</title>')
    const picture = new DependencyPicture()
    for (const sentence of doc.sentences()) picture.add(sentence)
    expect(picture.toSvg()).toBe(svg)
    expect(dependenciesToSvg(doc.span(0, 0))).toMatch(/^<svg .*<\/svg>\n$/s)
  })

  it('of a part of a sentence marks what hangs outside', () => {
    expect(texts(dependenciesToSvg(parsed([1, 2, 2]).span(0, 2)))).toEqual(['r0', 'r1', 'w0', 'w1'])
  })

  it('of Hebrew runs from right to left', () => {
    const xOf = (svg: string) => [...svg.matchAll(/<text x="([\d.]+)"/g)].map((match) => Number(match[1]))
    const hebrew = parsed([1, 1], { words: ['שלום', 'עולם'], labels: ['a', 'b'] })
    const [first, second] = xOf(dependenciesToSvg(hebrew))
    expect(first).toBeGreaterThan(second!)
    const [left, right] = xOf(dependenciesToSvg(hebrew, { direction: 'ltr' }))
    expect(left).toBeLessThan(right!)
  })

  it.each([
    ['heads', Doc.create('a', { start: Uint32Array.of(0), end: Uint32Array.of(1) }), {}, 'COLUMN_MISSING'],
    ['a column', parsed([0]), { columns: ['lemma'] }, 'COLUMN_MISSING'],
    ['a known option', parsed([0]), { colour: 'red' }, 'OPTION_INVALID'],
    ['room', parsed([0]), { width: 20 }, 'OPTION_INVALID'],
  ])('needs %s', (_, doc, options, code) => {
    const error = caught(() => dependenciesToSvg(doc, options as object))
    expect(error.code).toBe(code)
    expect(error.hint).not.toBe('')
  })
})

describe('the pictures of the guide', () => {
  const doc = [...readConllu(readFileSync('corpora/trees/trees.conllu'))][0]!
  const sentences = [...doc.sentences()]

  it.each([
    ['short', 37],
    ['crossing', 60],
    ['long', 345],
  ])('%s is what is drawn today', (name, number) => {
    const path = join('docs', 'pictures', `${name}.svg`)
    const svg = dependenciesToSvg(sentences[number - 1]!)
    if (process.env.WRITE_GUIDE) writeFileSync(path, svg)
    expect(readFileSync(path, 'utf8')).toBe(svg)
  })
})

describe('places', () => {
  const widths = (words: number) => ({
    words: Array.from({ length: words }, (_, i) => 10 + (i % 5) * 12),
    label: (label: string) => textWidth(label, 10),
  })

  it('leave room for words and labels, and rows hold every word once', () => {
    fc.assert(
      fc.property(anyHeads({ most: 80 }), fc.constantFrom(200, 500, 1e9), (heads, limit) => {
        const measured = widths(heads.length)
        const rows = rowsOf(sentenceTree(whole(parsed(heads))), measured, limit)
        rows.forEach(({ first, end }, k) => {
          expect(first).toBe(k === 0 ? 0 : rows[k - 1]!.end)
          expect(end).toBeGreaterThan(first)
        })
        expect(rows.at(-1)!.end).toBe(heads.length)
        for (const { first, x, pieces, width } of rows) {
          for (let i = 1; i < x.length; i++) {
            const half = (measured.words[first + i]! + measured.words[first + i - 1]!) / 2
            expect(x[i]! - x[i - 1]!).toBeGreaterThan(half)
          }
          for (const { arc, from, to, label } of pieces) {
            if (arc) expect(to - from).toBeGreaterThanOrEqual(measured.label(label) + 5)
            expect(to).toBeLessThanOrEqual(width + 1e-6)
          }
        }
        if (limit === 1e9) expect(rows.length).toBe(1)
        const arcs = heads.filter((_, i) => isArc(heads, i)).length
        const dependents = rows.flatMap(({ pieces }) =>
          pieces.filter(({ arc, beginsHere, endsHere }) =>
            arc ? (arc.dependent === arc.left ? beginsHere : endsHere) : false,
          ),
        )
        expect(dependents.length).toBe(arcs)
      }),
      { numRuns: 60 },
    )
  })

  it('are wider for wide text', () => {
    expect(textWidth('漢字', 10)).toBe(20)
    expect(textWidth('é', 10)).toBe(textWidth('e', 10))
    expect(textWidth('W', 10)).toBeGreaterThan(textWidth('i', 10))
    expect(textWidth('한', 10)).toBeGreaterThan(9)
  })
})
