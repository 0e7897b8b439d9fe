/**
 * Pages of the guide show what the commands print: every console block is run, in order, in one folder. WRITE_GUIDE=1
 * writes the pages anew. What differs from run to run stands as … there.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeWith, mirror } from '../support/resources.js'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wordloom-guide-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const word = (id: number | string, form: string, misc = '_') =>
  `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`
const gold = `# newdoc
# text = She said No. 5 can't stay.
${word(1, 'She')}${word(2, 'said')}${word(3, 'No.')}${word(4, '5')}${word('5-6', "can't")}${word(5, 'ca')}${word(6, "n't")}${word(7, 'stay', 'SpaceAfter=No')}${word(8, '.')}
# text = (Pls. don't!!)
${word(1, '(', 'SpaceAfter=No')}${word(2, 'Pls.')}${word('3-4', "don't", 'SpaceAfter=No')}${word(3, 'do')}${word(4, "n't")}${word(5, '!!', 'SpaceAfter=No')}${word(6, ')')}
`

function prepare(): NodeJS.ProcessEnv {
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'letters'))
  const files = {
    'bin/wordloom': `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
    'letters/one.txt': "Dear Dr. Lee, it's me.\n",
    'letters/two.txt': "It's $5.99 at https://shop.example :-)\n\nBuy two!\n",
    'minutes.txt.gz': gzipSync('All agreed. Nobody spoke.\n'),
    'gold.conllu': gold,
    'trees.conllu': readFileSync('corpora/trees/trees.conllu'),
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  chmodSync(join(folder, 'bin/wordloom'), 0o755)
  // What the page on downloads has at hand: a mirror, and one with a file that is not what it should be.
  symlinkSync(mirror(), join(folder, 'mirror'))
  mkdirSync(join(folder, 'broken/nltk/corpora'), { recursive: true })
  writeFileSync(join(folder, 'broken/nltk/corpora/words.zip'), '<html>Please log in</html>')
  const { NO_COLOR: _, FORCE_COLOR: __, WORDLOOM_MIRROR: ___, WORDLOOM_DATA: ____, ...rest } = process.env
  const home = { HOME: join(folder, 'home'), XDG_DATA_HOME: '' }
  return { ...rest, ...home, PATH: join(folder, 'bin') + delimiter + rest.PATH }
}

/** What differs from machine to machine, as the page has it. */
function settled(line: string): string {
  return line
    .replace(/\d+\.\d(?= million tokens\/s)/, '…')
    .replace(/\d+(?= ms )/, '…')
    .replace(/node \S+cli\.js/, 'wordloom')
    .replace(/ +…/, '   …')
    .replace(/in \d\S* \w+, \d+(?:\.\d)? [kMG]?B\/s/, 'in …')
    .replaceAll(folder, '/home/me')
}

let env: NodeJS.ProcessEnv = {}
beforeAll(() => {
  env = prepare()
})

function check(path: string): void {
  const page = readFileSync(path, 'utf8')
  const replayed = page.replace(/```console\n([\s\S]*?)```/g, (_, block: string) => {
    const lines: string[] = []
    for (const line of block.split('\n').filter((one) => one.startsWith('$ '))) {
      const { stdout } = spawnSync('/bin/sh', ['-c', `{ ${line.slice(2)}\n} 2>&1`], { cwd: folder, env })
      const printed = stdout
        .toString()
        .replace(/^\n|\n\n$/g, '')
        .trimEnd()
      lines.push(line, ...(printed === '' ? [] : printed.split('\n').map(settled)))
    }
    return `\`\`\`console\n${lines.join('\n')}\n\`\`\``
  })
  if (process.env.WRITE_GUIDE) writeFileSync(path, replayed)
  else expect(replayed).toBe(page)
}

describe.runIf(process.platform !== 'win32')('shows what the commands print', () => {
  const timeout = 120_000
  it('on the command line', { timeout }, () => check('docs/guide/command-line.md'))
  it('of drawings', { timeout }, () => check('docs/guide/drawing.md'))
  describeWith('corpora', 'with the corpora', () => {
    it('of downloads', { timeout }, () => check('docs/guide/downloads.md'))
  })
})
