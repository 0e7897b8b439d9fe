/**
 * Where the files of the catalogue are fetched from: a mirror that was named, else their publishers.
 *
 * A mirror (a folder, or an HTTP address) has the paths of the catalogue. Who names one means it: nothing is then
 * fetched from anywhere else. Publishers have the content of gzipped files unpacked, so what is pinned then is
 * the content, and it is gzipped on its way into the store.
 */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WordloomError } from '../core/errors.js'
import type { CatalogueFile } from './catalogue.js'
import { placeOf } from './folder.js'
import type { Goal } from './part-file.js'

/** A mirror as it was named. */
export type Mirror = { readonly folder: string } | { readonly address: URL }

/** Where one file comes from and what must come. */
export interface Source {
  /** A path of this machine, or an address. */
  readonly from: { readonly path: string } | { readonly url: URL }
  readonly goal: Goal
  /** Whether what comes is gzipped before it is stored. */
  readonly gzip: boolean
}

/**
 * Reads a mirror: a folder, a file: URL or an HTTP address.
 *
 * @throws OPTION_INVALID when it is an address of another kind
 */
export function readMirror(mirror: string | URL): Mirror {
  const text = String(mirror)
  // 'C:\data' is a folder, and would else be an address of the kind 'c:'.
  if (text !== '' && !/^[a-z][a-z\d+.-]+:/i.test(text)) return { folder: resolve(text) }
  try {
    const url = new URL(text)
    if (url.protocol === 'file:') return { folder: fileURLToPath(url) }
    if (url.protocol === 'http:' || url.protocol === 'https:') {
      url.pathname = url.pathname.replace(/\/?$/, '/')
      url.hash = ''
      return { address: url }
    }
  } catch {
    // Told below.
  }
  throw new WordloomError('OPTION_INVALID', {
    message: `The mirror '${text}' is neither a folder nor an http: or https: address.`,
    hint: 'Name one such as ../shared/corpora or https://mirror.example/corpora.',
    details: { option: 'mirror', value: text },
  })
}

/** Where `file` comes from; undefined where only a mirror has it and none is named. */
export function sourceOf(file: CatalogueFile, mirror: Mirror | undefined): Source | undefined {
  const { path, url, bytes, sha256, compression, contentBytes, contentSha256 } = file
  const content =
    compression === 'gzip' && contentSha256 !== undefined && contentBytes !== undefined
      ? { bytes: contentBytes, sha256: contentSha256 }
      : undefined
  if (mirror !== undefined) {
    const goal = { bytes, sha256, ...(content && { content }) }
    if ('folder' in mirror) return { from: { path: placeOf(mirror.folder, path) }, goal, gzip: false }
    const address = new URL(path.split('/').map(encodeURIComponent).join('/'), mirror.address)
    address.search = mirror.address.search
    return { from: { url: address }, goal, gzip: false }
  }
  if (url === null) return undefined
  return content === undefined
    ? { from: { url: new URL(url) }, goal: { bytes, sha256 }, gzip: false }
    : { from: { url: new URL(url) }, goal: content, gzip: true }
}
