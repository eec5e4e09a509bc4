import type { Problem } from "@gatewright/contract";
import type { MockError } from "./mock-error.js";
import type { MockedApi } from "./mocked-api.js";
import type { MockOptions } from "./options.js";

/** Says why, and where the contract says so, to whoever writes the test. */
export interface Reporter {
  refused(identifier: string, request: Request, problem: Problem): void;
  failed(error: MockError): void;
  /** The message of an answer that does not keep the contract. */
  differences(identifier: string, status: number, differences: readonly string[]): string;
}

export function createReporter(api: MockedApi, { report = warn }: MockOptions): Reporter {
  const source = (identifier: string): string => {
    const { sources = {} } = api;
    const place = Object.hasOwn(sources, identifier) ? sources[identifier] : undefined;
    return place === undefined ? "" : `\n  contract: ${place}`;
  };
  return {
    refused(identifier, request, { status, detail, errors = [] }) {
      const lines = errors.map((error) =>
        "pointer" in error
          ? `\n  body ${error.pointer || "/"} ${error.detail}`
          : `\n  ${error.in} ${error.name} ${error.detail}`,
      );
      const reason = lines.length > 0 ? lines.join("") : `\n  ${detail}`;
      report(
        `[${api.name} mocks] ${request.method} ${request.url} was refused with ${status} by ${identifier}${reason}${source(identifier)}`,
      );
    },
    failed(error) {
      report(`[${api.name} mocks] ${error.code} ${error.message}`);
    },
    differences: (identifier, status, differences) =>
      `the answer ${status} does not keep the contract:${differences.map((line) => `\n  ${line}`).join("")}${source(identifier)}`,
  };
}

function warn(message: string): void {
  console.warn(message);
}
