/**
 * Dependencies as a picture: words with their tags, arcs above them, one SVG for any number of sentences.
 *
 * The picture needs nothing from outside: colours for light and dark surroundings are in it, fonts are those that
 * every machine has. All text is escaped, and what steers the direction of text or is no character of XML is shown as
 * U+FFFD. The same Doc gives the same bytes everywhere.
 */
import { requireOptions, WordloomError } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { Span } from '../text/span.js'
import { visibleText } from '../text/visible.js'
import { isPunctuation, type SentenceTree, sentencesOf, sentenceTree, wordColumns } from './arcs.js'
import { MEASURES, type Piece, type Row, rowsOf } from './svg-layout.js'
import { textWidth } from './text-width.js'

/** What a picture shows. */
export interface DependenciesToSvgOptions {
  /** Pixels in which a row of words must fit; longer sentences are broken into rows. Infinity: never. */
  readonly width?: number
  /** Columns whose values stand below the words, from top to bottom; by default `tag`, where the Doc has it. */
  readonly columns?: readonly string[]
  /** Order of the words: `auto` takes what most of their letters are. */
  readonly direction?: 'auto' | 'ltr' | 'rtl'
}

/** What `dependenciesToSvg` does unless told otherwise. */
export const DEFAULT_DEPENDENCIES_TO_SVG_OPTIONS: Required<Omit<DependenciesToSvgOptions, 'columns'>> = {
  width: 960,
  direction: 'auto',
}

/**
 * An SVG of the dependencies of a Doc (its sentences one below the other) or of a Span (as one sentence).
 *
 * The text of an SVG file, UTF-8; it may also stand in HTML as it is. Time is quadratic in the length of a sentence,
 * linear in their number.
 *
 * @throws COLUMN_MISSING without the columns head and deprel, or one that `columns` names
 * @throws COLUMN_SHAPE when a head is no token of the Doc
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { corpora } from 'wordloom/node'
 * import { dependenciesToSvg } from 'wordloom/parse'
 * const [sentence] = (await corpora.open('trees')).sentences()
 * console.log(dependenciesToSvg(sentence!).startsWith('<svg xmlns="http://www.w3.org/2000/svg"')) // true
 * ```
 */
export function dependenciesToSvg(part: Doc | Span, options: DependenciesToSvgOptions = {}): string {
  const picture = new DependencyPicture(options)
  picture.add(part)
  return picture.toSvg()
}

const FONT = { word: 14, below: 10, label: 10 } as const
const MARGIN = 14
const BELOW = 13
/** Between rows of a sentence, and between sentences. */
const ROWS = 12
const SENTENCES = 26
/** From the top of the words to where arcs begin. */
const TOP = 15

/** A picture that grows by sentences, for Docs that come one by one. */
export class DependencyPicture {
  readonly #limit: number
  readonly #columns: readonly string[] | undefined
  readonly #direction: 'auto' | 'ltr' | 'rtl'
  readonly #sentences: { readonly title: string; readonly alt: string; readonly blocks: Block[] }[] = []

  /** @throws OPTION_INVALID */
  constructor(options: DependenciesToSvgOptions = {}) {
    requireOptions(
      options,
      { width: null, columns: null, direction: ['auto', 'ltr', 'rtl'] },
      'dependenciesToSvg',
    )
    const { width, direction } = { ...DEFAULT_DEPENDENCIES_TO_SVG_OPTIONS, ...options }
    if (!(width >= 100)) {
      throw new WordloomError('OPTION_INVALID', {
        message: `dependenciesToSvg: option width is ${width}, expected pixels, 100 or more.`,
        hint: 'Pass width: 960, or Infinity for one row a sentence.',
        details: { option: 'width', value: width },
      })
    }
    this.#limit = width - 2 * MARGIN
    this.#columns = options.columns
    this.#direction = direction
  }

