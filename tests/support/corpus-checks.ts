/**
 * What the tests and cards of the bundled corpora measure: words, near-duplicates, type-token ratio, lengths and
 * spelling. All measures count the same words (`wordsOf`), so figures of different corpora can stand side by side.
 *
 * Near-duplicates are found with a prefix filter over an inverted index (Chaudhuri, Ganti, Kaushik 2006, "A Primitive
 * Operator for Similarity Joins in Data Cleaning"): only texts that share one of their rarest words are compared.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { mirror } from './resources.js'

/** The words of a text, lower-cased: runs of letters, marks and digits, with apostrophes inside (`don't`). */
export function wordsOf(text: string): string[] {
  const normal = text.toLowerCase().replaceAll('’', "'")
  return normal.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}\p{N}]+)*/gu) ?? []
}

/** Two texts whose sets of words are alike: their places in the list, and the Jaccard similarity. */
export interface NearDuplicate {
  readonly first: number
  readonly second: number
  readonly similarity: number
}

/**
 * Every pair of texts whose sets of words have a Jaccard similarity above `threshold` (0 <= threshold < 1), in the
 * order of the list. Texts without any word are alike when they are equal.
 */
export function nearDuplicates(texts: readonly string[], threshold = 0.8): NearDuplicate[] {
  const sets = texts.map((text) => {
    const words = [...new Set(wordsOf(text))]
    return words.length > 0 ? words : [`\0${text}`]
  })
  const frequency = new Map<string, number>()
  for (const set of sets) for (const word of set) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const rarestFirst = (a: string, b: string) =>
    frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : a > b ? 1 : 0)
  const index = new Map<string, number[]>()
  const pairs: NearDuplicate[] = []
  const members: Set<string>[] = []
  for (const [second, set] of sets.entries()) {
    set.sort(rarestFirst)
    // Two sets that overlap enough must share a word among the first n - ceil(threshold * n) + 1 of either.
    const prefix = set.slice(0, set.length - Math.ceil(threshold * set.length) + 1)
    const candidates = new Set<number>()
    for (const word of prefix) {
      const places = index.get(word)
      if (places) {
        for (const place of places) candidates.add(place)
        places.push(second)
      } else index.set(word, [second])
    }
    for (const first of [...candidates].sort((a, b) => a - b)) {
      const other = members[first]!
      let shared = 0
      for (const word of set) if (other.has(word)) shared++
      const similarity = shared / (set.length + other.size - shared)
      if (similarity > threshold) pairs.push({ first, second, similarity })
    }
    members.push(new Set(set))
  }
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second)
}

/** Distinct words divided by words, over the first `n` words (fewer if there are fewer; 0 for none). */
export function typeTokenRatio(words: readonly string[], n = 5000): number {
  const first = words.slice(0, n)
  return first.length === 0 ? 0 : new Set(first).size / first.length
}

/**
 * The texts in an order that looks random and depends on nothing but the texts (FNV-1a of each): corpora grouped by
 * class would else show the ratio of their first class.
 */
export function mixed(texts: readonly string[]): string[] {
  const hash = (text: string) => {
    let value = 0x811c9dc5
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
    return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0
  }
  return texts
    .map((text) => ({ text, key: hash(text) }))
    .sort((a, b) => a.key - b.key || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ text }) => text)
}

/** How long texts are, in words of `wordsOf`. */
export interface LengthStatistics {
  readonly count: number
  readonly mean: number
  readonly median: number
  readonly p95: number
  readonly max: number
}

/** Mean, median, 95th percentile (nearest rank) and maximum of the numbers of words of the texts. */
export function lengthStatistics(texts: readonly string[]): LengthStatistics {
  const lengths = texts.map((text) => wordsOf(text).length).sort((a, b) => a - b)
  const count = lengths.length
  if (count === 0) return { count, mean: 0, median: 0, p95: 0, max: 0 }
  const rank = (share: number) => lengths[Math.max(0, Math.ceil(share * count) - 1)]!
  const mean = lengths.reduce((sum, length) => sum + length, 0) / count
  return { count, mean, median: rank(0.5), p95: rank(0.95), max: rank(1) }
}

/** Anything that knows words: a Set of lower-cased words, or `englishLexicon()`. */
export interface Lexicon {
  has(word: string): boolean
}

/** The distinct words that no lexicon has, sorted. */
export function unknownWords(words: Iterable<string>, ...lexicons: readonly Lexicon[]): string[] {
  const unknown = new Set<string>()
  for (const word of new Set(words)) if (!lexicons.some((lexicon) => lexicon.has(word))) unknown.add(word)
  return [...unknown].sort()
}

/** The non-empty lines of a list as a set of lower-cased words; what follows `#` is a comment. */
export function wordList(text: string): Set<string> {
  const lines = text.split('\n').map((line) => line.split('#')[0]!.trim().toLowerCase())
  return new Set(lines.filter((line) => line !== ''))
}

