import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const checked = process.env.WORDLOOM_CORE === 'checked'

export default defineConfig({
  plugins: checked
    ? [
        {
          name: 'checked-core',
          enforce: 'pre',
          // The checked build of the core stands in for the plain one, in every file that asks for an instance.
          resolveId: (source) =>
            source.endsWith('/instance.js') ? path('./tests/support/instance-checked.ts') : undefined,
        },
      ]
    : [],
  resolve: {
    alias: [
      { find: /^wordloom$/, replacement: path('./src/index.ts') },
      { find: /^wordloom\/node$/, replacement: path('./src/node.ts') },
      { find: /^wordloom\/(\w+)$/, replacement: path('./src/$1/index.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: checked ? 240_000 : 60_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
  },
})
