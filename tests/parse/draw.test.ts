/** Drawings for terminals: golden ones, and what holds for all. */
import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { drawDependencies } from '../../src/parse/draw-dependencies.js'
import { sentenceTable } from '../../src/parse/sentence-table.js'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { displayWidth, fitted, padded, visibleText } from '../../src/text/visible.js'
import { anyUnits, PIECES } from '../support/arbitraries.js'
import { caught } from '../support/caught.js'
import { anyHeads, parsed, projectiveHeads } from '../support/trees.js'

const words = (text: string) => text.split(' ')
const CAT = parsed([1, 2, 2, 5, 5, 2, 2], {
  words: words('The cat slept on the sofa .'),
  labels: words('det nsubj root case det obl punct'),
}).with({ tag: InternTable.column(words('DET NOUN VERB ADP DET NOUN PUNCT')) })
/** 'on the issue' belongs to 'hearing', and 'today' to 'scheduled' before it. */
const HEARING = parsed([1, 3, 3, 3, 6, 6, 1, 3], {
  words: words('A hearing is scheduled on the issue today'),
  labels: words('det nsubj:pass aux root case det nmod advmod'),
})

/** Lines as they are printed, from a text that is set in by six blanks. */
function lines(drawing: string): string {
  return drawing.replace(/^\n/, '').replace(/ *$/, '').replace(/^ {6}/gm, '')
}

describe('along a line', () => {
  it('arcs stand above words', () => {
    expect(drawDependencies(CAT)).toBe(
      lines(`
                      root
                       │╭────────punct────────╮
                       ││╭──────obl──────╮    │
                       │││   ╭───case───╮│    │
       ╭─det─╮╭─nsubj─╮│││   │   ╭─det─╮││    │
       ▼     │▼       │▼││   ▼   ▼     ││▼    ▼
      The   cat       slept on  the    sofa .
      DET   NOUN      VERB  ADP DET    NOUN PUNCT
      `),
    )
  })

  it('arcs cross where they must, and the root stays below what goes over it', () => {
    expect(drawDependencies(HEARING)).toBe(
      lines(`
             ╭──────────────nmod──────────────╮
             │             root               │
             │              │╭─────advmod─────┼────╮
             │╭─nsubj:pass─╮││    ╭───case───╮│    │
      ╭─det─╮││   ╭──aux──╮│││    │   ╭─det─╮││    │
      ▼     ││▼   ▼       ││▼│    ▼   ▼     ││▼    ▼
      A   hearing is    scheduled on the   issue today
      `),
    )
  })

  it('wide characters take two columns', () => {
    const doc = parsed([1, 1], { words: ['漢字', '东京'], labels: ['关系', 'root'] })
    expect(drawDependencies(doc)).toBe(
      lines(`
              root
       ╭─关系─╮│
       ▼      │▼
      漢字   东京
      `),
    )
  })

  it('one word has a root, a word without a head nothing', () => {
    expect(drawDependencies(parsed([0]))).toBe('r0\n▼\nw0\n')
    expect(drawDependencies(parsed([-1]))).toBe('w0\n')
  })
})

describe('down the page', () => {
  it('is what a sentence gets that does not fit', () => {
    expect(drawDependencies(CAT, { width: 30 })).toBe(
      lines(`
          ╭── The    det    DET
       ╭──┴── cat    nsubj  NOUN
      ─┼───── slept  root   VERB
       │  ╭── on     case   ADP
       │  ├── the    det    DET
       ├──┴── sofa   obl    NOUN
       ╰───── .      punct  PUNCT
      `),
    )
    expect(drawDependencies(CAT, { layout: 'vertical' })).toBe(drawDependencies(CAT, { width: 30 }))
  })

  it('rows go behind lines that are not theirs', () => {
    expect(drawDependencies(HEARING, { layout: 'vertical' })).toBe(
      lines(`
          ╭───── A          det
       ╭──┼───── hearing    nsubj:pass
       ├──│───── is         aux
      ─┼──│───── scheduled  root
       │  │  ╭── on         case
       │  │  ├── the        det
       │  ╰──┴── issue      nmod
       ╰──────── today      advmod
      `),
    )
  })

  it('circles are cut open and say so', () => {
    expect(drawDependencies(parsed([1, 2, 0, 4, 3, -1, 6]), { layout: 'vertical' })).toBe(
      lines(`
      ─┬───── w0  r0 → w1
       │  ╭── w1  r1
       ╰──┴── w2  r2
         ─┬── w3  r3 → w4
          ╰── w4  r4
              w5  r5
            ─ w6  r6
      `),
    )
  })

  it('lines of a tree without crossing arcs are never cut', () => {
    fc.assert(
      fc.property(projectiveHeads({ most: 60 }), (heads) => {
        const drawing = drawDependencies(parsed(heads), { layout: 'vertical' })
        expect(drawing).not.toMatch(/│─|─│/)
      }),
    )
  })

  it('can be followed back to the heads', () => {
    fc.assert(
      fc.property(anyHeads({ most: 40 }), (heads) => {
        const rows = drawDependencies(parsed(heads), { layout: 'vertical', width: 500 }).split('\n')
        heads.forEach((head, i) => {
          const row = rows[i]!
          const column = row.search(/[─╭├╰]/)
          if (head === i) {
            expect(row[column]).toBe('─')
            return
          }
          // Up or down the line, past rows that hang on it too, to the one row that goes through.
          const step = head < i ? -1 : 1
          let at = i + step
          while (!'┼┬┴'.includes(rows[at]![column]!)) {
            expect('│├╭╰').toContain(rows[at]![column])
            at += step
          }
          expect(at).toBe(head)
        })
      }),
    )
  })
})

