import { describe, expect, it } from 'vitest'
import { conjugate, verbForms } from '../../src/lemma/index.js'
import { caught } from '../support/caught.js'

const forms = (verb: string, options = {}) => Object.values(verbForms(verb, options)).join(' ')

describe('verb forms', () => {
  it.each([
    'walk walks walked walked walking',
    'hope hopes hoped hoped hoping',
    'hop hops hopped hopped hopping',
    'try tries tried tried trying',
    'play plays played played playing',
    'agree agrees agreed agreed agreeing',
    'die dies died died dying',
    'dye dyes dyed dyed dyeing',
    'singe singes singed singed singeing',
    'canoe canoes canoed canoed canoeing',
    'commit commits committed committed committing',
    'visit visits visited visited visiting',
    'refer refers referred referred referring',
    'offer offers offered offered offering',
    'render renders rendered rendered rendering',
    'remap remaps remapped remapped remapping',
    'equip equips equipped equipped equipping',
    'panic panics panicked panicked panicking',
    'fix fixes fixed fixed fixing',
    'crayon crayons crayoned crayoned crayoning',
    'kidnap kidnaps kidnapped kidnapped kidnapping',
    'quiz quizzes quizzed quizzed quizzing',
    'focus focuses focused focused focusing',
    'debut debuts debuted debuted debuting',
    'veto vetoes vetoed vetoed vetoing',
    'radio radios radioed radioed radioing',
    'be is was been being',
    'have has had had having',
    'go goes went gone going',
    'do does did done doing',
    'undo undoes undid undone undoing',
    'run runs ran run running',
    'overrun overruns overran overrun overrunning',
    'forget forgets forgot forgotten forgetting',
    'lie lies lay lain lying',
    'belie belies belied belied belying',
    'read reads read read reading',
    'put puts put put putting',
    'see sees saw seen seeing',
    'found founds founded founded founding',
    'can can could  ',
    'constructor constructors constructored constructored constructoring',
  ])('%s', (row) => {
    expect(forms(row.split(' ')[0]!)).toBe(row)
  })

  it('has British spelling and participles', () => {
    const british = (verb: string) => verbForms(verb, { variety: 'british' }).pastParticiple
    expect(['travel', 'fuel', 'learn', 'get', 'parallel', 'appeal', 'commit'].map(british)).toEqual([
      'travelled',
      'fuelled',
      'learnt',
      'got',
      'paralleled',
      'appealed',
      'committed',
    ])
  })

  it('inflects the verb of a phrase and the end of a compound', () => {
    const past = [
      'give up',
      'look forward to',
      'ice skate',
      'ice-skate',
      'window-shop',
      'double-check',
      'fast-forward',
      'DM',
      'follow-up',
      'babysit',
    ]
    expect(past.map((verb) => verbForms(verb).past)).toEqual([
      'gave up',
      'looked forward to',
      'ice skated',
      'ice-skated',
      'window-shopped',
      'double-checked',
      'fast-forwarded',
      'DMed',
      'followed-up',
      'babysat',
    ])
  })

  it('keeps case, and takes an irregular form for its base', () => {
    expect([
      verbForms('Go').past,
      verbForms('TAKE').past,
      verbForms('went').pastParticiple,
      verbForms('are').base,
    ]).toEqual(['Went', 'TOOK', 'gone', 'be'])
  })

  it('takes modal verbs for main verbs on request', () => {
    expect(forms('can', { use: 'main' })).toBe('can cans canned canned canning')
  })

  it.each([
    '',
    ' ',
    '-',
    'e',
    'y',
    's',
    '__proto__',
    '😀',
    '\ud800',
    '-up',
    'up-',
    'a'.repeat(100_000),
    'go '.repeat(30_000),
  ])('takes any string (row %#)', (text) =>
    expect(Object.values(verbForms(text)).every((form) => typeof form === 'string')).toBe(true),
  )

  it('refuses what is no string, and unknown options', () => {
    expect(caught(() => verbForms(1 as never)).code).toBe('INPUT_NOT_STRING')
    expect(caught(() => verbForms('go', { variety: 'english' as never })).code).toBe('OPTION_INVALID')
  })
})

describe('conjugation', () => {
  it.each([
    ['be', { person: 'first' }, 'am'],
    ['be', { person: 'second' }, 'are'],
    ['be', {}, 'is'],
    ['be', { tense: 'past', person: 'first' }, 'was'],
    ['be', { tense: 'past', number: 'plural' }, 'were'],
    ['be', { polarity: 'negative' }, 'is not'],
    ['go', { person: 'second' }, 'go'],
    ['go', { polarity: 'negative' }, 'does not go'],
    ['go', { tense: 'future' }, 'will go'],
    ['go', { aspect: 'perfect', tense: 'past' }, 'had gone'],
    ['go', { aspect: 'perfect-progressive', number: 'plural' }, 'have been going'],
    ['give up', { tense: 'past', polarity: 'negative' }, 'did not give up'],
    ['write', { voice: 'passive', aspect: 'progressive' }, 'is being written'],
    ['write', { voice: 'passive', tense: 'future', polarity: 'negative' }, 'will not be written'],
    ['write', { voice: 'passive', aspect: 'perfect-progressive' }, 'has been being written'],
    ['have', { polarity: 'negative', tense: 'past' }, 'did not have'],
    ['can', { polarity: 'negative' }, 'cannot'],
    ['must', { tense: 'past' }, 'must'],
  ] as const)('%s %j', (verb, options, expected) => {
    expect(conjugate(verb, options)).toBe(expected)
  })

  it('asks no modal verb for what it has not', () => {
    expect(caught(() => conjugate('can', { tense: 'future' })).code).toBe('OPTION_INVALID')
    expect(caught(() => conjugate('go', { person: 3 as never })).code).toBe('OPTION_INVALID')
  })
})
