/** Strings that an engine gives, found again in the text that it was given. */

/** Half-open, in UTF-16 units. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Where each string lies in `text`, in order; undefined for what is not there. */
export function locateEach(text: string, strings: readonly string[]): (TextSpan | undefined)[] {
  let from = 0
  return strings.map((string) => {
    // Treebank tokenizers write double quotes as `` and ''.
    const forms = string === '``' || string === "''" ? ['"', string] : [string.trim()]
    for (const form of forms) {
      const start = form === '' ? -1 : text.indexOf(form, from)
      if (start < 0 || start - from > 40) continue
      from = start + form.length
      return { start, end: from }
    }
    return undefined
  })
}
