import type { CatalogueEntry } from "./entry.js";

const NOTHING =
  'Nothing to do: the function checks every request in full. With `gatewayValidation: "off"`, the default, it does all of the checking and says what is wrong and where.';

/** What `gatewayValidation` does not cover. None of it is lost: the function checks everything. */
export const apiGatewayEnforcementEntries: readonly CatalogueEntry[] = [
  {
    code: "GW2040",
    title: "The gateway checks only that parameters are there",
    cause:
      "Of a parameter API Gateway takes name, place and whether it is required. `enum`, `pattern`, `minimum` and the rest are not enforced there.",
    fix: NOTHING,
  },
  {
    code: "GW2041",
    title: "The gateway cannot require a cookie",
    cause: "A method has parameters in path, query and headers. Cookies are part of one header.",
    fix: NOTHING,
  },
  {
    code: "GW2042",
    title: "The gateway cannot require a parameter of this name",
    cause:
      "Names of method parameters hold letters, digits and `: . _ $ -`. An import refuses others, `filter[author]` for example, so the method does not declare the parameter. It reaches the function all the same.",
    fix: NOTHING,
  },
  {
    code: "GW2043",
    title: "The gateway cannot require two parameters of one name",
    cause:
      "Names are unique across path, query and headers of a method. The method declares the one in the path, else the one in the query.",
    fix: NOTHING,
  },
  {
    code: "GW2044",
    title: "The gateway cannot require a parameter that may be blank",
    cause:
      "API Gateway takes a blank value as absent. Where the schema accepts one, requiring the parameter there would refuse requests that the contract accepts.",
    fix: "Give the schema a `pattern` or `format` that no blank value has, if none is meant. Otherwise nothing: the function checks it.",
  },
  {
    code: "GW2045",
    title: "The gateway cannot require a header",
    cause:
      "API Gateway compares header names with letter case. Clients write them in any case, and HTTP/2 in lower case, so requiring one would refuse requests that the contract accepts.",
    fix: NOTHING,
  },
  {
    code: "GW2047",
    title: "The gateway cannot require an object in the query",
    cause:
      "With `style: deepObject`, or `form` with `explode`, the name itself is not in the query string, only names made from it.",
    fix: NOTHING,
  },
  {
    code: "GW2070",
    title: "The gateway lets an exclusive bound itself through",
    cause:
      "Models have no `exclusiveMinimum` and `exclusiveMaximum`. For integers the next one is the bound; for fractions the bound is inclusive.",
    fix: NOTHING,
  },
  {
    code: "GW2072",
    title: "A choice of schemas is checked, or typed, loosely",
    cause:
      "When a branch of `oneOf` says more than its model can, two models may match where one schema did. The gateway then checks that some branch matches. SDKs that API Gateway makes have no types for `oneOf` and `anyOf` at all.",
    fix: NOTHING,
  },
  {
    code: "GW2073",
    title: "The gateway does not check properties that are read-only",
    cause:
      "Models have no `readOnly`. A property that is not part of requests is neither required in the model of a request nor checked.",
    fix: NOTHING,
  },
  {
    code: "GW2074",
    title: "The gateway does not check formats",
    cause:
      "What API Gateway makes of `format` is documented only in part. Models leave it out; `int32` becomes a range.",
    fix: NOTHING,
  },
  {
    code: "GW2077",
    title: "The gateway does not check what may be null",
    cause: "A model with a type refuses null. So what may be null is not described at all.",
    fix: NOTHING,
  },
  {
    code: "GW2078",
    title: "The gateway does not check newer keywords",
    cause:
      "Models are JSON Schema draft 4 as far as OpenAPI 3.0 has it: no `if`, `contains`, `prefixItems`, `patternProperties`, `propertyNames`, `dependent…` and `unevaluated…`. What they say is left out, and `additionalProperties` beside `patternProperties` with it.",
    fix: NOTHING,
  },
  {
    code: "GW2081",
    title: "The gateway does not check a pattern",
    cause:
      "API Gateway does not run patterns with an ECMAScript engine. One that uses what engines differ on is left out: Unicode classes, `\\s`, word boundaries, look-around, back references.",
    fix: NOTHING,
  },
  {
    code: "GW2090",
    title: "The gateway does not check bodies that are not JSON",
    cause: "Models describe JSON. A request with another content type is let through.",
    fix: NOTHING,
  },
  {
    code: "GW2091",
    title: "The gateway does not check a body that may be absent",
    cause:
      "API Gateway checks an absent body as if it were `{}`, so checking an optional one would refuse requests that the contract accepts.",
    fix: "Say `required: true` where the body must be there.",
    rejected: "requestBody:\n  content:",
    accepted: "requestBody:\n  required: true\n  content:",
  },
];
