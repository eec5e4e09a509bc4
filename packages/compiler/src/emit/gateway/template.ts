import { stringify } from "yaml";
import type { Emitter } from "../emitter.js";
import { samTemplate } from "./template/template.js";

/** Bytes of a template that CloudFormation reads from S3. Source: User Guide, "AWS CloudFormation quotas". */
const TEMPLATE_BYTES = 1024 * 1024;

/** Writes `template.yaml`: the API, its functions and tables for AWS SAM. */
export const templateEmitter: Emitter = {
  name: "template",
  needs: ["rest-api"],
  emit(contract, { settings }) {
    const text = print(samTemplate(contract, settings, false));
    return [
      {
        path: "template.yaml",
        text:
          Buffer.byteLength(text) <= TEMPLATE_BYTES
            ? text
            : print(samTemplate(contract, settings, true)),
      },
    ];
  },
};

/** CloudFormation and its tools read YAML 1.1, where `2012-10-17` is a date and `no` is false unless quoted. */
function print(template: unknown): string {
  return stringify(template, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false });
}
