import { parentPort, workerData } from "node:worker_threads";
import openapiTypescript, { astToString } from "openapi-typescript";

/**
 * Runs beside the other emitters: openapi-typescript takes longer than all of them together. Its input is a document
 * in memory without external references, so it has nothing to read.
 */
openapiTypescript(workerData, { silent: true }).then(
  (nodes) => parentPort?.postMessage({ text: astToString(nodes) }),
  (error: unknown) => parentPort?.postMessage({ failure: String(error) }),
);
