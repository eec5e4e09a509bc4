import { Worker } from "node:worker_threads";
import type { JsonObject } from "@gatewright/contract";
import { maskedCopy } from "../../source/masked-copy.js";
import { Code, code } from "../code.js";
import { generatedHeader } from "../comment.js";
import { EmitError } from "../emit-error.js";
import type { Emitter } from "../emitter.js";
import { file } from "../file.js";

/** Writes `types.d.ts`: the document as openapi-typescript describes it, for whoever knows that form. */
export const typesEmitter: Emitter = {
  name: "types",
  needs: [],
  async emit(contract, { bundle }) {
    const hasSiblings = !contract.openapi.startsWith("3.0");
    const text = await inWorker(maskedCopy(bundle, hasSiblings)).catch((cause: unknown) => {
      throw new EmitError(
        {
          code: "GW3103",
          at: contract.at,
          message: `openapi-typescript stops at this document: ${cause instanceof Error ? cause.message : cause}`,
          fix: "Leave `types` out with --emit, or simplify what is named.",
        },
        cause,
      );
    });
    return [file("types.d.ts", code`${generatedHeader(contract)}\n\n${new Code(text)}`)];
  },
};

function inWorker(document: JsonObject): Promise<string> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./types-worker.${extension}`, import.meta.url), {
      workerData: document,
      stdout: true,
      stderr: true,
    });
    worker.once("message", (answer: { readonly text: string } | { readonly failure: string }) => {
      if ("text" in answer) resolve(answer.text);
      else reject(new TypeError(answer.failure));
    });
    worker.once("error", reject);
    worker.once("exit", (status) => reject(new TypeError(`worker ended with ${status}`)));
  });
}
