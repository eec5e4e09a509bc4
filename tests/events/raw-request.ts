/** A request as it stands on the wire: what every source of events makes its event from. */
export interface RawRequest {
  readonly method: string;
  /** Path and query as sent, percent-encoded or not. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

/** What an authorizer has found out about the caller; null when none ran or there was nothing to find. */
export type AuthorizerContext = { readonly sub: string; readonly scope: string } | null;

/** Path and query of a request, apart; `query` is null where there is no `?`. */
export function splitTarget(target: string): {
  readonly path: string;
  readonly query: string | null;
} {
  const mark = target.indexOf("?");
  return mark < 0
    ? { path: target, query: null }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}
