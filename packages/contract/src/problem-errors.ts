import type { ParameterLocation } from "./contract.js";
import { describeError } from "./describe-error.js";
import { escapePointer, splitPointer, valueAt } from "./json-pointer.js";
import type { ParameterRow } from "./operation-row.js";
import type { ProblemError } from "./problem.js";
import type { ValidationError } from "./validator.js";

/** More would only make the answer larger than API Gateway passes on. */
const MAX_ERRORS = 100;

/** A complaint about one value, before it is known whether the value came in a body or as a parameter. */
interface Finding {
  readonly pointer: string;
  readonly detail: string;
}

/** What is wrong with a body. A missing property points at the property, an undeclared one at itself. */
export function bodyErrors(errors: readonly ValidationError[], body: unknown): ProblemError[] {
  return findings(errors, body).map(({ pointer, detail }) => ({ detail, pointer }));
}

const LOCATIONS: Readonly<Record<string, ParameterLocation>> = {
  path: "path",
  query: "query",
  headers: "header",
  cookies: "cookie",
};

/** What is wrong with decoded parameters, by the names that the contract gives them. */
export function parameterErrors(
  errors: readonly ValidationError[],
  parameters: unknown,
  rows: readonly ParameterRow[],
): ProblemError[] {
  return findings(errors, parameters).map(({ pointer, detail }) => {
    const [group = "", name = "", ...inner] = splitPointer(pointer);
    const location = LOCATIONS[group] ?? "query";
    const row = rows.find(
      (each) =>
        each.in === location &&
        (location === "header" ? each.name.toLowerCase() : each.name) === name,
    );
    const place = inner.length > 0 ? ` at /${inner.map(escapePointer).join("/")}` : "";
    return { detail: `${detail}${place}`, in: location, name: row?.name ?? name };
  });
}

function findings(errors: readonly ValidationError[], root: unknown): Finding[] {
  const found: Finding[] = [];
  for (const error of errors) {
    if (isSummary(error) && errors.length > 1) {
      continue;
    }
    const finding = findingOf(error, errors, root);
    const isKnown = found.some(
      ({ pointer, detail }) => pointer === finding.pointer && detail === finding.detail,
    );
    if (!isKnown && found.push(finding) === MAX_ERRORS) {
      break;
    }
  }
  return found;
}

function findingOf(
  error: ValidationError,
  errors: readonly ValidationError[],
  root: unknown,
): Finding {
  const value = valueAt(root, error.instancePath);
  if (error.keyword === "type" && errors.length > 1) {
    // One value that may be of several types (`anyOf`) fails once for each of them; that is one complaint.
    const types = errors
      .filter(
        ({ keyword, instancePath }) => keyword === "type" && instancePath === error.instancePath,
      )
      .flatMap(({ params }) => params.type);
    const merged = { ...error, params: { type: [...new Set(types)] } };
    return { pointer: error.instancePath, detail: describeError(merged, value) };
  }
  return { pointer: pointerOf(error), detail: describeError(error, value) };
}

/** Says only that the errors before it count. `oneOf` stays when several forms fit: then nothing else is wrong. */
function isSummary({ keyword, params }: ValidationError): boolean {
  return (
    keyword === "anyOf" ||
    keyword === "if" ||
    keyword === "propertyNames" ||
    (keyword === "oneOf" && !Array.isArray(params.passingSchemas))
  );
}

/** Where the caller has to change something. */
function pointerOf({ instancePath, keyword, params }: ValidationError): string {
  const property =
    keyword === "required" || keyword === "dependentRequired"
      ? params.missingProperty
      : keyword === "additionalProperties"
        ? params.additionalProperty
        : keyword === "unevaluatedProperties"
          ? params.unevaluatedProperty
          : keyword === "propertyNames"
            ? params.propertyName
            : undefined;
  return typeof property === "string" ? `${instancePath}/${escapePointer(property)}` : instancePath;
}
