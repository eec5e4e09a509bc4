import {
  _,
  type Ajv2020,
  type CodeKeywordDefinition,
  type KeywordCxt,
  Name,
} from "ajv/dist/2020.js";
import { _Code } from "ajv/dist/compile/codegen/code.js";
import { Type } from "ajv/dist/compile/util.js";
import { usePattern } from "ajv/dist/vocabularies/code.js";
import { literal } from "../code.js";
import { type RuntimeName, runtime } from "./runtime.js";

/** The module that code asks for runtime functions until `bundle-validators.ts` puts them into the file. */
export const RUNTIME_MODULE = "gatewright:runtime";

/**
 * Puts our own code in place of ajv's for the keywords that it gets wrong, or whose code keeps the whole schema in
 * the bundle, or whose time grows with the square of a list.
 */
export function replaceKeywords(ajv: Ajv2020): void {
  for (const definition of [
    constKeyword,
    enumKeyword,
    multipleOf,
    uniqueItems,
    contains,
    additionalProperties,
  ]) {
    ajv.removeKeyword(String(definition.keyword));
    ajv.addKeyword(definition);
  }
}

const constKeyword: CodeKeywordDefinition = {
  keyword: "const",
  error: { message: "", params: ({ schema }) => _`{allowedValue: ${constant(schema)}}` },
  code(cxt) {
    cxt.pass(equals(cxt, cxt.data, cxt.schema));
  },
};

const enumKeyword: CodeKeywordDefinition = {
  keyword: "enum",
  schemaType: "array",
  error: { message: "", params: ({ params }) => _`{allowedValues: ${params.values}}` },
  code(cxt) {
    const schema: readonly unknown[] = cxt.schema;
    const values = sharedConstant(cxt, schema);
    cxt.setParams({ values });
    cxt.pass(
      schema.some(isStructured)
        ? _`${values}.some(value => ${useRuntime(cxt, "isEqual")}(${cxt.data}, value))`
        : _`${values}.includes(${cxt.data})`,
    );
  },
};

/** ajv divides, and so takes 19.99 for no multiple of 0.01. */
const multipleOf: CodeKeywordDefinition = {
  keyword: "multipleOf",
  type: "number",
  schemaType: "number",
  error: { message: "", params: ({ schema }) => _`{multipleOf: ${constant(schema)}}` },
  code(cxt) {
    cxt.pass(_`${useRuntime(cxt, "isMultipleOf")}(${cxt.data}, ${constant(cxt.schema)})`);
  },
};

const uniqueItems: CodeKeywordDefinition = {
  keyword: "uniqueItems",
  type: "array",
  schemaType: "boolean",
  error: { message: "", params: ({ params: { pair } }) => _`{i: ${pair}[0], j: ${pair}[1]}` },
  code(cxt) {
    if (cxt.schema !== true) return;
    const pair = cxt.gen.const("pair", _`${useRuntime(cxt, "equalItems")}(${cxt.data})`);
    cxt.setParams({ pair });
    cxt.pass(_`${pair} === null`);
  },
};

/** ajv keeps what it found in one array for the next one, when that is empty. */
const contains: CodeKeywordDefinition = {
  keyword: "contains",
  before: "unevaluatedItems",
  type: "array",
  schemaType: ["boolean", "object"],
  trackErrors: true,
  error: {
    message: "",
    params: ({ params: { min, max } }) =>
      max === undefined ? _`{minContains: ${min}}` : _`{minContains: ${min}, maxContains: ${max}}`,
  },
  code(cxt) {
    const { gen, data, it, parentSchema } = cxt;
    const { minContains: min = 1, maxContains: max } = parentSchema;
    it.items = true;
    cxt.setParams({ min, max });
    const count = gen.let("count", 0);
    gen.forRange("i", 0, _`${data}.length`, (index) => {
      const valid = gen.name("_valid");
      cxt.subschema(
        { keyword: "contains", dataProp: index, dataPropType: Type.Num, compositeRule: true },
        valid,
      );
      gen.if(valid, () => gen.code(_`${count}++`));
    });
    const enough = _`${count} >= ${min}`;
    cxt.result(max === undefined ? enough : _`${enough} && ${count} <= ${max}`, () => cxt.reset());
  },
};

const additionalProperties: CodeKeywordDefinition = {
  keyword: "additionalProperties",
  before: "unevaluatedProperties",
  type: "object",
  schemaType: ["boolean", "object"],
  trackErrors: true,
  error: {
    message: "",
    params: ({ params: { additionalProperty } }) => _`{additionalProperty: ${additionalProperty}}`,
  },
  code(cxt) {
    const { gen, data, it, schema, parentSchema } = cxt;
    it.props = true;
    if (schema !== false && Object.keys(schema).length === 0) return;
    const names = Object.keys(parentSchema.properties ?? {});
    const patterns = Object.keys(parentSchema.patternProperties ?? {});
    const errorCount = cxt.errsCount;
    gen.forIn("key", data, (key) => {
      const known = patterns.map((pattern) => _`${usePattern(cxt, pattern)}.test(${key})`);
      if (names.length > 0) known.unshift(isOneOf(cxt, key, names));
      const condition = known.reduce((sofar, next) => _`${sofar} || ${next}`, _`false`);
      gen.if(_`!(${condition})`, () => {
        if (schema === false) {
          cxt.setParams({ additionalProperty: key });
          cxt.error();
          return;
        }
        cxt.subschema(
          { keyword: "additionalProperties", dataProp: key, dataPropType: Type.Str },
          gen.name("valid"),
        );
      });
    });
    cxt.ok(_`${errorCount ?? 0} === ${new Name("errors")}`);
  },
};

function equals(cxt: KeywordCxt, data: Name, value: unknown) {
  return isStructured(value)
    ? _`${useRuntime(cxt, "isEqual")}(${data}, ${constant(value)})`
    : _`${data} === ${constant(value)}`;
}

function isOneOf(cxt: KeywordCxt, key: Name, names: readonly string[]) {
  if (names.length > 8) return _`${sharedConstant(cxt, names)}.includes(${key})`;
  return names.map((name) => _`${key} === ${name}`).reduce((sofar, next) => _`${sofar} || ${next}`);
}

function useRuntime(cxt: KeywordCxt, name: RuntimeName): Name {
  return cxt.gen.scopeValue("func", {
    key: name,
    ref: runtime[name],
    code: new _Code(`require("${RUNTIME_MODULE}").${name}`),
  });
}

function sharedConstant(cxt: KeywordCxt, values: readonly unknown[]): Name {
  return cxt.gen.scopeValue("obj", {
    key: JSON.stringify(values),
    ref: values,
    code: constant(values),
  });
}

/** ajv would write `__proto__` as a key that sets the prototype. */
function constant(value: unknown): _Code {
  return new _Code(literal(value).toString());
}

function isStructured(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
