import { screen, within } from "@testing-library/dom";
import { userEvent } from "@testing-library/user-event";
import { http } from "msw";
import { setupServer } from "msw/node";
import { render } from "preact";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { mockWhiteboard } from "whiteboard-client/mocks";
import { createApi, type Message } from "./api.js";
import { App } from "./app.js";
import { REFRESH_MS } from "./board/use-board.js";
import { AUTHOR_MAX_LENGTH, TEXT_MAX_LENGTH } from "./composer/draft.js";

const apiUrl = "http://127.0.0.1:4000";

/** What the mocked API holds, newest first, and the keys under which messages were posted. */
let board: Message[] = [];
let keys: (string | undefined)[] = [];
let isDown = false;

const server = setupServer(
  http.all(`${apiUrl}/*`, () => (isDown ? Response.error() : undefined)),
  ...mockWhiteboard({
    listMessages: ({ query }, { reply }) => {
      const start = query.cursor ? board.findIndex(({ id }) => id === query.cursor) + 1 : 0;
      const messages = board.slice(start, start + query.limit);
      const last = messages.at(-1);
      return start + query.limit < board.length && last
        ? reply(200, { messages, nextCursor: last.id })
        : reply(200, { messages });
    },
    postMessage: ({ body, headers }, { reply }) => {
      keys.push(headers["idempotency-key"]);
      const message = write(body.author, body.text);
      return reply(201, message, { location: `/messages/${message.id}` });
    },
  }),
);

/** Puts a message on the mocked API's board. */
function write(author: string, text: string): Message {
  const id = `01JC8Z3M5N7P9QRSTVWX${String(board.length).padStart(6, "0")}`;
  const message = { id, author, text, createdAt: new Date().toISOString() };
  board.unshift(message);
  return message;
}

let root: HTMLElement;

function open() {
  render(<App api={createApi(apiUrl)} />, root);
  return userEvent.setup();
}

function notes(): (string | undefined)[] {
  const list = screen.queryByRole("list");
  const items = list ? within(list).getAllByRole("article") : [];
  return items.map((item) => item.querySelector("p")?.textContent);
}

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterAll(() => server.close());

beforeEach(() => {
  board = [];
  keys = [];
  isDown = false;
  localStorage.clear();
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
  server.resetHandlers();
  vi.useRealTimers();
});

