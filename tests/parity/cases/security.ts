import { type OperationName, type ParityCase, row } from "../parity-case.js";

const nobody = "00000000-0000-4000-8000-000000000000";
const grace = { name: "Grace Hopper", email: "grace@example.com" };

/** Every protected operation: its request, and the scope that it needs. */
const PROTECTED = [
  ["deleteMessage", "DELETE /messages/{message}", "messages:moderate", 204, undefined],
  ["listUsers", "GET /users", "users:read", 200, undefined],
  ["createUser", "POST /users", "users:write", 201, grace],
  ["getUser", "GET /users/{user}", "users:read", 200, undefined],
  ["replaceUser", "PUT /users/{user}", "users:write", 200, grace],
  ["deleteUser", "DELETE /users/{user}", "users:write", 204, undefined],
] as const satisfies readonly (readonly [
  OperationName,
  `${string} ${string}`,
  string,
  number,
  unknown,
])[];

const garbage = {
  mocks: { status: 403, because: "mocks check no signature: a token without scopes has none" },
} as const;

/** Who may: no token, garbage, the wrong scope, the right one among others. */
export const securityCases: readonly ParityCase[] = [
  ...PROTECTED.flatMap(([operation, line, scope, status, body]) => [
    row(`${operation} without a token`, line, operation, 401, { body }),
    row(`${operation} with garbage for a token`, line, operation, 401, {
      body,
      scopes: "garbage",
      differs: garbage,
    }),
    row(`${operation} with another scope`, line, operation, 403, { body, scopes: "health:read" }),
    row(`${operation} with the scope`, line, operation, status, {
      body,
      scopes: `health:read ${scope}`,
    }),
  ]),
  row("a scope that only begins like it", "GET /users", "listUsers", 403, {
    scopes: "users:readers",
  }),
  row("what is wrong is not told to whom may not", "PUT /users/42", "replaceUser", 401, {
    body: "{",
  }),
  row("nor to whom lacks the scope", "PUT /users/42", "replaceUser", 403, {
    body: "{",
    scopes: "users:read",
  }),
  row("a message of nobody", "DELETE /messages/7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "deleteMessage", 404, {
    scopes: "messages:moderate",
  }),
  row("a token where none is needed", "GET /health", "getHealth", 200, { scopes: "garbage" }),
  row(
    "a query parameter named like the path's",
    `GET /users/{user}?userId=${nobody}`,
    "getUser",
    200,
    {
      scopes: "users:read",
      headers: { userId: nobody },
    },
  ),
];
