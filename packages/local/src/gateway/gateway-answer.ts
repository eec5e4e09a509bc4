/** What goes back to the caller: status, header names and values in turn, and the body. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string | Buffer;
}
