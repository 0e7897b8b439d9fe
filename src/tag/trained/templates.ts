/**
 * Templates of features, and how they are laid out for the core.
 *
 * A fixed template is an attribute of the token at a distance; a joint one mixes up to three parts. Seeds are hashes of
 * what a template says, so that the order of templates does not matter to a model.
 *
 * @see src/core/assembly/tagger-layer.ts for the tables
 */
import { ATTRIBUTES, type Attribute } from './attributes.js'
import { hashText } from './hashes.js'

/** A part of a feature, written as in `lower+1`, `tag-1` (a tag that is given) or `label-2` (one predicted before). */
export type Part = string

/** Features of a layer. */
export interface Templates {
  /** Attributes with their distances, as in `suffix3-1`. */
  readonly fixed: readonly Part[]
  /** One to three parts each. */
  readonly joint: readonly (readonly Part[])[]
}

/** The tables that the core reads. */
export interface TemplateTables {
  readonly fixed: Uint32Array
  readonly offsets: Int32Array
  readonly parts: Int32Array
  readonly joint: Uint32Array
}

const KINDS = { tag: 1, label: 2, always: 3 } as const

/** Lays templates out. */
export function compileTemplates({ fixed, joint }: Templates): TemplateTables {
  const read = fixed.map((part) => ({ ...readPart(part), seed: hashText(40, part) }))
  const offsets = [...new Set(read.map(({ offset }) => offset))].sort((a, b) => a - b)
  const rows = read
    .map(({ attribute, offset, seed }) => [offsets.indexOf(offset), attribute, seed] as const)
    .sort((a, b) => a[0] - b[0])
  const names = [...new Set(joint.flat())]
  const parts = [[KINDS.always, 0, 0]]
  for (const name of names) {
    const { kind, offset, attribute } = readPart(name)
    parts.push([kind, offset, attribute])
  }
  const place = (part: Part | undefined) => (part === undefined ? 0 : names.indexOf(part) + 1)
  return {
    fixed: Uint32Array.from(rows.flat()),
    offsets: Int32Array.from(offsets),
    parts: Int32Array.from(parts.flat()),
    joint: Uint32Array.from(
      joint.flatMap((list) => [hashText(41, list.join(' ')), place(list[0]), place(list[1]), place(list[2])]),
    ),
  }
}

function readPart(part: Part): { kind: number; offset: number; attribute: number } {
  const [, name = '', sign = ''] = /^([a-z]+\d?)(?:@([+-]\d))?$/.exec(part) ?? []
  const offset = sign === '' ? 0 : Number(sign)
  if (name === 'tag' || name === 'label') return { kind: KINDS[name], offset, attribute: 0 }
  return { kind: 0, offset, attribute: ATTRIBUTES.indexOf(name as Attribute) }
}

/** Parts about the token at a distance. */
function at(distance: string, names: string): Part[] {
  return names.split(' ').map((name) => `${name}${distance}`)
}

/** Features of the first layer: tags. */
export const TAG_TEMPLATES: Templates = {
  fixed: [
    ...at(
      '',
      'form lower suffix1 suffix2 suffix3 suffix4 suffix5 prefix1 prefix2 prefix3 prefix4 shape case',
    ),
    ...at('', 'known likely lexicon coarse middle fine rare'),
    ...at('@-1', 'lower suffix2 suffix3 shape case known lexicon coarse middle fine'),
    ...at('@+1', 'lower suffix2 suffix3 shape case known likely lexicon coarse middle fine'),
    ...at('@-2', 'lower suffix3 known middle'),
    ...at('@+2', 'lower suffix3 known middle'),
  ],
  joint: [
    ['label@-1'],
    ['label@-1', 'label@-2'],
    ['label@-1', 'label@-2', 'known'],
    ['label@-1', 'label@-2', 'lower'],
    ['label@-1', 'lower'],
    ['label@-1', 'lower', 'lower@+1'],
    ['label@-1', 'lower@+1'],
    ['label@-1', 'known', 'known@+1'],
    ['label@-1', 'known@+1'],
    ['label@-1', 'suffix3'],
    ['label@-1', 'shape'],
    ['label@-1', 'middle'],
    ['label@-1', 'lexicon'],
    ['lower@-2', 'lower@-1'],
    ['lower@-1', 'lower'],
    ['lower@-1', 'lower@+1'],
    ['lower', 'lower@+1'],
    ['lower@+1', 'lower@+2'],
    ['known', 'known@+1', 'known@+2'],
    ['suffix3', 'known@+1'],
    ['lexicon', 'lexicon@+1'],
    ['case', 'case@-1', 'case@+1'],
    ['lexicon', 'case', 'case@-1'],
  ],
}

/** Features of the second layer: finer tags and morphological features, once the tag is known. */
export const LABEL_TEMPLATES: Templates = {
  fixed: [
    ...at('', 'form lower suffix1 suffix2 suffix3 suffix4 suffix5 prefix2 prefix3 shape case known rare'),
    ...at('', 'lexicon middle fine'),
    ...at('@-1', 'lower suffix2 suffix3 lexicon'),
    ...at('@+1', 'lower suffix2 suffix3 lexicon'),
  ],
  joint: [
    ['tag'],
    ['tag', 'lower'],
    ['tag', 'suffix2'],
    ['tag', 'suffix3'],
    ['tag', 'suffix4'],
    ['tag', 'case'],
    ['tag', 'label@-1'],
    ['tag', 'tag@-1', 'tag@+1'],
    ['tag', 'tag@-1', 'tag@-2'],
    ['tag', 'tag@+1', 'tag@+2'],
    ['tag', 'lower@-1'],
    ['tag', 'lower@+1'],
    ['tag', 'lower@-2'],
    ['label@-1', 'label@-2', 'tag'],
    ['lower', 'label@-1'],
    ['suffix2', 'label@-1', 'tag'],
    ['suffix3', 'tag@-1', 'tag'],
  ],
}
