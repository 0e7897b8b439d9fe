/**
 * A labelled utterance: what every intent format is read to.
 */

/** A stretch of an utterance that fills a slot. */
export interface SlotSpan {
  /** Name of the slot, as in 'date' or 'artist'. */
  readonly type: string
  /** UTF-16 unit of `text` at which it begins. */
  readonly start: number
  /** UTF-16 unit behind its last. */
  readonly end: number
  /** What it stands for, where that is given and differs from the stretch: 'NYC' for 'the big apple'. */
  readonly value?: string
  /** Role of the slot, as in 'departure' and 'destination' of two cities. */
  readonly role?: string
}

/** An utterance with its intent and slots. */
export interface IntentExample {
  readonly text: string
  /** Name of the intent; '' where the data has slots only. */
  readonly intent: string
  /** Slots in the order of the text. */
  readonly slots: readonly SlotSpan[]
  /** Part of the data, where the file says so: 'train', 'dev', 'test'. */
  readonly split?: string
  /** Slots that the bot had just asked for (restaurant8k). */
  readonly requested?: readonly string[]
}

/** Puts an utterance together of its pieces, some of which are slots. */
export class UtteranceBuilder {
  readonly #slots: SlotSpan[] = []
  #text = ''

  plain(text: string): void {
    this.#text += text
  }

  slot(text: string, slot: Omit<SlotSpan, 'start' | 'end'>): void {
    const start = this.#text.length
    this.#text += text
    this.#slots.push({ ...slot, start, end: this.#text.length })
  }

  /** The utterance without white space at its ends; slots move along. */
  build(intent: string): IntentExample {
    const text = this.#text.trim()
    const lead = this.#text.length - this.#text.trimStart().length
    const inside = (at: number) => Math.min(Math.max(at - lead, 0), text.length)
    const slots = this.#slots.map((slot) => ({ ...slot, start: inside(slot.start), end: inside(slot.end) }))
    return { text, intent, slots }
  }
}
