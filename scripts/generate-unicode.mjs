// Writes src/core/assembly/unicode-tables.ts from the Unicode Character Database.
//   node scripts/generate-unicode.mjs [FOLDER]     FOLDER: the database, default /usr/share/unicode (unicode-data)
// Every code point gets one class: the combination of its Word_Break, Grapheme_Cluster_Break, Indic_Conjunct_Break,
// General_Category, White_Space, Extended_Pictographic and wide East_Asian_Width. Classes lie as runs:
//   HOT     one byte for each code point below 0x600
//   PAGES   for each 256 code points above, a row; pages that are alike share one
//   ROWS    where each row begins in STARTS and CLASSES: first low byte of each run, and its class
// and four bytes say what a class is. LV and LVT syllables of Hangul share a class: arithmetic tells them apart.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (process.argv.includes('--help')) {
  console.log('node scripts/generate-unicode.mjs [FOLDER]   writes src/core/assembly/unicode-tables.ts')
  process.exit(0)
}
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const database = process.argv[2] ?? '/usr/share/unicode'
const LIMIT = 0x110000
const HOT = 0x600
const PAGE_LIMIT = 0x400 // pages above are planes 4 to 16; see tailRow, and tail in unicode.ts

function property(file, wanted = () => true) {
  const values = new Array(LIMIT).fill('')
  for (const line of readFileSync(join(database, file), 'utf8').split('\n')) {
    const [range, value] = line
      .split('#')[0]
      .split(';')
      .map((field) => field.trim())
    if (!range || !wanted(value)) continue
    const [first, last = first] = range.split('..').map((hex) => Number.parseInt(hex, 16))
    values.fill(value, first, last + 1)
  }
  return values
}

const wordBreak = property('auxiliary/WordBreakProperty.txt')
const graphemeBreak = property('auxiliary/GraphemeBreakProperty.txt')
const pictographic = property('emoji/emoji-data.txt', (value) => value === 'Extended_Pictographic')
const presentation = property('emoji/emoji-data.txt', (value) => value === 'Emoji_Presentation')
const category = property('extracted/DerivedGeneralCategory.txt')
const whiteSpace = property('PropList.txt', (value) => value === 'White_Space')
const width = property('EastAsianWidth.txt')
const syllabic = property('IndicSyllabicCategory.txt')
const script = property('Scripts.txt')
const combining = property('extracted/DerivedCombiningClass.txt')

// Indic_Conjunct_Break came with Unicode 15.1; this is its definition in UAX #44, for the scripts it names.
const CONJUNCT_SCRIPTS = ['Bengali', 'Devanagari', 'Gujarati', 'Malayalam', 'Oriya', 'Telugu']
function conjunct(code) {
  const indic = CONJUNCT_SCRIPTS.includes(script[code])
  if (indic && syllabic[code] === 'Virama') return 'Linker'
  if (indic && syllabic[code] === 'Consonant') return 'Consonant'
  const extends_ =
    graphemeBreak[code] === 'Extend' ||
    graphemeBreak[code] === 'ZWJ' ||
    (combining[code] !== '' && combining[code] !== '0')
  return extends_ ? 'Extend' : ''
}

const NAMES = {
  WB: [
    'Other',
    'CR',
    'LF',
    'Newline',
    'WSegSpace',
    'ZWJ',
    'Extend',
    'Format',
    'ALetter',
    'Hebrew_Letter',
    'Numeric',
    'Katakana',
    'ExtendNumLet',
    'Regional_Indicator',
    'MidLetter',
    'MidNum',
    'MidNumLet',
    'Single_Quote',
    'Double_Quote',
  ],
  GB: [
    'Other',
    'CR',
    'LF',
    'Control',
    'Extend',
    'ZWJ',
    'Regional_Indicator',
    'Prepend',
    'SpacingMark',
    'L',
    'V',
    'T',
    'LVT',
  ],
  GC: [
    'Cn',
    'Cc',
    'Cf',
    'Co',
    'Cs',
    'Lu',
    'Lt',
    'Ll',
    'Lm',
    'Lo',
    'Mn',
    'Mc',
    'Me',
    'Nd',
    'Nl',
    'No',
    'Pc',
    'Pd',
    'Ps',
    'Pe',
    'Pi',
    'Pf',
    'Po',
    'Sm',
    'Sc',
    'Sk',
    'So',
    'Zs',
    'Zl',
    'Zp',
  ],
}
const CONJUNCTS = ['', 'Linker', 'Consonant', 'Extend']

function code(list, value) {
  const found = NAMES[list].indexOf(value)
  if (found < 0) throw new Error(`unknown ${list} value '${value}'`)
  return found
}

