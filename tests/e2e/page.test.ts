import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import axe from "axe-core";
import { type DevServer, startDev } from "gatewright";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { launchChromium } from "./chromium.js";

const root = resolve(import.meta.dirname, "../..");
const web = join(root, "apps/whiteboard-web");
/** Where screenshots go, for people: `SCREENSHOTS=/tmp/shots npx vitest run --project system tests/e2e`. */
const screenshots = process.env.SCREENSHOTS;

let folder: string;
let api: DevServer;
let site: PreviewServer;
let browser: Browser;
let pageUrl: string;

/** The API from the generated definition, the page as it is deployed, on two origins; a browser to look at it. */
beforeAll(async () => {
  // One line per request, which nobody reads here.
  vi.spyOn(console, "log").mockReturnValue(undefined);
  folder = await mkdtemp(join(tmpdir(), "whiteboard-e2e-"));
  api = await startDev({
    cwd: root,
    port: 0,
    controlPort: 0,
    dataDir: join(folder, "data"),
    conditions: ["@gatewright/source"],
    env: {},
  });
  process.env.VITE_API_URL = api.url;
  const configFile = join(web, "vite.config.ts");
  const outDir = join(folder, "page");
  await build({ root: web, configFile, logLevel: "warn", build: { outDir, emptyOutDir: true } });
  site = await preview({
    root: web,
    configFile,
    logLevel: "warn",
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, strictPort: false },
  });
  pageUrl = site.resolvedUrls?.local[0] ?? "";
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await api?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the browser complained about: script errors, refused requests, blocked resources. */
let complaints: string[] = [];
let opened: Page | undefined;

afterEach(async () => {
  await opened?.context().close();
  const found = complaints;
  complaints = [];
  expect(found).toEqual([]);
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", ...options });
  const page = await context.newPage();
  opened = page;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(pageUrl);
  await page.getByText("Live", { exact: true }).waitFor();
  return page;
}

async function post(author: string, text: string): Promise<void> {
  const response = await fetch(`${api.url}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ author, text }),
  });
  expect(response.status).toBe(201);
}

async function postMany(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await post("Linus", `Note ${number}`);
}

/** Asks for older messages as `press` does, until the button is gone. */
async function loadEverything(
  page: Page,
  press: (button: Locator) => Promise<void>,
): Promise<void> {
  const notes = page.getByRole("article");
  const button = page.getByRole("button", { name: "Load older" });
  const end = page.getByText("That is everything.");
  while (await button.isVisible()) {
    const before = await notes.count();
    await press(button);
    await notes.nth(before).waitFor();
    await button.or(end).waitFor();
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  if (screenshots === undefined) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** What axe-core finds, as `rule: element`. */
async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, because the page's policy allows no script of others.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`));
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const textField = (page: Page) => page.getByRole("textbox", { name: "Message" });
const note = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

describe("the page in a browser, against the API on another origin", () => {
  it("posts a message and shows it, to others too", async () => {
    const page = await open();
    await page.getByLabel("Your name").fill("Ada");
    await textField(page).fill("Coffee at ten, bring ideas.\n<b>All</b> of them.");
    await textField(page).press("Control+Enter");
    await note(page, "<b>All</b> of them.").waitFor();
    await page.getByText("Your message is on the board.").waitFor({ state: "attached" });
    expect(await textField(page).inputValue()).toBe("");
    await page.reload();
    await note(page, "Coffee at ten").waitFor();
    expect(await note(page, "Coffee at ten").count()).toBe(1);
    expect(await page.getByLabel("Your name").inputValue()).toBe("Ada");
  });

  it("shows what others write without being asked", async () => {
    const page = await open();
    await post("Grace", "The build is green again.");
    await note(page, "The build is green again.").waitFor({ timeout: 20_000 });
    expect(await page.getByRole("article").first().textContent()).toContain("Grace");
  });

  it("says at the field what the contract refuses, and is heard", async () => {
    const page = await open();
    await page.getByLabel("Your name").fill("Eve");
    await page.getByRole("button", { name: "Post" }).click();
    const text = textField(page);
    await page.locator("#text-error").waitFor();
    expect(await text.getAttribute("aria-invalid")).toBe("true");
    expect(await text.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await shoot(page, "refused");
    // The browser logs every answer that is not a success; this one is what the test asked for.
    complaints = complaints.filter((text) => !text.includes("status of 400"));
  });

  it("loads older messages until there are no more", async () => {
    await postMany(25);
    const page = await open();
    await note(page, "Note 25").waitFor();
    expect(await page.getByRole("article").count()).toBe(20);
    await loadEverything(page, (button) => button.click());
    const texts = await page.getByRole("article").locator("p").allTextContents();
    const expected = Array.from({ length: 25 }, (_, index) => `Note ${25 - index}`);
    expect(texts.filter((text) => text.startsWith("Note ")).slice(0, 25)).toEqual(expected);
  });

  it("is dark when the system is, and changes on demand for good", async () => {
    const page = await open({ colorScheme: "dark" });
    const background = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await background();
    expect(await violations(page)).toEqual([]);
    const toggle = page.getByRole("button", { name: "Dark mode" });
    expect(await toggle.getAttribute("aria-pressed")).toBe("true");
    await toggle.click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByText("Live", { exact: true }).waitFor();
    expect(await background()).toBe(light);
    expect(await violations(page)).toEqual([]);
  });

  it("fits a phone of 360 pixels without scrolling sideways", async () => {
    await post("Radia", `https://example.com/${"long/".repeat(60)}`);
    const page = await open({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await note(page, "https://example.com").waitFor();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    expect(await violations(page)).toEqual([]);
    await shoot(page, "phone");
  });

  it("can be used with the keyboard alone", async () => {
    await postMany(21);
    const page = await open();
    await note(page, "Note 21").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the messages");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("messages");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Load older");
    await loadEverything(page, () => page.keyboard.press("Enter"));
    const isInNote = () => document.activeElement?.querySelector("article") !== null;
    await page.waitForFunction(isInNote);
  });
});
