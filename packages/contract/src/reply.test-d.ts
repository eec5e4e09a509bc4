import { describe, it } from "vitest";
import type { Json } from "./json.js";
import type { Exact, Reply } from "./reply.js";

interface Message {
  readonly id: string;
  readonly author: { readonly name: string; readonly tags?: readonly string[] };
}
interface Page {
  readonly messages: readonly Message[];
  readonly next?: string;
}
type Shape =
  | { readonly kind: "circle"; readonly radius: number }
  | { readonly kind: "box"; readonly width: number };
interface Tree {
  readonly children: readonly Tree[];
  readonly parent?: Tree;
}
type Call<Declared> = <Body extends Declared>(body: Exact<Declared, Body>) => Reply<"x">;

declare const message: Message;
declare const stored: { id: string; author: { name: string; passwordHash: string } };
declare const replyMessage: Call<Message>;
declare const replyPage: Call<Page>;
declare const replyShape: Call<Shape>;
declare const replyRecord: Call<{ readonly [name: string]: { readonly size: number } }>;
declare const replyUnknown: Call<unknown>;
declare const replyOpen: Call<{ readonly id: string; readonly meta: unknown }>;
declare const replyJson: Call<Json>;
declare const replyTree: Call<Tree>;
declare const replyNullable: Call<Message | null>;
declare const replyTuple: Call<readonly [string, { readonly a: number }]>;
declare const replyText: Call<string>;

describe("Exact", () => {
  it("takes what is declared", () => {
    replyMessage(message);
    replyMessage({ id: "1", author: { name: "ann", tags: ["a"] } });
    replyPage({ messages: [message, { id: "1", author: { name: "ann" } }] });
    replyPage({ messages: [], next: "x" });
    replyShape({ kind: "circle", radius: 1 });
    replyRecord({ a: { size: 1 } });
    replyUnknown({ anything: 1 });
    replyOpen({ id: "1", meta: { anything: 1 } });
    replyJson({ a: [1, { b: null }] });
    replyNullable(null);
    replyNullable(message as Message | null);
    replyTuple(["a", { a: 1 }]);
    replyText("x");
  });

  it("takes a recursive type", (_, tree = {} as Tree) => {
    replyTree(tree);
    replyTree({ children: [{ children: [tree] }] });
    // @ts-expect-error extra property two levels down
    replyTree({ children: [{ children: [], extra: 1 }] });
  });

  it("refuses an extra property in a literal, at every depth", () => {
    // @ts-expect-error secret is not declared
    replyMessage({ id: "1", author: { name: "ann" }, secret: 1 });
    // @ts-expect-error secret is not declared
    replyMessage({ id: "1", author: { name: "ann", secret: 1 } });
    // @ts-expect-error secret is not declared
    replyPage({ messages: [{ id: "1", author: { name: "ann", secret: 1 } }] });
    // @ts-expect-error secret is not declared
    replyRecord({ a: { size: 1, secret: 2 } });
    // @ts-expect-error secret is not declared
    replyTuple(["a", { a: 1, secret: 1 }]);
  });

  it("refuses an extra property in the type of a variable, at every depth", () => {
    // @ts-expect-error passwordHash is not declared
    replyMessage(stored);
    // @ts-expect-error passwordHash is not declared
    replyPage({ messages: [stored] });
    const page = { messages: [message], total: 5 };
    // @ts-expect-error total is not declared
    replyPage(page);
    const optional: Message & { readonly passwordHash?: string } = message;
    // @ts-expect-error passwordHash is not declared, not even as an optional property
    replyMessage(optional);
    // @ts-expect-error passwordHash is not declared
    replyNullable(stored as typeof stored | null);
  });

  it("refuses a property that only another member of a union declares", () => {
    const circle = { kind: "circle", radius: 1, width: 2 } as const;
    // @ts-expect-error width belongs to the box
    replyShape(circle);
    // @ts-expect-error a circle has a radius
    replyShape({ kind: "circle" });
  });

  it("refuses a missing or wrong property", () => {
    // @ts-expect-error author is missing
    replyMessage({ id: "1" });
    // @ts-expect-error id is a string
    replyMessage({ id: 1, author: { name: "ann" } });
    // @ts-expect-error not a string
    replyText(1);
  });
});
