// node scripts/third-party.mjs [--check]: writes the second part of THIRD_PARTY.md, the licences of the libraries
// that the package bundles; with --check it fails when they are not what it would write. esbuild says what ends
// up in the bundle. The first part, on data, is written by hand.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ensureCore, root } from './setup.mjs'

if (process.argv.includes('--help')) {
  console.log(
    'node scripts/third-party.mjs [--check]: writes (or checks) THIRD_PARTY.md from what the package bundles',
  )
  process.exit(0)
}

ensureCore()
// The esbuild that tsup uses.
const { build } = createRequire(createRequire(import.meta.url).resolve('tsup'))('esbuild')
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/index.ts', 'src/node.ts', 'src/cli/main.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  treeShaking: true,
  format: 'esm',
  platform: 'node',
  metafile: true,
  write: false,
})
const packages = new Map()
for (const { inputs } of Object.values(metafile.outputs)) {
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input) ?? []
    if (folder && bytesInOutput > 0) packages.set(name, folder)
  }
}

const sections = [...packages]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, folder]) => {
    const { version, license, homepage, repository } = JSON.parse(
      readFileSync(join(root, folder, 'package.json'), 'utf8'),
    )
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry))
    if (file === undefined) throw new Error(`${folder} has no licence file`)
    const address = homepage ?? String(repository?.url ?? repository).replace(/^git\+|\.git$/g, '')
    const text = readFileSync(join(root, folder, file), 'utf8')
      .replace(/\r/g, '')
      .trim()
    return `## ${name} ${version} (${license})\n\n${address}\n\n\`\`\`text\n${text}\n\`\`\`\n`
  })
const path = join(root, 'THIRD_PARTY.md')
const marker = '<!-- From here on written by: node scripts/third-party.mjs -->'
const present = existsSync(path) ? readFileSync(path, 'utf8') : ''
const wanted = `${present.split(marker)[0].trimEnd()}\n\n${marker}\n\n${sections.join('\n')}`

if (present !== wanted && process.argv.includes('--check')) {
  console.error('THIRD_PARTY.md is stale: run node scripts/third-party.mjs')
  process.exit(1)
}
if (present !== wanted) writeFileSync(path, wanted)
console.log(`THIRD_PARTY.md: ${[...packages.keys()].sort().join(', ')}`)
