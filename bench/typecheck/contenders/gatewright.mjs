import { existsSync, readFileSync } from 'node:fs'
const text = (client, name) => `
import { create${name} } from ${JSON.stringify(client)}
const c = create${name}({ baseUrl: 'https://api.example.test' })
const path = { owner: 'o', repo: 'r' }
const a = await c.reposGet({ path }); if (a.status !== 200) throw 0; export const stars: number = a.body.stargazers_count
const b = await c.issuesListForRepo({ path, query: { state: 'open' } }); if (b.status !== 200) throw 0; export const title: string | undefined = b.body[0]?.title
const d = await c.issuesCreate({ path, body: { title: 't' } }); if (d.status !== 201) throw 0; export const num: number = d.body.number
const e = await c.issuesListComments({ path: { ...path, issue_number: 1 } }); if (e.status !== 200) throw 0; export const body: string | undefined = e.body[0]?.body
const f = await c.reposListCommits({ path }); if (f.status !== 200) throw 0; export const msg: string | undefined = f.body[0]?.commit.message
`
const nameOf = (dir) => { const file = dir + '/client/index.ts'; return existsSync(file) ? readFileSync(file, 'utf8').match(/^export function create(\w+)\(/m)[1] : 'Nothing' }
export const app = ({ gen }) => ({ 'app.ts': text(gen('gatewright') + '/client/index', nameOf(gen('gatewright'))) })
export const variants = { 'gatewright (shipped as .d.ts)': ({ gen, dts }) => ({ 'app.ts': text(dts('gatewright', ['client/index.ts']) + '/index', nameOf(gen('gatewright'))) }) }
