/**
 * Where paragraphs end: at white space that holds a blank line, or at a PARAGRAPH SEPARATOR (U+2029).
 */

/** Whether the gap [from, to) of `text` ends a paragraph: two line breaks (CRLF is one), or U+2029. */
export function endsParagraph(text: string, from: number, to: number): boolean {
  let breaks = 0
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x20) continue
    if (unit === 0x2029) return true
    const lineBreak = (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028
    const secondHalf = unit === 0x0a && i > from && text.charCodeAt(i - 1) === 0x0d
    if (lineBreak && !secondHalf && ++breaks > 1) return true
  }
  return false
}
