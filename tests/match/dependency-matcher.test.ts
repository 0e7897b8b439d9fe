/** Dependency patterns: against brute force, each relation in a table, errors and limits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DependencyMatcher } from '../../src/match/index.js'
import { Doc } from '../../src/text/doc.js'
import { InternTable } from '../../src/text/strings.js'
import { tokenize } from '../../src/tokenize/index.js'
import { type SlowNode, type SlowTree, waysAt } from '../oracle/dependency-patterns.js'

interface Row {
  readonly form: string
  /** As in CoNLL-U, from 1; 0 for a root, -1 for none. */
  readonly head: number
  readonly deprel: string
}

function docOf(sentences: readonly (readonly Row[])[]): Doc {
  const rows = sentences.flat()
  const start: number[] = []
  const head: number[] = []
  let text = ''
  let first = 0
  for (const sentence of sentences) {
    sentence.forEach((row, i) => {
      start.push(text.length)
      text += `${row.form} `
      head.push(row.head < 0 ? -1 : row.head === 0 ? first + i : first + row.head - 1)
    })
    first += sentence.length
  }
  return Doc.create(text, {
    start: Uint32Array.from(start),
    end: Uint32Array.from(rows, (row, i) => start[i]! + row.form.length),
    sentence: Uint32Array.from(sentences.flatMap((sentence, s) => sentence.map(() => s))),
    head: Int32Array.from(head),
    deprel: InternTable.column(rows.map((row) => row.deprel)),
  })
}

/** Sentences as lines of form/head/relation. */
function parsed(...lines: readonly string[]): Doc {
  return docOf(
    lines.map((line) =>
      line.split(' ').map((word) => {
        const [form, head, deprel] = word.split('/')
        return { form: form!, head: Number(head), deprel: deprel ?? 'dep' }
      }),
    ),
  )
}

function found(pattern: string, doc: Doc): string[] {
  return new DependencyMatcher(pattern)
    .find(doc)
    .map(({ token, nodes }) =>
      [token.text, ...[...nodes].map(([name, one]) => `${name}=${one.text}`)].join(' '),
    )
}

const doc = parsed(
  'Old/2/amod cats/3/nsubj chased/0/root two/5/nummod mice/3/obj and/7/cc dogs/5/conj ./3/punct',
  'They/2/nsubj slept/0/root',
)

