/** What a first look shows, in a pipe and with colours. */
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const ESCAPE = '\x1b'
const { wordloom } = workplace({
  'one.txt': "I can't wait.",
  'none.txt': ' \n',
  'hostile.txt': `A${ESCAPE}[31mred${ESCAPE}]0;title\x07 word \u202etxet.`,
  'wide.txt': '東京'.repeat(100),
})

describe('wordloom show', () => {
  it('reads the text that comes with the package', () => {
    const { code, out, err } = wordloom(['show'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).not.toContain(ESCAPE)
    for (const part of ['Kinds of tokens', 'Most frequent words', 'million tokens/s', 'Try next', 'doctor']) {
      expect(out).toContain(part)
    }
    expect(out).toContain("could│n't believe it│.")
  })

  it('reads a file, and standard input', () => {
    const fromFile = wordloom(['show', 'one.txt']).out
    expect(fromFile).toContain('one.txt: 13 characters, 5 tokens, 1 sentence\n')
    expect(fromFile).toContain("  1  I ca│n't wait│.\n")
    expect(wordloom(['show', '-'], { input: "I can't wait." }).out).toContain("  1  I ca│n't wait│.\n")
  })

  it('has something to say about a text without tokens', () => {
    expect(wordloom(['show', 'none.txt'])).toMatchObject({ code: 0, err: '' })
    expect(wordloom(['show', 'none.txt']).out).toContain('There is no token in it.')
  })

  it.each([
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{ NO_COLOR: '1' }, false],
    [{ CI: 'true' }, false],
  ])('with %j has colours: %s', (env, colours) => {
    expect(wordloom(['show'], { env }).out.includes(ESCAPE)).toBe(colours)
  })

  it('lets no text steer the terminal', () => {
    const { out } = wordloom(['show', 'hostile.txt'])
    for (const steering of ['\x07', ESCAPE, '\u202e']) expect(out).not.toContain(steering)
    expect(out).toContain('red')
  })

  it('keeps wide characters within the width', () => {
    const lines = wordloom(['show', 'wide.txt'])
      .out.split('\n')
      .filter((line) => line.includes('東'))
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines)
      expect(line.length + line.replace(/[^東京]/g, '').length).toBeLessThanOrEqual(80)
  })
})
