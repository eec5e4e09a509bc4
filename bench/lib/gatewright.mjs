// Where our packages are and how they are run: everything that the rigs need to know of the repository around them.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
export const here = (p) => fileURLToPath(new URL(`../${p}`, import.meta.url))
export const cli = here('../packages/cli/bin/gatewright.mjs')
// nothing above this folder has a gatewright.config.ts: the rigs measure documents, not the project's config
export const cwd = tmpdir()
const run = (args, options) => { const r = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', ...options }); if (r.status !== 0) throw new Error(`${args.join(' ')}\n${r.stderr.slice(-2000)}`) }
/** Builds the packages that have changed and links them, so that generated code finds them as if it had installed them. */
export function buildPackages() {
  run([here('../scripts/build.mjs')], { stdio: 'inherit' })
  mkdirSync(here('node_modules/@gatewright'), { recursive: true })
  for (const name of ['contract', 'compiler', 'server', 'client', 'mock', 'local']) {
    rmSync(here(`node_modules/@gatewright/${name}`), { force: true })
    symlinkSync(here(`../packages/${name}`), here(`node_modules/@gatewright/${name}`), 'junction')
  }
}
export function generate(document, out, emit = []) { rmSync(out, { recursive: true, force: true }); run([cli, 'generate', document, '--out', out, ...emit.flatMap((e) => ['--emit', e])], { cwd }) }
/** One ESM file with our packages inside, as a deployed function is. Paths in `text` are relative to this folder. */
export const bundle = (text, outfile, { mode = 'production', external = [] } = {}) => build({ stdin: { contents: text, resolveDir: here('.'), loader: 'ts' }, outfile, external, bundle: true, format: 'esm', platform: 'node', target: 'node20', define: { 'process.env.NODE_ENV': JSON.stringify(mode) }, logLevel: 'error' })
