// node report.mjs [RIG…]   runs the rigs, or the named ones, and prints one table: our figures, the best peer's, the targets
// (env: NO_RUN=1 only prints what results/*.json hold; ROUNDS, RUNS, BATCHES and SECONDS_EACH set the amount of work)
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { here } from './lib/gatewright.mjs'
const major = process.version.split('.')[0], mock = (n) => `gatewright${n}=${here(`mock/msw3/gen/gatewright${n}.mjs`)}`
// results file → script, arguments and the amounts that fit in half an hour on two cores
const rigs = {
  'gen-whiteboard': { run: ['gen/run.mjs', 'whiteboard'], env: { RUNS: 2 } },
  'gen-github': { run: ['gen/run.mjs', 'github'], env: { RUNS: 2, RUSAGE_TIMEOUT: 180 } },
  typecheck: { run: ['typecheck/run.mjs', 'github'], env: { RUNS: 2 } },
  'sdk-size': { run: ['sdk/size.mjs', 'whiteboard', 'github'] },
  'sdk-call': { run: ['sdk/call.mjs'], env: { ROUNDS: 8, SDK_EXTRA: here('sdk/gatewright-call.mjs') } },
  mock: { run: ['mock/run.mjs'], env: { ROUNDS: 8, MOCK_EXTRA: [mock(''), mock('-fixed-data')].join() } },
  gateway: { run: ['gateway/run.mjs'], env: { ROUNDS: 2, SECONDS_EACH: 3, GATEWAY_EXTRA: `gatewright|4013|${here('gateway/gatewright.mjs')}|4013` } },
  [`handler-whiteboard-${major}`]: { run: ['handler/run.mjs', 'whiteboard'], env: { ROUNDS: 9, BATCHES: 20 } },
  [`handler-synthetic-${major}`]: { run: ['handler/run.mjs', 'synthetic'], env: { ROUNDS: 5, BATCHES: 15 } },
  'handler-scale': { run: ['extra/handler-scale.mjs'], env: { ROUNDS: 9, BATCHES: 20 } },
  [`cold-whiteboard-${major}`]: { run: ['cold/run.mjs', 'whiteboard'], env: { RUNS: 15 } },
  [`cold-synthetic-${major}`]: { run: ['cold/run.mjs', 'synthetic'], env: { RUNS: 10 } },
}
const only = process.argv.slice(2)
for (const [name, { run: [script, ...args], env = {} }] of Object.entries(rigs)) {
  if (process.env.NO_RUN || (only.length && !only.some((o) => name.startsWith(o)))) continue
  console.error(`${name} …`)
  const p = spawn(process.execPath, [here(script), ...args], { cwd: here('.'), env: { ...env, ...process.env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''; p.stdout.on('data', (d) => (out += d))
  const code = await new Promise((res) => p.on('close', res))
  if (code !== 0) console.error(`${name}: exit ${code}\n${out.slice(-500)}`)
  writeFileSync(here(`results/${name}.txt`), out.replaceAll(here('.'), '').replaceAll(/\.\.\/[./\w-]*bench\//g, ''))
}
const load = (name) => (existsSync(here(`results/${name}.json`)) ? JSON.parse(readFileSync(here(`results/${name}.json`))) : null)
const rows = []
// `target`: [what it says, is our value within it]; figures of `less: false` are better when they are larger
const row = (what, ours, peers, [target, met], { unit = '', digits = 1, less = true, noise = 0 } = {}) => {
  const best = Object.entries(peers).filter(([, v]) => Number.isFinite(v)).sort(([, a], [, b]) => (less ? a - b : b - a))[0]
  const f = (v) => (Number.isFinite(v) ? v.toFixed(digits) + unit : '-')
  rows.push(`| ${what} | ${f(ours)} | ${best ? `${f(best[1])} (${best[0]})` : '-'} | ${best && best[1] ? (ours / best[1]).toFixed(2) : '-'} | ${target} | ${met === null ? '' : noise > 0.4 ? 'too noisy' : Number.isFinite(ours) ? (met(ours) ? 'yes' : '**no**') : '-'} |`)
}
const pick = (o, fn, not = []) => Object.fromEntries(Object.entries(o ?? {}).filter(([n]) => !/^(gatewright|limit|empty)/.test(n) && !not.includes(n)).map(([n, v]) => [n, fn(v)]))
const median = (a) => [...a].sort((x, y) => x - y)[a.length >> 1]
const HAND = ['bare', 'ajv-standalone', 'ajv-standalone-fjs'] // written by hand for exactly these contracts: limits, not peers
for (const suite of ['whiteboard', 'synthetic']) {
  const c = load(`handler-${suite}-${major}`)?.contenders
  if (!c) continue
  const keys = Object.keys(c.bare.us), valid = keys.filter((k) => !k.startsWith('invalid')), invalid = keys.filter((k) => k.startsWith('invalid'))
  const of = (pickOf, ks) => (x) => pickOf(ks.map((k) => x?.us[k].ratio)), worst = (a) => Math.max(...a), middle = (a) => median(a)
  row(`handler, ${suite}, valid: median route ÷ hand-written`, of(middle, valid)(c.gatewright), pick(c, of(middle, valid), HAND), ['≤ 1.5', (v) => v <= 1.5], { unit: ' ×' })
  row(`handler, ${suite}, valid: worst route ÷ hand-written`, of(worst, valid)(c.gatewright), pick(c, of(worst, valid), HAND), ['≤ 1.5', (v) => v <= 1.5], { unit: ' ×' })
  if (c['gatewright-full']) row(`handler, ${suite}, valid, everything on: median route ÷ hand-written`, of(middle, valid)(c['gatewright-full']), pick(c, of(middle, valid), HAND), ['≤ 2', (v) => v <= 2], { unit: ' ×' })
  row(`handler, ${suite}, invalid ÷ hand-written`, of(worst, invalid)(c.gatewright), pick(c, of(worst, invalid), HAND), ['≤ 3', (v) => v <= 3], { unit: ' ×' })
  row(`handler, ${suite}: requests of the battery answered wrongly`, c.gatewright.deviations.length, pick(c, (x) => x.deviations.length, HAND), ['0', (v) => v === 0], { digits: 0 })
}
const scale = load('handler-scale')
if (scale) row('handler at 1,000 operations ÷ at 5: worst route', Math.max(...Object.values(scale.ratio)), {}, ['0.9 to 1.1', (v) => v <= 1.1], { unit: ' ×', digits: 2 })
for (const [suite, ms] of [['whiteboard', 2], ['synthetic', 6]]) {
  const c = load(`cold-${suite}-${major}`)?.contenders
  if (!c) continue
  row(`cold start, ${suite}: first answer over an empty function`, c.gatewright.overEmptyMs, pick(c, (x) => x.overEmptyMs, HAND), [`≤ ${ms} ms`, (v) => v <= ms], { unit: ' ms', noise: c.gatewright.iqr })
  row(`cold start, ${suite}: CPU to the first answer over an empty function`, c.gatewright.cpuOverEmptyMs, pick(c, (x) => x.cpuOverEmptyMs, HAND), [`≤ ${ms} ms`, (v) => v <= ms], { unit: ' ms' })
  row(`cold start, ${suite}: bundle, minified`, c.gatewright.bytes / 1024, pick(c, (x) => x.bytes / 1024, HAND), suite === 'whiteboard' ? ['≤ 12 KiB', (v) => v <= 12] : ['', null], { unit: ' KiB' })
}
const gen = load('gen-github')?.res.github
if (gen?.gatewright) {
  const oat = gen['openapi-typescript'], of = (x, k) => (x && !x.failed ? median(x[k].map((v, i) => v / oat[k][i])) : NaN), full = ['openapi-typescript', 'proto-string-types', 'orval-fetch']
  for (const [k, name, limit, small] of [['ms', 'wall time', 1.3], ['cpuMs', 'CPU', null, 0.6], ['rss', 'peak memory', 1.6, 0.6]]) {
    row(`generate everything, 13 MB: ${name} ÷ openapi-typescript alone`, of(gen.gatewright, k), pick(gen, (x) => of(x, k), full), limit ? [`≤ ${limit}`, (v) => v <= limit] : ['', null], { unit: ' ×', digits: 2 })
    if (small) row(`generate without types.d.ts: ${name} ÷ openapi-typescript alone`, of(gen['gatewright-no-types'], k), pick(gen, (x) => of(x, k), full), [`≤ ${small}`, (v) => v <= small], { unit: ' ×', digits: 2 })
  }
}
const tsc = load('typecheck')
for (const v of ['5.9.3', '7.0.2']) for (const shipped of [' (shipped as .d.ts)', '']) {
  const of = (n) => tsc?.[`${v}|${n}`], ours = of(`gatewright${shipped}`), empty = of('empty'), peers = ['openapi-fetch', ...['hey-api', 'orval-fetch'].map((n) => n + shipped)]
  if (!ours) continue
  const over = (x) => (x?.cpu ? median(x.cpu.map((c, i) => c - empty.cpu[i])) : NaN), what = `type-check five calls, TypeScript ${v}${shipped || ' (generated sources)'}`
  row(`${what}: instantiations`, ours.inst, Object.fromEntries(peers.map((n) => [n, of(n)?.inst])), ['≤ 500', (n) => n <= 500], { digits: 0 })
  row(`${what}: CPU over an empty file`, over(ours), Object.fromEntries(peers.map((n) => [n, over(of(n))])), ['≤ ⅓ of openapi-fetch', (n) => n <= over(of('openapi-fetch')) / 3], { unit: ' s', digits: 2 })
  row(`${what}: type errors`, ours.errors ?? 0, Object.fromEntries(peers.map((n) => [n, of(n) && (of(n).errors ?? 0)])), ['0', (n) => n === 0], { digits: 0 })
}
const size = load('sdk-size')
for (const [s, n] of [['whiteboard', 3], ['github', 1223]]) {
  if (!size?.[s]?.gatewright) continue
  const RAW = ['raw-fetch', 'orval-fetch'], each = (x) => (x.all.gzip - x.one.gzip) / (n - 1) // no client runtime: nothing but fetch
  row(`SDK, ${s}: one operation, gzip`, size[s].gatewright.one?.gzip, pick(size[s], (x) => x.one?.gzip, RAW), ['≤ 3,700 B', (v) => v <= 3700], { unit: ' B', digits: 0 })
  row(`SDK, ${s}: each further operation, gzip`, each(size[s].gatewright), pick(size[s], each, RAW), ['≤ 45 B', (v) => v <= 45], { unit: ' B' })
}
const call = load('sdk-call')?.out
if (call?.gatewright) for (const k of ['post.real', 'list.real', 'user.real']) row(`SDK call, ${k.split('.')[0]} ÷ raw fetch`, call.gatewright[k].ratio, pick(call, (x) => x[k].ratio, ['raw-fetch', 'orval-fetch']), ['', null], { unit: ' ×' })
const gateway = load('gateway')
if (gateway?.D.gatewright) {
  const L = gateway.D['limit: node:http + handler'], share = (k) => (x) => median(x[k].map((y, i) => (100 * y.rps) / L[k][i].rps))
  for (const k of ['list', 'post']) row(`local gateway, ${k}: share of node:http + handler`, share(k)(gateway.D.gatewright), pick(gateway.D, share(k)), ['≥ 50 %', (v) => v >= 50], { unit: ' %', less: false })
  row('local gateway: start to first answer', gateway.up.gatewright.startMs / 1000, pick(gateway.up, (x) => x.startMs / 1000), ['≤ 0.3 s', (v) => v <= 0.3], { unit: ' s', digits: 2 })
}
const mocks = load('mock')?.out
for (const n of [0, 200]) for (const k of ['list', 'post']) {
  const of = (x) => x?.overConstant?.[k].cpu, peers = Object.fromEntries(['msw3-orval', 'msw3-orval-fixed-data', 'msw3-handwritten'].map((p) => [p, of(mocks?.[n]?.[p])]))
  if (mocks?.[n]?.gatewright) row(`mocks, ${k}, ${n} further operations: CPU ÷ msw's constant handler`, of(mocks[n].gatewright), peers, ['≤ 1.1', (v) => v <= 1.1], { unit: ' ×', digits: 2 })
}
const table = `| what | Gatewright | best peer | ratio | target | met |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
writeFileSync(here('results/report.md'), table)
console.log(table)
