/**
 * NPS Chat: posts of chat rooms as XML, each with its dialogue act, its speaker and tagged words.
 *
 *   <Post class="Greet" user="10-19-20sUser7">hi all<terminals>
 *     <t pos="UH" word="hi"/> <t pos="DT" word="all"/>
 *   </terminals></Post>
 *
 * @see Forsyth and Martell 2007, Lexical and Discourse Analysis of Online Chat Dialog, ICSC
 */
import { requireOptions } from '../core/errors.js'
import type { Doc } from '../text/doc.js'
import type { CorpusReader, ReadContext } from './corpus.js'
import type { SourceFile } from './source-file.js'
import { TokenDocBuilder } from './token-doc-builder.js'
import { XmlFile, xmlChildren } from './xml-file.js'

/** A post of a chat. */
export interface ChatPost {
  /** Dialogue act: 'Statement', 'ynQuestion', ... */
  readonly class: string
  /** Name that stands in for the user's. */
  readonly user: string
  /** The post as it was written. */
  readonly text: string
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

/**
 * Reader of NPS Chat: records, whose category is the dialogue act; a Doc a file (a session), a post a sentence, with
 * the columns `tag`, `class`, `user` and `sentence`. Posts without words are records only.
 *
 * @throws OPTION_INVALID
 * @example
 * ```ts
 * import { Corpus, npsChatReader } from 'wordloom/corpora'
 * const xml = `<Session><Posts><Post class="Greet" user="A">hi all<terminals>
 *   <t pos="UH" word="hi"/><t pos="DT" word="all"/></terminals></Post></Posts></Session>`
 * const files = [{ name: 'a.xml', chunks: () => [new TextEncoder().encode(xml)] }]
 * const [post] = new Corpus({ files, reader: npsChatReader() }).records()
 * console.log(post?.class, post?.text, post?.tags) // Greet hi all [ 'UH', 'DT' ]
 * ```
 */
export function npsChatReader(options: object = {}): CorpusReader<ChatPost> {
  requireOptions(options, {}, 'npsChatReader')
  return {
    format: 'nps-chat',
    records: posts,
    *documents(file, context): Generator<Doc> {
      const doc = new TokenDocBuilder(['tag', 'class', 'user'])
      for (const post of posts(file, context)) {
        post.words.forEach((word, i) => {
          doc.word(word)
          doc.value(0, post.tags[i]!)
          doc.value(1, post.class)
          doc.value(2, post.user)
        })
        doc.endSentence()
      }
      if (doc.size > 0) yield doc.finish()
    },
    textOf: ({ text }) => text,
    categoryOf: (post) => post.class,
  }
}

function* posts(file: SourceFile, context: ReadContext): Generator<ChatPost> {
  const xml = new XmlFile(file, context)
  for (const part of xml.units(['Post'])) {
    if (part.kind !== 'unit') continue
    const { element } = part
    const act = xml.required(element, 'class')
    const user = xml.required(element, 'user')
    if (act === undefined || user === undefined) continue
    const text = element.children.filter((child) => typeof child === 'string').join('')
    const terminals = xmlChildren(element, 'terminals').flatMap((all) => xmlChildren(all, 't'))
    // A word may be written as nothing: then there is no token to speak of.
    const words: string[] = []
    const tags: string[] = []
    for (const terminal of terminals) {
      const word = xml.required(terminal, 'word')
      if (word === undefined || word === '') continue
      words.push(word)
      tags.push(terminal.attributes.get('pos') ?? '')
    }
    yield { class: act, user, text, words, tags }
  }
}
