/**
 * The key under which a status is declared: `200` itself, then its range `2XX`, then `default`. Undefined when
 * the contract declares none of them.
 */
export function matchStatus(
  table: Readonly<Record<string, unknown>>,
  status: number,
): string | undefined {
  const exact = String(status);
  if (Object.hasOwn(table, exact)) {
    return exact;
  }
  const range = `${exact.charAt(0)}XX`;
  return Object.hasOwn(table, range)
    ? range
    : Object.hasOwn(table, "default")
      ? "default"
      : undefined;
}
