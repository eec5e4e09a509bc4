import type {
  Contract,
  MediaType,
  NamedSchema,
  Operation,
  Parameter,
  Response,
  Schema,
} from "@gatewright/contract";

/** A contract around some operations and named schemas; the rest is as empty as it can be. */
export function sampleContract(
  operations: readonly Operation[],
  schemas: Readonly<Record<string, Schema>> = {},
): Contract {
  return {
    formatVersion: 1,
    openapi: "3.1.0",
    info: { title: "Sample", version: "1.0.0", at: "sample.yaml#/info" },
    servers: [],
    tags: [],
    operations,
    webhooks: [],
    schemas: Object.entries(schemas).map(([name, schema]) => sampleSchema(name, schema)),
    securitySchemes: [],
    extensions: {},
    at: "sample.yaml#",
  };
}

/** A named schema whose type's name is its own name with the first letter in upper case. */
export function sampleSchema(name: string, schema: Schema): NamedSchema {
  return {
    name,
    typeName: pascalCase(name),
    schema,
    isComponent: true,
    at: `sample.yaml#/components/schemas/${name}`,
  };
}

/** `GET /ID` that answers 204, with what a test adds. */
export function sampleOperation(id: string, facts: Partial<Operation> = {}): Operation {
  return {
    id,
    hasOperationId: true,
    identifier: id.replace(/[^\w$]/g, "_"),
    typeName: pascalCase(id),
    method: "GET",
    path: `/${id}`,
    tags: [],
    isDeprecated: false,
    parameters: [],
    requestBody: null,
    responses: [sampleResponse("204")],
    security: { kind: "unstated" },
    servers: [],
    callbacks: [],
    extensions: {},
    pathExtensions: {},
    at: `sample.yaml#/paths/~1${id}/get`,
    pathAt: `sample.yaml#/paths/~1${id}`,
    ...facts,
  };
}

/** An optional parameter in its location's usual style. */
export function sampleParameter(
  place: Parameter["in"],
  name: string,
  schema: Schema,
  facts: Partial<Parameter> = {},
): Parameter {
  const isForm = place === "query" || place === "cookie";
  return {
    name,
    in: place,
    required: place === "path",
    isDeprecated: false,
    style: isForm ? "form" : "simple",
    explode: isForm,
    allowReserved: false,
    schema,
    mediaType: null,
    examples: [],
    extensions: {},
    at: `sample.yaml#/${place}/${name}`,
    ...facts,
  };
}

/** A response with a JSON body, or with none. */
export function sampleResponse(
  status: string,
  schema?: Schema,
  facts: Partial<Response> = {},
): Response {
  return {
    status,
    description: "",
    headers: [],
    content: schema === undefined ? [] : [sampleMedia("application/json", schema)],
    at: `sample.yaml#/responses/${status}`,
    ...facts,
  };
}

/** A media type; its kind follows from its name for JSON, forms and text. */
export function sampleMedia(
  mediaType: string,
  schema: Schema | null,
  facts: Partial<MediaType> = {},
): MediaType {
  return {
    mediaType,
    kind: kindOf(mediaType),
    schema,
    encoding: [],
    examples: [],
    at: `sample.yaml#/content/${mediaType.replace("/", "~1")}`,
    ...facts,
  };
}

function kindOf(mediaType: string): MediaType["kind"] {
  if (/json$/.test(mediaType)) return "json";
  if (mediaType === "application/x-www-form-urlencoded") return "form";
  if (mediaType.startsWith("multipart/")) return "multipart";
  return mediaType.startsWith("text/") ? "text" : "binary";
}

function pascalCase(name: string): string {
  const words = name.replace(
    /[^A-Za-z0-9]+(\w)?/g,
    (_, next: string | undefined) => next?.toUpperCase() ?? "",
  );
  return words === "" ? "Empty" : words.charAt(0).toUpperCase() + words.slice(1);
}
