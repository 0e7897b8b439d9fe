import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { defineConfig, type Options } from 'tsup'

// One code-split build a format, so that every entry shares one core and one Doc class. msgpackr (its variant
// without code generation) is bundled: installed, it is 2.3 MB and brings a native module.
// The command line is part of the ESM build only, with the small libraries that it needs bundled.
const entry = {
  index: 'src/index.ts',
  node: 'src/node.ts',
  'stem/index': 'src/stem/index.ts',
  'tokenize/index': 'src/tokenize/index.ts',
  'corpora/index': 'src/corpora/index.ts',
  'embed/index': 'src/embed/index.ts',
  'language/index': 'src/language/index.ts',
  'lemma/index': 'src/lemma/index.ts',
  'parse/index': 'src/parse/index.ts',
  'tag/index': 'src/tag/index.ts',
  'match/index': 'src/match/index.ts',
}

// Evaluating msgpackr takes longer than tokenizing a first text, and only Packs need it: in the bundle it is a
// function that runs at the first Pack.
const lazyMsgpackr = {
  name: 'lazy-msgpackr',
  setup(build: Parameters<NonNullable<Options['esbuildPlugins']>[number]['setup']>[0]) {
    build.onLoad({ filter: /msgpackr.dist.index-no-eval\.cjs$/ }, async ({ path }) => ({
      contents: `let loaded
        const load = () => {
          if (!loaded) {
            const exports = (loaded = {}), module = { exports }
            ;${await readFile(path, 'utf8')}
          }
          return loaded
        }
        export function Packr(options) { return new (load().Packr)(options) }
        export function Unpackr(options) { return new (load().Unpackr)(options) }`,
    }))
  },
}

// Libraries in CommonJS (yauzl, debug) require modules of Node, and an ES module has no require to do it with.
const builtinsWithoutRequire = {
  name: 'builtins-without-require',
  setup(build: Parameters<NonNullable<Options['esbuildPlugins']>[number]['setup']>[0]) {
    const namespace = 'builtin'
    build.onResolve({ filter: /^(?:node:)?\w+$/ }, ({ path, kind }) =>
      kind === 'require-call' && isBuiltin(path) ? { path, namespace } : undefined,
    )
    build.onLoad({ filter: /^/, namespace }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}')`,
    }))
  },
}

const shared = {
  minify: true,
  // Tables of Russian or Greek endings are a third of the size that they have as escapes.
  esbuildOptions: (options: { charset?: 'ascii' | 'utf8' }) => {
    options.charset = 'utf8'
  },
  esbuildPlugins: [lazyMsgpackr, builtinsWithoutRequire],
  splitting: true,
  treeshake: true,
  target: 'es2022' as const,
  noExternal: [
    'http-proxy-agent',
    'https-proxy-agent',
    'js-yaml',
    'msgpackr',
    'papaparse',
    'picocolors',
    'proxy-from-env',
    'string-width',
    'tar-stream',
    'tinyglobby',
    'yauzl',
  ],
  outDir: 'dist',
}
const types = { entry, format: ['esm' as const, 'cjs' as const], dts: { only: true }, outDir: 'dist' }

// The three run side by side, so that none may clean what another has written: scripts/setup.mjs does.
export default defineConfig([
  { ...shared, entry: { ...entry, cli: 'src/cli/main.ts' }, format: ['esm'] },
  { ...shared, entry, format: ['cjs'], shims: true },
  ...(process.env.WORDLOOM_TYPES === 'none' ? [] : [types]),
])
