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
      const parameter = followed && buildParameter(context, path, followed);
      if (parameter) {
        merged.set(identityOf(parameter), parameter);
      }
    }
  }
  const variables = pathVariables(path);
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

/** Names of the variables of a path template, without the `+` of a greedy one: `/a/{b}/{c+}` → `["b", "c"]`. */
export function pathVariables(path: string): readonly string[] {
  return templateVariables(path).map((name) => pathParameterName(name, path));
}

/** The name of a path parameter: that of a greedy variable may be written as in the template, `path+`. */
export function pathParameterName(written: string, path: string): string {
  const isGreedy = written.length > 1 && written.endsWith("+") && path.includes(`{${written}}`);
  return isGreedy ? written.slice(0, -1) : written;
}

function buildParameter(context: BuildContext, path: string, cursor: Cursor): Parameter | null {
  const written = cursor.string("name");
  const location = cursor.string("in");
  if (written === undefined || !isLocation(location)) {
    return null;
  }
  const name = location === "path" ? pathParameterName(written, path) : written;
  if (location === "header" && IGNORED_HEADERS.has(name.toLowerCase())) {
    return null;
  }
  const writtenStyle = cursor.string("style");
  const style = isStyle(writtenStyle) ? writtenStyle : DEFAULT_STYLE[location];
  const isGreedy = location === "path" && path.includes(`{${name}+}`);
  const [content] = buildContent(context, cursor);
  return {
    name,
    in: location,
    required: location === "path" || (cursor.boolean("required") ?? false),
    ...textFields(cursor, "description"),
    isDeprecated: cursor.boolean("deprecated") ?? false,
    style,
    explode: cursor.boolean("explode") ?? (style === "form" || style === "deepObject"),
    allowReserved: isGreedy || (cursor.boolean("allowReserved") ?? false),
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
