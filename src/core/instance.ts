/**
 * Makes instances of the compiled core: the module is inlined as base64 and compiled once, synchronously, at
 * first use, so that importing Wordloom costs nothing and needs no loader configuration.
 *
 * The test suite replaces this file by tests/support/instance-checked.ts, which runs the checked build; the
 * three hooks are what that build needs to know.
 */
import { CORE_BASE64 } from './generated/plain.js'
import type { Kernels } from './kernels.js'

/** One instance of the core with its memory. */
export interface CoreInstance {
  readonly kernels: Kernels
  readonly memory: WebAssembly.Memory
  /** Bytes left free between two reserved blocks (red zones in the checked build). */
  readonly gap: number
  /** Called after a block is reserved. */
  reserved(pointer: number, bytes: number): void
  /** Called after all blocks from `pointer` on are given back. */
  released(pointer: number): void
}

let compiled: WebAssembly.Module | undefined

/** Decodes base64 with what the platform has: Buffer in Node, atob elsewhere. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'))
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}

/** A fresh instance of the core with one page of memory. */
export function instantiate(): CoreInstance {
  compiled ??= new WebAssembly.Module(decodeBase64(CORE_BASE64))
  const { exports } = new WebAssembly.Instance(compiled)
  return {
    kernels: exports as unknown as Kernels,
    memory: exports.memory as WebAssembly.Memory,
    gap: 0,
    reserved() {},
    released() {},
  }
}
