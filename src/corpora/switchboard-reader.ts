/**
 * Switchboard, as the TalkBank sample has it: telephone conversations, one file for each kind of annotation.
 *
 *   tagged      A.1: Uh/UH ,/, do/VBP you/PRP have/VB a/DT pet/NN ?/.
 *   discourse   qy A.1 utt2: have you ever served as a juror? /
 *   transcript  A.1: Uh, do you have a pet?
 *
 * A line is a turn (in `discourse` an utterance of one): the speaker, the number of the turn, what is said. An
 * empty line stands between conversations. `disfluency` is a transcript with marks in it. In what is not tagged, a
 * line without a speaker goes on with the turn before it.
 *
 * @see Godfrey, Holliman and McDaniel 1992, https://doi.org/10.1109/ICASSP.1992.225858; Jurafsky, Shriberg and
 *   Biasca 1997, Switchboard SWBD-DAMSL Shallow-Discourse-Function Annotation Coders Manual
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import { corpusError, type SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'

/** A turn of a conversation, or an utterance of a turn. */
export interface SwitchboardTurn {
  /** Number of the conversation in the file, from 0. */
  readonly conversation: number
  readonly speaker: string
  readonly turn: number
  /** Number of the utterance in the turn, from 1; 0 where the whole turn is meant. */
  readonly utterance: number
  /** Dialogue act of an utterance, as in 'sd^e'; '' where there is none. */
  readonly act: string
  /** What is said, without the tags of words. */
  readonly text: string
  /** Tags of the words of `text`, which has a space between words; empty where there are none. */
  readonly tags: readonly string[]
}

/**
 * Reader of Switchboard's `tagged`, `discourse`, `transcript` and `disfluency`: records a turn or utterance; for
 * `tagged` a Doc a conversation with the columns `tag`, `speaker` and `sentence` (a turn each). Docs of the others
 * are tokenized, a paragraph a turn.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, switchboardReader } from 'wordloom/corpora'
 * const files = [{ name: 'tagged', chunks: () => [new TextEncoder().encode('A.1: Yes/UH ./.\nB.2: No/UH ./.\n')] }]
 * const corpus = new Corpus({ files, reader: switchboardReader() })
 * console.log([...corpus.taggedWords({ column: 'speaker' })].at(-1)) // [ '.', 'B' ]
 * ```
 */
export function switchboardReader(options: object = {}): CorpusReader<SwitchboardTurn> {
  requireOptions(options, {}, 'switchboardReader')
  return {
    format: 'switchboard',
    records: turns,
    *documents(file, context): Generator<Doc> {
      let conversation: SwitchboardTurn[] = []
      for (const turn of turns(file, context)) {
        if (conversation.length > 0 && conversation[0]!.conversation !== turn.conversation) {
          yield docOf(conversation, context)
          conversation = []
        }
        conversation.push(turn)
      }
      if (conversation.length > 0) yield docOf(conversation, context)
    },
    textOf: ({ text }) => text,
  }
}

function docOf(turns: readonly SwitchboardTurn[], context: ReadContext): Doc {
  if (turns.every(({ tags }) => tags.length === 0)) {
    return context.annotate(turns.map(({ text }) => text).join('\n\n'))
  }
  const doc = new TokenDocBuilder(['tag', 'speaker'])
  for (const { text, tags, speaker } of turns) {
    if (tags.length === 0) continue
    text.split(' ').forEach((word, i) => {
      doc.word(word)
      doc.value(0, tags[i]!)
      doc.value(1, speaker)
    })
    doc.endSentence()
  }
  return doc.finish()
}

function* turns(file: SourceFile, context: ReadContext): Generator<SwitchboardTurn> {
  const isTagged = /(?:^|\/)tagged$/.test(file.name)
  const isDiscourse = /(?:^|\/)discourse$/.test(file.name)
  let conversation = 0
  let line = 0
  // The turn that lines without a speaker go on with.
  let last: SwitchboardTurn | undefined
  for (const row of file.lines()) {
    line++
    if (row.trim() === '') {
      if (last !== undefined) {
        yield last
        conversation++
      }
      last = undefined
      continue
    }
    const colon = row.indexOf(':')
    const head = heads(row.slice(0, Math.max(colon, 0)), isDiscourse)
    if (head === undefined && last !== undefined && !isTagged) {
      last = { ...last, text: `${last.text} ${row.trim()}`.trim() }
      continue
    }
    if (last !== undefined) yield last
    last = undefined
    if (head === undefined) {
      const expected = isDiscourse
        ? 'an act, a turn and an utterance, as in qy A.1 utt2:'
        : 'a turn, as in A.1:'
      context.report(corpusError({ file: file.name, line, column: 1, expected, found: row }))
      continue
    }
    const said = row.slice(colon + 1)
    if (!isTagged) {
      last = { conversation, ...head, text: said.trim(), tags: [] }
      continue
    }
    const words: string[] = []
    const tags: string[] = []
    let wrong = -1
    for (let at = colon + 1; at < row.length && wrong < 0; ) {
      const space = row.indexOf(' ', at)
      const end = space < 0 ? row.length : space
      const cut = row.lastIndexOf('/', end - 1)
      if (end > at) {
        if (cut <= at || cut + 1 === end) wrong = at
        else {
          words.push(row.slice(at, cut))
          tags.push(row.slice(cut + 1, end))
        }
      }
      at = end + 1
    }
    if (wrong < 0) last = { conversation, ...head, text: words.join(' '), tags }
    else {
      const [found = ''] = row.slice(wrong).split(' ')
      const expected = 'a token like word/TAG'
      context.report(corpusError({ file: file.name, line, column: wrong + 1, expected, found }))
    }
  }
  if (last !== undefined) yield last
}

type Head = Pick<SwitchboardTurn, 'speaker' | 'turn' | 'utterance' | 'act'>

function heads(text: string, isDiscourse: boolean): Head | undefined {
  const fields = text.trim().split(' ')
  const place = fields.at(isDiscourse ? -2 : -1) ?? ''
  const [speaker = '', number = ''] = place.split('.')
  if (speaker === '' || !/^\d+$/.test(number)) return undefined
  if (!isDiscourse) {
    return fields.length === 1 ? { speaker, turn: Number(number), utterance: 0, act: '' } : undefined
  }
  const utterance = /^utt(\d+)$/.exec(fields.at(-1)!)
  if (utterance === null || fields.length < 3) return undefined
  const act = fields.slice(0, -2).join(' ')
  return { speaker, turn: Number(number), utterance: Number(utterance[1]), act }
}
