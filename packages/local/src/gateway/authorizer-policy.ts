import { isMembers, type Members } from "../definition/definition-reader.js";

/** How a policy decides about one method. */
export type PolicyDecision = "allow" | "explicitDeny" | "implicitDeny";

/** What an authorizer function returned, checked. */
export interface AuthorizerResult {
  readonly principalId: string;
  readonly statements: readonly PolicyStatement[];
  readonly context: Readonly<Record<string, string>>;
  readonly usageIdentifierKey: string | null;
}

export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly RegExp[];
  readonly resources: readonly RegExp[];
}

/** Checks what an authorizer function returned; a string says what is wrong with it. */
export function readAuthorizerResult(value: unknown): AuthorizerResult | string {
  if (!isMembers(value)) return "the result is not an object";
  const { principalId } = value;
  if (typeof principalId !== "string" || principalId === "") return "principalId is not a text";
  const policy = value.policyDocument;
  if (!isMembers(policy)) return "policyDocument is not an object";
  const list = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  const statements: PolicyStatement[] = [];
  for (const statement of list) {
    const read = readStatement(statement);
    if (typeof read === "string") return read;
    statements.push(read);
  }
  const context = readContext(value.context);
  if (typeof context === "string") return context;
  const key = value.usageIdentifierKey;
  return {
    principalId,
    statements,
    context,
    usageIdentifierKey: typeof key === "string" ? key : null,
  };
}

/** Deny beats allow; nothing that matches is a deny too. */
export function decide(statements: readonly PolicyStatement[], methodArn: string): PolicyDecision {
  const matching = statements.filter(
    ({ actions, resources }) =>
      actions.some((action) => action.test("execute-api:Invoke")) &&
      resources.some((resource) => resource.test(methodArn)),
  );
  if (matching.some(({ effect }) => effect === "Deny")) return "explicitDeny";
  return matching.length > 0 ? "allow" : "implicitDeny";
}

function readStatement(value: unknown): PolicyStatement | string {
  if (!isMembers(value)) return "a policy statement is not an object";
  const { Effect: effect } = value;
  if (effect !== "Allow" && effect !== "Deny")
    return "the Effect of a statement is not Allow or Deny";
  // Differs from API Gateway: policy statements with Condition, NotAction or NotResource are refused, not evaluated.
  for (const name of ["Condition", "NotAction", "NotResource"]) {
    if (Object.hasOwn(value, name))
      return `${name} in a policy is not supported by the local gateway`;
  }
  const actions = readPatterns(value, "Action", "i");
  const resources = readPatterns(value, "Resource", "");
  if (typeof actions === "string") return actions;
  if (typeof resources === "string") return resources;
  return { effect, actions, resources };
}

function readPatterns(statement: Members, name: string, flags: string): readonly RegExp[] | string {
  const value = statement[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const patterns: RegExp[] = [];
  for (const text of list) {
    if (typeof text !== "string" || text === "") return `the ${name} of a statement is not a text`;
    patterns.push(wildcard(text, flags));
  }
  return patterns;
}

/** `*` stands for any text, also across slashes; `?` for one character. */
function wildcard(text: string, flags: string): RegExp {
  const source = text
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, `s${flags}`);
}

/** Context values are text, numbers or booleans, and reach the function as text. */
function readContext(value: unknown): Readonly<Record<string, string>> | string {
  if (value === undefined || value === null) return {};
  if (!isMembers(value)) return "context is not an object";
  const entries: [string, string][] = [];
  for (const [name, item] of Object.entries(value)) {
    if (item === undefined || item === null) continue;
    if (!["string", "number", "boolean"].includes(typeof item)) {
      return `the context value ${JSON.stringify(name)} is not a text, a number or a boolean`;
    }
    entries.push([name, String(item)]);
  }
  return Object.fromEntries(entries);
}
