import type { Rule } from "../rule.js";
import { bodyAllowed } from "./body-allowed.js";
import { componentName } from "./component-name.js";
import { examplesExclusive } from "./examples-exclusive.js";
import { knownField } from "./known-field.js";
import { knownValue } from "./known-value.js";
import { linkTarget } from "./link-target.js";
import { namesDistinct } from "./names-distinct.js";
import { operationIdUnique } from "./operation-id-unique.js";
import { parameterRequired } from "./parameter-required.js";
import { parameterUnique } from "./parameter-unique.js";
import { parameterValue } from "./parameter-value.js";
import { pathKey } from "./path-key.js";
import { pathParameterDeclared } from "./path-parameter-declared.js";
import { pathParameterUsed } from "./path-parameter-used.js";
import { pathQuery } from "./path-query.js";
import { pathsDistinct } from "./paths-distinct.js";
import { queryOnlyField } from "./query-only-field.js";
import { readAs31 } from "./read-as-31.js";
import { requiredField } from "./required-field.js";
import { responsesDeclared } from "./responses-declared.js";
import { schemaBounds } from "./schema-bounds.js";
import { schemaDialect } from "./schema-dialect.js";
import { schemaEnum } from "./schema-enum.js";
import { schemaExclusive } from "./schema-exclusive.js";
import { schemaNullable } from "./schema-nullable.js";
import { schemaNullableEnum } from "./schema-nullable-enum.js";
import { schemaPattern } from "./schema-pattern.js";
import { schemaRecursion } from "./schema-recursion.js";
import { schemaType } from "./schema-type.js";
import { securityDefined } from "./security-defined.js";
import { securitySchemeComplete } from "./security-scheme-complete.js";
import { securityScopes } from "./security-scopes.js";
import { serverVariableValues } from "./server-variable-values.js";
import { serverVariables } from "./server-variables.js";
import type { SourceRule } from "./source-rule.js";
import { statusKey } from "./status-key.js";
import { valueType } from "./value-type.js";

/** Rules that look at the document as it was written. */
export const sourceRules: readonly SourceRule[] = [
  requiredField,
  valueType,
  knownField,
  knownValue,
  componentName,
  examplesExclusive,
  queryOnlyField,
  readAs31,
  pathKey,
  pathQuery,
  pathsDistinct,
  pathParameterDeclared,
  pathParameterUsed,
  parameterUnique,
  parameterValue,
  parameterRequired,
  schemaType,
  schemaPattern,
  schemaEnum,
  schemaNullable,
  schemaNullableEnum,
  schemaBounds,
  schemaExclusive,
  schemaDialect,
  statusKey,
  responsesDeclared,
  bodyAllowed,
  securityDefined,
  securityScopes,
  securitySchemeComplete,
  linkTarget,
  serverVariables,
  serverVariableValues,
];

/** Rules that look at the contract that was built from it. */
export const contractRules: readonly Rule[] = [operationIdUnique, namesDistinct, schemaRecursion];
