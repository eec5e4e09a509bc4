import { usesIam } from "../../api-gateway/access.js";
import { forBoth } from "./for-both.js";
import { count, reportOnce } from "./report-once.js";

/** An open endpoint is never the result of saying nothing. */
export const securityStated = forBoth({
  code: "GW2108",
  title: "An operation does not say who may call it",
  severity: "error",
  check(contract, _settings, report) {
    const unstated = contract.operations.filter(
      (operation) => operation.security.kind === "unstated" && !usesIam(operation),
    );
    const nameOf = ({ method, path }: (typeof unstated)[number]) => `${method} ${path}`;
    if (contract.securitySchemes.length > 0) {
      for (const operation of unstated) {
        report({
          at: operation.at,
          isAtKey: true,
          message: `${nameOf(operation)} does not say who may call it; the document declares ${count(contract.securitySchemes.length, "security scheme")}`,
          fix: "Add security: with the schemes that it needs, or security: [] when everybody may call it.",
        });
      }
      return;
    }
    reportOnce(
      (finding) => report({ ...finding, severity: "warning" }),
      unstated.map((operation) => ({
        at: operation.at,
        isAtKey: true as const,
        message: nameOf(operation),
      })),
      {
        message: (number) =>
          `${count(number, "operation is", "operations are")} open to everybody: the document has neither security schemes nor statements`,
        fix: "Write security: [] at the root if that is meant, or declare a security scheme and require it.",
      },
    );
  },
});
