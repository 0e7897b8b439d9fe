/**
 * SentencePiece's precompiled normalization: a map from strings to strings as a double-array trie over UTF-8 bytes,
 * which published unigram models carry (T5, ALBERT, XLM-RoBERTa). Text is read by grapheme clusters: a cluster of
 * fewer than six bytes is looked up whole, otherwise each of its characters. Of all keys that begin a string the
 * shortest counts, as in the tokenizers library.
 *
 * Layout of the blob: u32 bytes of the trie · trie, u32 units · replacements, each ended by a zero byte. A unit holds
 * an offset (bits 10-30, shifted by 8 if bit 9 is set), bit 8 "a value follows", and a label (bits 0-7).
 *
 * @see Kudo & Richardson 2018, section 3.2; Yata, darts-clone
 */
import { graphemeBoundaries } from '../../text/boundaries.js'
import { type AlignedText, Rewriter } from './aligned-text.js'
import { unitsOf } from './characters.js'
import type { JsonPart } from './json-part.js'
import type { Normalizer } from './normalizers.js'

const WHOLE_CLUSTER = 6 // bytes from which a cluster is read character by character

/** The normalizer of a `Precompiled` part. */
export function readPrecompiled(part: JsonPart): Normalizer {
  part.only('type', 'precompiled_charsmap')
  const charsmap = part.get('precompiled_charsmap')
  const map = charsmap.missing ? undefined : readMap(charsmap)
  return { apply: (source) => (map ? rewrite(source, map) : source), cut: 'always', removes: true }
}

class StringMap {
  readonly #trie: Uint32Array
  readonly #blob: Uint8Array
  readonly #known = new Map<string, string | null>()

  constructor(trie: Uint32Array, blob: Uint8Array) {
    this.#trie = trie
    this.#blob = blob
  }

  /** What a string becomes; null for itself. */
  get(text: string): string | null {
    let found = this.#known.get(text)
    if (found !== undefined) return found
    found = this.#find(new TextEncoder().encode(text))
    // Clusters are few in real text; a limit keeps strange text from filling the memory.
    if (this.#known.size < 65_536) this.#known.set(text, found)
    return found
  }

  #find(key: Uint8Array): string | null {
    const trie = this.#trie
    let at = offsetOf(trie[0] ?? 0)
    for (const byte of key) {
      if (byte === 0) return null
      at ^= byte
      const unit = trie[at] ?? 0
      if ((unit & 0x800000ff) >>> 0 !== byte) return null
      at ^= offsetOf(unit)
      if ((unit & 0x100) !== 0) return this.#replacement((trie[at] ?? 0) & 0x7fffffff)
    }
    return null
  }

  #replacement(start: number): string {
    const end = this.#blob.indexOf(0, start)
    return new TextDecoder().decode(this.#blob.subarray(start, end < 0 ? undefined : end))
  }
}

function offsetOf(unit: number): number {
  return (unit >>> 10) << ((unit & 0x200) >>> 6)
}

function readMap(part: JsonPart): StringMap {
  const text = part.string()
  const wrong = () => part.wrong('a character map in base64')
  let bytes: Uint8Array
  try {
    bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    throw wrong()
  }
  if (bytes.length < 4) throw wrong()
  const view = new DataView(bytes.buffer)
  const size = view.getUint32(0, true)
  if (size % 4 !== 0 || size < 4 || size > bytes.length - 4) throw wrong()
  const trie = Uint32Array.from({ length: size / 4 }, (_, i) => view.getUint32(4 + 4 * i, true))
  return new StringMap(trie, bytes.subarray(4 + size))
}

function rewrite(source: AlignedText, map: StringMap): AlignedText {
  const { text } = source
  const out = new Rewriter(source)
  let kept = 0
  const replace = (start: number, end: number, normal: string) => {
    if (start > kept) out.keep(kept, start)
    out.put(normal, start, end)
    kept = end
  }
  let start = 0
  for (const end of clusterEnds(text)) {
    const cluster = text.slice(start, end)
    const whole = utf8Length(cluster) < WHOLE_CLUSTER ? map.get(cluster) : null
    if (whole !== null) replace(start, end, whole)
    else {
      for (let at = start; at < end; ) {
        const next = at + unitsOf(text.codePointAt(at)!)
        const normal = map.get(text.slice(at, next))
        if (normal !== null) replace(at, next, normal)
        at = next
      }
    }
    start = end
  }
  if (kept === 0) return source
  out.keep(kept, text.length)
  return out.finish()
}

// Boundaries but the first.
function clusterEnds(text: string): Uint32Array {
  const boundaries = graphemeBoundaries(text)
  return boundaries[0] === 0 ? boundaries.subarray(1) : boundaries
}

function utf8Length(text: string): number {
  let bytes = 0
  for (let i = 0; i < text.length && bytes < WHOLE_CLUSTER; i++) {
    const unit = text.charCodeAt(i)
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : (unit & 0xf800) === 0xd800 ? 2 : 3
  }
  return bytes
}
