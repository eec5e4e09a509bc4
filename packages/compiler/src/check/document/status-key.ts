import { quoted, type SourceRule } from "./source-rule.js";

export const statusKey: SourceRule = {
  code: "GW1050",
  title: "A response is not keyed by a status code",
  severity: "error",
  kinds: ["responses"],
  check(responses, report) {
    for (const { key } of responses.entries()) {
      if (/^(?:[1-5](?:\d\d|XX)|default|x-.*)$/.test(key)) {
        continue;
      }
      const range = /^[1-5]x{2}$/i.test(key) ? key.toUpperCase() : null;
      report({
        ...(range === null ? {} : { severity: "warning" as const }),
        at: responses.atMember(key),
        isAtKey: true,
        message: `${quoted(key)} is not a status code from 100 to 599, a range such as "4XX", or "default"`,
        fix: range === null ? 'Use a status code, for example "200".' : `Write "${range}".`,
      });
    }
  },
};
