/** A corpus of texts held by a test. */
import { Corpus, type CorpusOptions } from '../../src/corpora/corpus.js'
import { corpusReader, type ReaderSpec } from '../../src/corpora/readers.js'
import { splitSentences, tokenize } from '../../src/tokenize/index.js'

const encoder = new TextEncoder()

/** A corpus of `files` (name to text or bytes) in the format of `spec`. */
export function corpusOfFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  spec: ReaderSpec,
  options: Partial<CorpusOptions<unknown>> = {},
): Corpus {
  return new Corpus({
    files: Object.entries(files).map(([name, content]) => ({
      name,
      chunks: () => [typeof content === 'string' ? encoder.encode(content) : content],
    })),
    reader: corpusReader(spec),
    annotate: (text) => splitSentences(tokenize(text)),
    ...options,
  })
}
