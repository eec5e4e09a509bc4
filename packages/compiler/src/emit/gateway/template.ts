import type { Contract } from "@gatewright/contract";
import { stringify } from "yaml";
import type { ApiSettings } from "../../settings.js";
import type { Emitter } from "../emitter.js";
import { samTemplate } from "./template/template.js";

/** Bytes of a template that CloudFormation reads from S3. Source: User Guide, "AWS CloudFormation quotas". */
const TEMPLATE_BYTES = 1024 * 1024;

/** Writes `template.yaml`: the API, its functions and tables for AWS SAM. */
export const templateEmitter: Emitter = {
  name: "template",
  needs: ["rest-api"],
  emit(contract, { settings }) {
    return [{ path: "template.yaml", text: templateText(contract, settings) }];
  },
};

/** The definition is in the template, unless that makes it larger than CloudFormation reads. */
function templateText(contract: Contract, settings: ApiSettings): string {
  const template = samTemplate(contract, settings, false);
  // JSON without spaces is shorter than YAML, and quicker to print.
  if (Buffer.byteLength(JSON.stringify(template)) <= TEMPLATE_BYTES) {
    const text = print(template);
    if (Buffer.byteLength(text) <= TEMPLATE_BYTES) {
      return text;
    }
  }
  return print(samTemplate(contract, settings, true));
}

/** CloudFormation and its tools read YAML 1.1, where `2012-10-17` is a date and `no` is false unless quoted. */
function print(template: unknown): string {
  return stringify(template, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
