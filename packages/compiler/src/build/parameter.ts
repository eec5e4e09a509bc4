import type { Parameter, ParameterLocation, ParameterStyle } from "@gatewright/contract";
import type { Cursor } from "../source/cursor.js";
import { type BuildContext, extensionsOf, schemaIn, textFields } from "./context.js";
import { buildContent, buildExamples, isStyle } from "./media-type.js";
import { templateVariables } from "./path-template.js";

const DEFAULT_STYLE: Readonly<Record<ParameterLocation, ParameterStyle>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
};

/** Header parameters that OpenAPI tells readers to ignore: other parts of the document say what they are. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Those of the path item and of the operation; the operation's win. Path parameters come first, in template order. */
export function buildParameters(
  context: BuildContext,
  path: string,
  holders: readonly Cursor[],
): readonly Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const holder of holders) {
    for (const item of holder.get("parameters")?.items() ?? []) {
      const followed = item.follow();
      const parameter = followed && buildParameter(context, followed);
      if (parameter) {
        merged.set(identityOf(parameter), parameter);
      }
    }
  }
  const variables = templateVariables(path);
  const order = (name: string): number =>
    variables.includes(name) ? variables.indexOf(name) : variables.length;
  const all = [...merged.values()];
  return [
    ...all
      .filter((each) => each.in === "path")
      .sort((left, right) => order(left.name) - order(right.name)),
    ...all.filter((each) => each.in !== "path"),
  ];
}

/** Two parameters are the same when name and place are; header names are compared without case. */
export function identityOf(parameter: Pick<Parameter, "name" | "in">): string {
  const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
  return `${parameter.in} ${name}`;
}

function buildParameter(context: BuildContext, cursor: Cursor): Parameter | null {
  const name = cursor.string("name");
  const location = cursor.string("in");
  if (name === undefined || !isLocation(location)) {
    return null;
  }
  if (location === "header" && IGNORED_HEADERS.has(name.toLowerCase())) {
    return null;
  }
  const written = cursor.string("style");
  const style = isStyle(written) ? written : DEFAULT_STYLE[location];
  const [content] = buildContent(context, cursor);
  return {
    name,
    in: location,
    required: location === "path" || (cursor.boolean("required") ?? false),
    ...textFields(cursor, "description"),
    isDeprecated: cursor.boolean("deprecated") ?? false,
    style,
    explode: cursor.boolean("explode") ?? (style === "form" || style === "deepObject"),
    allowReserved: cursor.boolean("allowReserved") ?? false,
    schema: content ? (content.schema ?? true) : (schemaIn(context, cursor, "schema") ?? true),
    mediaType: content?.mediaType ?? null,
    examples: [...buildExamples(cursor), ...(content?.examples ?? [])],
    extensions: extensionsOf(cursor),
    at: cursor.at,
  };
}

/** True for a place that a parameter can be in. */
export function isLocation(location: string | undefined): location is ParameterLocation {
  return location !== undefined && Object.hasOwn(DEFAULT_STYLE, location);
}
