import {
  type ListMessagesMethod,
  listMessages,
  type Message,
  type NewMessage,
  type PostMessageMethod,
  type Problem,
  pickWhiteboard,
  postMessage,
} from "whiteboard-client";

export type { Message, NewMessage, Problem };

/** What the page asks of the API. */
export interface MessagesApi {
  readonly listMessages: ListMessagesMethod;
  readonly postMessage: PostMessageMethod;
}

/** The SDK with the two methods that the page uses; the others stay out of its bundle. */
export function createApi(baseUrl: string = import.meta.env.VITE_API_URL): MessagesApi {
  return pickWhiteboard({ listMessages, postMessage }, { baseUrl, timeoutMs: 15_000 });
}
