import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { JsonObject } from "@gatewright/contract";
import { isMembers } from "../definition/definition-reader.js";
import { htmlPage, type Page, page } from "./page.js";

interface ReferenceSource {
  readonly apiUrl: string;
  readonly document: () => JsonObject;
}

/** Files of swagger-ui-dist that the page loads; no other file of the package is served. */
const FILES: readonly (readonly [name: string, mediaType: string])[] = [
  ["swagger-ui.css", "text/css"],
  ["swagger-ui-bundle.js", "text/javascript"],
];

const MAIN = `<main id="reference"></main>
<noscript>The API reference needs JavaScript. The document itself is at <a href="/openapi.json">openapi.json</a>.</noscript>
<script src="/reference/swagger-ui-bundle.js"></script>
<script src="/reference/start.js"></script>`;

/** `validatorUrl: null`: the badge would send the document to a service on the internet. */
const START = `window.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  deepLinking: true,
  validatorUrl: null,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  presets: [window.SwaggerUIBundle.presets.apis],
});
`;

/** The API reference and the document that it shows, both from this machine. */
export function referencePages(source: ReferenceSource): readonly (readonly [string, Page])[] {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("swagger-ui-dist/package.json"));
  const head = '<link rel="stylesheet" href="/reference/swagger-ui.css">\n';
  return [
    ["/reference", page("text/html", () => htmlPage(titleOf(source.document()), head, MAIN))],
    ["/reference/start.js", page("text/javascript", () => START)],
    ...FILES.map(
      ([name, mediaType]) =>
        [`/reference/${name}`, page(mediaType, () => readFile(join(folder, name)))] as const,
    ),
    [
      "/openapi.json",
      page("application/json", () => JSON.stringify(onThisMachine(source), null, 2)),
    ],
  ];
}

function titleOf(document: JsonObject): string {
  const { info } = document;
  return isMembers(info) && typeof info.title === "string" ? info.title : "API reference";
}

/** The document with this machine as its only server, so that "try it out" calls the local gateway. */
function onThisMachine({ apiUrl, document }: ReferenceSource): JsonObject {
  return { ...document(), servers: [{ url: apiUrl, description: "This machine" }] };
}
