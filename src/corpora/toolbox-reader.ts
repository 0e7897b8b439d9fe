/**
 * SIL's standard format (Toolbox, Shoebox) as a corpus format: fields `\mk value`, an entry from one record marker
 * to the next.
 *
 * Lines that begin with no marker continue the field before them. Fields before the first entry belong to the
 * file and are left out; so is the header line `\_sh`.
 *
 * @see SIL, Toolbox Self-Training; Coward and Grimes 2000, Making Dictionaries: a guide to lexicography and MDF
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'

/** A field of an entry. */
export interface ToolboxField {
  readonly marker: string
  readonly value: string
}

/** An entry: its fields in order; markers may come more than once. */
export interface ToolboxEntry {
  /** Value of the record marker: the headword of a lexicon. */
  readonly key: string
  readonly fields: readonly ToolboxField[]
  /** Line on which it begins, from 1. */
  readonly line: number
}

/** How entries begin. */
export interface ToolboxReaderOptions {
  /** Marker that begins an entry, without its backslash. */
  readonly record?: string
}

/** What `toolboxReader` does unless told otherwise. */
export const DEFAULT_TOOLBOX_READER_OPTIONS: Required<ToolboxReaderOptions> = { record: 'lx' }

/**
 * Reader of standard-format lexicons: `records()` are entries, `words()` their keys.
 *
 * @throws OPTION_INVALID
 */
export function toolboxReader(options: ToolboxReaderOptions = {}): CorpusReader<ToolboxEntry> {
  requireOptions(options, { record: null }, 'toolboxReader')
  const marker = options.record ?? DEFAULT_TOOLBOX_READER_OPTIONS.record
  return {
    format: 'toolbox',
    *records(file) {
      let entry: { key: string; fields: { marker: string; value: string }[]; line: number } | undefined
      let line = 0
      for (const text of file.lines()) {
        line++
        const field = /^\\(\S+)\s*(.*)$/.exec(text)
        if (field === null) {
          const last = entry?.fields.at(-1)
          if (last !== undefined && text.trim() !== '') last.value += `\n${text.trim()}`
          continue
        }
        const value = field[2]!.trim()
        if (field[1] === marker) {
          if (entry !== undefined) yield entry
          entry = { key: value, fields: [], line }
        }
        entry?.fields.push({ marker: field[1]!, value })
      }
      if (entry !== undefined) yield entry
    },
    *words(file, context) {
      for (const { key } of this.records!(file, context)) yield key
    },
  }
}
