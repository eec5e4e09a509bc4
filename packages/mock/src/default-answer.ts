import {
  checkResponse,
  type Json,
  matchMediaType,
  SampleError,
  sample,
  seedOf,
} from "@gatewright/contract";
import { MockAnswer } from "./mock-answer.js";
import { MockError } from "./mock-error.js";
import type { MockedApi, MockedContent, MockedResponse } from "./mocked-api.js";
import type { MockOptions } from "./options.js";

/** Answers kept for requests that come again. */
const KEPT_ANSWERS = 500;

/** What an operation answers when nothing overrides it: the same for the same seed and URL. */
export function createDefaultAnswers(
  api: MockedApi,
  { seed = 1, prefer = "example" }: MockOptions,
): (identifier: string, request: Request) => MockAnswer {
  const kept = new Map<string, MockAnswer>();
  return (identifier, request) => {
    const key = `${identifier} ${request.url} ${request.headers.get("accept") ?? ""}`;
    let answer = kept.get(key);
    if (!answer) {
      if (kept.size >= KEPT_ANSWERS) {
        kept.clear();
      }
      answer = make(identifier, request, seed + seedOf(key));
      kept.set(key, answer);
    }
    return answer;
  };

  function make(identifier: string, request: Request, answerSeed: number): MockAnswer {
    const responses = Object.hasOwn(api.responses, identifier) ? api.responses[identifier] : {};
    const [key, response] = usualResponse(responses ?? {});
    const status = statusOf(key);
    const options = { schemas: api.schemas, seed: answerSeed } as const;
    try {
      const headers = Object.fromEntries(
        Object.entries(response.headers ?? {})
          .filter(([, { required }]) => required)
          .map(([name, { schema }]) => [name, sample(schema, options)]),
      );
      const chosen = chooseContent(response, request.headers.get("accept"));
      if (!chosen) {
        return new MockAnswer(status, undefined, headers);
      }
      const [mediaType, content] = chosen;
      const example =
        prefer === "example"
          ? findExample(identifier, status, headers, mediaType, content)
          : undefined;
      const body = example !== undefined ? example : sample(content.schema ?? true, options);
      return new MockAnswer(
        status,
        Object.keys(response.content ?? {}).length > 1 ? { mediaType, body } : body,
        headers,
      );
    } catch (error) {
      throw error instanceof SampleError
        ? new MockError(
            identifier,
            `status ${status} cannot be sampled; override it. ${error.message}`,
          )
        : error;
    }
  }

  /** The first example that keeps the contract: documents have others. */
  function findExample(
    identifier: string,
    status: number,
    headers: Readonly<Record<string, Json>>,
    mediaType: string,
    { examples = [] }: MockedContent,
  ): Json | undefined {
    const row = api.operations[identifier];
    return examples.find(
      (body) =>
        row &&
        checkResponse(row, api.responseValidators[identifier], { status, headers, mediaType, body })
          .length === 0,
    );
  }
}

/** The first success that is declared, else whatever is declared first. */
function usualResponse(
  responses: Readonly<Record<string, MockedResponse>>,
): readonly [string, MockedResponse] {
  const entries = Object.entries(responses);
  return (
    entries.find(([key]) => key.startsWith("2")) ??
    entries.find(([key]) => key === "default") ??
    entries[0] ?? ["204", {}]
  );
}

function statusOf(key: string): number {
  return key === "default" ? 200 : Number(key.replace("XX", "00"));
}

/** What the caller accepts best, else what is declared first. */
function chooseContent(
  { content = {} }: MockedResponse,
  accept: string | null,
): readonly [string, MockedContent] | undefined {
  const entries = Object.entries(content);
  const rows = entries.map(([mediaType]) => ({ mediaType }));
  for (const range of rows.length > 1 ? (accept ?? "").split(",") : []) {
    const row = matchMediaType(rows, range.trim());
    const found = entries.find(([mediaType]) => mediaType === row?.mediaType);
    if (found) {
      return found;
    }
  }
  return entries[0];
}
