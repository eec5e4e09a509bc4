import { type ParityCase, row } from "../parity-case.js";
import { TAKEN_EMAIL } from "../world.js";

const read = { scopes: "users:read" };
const write = { scopes: "users:write" };
const grace = { name: "Grace Hopper", email: "grace@example.com" };
const nobody = "00000000-0000-4000-8000-000000000000";
/** 254 characters, the longest that the contract takes. */
const longest = `${"a".repeat(64)}@${"b".repeat(62)}.${"c".repeat(62)}.${"d".repeat(60)}.de`;

/** Everything about users, by callers who may. */
export const userCases: readonly ParityCase[] = [
  row("the users", "GET /users", "listUsers", 200, read),
  row("the users by pages", "GET /users?limit=1", "listUsers", 200, read),
  row("the users behind a cursor", "GET /users?cursor={userCursor}", "listUsers", 200, read),
  row("a limit of users that is too great", "GET /users?limit=101", "listUsers", 400, {
    ...read,
    wrong: ["query limit"],
  }),
  row("a cursor of the messages", "GET /users?cursor={cursor}", "listUsers", 400, {
    ...read,
    wrong: ["query cursor"],
  }),
  row("a new user", "POST /users", "createUser", 201, { ...write, body: grace }),
  row("a taken address", "POST /users", "createUser", 409, {
    ...write,
    body: { ...grace, email: TAKEN_EMAIL },
    wrong: ["/email"],
  }),
  row("a taken address in capitals", "POST /users", "createUser", 409, {
    ...write,
    body: { ...grace, email: TAKEN_EMAIL.toUpperCase() },
    wrong: ["/email"],
  }),
  row("an address that is none", "POST /users", "createUser", 400, {
    ...write,
    body: { ...grace, email: "grace" },
    wrong: ["/email"],
  }),
  row("the longest address", "POST /users", "createUser", 201, {
    ...write,
    body: { ...grace, email: longest },
  }),
  row("an address that is too long", "POST /users", "createUser", 400, {
    ...write,
    body: { ...grace, email: longest.replace(".de", ".com") },
    wrong: ["/email"],
  }),
  row("a name of 129 code points", "POST /users", "createUser", 400, {
    ...write,
    body: { ...grace, name: "😀".repeat(129) },
    wrong: ["/name"],
  }),
  row("a user without anything", "POST /users", "createUser", 400, {
    ...write,
    body: {},
    wrong: ["/name", "/email"],
  }),
  row("a user with an id", "POST /users", "createUser", 400, {
    ...write,
    body: { ...grace, id: nobody },
    wrong: ["/id"],
  }),
  row("no user at all", "POST /users", "createUser", 400, { ...write, wrong: [""] }),
  row("one user", "GET /users/{user}", "getUser", 200, read),
  row("one user in capitals", "GET /users/{USER}", "getUser", 200, read),
  row("one user who is not there", `GET /users/${nobody}`, "getUser", 404, read),
  row("an id that is no uuid", "GET /users/42", "getUser", 400, {
    ...read,
    wrong: ["path userId"],
  }),
  row("a uuid in braces", "GET /users/%7B{user}%7D", "getUser", 400, {
    ...read,
    wrong: ["path userId"],
  }),
  row("another name for a user", "PUT /users/{user}", "replaceUser", 200, {
    ...write,
    body: { name: "Countess", email: TAKEN_EMAIL },
  }),
  row("another name for nobody", `PUT /users/${nobody}`, "replaceUser", 404, {
    ...write,
    body: grace,
  }),
  row("an id and a body that are wrong", "PUT /users/42", "replaceUser", 400, {
    ...write,
    body: { name: "" },
    wrong: ["path userId", "/name", "/email"],
  }),
  row("a user as form fields", "PUT /users/{user}", "replaceUser", 415, {
    ...write,
    body: "name=Ada&email=a%40example.com",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    wrong: ["header content-type"],
  }),
  row("a user who goes", "DELETE /users/{user}", "deleteUser", 204, write),
  row("nobody who goes", `DELETE /users/${nobody}`, "deleteUser", 404, write),
  row("the health", "GET /health", "getHealth", 200),
  row("the health with a body and a query", "GET /health?deep=1", "getHealth", 200),
];
