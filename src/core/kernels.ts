/**
 * The kernels of the core with their TypeScript types: the one list that the rest of the house calls through
 * `Region.run`. A house test compares it with what the compiled core exports, in both directions.
 *
 * All pointers and counts are 32-bit integers. A result >= 0 is a count (or what the kernel's line says); a
 * negative one is a code of `KERNEL_CODES`, which `Region.run` turns into a `WordloomError`.
 */
import type { ErrorCode } from './errors.js'

/** A byte address in the memory of one Region. */
export type Pointer = number

/** Signatures of all kernels; sources in src/core/assembly. */
export interface Kernels {
  /** First address that no static table uses. */
  heapBase(): Pointer
}

/** Every kernel by name, one a line, for the house test that compares them with the compiled core. */
export const KERNELS: Readonly<Record<keyof Kernels, true>> = {
  heapBase: true,
}

/** Error codes of negative kernel results; the numbers are those of src/core/assembly/codes.ts. */
export const KERNEL_CODES: Readonly<Record<number, ErrorCode>> = {
  [-1]: 'CORE_CAPACITY',
  [-2]: 'CORE_MALFORMED',
}
