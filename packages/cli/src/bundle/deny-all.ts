/**
 * What stands in for an authorizer that nobody has written: it denies every call. It answers a REST API
 * and an HTTP API with payload format 1.0 with a policy, one with 2.0 with the simple response.
 */
export const DENY_ALL = `// This authorizer denies every call until its entry is named in gatewright.config.ts.
export async function handler(event) {
  if (event.version === "2.0") return { isAuthorized: false };
  const statement = { Action: "execute-api:Invoke", Effect: "Deny", Resource: event.methodArn ?? event.routeArn };
  return { principalId: "nobody", policyDocument: { Version: "2012-10-17", Statement: [statement] } };
}
`;
