/**
 * The parts of a trained tagger: what it knows of words, its labels, and the weights of its layers.
 */
import type { Knowledge } from './attributes.js'
import { type LabelStrings, plainValues, splitValues } from './labels.js'
import type { LayerPlan, LayerRows } from './layer.js'
import { UNKNOWN } from './tag-dictionary.js'
import { LABEL_TEMPLATES, TAG_TEMPLATES, type Templates } from './templates.js'

/** Columns that a tagger may give, the first that training has being the tag. */
export const TAG_COLUMNS = ['tag', 'xtag', 'features'] as const

/** Name of a column that a tagger gives. */
export type TagColumn = (typeof TAG_COLUMNS)[number]

/** What a tagger consists of. */
export interface TaggerParts extends Knowledge {
  /** The columns that it gives: the tag (unless there are only features), then those of the finer labels. */
  readonly columns: readonly TagColumn[]
  /** Tags; `['']` where the tagger gives features alone. */
  readonly tags: readonly string[]
  /** Finer labels: their strings in the columns behind the tag. Empty where there are none. */
  readonly labels: LabelStrings
  /** A form seen so often with a tag has only the finer labels that it was seen with. */
  readonly closedCount: number
  /** What a weight of 1 in the rows stands for. */
  readonly step: number
  /** Weights of the layer of tags; none where there is but one. */
  readonly tagRows: LayerRows | undefined
  /** Weights of the layer of finer labels. */
  readonly labelRows: LayerRows | undefined
}

/** The columns of the finer labels. */
export function fineColumns({ columns }: Pick<TaggerParts, 'columns'>): readonly TagColumn[] {
  return columns[0] === 'features' ? columns : columns.slice(1)
}

/** The plan of the layer of tags. */
export function tagPlan(tags: readonly string[], templates: Templates = TAG_TEMPLATES): LayerPlan {
  return { templates, values: plainValues(tags.length), given: 1, plain: true }
}

/** The plan of the layer of finer labels. */
export function labelPlan(parts: Pick<TaggerParts, 'columns' | 'tags' | 'labels'>): LayerPlan {
  return {
    templates: LABEL_TEMPLATES,
    values: splitValues(fineColumns(parts), parts.labels),
    given: parts.tags.length,
    plain: false,
  }
}

/** Labels of each tag in the dictionary, the most frequent first; a tag without any may have all. */
export function labelsByTag({
  dictionary,
  tags,
  labels,
}: Pick<TaggerParts, 'dictionary' | 'tags' | 'labels'>): number[][] {
  const counts = tags.map(() => new Map<number, number>())
  const { columns } = dictionary
  for (let row = 0; row < columns.tags.length; row++) {
    if (columns.labels[row] === UNKNOWN) continue
    const ofTag = counts[columns.tags[row]!]!
    ofTag.set(columns.labels[row]!, (ofTag.get(columns.labels[row]!) ?? 0) + columns.counts[row]!)
  }
  return counts.map((ofTag) => {
    const list = [...ofTag].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([label]) => label)
    return list.length > 0 ? list : labels.map((_, i) => i)
  })
}
