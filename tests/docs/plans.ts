/** How a TypeScript snippet is checked, where the usual way will not do. */
export interface Plan {
  /** Why it is neither compiled nor run. */
  readonly notRun?: string;
  /** Statements that the page leaves to the reader. */
  readonly before?: string;
  /** What proves that it worked, or ends it. */
  readonly after?: string;
  /** Folder that the snippet's relative imports start from. */
  readonly folder?: string;
  /** Replaced in the text: what a machine that runs tests cannot have. */
  readonly replace?: readonly (readonly [from: string, to: string])[];
  /** True where a project with a config has to be the working directory. */
  readonly inProject?: boolean;
  /** Lines that it has to print. */
  readonly prints?: readonly string[];
}

const service = { folder: "apps/whiteboard/src" } as const;

/** Keyed by page and heading. A snippet that is not here is compiled and run as it stands, in front of the mocks. */
export const plans: Readonly<Record<string, Plan>> = {
  "README.md § From contract to call": service,
  "README.md § From contract to call (3)": { after: "server.close();" },
  "docs/getting-started.md § A config": { notRun: "part of the project that another test runs" },
  "docs/getting-started.md § A function": { notRun: "part of the project that another test runs" },
  "docs/handlers.md § What a handler gets": service,
  "docs/handlers.md § How it answers": service,
  "docs/handlers.md § How it answers (2)": service,
  "docs/handlers.md § Services": service,
  "docs/handlers.md § Tests": { ...service, prints: ["201", "400", "401"] },
  "docs/mocks.md § In one test only": { prints: ["429", "200", "200"] },
  "docs/mocks.md § A service that remembers": { prints: ["1"] },
  "docs/mocks.md § A network that breaks": { prints: ["true"] },
  "docs/reference/generated-output.md § Types per operation": {
    notRun: "an excerpt of a generated file",
  },
  "docs/reference/generated-output.md § The server": { notRun: "an excerpt of a generated file" },
  "docs/reference/generated-output.md § The SDK": { before: 'const token = "token";' },
  "packages/cli/README.md § As a library": {
    inProject: true,
    replace: [["port: 0,", "port: 0, controlPort: 0,"]],
  },
  "packages/client/README.md § @gatewright/client": { before: 'const token = "token";' },
  "packages/contract/README.md § @gatewright/contract": {
    folder: "apps/whiteboard/src",
    before: `import { operations } from "../generated/operations.js";
import { requestValidators } from "../generated/validators.js";`,
    after: "console.log(JSON.stringify(decoded));",
    prints: [
      '{"kind":"refused","status":400,"errors":[{"detail":"must be at most 100, is 500","in":"query","name":"limit"}]}',
    ],
  },
  "packages/local/README.md § @gatewright/local": {
    folder: "apps/whiteboard/src",
    before: `import type { JsonObject, Resources } from "@gatewright/contract";
import { readFileSync } from "node:fs";
const read = (name: string): JsonObject =>
  JSON.parse(readFileSync(process.env.DOCS_ROOT + "/apps/whiteboard/generated/" + name, "utf8"));
const document = read("openapi.json");
const definition = read("rest-api.json");
const resources = read("resources.json") as unknown as Resources;`,
    after: `console.log((await fetch(local.url + "/health")).status);
await local.close();
await control.close();
await database.close();`,
    replace: [
      ["port: 4000", "port: 0"],
      ["port: 4001", "port: 0"],
    ],
    prints: ["200"],
  },
  "packages/server/README.md § @gatewright/server": {
    notRun: "an excerpt: the other operations are left out",
  },
  "packages/server/README.md § Tests without events": {
    folder: "apps/whiteboard/src",
    before: `import { createInvoke } from "../generated/server.js";
import { handlers } from "./handlers/handlers.js";
import { createMemoryStore as memoryStore } from "./store/memory-store.js";`,
    after: "console.log(answer.status);",
    prints: ["201"],
  },
  "packages/server/README.md § Where requests come from": {
    folder: "apps/whiteboard/src",
    before: `import { createHandler } from "../generated/server.js";
import { handlers } from "./handlers/handlers.js";
import { createMemoryStore } from "./store/memory-store.js";
const services = () => ({ store: createMemoryStore() });`,
    after: "console.log(typeof handler);",
    prints: ["function"],
  },
  "packages/whiteboard-client/README.md § Options": {
    before: `Object.assign(globalThis, { sessionStorage: { getItem: () => "token" } });`,
  },
  "packages/whiteboard-client/README.md § Test against the contract": { prints: ["404 400"] },
};

/** What becomes of a line for the shell: run somewhere, or not, for a reason. */
export interface LinePlan {
  readonly pattern: RegExp;
  readonly run?: "project" | "whiteboard" | "root";
  readonly notRun?: string;
}

/** The first that fits counts; a line that none fits fails the test. */
export const linePlans: readonly LinePlan[] = [
  { pattern: /^npm start/, notRun: "tests/system runs it" },
  { pattern: /^npm test/, notRun: "would run this test" },
  {
    pattern: /^npm run (check|generate|format)\b/,
    notRun: "steps of CI; they take minutes or write",
  },
  { pattern: /^npm install/, notRun: "needs a registry" },
  { pattern: /^(sam|terraform|aws) /, notRun: "needs an AWS account" },
  { pattern: /^sed .*(rest|http)-api\.json/, run: "root" },
  {
    pattern: /^npx --no-install gatewright dev$/,
    notRun: "started by the test, which then asks it",
  },
  { pattern: /^npx --no-install gatewright (check|generate|bundle)\b/, run: "project" },
  { pattern: /^curl .*\/notes/, notRun: "sent to the project's own server by another test" },
  { pattern: /^curl .*127\.0\.0\.1:4000\//, run: "whiteboard" },
];