describe('a drawing', () => {
  const count = (drawing: string, what: string) =>
    drawing.split(/[^\w]+/).filter((word) => word === what).length

  it.each(['auto', 'horizontal', 'vertical'] as const)('(%s) has every word and label once', (layout) => {
    const heads = fc.oneof(
      anyHeads({ most: 60 }),
      anyHeads({ most: 30, any: true }),
      projectiveHeads({ most: 200 }),
    )
    fc.assert(
      fc.property(heads, (heads) => {
        const drawing = drawDependencies(parsed(heads), { layout }).replace(/ → w\d+/g, '')
        heads.forEach((head, i) => {
          expect(count(drawing, `w${i}`)).toBe(1)
          if (head >= 0) expect(count(drawing, `r${i}`)).toBe(1)
        })
      }),
      { numRuns: 60 },
    )
  })

  it('stays within the width, if the words do', () => {
    fc.assert(
      fc.property(anyHeads({ most: 40 }), fc.integer({ min: 60, max: 200 }), (heads, width) => {
        for (const line of drawDependencies(parsed(heads), { width }).split('\n')) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })

  it('is the same with paint, apart from the paint', () => {
    const painted = drawDependencies(CAT, { paint: (text, part) => `<${part}>${text}</>` })
    expect(painted.replace(/<\/?\w*>/g, '')).toBe(drawDependencies(CAT))
    expect(painted).toContain('<root>slept</>')
    expect(painted).toContain('<noun>NOUN</>')
  })

  it('lets no text steer the terminal or break a line', () => {
    fc.assert(
      fc.property(fc.array(anyUnits(6), { minLength: 1, maxLength: 5 }), (all) => {
        const doc = parsed(
          all.map(() => 0),
          { words: all.map((text) => `${text}.`), labels: all },
        )
        for (const drawing of [
          drawDependencies(doc),
          drawDependencies(doc, { layout: 'vertical' }),
          sentenceTable(doc.span(0, all.length)),
        ]) {
          expect(drawing).not.toMatch(/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u)
        }
        expect(drawDependencies(doc, { layout: 'vertical' }).split('\n').length).toBe(all.length + 1)
      }),
    )
  })

  it('of a Doc has its sentences with a blank line between, of an empty one nothing', () => {
    const doc = parsed([0, 1]).with({ sentence: Uint32Array.of(0, 1) })
    expect(drawDependencies(doc)).toBe('r0\n▼\nw0\n\nr1\n▼\nw1\n')
    expect(drawDependencies(doc.span(0, 0))).toBe('')
  })

  it.each([
    [Doc.create('a', { start: Uint32Array.of(0), end: Uint32Array.of(1) }), {}, 'COLUMN_MISSING'],
    [parsed([0]), { columns: ['lemma'] }, 'COLUMN_MISSING'],
    [parsed([0]), { layout: 'round' }, 'OPTION_INVALID'],
    [parsed([0]), { width: 3 }, 'OPTION_INVALID'],
  ])('mistake %# is told', (doc, options, code) => {
    const error = caught(() => drawDependencies(doc, options as object))
    expect(error.code).toBe(code)
    expect(error.hint).not.toBe('')
  })
})

describe('a table', () => {
  it('has what the Doc has, a word a line', () => {
    expect(sentenceTable(CAT.span(0, 7))).toBe(
      lines(`
      #  Form   UPOS   Head     Deprel
      1  The    DET    2 cat    det
      2  cat    NOUN   3 slept  nsubj
      3  slept  VERB   0        root
      4  on     ADP    6 sofa   case
      5  the    DET    6 sofa   det
      6  sofa   NOUN   3 slept  obl
      7  .      PUNCT  3 slept  punct
      `),
    )
  })

  it('breaks features to fit', () => {
    const doc = parsed([0, 0]).with({ features: InternTable.column(['A=1|Bb=2|C=3', '']) })
    expect(sentenceTable(doc.span(0, 2), { width: 34 })).toBe(
      lines(`
      #  Form  Head  Deprel  Features
      1  w0    0     r0      A=1|Bb=2|
                             C=3
      2  w1    1 w0  r1
      `),
    )
  })

  it('of words alone is numbers and words', () => {
    const doc = Doc.create('漢字 a', { start: Uint32Array.of(0, 3), end: Uint32Array.of(2, 4) })
    expect(sentenceTable(doc.span(0, 2))).toBe('#  Form\n1  漢字\n2  a\n')
    expect(caught(() => sentenceTable(doc.span(0, 2), { width: 1 })).code).toBe('OPTION_INVALID')
  })

  it('says where a head lies outside, and paints cells without blanks', () => {
    const table = sentenceTable(CAT.span(0, 2), { paint: (text) => `[${text}]` })
    expect(table).toContain('[2]  [cat]   [NOUN]  […]')
    expect(table).not.toMatch(/ \]|\[ /)
  })
})

describe('columns of a terminal', () => {
  const pieces = Object.values(PIECES)
    .flat()
    // Rare sequences of letters for which terminals differ.
    .filter((piece) => !['\u1100\u1100\u1161', 'ខ្មែរ'].includes(piece))

  it.each(pieces.map((piece) => [JSON.stringify(piece), piece]))(
    'of %s are as many as string-width says',
    (_, piece) => {
      expect(displayWidth(piece!)).toBe(stringWidth(piece!))
    },
  )

  it('are kept by what fits text into them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), fc.integer({ min: 1, max: 30 }), (all, columns) => {
        const text = visibleText(all.join(''))
        expect(displayWidth(fitted(text, columns))).toBeLessThanOrEqual(columns)
        if (displayWidth(text) <= columns) expect(displayWidth(padded(text, columns))).toBe(columns)
      }),
    )
  })
})
