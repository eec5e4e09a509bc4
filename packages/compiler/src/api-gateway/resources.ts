import type { Contract } from "@gatewright/contract";
import { pathSegments } from "./path-template.js";

/** Where the operations of a contract go on API Gateway. */
export interface ResourcePlan {
  /** Keyed by the contract's path template. */
  readonly byPath: ReadonlyMap<string, PlannedPath>;
  /** Resources that the import creates, the root and those in between included. */
  readonly count: number;
}

export interface PlannedPath {
  /** The template with API Gateway's variable names: `/users/{id}/posts`. */
  readonly path: string;
  /** Contract name → name on API Gateway, for every variable, without the `+` of a greedy one. */
  readonly variables: ReadonlyMap<string, string>;
  /** The names on API Gateway, in the order of the path: one more than contract names where one of those is there twice. */
  readonly names: readonly string[];
}

interface Resource {
  readonly literals: Map<string, Resource>;
  readonly variables: Map<boolean, { readonly name: string; readonly resource: Resource }>;
}

const VARIABLE_NAME = /[^a-zA-Z0-9._$-]+/g;

/**
 * Gives the variables of sibling paths one name. A resource has one variable child: beside `/users/{id}` the
 * template `/users/{userId}/posts` becomes `/users/{id}/posts`. Callers see no difference, and a server that
 * takes path parameters by position sees none either.
 */
export function planResources(contract: Contract): ResourcePlan {
  const root = newResource();
  const byPath = new Map<string, PlannedPath>();
  let count = 1;
  const created = (): Resource => {
    count++;
    return newResource();
  };
  for (const { path } of contract.operations) {
    if (!byPath.has(path)) {
      byPath.set(path, planPath(path, root, created));
    }
  }
  return { byPath, count };
}

function planPath(template: string, root: Resource, create: () => Resource): PlannedPath {
  const variables = new Map<string, string>();
  const names: string[] = [];
  let resource = root;
  let path = "";
  for (const segment of pathSegments(template)) {
    if (segment.kind !== "variable") {
      const known = resource.literals.get(segment.text) ?? create();
      resource.literals.set(segment.text, known);
      resource = known;
      path += `/${segment.text}`;
      continue;
    }
    const sibling = resource.variables.get(segment.isGreedy);
    const name = sibling?.name ?? freeName(segment.name, new Set(names));
    const next = sibling?.resource ?? create();
    resource.variables.set(segment.isGreedy, { name, resource: next });
    variables.set(segment.name, name);
    names.push(name);
    resource = next;
    path += segment.isGreedy ? `/{${name}+}` : `/{${name}}`;
  }
  return { path: path === "" ? "/" : path, variables, names };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(VARIABLE_NAME, "") || "variable";
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}${number}`;
    if (!taken.has(name)) {
      return name;
    }
  }
}

function newResource(): Resource {
  return { literals: new Map(), variables: new Map() };
}
