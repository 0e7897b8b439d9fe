import { defineConfig } from 'tsup'

// One code-split build a format, so that every entry shares one core and one Doc class. msgpackr (its variant
// without code generation) is bundled: installed, it is 2.3 MB and brings a native module.
const entry = {
  index: 'src/index.ts',
  'tokenize/index': 'src/tokenize/index.ts',
  'corpora/index': 'src/corpora/index.ts',
}

export default defineConfig([
  {
    entry,
    format: ['esm', 'cjs'],
    dts: process.env.WORDLOOM_TYPES !== 'none',
    splitting: true,
    treeshake: true,
    clean: true,
    target: 'es2022',
    noExternal: ['msgpackr'],
    outDir: 'dist',
  },
])
