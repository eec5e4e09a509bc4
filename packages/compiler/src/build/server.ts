import type { Server } from "@gatewright/contract";
import type { Cursor } from "../source/cursor.js";
import { isList } from "../source/json-object.js";
import { textFields } from "./context.js";

/** The servers of a list; those without a `url` are left out. */
export function buildServers(list: Cursor | null): readonly Server[] {
  return (list?.items() ?? []).flatMap((item) => {
    const url = item.string("url");
    return url === undefined
      ? []
      : [
          {
            url,
            ...textFields(item, "description"),
            variables: (item.get("variables")?.entries() ?? []).map((entry) => {
              const allowed = entry.get("enum")?.value;
              return {
                name: entry.key,
                default: entry.string("default") ?? "",
                ...(isList(allowed)
                  ? { enum: allowed.filter((each) => typeof each === "string") }
                  : {}),
              };
            }),
            at: item.at,
          },
        ];
  });
}