  /** Adds the sentences of a Doc, or a Span as one. @throws COLUMN_MISSING, COLUMN_SHAPE as {@link dependenciesToSvg} */
  add(part: Doc | Span): void {
    for (const span of sentencesOf(part)) {
      const tree = sentenceTree(span)
      const below = wordColumns(span, this.#columns)
      const words = tree.words.map((word, i) =>
        Math.max(textWidth(word, FONT.word), ...below.map(({ texts }) => textWidth(texts[i]!, FONT.below))),
      )
      const label = (text: string) => textWidth(text, FONT.label)
      const mirrored = this.#direction === 'auto' ? isRightToLeft(span.text) : this.#direction === 'rtl'
      this.#sentences.push({
        title: visibleText(span.text).replace(/ +/g, ' '),
        alt: altText(tree),
        blocks: rowsOf(tree, { words, label }, this.#limit).map((row) => ({
          tree,
          row,
          below,
          mirrored,
        })),
      })
    }
  }

  /** The SVG of what has been added. */
  toSvg(): string {
    const several = this.#sentences.length > 1
    const widths = this.#sentences.flatMap(({ blocks }) => blocks.map(({ row }) => row.width))
    const inner = Math.max(40, ...widths)
    let y = MARGIN
    let body = ''
    // What tells the picture in words comes first, where readers of the screen look for it.
    let about = `<title>Dependencies of ${this.#sentences.length} sentences</title>\n`
    this.#sentences.forEach(({ title, alt, blocks }, k) => {
      if (k > 0) y += SENTENCES
      let rows = ''
      blocks.forEach((block, i) => {
        if (i > 0) y += ROWS
        const drawn = blockSvg(block, inner, y)
        rows += drawn.svg
        y += drawn.height
      })
      const inWords = `<title>${escaped(title)}</title><desc>${escaped(alt)}</desc>`
      if (!several) about = `${inWords}\n`
      body += several ? `<g>${inWords}${rows}</g>\n` : rows
    })
    const [width, height] = [Math.ceil(inner + 2 * MARGIN), Math.ceil(y + MARGIN)]
    return `<svg xmlns="http://www.w3.org/2000/svg" class="wordloom" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${about}<style>${STYLE}</style><rect width="100%" height="100%" rx="6"/>\n${body}</svg>\n`
  }
}

/** One row of a sentence with all that is said about it. */
interface Block {
  readonly tree: SentenceTree
  readonly row: Row
  readonly below: ReturnType<typeof wordColumns>
  readonly mirrored: boolean
}

function blockSvg(
  { tree, row, below, mirrored }: Block,
  inner: number,
  top: number,
): { svg: string; height: number } {
  const at = (x: number) => short(MARGIN + (mirrored ? inner - x : x))
  const base = top + row.levels * MEASURES.level + (row.levels > 0 ? 10 : 0)
  let words = ''
  for (let i = row.first; i < row.end; i++) {
    const x = at(row.x[i - row.first]!)
    const root = tree.head[i] === i ? ' class="root"' : ''
    words += `<text x="${x}" y="${short(base + TOP)}"${root}>${escaped(tree.words[i]!)}</text>`
    below.forEach(({ texts, looks }, k) => {
      if (texts[i] === '') return
      words += `<text class="${looks[i]}" x="${x}" y="${short(base + TOP + BELOW * (k + 1))}">${escaped(texts[i]!)}</text>`
    })
    words += '\n'
  }
  const drawn = row.pieces.map((piece) => pieceSvg(piece, base, at)).join('')
  return { svg: `${drawn}${words}`, height: base - top + TOP + 4 + BELOW * below.length }
}

