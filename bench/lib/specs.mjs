// Writes specs/github.json from the npm package. Two pairs of its paths differ in a variable's name alone, which OpenAPI
// forbids and Gatewright refuses: one of each pair gets a segment more, for all contenders alike.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const at = (p) => new URL(`../${p}`, import.meta.url)
const doc = JSON.parse(readFileSync(at('node_modules/@octokit/openapi/generated/api.github.com.json')))
const paths = Object.entries(doc.paths).map(([p, item]) => [p.replace('/attestations/{subject_digest}', '/attestations/digests/{subject_digest}'), item])
mkdirSync(at('specs'), { recursive: true })
writeFileSync(at('specs/github.json'), JSON.stringify({ ...doc, paths: Object.fromEntries(paths) }, null, 2))
