/**
 * Region: one instance of the core with its own memory, and the only door to the kernels.
 *
 * Memory is a stack of blocks: `reserve` puts a block on top, `release(mark)` takes all above the mark away.
 * Nothing is ever handed back to the system; a Region as a whole is reclaimed by the garbage collector. Views
 * die when memory grows: take them after the last `reserve` and use them at once.
 */
import { WordloomError } from './errors.js'
import { type CoreInstance, instantiate } from './instance.js'
import { KERNEL_CODES, type Kernels, type Pointer } from './kernels.js'

const PAGE = 65_536
const ALIGNMENT = 16

/** Any typed array that can be laid into a Region. */
export type NumberArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float32Array
  | Float64Array

/** One instance of the core with its own memory. */
export class Region {
  readonly #core: CoreInstance
  #top: number

  constructor() {
    this.#core = instantiate()
    this.#top = align(this.#core.kernels.heapBase())
  }

  /** Bytes of memory this Region holds. */
  get byteLength(): number {
    return this.#core.memory.buffer.byteLength
  }

  /**
   * Puts a block on top of the stack, aligned to 16 bytes; its content is undefined.
   *
   * @throws CORE_MEMORY when the core cannot grow (the limit is 4 GiB or what the system gives)
   */
  reserve(bytes: number): Pointer {
    const pointer = this.#top + this.#core.gap
    const top = align(pointer + bytes)
    const { memory } = this.#core
    const missing = top - memory.buffer.byteLength
    if (missing > 0) {
      // Growing by at least an eighth keeps the number of copies small when blocks grow step by step.
      const wanted = Math.ceil(Math.max(missing, memory.buffer.byteLength / 8) / PAGE)
      try {
        memory.grow(wanted)
      } catch (cause) {
        throw new WordloomError('CORE_MEMORY', {
          message: `The core needs ${top} bytes and holds ${memory.buffer.byteLength}; the system gives no more.`,
          hint: 'Work on smaller pieces: stream() keeps memory flat.',
          details: { bytes: top },
          cause,
        })
      }
    }
    this.#top = top
    this.#core.reserved(pointer, bytes)
    return pointer
  }

  /** The present top of the stack, to give to `release` later. */
  mark(): Pointer {
    return this.#top
  }

  /** Takes away every block reserved since `mark` was taken. */
  release(mark: Pointer): void {
    this.#top = mark
    this.#core.released(mark)
  }

  /** Reserves a block and copies `array` into it. */
  copyIn(array: NumberArray): Pointer {
    const pointer = this.reserve(array.byteLength)
    new Uint8Array(this.#core.memory.buffer, pointer, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    )
    return pointer
  }

  /** Copies `text.slice(from, to)` to `pointer` as UTF-16 units (2 bytes each, little-endian). */
  copyText(text: string, from: number, to: number, pointer: Pointer): void {
    const { buffer } = this.#core.memory
    if (typeof Buffer !== 'undefined') {
      Buffer.from(buffer, pointer, (to - from) * 2).write(text.slice(from, to), 'utf16le')
      return
    }
    const units = new Uint16Array(buffer, pointer, to - from)
    for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(from + i)
  }

  /**
   * Calls a kernel and gives its result, which is >= 0.
   *
   * @throws the code that `KERNEL_CODES` names for a negative result
   * @throws CORE_TRAP when the kernel trapped
   */
  run<Name extends keyof Kernels>(name: Name, ...values: Parameters<Kernels[Name]>): number {
    let result: number
    try {
      result = (this.#core.kernels[name] as (...values: number[]) => number)(...values)
    } catch (cause) {
      throw new WordloomError('CORE_TRAP', {
        message: `The kernel ${name} stopped: ${cause instanceof Error ? cause.message : String(cause)}.`,
        hint: 'This is a fault of Wordloom: please report it with the input.',
        details: { kernel: name },
        cause,
      })
    }
    if (result >= 0) return result
    throw new WordloomError(KERNEL_CODES[result] ?? 'CORE_TRAP', {
      message: `The kernel ${name} refused its input with code ${result}.`,
      hint: 'This is a fault of Wordloom: please report it with the input.',
      details: { kernel: name, result },
    })
  }

  /** View of `length` unsigned bytes at `pointer`. */
  u8(pointer: Pointer, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` signed bytes at `pointer`. */
  i8(pointer: Pointer, length: number): Int8Array<ArrayBuffer> {
    return new Int8Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` unsigned 16-bit integers at `pointer`. */
  u16(pointer: Pointer, length: number): Uint16Array<ArrayBuffer> {
    return new Uint16Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` signed 16-bit integers at `pointer`. */
  i16(pointer: Pointer, length: number): Int16Array<ArrayBuffer> {
    return new Int16Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` unsigned 32-bit integers at `pointer`. */
  u32(pointer: Pointer, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` signed 32-bit integers at `pointer`. */
  i32(pointer: Pointer, length: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` 32-bit floats at `pointer`. */
  f32(pointer: Pointer, length: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }

  /** View of `length` 64-bit floats at `pointer`. */
  f64(pointer: Pointer, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#core.memory.buffer as ArrayBuffer, pointer, length)
  }
}

let shared: Region | undefined

/** The process-wide Region of small synchronous work; whoever reserves in it releases before returning. */
export function sharedRegion(): Region {
  shared ??= new Region()
  return shared
}

function align(address: number): number {
  return Math.ceil(address / ALIGNMENT) * ALIGNMENT // not & -16: addresses reach past 2^31
}
