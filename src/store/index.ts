/** The store of corpora: the catalogue, downloads and opening; every public name of `corpora` in wordloom/node. */
export type { Catalogue, CatalogueEntry, CatalogueFile, CategoryRule } from './catalogue.js'
export { type OpenFilesOptions, type OpenOptions, open, openFiles } from './open.js'
