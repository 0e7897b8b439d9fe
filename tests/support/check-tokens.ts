/** The contract of every tokenizer whose tokens are words: ordered, disjoint, nothing but white space left out. */
import { expect } from 'vitest'
import type { Doc } from '../../src/text/doc.js'

/** Fails unless offsets are in order and what lies between tokens is white space only. */
export function expectLossless(text: string, doc: Doc): void {
  expectOrdered(text, doc)
  let reached = 0
  for (let i = 0; i <= doc.length; i++) {
    const gap = text.slice(reached, i < doc.length ? doc.start[i] : text.length)
    if (/[^\s\u0085]/u.test(gap)) {
      throw new Error(`left out ${JSON.stringify(gap)} at ${reached} of ${JSON.stringify(text)}`)
    }
    reached = doc.end[i] ?? text.length
  }
}

/** Fails unless tokens are ordered, disjoint, not empty, and cut no pair of surrogates. */
export function expectOrdered(text: string, doc: Doc): void {
  expect(doc.text).toBe(text)
  let reached = 0
  for (let i = 0; i < doc.length; i++) {
    const [start, end] = [doc.start[i]!, doc.end[i]!]
    if (start < reached || end <= start || end > text.length || cuts(text, start) || cuts(text, end)) {
      throw new Error(`token ${i} is [${start}, ${end}) after ${reached} in ${JSON.stringify(text)}`)
    }
    reached = end
  }
}

function cuts(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
