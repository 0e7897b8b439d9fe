import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Casing, capital, lower, shapeOf, upper } from '../../src/lemma/casing.js'
import { applyScript, deriveScript, readScript, scriptForm } from '../../src/lemma/edit-script.js'
import { applyEdits, deriveEdits, lettersOf, readEdit } from '../../src/lemma/letter-edits.js'
import { packStrings, unpackStrings } from '../../src/text/string-list.js'

const RUNS = process.env.WORDLOOM_CORE === 'checked' ? 50 : 300
const PLAIN: Casing = { turkic: false }
const TURKIC: Casing = { turkic: true }

/** Words of letters that are hard on case and composition. */
const word = fc
  .array(fc.constantFrom(..."abcdeiıIİAEßéÉñжЖё가각압력은+-'😀𝐀\ud83d"), { minLength: 1, maxLength: 9 })
  .map((letters) => letters.join(''))
const casing = fc.constantFrom(PLAIN, TURKIC)

describe('edit scripts', () => {
  it.each([
    ['cities', 'city', 's\t\t\t3\ty'],
    ['running', 'run', 's\t\t\t4\t'],
    ['Paris', 'Paris', 'f\t\t\t0\t'],
    ['BERLIN', 'Berlin', 't\t\t\t0\t'],
    ['nato', 'NATO', 'u\t\t\t0\t'],
    ['gesagt', 'sagen', 's\tge\t\t1\ten'],
    ['went', 'go', 's\tgo'],
    ['The', 'the', 's\t\t\t0\t'],
  ])('%s -> %s is %j', (form, lemma, script) => {
    expect(deriveScript(form, lemma, PLAIN)).toBe(script)
  })

  it.each([
    ['s\t\t\t3\ty', 'parties', 'party'],
    ['s\t\t\t3\ty', 'Parties', 'party'],
    ['s\t\t\t3\ty', 'ies', undefined],
    ['s\tge\t\t1\ten', 'gefragt', 'fragen'],
    ['s\tge\t\t1\ten', 'fragt', undefined],
    ['s\tgo', 'anything', 'go'],
    ['s\t\t\t1\t', 'a😀', undefined],
    ['s\t\t\t2\t', 'a😀', 'a'],
  ])('%j makes of %s %s', (script, form, lemma) => {
    expect(applyScript(readScript(script)!, scriptForm(form, PLAIN), PLAIN)).toBe(lemma)
  })

  it('serve every syllable that ends alike', () => {
    const script = readScript(deriveScript('앞둔', '앞두+ㄴ', PLAIN)!)!
    expect(applyScript(script, scriptForm('노린', PLAIN), PLAIN)).toBe('노리+ㄴ')
  })

  it('take a form to its lemma, whatever both are, where there is one', () => {
    fc.assert(
      fc.property(word, word, casing, (form, lemma, how) => {
        const script = deriveScript(form, lemma, how)
        if (script === undefined) return
        expect(applyScript(readScript(script)!, scriptForm(form, how), how)).toBe(lemma)
      }),
      { numRuns: RUNS },
    )
  })

  it('never throw on another word', () => {
    fc.assert(
      fc.property(word, word, word, casing, (form, lemma, other, how) => {
        const script = deriveScript(form, lemma, how)
        if (script === undefined) return
        expect(typeof (applyScript(readScript(script)!, scriptForm(other, how), how) ?? '')).toBe('string')
      }),
      { numRuns: RUNS },
    )
  })

  it.each(['', 's', 'x\ta', 's\ta\tb', 's\ta\tb\tx\tc', 's\ta\tb\t-1\tc', 's\ta\tb\t1\tc\td'])(
    '%j is none',
    (text) => {
      expect(readScript(text)).toBeUndefined()
    },
  )
})

describe('edits of letters', () => {
  it.each([
    ['Katzen', 'katze', ['s', '=', '=', '=', '=', '-', '.']],
    ['went', 'go', ['>\tg', '>\to', '-', '-', '.']],
    ['ab', 'ab+c', ['=', '=', '.+c']],
  ])('take %s to %s', (form, lemma, edits) => {
    expect(deriveEdits(lettersOf(form), lemma, PLAIN)).toEqual(edits)
  })

  it('take a form to its lemma, whatever both are, where there are any', () => {
    fc.assert(
      fc.property(word, word, casing, (form, lemma, how) => {
        const letters = lettersOf(form)
        const edits = deriveEdits(letters, lemma, how)
        if (edits === undefined) return
        expect(edits).toHaveLength(letters.length + 1)
        expect(
          applyEdits(
            letters,
            edits.map((edit) => readEdit(edit)!),
            how,
          ),
        ).toBe(lemma)
      }),
      { numRuns: RUNS },
    )
  })

  it.each(['', 'x', '=a\tb', '>a', '>a\tb\tc'])('%j is none', (text) => {
    expect(readEdit(text)).toBeUndefined()
  })
})

describe('letters', () => {
  it.each([
    ['IĞDIR', TURKIC, 'ığdır'],
    ['İzmir', TURKIC, 'izmir'],
    ['IKEA', PLAIN, 'ikea'],
    ['İzmir', PLAIN, 'izmir'],
  ])('%s in small letters', (text, how, small) => {
    expect(lower(text, how)).toBe(small)
  })

  it('have their capitals back', () => {
    expect(capital('ilk', TURKIC)).toBe('İlk')
    expect(upper('ığdır', TURKIC)).toBe('IĞDIR')
    expect(capital('ÉCOLE', PLAIN)).toBe('École')
  })

  it.each([
    ['123', 0],
    ['dog', 1],
    ['Dog', 2],
    ['DOG', 3],
    ['iPhone', 4],
  ])('%s has shape %i', (text, shape) => {
    expect(shapeOf(text, lower(text, PLAIN), PLAIN)).toBe(shape)
  })
})

describe('lists of strings', () => {
  it('come back as they were, sorted or not, with any units', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), word, fc.constant('\ufeff'), fc.constant('x'.repeat(300))),
        ),
        fc.boolean(),
        (strings, sorted) => {
          const list = sorted ? [...strings].sort() : strings
          const columns = packStrings('list', list)
          expect(unpackStrings('list', (name) => columns[name]!.values)).toEqual(list)
        },
      ),
      { numRuns: RUNS },
    )
  })
})
