/** The core's tagger against its slow twin, on random layers, sentences and weights. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Region } from '../../src/core/region.js'
import { Random } from '../../src/core/rng.js'
import { ATTRIBUTES } from '../../src/tag/trained/attributes.js'
import { LabelLists, plainValues, splitValues } from '../../src/tag/trained/labels.js'
import { Layer } from '../../src/tag/trained/layer.js'
import { compileTemplates, type Templates } from '../../src/tag/trained/templates.js'
import { type SlowLayer, type SlowTokens, tagSlowly, trainSlowly } from '../oracle/tagger.js'

const A = ATTRIBUTES.length
const ENTRIES = 12
const BITS = 6
const FIXED = ['form', 'lower@-1', 'suffix3', 'known@+1', 'shape@-2', 'suffix2@+2', 'case@-1']
const JOINT = [
  ['label@-1'],
  ['label@-1', 'label@-2'],
  ['tag', 'lower'],
  ['tag@+1', 'tag@-1', 'form'],
  ['lower@-1', 'lower', 'lower@+1'],
  ['suffix3', 'label@-2'],
  ['known@+2', 'tag@-2'],
]

interface Case {
  readonly random: Random
  readonly templates: Templates
  readonly slow: SlowLayer
  readonly tokens: SlowTokens
  readonly lists: LabelLists
  readonly listOf: Uint32Array
  readonly given: number
  readonly plain: boolean
}

/** A layer and sentences; `weightOf` gives each weight. */
function makeCase(seed: number, plain: boolean, labels: number, weightOf: (random: Random) => number): Case {
  const random = new Random(seed)
  const some = <T>(items: readonly T[]) => items.filter(() => random.below(3) > 0)
  const templates = { fixed: some(FIXED), joint: some(JOINT) }
  const given = plain ? 1 : 1 + random.below(3)
  const values = plain
    ? plainValues(labels)
    : splitValues(
        ['xtag', 'features'],
        Array.from({ length: labels }, (_, i) => [`X${i % 5}`, `A=${random.below(3)}|B=${i}`]),
      )
  const attributes = Array.from({ length: ENTRIES }, () =>
    Array.from({ length: A }, () => (random.below(4) === 0 ? 0 : 1 + random.below(1000))),
  )
  const lists = new LabelLists()
  const all = Array.from({ length: labels }, (_, i) => i)
  const slowLists: number[][][] = []
  const listOf = new Uint32Array(ENTRIES * given)
  for (let entry = 0; entry < ENTRIES; entry++) {
    slowLists.push([])
    for (let tag = 0; tag < given; tag++) {
      const way = random.below(4)
      const subset = random.shuffle([...all]).slice(0, 1 + random.below(labels))
      const list = way === 0 ? [random.below(labels)] : plain || way === 1 ? all : subset
      slowLists[entry]!.push(list)
      listOf[entry * given + tag] = lists.intern(list)
    }
  }
  const starts = [0]
  while (starts.length < 6) starts.push(starts.at(-1)! + 1 + random.below(9))
  const count = starts.at(-1)!
  return {
    random,
    templates,
    slow: {
      tables: compileTemplates(templates),
      values,
      mask: 2 ** BITS - 1,
      attributes,
      lists: slowLists,
      weights: Array.from({ length: 2 ** BITS * values.count }, () => weightOf(random)),
    },
    tokens: {
      entries: Array.from({ length: count }, () => 2 + random.below(ENTRIES - 2)),
      starts,
      given: Array.from({ length: count }, () => random.below(given)),
    },
    lists,
    listOf,
    given,
    plain,
  }
}

/** Lays a case out in a Region. */
function lay(region: Region, made: Case, weights: Int8Array | Int16Array, cached: boolean) {
  const { slow, templates, lists, listOf, given, plain, tokens } = made
  const attributes = region.copyIn(Uint32Array.from(slow.attributes.flat()))
  const plan = { templates, values: slow.values, given, plain }
  const layer = new Layer(region, plan, { bits: BITS, weights }, attributes, ENTRIES, cached)
  layer.setLists(lists)
  layer.listsOf(0, ENTRIES).set(listOf)
  return {
    layer,
    entries: region.copyIn(Uint32Array.from(tokens.entries)),
    starts: region.copyIn(Uint32Array.from(tokens.starts)),
    tags: region.copyIn(Uint16Array.from(tokens.given)),
    labels: region.copyIn(new Uint16Array(tokens.entries.length)),
  }
}

const SEEDS = fc.integer({ min: 0, max: 0xffffffff })
const SHAPES: readonly (readonly [string, boolean, number])[] = [
  ['seventeen plain labels, in registers', true, 17],
  ['two plain labels', true, 2],
  ['forty plain labels', true, 40],
  ['labels of several values', false, 9],
]

