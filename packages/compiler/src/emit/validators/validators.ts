import type { Contract } from "@gatewright/contract";
import { Code, code, identifier, literalKey } from "../code.js";
import { generatedHeader } from "../comment.js";
import type { Emitter } from "../emitter.js";
import { file } from "../file.js";
import { SchemaTable } from "../schema/schema-table.js";
import { bundleValidators, VALIDATORS_MODULE } from "./bundle-validators.js";
import { compileValidators } from "./compile-validators.js";
import { type PlannedParts, planValidators, type ValidatorPlan } from "./validator-plan.js";

/**
 * Writes `validators.js`: precompiled checks without an import, in two tables, so that a bundle that never checks
 * responses does not carry those checks.
 */
export const validatorsEmitter: Emitter = {
  name: "validators",
  needs: [],
  async emit(contract) {
    const plan = planValidators(contract, new SchemaTable(contract));
    const compiled = compileValidators(plan.schemas);
    const bundled = await bundleValidators(compiled, tables(plan).toString());
    const header = generatedHeader(contract);
    return [
      { path: "validators.js", text: `${header}\n${bundled}` },
      file("validators.d.ts", declarations(contract)),
    ];
  },
};

/** The two tables, over functions that are named by the ids of the plan. */
function tables(plan: ValidatorPlan): Code {
  const used = new Set<string>();
  const use = (id: string): Code => {
    used.add(id);
    return identifier(id);
  };
  const requests = plan.requests.map(
    ([name, parts]) => code`${literalKey(name)}: ${partsCode(parts, use)},`,
  );
  const responses = plan.responses.map(([name, statuses]) => {
    const entries = statuses.map(
      ([status, parts]) => code`${literalKey(status)}: ${partsCode(parts, use)},`,
    );
    return code`${literalKey(name)}: {\n  ${entries}\n},`;
  });
  const body = code`export const requestValidators = {
  ${requests}
};
export const responseValidators = {
  ${responses}
};
`;
  const names = new Code([...used].join(", "));
  return used.size === 0 ? body : code`import { ${names} } from ${VALIDATORS_MODULE};\n${body}`;
}

function partsCode({ parameters, headers, body }: PlannedParts, use: (id: string) => Code): Code {
  const members = [
    ...(parameters === undefined ? [] : [code`parameters: ${use(parameters)},`]),
    ...(headers === undefined ? [] : [code`headers: ${use(headers)},`]),
    ...(body === undefined ? [] : [bodyCode(body, use)]),
  ];
  return code`{\n  ${members}\n}`;
}

function bodyCode(body: NonNullable<PlannedParts["body"]>, use: (id: string) => Code): Code {
  const members = body.map(([mediaType, id]) => code`${literalKey(mediaType)}: ${use(id)},`);
  return code`body: {\n  ${members}\n},`;
}

function declarations(contract: Contract): Code {
  return code`${generatedHeader(contract)}
import type { RequestValidatorTable, ResponseValidatorTable } from "@gatewright/contract";

/** Checks of requests, by operation identifier. */
export declare const requestValidators: RequestValidatorTable;
/** Checks of responses, by operation identifier and status. */
export declare const responseValidators: ResponseValidatorTable;
`;
}
