import type { TargetRule } from "../rule.js";
import { authorizerDeclared } from "./authorizer-declared.js";
import { authorizerQuota } from "./authorizer-quota.js";
import { bodyMediaTypes, optionalBodies } from "./body-enforcement.js";
import { definitionSize } from "./definition-size.js";
import { extensionKnown } from "./extension-known.js";
import { integrationDeclared } from "./integration-declared.js";
import { methodSupported } from "./method-supported.js";
import { modelEnforcement } from "./model-enforcement.js";
import { modelNames } from "./model-names.js";
import { modelSize } from "./model-size.js";
import { parameterConstraints } from "./parameter-constraints.js";
import { parameterEnforcement } from "./parameter-enforcement.js";
import { pathCharacters, pathColon } from "./path-characters.js";
import { pathEmptySegment } from "./path-empty-segment.js";
import { pathGreedyLast } from "./path-greedy-last.js";
import { pathMixedSegment } from "./path-mixed-segment.js";
import { pathSiblingVariables } from "./path-sibling-variables.js";
import { reservedPath } from "./reserved-path.js";
import { resourceQuota } from "./resource-quota.js";
import { routeQuota } from "./route-quota.js";
import { sdkOneOf, sdkUntypedBodies } from "./sdk-models.js";
import { sdkOperationNames } from "./sdk-operation-names.js";
import { securityAlternatives } from "./security-alternatives.js";
import { securityApiKey } from "./security-api-key.js";
import { securityStated } from "./security-stated.js";
import { titleRequired } from "./title-required.js";

/** Everything that API Gateway does not take, or takes and does not enforce, in the order of the codes. */
export const apiGatewayRules: readonly TargetRule[] = [
  definitionSize,
  ...titleRequired,
  ...pathCharacters,
  pathColon,
  ...pathMixedSegment,
  pathSiblingVariables,
  ...pathGreedyLast,
  pathEmptySegment,
  resourceQuota,
  reservedPath,
  ...methodSupported,
  parameterConstraints,
  ...parameterEnforcement,
  modelNames,
  modelSize,
  ...modelEnforcement,
  sdkOneOf,
  bodyMediaTypes,
  optionalBodies,
  authorizerDeclared,
  ...securityAlternatives,
  securityApiKey,
  ...securityStated,
  ...authorizerQuota,
  ...integrationDeclared,
  extensionKnown,
  routeQuota,
  sdkOperationNames,
  sdkUntypedBodies,
];
