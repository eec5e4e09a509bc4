import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const cache = resolve(import.meta.dirname, "../../node_modules/.cache/gatewright-chromium");

/** No browser was found. The message says how to get one. */
export class NoBrowserError extends Error {
  override readonly name = "NoBrowserError";

  constructor(cause: unknown) {
    const hint = "Install Chrome or Chromium, or set CHROMIUM_PATH to its executable.";
    super(`no browser for the end-to-end test on ${process.platform}-${process.arch}. ${hint}`, {
      cause,
    });
  }
}

/**
 * Starts a Chromium: the one that `CHROMIUM_PATH` names, on Linux x64 the one from the package
 * `@sparticuz/chromium` (it needs nothing from the system), else an installed Chrome or Chromium.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (executablePath) return chromium.launch({ executablePath });
  if (process.platform === "linux" && process.arch === "x64") {
    return chromium.launch(await packagedChromium());
  }
  try {
    return await chromium.launch({ channel: "chrome" });
  } catch (error) {
    const installed = installedPaths.find((path) => existsSync(path));
    if (installed) return chromium.launch({ executablePath: installed });
    throw new NoBrowserError(error);
  }
}

const installedPaths = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** How to start the packaged Chromium, which brings its own libraries and fonts. */
async function packagedChromium(): Promise<LaunchOptions> {
  const folder = join(cache, "unpacked");
  if (!existsSync(folder)) await unpack(folder);
  const fontConfig = join(folder, "gatewright-fonts.conf");
  await writeFile(fontConfig, fontsConf(folder));
  return {
    executablePath: join(folder, "chromium"),
    // Root in a container has no user namespaces to build the sandbox from; only pages of this repository are opened.
    args: ["--no-sandbox"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: fontConfig,
    },
  };
}

/** Unpacks beside the folder and renames, so that an interrupted run leaves nothing half done. */
async function unpack(folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, "unpacking-"));
  const before = process.env.TMPDIR;
  // The package reads both: where to unpack to, and that it shall bring its libraries.
  process.env.TMPDIR = staging;
  process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await rename(staging, folder).catch((error: unknown) => {
      // Another process may have been faster.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(staging, { recursive: true, force: true });
  }
}

/** The package's own file looks for fonts in other folders; without any font a text field ends the browser. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;
}
