import type { RequestLog } from "../gateway/request-log.js";
import { INSPECTOR_SCRIPT, INSPECTOR_STYLE } from "./inspector-assets.js";
import { htmlPage, type Page, page } from "./page.js";

const MAIN = `<main class="inspector">
<h1>Requests</h1>
<p>The last 200 requests, newest first. Bodies, queries, headers and tokens are not kept.</p>
<table>
<thead><tr><th>Time</th><th>Request</th><th>Status</th><th>Duration</th><th>Function</th><th>Authorizer</th></tr></thead>
<tbody id="requests" aria-live="polite"></tbody>
</table>
<p id="empty">No request yet.</p>
</main>
<script src="/requests.js"></script>`;

/** The request inspector: a page, and the same as JSON. */
export function inspectorPages(requests: RequestLog): readonly (readonly [string, Page])[] {
  return [
    ["/requests", page("text/html", () => htmlPage("Requests", "", MAIN))],
    ["/requests.js", page("text/javascript", () => INSPECTOR_SCRIPT)],
    [
      "/requests.json",
      page("application/json", () => JSON.stringify({ requests: requests.latest() })),
    ],
    ["/control.css", page("text/css", () => INSPECTOR_STYLE)],
  ];
}
