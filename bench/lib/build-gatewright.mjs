// Makes the contenders `gatewright` and `gatewright-full` from the rigs' own contracts: npx gatewright generate, then one bundle each.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { document } from '../contract/synthetic.mjs'
import { buildPackages, bundle, generate, here } from './gatewright.mjs'
buildPackages()
for (const s of ['whiteboard', 'github']) rmSync(here(`sdk/out/${s}/gatewright`), { recursive: true, force: true }) // sdk/size.mjs keeps what is there
const generated = (n) => here(`adapters/gatewright/generated/${n}`)
const whiteboard = here('contract/whiteboard.json'), synthetic = here('contract/synthetic.json'), crowded = here('contract/out/crowded.json')
if (!existsSync(synthetic)) writeFileSync(synthetic, JSON.stringify(document()))
// the whiteboard with 200 operations more: our mocks are one handler for an API of any size
const wb = JSON.parse(readFileSync(whiteboard)), get = { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }], responses: { 200: { description: 'ok', content: { 'application/json': { schema: { type: 'object' } } } } } }
mkdirSync(here('contract/out'), { recursive: true })
writeFileSync(crowded, JSON.stringify({ ...wb, paths: { ...Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`/api/v1/resource${i}/{id}`, { get: { operationId: `getResource${i}`, ...get } }])), ...wb.paths } }))
generate(whiteboard, generated('whiteboard'))
generate(synthetic, generated('synthetic'), ['server'])
generate(crowded, generated('crowded'), ['mocks'])
const lambda = (contract, options) => `
import { createHandler } from './adapters/gatewright/generated/${contract}/server.js'
import { ${contract} as handlers } from './adapters/gatewright/src/handlers.mjs'
export const handler = createHandler({ handlers, services: () => ({}), ${options} })`
for (const c of ['whiteboard', 'synthetic']) await bundle(lambda(c, 'log: null'), here(`adapters/gatewright/${c}.mjs`))
// everything on: CORS headers, the line that is logged per request, checked responses
await bundle(lambda('whiteboard', `cors: { allowOrigins: ['*'] }`), here('adapters/gatewright-full/whiteboard.mjs'), { mode: 'development' })
// msw stays outside, so that it is the peers' copy
const mocks = (answers) => `
import { setupServer } from 'msw/node'
import { mockWhiteboard } from './adapters/gatewright/generated/whiteboard/mocks.js'
import { mockWhiteboard as mockCrowded } from './adapters/gatewright/generated/crowded/mocks.js'
import { whiteboard } from './adapters/gatewright/src/handlers.mjs'
export const setup = (n) => setupServer(...(n > 0 ? mockCrowded : mockWhiteboard)(${answers})).listen({ onUnhandledRequest: 'error' })`
await bundle(mocks(''), here('mock/msw3/gen/gatewright.mjs'), { external: ['msw'] })
await bundle(mocks('whiteboard'), here('mock/msw3/gen/gatewright-fixed-data.mjs'), { external: ['msw'] })
