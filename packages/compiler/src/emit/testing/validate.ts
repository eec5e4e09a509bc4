import type {
  Operation,
  RequestValidatorTable,
  ResponseValidatorTable,
  Schema,
} from "@gatewright/contract";
import { validatorsEmitter } from "../validators/validators.js";
import { loadModule } from "./load-module.js";
import { sampleContract, sampleMedia, sampleOperation } from "./sample-contract.js";
import { sampleInput } from "./sample-settings.js";

export interface Tables {
  readonly requestValidators: RequestValidatorTable;
  readonly responseValidators: ResponseValidatorTable;
}

/** The tables that are emitted for some operations, loaded. */
export async function tablesOf(
  operations: readonly Operation[],
  schemas: Readonly<Record<string, Schema>> = {},
): Promise<Tables> {
  const files = await validatorsEmitter.emit(sampleContract(operations, schemas), sampleInput);
  // The emitter writes exactly these two exports.
  return (await loadModule(files, "validators.js")) as unknown as Tables;
}

/** A schema that refers to a named one. */
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** An operation whose request has one body. */
export function posting(schema: Schema, mediaType = "application/json"): Operation {
  return sampleOperation("post", {
    requestBody: { required: true, content: [sampleMedia(mediaType, schema)], at: "sample.yaml#" },
  });
}

/** Errors of a request body as `pointer keyword`; empty when it is valid. */
export async function bodyErrors(
  schema: Schema,
  value: unknown,
  schemas: Readonly<Record<string, Schema>> = {},
): Promise<readonly string[]> {
  const { requestValidators } = await tablesOf([posting(schema)], schemas);
  const validate = requestValidators.post?.body?.["application/json"];
  if (!validate) return ["no validator"];
  const isValid = validate(value);
  const errors = (validate.errors ?? []).map(
    ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
  );
  if ((errors.length === 0) !== isValid) throw new RangeError("answer and errors differ");
  return errors;
}
