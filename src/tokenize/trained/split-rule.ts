/**
 * Rules that make the words of a multiword token from its surface: what is cut off at one end of the surface, what is
 * put there instead, and the other words.
 *
 * `della` = `di` + `la` cuts `ella`, puts `i`, and adds `la`; `verificarsi` = `verificar` + `si` cuts `si`, puts
 * nothing. Rules at the end serve suffixes (Turkish `ki`, Portuguese `-se`), rules at the beginning prefixes (Arabic
 * `w`, Hebrew `h`). All is lower case; `applyRule` gives the words the case of the surface.
 */

/** Words that a rule may add. */
const MOST_WORDS = 16
/** Units of the longest of them. */
const LONGEST = 64

/** Where a rule cuts. */
export type RuleEnd = 'end' | 'begin'

/** One way to split. */
export interface SplitRule {
  readonly at: RuleEnd
  /** What is cut off the surface. */
  readonly cut: string
  /** What stands in its place. */
  readonly put: string
  /** The other words: behind the one that keeps most of the surface, or before it. */
  readonly others: readonly string[]
}

/** `text` in lower case, or as it is where that would change its length. */
export function lowered(text: string): string {
  const small = text.toLowerCase()
  return small.length === text.length ? small : text
}

/** The rule that makes `forms` (two or more) of `surface`; of two the one that changes fewer letters. */
export function deriveRule(surface: string, forms: readonly string[]): SplitRule {
  const whole = lowered(surface)
  const words = forms.map(lowered)
  const first = words[0]!
  const last = words.at(-1)!
  let head = 0
  while (head < whole.length && head < first.length && whole[head] === first[head]) head++
  let tail = 0
  while (
    tail < whole.length &&
    tail < last.length &&
    whole[whole.length - 1 - tail] === last[last.length - 1 - tail]
  ) {
    tail++
  }
  const atEnd = whole.length - head + first.length - head
  const atBegin = whole.length - tail + last.length - tail
  // A rule must not part the halves of a character.
  head = isLow(whole, head) || isLow(first, head) ? head - 1 : head
  tail = isLow(whole, whole.length - tail) || isLow(last, last.length - tail) ? tail - 1 : tail
  return atBegin < atEnd
    ? {
        at: 'begin',
        cut: whole.slice(0, whole.length - tail),
        put: last.slice(0, last.length - tail),
        others: words.slice(0, -1),
      }
    : { at: 'end', cut: whole.slice(head), put: first.slice(head), others: words.slice(1) }
}

/** Words that `rule` makes of `surface`, or undefined where it does not fit. */
export function applyRule(rule: SplitRule, surface: string): string[] | undefined {
  const small = lowered(surface)
  const fits = rule.at === 'end' ? small.endsWith(rule.cut) : small.startsWith(rule.cut)
  if (!fits) return undefined
  const kept =
    rule.at === 'end' ? surface.slice(0, surface.length - rule.cut.length) : surface.slice(rule.cut.length)
  const smallForms =
    rule.at === 'end'
      ? [lowered(kept) + rule.put, ...rule.others]
      : [...rule.others, rule.put + lowered(kept)]
  if (smallForms.some((form) => form === '')) return undefined
  if (smallForms.join('') === small) return slices(surface, smallForms)
  const capitals = isCapitals(surface)
  const cased = (text: string) => (capitals ? text.toUpperCase() : text)
  if (rule.at === 'end') {
    const own = kept + cased(rule.put)
    return [kept === '' ? likeFirst(own, surface) : own, ...rule.others.map(cased)]
  }
  const others = rule.others.map(cased)
  others[0] = likeFirst(others[0]!, surface)
  // Behind a word that took the capital the rest is small: `Du` is `De` + `le`.
  return [...others, cased(rule.put) + kept]
}

/** A rule as one string, for Packs and as its name. */
export function writeRule({ at, cut, put, others }: SplitRule): string {
  return [at === 'end' ? '-' : '+', cut, put, ...others].join('\t')
}

/** The rule of a string; undefined where it is none. */
export function readRule(text: string): SplitRule | undefined {
  const [sign, cut, put, ...others] = text.split('\t')
  if ((sign !== '-' && sign !== '+') || cut === undefined || put === undefined) return undefined
  if (others.length === 0 || others.length > MOST_WORDS || others.includes('')) return undefined
  if ([cut, put, ...others].some((part) => part.length > LONGEST)) return undefined
  return { at: sign === '-' ? 'end' : 'begin', cut, put, others }
}

function slices(surface: string, forms: readonly string[]): string[] {
  let from = 0
  return forms.map((form) => {
    from += form.length
    return surface.slice(from - form.length, from)
  })
}

function isCapitals(surface: string): boolean {
  return surface.length > 1 && surface === surface.toUpperCase() && surface !== surface.toLowerCase()
}

/** `text` with a capital where `surface` begins with one. */
function likeFirst(text: string, surface: string): string {
  const first = String.fromCodePoint(surface.codePointAt(0)!)
  if (first === first.toLowerCase()) return text
  const own = String.fromCodePoint(text.codePointAt(0)!)
  return own.toUpperCase() + text.slice(own.length)
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
