/** Something that the control surface serves under one path. */
export interface Page {
  /** Value of Content-Type. */
  readonly type: string;
  read(): string | Buffer | Promise<string | Buffer>;
}

/** A page of this media type; text is UTF-8. */
export function page(mediaType: string, read: Page["read"]): Page {
  const isText = mediaType.startsWith("text/") || mediaType === "application/json";
  return { type: isText ? `${mediaType}; charset=utf-8` : mediaType, read };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** An HTML document of ours: a title, the links between the pages, and `main`, which is markup. */
export function htmlPage(title: string, head: string, main: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${head}<link rel="stylesheet" href="/control.css">
</head>
<body>
<nav class="control-nav" aria-label="Pages">
<strong>gatewright dev</strong>
<a href="/reference">API reference</a>
<a href="/requests">Requests</a>
<a href="/openapi.json">openapi.json</a>
</nav>
${main}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
