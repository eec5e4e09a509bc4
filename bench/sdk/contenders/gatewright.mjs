import { readFileSync } from 'node:fs'
import { cli, cwd } from '../../lib/gatewright.mjs'
export async function prepare({ spec, out, nodeRun }) { return nodeRun([cli, 'generate', spec, '--out', out, '--emit', 'client'], { cwd }) }
const camel = (s) => s.replace(/[^a-zA-Z0-9]+(.)?/g, (_, c) => (c ? c.toUpperCase() : ''))
export const app = ({ ops, gen, base, all }) => {
  const src = readFileSync(`${gen}/client/index.ts`, 'utf8')
  const [, name] = src.match(/^export function create(\w+)\(/m), client = JSON.stringify(gen + '/client/index')
  if (all) return `import { create${name} } from ${client}\nexport const api = create${name}({ baseUrl: ${JSON.stringify(base)} })\n`
  const names = [...src.matchAll(/^  readonly (\w+): \w+Method;/gm)].map((m) => m[1])
  const pick = ops.map((o) => names.find((n) => n.toLowerCase() === camel(o.operationId).toLowerCase())).filter(Boolean)
  if (!pick.length) throw new Error('no operation matched ' + ops.map((o) => o.operationId))
  return `import { pick${name}, ${pick.join(', ')} } from ${client}\nexport const api = pick${name}({ ${pick.join(', ')} }, { baseUrl: ${JSON.stringify(base)} })\n`
}
