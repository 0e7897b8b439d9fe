/** The store of corpora: the catalogue, downloads and opening; every public name of `corpora` in wordloom/node. */
export type { Catalogue, CatalogueEntry, CatalogueFile, CategoryRule } from './catalogue.js'
export { DEFAULT_DOWNLOAD_OPTIONS, type DownloadOptions, type DownloadReport, download } from './download.js'
export { storeFolder } from './folder.js'
export {
  type CollectionInfo,
  type CorpusInfo,
  collections,
  info,
  type ListedCorpus,
  type ListOptions,
  list,
  type PlacedFile,
  type StoreOptions,
} from './list.js'
export type { DownloadProgress } from './meter.js'
export { type OpenFilesOptions, type OpenOptions, open, openFiles } from './open.js'
export { DEFAULT_PACK_OPTIONS, type PackOptions, type PackReport, pack, packFiles } from './pack.js'
export { path } from './path.js'
export { type RemoveReport, remove } from './remove.js'
export { openPack } from './stored-pack.js'
export { type UnpackReport, unpack } from './unpack.js'
export {
  type VerifiedCorpus,
  type VerifiedFile,
  type VerifyOptions,
  type VerifyProgress,
  verify,
} from './verify.js'
export { wordnet } from './wordnet.js'
