// Writes src/tokenize/character-classes.ts: the class of each code point below U+20000 for the English
// tokenizer, from the Unicode Character Database.
//   node scripts/build-character-classes.mjs [FOLDER]     FOLDER: default /usr/share/unicode (package unicode-data)
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (process.argv.includes('--help')) {
  console.log(
    'node scripts/build-character-classes.mjs [FOLDER]   FOLDER with UnicodeData.txt, PropList.txt, Scripts.txt',
  )
  process.exit(0)
}
const folder = process.argv[2] ?? '/usr/share/unicode'
const target = join(dirname(fileURLToPath(import.meta.url)), '../src/tokenize/character-classes.ts')
const SIZE = 0x20000
const [MARK, LETTER, UPPER, DIGIT, SPACE, IDEOGRAPH, PUNCTUATION, SYMBOL, EMOJI, REGIONAL, OTHER] =
  Array(11).keys()

const read = (name) => readFileSync(join(folder, name), 'utf8')
const rows = (name) =>
  read(name)
    .split('\n')
    .map((line) =>
      line
        .split('#')[0]
        .split(';')
        .map((field) => field.trim()),
    )
    .filter((fields) => fields.length > 1)
function* points(name, wanted) {
  for (const [range, property] of rows(name)) {
    if (!wanted.includes(property)) continue
    const [from, to = from] = range.split('..').map((hex) => Number.parseInt(hex, 16))
    for (let point = from; point <= to; point++) yield point
  }
}

const category = new Array(SIZE)
let first = 0
for (const [hex, name, gc] of rows('UnicodeData.txt')) {
  const point = Number.parseInt(hex, 16)
  if (point >= SIZE) continue
  if (name.endsWith(', First>')) first = point
  else for (let at = name.endsWith(', Last>') ? first : point; at <= point; at++) category[at] = gc
}

const classes = new Uint8Array(SIZE).fill(OTHER)
for (let point = 0; point < SIZE; point++) {
  const gc = category[point] ?? 'Cn'
  if (gc === 'Lu' || gc === 'Lt') classes[point] = UPPER
  else if (gc[0] === 'L' || gc === 'Nl' || gc === 'No') classes[point] = LETTER
  else if (gc === 'Nd') classes[point] = DIGIT
  else if (gc[0] === 'M' || gc === 'Cf') classes[point] = MARK
  else if (gc[0] === 'P') classes[point] = PUNCTUATION
  else if (gc[0] === 'S') classes[point] = SYMBOL
}
for (const point of points('Scripts.txt', ['Han', 'Hiragana'])) {
  if (point < SIZE && classes[point] === LETTER) classes[point] = IDEOGRAPH
}
for (const point of points('emoji/emoji-data.txt', ['Extended_Pictographic'])) {
  if (point >= 0x2600 && point < SIZE) classes[point] = EMOJI
}
classes[0x200b] = OTHER // zero width space parts words
classes.fill(REGIONAL, 0x1f1e6, 0x1f200)
classes.fill(MARK, 0x1f3fb, 0x1f400) // skin tones
for (const point of points('PropList.txt', ['White_Space'])) classes[point] = SPACE

let runs = ''
for (let from = 0; from < SIZE; ) {
  let to = from + 1
  while (to < SIZE && classes[to] === classes[from]) to++
  runs += String.fromCharCode(65 + classes[from]) + (to - from > 1 ? (to - from).toString(36) : '')
  from = to
}
const version = /^# Scripts-([\d.]+)\.txt/.exec(read('Scripts.txt'))[1]
writeFileSync(
  target,
  `/**
 * Classes of the code points below U+20000 for the English tokenizer, Unicode ${version}; written by
 * scripts/build-character-classes.mjs. A run is a capital (A: class 0) and its length in base 36 (none: 1).
 *
 * Classes: mark, letter, capital, digit, white space, ideograph, punctuation, symbol, emoji, regional
 * indicator, other.
 */
const RUNS =
  '${runs}'

/** One byte a code point below U+20000, newly built. */
export function characterClasses(): Uint8Array {
  const classes = new Uint8Array(0x20000)
  let point = 0
  for (let i = 0; i < RUNS.length; ) {
    const value = RUNS.charCodeAt(i++) - 65
    let length = 0
    for (let code = RUNS.charCodeAt(i); code < 65 || code > 90; code = RUNS.charCodeAt(++i)) {
      if (i === RUNS.length) break
      length = length * 36 + code - (code < 65 ? 48 : 87)
    }
    const end = point + (length || 1)
    if (end - point > 32) classes.fill(value, point, end)
    else for (let at = point; at < end; at++) classes[at] = value
    point = end
  }
  return classes
}
`,
)
console.log(`${target}: ${runs.length} characters, Unicode ${version}`)