describe('the kernels of the tagger', () => {
  it.each(SHAPES)('tag as their slow twin does: %s', (_, plain, labels) => {
    fc.assert(
      fc.property(SEEDS, (seed) => {
        const made = makeCase(seed, plain, labels, (random) => random.below(255) - 127)
        const region = new Region()
        const laid = lay(region, made, Int8Array.from(made.slow.weights), true)
        region.run('taggerRows', laid.layer.pointer, 0, ENTRIES)
        const { starts, entries } = made.tokens
        region.run(
          'taggerTag',
          laid.layer.pointer,
          laid.entries,
          laid.starts,
          starts.length - 1,
          laid.tags,
          laid.labels,
        )
        expect([...region.u16(laid.labels, entries.length)]).toEqual(tagSlowly(made.slow, made.tokens))
      }),
      { numRuns: 40 },
    )
  })

  it.each(SHAPES)('learn as their slow twin does: %s', (_, plain, labels) => {
    fc.assert(
      fc.property(SEEDS, fc.constantFrom(0, 0.3), (seed, dropout) => {
        const made = makeCase(seed, plain, labels, (random) => random.below(5) - 2)
        const { random, slow, tokens } = made
        const count = tokens.entries.length
        const gold = Array.from({ length: count }, () =>
          random.below(9) === 0 ? 0xffff : random.below(labels),
        )
        const region = new Region()
        const { layer, ...laid } = lay(region, made, Int16Array.from(slow.weights), false)
        const cells = 2 ** BITS * layer.lanes
        const totals = region.copyIn(new Float64Array(cells))
        const scratch = region.reserve(4 * (FIXED.length + JOINT.length))
        const pointer = region.reserve(40)
        const goldAt = region.copyIn(Uint16Array.from(gold))
        const order = random.shuffle([0, 1, 2, 3, 4])
        const orderAt = region.copyIn(Uint32Array.from(order))
        const threshold = Math.floor(dropout * 0xffffffff)
        region.u32(pointer, 8).set([totals, goldAt, scratch, threshold, 77, 2, 3, 0])
        region.f64(pointer + 32, 1)[0] = 10
        const twin = {
          gold,
          margin: 2,
          delta: 3,
          dropout: threshold,
          random: 77,
          step: 10,
          totals: new Array<number>(slow.weights.length).fill(0),
        }
        for (let pass = 0; pass < 2; pass++) {
          const wrong = region.run(
            'taggerTrain',
            layer.pointer,
            pointer,
            laid.entries,
            laid.starts,
            orderAt,
            order.length,
            laid.tags,
            laid.labels,
          )
          const slowly = trainSlowly(slow, tokens, twin, order)
          expect(wrong).toBe(slowly.wrong)
          expect([...region.u16(laid.labels, count)]).toEqual(slowly.labels)
        }
        const { count: columns } = slow.values
        const weights = region.i16(layer.rows, cells)
        const moved = region.f64(totals, cells)
        const dense = (values: ArrayLike<number>) =>
          Array.from(slow.weights, (_, i) => values[Math.floor(i / columns) * layer.lanes + (i % columns)])
        expect(dense(weights)).toEqual(slow.weights)
        expect(dense(moved)).toEqual(twin.totals)
      }),
      { numRuns: 30 },
    )
  })

  it('give equal forms one entry, and others another', () => {
    const unit = fc.constantFrom('a', 'b', 'B', 'é', '字', '\ud83d', '\ude00', '0')
    const form = fc.array(unit, { maxLength: 11 }).map((units) => units.join(''))
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 40 }), (forms) => {
        const region = new Region()
        const text = `..${forms.join('')}`
        const ends: number[] = []
        for (const word of forms) ends.push((ends.at(-1) ?? 2) + word.length)
        const starts = [2, ...ends.slice(0, -1)]
        const units = region.reserve((text.length - 2) * 2)
        const [from, to] = [region.copyIn(Uint32Array.from(starts)), region.copyIn(Uint32Array.from(ends))]
        const table = region.copyIn(new Uint8Array(64 * 16))
        const entries = region.reserve(forms.length * 4)
        const fresh = region.reserve(forms.length * 4)
        region.copyText(text, 2, text.length, units)
        const added = region.run(
          'taggerForms',
          units,
          from,
          to,
          2,
          forms.length,
          table,
          63,
          2,
          50,
          entries,
          fresh,
        )
        const different = [...new Set(forms)]
        expect(added).toBe(different.length)
        expect([...region.u32(entries, forms.length)]).toEqual(
          forms.map((word) => different.indexOf(word) + 2),
        )
        expect([...region.u32(fresh, added)]).toEqual(different.map((word) => forms.indexOf(word)))
      }),
    )
  })
})
