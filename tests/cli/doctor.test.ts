/** The report on what runs here. */
import { describe, expect, it } from 'vitest'
import { workplace } from './run.js'

const { wordloom } = workplace()

describe('wordloom doctor', () => {
  it('finds that all is well', () => {
    const { code, out, err } = wordloom(['doctor'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain(`Node.js            ${process.versions.node}`)
    expect(out).toContain('All that Wordloom needs is here.')
  })

  it('says the same as JSON', () => {
    const report = JSON.parse(wordloom(['doctor', '--to', 'json']).out)
    expect(report.ok).toBe(true)
    expect(report.webAssembly.find(({ name }: { name: string }) => name === 'SIMD').state).toBe('ok')
    for (const finding of Object.values(report)
      .flat()
      .filter((one) => typeof one === 'object')) {
      expect(finding).toMatchObject({
        name: expect.any(String),
        state: expect.stringMatching(/^(ok|missing|failed)$/),
      })
    }
  })
})
