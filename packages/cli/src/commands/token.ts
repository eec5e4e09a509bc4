import { join } from "node:path";
import { mintToken } from "@gatewright/local";
import { findProjectRoot, stateFolder } from "../dev/state-folder.js";
import type { Command } from "../terminal/command.js";
import { UserError } from "../terminal/user-error.js";

export const tokenCommand: Command = {
  name: "token",
  summary: "Prints a bearer token that the local gateway accepts.",
  usage: '[--scope "SCOPE …"] [--subject NAME]',
  about:
    "Prints a signed token and nothing else, for the API that gatewright dev runs in this project.\nThe key stays in .gatewright/, readable by you alone; no other API accepts the token.",
  maxPositionals: 0,
  options: [
    {
      name: "scope",
      value: "SCOPES",
      help: "Scopes, with spaces between them; none when left out.",
    },
    { name: "subject", value: "NAME", help: "Who the token is for; local-user when left out." },
    {
      name: "config",
      value: "FILE",
      help: "Config file of the project, when it is not found from here.",
    },
  ],
  examples: [
    {
      says: "Call a protected operation",
      line: 'curl -H "Authorization: Bearer $(gatewright token --scope users:read)" http://127.0.0.1:4000/users',
    },
    { says: "Two scopes", line: 'gatewright token --scope "users:read users:write"' },
  ],
  async run(given, terminal) {
    const scope = given.value("scope") ?? "";
    const odd = scope.split(/[ ,]+/).find((each) => !/^[\x21\x23-\x5B\x5D-\x7E]*$/.test(each));
    if (odd !== undefined) {
      const message = `${JSON.stringify(odd)} is not a scope`;
      throw new UserError(
        "GW4001",
        message,
        'A scope has no spaces, quotes or backslashes: "users:read".',
      );
    }
    const folder = await stateFolder(await findProjectRoot(terminal.cwd, given.value("config")));
    const token = await mintToken({
      keyFile: join(folder, "token-key.json"),
      scopes: scope.split(/[ ,]+/).filter((each) => each !== ""),
      subject: given.value("subject") ?? "local-user",
    });
    terminal.out(`${token}\n`);
    return 0;
  },
};
