/**
 * `wordloom corpora verify`: compares the store with the catalogue; exit code 1 when something is missing or wrong.
 */
import { info, type VerifiedCorpus, verify } from '../store/index.js'
import type { Invocation } from './arguments.js'
import { showProgress } from './progress.js'
import { outputColors } from './terminal.js'

/** Runs `wordloom corpora verify`. */
export async function corporaVerify(invocation: Invocation): Promise<number> {
  const dir = invocation.option('dir')
  const names = invocation.positionals
  let progress: ReturnType<typeof showProgress> | undefined
  let before = 0
  const verified = await verify(names.length === 0 ? undefined : names, {
    dir,
    onProgress({ bytes, totalBytes }) {
      progress ??= showProgress(totalBytes, false)
      progress.add(bytes - before)
      before = bytes
    },
  }).finally(() => progress?.end())
  process.stdout.write(
    invocation.option('to') === 'json' ? `${JSON.stringify(verified, null, 2)}\n` : report(verified, dir),
  )
  return verified.every(({ ok }) => ok) ? 0 : 1
}

function report(verified: readonly VerifiedCorpus[], dir: string | undefined): string {
  if (verified.length === 0)
    return 'There is nothing in the store: wordloom corpora download ID brings something.\n'
  const { colors } = outputColors()
  const lines: string[] = []
  for (const { id, ok, files } of verified) {
    const many = files.length === 1 ? '1 file' : `${files.length} files`
    lines.push(`${ok ? colors.green('✓') : colors.red('✗')} ${id}  ${many}`)
    for (const { path, state, problem } of files) {
      if (state !== 'ok') lines.push(`    ${path}: ${problem ?? state}`)
    }
  }
  const wrong = verified.filter(({ ok }) => !ok).map(({ id }) => id)
  const option = dir === undefined ? '' : ` --dir ${dir}`
  const fetchable = wrong.filter((id) => info(id, { dir }).downloaded !== 'bundled')
  lines.push('', `${verified.length - wrong.length} of ${verified.length} as the catalogue has them.`)
  if (fetchable.length > 0)
    lines.push(`To mend it: wordloom corpora download ${fetchable.join(' ')}${option}`)
  return `${lines.join('\n')}\n`
}
