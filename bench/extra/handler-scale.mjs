// node extra/handler-scale.mjs   does a handler of 1,000 operations answer as fast as one of 5? (env: ROUNDS, BATCHES)
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { document, operations } from '../contract/synthetic.mjs'
import { median, spread } from '../lib/contenders.mjs'
import { bundle, generate, here } from '../lib/gatewright.mjs'
const ROUNDS = +(process.env.ROUNDS ?? 15), N = +(process.env.BATCHES ?? 30), keys = ['create0', 'get0', 'replace0'].flatMap((k) => [`${k}.v1`, `${k}.v2`])
const ask = (p, m) => new Promise((res, rej) => { p.once('message', res); p.once('exit', (c) => rej(new Error('exit ' + c))); p.send(m) })
const ws = {}
mkdirSync(here('extra/out'), { recursive: true })
for (const resources of [1, 200]) {
  const n = operations(resources).length, dir = here(`extra/out/scale-${n}`), spec = `${dir}.json`
  writeFileSync(spec, JSON.stringify(document(resources))); generate(spec, dir, ['server'])
  await bundle(`import { createHandler } from './extra/out/scale-${n}/server.js'; import { syntheticHandlers } from './adapters/gatewright/src/handlers.mjs'
export const handler = createHandler({ handlers: syntheticHandlers(${resources}), services: () => ({}), log: null })`, `${dir}.mjs`)
  const p = ws[n] = fork(here('handler/worker.mjs'), [`${dir}.mjs`, 'synthetic'], { execArgv: ['--expose-gc'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  p.setMaxListeners(0); await new Promise((res) => p.once('message', res))
  for (const k of keys) await ask(p, { cmd: 'slice', key: k, n: 100 })
}
const raw = {}, [few, many] = Object.keys(ws)
for (let r = 0; r < ROUNDS; r++) for (const k of keys) for (const n of [few, many]) ((raw[n] ??= {})[k] ??= []).push((await ask(ws[n], { cmd: 'slice', key: k, n: N })).us)
const ratio = Object.fromEntries(keys.map((k) => [k, median(raw[many][k].map((x, i) => x / raw[few][k][i]))]))
console.log(`\n| operations | ${keys.join(' | ')} |\n|---|${keys.map(() => '---').join('|')}|`)
for (const n of [few, many]) console.log(`| ${n} | ` + keys.map((k) => `${median(raw[n][k]).toFixed(2)} µs (${(n === few ? 1 : ratio[k]).toFixed(2)}×) ±${(spread(raw[n][k]) * 100).toFixed(0)}%`).join(' | ') + ' |')
writeFileSync(here('results/handler-scale.json'), JSON.stringify({ node: process.version, ratio }, null, 1))
for (const p of Object.values(ws)) p.disconnect()
