/** Runs in the inspector's page. Everything it shows goes through `textContent`: nothing of a request becomes markup. */
export const INSPECTOR_SCRIPT = `"use strict";
const body = document.getElementById("requests");
const empty = document.getElementById("empty");
let shown = "";

function cell(row, text, className) {
  const td = row.insertCell();
  td.textContent = text;
  if (className) td.className = className;
  return td;
}

function describeAuthorizer(authorizer) {
  if (authorizer === null) return "";
  return authorizer.functionName + ": " + authorizer.decision + (authorizer.isCached ? ", from cache" : "");
}

function show(request) {
  const row = body.insertRow();
  cell(row, new Date(request.time).toLocaleTimeString());
  cell(row, request.method + " " + request.path, "path");
  cell(row, String(request.status), request.status < 400 ? "good" : request.status < 500 ? "odd" : "bad");
  cell(row, request.durationMs + " ms", "number");
  cell(row, request.functionName ?? "none");
  cell(row, describeAuthorizer(request.authorizer));
  const lines = [];
  if (request.gatewayResponse !== null) lines.push("gateway response: " + request.gatewayResponse);
  if (request.note !== null) lines.push(request.note);
  lines.push(...request.logs);
  if (lines.length === 0) return;
  const detail = body.insertRow();
  const td = cell(detail, "", "logs");
  td.colSpan = 6;
  const pre = document.createElement("pre");
  pre.textContent = lines.join("\\n");
  td.append(pre);
}

async function refresh() {
  try {
    const text = await (await fetch("/requests.json")).text();
    if (text !== shown) {
      shown = text;
      const { requests } = JSON.parse(text);
      body.replaceChildren();
      empty.hidden = requests.length > 0;
      for (const request of requests) show(request);
    }
  } catch {
    // The gateway has stopped, or restarts: the next turn will tell.
  }
  setTimeout(refresh, 1000);
}
refresh();
`;

export const INSPECTOR_STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font-family: system-ui, sans-serif; }
.control-nav { display: flex; flex-wrap: wrap; gap: 1.25rem; padding: 0.75rem 1.25rem; border-bottom: 1px solid #8884; }
#reference { color-scheme: light; background: #fff; }
.inspector { padding: 0.5rem 1.25rem; max-width: 75rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.3rem 0.75rem 0.3rem 0; border-top: 1px solid #8883; vertical-align: top; }
.path { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.good { color: light-dark(#176b3a, #6fd39a); }
.odd { color: light-dark(#8a5300, #f0b860); }
.bad { color: light-dark(#a4161a, #ff8a8a); }
.logs { border-top: 0; }
pre { margin: 0; padding: 0.5rem; overflow-x: auto; background: #8881; font-size: 0.85rem; }
`;
