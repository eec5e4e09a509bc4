import { type ParityCase, row } from "../parity-case.js";
import { USED_KEY, USED_MESSAGE } from "../world.js";

const hello = { author: "Ada", text: "Hello" };
/** One code point, two UTF-16 units, four bytes of UTF-8. */
const face = "😀";
const key = (value: string) => ({ "Idempotency-Key": value });

/** Lists, reads and writes of messages, none of which needs a token. */
export const messageCases: readonly ParityCase[] = [
  row("the newest three by default", "GET /messages", "listMessages", 200),
  row("the smallest limit", "GET /messages?limit=1", "listMessages", 200),
  row("the greatest limit", "GET /messages?limit=100", "listMessages", 200),
  row("a limit below", "GET /messages?limit=0", "listMessages", 400, { wrong: ["query limit"] }),
  row("a limit above", "GET /messages?limit=101", "listMessages", 400, { wrong: ["query limit"] }),
  row("a negative limit", "GET /messages?limit=-1", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a limit of letters", "GET /messages?limit=abc", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a limit in JSON's exponent form", "GET /messages?limit=1e1", "listMessages", 200),
  row("an exponent beyond the maximum", "GET /messages?limit=1e3", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("an exponent beyond all numbers", "GET /messages?limit=1e999", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a hexadecimal limit", "GET /messages?limit=0x2", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a fraction", "GET /messages?limit=1.5", "listMessages", 400, { wrong: ["query limit"] }),
  row("a limit with a plus", "GET /messages?limit=%2B3", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a limit with spaces", "GET /messages?limit=%203", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("an empty limit", "GET /messages?limit=", "listMessages", 400, { wrong: ["query limit"] }),
  row("a limit without a value", "GET /messages?limit", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a limit that is sent twice", "GET /messages?limit=2&limit=5", "listMessages", 400, {
    wrong: ["query limit"],
  }),
  row("a limit with an encoded digit", "GET /messages?limit=%32", "listMessages", 200),
  row("an encoded name", "GET /messages?%6Cimit=2", "listMessages", 200),
  row(
    "query keys that nobody declared",
    "GET /messages?__proto__=1&toString=2",
    "listMessages",
    200,
  ),
  row("a lone percent sign in the query", "GET /messages?note=100%", "listMessages", 200),
  row("a cursor of an earlier answer", "GET /messages?cursor={cursor}", "listMessages", 200),
  row("a cursor that does not decode", "GET /messages?cursor=abc", "listMessages", 400, {
    wrong: ["query cursor"],
  }),
  row("a cursor of another list", "GET /messages?cursor={userCursor}", "listMessages", 400, {
    wrong: ["query cursor"],
  }),
  row("a cursor with padding", "GET /messages?cursor=abc%3D", "listMessages", 400, {
    wrong: ["query cursor"],
  }),
  row("a cursor with a plus", "GET /messages?cursor=a+c", "listMessages", 400, {
    wrong: ["query cursor"],
  }),
  row("an empty cursor", "GET /messages?cursor=", "listMessages", 400, {
    wrong: ["query cursor", "query cursor"],
  }),
  row("a cursor of 129", `GET /messages?cursor=${"a".repeat(129)}`, "listMessages", 400, {
    wrong: ["query cursor"],
  }),
  row("two parameters that are wrong", "GET /messages?limit=0&cursor=*", "listMessages", 400, {
    wrong: ["query limit", "query cursor"],
  }),
  row("a percent sign in a header", "GET /messages", "listMessages", 200, {
    headers: { "X-Note": "100%", Cookie: "a=100%" },
  }),

  row("a message", "POST /messages", "postMessage", 201, { body: hello }),
  row("a message with a charset", "POST /messages", "postMessage", 201, {
    body: hello,
    headers: { "Content-Type": "application/json; charset=utf-8" },
  }),
  row("the shortest fields", "POST /messages", "postMessage", 201, {
    body: { author: "A", text: "t" },
  }),
  row("64 code points", "POST /messages", "postMessage", 201, {
    body: { ...hello, author: face.repeat(64) },
  }),
  row("65 code points", "POST /messages", "postMessage", 400, {
    body: { ...hello, author: face.repeat(65) },
    wrong: ["/author"],
  }),
  row("a text of 1000", "POST /messages", "postMessage", 201, {
    body: { ...hello, text: "é".repeat(1000) },
  }),
  row("a text of 1001", "POST /messages", "postMessage", 400, {
    body: { ...hello, text: "t".repeat(1001) },
    wrong: ["/text"],
  }),
  row("no text", "POST /messages", "postMessage", 400, {
    body: { author: "Ada" },
    wrong: ["/text"],
  }),
  row("nothing at all in it", "POST /messages", "postMessage", 400, {
    body: {},
    wrong: ["/author", "/text"],
  }),
  row("an empty text", "POST /messages", "postMessage", 400, {
    body: { ...hello, text: "" },
    wrong: ["/text"],
  }),
  row("a text that is a number", "POST /messages", "postMessage", 400, {
    body: { ...hello, text: 5 },
    wrong: ["/text"],
  }),
  row("a text that is null", "POST /messages", "postMessage", 400, {
    body: { ...hello, text: null },
    wrong: ["/text"],
  }),
  row("a property too many", "POST /messages", "postMessage", 400, {
    body: { ...hello, id: "mine" },
    wrong: ["/id"],
  }),
  row("a property called __proto__", "POST /messages", "postMessage", 400, {
    body: '{"author":"Ada","text":"Hello","__proto__":{"text":1}}',
    wrong: ["/__proto__"],
  }),
  row("properties that only the prototype has", "POST /messages", "postMessage", 400, {
    body: '{"__proto__":{"author":"Ada","text":"Hello"}}',
    wrong: ["/author", "/text", "/__proto__"],
  }),
  row("a list", "POST /messages", "postMessage", 400, { body: [hello], wrong: [""] }),
  row("a bare text", "POST /messages", "postMessage", 400, { body: '"Hello"', wrong: [""] }),
  row("null", "POST /messages", "postMessage", 400, { body: "null", wrong: [""] }),
  row("malformed JSON", "POST /messages", "postMessage", 400, { body: '{"author":', wrong: [""] }),
  row("JSON with a comma too many", "POST /messages", "postMessage", 400, {
    body: '{"author":"Ada","text":"Hello",}',
    wrong: [""],
  }),
  row("no body", "POST /messages", "postMessage", 400, { wrong: [""] }),
  row("an empty body", "POST /messages", "postMessage", 400, { body: "", wrong: [""] }),
  row("another media type", "POST /messages", "postMessage", 415, {
    body: "Hello",
    headers: { "Content-Type": "text/plain" },
    wrong: ["header content-type"],
  }),
  row("a media type that is none", "POST /messages", "postMessage", 415, {
    body: hello,
    headers: { "Content-Type": "json" },
    wrong: ["header content-type"],
  }),
  row("a key", "POST /messages", "postMessage", 201, { body: hello, headers: key("k1") }),
  row("a key of 128", "POST /messages", "postMessage", 201, {
    body: hello,
    headers: key("k".repeat(128)),
  }),
  row("a key of 129", "POST /messages", "postMessage", 400, {
    body: hello,
    headers: key("k".repeat(129)),
    wrong: ["header Idempotency-Key"],
  }),
  row("an empty key", "POST /messages", "postMessage", 400, {
    body: hello,
    headers: key(""),
    wrong: ["header Idempotency-Key"],
  }),
  row("a key that is a percent sign", "POST /messages", "postMessage", 201, {
    body: hello,
    headers: key("100%"),
  }),
  row("a key with commas", "POST /messages", "postMessage", 201, {
    body: hello,
    headers: key("a, b,c"),
  }),
  row("a key and its message again", "POST /messages", "postMessage", 201, {
    body: USED_MESSAGE,
    headers: key(USED_KEY),
  }),
  row("a key with another message", "POST /messages", "postMessage", 409, {
    body: hello,
    headers: key(USED_KEY),
  }),
  row("a key and a body that are both wrong", "POST /messages", "postMessage", 400, {
    body: { author: "" },
    headers: key("k".repeat(129)),
    wrong: ["header Idempotency-Key", "/author", "/text"],
  }),

  row("one message", "GET /messages/{message}", "getMessage", 200),
  row("one that is not there", "GET /messages/7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "getMessage", 404),
  row("an id in lower case", "GET /messages/01jc8z3m5n7p9qrstvwxyz0123", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
  row("an id that is too short", "GET /messages/01JC8Z3M", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
  row("an id with a line feed behind it", "GET /messages/{message}%0A", "getMessage", 400, {
    wrong: ["path messageId"],
  }),
];
