/** What an authorizer function is asked, whatever asks. */
export interface AuthorizerRequest {
  /** `simple`: payload format 2.0, which takes yes or no. `policy`: everything else. */
  readonly answer: "simple" | "policy";
  /** The method that was called, for a policy. */
  readonly methodArn: string;
  readonly authorization: readonly string[];
  readonly requestId: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the events of REQUEST and TOKEN authorizers of a REST API and of the authorizers of an HTTP API (1.0, 2.0).
 * Source: API Gateway Developer Guide, "Input to an API Gateway Lambda authorizer" and "Control access to HTTP APIs".
 */
export function readAuthorizerEvent(event: unknown): AuthorizerRequest {
  const { version, methodArn, authorizationToken, headers, multiValueHeaders, requestContext } =
    fieldsOf(event);
  const { requestId } = fieldsOf(requestContext);
  return {
    answer: version === "2.0" ? "simple" : "policy",
    methodArn: typeof methodArn === "string" ? methodArn : "",
    authorization:
      typeof authorizationToken === "string"
        ? [authorizationToken]
        : valuesOf(multiValueHeaders ?? headers),
    requestId: typeof requestId === "string" ? requestId : undefined,
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Every `authorization` header, whatever its case. */
function valuesOf(headers: unknown): string[] {
  return Object.entries(fieldsOf(headers))
    .filter(([name]) => name.toLowerCase() === "authorization")
    .flatMap(([, value]) => value)
    .filter((value) => typeof value === "string");
}

/** The token of the only `Authorization: Bearer …`; two of them could mean two things, so they mean none. */
export function bearerToken({ authorization }: AuthorizerRequest): string | undefined {
  const [only, ...more] = authorization;
  return more.length === 0
    ? /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(only ?? "")?.[1]
    : undefined;
}

/** `arn:…:api/stage/GET/path` → `arn:…:api/stage/*`: the answer is cached per token and used for every method. */
export function stageArn(methodArn: string): string {
  return `${methodArn.split("/").slice(0, 2).join("/")}/*`;
}
