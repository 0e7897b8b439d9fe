/** The Lancaster stemmer as its paper tells it, rule by rule on a string. Slow and obvious. */

export type Acceptable = (word: string, removed: number, appended: string) => boolean

/** As in the paper: with a vowel in front two letters must remain, otherwise three with a vowel or y. */
export const acceptable: Acceptable = (word, removed, appended) => {
  if (removed >= word.length) return false
  const stem = word.slice(0, word.length - removed) + appended
  return /^[aeiou]/.test(word) ? stem.length >= 2 : stem.length >= 3 && /[aeiouy]/.test(stem)
}

/** As in NLTK: appended letters do not count, y is a vowel in front, a vowel must be the second or third letter. */
export const acceptableInNltk: Acceptable = (word, removed) => {
  const remaining = word.length - removed
  return /^[aeiouy]/.test(word) ? remaining >= 2 : remaining >= 3 && /^.{1,2}[aeiouy]/.test(word)
}

/** Gives stems by rules in the notation of the paper. */
export function lancasterOracle(list: readonly string[], accept: Acceptable = acceptable) {
  const rules = list.map((rule) => {
    const [, backwards, star, removed, appended, end] = /^(\p{L}+)(\*?)(\d)(\p{L}*)([.>])$/u.exec(
      rule,
    ) as RegExpExecArray
    const ending = [...(backwards as string)].reverse().join('')
    return {
      ending,
      intact: star === '*',
      removed: Number(removed),
      appended: appended as string,
      last: end === '.',
    }
  })
  return (word: string): string => {
    let stem = word
    let intact = true
    let sameLength = 0
    for (;;) {
      const rule = rules.find(
        (one) =>
          stem.endsWith(one.ending) &&
          (intact || !one.intact) &&
          accept(stem, one.removed, one.appended) &&
          (one.last || one.appended.length !== one.removed || sameLength < 8),
      )
      if (!rule) return stem
      stem = stem.slice(0, stem.length - rule.removed) + rule.appended
      if (rule.last) return stem
      intact = false
      sameLength = rule.appended.length === rule.removed ? sameLength + 1 : 0
    }
  }
}
