/**
 * Fingerprints of training: what a part was trained on and how, as eight hexadecimal digits, so that a resumed training
 * takes over the parts that it would train again to the same bytes, and no others.
 */

import type { Doc } from '../text/doc.js'
import { crc32 } from '../text/pack.js'

/** Columns that any part learns from. */
const COLUMNS = ['form', 'lemma', 'tag', 'xtag', 'features', 'deprel']

/** A fingerprint of what `value` is in JSON: options, names, other fingerprints. */
export function fingerprint(value: unknown): string {
  return digits(new TextEncoder().encode(JSON.stringify(value, plain)))
}

/** A fingerprint of all that the Docs say. */
export function docsFingerprint(docs: readonly Doc[]): string {
  const sums = docs.map((doc) => {
    const parts = [doc.text, digits(bytesOf(doc.start)), digits(bytesOf(doc.end))]
    for (const name of ['sentence', 'head']) if (doc.has(name)) parts.push(digits(bytesOf(doc.numbers(name))))
    for (const name of COLUMNS) {
      if (!doc.has(name)) continue
      const { ids, strings } = doc.strings(name)
      parts.push(name, digits(bytesOf(ids)), ...strings)
    }
    return fingerprint(parts)
  })
  return fingerprint(sums)
}

/** Typed arrays by their content, functions and signals not at all. */
function plain(_key: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return digits(bytesOf(value))
  if (typeof value === 'function' || value instanceof AbortSignal) return undefined
  return value
}

function bytesOf(view: ArrayBufferView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}

function digits(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0')
}
