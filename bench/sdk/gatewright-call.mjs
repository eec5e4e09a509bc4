// SDK_EXTRA for sdk/call.mjs; needs sdk/size.mjs whiteboard first
import { here } from '../lib/gatewright.mjs'
export default { gatewright: `import { createWhiteboard } from '${here('sdk/out/whiteboard/gatewright/client/index')}';const c=createWhiteboard({baseUrl:'https://api.example.test'})
export const post=async()=>(await c.createMessage({body:{ author: 'ann', text: 'Hello whiteboard, usual length.' }})).body
export const list=async()=>(await c.listMessages({query:{limit:3}})).body
export const user=async()=>(await c.getUser({path:{userId:'0b9c2d4e-1f3a-4b5c-8d7e-9f0a1b2c3d4e'}})).body` }
