import type { EnvironmentValue, FunctionResource, Resources } from "@gatewright/contract";
import type { AwsCredentials } from "./database/local-credentials.js";
import { LocalError, type LocalFinding } from "./local-error.js";

/** Who signs the tokens that an authorizer accepts on this machine. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
}

export interface EnvironmentOptions {
  readonly resources: Resources;
  /** The database that the functions use; null leaves the AWS settings of this process as they are. */
  readonly database: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: AwsCredentials;
  } | null;
  /** Fills `JWT_ISSUER`, `JWT_AUDIENCE` and `JWT_JWKS_URI` where a deployment would give them. */
  readonly issuer: IssuerSettings | null;
  /** The environment of this process: a variable that the user has set wins over `local` values. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Variable → value; `undefined` means that the variable must not be set. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The environment that the functions of an API need on this machine, all of them together: they run in one process. Throws a
 * `LocalError` that lists every variable without a value, and every variable of which two functions want different values.
 */
export function functionEnvironment(options: EnvironmentOptions): ProcessEnvironment {
  const findings: LocalFinding[] = [];
  const values = new Map<string, { readonly value: string; readonly by: string }>();
  for (const resource of options.resources.functions) {
    for (const [variable, source] of Object.entries(resource.environment)) {
      const value = environmentValue(variable, source, options);
      if (value === null) {
        findings.push(missing(resource, variable));
        continue;
      }
      const earlier = values.get(variable);
      if (earlier !== undefined && earlier.value !== value) {
        findings.push(conflict(variable, earlier.by, resource.name));
      }
      values.set(variable, { value, by: resource.name });
    }
  }
  const [first, ...rest] = findings;
  if (first !== undefined) throw new LocalError([first, ...rest]);
  return {
    ...databaseEnvironment(options.database),
    ...Object.fromEntries([...values].map(([variable, { value }]) => [variable, value])),
  };
}

/** Sets and unsets variables of this process; gives back the function that undoes it. */
export function applyEnvironment(values: ProcessEnvironment): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  for (const [name, value] of Object.entries(values)) set(name, value);
  return () => {
    for (const [name, value] of before) set(name, value);
  };
}

function set(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

function databaseEnvironment(database: EnvironmentOptions["database"]): ProcessEnvironment {
  if (database === null) return {};
  const { endpoint, region, credentials } = database;
  return {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    // A profile would win over the credentials above: the functions would sign with real ones.
    AWS_PROFILE: undefined,
  };
}

function environmentValue(
  variable: string,
  source: EnvironmentValue,
  { environment, issuer }: EnvironmentOptions,
): string | null {
  if ("value" in source) return source.value;
  if ("table" in source) return source.table;
  const given = Object.hasOwn(environment, variable) ? environment[variable] : undefined;
  return given ?? source.local ?? issuerValue(variable, issuer);
}

/** The variables by which the authorizer of `@gatewright/server` is configured. */
function issuerValue(variable: string, issuer: IssuerSettings | null): string | null {
  if (issuer === null) return null;
  switch (variable) {
    case "JWT_ISSUER":
      return issuer.issuer;
    case "JWT_AUDIENCE":
      return issuer.audience;
    case "JWT_JWKS_URI":
      return issuer.jwksUri;
    default:
      return null;
  }
}

function missing({ name }: FunctionResource, variable: string): LocalFinding {
  return {
    code: "GW6030",
    message: `${variable} of the function ${JSON.stringify(name)} has no value on this machine`,
    fix: `Set ${variable} in the environment, or give the parameter a \`local\` value in gatewright.config.ts.`,
  };
}

function conflict(variable: string, one: string, other: string): LocalFinding {
  return {
    code: "GW6031",
    message: `${JSON.stringify(one)} and ${JSON.stringify(other)} want different values of ${variable}`,
  };
}
