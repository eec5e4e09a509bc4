import {
  evaluateSecurity,
  type Problem,
  parseCookies,
  type SecurityRow,
  type SecuritySchemeType,
} from "@gatewright/contract";

/** Why a request may not, as the server would say it. */
export interface SecurityRefusal {
  readonly problem: Pick<Problem, "status" | "detail">;
  readonly challenge: string;
}

/**
 * Null when a request may. Credentials have to be there, in the form that the scheme asks for; what they are
 * worth is known only where `scopes` says it.
 */
export function checkSecurity(
  security: readonly SecurityRow[] | undefined,
  schemes: Readonly<Record<string, SecuritySchemeType>>,
  request: Request,
  scopes: ((request: Request) => readonly string[]) | undefined,
): SecurityRefusal | null {
  if (security === undefined) {
    return null;
  }
  const shown = security.filter((row) =>
    Object.keys(row).every((name) =>
      hasCredential(Object.hasOwn(schemes, name) ? schemes[name] : undefined, request),
    ),
  );
  if (shown.length === 0) {
    return {
      problem: { status: 401, detail: "This operation needs credentials." },
      challenge: "Bearer",
    };
  }
  if (
    scopes === undefined ||
    evaluateSecurity({ security: shown }, { scopes: scopes(request) }) === "allowed"
  ) {
    return null;
  }
  const scope = Object.values(shown[0] ?? {})
    .flat()
    .join(" ");
  return {
    problem: { status: 403, detail: `This operation needs the scope ${scope}.` },
    challenge: `Bearer error="insufficient_scope", scope="${scope}"`,
  };
}

function hasCredential(scheme: SecuritySchemeType | undefined, request: Request): boolean {
  const authorization = request.headers.get("authorization") ?? "";
  switch (scheme?.kind) {
    case "apiKey": {
      const { in: place, name } = scheme;
      return place === "header"
        ? request.headers.has(name)
        : place === "query"
          ? new URL(request.url).searchParams.has(name)
          : parseCookies(request.headers.get("cookie") ?? "")[name] !== undefined;
    }
    case "http":
      return authorization.toLowerCase().startsWith(`${scheme.scheme} `);
    case "mutualTLS":
      return true;
    default:
      return /^bearer ./i.test(authorization);
  }
}