let english: Lexicon | undefined

/**
 * The English word list of the corpora (`nltk/corpora/words.zip`), with regular inflections, contractions,
 * possessives and numbers. It is generous: it is there to find slips, not to define English.
 */
export function englishLexicon(): Lexicon {
  if (!english) {
    const member = (name: string) =>
      new TextDecoder('latin1').decode(zipMember('nltk/corpora/words.zip', name))
    const words = wordList(`${member('words/en')}\n${member('words/en-basic')}`)
    for (const word of wordsOf(MODERN)) words.add(word)
    for (const letter of SINGLE_LETTERS) words.delete(letter)
    english = { has: (word) => isEnglish(word.toLowerCase(), words) }
  }
  return english
}

/** One member of a zip of the corpora (stored or deflated), by its central directory. */
export function zipMember(path: string, name: string): Uint8Array {
  const found = zipMembers(path, (member) => member === name).get(name)
  if (!found) throw new Error(`${path} has no member ${name}`)
  return found
}

/** The members of a zip of the corpora whose names `wanted` takes, unpacked, in the order of the zip. */
export function zipMembers(path: string, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const bytes = readFileSync(join(mirror(), path))
  const found = new Map<string, Uint8Array>()
  let entry = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  while (bytes.readUInt32LE(entry) === 0x02014b50) {
    const nameLength = bytes.readUInt16LE(entry + 28)
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength)
    if (wanted(name)) {
      const local = bytes.readUInt32LE(entry + 42)
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))
      found.set(name, bytes.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed))
    }
    entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32)
  }
  return found
}

// The list names every letter of the alphabet as a word; as a word of a sentence only these are.
const SINGLE_LETTERS = [...'bcdefghjklmnpqrstuvwxyz']

// Irregular forms and everyday words of today that the list of 1934 lacks (those it has do no harm).
const MODERN = `
  box boxes   airline airlines airport airports alright app apps aren became began begun bitten blog bluetooth boyfriend
  bred broke broken brunch built burger camper carpool cheeseburger children chilli cinema colour couldn
  coworker cutlery dealt decaf deodorant didn dishwasher doesn dove download downstairs drank drawn driveway
  drunk dug email emails espresso everyday fairytale fallen favourite fed feet felt fewer fled flew flown
  flung forgave forgiven forgot forgotten fought freezer fridge frozen geese girlfriend goodbye goodnight
  gotten gown grandkid grandma grandpa grew grown hadn haircut hangover hasn hated headphone headphones
  heard held hid homework hotdog hung hurt icon inbox internet isn jeans jetlag jogging junk keyboard kid
  kids kindergarten knelt knew laid lain laptop lasagna laundry led lent logo lost lunchbox made makeup mall
  meant men met mice microwave mobile mom mum mums nanny offline okay online outage overdue overslept paid
  pajamas pancake passcode password pasta paycheck pizza playlist podcast printer pyjamas quit ran rang
  reboot refill refund refundable reschedule rode rung sang sank sat saw scanner screenshot sent setup
  shaken shampoo shone shook shot shown shrank shrunk sitcom slept slid smartphone sneakers snowboard snuck
  sofa software sold sought spaghetti spam speakerphone sped spent spun stadium stole stolen stood streaming
  struck stuck stung subway sung sunk sunscreen supermarket swam swept swore sworn swum swung takeaway taken
  takeout taught taxi teenager teeth threw thriller thrown toaster tore torn tortilla traffic trainers tread
  treadmill trolley tv tweet understood underwent unsubscribe update upload upset vacuum video vitamin
  voicemail voucher wasn website weekday weekend went wept weren wifi withdrew woke woken women won wore
  workout worn wouldn wove wrote yoga yoghurt yogurt zipper
`

const CONTRACTED = new Set(["can't", "won't", "shan't", "ain't", "o'clock", "let's", "y'all", "ma'am", "'em"])
const CLITICS = ["n't", "'s", "'ll", "'re", "'ve", "'d", "'m"]

function isEnglish(word: string, words: ReadonlySet<string>): boolean {
  if (words.has(word) || CONTRACTED.has(word)) return true
  if (/^\d+(?:st|nd|rd|th|s|am|pm)?$/.test(word)) return true
  for (const clitic of CLITICS) {
    if (word.endsWith(clitic) && word.length > clitic.length)
      return isEnglish(word.slice(0, -clitic.length), words)
  }
  return stems(word).some((stem) => stem.length > 1 && words.has(stem))
}

/** What a word may be a regular inflection of. */
function stems(word: string): string[] {
  const found: string[] = []
  for (const suffix of ['s', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'r', 'est', 'st', 'ly', 'ings']) {
    if (!word.endsWith(suffix) || word.length < suffix.length + 2) continue
    const stem = word.slice(0, -suffix.length)
    found.push(stem, `${stem}e`)
    if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`)
    if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1))
  }
  if (word.endsWith('ves')) found.push(`${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`)
  return found
}
