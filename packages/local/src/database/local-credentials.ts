import { randomBytes } from "node:crypto";

/** Region that functions see on this machine. */
export const LOCAL_REGION = "eu-central-1";

/** What an AWS client signs with. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Credentials that no AWS account has: made for one run, so that none has to stand in a file. */
export function madeUpCredentials(): AwsCredentials {
  return {
    accessKeyId: `LOCAL${randomBytes(8).toString("hex").toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString("base64url"),
  };
}
