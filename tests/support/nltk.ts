/** Runs NLTK (Debian's python3-nltk) on strings, for tests and reports that compare definitions. */
import { spawnSync } from 'node:child_process'

/** A Python expression over the input `x` (`tk` is nltk.tokenize, `stem` nltk.stem, `util` nltk.util), and its inputs. */
export interface NltkCase {
  readonly expression: string
  readonly inputs: readonly unknown[]
}

/** What each case gives for each of its inputs, from one Python process (it takes about a second to start). */
export function nltk(cases: readonly NltkCase[]): unknown[][] {
  const program = [
    'import importlib, json, sys',
    'import nltk.stem as stem',
    'import nltk.tokenize as tk',
    "util = importlib.import_module('nltk.util')",
    'from nltk.tokenize.treebank import TreebankWordDetokenizer',
    'names = dict(stem=stem, tk=tk, util=util, TreebankWordDetokenizer=TreebankWordDetokenizer)',
    "run = lambda c: list(map(eval('lambda x: ' + c['expression'], names), c['inputs']))",
    'json.dump([run(c) for c in json.loads(sys.stdin.buffer.read())], sys.stdout)',
  ].join('\n')
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (status !== 0) throw new Error(`NLTK failed: ${stderr}`)
  return JSON.parse(stdout) as unknown[][]
}
