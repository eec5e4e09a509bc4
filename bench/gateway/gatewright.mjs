// node gateway/gatewright.mjs PORT   our local gateway runs the definition that was generated from the rigs' contract; the handler is in this process
import { readFileSync } from 'node:fs'
import { startLocal } from '@gatewright/local'
const read = (name) => JSON.parse(readFileSync(new URL(`../adapters/gatewright/generated/whiteboard/${name}`, import.meta.url)))
const load = async () => (await import('../adapters/gatewright/whiteboard.mjs')).handler
const { url } = await startLocal({ definition: read('rest-api.json'), resources: read('resources.json'), functions: { whiteboard: load }, port: Number(process.argv[2]) })
console.log(url)
