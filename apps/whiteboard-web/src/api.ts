import { createWhiteboard, type Message, type NewMessage, type Problem } from "whiteboard-client";

export type { Message, NewMessage, Problem };

/** What the page asks of the API: the SDK's methods for messages, with the base URL of this build. */
export type MessagesApi = Pick<ReturnType<typeof createWhiteboard>, "listMessages" | "postMessage">;

export function createApi(baseUrl: string = import.meta.env.VITE_API_URL): MessagesApi {
  return createWhiteboard({ baseUrl, timeoutMs: 15_000 });
}
