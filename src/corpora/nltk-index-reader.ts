/**
 * NLTK's index of data packages as a corpus format: what its downloader offers.
 *
 * @see https://www.nltk.org/nltk_data/
 */
import { requireOptions } from '../core/errors.js'
import type { CorpusReader } from './corpus.js'
import { XmlFile } from './xml-file.js'

/** A data package of NLTK. */
export interface NltkPackage {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Folder of its data: 'corpora', 'grammars', ... */
  readonly folder: string
  /** Bytes of its zip. */
  readonly bytes: number
  /** Licence as stated; '' where none is. */
  readonly license: string
}

/** Reader of NLTK's index.xml: `records()` are packages; a category is their folder. */
export function nltkIndexReader(options: object = {}): CorpusReader<NltkPackage> {
  requireOptions(options, {}, 'nltkIndexReader')
  return {
    format: 'nltk-index',
    *records(file, context) {
      const xml = new XmlFile(file, context)
      for (const part of xml.units(['package'])) {
        if (part.kind !== 'unit') continue
        const { element } = part
        const [id, url] = [xml.required(element, 'id'), xml.required(element, 'url')]
        const bytes = Number(xml.required(element, 'size'))
        if (id === undefined || url === undefined || Number.isNaN(bytes)) continue
        const of = (name: string) => element.attributes.get(name) ?? ''
        yield { id, name: of('name'), url, folder: of('subdir'), bytes, license: of('license') }
      }
    },
    categoryOf: ({ folder }) => folder,
  }
}
