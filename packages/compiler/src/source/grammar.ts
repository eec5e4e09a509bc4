import { schemaFields, schemaFieldsSince31 } from "./schema-grammar.js";
import type { NodeKind, NodeShape, Shape } from "./shape.js";

const STRING = "string";
const BOOLEAN = "boolean";
const STRINGS = { list: STRING } as const;
const SCHEMA = { node: "schema" } as const;
const SCHEMA_MAP = { map: SCHEMA } as const;
const SERVERS = { list: { node: "server" } } as const;
const EXAMPLES = { map: { node: "example" } } as const;
const CONTENT = { map: { node: "mediaType" } } as const;
const PARAMETERS = { list: { node: "parameter" } } as const;
const OPERATION = { node: "operation" } as const;
const EXTERNAL_DOCS = { node: "externalDocs" } as const;
const SECURITY = { list: { map: STRINGS } } as const;

const headerFields = {
  description: STRING,
  required: BOOLEAN,
  deprecated: BOOLEAN,
  style: STRING,
  explode: BOOLEAN,
  schema: SCHEMA,
  content: CONTENT,
  example: "data",
  examples: EXAMPLES,
} as const satisfies Record<string, Shape>;

/** The grammar that loading, bundling and checking share. */
export const grammar: Readonly<Record<NodeKind, NodeShape>> = {
  document: {
    noun: "an OpenAPI document",
    fields: {
      openapi: STRING,
      info: { node: "info" },
      jsonSchemaDialect: STRING,
      servers: SERVERS,
      paths: { node: "paths" },
      webhooks: { map: { node: "pathItem" } },
      components: { node: "components" },
      security: SECURITY,
      tags: { list: { node: "tag" } },
      externalDocs: EXTERNAL_DOCS,
    },
    required: ["openapi", "info"],
    since31: ["jsonSchemaDialect", "webhooks"],
  },
  info: {
    noun: "the info object",
    fields: {
      title: STRING,
      summary: STRING,
      description: STRING,
      termsOfService: STRING,
      contact: { node: "contact" },
      license: { node: "license" },
      version: STRING,
    },
    required: ["title", "version"],
    since31: ["summary"],
  },
  contact: { noun: "a contact", fields: { name: STRING, url: STRING, email: STRING } },
  license: {
    noun: "a license",
    fields: { name: STRING, identifier: STRING, url: STRING },
    required: ["name"],
    since31: ["identifier"],
  },
  server: {
    noun: "a server",
    fields: { url: STRING, description: STRING, variables: { map: { node: "serverVariable" } } },
    required: ["url"],
  },
  serverVariable: {
    noun: "a server variable",
    fields: { enum: STRINGS, default: STRING, description: STRING },
    required: ["default"],
  },
  components: {
    noun: "the components object",
    fields: {
      schemas: SCHEMA_MAP,
      responses: { map: { node: "response" } },
      parameters: { map: { node: "parameter" } },
      examples: EXAMPLES,
      requestBodies: { map: { node: "requestBody" } },
      headers: { map: { node: "header" } },
      securitySchemes: { map: { node: "securityScheme" } },
      links: { map: { node: "link" } },
      callbacks: { map: { node: "callback" } },
      pathItems: { map: { node: "pathItem" } },
    },
    since31: ["pathItems"],
  },
  paths: { noun: "the paths object", fields: {}, others: { node: "pathItem" } },
  pathItem: {
    noun: "a path item",
    fields: {
      $ref: STRING,
      summary: STRING,
      description: STRING,
      get: OPERATION,
      put: OPERATION,
      post: OPERATION,
      delete: OPERATION,
      options: OPERATION,
      head: OPERATION,
      patch: OPERATION,
      trace: OPERATION,
      servers: SERVERS,
      parameters: PARAMETERS,
    },
  },
  operation: {
    noun: "an operation",
    fields: {
      tags: STRINGS,
      summary: STRING,
      description: STRING,
      externalDocs: EXTERNAL_DOCS,
      operationId: STRING,
      parameters: PARAMETERS,
      requestBody: { node: "requestBody" },
      responses: { node: "responses" },
      callbacks: { map: { node: "callback" } },
      deprecated: BOOLEAN,
      security: SECURITY,
      servers: SERVERS,
    },
  },
  externalDocs: {
    noun: "external documentation",
    fields: { description: STRING, url: STRING },
    required: ["url"],
  },
  parameter: {
    noun: "a parameter",
    fields: {
      name: STRING,
      in: STRING,
      ...headerFields,
      allowEmptyValue: BOOLEAN,
      allowReserved: BOOLEAN,
    },
    required: ["name", "in"],
  },
  requestBody: {
    noun: "a request body",
    fields: { description: STRING, content: CONTENT, required: BOOLEAN },
    required: ["content"],
  },
  mediaType: {
    noun: "a media type",
    fields: {
      schema: SCHEMA,
      example: "data",
      examples: EXAMPLES,
      encoding: { map: { node: "encoding" } },
    },
  },
  encoding: {
    noun: "an encoding",
    fields: {
      contentType: STRING,
      headers: { map: { node: "header" } },
      style: STRING,
      explode: BOOLEAN,
      allowReserved: BOOLEAN,
    },
  },
  responses: { noun: "the responses of an operation", fields: {}, others: { node: "response" } },
  response: {
    noun: "a response",
    fields: {
      description: STRING,
      headers: { map: { node: "header" } },
      content: CONTENT,
      links: { map: { node: "link" } },
    },
    required: ["description"],
  },
  callback: { noun: "a callback", fields: {}, others: { node: "pathItem" } },
  example: {
    noun: "an example",
    fields: { summary: STRING, description: STRING, value: "data", externalValue: STRING },
  },
  link: {
    noun: "a link",
    fields: {
      operationRef: STRING,
      operationId: STRING,
      parameters: "data",
      requestBody: "data",
      description: STRING,
      server: { node: "server" },
    },
  },
  header: { noun: "a header", fields: headerFields },
  tag: {
    noun: "a tag",
    fields: { name: STRING, description: STRING, externalDocs: EXTERNAL_DOCS },
    required: ["name"],
  },
  schema: {
    noun: "a schema",
    fields: schemaFields,
    since31: schemaFieldsSince31,
  },
  discriminator: {
    noun: "a discriminator",
    fields: { propertyName: STRING, mapping: { map: STRING } },
    required: ["propertyName"],
  },
  xml: {
    noun: "an XML object",
    fields: {
      name: STRING,
      namespace: STRING,
      prefix: STRING,
      attribute: BOOLEAN,
      wrapped: BOOLEAN,
    },
  },
  securityScheme: {
    noun: "a security scheme",
    fields: {
      type: STRING,
      description: STRING,
      name: STRING,
      in: STRING,
      scheme: STRING,
      bearerFormat: STRING,
      flows: { node: "oauthFlows" },
      openIdConnectUrl: STRING,
    },
    required: ["type"],
  },
  oauthFlows: {
    noun: "the OAuth flows",
    fields: {
      implicit: { node: "oauthFlow" },
      password: { node: "oauthFlow" },
      clientCredentials: { node: "oauthFlow" },
      authorizationCode: { node: "oauthFlow" },
    },
  },
  oauthFlow: {
    noun: "an OAuth flow",
    fields: {
      authorizationUrl: STRING,
      tokenUrl: STRING,
      refreshUrl: STRING,
      scopes: { map: STRING },
    },
    required: ["scopes"],
  },
};

/** Sections of `components`, by what they hold. Anything else that is referenced is copied to its place. */
export const sectionOfKind: Readonly<Partial<Record<NodeKind, string>>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
};
