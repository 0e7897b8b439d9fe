/**
 * The built package in a real browser: bundled as a web page would, under a Content Security Policy that allows
 * WebAssembly but no eval, in the page and in a worker, with the same Docs as in Node to the last byte.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWith } from '../support/resources.js'
import { exercise } from './exercise.js'
import type { PageApi } from './page.js'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [resolve('tests/browser', entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    // The built package, not its source: what is tested is what users get.
    alias: {
      'wordloom/lemma': resolve('dist/lemma/index.js'),
      'wordloom/stem': resolve('dist/stem/index.js'),
      wordloom: resolve('dist/index.js'),
    },
    logLevel: 'error',
  })
  return outputFiles[0]!.contents
}

function serve(files: ReadonlyMap<string, { type: string; body: string | Uint8Array }>): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '')
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': file?.type ?? 'text/plain',
      'content-security-policy': POLICY,
    })
    response.end(file?.body)
  })
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)))
}

describeWith('chromium', 'the bundle in Chromium', () => {
  const profile = mkdtempSync(join(tmpdir(), 'wordloom-chromium-'))
  const complaints: string[] = []
  let server: Server
  let browser: BrowserContext
  let page: Page

  const inPage = <T>(call: (api: PageApi) => T | Promise<T>): Promise<T> =>
    page.evaluate(`(${call.toString()})(globalThis.wordloomTest)`)

  beforeAll(async () => {
    if (!existsSync('dist/index.js')) throw new Error('dist is missing: npm run build')
    const type = 'text/javascript'
    const html = '<!doctype html><title>Wordloom</title><script type="module" src="/page.js"></script>'
    server = await serve(
      new Map([
        ['/', { type: 'text/html', body: html }],
        ['/page.js', { type, body: await bundle('page.ts') }],
        ['/worker.js', { type, body: await bundle('worker.ts') }],
      ]),
    )
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: '/usr/bin/chromium',
      headless: true,
      args: FLAGS,
    })
    page = await browser.newPage()
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() !== 'log' && !message.text().includes('favicon')) complaints.push(message.text())
    })
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.waitForFunction('globalThis.wordloomTest !== undefined')
  })

  afterAll(async () => {
    await browser?.close()
    server?.close()
    rmSync(profile, { recursive: true, force: true })
  })

  it('makes the same Docs as Node, byte for byte', async () => {
    const { digests, ms } = await inPage((api) => api.exercise())
    process.stdout.write(`Chromium: ${digests.length} Docs in ${ms.toFixed(1)} ms\n`)
    expect(digests).toEqual(exercise())
  })

  it('makes the same Docs in a Web Worker', async () => {
    expect(await inPage((api) => api.inWorker())).toEqual(exercise())
  })

  it('posts a Doc to a worker, which has the same Doc', async () => {
    const { here, there } = await inPage((api) => api.posted())
    expect(there).toBe(here)
  })

  it('needs none of the globals of Node', async () => {
    expect(await inPage((api) => api.nodeGlobals())).toEqual([])
  })

  it('compiles its core where eval is forbidden', async () => {
    expect(await inPage((api) => api.saidOfEval())).toBe('EvalError')
    expect(complaints.filter((line) => !/eval/i.test(line))).toEqual([])
  })
})
