import { renderPage } from "@gatewright/compiler";
import { catalogue, findEntry } from "../catalogue.js";
import type { Command } from "../terminal/command.js";
import { didYouMean } from "../terminal/did-you-mean.js";
import { UserError } from "../terminal/user-error.js";

export const explainCommand: Command = {
  name: "explain",
  summary: "Says what a code means and what to do about it.",
  usage: "CODE",
  about:
    "Prints the page of a diagnostic: what it is about, why it matters, how to mend it.\nWithout a code, lists all of them.",
  maxPositionals: 1,
  options: [],
  examples: [
    { says: "What is GW1003?", line: "gatewright explain GW1003" },
    { says: "All codes", line: "gatewright explain" },
  ],
  async run({ positionals: [code] }, terminal) {
    if (code === undefined) {
      terminal.out(catalogue.map(({ code, title }) => `${code}  ${title}\n`).join(""));
      return 0;
    }
    const entry = findEntry(code);
    if (!entry) {
      const known = catalogue.map((each) => each.code);
      const message = `there is no code ${JSON.stringify(code)}${didYouMean(code, known)}`;
      throw new UserError("GW4006", message, "gatewright explain lists all codes.");
    }
    terminal.out(renderPage(entry));
    return 0;
  },
};
