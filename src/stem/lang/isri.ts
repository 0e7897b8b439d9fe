/**
 * ISRI for Arabic: finds the root of a word by its length and its pattern, without a dictionary of roots.
 *
 * Patterns are written as grammars write them, with ف, ع and ل for the letters of the root: مفعول says that of
 * five letters the first, م, and the fourth, و, are not of the root. What fits no pattern loses a short ending
 * or beginning and is looked at again. Vowel signs are gone before (foldArabic).
 *
 * Source: K. Taghva, R. Elkhoury, J. Coombs, "Arabic stemming without a root dictionary" (ITCC 2005,
 * doi:10.1109/ITCC.2005.90), changed as in NLTK: function words stay, تفاعيل is a pattern, and only the hamza at
 * the beginning is taken off its alif.
 */
import {
  ahead,
  always,
  atEnd,
  backward,
  either,
  length,
  letter,
  longest,
  maybe,
  oneOf,
  type Rule,
  remember,
  remembered,
  remove,
  replace,
  select,
  sequence,
  skip,
} from '../rules.js'

const ROOT_LETTERS = 'فعل'

/** Leaves the letters of the root if the whole word has one of the forms. */
const patterns = (forms: string) => either(...forms.split(' ').map(pattern))

function pattern(form: string): Rule {
  const letters = [...form]
  const isRoot = (at: string) => ROOT_LETTERS.includes(at)
  return sequence(
    ahead(sequence(...letters.map((at) => (isRoot(at) ? skip(1) : at)), atEnd)),
    ...letters.map((at) => (isRoot(at) ? skip(1) : sequence(select(at), remove))),
  )
}

// Function words that would lose letters.
const FUNCTION_WORDS = [
  'يكون وليس وكان كذلك التي وبين عليها مساء الذي وكانت ولكن والتي تكون اليوم اللذين عليه كانت لذلك أمام هناك منها',
  'مازال لازال لايزال مايزال اصبح أصبح أمسى امسى أضحى اضحى مابرح مافتئ ماانفك لاسيما ولايزال الحالي اليها الذين',
  'فانه والذي وهذا لهذا فكان ستكون اليه يمكن بهذا الذى',
].join(' ')

/** Rules of the ISRI stemmer. */
export function isri(): Rule {
  const longBeginning = either(
    sequence(length('>=', 6), longest({ 'كال بال ولل وال': remove })),
    sequence(length('>=', 5), longest({ 'ال لل': remove })),
  )
  const longEnding = either(
    sequence(length('>=', 6), backward(longest({ 'تمل همل تان تين كمل': remove }))),
    sequence(
      length('>=', 5),
      backward(longest({ 'ون ات ان ين تن كم هن نا يا ها تم كن ني وا ما هم': remove })),
    ),
  )
  const connective = sequence(length('>=', 4), select('و'), ahead('و'), remove)
  const initialHamza = sequence(select(letter('آأإ')), replace('ا'))

  const shortAffix = either(
    backward(sequence(select(letter('ةهيكتان')), remove)),
    sequence(select(letter('لبفسويتنا')), remove),
  )

  const four = sequence(length('=', 4), either(patterns('مفعل فاعل فعال فعول فعيل فعلة'), shortAffix))
  const five = sequence(
    length('=', 5),
    either(
      patterns('افتعل افاعل مفعال مفعيل مفعول افعلة تفعلة مفعلة مفتعل يفتعل تفتعل مفاعل تفاعل'),
      patterns('فعالة فعولة انفعل منفعل افعال فعلان تفعيل فاعول فواعل فعائل فاعلة فعالي'),
      sequence(maybe(shortAffix), either(four, patterns('افعلل تفعلل مفعلل فعللة فعالل'))),
    ),
  )
  // افعوعل has the same letter before and after its و.
  const doubled = sequence(
    ahead(sequence('ا', skip(1), select(skip(1)), remember, 'و', remembered, skip(1), atEnd)),
    select('ا'),
    remove,
    skip(1),
    select(skip(2)),
    remove,
  )
  const six = sequence(
    length('=', 6),
    either(
      patterns('استفعل مستفعل مفعالة افتعال'),
      doubled,
      patterns('تفاعيل'),
      sequence(maybe(shortAffix), either(five, patterns('افعلال متفعلل'))),
    ),
  )
  const seven = sequence(length('=', 7), shortAffix, six)

  return either(
    sequence(oneOf(FUNCTION_WORDS), atEnd),
    sequence(
      ...[longBeginning, longEnding, connective, initialHamza].map(always),
      either(four, five, six, seven),
    ),
  )
}
