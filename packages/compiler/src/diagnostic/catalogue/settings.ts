import type { CatalogueEntry } from "./entry.js";

/** What does not fit together in the deployment settings. */
export const settingsEntries: readonly CatalogueEntry[] = [
  {
    code: "GW4021",
    title: "The config names something that is not there",
    cause:
      "A function uses a table that `tables` does not have, serves an operation that the document does not have, or an authorizer decides a security scheme that the document does not declare.",
    fix: "Correct the name; the message lists those that exist.",
  },
  {
    code: "GW4022",
    title: "The Terraform module lacks a property of a table",
    cause:
      "Tables are configured as CloudFormation writes them. The SAM template gets every property as it is; the Terraform module has those that Gatewright translates.",
    fix: "Nothing to do if you deploy with SAM. Otherwise leave the property out and set it beside the module.",
  },
  {
    code: "GW4023",
    title: "Two authorizers decide the same operations",
    cause:
      "An operation has one authorizer. When several could decide the schemes that it asks for and none of them, or more than one, has exactly these, it would depend on the order in the config which one is asked, and the other would never be.",
    fix: "Let one authorizer decide these schemes, or give one of them exactly the schemes that the operation asks for.",
  },
];
