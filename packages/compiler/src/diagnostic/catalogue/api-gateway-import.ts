import type { CatalogueEntry } from "./entry.js";

/** What stands in the way of an import, or goes wrong after one. */
export const apiGatewayImportEntries: readonly CatalogueEntry[] = [
  {
    code: "GW2004",
    title: "The definition is larger than an import takes",
    cause:
      "API Gateway imports definitions of up to 6 MiB. Gatewright leaves descriptions out when a definition is larger with them, and this one is too large even so.",
    fix: "Split the API into several documents, by tag for example. Each becomes an API of its own; a custom domain can put them under one name with base path mappings.",
  },
  {
    code: "GW2005",
    title: "info.title is blank",
    cause: "The title becomes the name of the API, and API Gateway refuses an empty one.",
    fix: "Give the API a title.",
    rejected: 'info:\n  title: " "\n  version: 1.0.0',
    accepted: "info:\n  title: Whiteboard\n  version: 1.0.0",
  },
  {
    code: "GW2020",
    title: "A path has a character that API Gateway does not take",
    cause:
      "A segment of a resource path holds letters, digits and `_ - . , :`. Percent-encoding is no way around it. About `:` and `,` AWS contradicts itself: the Developer Guide allows them, an error message of the service did not, so they are a warning.",
    fix: "Change the path, or let a variable stand for the segment.",
    rejected: "paths:\n  /users/@me:",
    accepted: "paths:\n  /users/me:",
  },
  {
    code: "GW2021",
    title: "A path variable is only part of a segment",
    cause:
      "API Gateway matches segments: each is either fixed text or one variable. `/users/{id}.json` has a segment that is both.",
    fix: "Make the variable a segment of its own, or end the path with `{proxy+}` and take it apart in the function.",
    rejected: "paths:\n  /users/{id}.json:",
    accepted: "paths:\n  /users/{id}:",
  },
  {
    code: "GW2022",
    title: "A resource has two variable children",
    cause:
      "Below one resource there is one variable at most. Variables that only have different names get one name in the definition, which callers cannot see and `@gatewright/server` understands. A greedy variable beside an ordinary one is another thing: they match different requests.",
    fix: "Leave one of the two paths out, or put fixed text before one of the variables.",
    rejected: "paths:\n  /files/{id}:\n  /files/{path+}:",
    accepted: "paths:\n  /files/{id}:\n  /files/tree/{path+}:",
  },
  {
    code: "GW2023",
    title: "A greedy variable is not the last segment",
    cause: "`{proxy+}` takes everything that is left of a path, so nothing can come after it.",
    fix: "End the path with the greedy variable.",
    rejected: "paths:\n  /files/{path+}/versions:",
    accepted: "paths:\n  /versions/{path+}:",
  },
  {
    code: "GW2024",
    title: "A path ends in a slash or has two in a row",
    cause:
      "The resources of a REST API are a tree of segments, and an empty segment is not one. API Gateway treats a slash at the end of a request's path as if it were not there.",
    fix: "Remove the slash.",
    rejected: "paths:\n  /messages/:",
    accepted: "paths:\n  /messages:",
  },
  {
    code: "GW2025",
    title: "The API has more resources than the quota allows",
    cause:
      "A REST API has 300 resources unless AWS raises the quota. Each segment of each path is one, those that have no methods and the root included.",
    fix: "Split the API, replace groups of paths by one with `{proxy+}`, or have the quota raised and say so: `quotas: { resources: 600 }`.",
  },
  {
    code: "GW2028",
    title: "A path is reserved for health checks of AWS",
    cause:
      "On a custom domain without a base path API Gateway answers `/ping` and `/sping` itself.",
    fix: "Choose another path, `/health` for example.",
  },
  {
    code: "GW2029",
    title: "API Gateway has no such method",
    cause: "Methods are GET, PUT, POST, DELETE, PATCH, OPTIONS and HEAD. TRACE is refused.",
    fix: "Remove the operation.",
  },
  {
    code: "GW2060",
    title: "A schema has another name as a model",
    cause:
      "Names of models have letters and digits only. Two that differ in nothing else, or only in letter case, are kept apart by a few characters of a hash, so that they stay what they are when schemas are added. A schema with `readOnly` or `writeOnly` properties has two models, one for requests and one for answers. The names are classes in SDKs that API Gateway makes, and nobody else sees them.",
    fix: "Nothing to do, unless those classes should have other names: then rename the schemas.",
  },
  {
    code: "GW2062",
    title: "A model is larger than API Gateway takes",
    cause: "A model has 400 KiB at most. References count nothing; what is written in place does.",
    fix: "Give parts of the schema names of their own under `components.schemas`.",
  },
  {
    code: "GW2103",
    title: "An authorizer of the document lacks something",
    cause:
      "A security scheme brings its own `x-amazon-apigateway-authorizer`, and API Gateway would refuse it or not enforce what it says: the type must be one that exists, a Lambda authorizer needs `authorizerUri`, a Cognito one `providerARNs`, and answers can be kept only for an `identitySource`.",
    fix: "Complete the authorizer, or remove it: `authorizers` in `gatewright.config.ts` keeps deployment facts out of the document.",
  },
  {
    code: "GW2106",
    title: "Alternative credentials are decided by a function for every request",
    cause:
      "A method has one authorizer. When callers may show one of several credentials, or none, an authorizer function has to decide, and API Gateway cannot know beforehand which header to look at: it asks for every request and keeps no answers. Where one alternative is an API key in `x-api-key` and another is not, the function decides about the key as well: API Gateway checks its own keys only where every alternative needs one.",
    fix: "Nothing to do if that is meant. With one requirement that is always needed, API Gateway refuses requests without it by itself and keeps answers.",
    rejected: "security:\n  - bearer: []\n  - apiKey: []",
    accepted: "security:\n  - bearer: []",
  },
  {
    code: "GW2107",
    title: "An HTTP API leaves API keys to the authorizer",
    cause:
      "Callers need an API key in `x-api-key` beside something else. A REST API checks the key itself, as well as asking the authorizer. An HTTP API has no API keys, so the authorizer function has to know which keys are good.",
    fix: "Check the key in the authorizer function, or deploy a REST API.",
  },
  {
    code: "GW2108",
    title: "An operation does not say who may call it",
    cause:
      "Neither the operation nor the root of the document has `security`. In a document that declares security schemes that is more likely forgotten than meant, and an endpoint that is open by mistake is the worst outcome. In a document without any, it is a warning.",
    fix: "Add `security` with the schemes that the operation needs, or `security: []` when everybody may call it. At the root it holds for all operations that say nothing.",
    rejected: "get:\n  operationId: listMessages",
    accepted: "get:\n  operationId: listMessages\n  security: []",
  },
  {
    code: "GW2109",
    title: "The API has more authorizers than the quota allows",
    cause:
      "An API has 10 authorizers unless AWS raises the quota. Every set of schemes that operations ask for needs one.",
    fix: "Let operations ask for the same sets of schemes, configure one authorizer for several schemes, or have the quota raised and say so: `quotas: { authorizers: 20 }`.",
  },
  {
    code: "GW2121",
    title: "An integration of the document is not one that a REST API has",
    cause:
      "An operation brings its own `x-amazon-apigateway-integration`, and its type or one of its fields is not known to a REST API. `integrationSubtype`, payload format 2.0 and references to `components` belong to HTTP APIs.",
    fix: "Correct the integration, or remove it: Gatewright then integrates the function of the API.",
  },
  {
    code: "GW2125",
    title: "A function may run longer than API Gateway waits",
    cause:
      "When a function has not answered in time, API Gateway answers 504 and the function goes on for nothing.",
    fix: "Give the function less time than `integrationTimeoutMs`.",
  },
  {
    code: "GW2179",
    title: "An extension of the document does not reach API Gateway",
    cause:
      "Gatewright takes over some `x-amazon-apigateway-*` extensions: at the root `api-key-source`, `binary-media-types`, `gateway-responses`, `minimum-compression-size` and `policy`, on operations `integration` and `auth`, on security schemes `authorizer` and `authtype`. This one is not among them, so what it says does not happen.",
    fix: "Say it in `gatewright.config.ts` where that has a setting for it (`gatewayValidation` for validators, `cors` for CORS), or remove it.",
  },
  {
    code: "GW2193",
    title: "Several origins need the function for preflight requests",
    cause:
      "A REST API answers preflight requests with static headers, and `Access-Control-Allow-Origin` names one origin. With several, OPTIONS requests go to the function, which echoes the origin. Errors that API Gateway makes itself carry no CORS headers then, so a page sees a network error instead.",
    fix: "Nothing to do if that is fine. One origin, or `*` without credentials, needs no function.",
  },
  {
    code: "GW2194",
    title: "CORS allows credentials to everybody",
    cause:
      "With `allowCredentials` browsers take `*` literally, as the name of an origin or header, so nothing would be allowed.",
    fix: "List the origins and headers, or leave `allowCredentials` out.",
  },
  {
    code: "GW2201",
    title: "An integration of the document is not one that an HTTP API has",
    cause:
      "An HTTP API has the types `aws_proxy` and `http_proxy`, and no mapping templates. An operation brings another `x-amazon-apigateway-integration`.",
    fix: "Correct the integration, or leave the target http-api out.",
  },
  {
    code: "GW2210",
    title: "The API has more routes than the quota allows",
    cause: "An HTTP API has 300 routes; every operation is one.",
    fix: "Split the API, or replace groups of paths by one with `{proxy+}`.",
  },
  {
    code: "GW2260",
    title: "An operation has another name in SDKs of API Gateway",
    cause:
      "The `operationId` becomes a method of a class. Names there have letters and digits only and start with a letter.",
    fix: "Give every operation an `operationId` of letters and digits that starts with a letter.",
    rejected: "operationId: list-messages",
    accepted: "operationId: listMessages",
  },
  {
    code: "GW2263",
    title: "SDKs of API Gateway have no type for a body",
    cause:
      "Types are made from models, and only JSON bodies with a schema that says something have one.",
    fix: "Use the SDK that Gatewright generates.",
  },
];
