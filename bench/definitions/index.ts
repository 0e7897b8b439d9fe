/** All benchmarks, in the order in which they run. */
import type { Definition } from '../support/outcome.js'
import { accuracy } from './accuracy.js'
import { adversarial } from './adversarial.js'
import { coldStart } from './cold-start.js'
import { corpora } from './corpora.js'
import { kernel } from './kernel.js'
import { memory } from './memory.js'
import { parsing } from './parsing.js'
import { size } from './size.js'
import { stems } from './stems.js'
import { tagging } from './tagging.js'
import { throughput } from './throughput.js'
import { wordnet } from './wordnet.js'

export const DEFINITIONS: readonly Definition[] = [
  accuracy,
  throughput,
  corpora,
  coldStart,
  kernel,
  memory,
  size,
  adversarial,
  wordnet,
  stems,
  tagging,
  parsing,
]
