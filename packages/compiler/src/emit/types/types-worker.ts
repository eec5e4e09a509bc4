import { parentPort, workerData } from "node:worker_threads";
import openapiTypescript, { astToString } from "openapi-typescript";

/**
 * Runs beside the other emitters: openapi-typescript takes longer than all of them together. Its input is a document
 * in memory without external references, so it has nothing to read.
 */
const nodes = await openapiTypescript(workerData, { silent: true });
parentPort?.postMessage(astToString(nodes));
