import type { Contract, SourceRef } from "@gatewright/contract";
import type { Diagnostic, Target } from "../diagnostic/diagnostic.js";
import type { ApiSettings } from "../settings.js";
import { escapeToken } from "../source/source-ref.js";
import { checkClaims } from "./check-claims.js";
import { TABLE_PROPERTIES } from "./table-properties.js";

/** What does not fit together in settings; `at` is the place in the config that they came from. */
export function checkSettings(
  contract: Contract,
  settings: ApiSettings,
  at: SourceRef,
  configuredAuthorizers: readonly string[],
): readonly Diagnostic[] {
  return [
    ...checkCors(settings, at),
    ...checkTimeouts(settings, at),
    ...checkNames(contract, settings, at),
    ...checkTables(settings, at),
    ...checkClaims(contract, settings, at, configuredAuthorizers),
  ];
}

function checkCors({ cors }: ApiSettings, at: SourceRef): readonly Diagnostic[] {
  const several =
    cors !== null && cors.allowOrigins.length > 1
      ? [
          diagnostic({
            code: "GW2193",
            severity: "warning",
            target: "rest-api",
            at: `${at}/cors/allowOrigins`,
            message: `cors.allowOrigins has ${cors.allowOrigins.length} origins; a REST API can name one, so the function answers preflight requests, and pages cannot read errors that API Gateway makes itself`,
            fix: 'Nothing to do if that is fine. One origin, or "*" without credentials, needs no function.',
          }),
        ]
      : [];
  return [...several, ...checkWildcards(cors, at)];
}

function checkWildcards(cors: ApiSettings["cors"], at: SourceRef): readonly Diagnostic[] {
  if (!cors?.allowCredentials) {
    return [];
  }
  return (["allowOrigins", "allowHeaders"] as const)
    .filter((name) => cors[name].includes("*"))
    .map((name) =>
      diagnostic({
        code: "GW2194",
        severity: "error",
        at: `${at}/cors/${name}`,
        message: `cors.${name} has "*" beside allowCredentials; browsers take "*" literally then`,
        fix: `List ${name === "allowOrigins" ? "the origins" : "the headers"}, or leave allowCredentials out.`,
      }),
    );
}

function checkTimeouts(settings: ApiSettings, at: SourceRef): readonly Diagnostic[] {
  return settings.functions
    .filter(({ timeoutSeconds }) => timeoutSeconds * 1000 > settings.integrationTimeoutMs)
    .map(({ name, kind, timeoutSeconds }) =>
      diagnostic({
        code: "GW2125",
        severity: "warning",
        target: "rest-api",
        at: `${at}/${kind === "api" ? "functions" : "authorizers"}/${escapeToken(name)}/timeoutSeconds`,
        message: `the function "${name}" may run ${timeoutSeconds} s; API Gateway answers 504 after ${settings.integrationTimeoutMs / 1000} s`,
        fix: "Give the function less time than integrationTimeoutMs.",
      }),
    );
}

function checkNames(
  contract: Contract,
  settings: ApiSettings,
  at: SourceRef,
): readonly Diagnostic[] {
  const tables = new Set(settings.tables.map(({ name }) => name));
  const operations = new Set(contract.operations.map(({ id }) => id));
  const schemes = new Set(contract.securitySchemes.map(({ name }) => name));
  const found: Diagnostic[] = [];
  const expect = (known: ReadonlySet<string>, name: string, what: string, place: string) => {
    if (!known.has(name)) {
      const list = [...known].map((one) => `"${one}"`).join(", ");
      found.push(
        diagnostic({
          code: "GW4021",
          severity: "error",
          at: `${at}/${place}`,
          message: `there is no ${what} called "${name}"`,
          fix: known.size > 0 ? `Use one of ${list}.` : `Add the ${what} "${name}".`,
        }),
      );
    }
  };
  for (const { name, kind, ...given } of settings.functions) {
    const place = `${kind === "api" ? "functions" : "authorizers"}/${escapeToken(name)}`;
    for (const table of given.tables) {
      expect(tables, table, "table", `${place}/tables`);
    }
    for (const operation of given.operations ?? []) {
      expect(operations, operation, "operation", `${place}/operations`);
    }
  }
  for (const authorizer of settings.authorizers) {
    for (const scheme of authorizer.schemes) {
      const place = `authorizers/${escapeToken(authorizer.functionName)}/schemes`;
      expect(schemes, scheme, "security scheme", place);
    }
  }
  return found;
}

/** What only CloudFormation knows would be missing in the Terraform module. */
function checkTables({ tables }: ApiSettings, at: SourceRef): readonly Diagnostic[] {
  return tables.flatMap(({ name, properties }) =>
    Object.keys(properties)
      .filter((property) => !TABLE_PROPERTIES.some((known) => known === property))
      .map((property) =>
        diagnostic({
          code: "GW4022",
          severity: "warning",
          at: `${at}/tables/${escapeToken(name)}/${escapeToken(property)}`,
          message: `the table "${name}" has ${property}, which the SAM template gets and the Terraform module does not`,
          fix: "Nothing to do if you deploy with SAM.",
        }),
      ),
  );
}

function diagnostic(
  facts: Omit<Diagnostic, "target" | "related"> & { readonly target?: Target },
): Diagnostic {
  return { target: null, related: [], ...facts };
}
