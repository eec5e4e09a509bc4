import { builtinEnvironments, type Environment } from "vitest/runtime";

/** What happy-dom brings of its own and the tests want from Node, because msw answers Node's `fetch`. */
const fromNode = [
  "fetch",
  "Request",
  "Response",
  "Headers",
  "FormData",
  "AbortController",
  "AbortSignal",
  "URL",
  "URLSearchParams",
] as const;

/** happy-dom's document with Node's `fetch`: for tests of the page against the mocks. */
const pageEnvironment: Environment = {
  name: "page",
  viteEnvironment: "client",
  async setup(global, options) {
    const kept = fromNode.map((name) => [name, global[name]] as const);
    const environment = await builtinEnvironments["happy-dom"].setup(global, options);
    for (const [name, value] of kept) global[name] = value;
    return environment;
  },
};

export default pageEnvironment;
