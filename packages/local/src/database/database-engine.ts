/** Something that answers DynamoDB's protocol. */
export interface DatabaseEngine {
  /** For example `http://127.0.0.1:8000`. */
  readonly endpoint: string;
  close(): Promise<void>;
}
