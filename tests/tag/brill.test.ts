/** Brill: rules as text, training held against the definition, application. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBrillTemplate } from '../../src/tag/brill-rules.js'
import {
  BRILL_TEMPLATES,
  type BrillRule,
  BrillTagger,
  DefaultTagger,
  formatBrillRule,
  loadSimpleTagger,
  NgramTagger,
  parseBrillRule,
  RegexpTagger,
} from '../../src/tag/index.js'
import { brillOracle } from '../oracle/brill.js'
import { caught } from '../support/caught.js'
import { sentencesOf, tagged, tagsOf } from '../support/tagged.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 20 : 100

describe('rules as text', () => {
  it('say what is changed, to what and where', () => {
    const rule = parseBrillRule('IN -> RB if word[0]=as & tag[-2..-1]=","')
    expect(rule).toEqual({
      from: 'IN',
      to: 'RB',
      conditions: [
        { feature: 'word', from: 0, to: 0, value: 'as' },
        { feature: 'tag', from: -2, to: -1, value: ',' },
      ],
      fixed: 0,
      broken: 0,
    })
    expect(formatBrillRule(rule)).toBe('IN -> RB if word[0]=as & tag[-2..-1]=,')
  })

  it('come back from their text, whatever words and tags are', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', minLength: 0 }),
      fc.constantFrom('if', '->', '"', '&', '12', '-1', ' '),
    )
    const condition = fc
      .tuple(fc.constantFrom('tag' as const, 'word' as const), fc.nat(16), fc.nat(16), value)
      .map(([feature, a, b, text]) => ({
        feature,
        from: Math.min(a, b) - 16,
        to: Math.max(a, b) - 16,
        value: text,
      }))
    const rule: fc.Arbitrary<BrillRule> = fc.record({
      from: value,
      to: value,
      conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
      fixed: fc.nat(),
      broken: fc.nat(),
    })
    fc.assert(
      fc.property(rule, (given) => {
        const line = `${given.fixed - given.broken} ${given.fixed} ${given.broken} ${formatBrillRule(given)}`
        expect(parseBrillRule(line)).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['NN -> VB', 9],
    ['NN VB if tag[-1]=TO', 4],
    ['NN -> VB if', 12],
    ['NN -> VB if lemma[0]=x', 13],
    ['NN -> VB if tag[]=x', 17],
    ['NN -> VB if tag[99]=x', 17],
    ['NN -> VB if tag[2..1]=x', 22],
    ['NN -> VB if tag[1]=', 20],
    ['NN -> VB if tag[1]="x', 20],
    ['NN -> VB if tag[1]=x y', 22],
    ['', 1],
  ])('%j is refused at its column', (text, column) => {
    const error = caught(() => parseBrillRule(text))
    expect([error.code, error.details.column]).toEqual(['RULE_INVALID', column])
  })

  it('templates are sets of different ones', () => {
    for (const templates of Object.values(BRILL_TEMPLATES)) {
      expect(new Set(templates).size).toBe(templates.length)
      for (const template of templates) expect(parseBrillTemplate(template).length).toBeGreaterThan(0)
    }
    expect(BRILL_TEMPLATES.brill24).toHaveLength(24)
  })
})

describe('application', () => {
  const base = new RegexpTagger([
    ['to$', 'TO'],
    ['.', 'NN'],
  ])

  it('applies a rule to all places at once, and rules in their order', () => {
    const doc = tagged('a/x b/x c/x d/x')
    const spread = new BrillTagger('NN -> VB if tag[-1]=NN', { base })
    expect(tagsOf(spread.tag(doc))).toEqual(['NN', 'VB', 'VB', 'VB']) // the second still sees NN before it
    const two = new BrillTagger(['NN -> A if word[0]=b', 'NN -> B if tag[-1]=A'], { base })
    expect(tagsOf(two.tag(doc))).toEqual(['NN', 'A', 'B', 'NN'])
  })

  it('looks at no other sentence', () => {
    const tagger = new BrillTagger(['NN -> VB if tag[-3..-1]=TO', 'NN -> X if word[1..2]=end'], { base })
    expect(tagsOf(tagger.tag(tagged('go/x to/x', 'run/x', 'to/x a/x b/x c/x d/x end/x')))).toEqual([
      'NN',
      'TO',
      'NN',
      'TO',
      'VB',
      'VB',
      'VB',
      'X',
      'NN',
    ])
  })

  it('reads lines with comments and empty lines between', () => {
    const tagger = new BrillTagger('# by hand\n\n   2   2  0  NN -> VB if tag[-1]=TO\n', { base })
    expect(tagger.rules).toHaveLength(1)
    expect(tagger.toText()).toBe('    2      2      0  NN -> VB if tag[-1]=TO')
  })

  it('comes back from its Pack and from its text, and keeps the Doc of the base', () => {
    const tagger = new BrillTagger('3 4 1 NN -> VB if tag[-1]=TO & word[0]="12"', { base, column: 'xtag' })
    const doc = tagged('to/x 12/x 13/x')
    const loaded = loadSimpleTagger(tagger.save()) as BrillTagger
    expect(tagsOf(loaded.tag(doc), 'xtag')).toEqual(['TO', 'VB', 'NN'])
    expect(tagsOf(loaded.tag(doc))).toEqual(['x', 'x', 'x'])
    expect(loaded.rules).toEqual(tagger.rules)
    expect(new BrillTagger(tagger.toText(), { base }).rules).toEqual(tagger.rules)
  })

  it('wants a base and rules that can be read', () => {
    expect(caught(() => new BrillTagger('', {} as never)).code).toBe('OPTION_INVALID')
    expect(caught(() => new BrillTagger(['nonsense'], { base })).code).toBe('RULE_INVALID')
  })
})

describe('training', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd')
  const tag = fc.constantFrom('X', 'Y', 'Z', '')
  const sentence = fc.array(fc.tuple(word, tag), { minLength: 1, maxLength: 9 })
  const TEMPLATES = {
    brill24: BRILL_TEMPLATES.brill24,
    fntbl37: BRILL_TEMPLATES.fntbl37,
    own: ['tag[-4..4]', 'word[-1..1] & tag[1..2] & word[0]', 'tag[3]'],
  }

  it.each(Object.keys(TEMPLATES) as (keyof typeof TEMPLATES)[])(
    'learns with the templates %s the rules that the definition gives',
    async (name) => {
      const templates = TEMPLATES[name]
      await fc.assert(
        fc.asyncProperty(
          fc.array(sentence, { minLength: 1, maxLength: 8 }),
          fc.constantFrom(1, 2, 3),
          fc.constantFrom(0, 0.7, 1),
          async (sentences, minScore, minAccuracy) => {
            fc.pre(sentences.flat().some(([, given]) => given !== ''))
            const doc = sentencesOf(sentences)
            const base = NgramTagger.train([doc])
            const given = tagsOf(base.tag(doc))
            let at = 0
            const tokens = sentences.map((list) =>
              list.map(([text, gold]) => ({ word: text, gold, tag: given[at++]! })),
            )
            const limits = { maxRules: 12, minScore, minAccuracy }
            const expected = brillOracle(tokens, templates.map(parseBrillTemplate), limits)
            const options = { base, templates: name === 'own' ? templates : name, ...limits }
            const tagger = await BrillTagger.train([doc], options)
            expect(
              tagger.rules.map((rule) => ({
                text: formatBrillRule(rule),
                fixed: rule.fixed,
                broken: rule.broken,
              })),
            ).toEqual(expected)
          },
        ),
        { numRuns: RUNS },
      )
    },
    120_000,
  )

  it('repairs in the training text as many errors as its rules say', async () => {
    const docs = [
      tagged('to/TO run/VB', 'the/DT run/NN', 'a/DT run/NN', 'to/TO walk/VB now/RB', 'they/PRP walk/VB'),
      tagged('the/DT walk/NN', 'to/TO run/VB', 'the/DT run/NN ends/VBZ'),
    ]
    const base = NgramTagger.train(docs)
    const errors = (tags: (doc: (typeof docs)[number]) => string[]) =>
      docs.reduce((sum, doc) => sum + tags(doc).filter((tag, i) => tag !== tagsOf(doc)[i]).length, 0)
    const tagger = await BrillTagger.train(docs, { base, minScore: 1 })
    const gained = tagger.rules.reduce((sum, { fixed, broken }) => sum + fixed - broken, 0)
    expect(gained).toBeGreaterThan(0)
    expect(errors((doc) => tagsOf(base.tag(doc))) - errors((doc) => tagsOf(tagger.tag(doc)))).toBe(gained)
  })

  it('tells its progress and stops when it is told to', async () => {
    const docs = [tagged('a/X b/Y')]
    const shares: number[] = []
    await BrillTagger.train(docs, { base: new DefaultTagger('X'), onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    const signal = AbortSignal.abort(new Error('enough'))
    await expect(BrillTagger.train(docs, { base: new DefaultTagger('X'), signal })).rejects.toThrow('enough')
  })

  it.each([
    ['templates', { templates: 'brill25' as never }],
    ['templates', { templates: [] }],
    ['maxRules', { maxRules: 0 }],
    ['minScore', { minScore: 0 }],
    ['minAccuracy', { minAccuracy: 1.1 }],
    ['base', { base: undefined as never }],
  ])('refuses a wrong %s', async (option, options) => {
    const training = BrillTagger.train([tagged('a/X')], { base: new DefaultTagger('X'), ...options })
    await expect(training).rejects.toMatchObject({ code: 'OPTION_INVALID', details: { option } })
  })
})
