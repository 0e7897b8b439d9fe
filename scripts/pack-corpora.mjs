// The bundled corpora as the package carries them: gzipped into dist/corpora, with a catalogue that says so.
// Readers unpack them by themselves. Plain they would be most of the installed package.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Writes `dist/corpora` below `root`. */
export function packCorpora(root) {
  const target = join(root, 'dist', 'corpora')
  const catalogue = JSON.parse(readFileSync(join(root, 'corpora', 'catalogue.json'), 'utf8'))
  for (const entry of catalogue.corpora.filter(({ bundled }) => bundled)) {
    entry.files = entry.files.map(({ path, url, encoding }) => {
      const content = readFileSync(join(root, 'corpora', path))
      const bytes = gzipSync(content, { level: 9 })
      const place = join(target, `${path}.gz`)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, bytes)
      return {
        path: `${path}.gz`,
        url,
        bytes: bytes.length,
        sha256: sha256(bytes),
        compression: 'gzip',
        encoding,
        contentBytes: content.length,
        contentSha256: sha256(content),
      }
    })
  }
  writeFileSync(join(target, 'catalogue.json.gz'), gzipSync(JSON.stringify(catalogue), { level: 9 }))
}
