import type { Contract, JsonObject, MediaType, Schema } from "@gatewright/contract";
import { MODEL_BYTES } from "../limits.js";
import { referenceOf, type SchemaTable, schemaTable } from "../schema-table.js";
import { jsonBodies } from "./json-bodies.js";
import { losesMeaning, type ModelLoss } from "./loss.js";
import { acceptsEverything, lowerSchema } from "./lower-schema.js";
import { MODEL_REFERENCE, modelReferences, withoutReferences } from "./model-references.js";
import { nameModels } from "./name-models.js";
import { reaches } from "./schema-closure.js";

/** The models of a REST API and the bodies that they describe. */
export interface ModelPlan {
  /** Schemas of `components.schemas` by model name, only those that a body reaches. */
  readonly models: ReadonlyMap<string, JsonObject>;
  /** The model of a body; nothing for a body without one. */
  readonly modelOf: ReadonlyMap<MediaType, string>;
  /** What models of request bodies do not say. */
  readonly losses: readonly ModelLoss[];
  /** Model name → name of the schema in the contract, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Plans by contract: rules and emitters ask for the same one many times, and contracts do not change. */
const plans = {
  full: new WeakMap<Contract, ModelPlan>(),
  terse: new WeakMap<Contract, ModelPlan>(),
};

/** `isTerse` drops titles and descriptions, for a definition that is too large with them. */
export function planModels(contract: Contract, isTerse = false): ModelPlan {
  const known = plans[isTerse ? "terse" : "full"];
  const plan = known.get(contract) ?? makePlan(contract, isTerse);
  known.set(contract, plan);
  return plan;
}

function makePlan(contract: Contract, isTerse: boolean): ModelPlan {
  const table = schemaTable(contract);
  const naming = nameModels(contract, table);
  const sources = new Map(naming.sources);
  const modelOf = new Map<MediaType, string>();
  const requestModels: string[] = [];
  for (const { media, direction, hint } of jsonBodies(contract)) {
    if (media.schema === null) {
      continue;
    }
    const named = nameOnly(media.schema, table);
    const model =
      named === null
        ? naming.inline(hint, `${direction} ${media.at}`)
        : naming.named(named, direction);
    if (named === null) {
      sources.set(model, { schema: media.schema, at: `${media.at}/schema`, direction });
    }
    modelOf.set(media, model);
    if (direction === "request") {
      requestModels.push(model);
    }
  }
  const losing = reaches(table, losesMeaning);
  const losses = new Map<string, readonly ModelLoss[]>();
  const references = new Map<string, Set<string>>();
  const lowered = lowerReached(modelOf.values(), references, (model, refer) => {
    const { schema, at, direction } = sources.get(model) ?? {
      schema: true,
      at: "",
      direction: "response",
    };
    const lower = (isShort: boolean) => {
      const lost: ModelLoss[] = [];
      losses.set(model, lost);
      return lowerSchema(schema, at, {
        direction,
        table,
        losesMeaning: losing,
        hasAbsent: naming.isDirectional(schema),
        isTerse: isShort,
        reference: (name) => refer(naming.named(name, direction)),
        report: (loss) => lost.push(loss),
      });
    };
    const full = lower(isTerse);
    // A model that is too large with its texts goes without them.
    const isTooLarge = !isTerse && Buffer.byteLength(JSON.stringify(full)) > MODEL_BYTES;
    return isTooLarge ? lower(true) : full;
  });
  const full = withoutEmpty(lowered);
  const referencesOf = (model: string) => references.get(model) ?? [];
  const kept =
    full === lowered
      ? closure(modelOf.values(), full, referencesOf)
      : closure(modelOf.values(), full, (model) => modelReferences(full.get(model) ?? {}));
  const requests = closure(requestModels, lowered, referencesOf);
  const order = [...sources.keys()];
  return {
    models: new Map(order.flatMap((model) => pick(kept.has(model) ? full : new Map(), model))),
    modelOf: new Map([...modelOf].filter(([, model]) => kept.has(model))),
    losses: order.flatMap((model) => (requests.has(model) ? (losses.get(model) ?? []) : [])),
    renamed: naming.renamed,
  };
}

/** Lowers models and what they reference, each once; notes in `references` which names which. */
function lowerReached(
  roots: Iterable<string>,
  references: Map<string, Set<string>>,
  lower: (model: string, refer: (to: string) => string) => JsonObject,
): ReadonlyMap<string, JsonObject> {
  const lowered = new Map<string, JsonObject>();
  const queue = [...roots];
  for (let model = queue.pop(); model !== undefined; model = queue.pop()) {
    if (!lowered.has(model)) {
      const named = new Set<string>();
      references.set(model, named);
      const schema = lower(model, (to) => {
        named.add(to);
        return MODEL_REFERENCE + to;
      });
      lowered.set(model, schema);
      queue.push(...named);
    }
  }
  return lowered;
}

/**
 * Takes out models that accept everything: API Gateway refuses a model without any property. What
 * referenced one accepts everything in its place.
 */
function withoutEmpty(lowered: ReadonlyMap<string, JsonObject>): ReadonlyMap<string, JsonObject> {
  const isEmpty = ([, model]: readonly [string, JsonObject]) => acceptsEverything(model);
  const empty = new Set([...lowered].filter(isEmpty).map(([name]) => name));
  if (empty.size === 0) {
    return lowered;
  }
  const rest = [...lowered].filter(([name]) => !empty.has(name));
  return withoutEmpty(
    new Map(rest.map(([name, model]) => [name, withoutReferences(model, empty)])),
  );
}

/** The models that roots reach, among those that are there. */
function closure(
  roots: Iterable<string>,
  models: ReadonlyMap<string, JsonObject>,
  referencesOf: (model: string) => Iterable<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const queue = [...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (models.has(name) && !found.has(name)) {
      found.add(name);
      queue.push(...referencesOf(name));
    }
  }
  return found;
}

function pick(models: ReadonlyMap<string, JsonObject>, name: string): [string, JsonObject][] {
  const model = models.get(name);
  return model === undefined ? [] : [[name, model]];
}

/** The named schema that a schema is nothing but a reference to. */
function nameOnly(schema: Schema, table: SchemaTable): string | null {
  if (typeof schema === "boolean" || Object.keys(schema).length !== 1) {
    return null;
  }
  const name = referenceOf(schema);
  return name !== null && table.has(name) ? name : null;
}