function pieceSvg(piece: Piece, base: number, at: (x: number) => string): string {
  const { arc, label, level, from, to, middle, beginsHere, endsHere } = piece
  const { radius, pad } = MEASURES
  const y = base - 4 - level * MEASURES.level
  const foot = short(base)
  if (arc === undefined) {
    const x = at(from)
    return `<path class="root" d="M${x} ${short(y + 6)}V${foot}"/>${tip(x, base, 'root')}${labelSvg(label, x, y, 'root')}\n`
  }
  const look = isPunctuation(label) ? 'punct' : 'arc'
  const line: string[] = []
  const corner = (x: number, inwards: number) =>
    `M${at(x)} ${foot}V${short(y + radius)}Q${at(x)} ${short(y)} ${at(x + inwards)} ${short(y)}`
  line.push(beginsHere ? corner(from, radius) : `M${at(from)} ${short(y)}`)
  const dependentHere = arc.dependent === arc.left ? beginsHere : endsHere
  const shown = label !== '' && dependentHere
  const far = endsHere ? to - radius : to
  if (shown) {
    const half = textWidth(label, FONT.label) / 2 + pad
    line.push(`H${at(middle - half)}M${at(middle + half)} ${short(y)}`)
  }
  line.push(`H${at(far)}`)
  if (endsHere) line.push(`Q${at(to)} ${short(y)} ${at(to)} ${short(y + radius)}V${foot}`)
  const arrow = dependentHere ? tip(at(arc.dependent === arc.left ? from : to), base, look) : ''
  return `<path class="${look}" d="${line.join('')}"/>${arrow}${shown ? labelSvg(label, at(middle), y, look) : ''}\n`
}

function tip(x: string, base: number, look: string): string {
  return `<path class="${look} tip" d="M${x} ${short(base + 2)}l-3-6h6z"/>`
}

function labelSvg(label: string, x: string, y: number, look: string): string {
  return label === ''
    ? ''
    : `<text class="label ${look}" x="${x}" y="${short(y + 3.3)}">${escaped(label)}</text>`
}

const PICTURE = '.wordloom'

/** One rule for each `look: declarations`, below the class of the picture. */
function rules(looks: Readonly<Record<string, string>>): string {
  return Object.entries(looks)
    .map(([look, declarations]) => `${PICTURE} ${look}{${declarations}}`)
    .join('')
}

const STYLE = `${rules({
  rect: 'fill:#fff',
  text: "font:14px Helvetica,Arial,'Liberation Sans',sans-serif;text-anchor:middle;fill:#1c2430",
  path: 'fill:none;stroke:#94a0b0;stroke-width:1.1',
  'path.punct': 'stroke:#cfd6de',
  'path.root': 'stroke:#c2410c',
  'path.tip': 'fill:#94a0b0;stroke:none',
  '.tip.punct': 'fill:#cfd6de',
  '.tip.root': 'fill:#c2410c',
  'text.root': 'font-weight:700',
  '.label,.wordloom .other,.wordloom .verb,.wordloom .noun,.wordloom .modifier': 'font-size:10px',
  '.label': 'fill:#465263;font-weight:400',
  '.label.punct': 'fill:#98a3b1',
  '.label.root': 'fill:#c2410c;font-weight:400',
  '.other': 'fill:#7b8797',
  '.verb': 'fill:#b3261e',
  '.noun': 'fill:#1d5fbf',
  '.modifier': 'fill:#18794e',
})}@media(prefers-color-scheme:dark){${rules({
  rect: 'fill:#15181e',
  text: 'fill:#e8ecf2',
  path: 'stroke:#6d798a',
  'path.punct': 'stroke:#3d4653',
  'path.root': 'stroke:#fb923c',
  'path.tip': 'fill:#6d798a',
  '.tip.punct': 'fill:#3d4653',
  '.tip.root,.wordloom .label.root': 'fill:#fb923c',
  '.label': 'fill:#b6c0cd',
  '.label.punct': 'fill:#76818f',
  '.other': 'fill:#8a95a5',
  '.verb': 'fill:#ff8a80',
  '.noun': 'fill:#7fb2ff',
  '.modifier': 'fill:#5fd39b',
})}}`

/** The tree in words, for those who do not see it. */
function altText({ words, labels, head }: SentenceTree): string {
  return words
    .map((word, i) => {
      const label = labels[i] || 'dependent'
      if (head[i] === -1) return `${word} has no head`
      return head[i] === i ? `${word} is the ${label}` : `${word} is ${label} of ${words[head[i]!]}`
    })
    .join('; ')
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu

function isRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return 2 * (text.match(RIGHT_TO_LEFT)?.length ?? 0) > letters && letters > 0
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML; texts of columns are without controls and lone surrogates already. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (unit) => ENTITIES[unit]!).replace(/[\ufffe\uffff]/g, '\ufffd')
}

/** Pixels to a tenth. */
function short(pixels: number): string {
  return String(Math.round(pixels * 10) / 10)
}
