/** The deployment that this machine pretends to be: names and numbers that appear in events and ARNs. */
export interface Stage {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly apiId: string;
}

/** Account and API id are made up, in the form that AWS gives them. */
// Differs from API Gateway: the stage is not part of the URL, as behind a custom domain, but it is part of `requestContext.path`.
export const localStage: Stage = {
  name: "local",
  region: "eu-central-1",
  accountId: "000000000000",
  apiId: "localapi00",
};

/**
 * The ARN that an authorizer's policy is compared with. `path` is the request's path without the stage:
 * `GET`, `/messages/7` → `arn:aws:execute-api:eu-central-1:000000000000:localapi00/local/GET/messages/7`.
 */
export function methodArn(stage: Stage, httpMethod: string, path: string): string {
  return `arn:aws:execute-api:${stage.region}:${stage.accountId}:${stage.apiId}/${stage.name}/${httpMethod}${path}`;
}
