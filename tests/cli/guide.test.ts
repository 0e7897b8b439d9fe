/**
 * The guide's page on the command line shows what the commands print: every console block is run, in order, in
 * one folder. WRITE_GUIDE=1 writes the page anew. What differs from run to run stands as … there.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'

const PAGE = 'docs/guide/command-line.md'

const folder = mkdtempSync(join(tmpdir(), 'wordloom-guide-'))
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
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  chmodSync(join(folder, 'bin/wordloom'), 0o755)
  const { NO_COLOR: _, FORCE_COLOR: __, ...rest } = process.env
  return { ...rest, PATH: join(folder, 'bin') + delimiter + rest.PATH }
}

/** What differs from machine to machine, as the page has it. */
function settled(line: string): string {
  return line
    .replace(/\d+\.\d(?= million tokens\/s)/, '…')
    .replace(/\d+(?= ms )/, '…')
    .replace(/node \S+cli\.js/, 'wordloom')
    .replace(/ +…/, '   …')
}

it.runIf(process.platform !== 'win32')('shows what the commands print', { timeout: 120_000 }, () => {
  const env = prepare()
  const page = readFileSync(PAGE, 'utf8')
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
  if (process.env.WRITE_GUIDE) writeFileSync(PAGE, replayed)
  else expect(replayed).toBe(page)
})
