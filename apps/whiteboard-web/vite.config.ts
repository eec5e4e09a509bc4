import { defineConfig, loadEnv, type Plugin } from "vite";

const DEFAULT_API_URL = "http://127.0.0.1:4000";

export default defineConfig(({ mode, command }) => {
  const apiUrl = loadEnv(mode, import.meta.dirname, "VITE_API_URL").VITE_API_URL ?? DEFAULT_API_URL;
  return {
    root: import.meta.dirname,
    resolve: { conditions: ["@gatewright/source", "module", "browser", "development|production"] },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    define: { "import.meta.env.VITE_API_URL": JSON.stringify(apiUrl) },
    server: { host: "127.0.0.1", port: 3000, strictPort: true },
    preview: { host: "127.0.0.1", port: 3000, strictPort: true },
    build: { sourcemap: true },
    plugins: [contentSecurityPolicy(new URL(apiUrl).origin, command === "serve")],
  };
});

/** Lets the page run its own scripts and styles and talk to the API, and nothing else. */
function contentSecurityPolicy(apiOrigin: string, isDevelopment: boolean): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // Vite's development server adds styles as elements and reloads through a web socket.
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    `connect-src ${apiOrigin}${isDevelopment ? " 'self' ws:" : ""}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "content-security-policy",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: policy },
        injectTo: "head-prepend",
      },
    ],
  };
}
