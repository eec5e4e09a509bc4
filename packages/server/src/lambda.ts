import type { ApiTables, LambdaOptions } from "./lambda-options.js";

/** What Lambda passes beside the event, as far as it is read. */
export interface LambdaContext {
  readonly awsRequestId?: string;
}

/** What API Gateway expects back from a proxy integration. */
export interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

/** A Lambda function for API Gateway (REST API, HTTP API), function URLs and load balancers. */
export type Lambda = (event: unknown, context?: LambdaContext) => Promise<LambdaResult>;

export function createLambda<Handlers extends object, Services extends object>(
  options: LambdaOptions<Handlers, Services> & { readonly api: ApiTables },
): Lambda {
  throw new TypeError(`not written yet: ${typeof options}`);
}
