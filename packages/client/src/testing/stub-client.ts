import type { ClientOptions } from "../index.js";
import { createSample, type Sample } from "./sample-client.js";

export const PAGE = { messages: [{ id: "1", author: "Ada", text: "Hello" }] };
export const PROBLEM = {
  type: "about:blank",
  title: "Bad Request",
  status: 400,
  requestId: "r-1",
  errors: [{ detail: "is required", pointer: "/text" }],
};

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": type, ...headers },
  });
}

/** A client whose requests are kept, each answered by the next of `answers` (the last one again and again). */
export function stub(
  answers: readonly (Response | Error | (() => Promise<Response>))[],
  options: Partial<ClientOptions> = {},
) {
  const requests: Request[] = [];
  const client: Sample = createSample({
    baseUrl: "https://api.example.test/v1",
    retry: { maxDelayMs: 1 },
    async fetch(request) {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push(request);
      if (answer instanceof Error) {
        throw answer;
      }
      return typeof answer === "function" ? answer() : (answer?.clone() ?? Response.error());
    },
    ...options,
  });
  return { client, requests };
}
