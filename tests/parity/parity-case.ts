import type { operations } from "../../apps/whiteboard/generated/operations.js";
import type { RawRequest } from "../events/raw-request.js";

export type OperationName = keyof typeof operations;

/** Who answers. `rest` and `http` are the function, called with events of the two products. */
export type TargetName = "rest" | "http" | "gateway" | "mocks";

/** A difference that is meant, and why. */
export interface Difference {
  /** `unhandled`: the target leaves the request alone. */
  readonly status: number | "unhandled";
  readonly because: string;
}

/** One request, what the function answers to it, and where the others may differ. */
export interface ParityCase {
  readonly title: string;
  readonly request: RawRequest;
  /** Scopes of the bearer token; null: no token; `garbage`: something that is none. */
  readonly scopes: string | null | "garbage";
  /** Undefined where no operation answers. */
  readonly operation: OperationName | undefined;
  readonly status: number;
  /** Where the errors are: `/text`, `query limit`. Undefined where the answer has no list. */
  readonly wrong: readonly string[] | undefined;
  readonly differs: Partial<Readonly<Record<TargetName, Difference>>>;
  /** Why the contract says nothing about this answer. */
  readonly undeclared: string | undefined;
}

/** What a table says of a case; the rest is the usual. */
export interface CaseOptions {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when text, else as JSON. */
  readonly body?: unknown;
  readonly scopes?: string | null;
  readonly wrong?: readonly string[];
  readonly differs?: Partial<Readonly<Record<TargetName, Difference>>>;
  readonly undeclared?: string;
}

/** Makes a case of one line of a table: `request("GET /messages?limit=0", "listMessages", 400, …)`. */
export function row(
  title: string,
  line: `${string} ${string}`,
  operation: OperationName | undefined,
  status: number,
  { headers = {}, body, scopes = null, wrong, differs = {}, undeclared }: CaseOptions = {},
): ParityCase {
  const space = line.indexOf(" ");
  const text = body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body);
  const given = Object.entries(headers);
  const hasType = given.some(([name]) => name.toLowerCase() === "content-type");
  return {
    title,
    request: {
      method: line.slice(0, space),
      target: line.slice(space + 1),
      headers: text !== null && !hasType ? [["content-type", "application/json"], ...given] : given,
      body: text,
    },
    scopes,
    operation,
    status,
    wrong,
    differs,
    undeclared,
  };
}
