import { type Difference, type ParityCase, row, type TargetName } from "../parity-case.js";

type Differs = Partial<Readonly<Record<TargetName, Difference>>>;

const unknownPath: Differs = {
  mocks: { status: "unhandled", because: "msw's own strategy decides on what no mock answers" },
};
const noMethod: Differs = {
  gateway: { status: 404, because: "a REST API tells no wrong method from an unknown path" },
  mocks: { status: "unhandled", because: "msw's own strategy decides on what no mock answers" },
};
const noOperation = { undeclared: "no operation answers" };

/** Paths as they stand in the URL, and methods that a path does not have. */
export const routingCases: readonly ParityCase[] = [
  row("an unknown path", "GET /nothing", undefined, 404, { ...noOperation, differs: unknownPath }),
  row("the root", "GET /", undefined, 404, { ...noOperation, differs: unknownPath }),
  row("a path that goes on", "GET /health/deep", undefined, 404, {
    ...noOperation,
    differs: unknownPath,
  }),
  row("a path in capitals", "GET /Messages", undefined, 404, {
    ...noOperation,
    differs: unknownPath,
  }),
  row("an empty id", "GET /messages/", undefined, 404, {
    ...noOperation,
    differs: {
      gateway: { status: 200, because: "a REST API takes no notice of one slash at the end" },
      mocks: { status: "unhandled", because: "msw's own strategy decides on what no mock answers" },
    },
  }),
  row("an empty id of a user to delete", "DELETE /users/", undefined, 404, {
    ...noOperation,
    scopes: "users:write",
    differs: noMethod,
  }),
  row("an empty segment", "GET //messages", undefined, 404, {
    ...noOperation,
    differs: unknownPath,
  }),
  row("a method that the path has not", "PATCH /messages", undefined, 405, {
    ...noOperation,
    differs: noMethod,
  }),
  row("deleting everything", "DELETE /messages", undefined, 405, {
    ...noOperation,
    scopes: "messages:moderate",
    differs: noMethod,
  }),
  row("an encoded slash", "GET /messages/a%2Fb", "getMessage", 400, { wrong: ["path messageId"] }),
  row("an encoded percent sign", "GET /messages/100%25", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
  row("a lone percent sign", "GET /messages/100%", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
  row("percent-encoding that is no UTF-8", "GET /messages/%FF", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
  row(
    "an id that is encoded where it need not be",
    "GET /messages/%37ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    "getMessage",
    404,
  ),
  row(
    "an id that is encoded twice",
    "GET /messages/%2537ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    "getMessage",
    400,
    {
      wrong: ["path messageId"],
    },
  ),
  row("two dots for an id", "GET /users/..", "getUser", 400, {
    scopes: "users:read",
    wrong: ["path userId"],
    differs: {
      mocks: { status: "unhandled", because: "fetch drops .. before anybody sees it" },
    },
  }),
  row("two encoded dots for an id", "GET /users/%2e%2e", "getUser", 400, {
    scopes: "users:read",
    wrong: ["path userId"],
    differs: {
      mocks: { status: "unhandled", because: "fetch drops encoded dots too" },
    },
  }),
  row("a way around through dots", "GET /health/../users", undefined, 404, {
    ...noOperation,
    differs: {
      mocks: { status: 401, because: "fetch takes the dots away: it asks for /users" },
    },
  }),
];