describe("the board", () => {
  it("shows the newest messages first, with their authors", async () => {
    write("Ada", "first");
    write("Grace", "second");
    open();
    await screen.findByText("second");
    expect(notes()).toEqual(["second", "first"]);
    expect(screen.getByRole("heading", { name: "Grace" })).toBeTruthy();
  });

  it("says that it is loading, and then that nothing is there", async () => {
    open();
    expect(screen.getByText("Loading messages…")).toBeTruthy();
    expect(await screen.findByText("Nothing here yet.")).toBeTruthy();
    expect(screen.queryByText("Loading messages…")).toBeNull();
  });

  it("shows markup as text", async () => {
    write("<i>Eve</i>", "<img src=x onerror=alert(1)>");
    open();
    await screen.findByText("<img src=x onerror=alert(1)>");
    expect(root.querySelector("img, i")).toBeNull();
  });

  it("loads older messages behind the newest, until there are no more", async () => {
    for (let number = 1; number <= 45; number += 1) write("Ada", `${number}`);
    const user = open();
    await user.click(await screen.findByRole("button", { name: "Load older" }));
    await screen.findByText("6");
    expect(notes()).toHaveLength(40);
    await user.click(screen.getByRole("button", { name: "Load older" }));
    await screen.findByText("That is everything.");
    expect(notes()).toEqual(Array.from({ length: 45 }, (_, index) => `${45 - index}`));
    expect(document.activeElement?.textContent).toContain("5");
  });

  it("says when the API is not reached, and loads on demand", async () => {
    isDown = true;
    write("Ada", "here");
    const user = open();
    const alert = await screen.findByRole("alert", {}, { timeout: 5000 });
    expect(alert.textContent).toContain("The whiteboard cannot be reached.");
    isDown = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("here")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("keeps the button and its focus while another attempt fails", async () => {
    isDown = true;
    const user = open();
    const button = await screen.findByRole("button", { name: "Try again" }, { timeout: 5000 });
    await user.click(button);
    expect(button.textContent).toBe("Trying…");
    await vi.waitFor(() => expect(button.textContent).toBe("Try again"), { timeout: 5000 });
    expect(document.activeElement).toBe(button);
  });
});

describe("live refresh", () => {
  beforeEach(() => vi.useFakeTimers({ shouldAdvanceTime: true }));

  it("shows and announces what others write", async () => {
    write("Ada", "first");
    open();
    await vi.waitFor(() => expect(notes()).toEqual(["first"]));
    write("Grace", "second");
    await vi.advanceTimersByTimeAsync(REFRESH_MS);
    await vi.waitFor(() => expect(notes()).toEqual(["second", "first"]));
    expect(screen.getByRole("status").textContent).toBe("1 new message.");
  });

  it("removes what was deleted", async () => {
    write("Ada", "first");
    write("Ada", "second");
    open();
    await vi.waitFor(() => expect(notes()).toEqual(["second", "first"]));
    board.pop();
    await vi.advanceTimersByTimeAsync(REFRESH_MS);
    await vi.waitFor(() => expect(notes()).toEqual(["second"]));
  });

  it("holds new messages back while somebody reads further down", async () => {
    write("Ada", "first");
    open();
    await vi.waitFor(() => expect(notes()).toEqual(["first"]));
    const scroll = vi.spyOn(window, "scrollY", "get").mockReturnValue(900);
    write("Grace", "second");
    await vi.advanceTimersByTimeAsync(REFRESH_MS);
    const button = await vi.waitFor(() => screen.getByRole("button", { name: /1 new message/ }));
    expect(notes()).toEqual(["first"]);
    button.click();
    await vi.waitFor(() => expect(notes()).toEqual(["second", "first"]));
    scroll.mockRestore();
  });
});

describe("the composer", () => {
  async function fill(user: ReturnType<typeof open>, author: string, text: string) {
    if (author) await user.type(screen.getByLabelText("Your name"), author);
    if (text) await user.type(screen.getByLabelText("Message"), text);
  }

  it("posts a message, keeps the name and asks for the next text", async () => {
    const user = open();
    await fill(user, "Ada", "Hello");
    await user.click(screen.getByRole("button", { name: "Post" }));
    await vi.waitFor(() => expect(notes()).toEqual(["Hello"]));
    const text = screen.getByLabelText<HTMLTextAreaElement>("Message");
    await vi.waitFor(() => expect(text.value).toBe(""));
    expect(screen.getByLabelText<HTMLInputElement>("Your name").value).toBe("Ada");
    expect(document.activeElement).toBe(text);
    expect(screen.getByRole("status").textContent).toBe("Your message is on the board.");
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("posts with Ctrl and Enter", async () => {
    const user = open();
    await fill(user, "Ada", "Hello{Control>}{Enter}{/Control}");
    await vi.waitFor(() => expect(notes()).toEqual(["Hello"]));
  });

  it("shows at each field what the contract says, and goes to the first", async () => {
    const user = open();
    await user.click(screen.getByRole("button", { name: "Post" }));
    const author = screen.getByLabelText("Your name");
    const text = screen.getByLabelText("Message");
    await vi.waitFor(() => expect(text.getAttribute("aria-invalid")).toBe("true"));
    expect(author.getAttribute("aria-invalid")).toBe("true");
    const [errorId = ""] = (text.getAttribute("aria-describedby") ?? "").split(" ");
    expect(document.getElementById(errorId)?.textContent).toMatch(/character|empty|required/);
    await vi.waitFor(() => expect(document.activeElement).toBe(author));
    expect(board).toEqual([]);
  });

  it("takes an error away when its field is edited, and leaves the focus there", async () => {
    const user = open();
    await user.click(screen.getByRole("button", { name: "Post" }));
    const text = screen.getByLabelText("Message");
    await vi.waitFor(() => expect(text.getAttribute("aria-invalid")).toBe("true"));
    await user.type(text, "Hi");
    expect(text.getAttribute("aria-invalid")).toBe("false");
    expect(document.activeElement).toBe(text);
  });

  it("counts as the contract does: the longest words are taken, one character more is not", async () => {
    const user = open();
    const author = screen.getByLabelText("Your name");
    const text = screen.getByLabelText("Message");
    await user.click(author);
    await user.paste("🎉".repeat(AUTHOR_MAX_LENGTH));
    await user.click(text);
    await user.paste("x".repeat(TEXT_MAX_LENGTH + 1));
    await user.click(screen.getByRole("button", { name: "Post" }));
    await vi.waitFor(() => expect(text.getAttribute("aria-invalid")).toBe("true"));
    expect(author.getAttribute("aria-invalid")).toBe("false");
    await user.type(text, "{Backspace}");
    await user.click(screen.getByRole("button", { name: "Post" }));
    await vi.waitFor(() => expect(board).toHaveLength(1));
  });

  it("keeps the draft and its key when no answer comes, so that a retry posts once", async () => {
    let isFirst = true;
    const lost: (string | null)[] = [];
    server.use(
      http.post(`${apiUrl}/messages`, ({ request }) => {
        if (!isFirst) return undefined;
        lost.push(request.headers.get("idempotency-key"));
        return Response.error();
      }),
    );
    const user = open();
    await fill(user, "Ada", "Hello");
    await user.click(screen.getByRole("button", { name: "Post" }));
    const alert = await screen.findByRole("alert", {}, { timeout: 5000 });
    expect(alert.textContent).toContain("Your message is still here.");
    expect(screen.getByLabelText<HTMLTextAreaElement>("Message").value).toBe("Hello");
    isFirst = false;
    await user.click(screen.getByRole("button", { name: "Post" }));
    await vi.waitFor(() => expect(notes()).toEqual(["Hello"]));
    expect(new Set([...lost, ...keys]).size).toBe(1);
  });

  it("tells how long to wait when the API is busy", async () => {
    server.use(
      ...mockWhiteboard(
        {
          postMessage: (_, { reply }) =>
            reply(
              429,
              { type: "about:blank", title: "Too Many Requests", status: 429 },
              { "retry-after": 30 },
            ),
        },
        { onlyOverridden: true },
      ),
    );
    const user = open();
    await fill(user, "Ada", "Hello");
    await user.click(screen.getByRole("button", { name: "Post" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Try again in 30 seconds.");
  });
});

describe("the theme", () => {
  it("switches, and is kept", async () => {
    const user = open();
    const toggle = screen.getByRole("button", { name: "Dark mode" });
    const wasDark = toggle.getAttribute("aria-pressed") === "true";
    await user.click(toggle);
    expect(toggle.getAttribute("aria-pressed")).toBe(String(!wasDark));
    expect(document.documentElement.dataset.theme).toBe(wasDark ? "light" : "dark");
    expect(localStorage.getItem("whiteboard-theme")).toBe(wasDark ? "light" : "dark");
  });
});
