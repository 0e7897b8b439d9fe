/**
 * The case of a word carried over to another form of it: Child, Children; CHILD, CHILDREN; iPhone, iPhones; CD, CDs.
 *
 * What both forms begin with keeps the letters of the original; what comes after is lower case, unless the original
 * is in capitals. Capitals that cannot be read as a word (CD, USB, NGO) are taken for an abbreviation, whose ending
 * stays small.
 */

const VOWELS = 'aeiouy'

/** Abbreviations that could be read as words. */
const ABBREVIATIONS = new Set(
  (
    'ai api ba bmi bio ceo cfo cio coo cto cpa cva dea dui emu eta epa eu faq fda gi gpa gui hiv iban id io ipo iq ira isa ' +
    'isp iud iva ivf kpi mba mia mou nda oap oem phd plo ppo icu qa roi sme suv tas tv ufo un url usa va vip'
  ).split(' '),
)

/** Pairs of consonants that English words begin and end with; doubled letters end words besides. */
const ONSETS = new Set(
  'bl br ch cl cr cz dr dw fl fr gh gl gn gr kn kr ph pl pr ps rh sc sh sk sl sm sn sp sq st sw th tr ts tw wh wr'.split(
    ' ',
  ),
)
const CODAS = new Set(
  (
    'bs ch ck cs ct ds ft gh gs hs ks lb ld lf lk lm ln lp ls lt lx mb mn mp ms nc nd ng nk ns nt nx nz ph ps pt rb rc rd rf rg rk ' +
    'rl rm rn rp rs rt rx sh sk sm sp st th ts tz wd wk wl wn ws xt ys'
  ).split(' '),
)

/** Whether `word` is of two letters or more, and all of them are capitals. */
export function isUpper(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
}

/** Whether the first letter of `word` is a capital. */
export function isCapitalised(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** The nouns of two letters; any other two capitals are an abbreviation. */
const TWO_LETTER_NOUNS = new Set(['ax', 'ox', 'no', 'go', 'ad', 'pa', 'ma'])

function isConsonant(letter: string): boolean {
  return letter >= 'a' && letter <= 'z' && !VOWELS.includes(letter)
}

/** Whether `word`, in small letters, has no vowel. */
export function isVowelless(word: string): boolean {
  return ![...word].some((letter) => VOWELS.includes(letter))
}

/** Whether capitals such as `word` are an abbreviation, not a word that is shouted: CD, NGO, UFO. */
export function isAbbreviation(word: string): boolean {
  if (word.length > 5 || !isUpper(word)) return false
  const lower = word.toLowerCase()
  if (word.length === 2) return !TWO_LETTER_NOUNS.has(lower)
  const first = lower.slice(0, 2)
  const last = lower.slice(-2)
  const twoConsonants = (pair: string) => [...pair].every(isConsonant)
  return (
    ABBREVIATIONS.has(lower) ||
    isVowelless(lower) ||
    (twoConsonants(first) && !ONSETS.has(first)) ||
    (twoConsonants(last) && last[0] !== last[1] && !CODAS.has(last))
  )
}

/** `form`, which is in small letters, with the case of `model`. */
export function withCaseOf(model: string, form: string): string {
  const lower = model.toLowerCase()
  if (lower === model) return form
  if (lower.length !== model.length) return form
  const parts = model.split(/(?<=[ -])/)
  const others = form.split(/(?<=[ -])/)
  if (parts.length > 1 && parts.length === others.length)
    return parts.map((part, i) => withCaseOf(part, others[i]!)).join('')
  const upper = isUpper(model)
  let same = 0
  while (same < model.length && same < form.length && lower.charCodeAt(same) === form.charCodeAt(same)) same++
  const rest = form.slice(same)
  const kept = model.slice(0, same) + (upper ? rest.toUpperCase() : rest)
  return same === 0 && !upper && isCapitalised(model) ? rest.charAt(0).toUpperCase() + rest.slice(1) : kept
}