describe('dependency patterns', () => {
  it.each([
    ['a token', '{form=cats}', ['cats']],
    ['a token by negation', '!{form=/[a-z]/i}', ['.']],
    ['a name', '{form=cats}=x', ['cats x=cats']],
    ['a dependent', '{}=h > {form=cats}', ['chased h=chased']],
    ['a dependent by relation', '{} >obj {}=o', ['chased o=mice']],
    ['a dependent by relations', '{} >obj|nsubj {}=o', ['chased o=cats', 'chased o=mice', 'slept o=They']],
    [
      'a dependent by expression',
      '{} >/^nsubj|^obj/ {}=o',
      ['chased o=cats', 'chased o=mice', 'slept o=They'],
    ],
    ['a head', '{form=mice} < {}=h', ['mice h=chased']],
    ['a head by relation', '{} <nsubj {}=h', ['cats h=chased', 'They h=slept']],
    ['no head of a root', '{form=slept} < {}', []],
    ['what is below', '{form=chased} >> {form=dogs}=d', ['chased d=dogs']],
    ['what is below by its relation', '{} >>conj {}=d', ['chased d=dogs', 'mice d=dogs']],
    ['what is above', '{form=two} << {}=a', ['two a=mice', 'two a=chased']],
    ['what is above by its own relation', '{} <<nummod {}=a', ['two a=mice', 'two a=chased']],
    ['the next sibling', '{form=cats} $+ {}=s', ['cats s=mice']],
    ['the sibling before', '{form=mice} $- {}=s', ['mice s=cats']],
    ['siblings to the right', '{form=cats} $++ {}=s', ['cats s=mice', 'cats s=.']],
    ['siblings to the left', '{form="."} $-- {}=s', ['. s=mice', '. s=cats']],
    ['no siblings of a root', '{form=chased} $++ {}', []],
    ['the next token', '{form=cats} . {}=n', ['cats n=chased']],
    ['no next token in another sentence', '{form="."} . {}', []],
    ['later tokens', '{form=mice} .. {}=n', ['mice n=and', 'mice n=dogs', 'mice n=.']],
    ['two relations', '{} >nsubj {}=s >obj {}=o', ['chased s=cats o=mice']],
    ['two relations with &', '{} >nsubj {}=s & >obj {}=o', ['chased s=cats o=mice']],
    ['relations of a target', '{} >obj ({}=o >nummod {}=n)', ['chased o=mice n=two']],
    ['what is not there', '{} >nsubj {}=s !>obj {}', ['slept s=They']],
    ['what is not there below', '{} >nsubj {}=s !>obj ({} >nummod {})', ['slept s=They']],
    ['what may be there', '{} >nsubj {}=s ?>obj {}=o', ['chased s=cats o=mice', 'slept s=They']],
    ['a name that stands twice', '{} >nsubj {}=a >obj ({}=b $-- {}=a)', ['chased a=cats b=mice']],
    ['a name that cannot stand twice', '{} >nsubj {}=a >obj {}=a', []],
    [
      'a name within what is not there',
      '{} > {}=a !> ({} . {}=a)',
      [
        'cats a=Old',
        'chased a=cats',
        'chased a=mice',
        'chased a=.',
        'mice a=two',
        'mice a=dogs',
        'dogs a=and',
        'slept a=They',
      ],
    ],
    ['one match where only nameless tokens differ', '{form=chased} > {} .. {}', ['chased']],
  ])('have %s', (_what, pattern, expected) => {
    expect(found(pattern, doc)).toEqual(expected)
  })

  it.each([
    ['nothing', ' ', 1],
    ['a word', 'cats', 0],
    ['a relation without a sign', '{} nsubj {}', 3],
    ['a relation without a target', '{} >nsubj', 9],
    ['a brace that is not closed', '{} > {tag=X', 5],
    ['a parenthesis that is not closed', '{} > ({}', 5],
    ['a parenthesis too many', '{} > {})', 7],
    ['no name', '{}= > {}', 4],
    ['an expression that is none', '{} >/(/ {}', 5],
    ['a new name in what is not there', '{} !> {}=x', 9],
  ])('say where there is %s', (_what, pattern, offset) => {
    expect(() => new DependencyMatcher(pattern)).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX', details: expect.objectContaining({ offset }) }),
    )
  })

  it('are not more than a thousand tokens', () => {
    expect(() => new DependencyMatcher(`{}${' > {}'.repeat(1000)}`)).toThrowError(
      expect.objectContaining({ code: 'PATTERN_UNSUPPORTED' }),
    )
  })

  it('come with names, and their matches by first tokens', () => {
    const matches = new DependencyMatcher({ verb: '{} >nsubj {}=s', noun: '{} <nsubj {}' }).find(doc)
    expect(matches.map(({ name, token }) => `${name} ${token.text}`)).toEqual([
      'noun cats',
      'verb chased',
      'noun They',
      'verb slept',
    ])
    expect(matches[1]?.span.text).toBe('cats chased')
  })
})

const SIGNS = ['>', '<', '>>', '<<', '$+', '$-', '$++', '$--', '.', '..'] as const
const labels = ['x', 'y'] as const

/** Heads in any order of the tokens, sometimes none. */
const sentence = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom('a', 'b'), fc.constantFrom(...labels), fc.nat(9)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows): Row[] => {
    const places = rows.map(([order], i) => [order, i] as const).sort((a, b) => a[0] - b[0])
    const row = new Map<number, Row>()
    places.forEach(([, place], k) => {
      const [order, form, deprel, none] = rows[place]!
      const head = k === 0 ? 0 : none === 0 ? -1 : places[order % k]![1] + 1
      row.set(place, { form, head, deprel })
    })
    return rows.map((_, i) => row.get(i)!)
  })

interface Shape {
  readonly form: string
  readonly name: string
  readonly relations: readonly { sign: string; label: string; mode: string; target: Shape }[]
}
const shapes = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    form: fc.constantFrom('', 'a', 'b'),
    name: fc.constantFrom('', 'p', 'q', 'r'),
    relations:
      depth === 0
        ? fc.constant([])
        : fc.array(
            fc.record({
              sign: fc.constantFrom(...SIGNS),
              label: fc.constantFrom('', '', ...labels),
              mode: fc.constantFrom('', '', '!', '?'),
              target: shapes(depth - 1),
            }),
            { maxLength: 2 },
          ),
  })

