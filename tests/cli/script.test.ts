/** scripts/download-corpora, as a build pipeline runs it from a clone. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../store/server.js'
import { describeWith, mirror } from '../support/resources.js'

const run = (...args: string[]) => spawnSync('scripts/download-corpora', args, { encoding: 'utf8' })

it.runIf(process.platform !== 'win32')('says what it takes', () => {
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' })
  expect(run().status).toBe(2)
})

describeWith('corpora', 'scripts/download-corpora', () => {
  it.runIf(process.platform !== 'win32')('downloads, and says so when it fails', () => {
    const dir = temporaryFolder()
    const { status, stdout } = run('nltk-names', '--mirror', mirror(), '--dir', dir)
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 file fetched'),
    })
    expect(existsSync(join(dir, 'nltk/corpora/names.zip'))).toBe(true)
    expect(run('nltk-qc', '--mirror', dir, '--dir', join(dir, 'other')).status).toBe(1)
  })
})