function facts(point) {
  const cluster = graphemeBreak[point] === 'LV' ? 'LVT' : graphemeBreak[point] || 'Other'
  const wide = width[point] === 'W' || width[point] === 'F' || presentation[point] !== ''
  return [
    code('WB', wordBreak[point] || 'Other'),
    code('GB', cluster),
    code('GC', category[point] || 'Cn'),
    (whiteSpace[point] ? 1 : 0) |
      (pictographic[point] ? 2 : 0) |
      (wide ? 4 : 0) |
      (CONJUNCTS.indexOf(conjunct(point)) << 3),
  ]
}

const classes = new Map()
const classOf = new Uint8Array(LIMIT)
for (let point = 0; point < LIMIT; point++) {
  const key = facts(point).join()
  if (!classes.has(key)) classes.set(key, classes.size)
  classOf[point] = classes.get(key)
}
if (classes.size > 255) throw new Error(`${classes.size} classes do not fit a byte`)

const rowNumbers = new Map()
const rows = []
const starts = []
const runClasses = []
function rowOf(page) {
  const runs = []
  for (let low = 0; low < 256; low++) {
    const value = classOf[page * 256 + low]
    if (low === 0 || value !== classOf[page * 256 + low - 1]) runs.push([low, value])
  }
  const key = runs.join(';')
  if (!rowNumbers.has(key)) {
    rowNumbers.set(key, rowNumbers.size)
    rows.push(starts.length)
    for (const [low, value] of runs) {
      starts.push(low)
      runClasses.push(value)
    }
  }
  return rowNumbers.get(key)
}
// Pages below HOT get row 0, whatever it is: nobody reads them.
const pages = Array.from({ length: PAGE_LIMIT }, (_, page) => (page < HOT / 256 ? 0 : rowOf(page)))
const tail = {
  UNASSIGNED: rowOf(PAGE_LIMIT),
  TAGS: rowOf(0xe00),
  VARIATIONS: rowOf(0xe01),
  IGNORABLE: rowOf(0xe02),
  PRIVATE: rowOf(0xf00),
  PLANE_END: rowOf(0xfff),
}
rows.push(starts.length)
if (rowNumbers.size > 255) throw new Error(`${rowNumbers.size} rows do not fit a byte`)
function tailRow(page) {
  if (page >= 0xf00) return (page & 0xff) === 0xff ? tail.PLANE_END : tail.PRIVATE
  if (page < 0xe00 || page > 0xe0f) return tail.UNASSIGNED
  return page === 0xe00 ? tail.TAGS : page === 0xe01 ? tail.VARIATIONS : tail.IGNORABLE
}
for (let page = PAGE_LIMIT; page < LIMIT / 256; page++) {
  if (rowOf(page) !== tailRow(page)) throw new Error(`page ${page.toString(16)} is not what tail() expects`)
}

const version = /PropList-([\d.]+)\.txt/.exec(readFileSync(join(database, 'PropList.txt'), 'utf8'))[1]
const table = (type, name, values) =>
  `export const ${name}: usize = memory.data<${type}>([${values.join(',')}])`
const constants = Object.entries(NAMES).flatMap(([prefix, names]) =>
  names.map(
    (name, value) => `export const ${prefix}_${name.replaceAll(/_/g, '').toUpperCase()}: u32 = ${value}`,
  ),
)
const output = join(root, 'src/core/assembly/unicode-tables.ts')
writeFileSync(
  output,
  [
    `// Unicode ${version}: what every code point is. Written by scripts/generate-unicode.mjs from the Unicode Character`,
    '// Database; do not edit. unicode.ts reads these tables and says how they lie.',
    ...constants,
    `export const HOT_LIMIT: u32 = ${HOT}`,
    `export const PAGE_LIMIT: u32 = ${PAGE_LIMIT}`,
    ...Object.entries(tail).map(([name, row]) => `export const ROW_${name}: u32 = ${row}`),
    table('u8', 'HOT', Array.from(classOf.subarray(0, HOT))),
    table('u8', 'PAGES', pages),
    table('u16', 'ROWS', rows),
    table('u8', 'STARTS', starts),
    table('u8', 'CLASSES', runClasses),
    table(
      'u8',
      'FACTS',
      [...classes.keys()].flatMap((key) => key.split(',')),
    ),
    '',
  ].join('\n'),
)
execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', output], {
  cwd: root,
  stdio: 'inherit',
})
const bytes = HOT + pages.length + rows.length * 2 + starts.length * 2 + classes.size * 4
console.log(
  `Unicode ${version}: ${classes.size} classes, ${rowNumbers.size} rows, ${bytes} bytes -> ${output}`,
)
