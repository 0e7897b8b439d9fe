/**
 * Turkish: takes off the endings that make a noun or adjective a predicate, then those of number, possession and
 * case with what -ki adds to them. Verbs are not stemmed.
 *
 * Endings are written as in grammars: A stands for a or e, U for ı, i, u or ü, D for d or t. Which vowel stands
 * is a matter of harmony with the vowels before; a y, n or s may join an ending to a vowel, a U to a consonant.
 *
 * Source: E. Kapusuz Çilden, "Stemming Turkish words using Snowball", and G. Eryiğit, E. Adalı, "An affix stripping
 * morphological analyzer for Turkish" (AIA 2004), https://snowballstem.org/algorithms/turkish/stemmer.html
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  close,
  either,
  letter,
  longest,
  maybe,
  not,
  notLetter,
  number,
  oneOf,
  open,
  past,
  type Rule,
  remove,
  replace,
  routine,
  select,
  sequence,
  set,
  skip,
  to,
  toEnd,
} from '../rules.js'

const VOWELS = 'aeıioöuü'

/** The vowels of endings, each with those of which one must come earlier in the word. */
const HARMONY = { a: 'aıou', e: 'eiöü', ı: 'aı', i: 'ei', u: 'ou', ü: 'öü' }

/** All forms of endings that are written with A, U and D. */
function spell(endings: string): string[] {
  const each = (letter: string, letters: string) => (text: string) =>
    text.includes(letter) ? [...letters].map((one) => text.replace(letter, one)) : [text]
  return endings.split(' ').flatMap(each('D', 'dt')).flatMap(each('A', 'ae')).flatMap(each('U', 'ıiuü'))
}

/** Does `rule` if the word ends in one of `forms`: most words do not, which is seen in one look. */
const ifEnding = (forms: readonly string[], rule: Rule) => sequence(ahead(oneOf(forms.join(' '))), rule)

/** Passes the longest of `endings`, each of which has one A or U, if its vowel is in harmony. */
function ending(endings: string): Rule {
  const forms = spell(endings)
  const inHarmony = Object.entries(HARMONY).flatMap(([vowel, after]) => {
    const texts = forms.filter((form) => form.includes(vowel))
    return texts.length > 0 ? [sequence(oneOf(texts.join(' ')), ahead(to(letter(after))))] : []
  })
  return ifEnding(forms, either(...inHarmony))
}

