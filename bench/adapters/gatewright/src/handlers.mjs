// What a user of Gatewright writes: one function per operation. Routes, decoding, checks and answers are generated.
import { createMessage, listMessages, getUser, item, create } from '../../../contract/store.mjs'
import { operations } from '../../../contract/synthetic.mjs'
export const whiteboard = {
  createMessage: async ({ body }, { reply }) => reply(201, createMessage(body.author, body.text)),
  listMessages: async ({ query }, { reply }) => reply(200, listMessages(query.limit ?? 3)),
  getUser: async ({ path }, { reply }) => reply(200, getUser(path.userId)),
}
const kinds = {
  list: async (_, { reply }) => reply(200, [item('x')]),
  create: async ({ body }, { reply }) => reply(201, create(body)),
  get: async ({ path }, { reply }) => reply(200, item(path.id)),
  replace: async ({ path, body }, { reply }) => reply(200, { id: path.id, ...body }),
  delete: async (_, { reply }) => reply(204),
}
export const syntheticHandlers = (resources) => Object.fromEntries(operations(resources).map((o) => [o.operationId, kinds[o.kind]]))
export const synthetic = syntheticHandlers()
