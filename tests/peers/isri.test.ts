/** The ISRI stemmer beside NLTK's on made-up words; tests/golden/isri.txt has some for where NLTK is not. */
import { expect, it } from 'vitest'
import { Random } from '../../src/core/rng.js'
import { stemmer } from '../../src/stem/index.js'
import { nltk } from '../support/nltk.js'
import { describeWith } from '../support/resources.js'

const isri = stemmer('isri')

/** Words from the letters of Arabic: at random, of affixes and few letters, and of each pattern with affixes. */
function words(count: number): string[] {
  const random = new Random(7)
  const below = (limit: number) => random.below(limit)
  const pick = <T>(items: ArrayLike<T>) => items[below(items.length)] as T
  const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة'
  const signs = 'ًٌٍَُِّْ'
  const forms = [
    'فعل مفعل فاعل فعال فعول فعيل فعلة افتعل افاعل مفعول مفعال مفعيل مفعلة تفعلة افعلة مفتعل يفتعل تفتعل مفاعل',
    'تفاعل فعولة فعالة انفعل منفعل افعال فعلان تفعيل فاعول فواعل فعائل فاعلة فعالي تفعلل افعلل مفعلل فعللة فعالل',
    'استفعل مستفعل مفعالة افتعال افعوعل تفاعيل افعلال متفعلل فعلل',
  ].flatMap((line) => line.split(' '))
  const beginnings = ' كال بال ولل وال ال لل ل ب ف س و ي ت ن ا وو'.split(' ')
  const endings = ' تمل همل تان تين كمل ون ات ان ين تن كم هن نا يا ها تم كن ني وا ما هم ة ه ي ك ت ا ن'.split(
    ' ',
  )
  const any = (of: string, most: number) => Array.from({ length: 1 + below(most) }, () => pick(of)).join('')
  const shaped = () => pick(beginnings) + pick(forms).replace(/[فعل]/g, () => pick(letters)) + pick(endings)
  const kinds = [
    () => any(letters, 10),
    () => any('اتمنويسةهءئأإآلبفك', 9),
    shaped,
    shaped,
    () => shaped().replace(/./g, (letter) => letter + (below(2) > 0 ? pick(signs) : '')),
  ]
  return Array.from({ length: count }, (_, i) => (kinds[i % kinds.length] as () => string)().normalize('NFC'))
}

describeWith('nltk', 'the ISRI stemmer beside NLTK', () => {
  it('gives the same stem for each of 100,000 made-up words', { timeout: 120_000 }, () => {
    const made = words(100_000)
    const stemmerOfNltk = `__import__('nltk.stem.isri', fromlist=['isri']).ISRIStemmer()`
    const [stems, [kept]] = nltk([
      { expression: `list(map(${stemmerOfNltk}.stem, x))`, inputs: [made] },
      { expression: `${stemmerOfNltk}.stop_words`, inputs: [''] },
    ]) as [[string[]], [string[]]]
    const ours = isri.stemAll(made)
    const wrong = made.flatMap((word, i) =>
      ours[i] === stems[0][i] ? [] : [`${word}: ${ours[i]}, not ${stems[0][i]}`],
    )
    expect(wrong).toEqual([])
    expect(isri.stemAll(kept)).toEqual(kept)
  })
})