/** Rules of the Turkish stemmer. */
export function turkish(): Rule {
  const vowel = letter(VOWELS)

  // After a vowel the joining consonant is part of the ending, otherwise the ending stands after a consonant.
  const joinedBy = (consonant: string) =>
    either(sequence(consonant, ahead(vowel)), sequence(not(consonant), ahead(sequence(skip(1), vowel))))
  const joinedByU = either(
    sequence(letter('ıiuü'), ahead(notLetter(VOWELS))),
    sequence(not(letter('ıiuü')), ahead(sequence(skip(1), notLetter(VOWELS)))),
  )

  const lAr = ending('lAr')
  const lArI = oneOf('ları leri')
  const possessive = sequence(oneOf('m n mız miz muz müz nız niz nuz nüz'), joinedByU)
  const sU = sequence(ending('U'), joinedBy('s'))
  const yU = sequence(ending('U'), joinedBy('y'))
  const nU = ending('nU')
  const nUn = sequence(ending('Un'), joinedBy('n'))
  const yA = sequence(ending('A'), joinedBy('y'))
  const nA = ending('nA')
  const dA = ending('DA')
  const ndA = ending('ndA')
  const dAn = ending('DAn')
  const ndAn = ending('ndAn')
  const ylA = sequence(ending('lA'), joinedBy('y'))
  const ncA = sequence(ending('cA'), joinedBy('n'))
  const yUm = sequence(ending('Um'), joinedBy('y'))
  const yUz = sequence(ending('Uz'), joinedBy('y'))
  const sUn = ending('sUn')
  const sUnUz = oneOf('sınız siniz sunuz sünüz')
  const nUz = ending('nUz')
  const dUr = ending('DUr')
  const cAsInA = oneOf('casına cesine')
  const yDU = sequence(ending('DU DUm DUn DUk'), joinedBy('y'))
  const ysA = sequence(oneOf('sa sam san sak se sem sen sek'), joinedBy('y'))
  const ymUs = sequence(ending('mUş'), joinedBy('y'))
  const yken = sequence('ken', joinedBy('y'))
  const person = maybe(either(sUnUz, lAr, yUm, sUn, yUz))

  // "Removed" below means: from where the selection was opened to here.
  const removed = sequence(close, remove)
  const thenMaybe = (...rules: readonly Rule[]) => maybe(sequence(open, ...rules))

  // (doktor)ymuşsunuz, (güzel)miş, (öğretmen)lerdir
  const predicateEndings = spell('lAr sA sAm sAn sAk DU DUm DUn DUk DUr mUş sUn Um Uz')
  const predicate = sequence(
    set('noun endings', 1),
    ifEnding(
      [...predicateEndings, 'casına', 'cesine', 'ken'],
      sequence(
        open,
        either(
          either(ymUs, yDU, ysA, yken),
          sequence(cAsInA, person, ymUs),
          sequence(lAr, removed, thenMaybe(either(dUr, yDU, ysA, ymUs)), set('noun endings', 0)),
          sequence(nUz, either(yDU, ysA)),
          sequence(either(sUnUz, yUz, sUn, yUm), removed, thenMaybe(ymUs)),
          sequence(dUr, removed, thenMaybe(person, ymUs)),
        ),
        removed,
      ),
    ),
  )

  // -ki stands after the endings -DA, -nUn and -ndA, and others may come after it: ev(dekilerdeki).
  const beforeKi: Rule = routine(() => {
    const plural = sequence(lAr, removed)
    const possessed = thenMaybe(plural, beforeKi)
    return sequence(
      open,
      'ki',
      either(
        sequence(
          dA,
          removed,
          thenMaybe(either(sequence(plural, maybe(beforeKi)), sequence(possessive, removed, possessed))),
        ),
        sequence(
          nUn,
          removed,
          thenMaybe(
            either(
              sequence(lArI, removed),
              sequence(open, either(possessive, sU), removed, possessed),
              beforeKi,
            ),
          ),
        ),
        sequence(ndA, either(sequence(lArI, removed), sequence(sU, removed, possessed), beforeKi)),
      ),
    )
  })

  const plural = sequence(open, lAr, removed)
  const pluralBeforeKi = sequence(plural, beforeKi)
  const owned = sequence(open, either(possessive, sU), removed, maybe(pluralBeforeKi))
  const owner = sequence(sU, removed, maybe(pluralBeforeKi))
  const theirs = sequence(open, lArI, removed)
  const noun = ifEnding(
    [...spell('lAr A U Un Um mUz nUz'), 'm', 'n'],
    either(
      sequence(plural, maybe(beforeKi)),
      sequence(open, ncA, removed, maybe(either(theirs, owned, pluralBeforeKi))),
      sequence(open, either(ndA, nA), either(sequence(lArI, removed), owner, beforeKi)),
      sequence(open, either(ndAn, nU), either(owner, lArI)), // after -lArI the case ending stays
      sequence(
        open,
        dAn,
        removed,
        thenMaybe(
          either(
            sequence(possessive, removed, maybe(pluralBeforeKi)),
            sequence(lAr, removed, maybe(beforeKi)),
            beforeKi,
          ),
        ),
      ),
      sequence(open, either(nUn, ylA), removed, maybe(either(pluralBeforeKi, owned, beforeKi))),
      theirs,
      beforeKi,
      sequence(
        open,
        either(dA, yU, yA),
        removed,
        thenMaybe(either(sequence(possessive, removed, thenMaybe(lAr)), lAr), removed, open, beforeKi),
      ),
      owned,
    ),
  )

  // Hardly a noun ends in d or g; before that came a U which was taken for an ending: kedi, in kedim.
  const vowelAfterD = sequence(
    open,
    close,
    letter('dg'),
    to(vowel),
    either(
      sequence(letter('aı'), replace('ı')),
      sequence(letter('ei'), replace('i')),
      sequence(letter('ou'), replace('u')),
      sequence(letter('öü'), replace('ü')),
    ),
  )
  // kitab(ı) -> kitap
  const lastConsonant = longest({ b: replace('p'), c: replace('ç'), d: replace('t'), ğ: replace('k') })
  const reserved = sequence('ad', maybe('soy'), atEnd)

  // An apostrophe sets endings off from a name: Türkiye'dir. After one letter it is part of the name.
  const quotes = sequence(ahead("'"), select(either(to(notLetter("'")), toEnd)), remove)
  const endingsOfName = sequence(skip(2), to("'"), open, toEnd, close, remove)

  return sequence(
    always(quotes),
    always(endingsOfName),
    ahead(sequence(past(vowel), past(vowel))), // a single syllable is a stem
    backward(sequence(always(predicate), number('noun endings', '=', 1), always(noun))),
    backward(sequence(not(reserved), always(vowelAfterD), always(lastConsonant))),
  )
}