describe('DependencyMatcher', () => {
  it('finds what brute force finds', () => {
    fc.assert(
      fc.property(shapes(2), fc.array(sentence, { minLength: 1, maxLength: 2 }), (shape, sentences) => {
        const rows = sentences.flat()
        const parsedDoc = docOf(sentences)
        const tree: SlowTree = {
          head: [...parsedDoc.numbers('head')],
          deprel: rows.map(({ deprel }) => deprel),
          sentence: [...parsedDoc.numbers('sentence')],
        }
        const known = new Set<string>()
        let size = 0
        // Text and slow form together, in the order of the text: names that are new within a negation are left out.
        const build = (one: Shape, negated: boolean): readonly [text: string, slow: SlowNode] => {
          size++
          const named = one.name !== '' && (!negated || known.has(one.name))
          if (named) known.add(one.name)
          let text = `{${one.form && `form=${one.form}`}}${named ? `=${one.name}` : ''}`
          const relations: SlowNode['relations'][number][] = []
          for (const { sign, label, mode, target } of one.relations) {
            const [inner, slow] = build(target, negated || mode === '!')
            const withLabel = label !== '' && /[<>]/.test(sign)
            text += ` ${mode}${sign}${withLabel ? label : ''} (${inner})`
            relations.push({ sign, ...(withLabel ? { label } : {}), mode: mode as '', target: slow })
          }
          const test = (i: number) => one.form === '' || rows[i]!.form === one.form
          return [text, { test, ...(named ? { name: one.name } : {}), relations }]
        }
        const [text, slow] = build(shape, false)
        fc.pre(size <= 6)
        const expected = rows.flatMap((_, i) =>
          [...new Set(waysAt(tree, slow, i).map((way) => JSON.stringify(Object.entries(way).sort())))].map(
            (way) => `${i} ${way}`,
          ),
        )
        const given = new DependencyMatcher(text).find(parsedDoc).map(({ token, nodes }) => {
          const way = [...nodes].map(([name, one]) => [name, one.index]).sort()
          return `${token.index} ${JSON.stringify(way)}`
        })
        expect(given.sort()).toEqual(expected.sort())
      }),
      { numRuns: 500 },
    )
  })

  it('gives the first so many matches when told so', () => {
    const matcher = new DependencyMatcher('{}=a .. {}=b')
    const all = matcher.find(doc)
    expect(all).toHaveLength(29)
    for (const limit of [1, 7, 29, 100]) {
      expect(matcher.find(doc, { limit }).map(({ span }) => span.text)).toEqual(
        all.slice(0, limit).map(({ span }) => span.text),
      )
    }
  })

  const long = docOf([Array.from({ length: 2000 }, (_, i) => ({ form: 'a', head: i, deprel: 'x' }))])

  it('does not enumerate what leads nowhere', () => {
    // Ten tokens in a row of 2,000: 10^33 ways, none of which ends in a z.
    const pattern = '{}=a .. ({}=b .. ({}=c .. ({}=d .. ({}=e .. ({}=f .. {form=z}))))) >> ({} >> {form=z})'
    expect(new DependencyMatcher(pattern).find(long, { steps: 30_000_000 })).toEqual([])
  })

  it('stops where it takes more steps than it may', () => {
    expect(() => new DependencyMatcher('{} .. {form=z}').find(long, { steps: 1000 })).toThrowError(
      expect.objectContaining({ code: 'MATCH_LIMIT' }),
    )
  })

  it('ends on heads that go in a circle', () => {
    const damaged = parsed('a/2 b/3 c/1')
    expect(found('{} >> {}=x', damaged)).toHaveLength(6)
    expect(found('{form=a} << {}=x', damaged).length).toBeGreaterThan(1)
  })

  it('takes a Doc without sentences for one', () => {
    const { sentence: _, ...columns } = doc.toColumns().columns
    const whole = Doc.fromColumns({ text: doc.text, columns })
    expect(found('{form="."} . {}=n', whole)).toEqual(['. n=They'])
  })

  it('says what is missing, and which options it has', () => {
    const matcher = new DependencyMatcher('{tag=VERB}')
    expect(() => matcher.find(tokenize('a'))).toThrowError(
      expect.objectContaining({ code: 'COLUMN_MISSING' }),
    )
    expect(() => matcher.find(doc)).toThrowError(/'tag'/)
    expect(() => matcher.find(doc, { most: 1 } as never)).toThrowError(/limit/)
    expect(() => matcher.find(doc, { limit: 0 })).toThrowError(/above 0/)
    expect(() => new DependencyMatcher(3 as never)).toThrowError(
      expect.objectContaining({ code: 'QUERY_SYNTAX' }),
    )
  })
})
