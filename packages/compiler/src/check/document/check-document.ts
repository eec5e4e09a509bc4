import type { Contract } from "@gatewright/contract";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Bundle } from "../../source/bundler.js";
import type { OpenapiVersion } from "../../source/openapi-version.js";

/** Runs every rule about the document itself. */
export async function checkDocument(
  _bundle: Bundle,
  _contract: Contract,
  _version: OpenapiVersion,
  _report: (diagnostic: Diagnostic) => void,
): Promise<void> {}
