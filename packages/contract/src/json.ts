/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Property names are data: read them with `Object.hasOwn`, never by trust. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** A JSON Schema 2020-12 schema as data. `true` accepts everything, `false` nothing. */
export type Schema = boolean | JsonObject;
