import type { JsonObject, Operation } from "@gatewright/contract";
import type { ApiSettings } from "../../settings.js";

const PARAMETERS = "parameters";
const ALL = "parameters-and-body";

/** The validators that methods name. */
export const REQUEST_VALIDATORS: JsonObject = {
  [PARAMETERS]: { validateRequestBody: false, validateRequestParameters: true },
  [ALL]: { validateRequestBody: true, validateRequestParameters: true },
};

/**
 * The validator of a method; null when nothing is checked. A body that may be absent is not checked: API
 * Gateway would check an absent one as if it were `{}`.
 */
export function requestValidator(
  { gatewayValidation }: ApiSettings,
  { requestBody }: Operation,
  hasModel: boolean,
): string | null {
  if (gatewayValidation === "off") {
    return null;
  }
  return gatewayValidation === "all" && requestBody?.required === true && hasModel
    ? ALL
    : PARAMETERS;
}
