import type { CatalogueEntry } from "./entry.js";

/** GW3xxx and GW4xxx: writing, configuration, command line. */
export const cliEntries: readonly CatalogueEntry[] = [
  {
    code: "GW3001",
    title: "a file that Gatewright did not write stands in the way",
    cause:
      "A generated file would replace one that no earlier run wrote and that says something else. The manifest `.gatewright-manifest.json` in the output folder lists what belongs to Gatewright; everything else there is yours and is never replaced silently. Nothing was written.",
    fix: "Move or delete the file, choose another folder with `--out`, or let it be replaced with `--force`. When the manifest was lost or damaged in a merge, `--force` once brings it back.",
  },
  {
    code: "GW3002",
    title: "a generated file that is no longer needed has been edited",
    cause:
      "An earlier run wrote this file, the document or the configuration no longer asks for it, and somebody has changed it since. Removing it would lose that work. Nothing was written.",
    fix: "Move what is worth keeping to a file of your own and delete this one, or let it be removed with `--force`.",
  },
  {
    code: "GW3003",
    title: "generated output is not what the document gives",
    cause:
      "`gatewright generate --check` compares the files on disk with what it would write. They differ: the document, the configuration or Gatewright itself has changed since the last run, or a generated file was edited.",
    fix: "Run `gatewright generate` and commit the result.",
  },
  {
    code: "GW3004",
    title: "the output folder cannot be written",
    cause:
      "The file system refused: no permission, no space, or a file where a folder belongs. Files are written beside their place first and renamed into it, so none is half-written.",
    fix: "Mend what the message names and run the command again.",
  },
  {
    code: "GW3005",
    title: "a function cannot be bundled",
    cause:
      "esbuild could not follow the source of a function: a syntax error, an import that is not there, or an entry that does not exist.",
    fix: "Correct the source at the place given. `entry` of the function in `gatewright.config.ts` is relative to the config file.",
  },
  {
    code: "GW3006",
    title: "a function does not export a handler",
    cause:
      "Lambda calls the export called `handler` of a function's module. The module that the configuration names as `entry` has none.",
    fix: "Export it: `export const handler = createHandler({ … })`.",
  },
  {
    code: "GW3101",
    title: "a schema uses a dynamic reference",
    cause:
      "`$dynamicRef` and `$recursiveRef` mean another schema depending on where a check began. A validator that is compiled ahead of time begins in one place only, and would check something else than the document says.",
    fix: "Replace the keyword with a `$ref` to the schema that is meant.",
    rejected: `components:
  schemas:
    Tree:
      type: object
      properties:
        children:
          type: array
          items: { $dynamicRef: "#node" }`,
    accepted: `components:
  schemas:
    Tree:
      type: object
      properties:
        children:
          type: array
          items: { $ref: "#/components/schemas/Tree" }`,
  },
  {
    code: "GW3102",
    title: "no validator can be made of a schema",
    cause:
      "ajv refuses to compile the schema; the message has its reason. A validator that leaves out what cannot be compiled would let through what the document forbids, so none is written.",
    fix: "Write the schema with other keywords, or leave out the one that the message names.",
  },
  {
    code: "GW3103",
    title: "openapi-typescript stops at this document",
    cause:
      "`types.d.ts` is written by openapi-typescript, which throws on something in the document that Gatewright itself reads.",
    fix: "Leave `types` out with `--emit`, or simplify what the message names. Server, SDK and mocks do not use `types.d.ts`.",
  },
  {
    code: "GW3104",
    title: "unevaluatedItems meets what cannot be compiled",
    cause:
      "`unevaluatedItems` looks at what other keywords of the same schema have evaluated. With some of them the answer depends on the value, and a precompiled validator would be wrong for some lists.",
    fix: "Say what the remaining items are with `items` after `prefixItems`, without `unevaluatedItems`.",
  },
  {
    code: "GW4001",
    title: "the command line does not read",
    cause:
      "The command does not exist, has no such option, or an option lacks its value or has one too many.",
    fix: "`gatewright --help` lists the commands, `gatewright COMMAND --help` the options of one, with examples.",
  },
  {
    code: "GW4002",
    title: "there is no document to work on",
    cause:
      "The command was called without a document, and neither the working directory nor a folder above it holds a `gatewright.config.ts`; or what it was called with is empty or an address. Documents are files: nothing is fetched.",
    fix: "Name the document, for example `gatewright generate openapi.yaml --out generated`, or write a `gatewright.config.ts`.",
  },
  {
    code: "GW4003",
    title: "the config file cannot be read",
    cause:
      "`gatewright.config.ts` is bundled with what it imports and evaluated. It has a syntax error, imports something that is not there, throws, or has no default export.",
    fix: "Correct the file at the place given. It must end in `export default defineConfig({ … })`.",
  },
  {
    code: "GW4004",
    title: "the config has an unknown key",
    cause:
      "A key that Gatewright does not know would be ignored, and what it was meant to do would silently not happen. So it is refused.",
    fix: "Correct the spelling or remove the key. `docs/reference/config.md` shows all of them.",
  },
  {
    code: "GW4005",
    title: "the config has a wrong or missing value",
    cause:
      "A value is of another kind than its key takes, is out of range, or is needed and absent.",
    fix: "Correct the value. `docs/reference/config.md` shows what each key takes.",
  },
  {
    code: "GW4006",
    title: "a name is not known",
    cause: "`--emit`, `--target`, `--format` and `gatewright explain` take names from fixed lists.",
    fix: "Use one of the names that the message lists.",
  },
  {
    code: "GW4007",
    title: "two APIs write into one folder",
    cause:
      "Each API owns its output folders: files of one name would overwrite each other, and what one writes the other would remove.",
    fix: "Give each API its own `dir`.",
  },
  {
    code: "GW4009",
    title: "the API has no function to run",
    cause:
      "The local gateway calls the module that `functions.NAME.entry` names in `gatewright.config.ts`; this document has none there.",
    fix: "Add the API and the entry of its function to `gatewright.config.ts`.",
  },
];
