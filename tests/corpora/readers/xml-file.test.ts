/** XML as corpora have it: what is read, what is refused, where, and that reading goes on behind it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WordloomError } from '../../../src/core/errors.js'
import { SourceFile } from '../../../src/corpora/source-file.js'
import { type XmlElement, XmlFile, xmlText } from '../../../src/corpora/xml-file.js'

/** The units `u` of a text as brackets, and what was reported. */
function read(text: string): { units: string[]; faults: unknown[][] } {
  const errors: WordloomError[] = []
  const file = new SourceFile({ name: 'a', chunks: () => [new TextEncoder().encode(text)] }, 'utf-8')
  const xml = new XmlFile(file, {
    report: (error) => errors.push(error),
    annotate: () => {
      throw new Error('not asked for')
    },
    sibling: () => file,
  })
  const units: string[] = []
  for (const part of xml.units(['u'])) if (part.kind === 'unit') units.push(shown(part.element))
  return { units, faults: errors.map(({ details }) => [details.line, details.column, details.expected]) }
}

function shown({ name, attributes, children }: XmlElement): string {
  const given = [...attributes].map(([key, value]) => ` ${key}=${value}`).join('')
  return `(${name}${given}${children.map((child) => (typeof child === 'string' ? ` '${child}'` : ` ${shown(child)}`)).join('')})`
}

describe('XmlFile', () => {
  it.each([
    ['<u/>', ['(u)']],
    ['<r><u a="1" b=\'2"\'>x<v/>y</u></r>', ["(u a=1 b=2\" 'x' (v) 'y')"]],
    [
      '\ufeff<?xml version="1.0"?>\n<!DOCTYPE r SYSTEM "r.dtd">\n<!-- <u> --><r><u\n/><u ></u ></r>\n',
      ['(u)', '(u)'],
    ],
    ['<u>&lt;&#65;&#x1F642;&amp;amp;&quot;&apos;&gt;</u>', ["(u '<A\u{1f642}&amp;\"'>')"]],
    ['<u><![CDATA[<v>&amp;]]><!-- c --><?p?>z</u>', ["(u '<v>&amp;' 'z')"]],
    ['<u><v><w>deep</w></v></u>', ["(u (v (w 'deep')))"]],
    ['<u constructor="__proto__"/>', ['(u constructor=__proto__)']],
    ['<u>\n <v/>\r\n</u>', ['(u (v))']],
    ['', []],
  ])('reads %j', (text, units) => {
    expect(read(text)).toEqual({ units, faults: [] })
  })

  it.each([
    ['a tag that is not closed', '<r><u><v></u><u>1</u></r>', ["(u '1')"], [1, 10, '</v>']],
    ['a unit in a unit', '<r><u><v><u>1</u></r>', ["(u '1')"], [1, 10, '</v>']],
    ['a bare &', '<r>\n<u>a & b</u><u>1</u></r>', ["(u '1')"], [2, 6, 'a reference such as &amp;']],
    ['an entity of its own', '<u>&x;</u><u/>', ['(u)'], [1, 4, 'a reference such as &amp;']],
    ['a reference to no character', '<u>&#0;</u><u/>', ['(u)'], [1, 4, 'a reference such as &amp;']],
    ['a bare <', '<u>a < b</u><u/>', ['(u)'], [1, 6, "an element (a '<' in text is written &lt;)"]],
    ['an attribute without quotes', '<u a=1/><u/>', ['(u)'], [1, 6, 'a value in quotation marks']],
    [
      'an attribute that does not end',
      '<u a="1/><u/>',
      ['(u)'],
      [1, 6, 'a value that ends in quotation marks'],
    ],
    ['an attribute without a value', '<u a/><u/>', ['(u)'], [1, 5, "'=' after a"]],
    ['an attribute twice', '<u a="1" a="2"/><u/>', ['(u)'], [1, 10, 'the attribute a once']],
    ['a comment that does not end', '<u><!-- </u><u/>', ['(u)'], [1, 4, '--> of the comment']],
    [
      'declarations of entities',
      '<!DOCTYPE r [<!ENTITY x "y">]>\n<u/>',
      ['(u)'],
      [1, 1, 'a DOCTYPE without declarations'],
    ],
    ['text between units', '<r><u/>text<u/></r>', ['(u)', '(u)'], [1, 8, 'markup in <r>']],
    ['an outer end tag of another name', '<r><s><u/></r>', ['(u)'], [1, 11, '</s>']],
    ['an outer tag without an end', '<r><u/>', ['(u)'], [1, 8, '</r>']],
    ['the end of the file in a unit', '<u>a', [], [1, 5, '</u>']],
  ])('reports %s with its place, and goes on', (_, text, units, fault) => {
    expect(read(text)).toEqual({ units, faults: [fault] })
  })

  it('refuses a nesting that no corpus has, without overflowing the stack', () => {
    expect(read(`<u>${'<v>'.repeat(100_000)}</u><u/>`)).toMatchObject({ units: ['(u)'] })
  })

  it('takes linear time where nothing ends', () => {
    const began = performance.now()
    for (const piece of [
      '<u><!--',
      '<u>',
      '<u a="',
      '<!DOCTYPE ',
      '<?x ',
      '<![CDATA[',
      '<u>&',
      '</x>',
      '<x>',
    ]) {
      read(piece.repeat(20_000))
    }
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('gives back what was written', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '&', '<', '>', '"', "'", '\u00e9', '\u{1f642}', ';', '#'),
    })
    const escaped = (value: string) => value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const written = pairs.map(([a, b]) => `<u a="${escaped(a)}"><v>${escaped(b)}</v></u>`).join('\n')
        const found: [string, string][] = []
        const file = new SourceFile({ name: 'a', chunks: () => [new TextEncoder().encode(written)] }, 'utf-8')
        const context = {
          report: (error: unknown) => expect(error).toBeUndefined(),
          annotate: () => never(),
          sibling: () => file,
        }
        for (const part of new XmlFile(file, context).units(['u'])) {
          if (part.kind === 'unit') found.push([part.element.attributes.get('a')!, xmlText(part.element)])
        }
        expect(found).toEqual(pairs)
      }),
      { numRuns: 100 },
    )
  })
})

function never(): never {
  throw new Error('not asked for')
}
