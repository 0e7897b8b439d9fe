/**
 * Plays as XML, in the markup that Jon Bosak gave Shakespeare: acts, scenes, speeches, lines, stage directions.
 *
 *   <ACT><TITLE>ACT I</TITLE>
 *   <SCENE><TITLE>SCENE I.  A wood.</TITLE>
 *   <STAGEDIR>Enter PUCK</STAGEDIR>
 *   <SPEECH>
 *   <SPEAKER>PUCK</SPEAKER>
 *   <LINE>How now, spirit!</LINE>
 *   </SPEECH>
 *
 * A line holds stage directions too, in the middle of it. Prologues and epilogues are scenes of their own.
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { type XmlElement, XmlFile, xmlText } from './xml-file.js'

/** Where something stands in a play; '' before the first act or scene. */
interface InPlay {
  /** Title of the play. */
  readonly play: string
  /** 'ACT I'. */
  readonly act: string
  /** 'SCENE I.  A wood.' */
  readonly scene: string
}

/** What one or more persons say. */
export interface PlaySpeech extends InPlay {
  readonly kind: 'speech'
  readonly speakers: readonly string[]
  /** Lines as they are spoken, without the stage directions in them; '' for a line that is only a direction. */
  readonly lines: readonly string[]
  /** Stage directions within the speech, each with the number of lines before it. */
  readonly directions: readonly { readonly line: number; readonly text: string }[]
}

/** A stage direction between speeches. */
export interface PlayDirection extends InPlay {
  readonly kind: 'direction'
  readonly text: string
}

/** A person of the play, with the group that is described together. */
export interface PlayPerson extends InPlay {
  readonly kind: 'person'
  readonly text: string
  /** Description of the person's group; '' if there is none. */
  readonly group: string
}

/** What stands between the headings of a play, in order. */
export type PlayPart = PlaySpeech | PlayDirection | PlayPerson

/** Elements that hold scenes or speeches; their title is that of the act or of the scene. */
const ACTS: ReadonlySet<string> = new Set(['ACT', 'INDUCT'])
const SCENES: ReadonlySet<string> = new Set(['SCENE', 'PROLOGUE', 'EPILOGUE'])
const UNITS = [
  'SPEECH',
  'STAGEDIR',
  'TITLE',
  'PERSONA',
  'PGROUP',
  'SUBTITLE',
  'SUBHEAD',
  'SCNDESCR',
  'PLAYSUBT',
  'P',
]

/**
 * Reader of plays: records (persons, speeches, stage directions), and a tokenized Doc a file of all that is spoken,
 * a line a verse, a paragraph a speech.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, shakespeareReader } from 'wordloom/corpora'
 * const xml = `<PLAY><TITLE>A Play</TITLE><ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I.</TITLE>
 *   <SPEECH><SPEAKER>PUCK</SPEAKER><LINE>How now!</LINE></SPEECH></SCENE></ACT></PLAY>`
 * const files = [{ name: 'a.xml', chunks: () => [new TextEncoder().encode(xml)] }]
 * for (const part of new Corpus({ files, reader: shakespeareReader() }).records()) {
 *   if (part.kind === 'speech') console.log(part.act, part.speakers, part.lines) // ACT I [ 'PUCK' ] [ 'How now!' ]
 * }
 * ```
 * @see https://www.ibiblio.org/xml/examples/shakespeare/
 */
export function shakespeareReader(options: object = {}): CorpusReader<PlayPart> {
  requireOptions(options, {}, 'shakespeareReader')
  return {
    format: 'shakespeare',
    records: parts,
    *documents(file, context): Generator<Doc> {
      const speeches: string[] = []
      for (const part of parts(file, context)) {
        if (part.kind !== 'speech') continue
        const spoken = part.lines.filter((line) => line !== '')
        if (spoken.length > 0) speeches.push(spoken.join('\n'))
      }
      if (speeches.length > 0) yield context.annotate(speeches.join('\n\n'))
    },
  }
}

function* parts(file: SourceFile, context: ReadContext): Generator<PlayPart> {
  const xml = new XmlFile(file, context)
  let place: InPlay = { play: '', act: '', scene: '' }
  const open: string[] = []
  for (const part of xml.units(UNITS)) {
    if (part.kind === 'open') {
      open.push(part.element.name)
      continue
    }
    if (part.kind === 'close') {
      open.pop()
      if (ACTS.has(part.name)) place = { ...place, act: '', scene: '' }
      else if (SCENES.has(part.name)) place = { ...place, scene: '' }
      continue
    }
    const { element } = part
    const above = open.at(-1) ?? ''
    if (element.name === 'TITLE') {
      const title = textOf(element)
      if (above === 'PLAY') place = { ...place, play: title }
      else if (ACTS.has(above)) place = { ...place, act: title }
      else if (SCENES.has(above)) place = { ...place, scene: title }
    } else if (element.name === 'SPEECH') yield { kind: 'speech', ...place, ...speech(element) }
    else if (element.name === 'STAGEDIR') yield { kind: 'direction', ...place, text: textOf(element) }
    else if (element.name === 'PERSONA') yield { kind: 'person', ...place, text: textOf(element), group: '' }
    else if (element.name === 'PGROUP') {
      const inGroup = element.children.filter((child) => typeof child !== 'string') as XmlElement[]
      const group = inGroup.filter(({ name }) => name === 'GRPDESCR').map(textOf)
      for (const person of inGroup) {
        if (person.name === 'GRPDESCR') continue
        yield { kind: 'person', ...place, text: textOf(person), group: group.join(' ') }
      }
    }
  }
}

function speech(element: XmlElement): Pick<PlaySpeech, 'speakers' | 'lines' | 'directions'> {
  const speakers: string[] = []
  const lines: string[] = []
  const directions: { line: number; text: string }[] = []
  for (const child of element.children) {
    if (typeof child === 'string') continue
    const text = textOf(child)
    if (child.name === 'SPEAKER') {
      if (text !== '') speakers.push(text)
    } else if (child.name === 'LINE') {
      const spoken = child.children.filter((piece) => typeof piece === 'string').join(' ')
      for (const piece of child.children) {
        if (typeof piece !== 'string') directions.push({ line: lines.length, text: textOf(piece) })
      }
      lines.push(oneLine(spoken))
    } else if (text !== '') directions.push({ line: lines.length, text })
  }
  return { speakers, lines, directions }
}

function textOf(element: XmlElement): string {
  return oneLine(xmlText(element))
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
