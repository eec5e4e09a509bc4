import type { Json, JsonObject } from "../json.js";
import { fits } from "./fits.js";
import type { Sampling } from "./sampling.js";
import { isEqual, numberAt, own, schemaAt, schemasAt } from "./schema-object.js";

/** Items beyond what is asked for, so that samples show a list without being long. */
const USUAL_ITEMS = 3;

/** A list that keeps its bounds, its prefix, `contains` and `uniqueItems`; undefined when none was found. */
export function sampleList(schema: JsonObject, sampling: Sampling): readonly Json[] | undefined {
  const { random, isShort, schemas } = sampling;
  const prefix = schemasAt(schema, "prefixItems");
  const items = schemaAt(schema, "items") ?? true;
  const contains = schemaAt(schema, "contains");
  const isUnique = own(schema, "uniqueItems") === true;
  const needed = contains === undefined ? 0 : (numberAt(schema, "minContains") ?? 1);
  const least = Math.max(numberAt(schema, "minItems") ?? 0, needed);
  const most = Math.min(
    numberAt(schema, "maxItems") ?? Number.POSITIVE_INFINITY,
    items === false ? prefix.length : Number.POSITIVE_INFINITY,
  );
  const usual = Math.max(least, prefix.length, isShort ? 0 : random.integer(1, USUAL_ITEMS));
  const length = isShort ? least : Math.max(least, Math.min(usual, most));
  const list: Json[] = [];
  let found = 0;
  for (let tries = 0; list.length < length && tries < length * 4 + 20; tries++) {
    const index = list.length;
    const declared = prefix[index] ?? items;
    const isWanted = contains !== undefined && found < needed && index >= length - needed;
    const value = sampling.sample(isWanted ? { allOf: [declared, contains] } : declared, sampling);
    if (value === undefined) {
      break;
    }
    if (!isUnique || !list.some((other) => isEqual(other, value))) {
      found += contains !== undefined && fits(contains, value, schemas) ? 1 : 0;
      list.push(value);
    }
  }
  return list.length >= least ? list : undefined;
}
