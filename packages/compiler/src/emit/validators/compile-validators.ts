import { formats } from "@gatewright/contract";
import { Ajv2020, type Format } from "ajv/dist/2020.js";
import { _Code } from "ajv/dist/compile/codegen/code.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { EmitError } from "../emit-error.js";
import { replaceKeywords } from "./keywords.js";
import type { PlannedSchema } from "./validator-plan.js";

/** The module that code asks for formats until `bundle-validators.ts` puts them into the file. */
export const FORMATS_MODULE = "gatewright:formats";

/**
 * The source of a module that exports one function per schema, named by id. It still has `require` calls for ajv's
 * own functions, ours and the formats.
 */
export function compileValidators(schemas: readonly PlannedSchema[]): string {
  if (schemas.length === 0) return "";
  const ajv = createAjv(schemas);
  for (const { id, schema } of schemas) ajv.addSchema(schema, id);
  for (const { id, at } of schemas) {
    try {
      ajv.getSchema(id);
    } catch (error) {
      throw refusal(error, at);
    }
  }
  const ids = Object.fromEntries(schemas.map(({ id }) => [id, id]));
  return standaloneCode.default(ajv, ids);
}

function createAjv(schemas: readonly PlannedSchema[]): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    ownProperties: true,
    strict: false,
    // A number that JSON can write and a double cannot hold, such as 1e999, is read as Infinity.
    strictNumbers: true,
    unicodeRegExp: true,
    validateSchema: false,
    inlineRefs: 4,
    loopRequired: Number.POSITIVE_INFINITY,
    logger: false,
    formats: tableOfFormats(),
    code: {
      source: true,
      esm: true,
      lines: true,
      formats: new _Code(`require("${FORMATS_MODULE}").table`),
    },
  });
  // What these two write costs every validator, and only `unevaluated*` needs the second.
  ajv.opts.dynamicRef = false;
  ajv.opts.unevaluated = JSON.stringify(schemas).includes('"unevaluated');
  replaceKeywords(ajv);
  return ajv;
}

/**
 * Our formats in the form that ajv wants: which type each is tested on. All of them objects, because ajv would write a
 * bare regular expression into its code.
 */
function tableOfFormats(): Record<string, Format> {
  return Object.fromEntries(
    Object.entries(formats).map(([name, validate]): [string, Format] => [
      name,
      name === "int32" || name === "int64"
        ? // These two of the table take a number, all others a text.
          { type: "number", validate: validate as (value: number) => boolean }
        : { type: "string", validate: validate as RegExp | ((value: string) => boolean) },
    ]),
  );
}

function refusal(error: unknown, at: string): EmitError {
  const reason = error instanceof Error ? error.message : String(error);
  return new EmitError(
    {
      code: "GW3102",
      at,
      message: `no validator can be made of this schema: ${reason}`,
      fix: "Write it with other keywords, or leave out the one that is named.",
    },
    error,
  );
}
