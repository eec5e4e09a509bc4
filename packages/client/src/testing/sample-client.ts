/**
 * What the client emitter writes, for an API of three operations, in one file and by hand. The tests run it;
 * the emitter's output has this form.
 */
import {
  bearer,
  type ClientOperation,
  type ClientOptions,
  createClient,
  type Method,
  type OperationTable,
  type OptionalMethod,
  type PickedClient,
  type ResponseHeaders,
  readNothing,
} from "../index.js";

// client/schemas.ts: component schemas as flat named types.

export interface Message {
  readonly id: string;
  readonly author: string;
  readonly text: string;
}
export interface NewMessage {
  readonly author: string;
  readonly text: string;
}
export interface MessagePage {
  readonly messages: readonly Message[];
  readonly nextCursor?: string;
}
export interface Problem {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly errors?: readonly { readonly detail: string; readonly pointer?: string }[];
}

// client/messages.ts, one file per tag: request and response types, the method's type, the row.

/** What a caller sends. */
export interface ListMessagesRequest {
  readonly query?: { readonly limit?: number; readonly cursor?: string };
}
export interface ListMessages200 {
  readonly status: 200;
  readonly headers: ResponseHeaders;
  readonly body: MessagePage;
}
export interface ListMessages400 {
  readonly status: 400;
  readonly headers: ResponseHeaders;
  readonly body: Problem;
}
/** What a caller gets: one member per declared status. */
export type ListMessagesResponse = ListMessages200 | ListMessages400;
/** The newest messages first. `GET /messages` */
export interface ListMessagesMethod
  extends OptionalMethod<ListMessagesRequest, ListMessagesResponse, MessagePage> {}
/** Pick it: `pickSample({ listMessages }, options)`. */
export const listMessages: ClientOperation<ListMessagesMethod> = {
  method: "GET",
  path: "/messages",
  responses: { 200: "json", 400: "json" },
};

export interface PostMessageRequest {
  readonly headers?: { readonly "idempotency-key"?: string };
  readonly body: NewMessage;
}
export interface PostMessage201 {
  readonly status: 201;
  readonly headers: ResponseHeaders & { readonly location: string };
  readonly body: Message;
}
export interface PostMessage400 {
  readonly status: 400;
  readonly headers: ResponseHeaders;
  readonly body: Problem;
}
export type PostMessageResponse = PostMessage201 | PostMessage400;
/** Writes a message. `POST /messages` */
export interface PostMessageMethod
  extends Method<PostMessageRequest, PostMessageResponse, Message> {}
export const postMessage: ClientOperation<PostMessageMethod> = {
  method: "POST",
  path: "/messages",
  responses: { 201: "json", 400: "json" },
};

export interface DeleteMessageRequest {
  readonly path: { readonly messageId: string };
}
export interface DeleteMessage204 {
  readonly status: 204;
  readonly headers: ResponseHeaders;
  readonly body: undefined;
}
/** A range in the contract is the registered statuses of that class. */
export interface DeleteMessage4XX {
  readonly status: 400 | 401 | 403 | 404 | 409 | 429;
  readonly headers: ResponseHeaders;
  readonly body: Problem;
}
export type DeleteMessageResponse = DeleteMessage204 | DeleteMessage4XX;
/** Removes a message. `DELETE /messages/{messageId}` */
export interface DeleteMessageMethod
  extends Method<DeleteMessageRequest, DeleteMessageResponse, undefined> {}
export const deleteMessage: ClientOperation<DeleteMessageMethod> = {
  method: "DELETE",
  path: "/messages/{messageId}",
  responses: { 204: readNothing, "4XX": "json" },
  security: bearer,
};

// client/index.ts: the whole client, and the picked one.

/** The Sample API: one method per operation. */
export interface Sample {
  /** The newest messages first. `GET /messages` */
  readonly listMessages: ListMessagesMethod;
  /** Writes a message. `POST /messages` */
  readonly postMessage: PostMessageMethod;
  /** Removes a message. `DELETE /messages/{messageId}` */
  readonly deleteMessage: DeleteMessageMethod;
}

/** A client with every operation of the API. */
export function createSample(options: ClientOptions): Sample {
  return createClient<Sample>({ listMessages, postMessage, deleteMessage }, options);
}

/** A client with these operations only; a bundler leaves the others out. */
export function pickSample<Picked extends OperationTable>(
  operations: Picked,
  options: ClientOptions,
): PickedClient<Picked> {
  return createClient<PickedClient<Picked>>(operations, options);
}
