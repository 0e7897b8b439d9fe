// What UDPipe 1.2 has published for its models of UD 2.5 (191206), test splits: F1 in per cent, from raw text and from gold
// tokens. https://ufal.mff.cuni.cz/udpipe/1/models, "Universal Dependencies 2.5 Models"; a gap is a figure it has not.

const METRICS = [
  'Words',
  'Sentences',
  'UPOS',
  'XPOS',
  'UFeats',
  'AllTags',
  'Lemmas',
  'UAS',
  'LAS',
  'MLAS',
  'BLEX',
]

/** Raw text, then gold tokens, in the order of METRICS; NaN for what is not given. */
const PUBLISHED: Readonly<Record<string, readonly [raw: string, tokens: string]>> = {
  'UD_English-EWT': [
    '98.9 77.4 93.3 92.8 94.2 91.3 95.5 80.2 77.0 67.7 69.5',
    '- - 94.4 93.9 95.4 92.5 96.4 84.4 81.1 71.6 73.6',
  ],
  'UD_French-Sequoia': [
    '99.1 87.5 96.1 - 95.0 94.1 96.9 84.8 82.1 72.5 75.1',
    '- - 97.1 - 95.9 95.0 97.8 86.8 84.1 74.5 76.8',
  ],
  'UD_Italian-ParTUT': [
    '99.7 100.0 97.0 96.4 96.3 95.2 96.5 87.5 84.3 73.2 72.4',
    '- - 97.1 96.6 96.5 95.3 96.7 87.4 84.3 73.1 72.3',
  ],
  'UD_Korean-GSD': [
    '99.9 93.9 93.6 81.7 99.6 79.5 87.1 69.6 61.5 54.1 50.8',
    '- - 93.7 81.9 99.7 79.7 87.2 70.3 62.1 54.8 51.4',
  ],
  'UD_Portuguese-Bosque': [
    '99.5 87.8 95.9 - 94.5 92.7 96.7 85.9 81.9 68.0 71.8',
    '- - 96.4 - 95.0 93.2 97.2 87.2 83.1 69.0 73.0',
  ],
  'UD_Russian-Taiga': [
    '97.6 76.0 88.3 91.5 77.0 71.0 84.9 65.1 57.7 38.2 43.8',
    '- - 90.4 93.8 79.2 72.9 87.0 69.2 61.3 40.7 46.7',
  ],
  'UD_Turkish-IMST': [
    '98.3 97.0 91.6 90.7 88.5 86.1 90.0 62.2 55.1 45.2 46.7',
    '- - 93.0 92.1 89.9 87.4 91.4 64.5 57.1 46.3 47.9',
  ],
}

/** The published figures of a treebank by metric; empty for one that UDPipe has none of. */
export function udpipeFigures(treebank: string, from: 'raw' | 'tokens'): Record<string, number> {
  const row = PUBLISHED[treebank]?.[from === 'raw' ? 0 : 1] ?? ''
  const cells = row.split(' ').map((cell, i) => [METRICS[i]!, Number(cell)] as const)
  return Object.fromEntries(cells.filter(([, figure]) => !Number.isNaN(figure)))
}
