/**
 * Counts distinct pieces of texts in a Region of its own, which is replaced by one of twice the size when it is
 * full. Layout: state · slots (u32) · entries · arena of units; what is counted is laid above.
 */
import type { Pointer } from '../../core/kernels.js'
import { Region } from '../../core/region.js'
import type { Laid } from './piece-cutter.js'

const ENTRY = 24

/** Distinct pieces with their counts, in the order in which they first came. */
export interface WordCounts {
  /** Units of all words end to end. */
  readonly units: Uint16Array
  /** Shape (nWords + 1,): where each word begins in `units`. */
  readonly offsets: Uint32Array
  /** Shape (nWords,). */
  readonly counts: Float64Array
}

interface Tables {
  readonly region: Region
  readonly state: Pointer
  readonly slots: Pointer
  readonly entries: Pointer
  readonly arena: Pointer
  readonly entryCapacity: number
  readonly arenaCapacity: number
}

/** Counts pieces as they come. */
export class WordCounter {
  #tables = makeTables(1 << 15, 1 << 18)

  /** Counts the pieces that were laid into `region`. */
  add(region: Region, laid: Laid): void {
    const { text, units, pieces, count } = laid
    for (let from = 0; from < count; ) {
      const { region: own, state, slots, entries, arena, entryCapacity, arenaCapacity } = this.#tables
      const mark = own.mark()
      const ownText = own.copyIn(region.u16(text, units))
      const ownPieces = own.copyIn(region.u32(pieces, count * 2))
      from = own.run(
        'subwordCount',
        ownText,
        ownPieces,
        from,
        count,
        slots,
        entryCapacity * 2 - 1,
        entries,
        entryCapacity,
        arena,
        arenaCapacity,
        state,
      )
      own.release(mark)
      if (from < count) this.#grow(units)
    }
  }

  /** What was counted. */
  finish(): WordCounts {
    const { region, state, entries, arena } = this.#tables
    const [words = 0, units = 0] = region.u32(state, 2)
    const table = region.u32(entries, words * 6)
    const values = new Float64Array(table.slice().buffer)
    const offsets = new Uint32Array(words + 1)
    const counts = new Float64Array(words)
    for (let i = 0; i < words; i++) {
      offsets[i + 1] = offsets[i]! + table[i * 6 + 1]!
      counts[i] = values[i * 3 + 2]!
    }
    return { units: region.u16(arena, units).slice(), offsets, counts }
  }

  #grow(longest: number): void {
    const old = this.#tables
    const [words = 0, units = 0] = old.region.u32(old.state, 2)
    const full = words === old.entryCapacity
    const made = makeTables(
      old.entryCapacity * (full ? 2 : 1),
      full ? old.arenaCapacity : old.arenaCapacity * 2 + longest,
    )
    const { region } = made
    region.u32(made.state, 2).set([words, units])
    region.u8(made.entries, words * ENTRY).set(old.region.u8(old.entries, words * ENTRY))
    region.u16(made.arena, units).set(old.region.u16(old.arena, units))
    region.run('subwordCountRehash', made.entries, words, made.slots, made.entryCapacity * 2 - 1)
    this.#tables = made
  }
}

function makeTables(entryCapacity: number, arenaCapacity: number): Tables {
  const region = new Region()
  const state = region.copyIn(new Uint32Array(2))
  const slots = region.reserve(entryCapacity * 8)
  region.u8(slots, entryCapacity * 8).fill(0)
  const entries = region.reserve(entryCapacity * ENTRY)
  const arena = region.reserve(arenaCapacity * 2)
  return { region, state, slots, entries, arena, entryCapacity, arenaCapacity }
}
