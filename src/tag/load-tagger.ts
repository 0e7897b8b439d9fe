/** Loading a simple tagger of any type, with the taggers behind it. */
import { AffixTagger } from './affix-tagger.js'
import { BrillTagger } from './brill-tagger.js'
import { DefaultTagger } from './default-tagger.js'
import { HmmTagger } from './hmm-tagger.js'
import { NgramTagger } from './ngram-tagger.js'
import { RegexpTagger } from './regexp-tagger.js'
import type { DocTagger, SimpleTagger, SimpleTaggerType } from './simple-tagger.js'
import { malformed, type TaggerLoadOptions, TaggerPack, unpackTagger } from './tagger-pack.js'

// A function, because these modules and this one import each other.
const loaders = (): Readonly<Record<SimpleTaggerType, (pack: TaggerPack) => SimpleTagger>> => ({
  default: DefaultTagger.read,
  regexp: RegexpTagger.read,
  ngram: NgramTagger.read,
  affix: AffixTagger.read,
  brill: BrillTagger.read,
  hmm: HmmTagger.read,
})

/**
 * A simple tagger of any type from the bytes of its `save`, with the taggers behind it. Runs no code of theirs.
 *
 * @throws PACK_MALFORMED, PACK_CHECKSUM, PACK_KIND or PACK_VERSION when they are not such bytes
 * @throws OPTION_INVALID when it was saved with a tagger behind it that is no simple tagger, and none is given
 * @example
 * ```ts
 * import { tokenize } from 'wordloom'
 * import { DefaultTagger, loadSimpleTagger } from 'wordloom/tag'
 * const tagger = loadSimpleTagger(new DefaultTagger('NN').save())
 * console.log(tagger.type, tagger.tag(tokenize('a loom')).token(1)?.get('tag')) // default NN
 * ```
 */
export function loadSimpleTagger(bytes: Uint8Array, options: TaggerLoadOptions = {}): SimpleTagger {
  return fromPack(new TaggerPack(bytes, options))
}

/** A tagger that lies in the Pack of another one. */
export function loadNested(bytes: Uint8Array, backoff: DocTagger | undefined, depth: number): SimpleTagger {
  return fromPack(new TaggerPack(bytes, backoff === undefined ? {} : { backoff }, depth))
}

function fromPack(pack: TaggerPack): SimpleTagger {
  if (!Object.hasOwn(loaders(), pack.type)) throw malformed(`there is no tagger of type '${pack.type}'`)
  const type = pack.type as SimpleTaggerType
  return unpackTagger<SimpleTagger>(pack, type, {}, loaders()[type])
}
