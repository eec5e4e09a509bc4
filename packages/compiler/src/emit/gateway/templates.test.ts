import type { JsonObject, Schema } from "@gatewright/contract";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { required, SCHEMES } from "../../api-gateway/testing/any-contract.js";
import { resolveSettings } from "../../settings/resolve-settings.js";
import type { SettingsInput } from "../../settings/settings-input.js";
import {
  sampleContract,
  sampleMedia,
  sampleOperation,
  sampleParameter,
} from "../testing/sample-contract.js";
import { sampleInput } from "../testing/sample-settings.js";
import { resourcesEmitter } from "./resources.js";
import { restApiEmitter } from "./rest-api.js";
import { templateEmitter } from "./template.js";
import { terraformEmitter } from "./terraform.js";

/** What both template languages replace: `${source}`. */
const ref = (source: string) => `\${${source}}`;

const INPUT: SettingsInput = {
  functions: {
    sample: {
      entry: "src/function.ts",
      environment: { TABLE: { table: "notes" }, DAY: "2012-10-17" },
    },
  },
  authorizers: {
    guard: {
      entry: "src/guard.ts",
      environment: { ISSUER: { parameter: "token-issuer", local: "x" } },
    },
  },
  tables: {
    notes: {
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-day",
          KeySchema: [{ AttributeName: "day", KeyType: "HASH" }],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    },
  },
};

function inputOf(body: Schema = { type: "object" }) {
  const operation = sampleOperation("post", {
    method: "POST",
    security: required(["bearer"]),
    parameters: [
      sampleParameter(
        "query",
        "q",
        { type: "string" },
        { description: `costs ${ref("price")} %{if}` },
      ),
    ],
    requestBody: {
      required: true,
      at: "sample.yaml#/body",
      content: [sampleMedia("application/json", body)],
    },
  });
  return { ...sampleContract([operation]), securitySchemes: SCHEMES.slice(0, 1) };
}

async function emit(
  emitter: typeof templateEmitter,
  contract: ReturnType<typeof inputOf>,
  rootFromOutput = ".",
): Promise<Readonly<Record<string, string>>> {
  const { settings } = resolveSettings(contract, { ...INPUT, rootFromOutput });
  const files = await emitter.emit(contract, { ...sampleInput, settings });
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

describe("template.yaml", () => {
  it("deploys the definition with the template's own functions in it", async () => {
    const files = await emit(templateEmitter, inputOf());
    const template: unknown = parse(files["template.yaml"] ?? "", { version: "1.1" });
    expect(template).toMatchObject({
      Transform: "AWS::Serverless-2016-10-31",
      Parameters: { TokenIssuer: { Type: "String" } },
      Resources: {
        SampleApi: {
          Type: "AWS::Serverless::Api",
          Properties: {
            FailOnWarnings: true,
            Mode: "overwrite",
            DefinitionBody: {
              paths: {
                "/post": {
                  post: {
                    "x-amazon-apigateway-integration": {
                      uri: {
                        "Fn::Sub": expect.stringContaining(
                          `/functions/${ref("SampleFunction.Arn")}/invocations`,
                        ),
                      },
                    },
                  },
                },
              },
            },
          },
        },
        SampleFunction: {
          Properties: {
            Runtime: "nodejs24.x",
            Architectures: ["arm64"],
            CodeUri: "./dist/functions/sample",
            Environment: {
              Variables: {
                NODE_ENV: "production",
                TABLE: { Ref: "NotesTable" },
                DAY: "2012-10-17",
              },
            },
          },
        },
        GuardFunction: {
          Properties: { Environment: { Variables: { ISSUER: { Ref: "TokenIssuer" } } } },
        },
        SampleFunctionMethodPermission: {
          Properties: {
            SourceArn: { "Fn::Sub": expect.stringContaining(`${ref("SampleApi")}/*/*/*`) },
          },
        },
        GuardFunctionAuthorizerPermission: {
          Properties: {
            SourceArn: { "Fn::Sub": expect.stringContaining(`${ref("SampleApi")}/authorizers/*`) },
          },
        },
        NotesTable: {
          DeletionPolicy: "Retain",
          Properties: {
            BillingMode: "PAY_PER_REQUEST",
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          },
        },
      },
    });
  });

  it("gives a function nothing but its own logs and the items of its tables", async () => {
    const files = await emit(templateEmitter, inputOf());
    const { Resources } = parse(files["template.yaml"] ?? "");
    const statements = (id: string) =>
      Resources[id].Properties.Policies[0].PolicyDocument.Statement.map(
        (statement: JsonObject) => statement.Resource,
      );
    expect(statements("SampleFunctionRole")).toEqual([
      { "Fn::GetAtt": ["SampleFunctionLogs", "Arn"] },
      [{ "Fn::GetAtt": ["NotesTable", "Arn"] }, { "Fn::Sub": `${ref("NotesTable.Arn")}/index/*` }],
    ]);
    expect(statements("GuardFunctionRole")).toEqual([
      { "Fn::GetAtt": ["GuardFunctionLogs", "Arn"] },
    ]);
    expect(files["template.yaml"]).not.toMatch(/dynamodb:(Scan|\*)/);
  });

  it("finds bundles from the folder that it stands in", async () => {
    const files = await emit(templateEmitter, inputOf(), "../..");
    expect(files["template.yaml"]).toContain("CodeUri: ../../dist/functions/sample");
  });

  it("does not let a schema speak to CloudFormation", async () => {
    const properties = { Ref: { type: "string" }, "Fn::ImportValue": { type: "string" } };
    const body = { type: "object", properties, additionalProperties: false };
    const files = await emit(templateEmitter, inputOf(body));
    const { Resources } = parse(files["template.yaml"] ?? "");
    const { schemas } = Resources.SampleApi.Properties.DefinitionBody.components;
    expect(schemas).toEqual({ PostBody: { type: "object" } });
  });

  it("leaves a definition that is too large for it in its own file", async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 12_000 }, (_, index) => [
        `${"p".repeat(60)}${index}`,
        { type: "string" },
      ]),
    );
    const files = await emit(templateEmitter, inputOf({ type: "object", properties }));
    const { Resources } = parse(files["template.yaml"] ?? "");
    expect(Resources.SampleApi.Properties.DefinitionUri).toBe("./rest-api.json");
    expect(Resources.SampleFunction.Properties.FunctionName).toBe("sample");
    expect(Resources.SampleApi.Properties).not.toHaveProperty("DefinitionBody");
  });

  it("makes API keys work where methods ask for them", async () => {
    const operation = sampleOperation("get", { security: required(["apiKey"]) });
    const contract = { ...sampleContract([operation]), securitySchemes: SCHEMES };
    const { settings } = resolveSettings(contract);
    const [file] = await templateEmitter.emit(contract, { ...sampleInput, settings });
    const { Resources } = parse(file?.text ?? "");
    expect(Object.keys(Resources)).toEqual([
      "SampleApi",
      "SampleFunctionLogs",
      "SampleFunctionRole",
      "SampleFunction",
      "SampleFunctionMethodPermission",
      "SampleApiKey",
      "SampleApiUsagePlan",
      "SampleApiUsagePlanKey",
    ]);
  });

  it("makes API keys work beside an authorizer", async () => {
    const operation = sampleOperation("get", { security: required(["bearer", "apiKey"]) });
    const contract = { ...sampleContract([operation]), securitySchemes: SCHEMES };
    const { settings } = resolveSettings(contract);
    const [file] = await templateEmitter.emit(contract, { ...sampleInput, settings });
    const { Resources } = parse(file?.text ?? "");
    expect(Object.keys(Resources)).toContain("SampleApiUsagePlanKey");
  });
});

describe("terraform/", () => {
  it("holds JSON that says the same", async () => {
    const files = await emit(terraformEmitter, inputOf());
    expect(Object.keys(files)).toEqual([
      "terraform/main.tf.json",
      "terraform/variables.tf.json",
      "terraform/api.tf.json",
      "terraform/functions.tf.json",
      "terraform/tables.tf.json",
      "terraform/outputs.tf.json",
    ]);
    expect(JSON.parse(files["terraform/tables.tf.json"] ?? "")).toEqual({
      resource: {
        aws_dynamodb_table: {
          notes_table: {
            name: `${ref("var.name_prefix")}notes`,
            billing_mode: "PAY_PER_REQUEST",
            hash_key: "pk",
            attribute: [{ name: "pk", type: "S" }],
            global_secondary_index: [{ name: "by-day", hash_key: "day", projection_type: "ALL" }],
            point_in_time_recovery: { enabled: true },
            lifecycle: { prevent_destroy: true },
          },
        },
      },
    });
    expect(JSON.parse(files["terraform/api.tf.json"] ?? "")).toMatchObject({
      resource: {
        aws_api_gateway_rest_api: {
          api: { fail_on_warnings: true, put_rest_api_mode: "overwrite" },
        },
        aws_lambda_permission: {
          sample_function_methods: {
            source_arn: `${ref("aws_api_gateway_rest_api.api.execution_arn")}/*/*/*`,
          },
          guard_function_authorizers: {
            source_arn: `${ref("aws_api_gateway_rest_api.api.execution_arn")}/authorizers/*`,
          },
        },
      },
    });
    expect(JSON.parse(files["terraform/variables.tf.json"] ?? "")).toHaveProperty([
      "variable",
      "token_issuer",
    ]);
  });

  it("does not let a document speak to Terraform", async () => {
    const files = await emit(terraformEmitter, inputOf());
    expect(files["terraform/api.tf.json"]).toContain(`costs $${ref("price")} %%{if}`);
  });

  it("finds bundles from its own folder", async () => {
    const bundle = async (rootFromOutput: string) => {
      const files = await emit(terraformEmitter, inputOf(), rootFromOutput);
      const { data } = JSON.parse(files["terraform/functions.tf.json"] ?? "");
      return data.archive_file.sample_function.source_dir;
    };
    expect(await bundle(".")).toBe(`${ref("path.module")}/../dist/functions/sample`);
    expect(await bundle("../..")).toBe(`${ref("path.module")}/../../../dist/functions/sample`);
  });
});

describe("resources.json", () => {
  it("gives names their own logical ids", async () => {
    const contract = inputOf();
    const { settings } = resolveSettings(contract, {
      functions: { "a-b": { entry: "a.ts" }, a_b: { entry: "b.ts", operations: ["post"] } },
    });
    const [file] = await resourcesEmitter.emit(contract, { ...sampleInput, settings });
    const { functions } = JSON.parse(file?.text ?? "");
    expect(functions.map(({ logicalId }: JsonObject) => logicalId)).toEqual([
      "ABFunction",
      "AB2Function",
      "SampleAuthorizerFunction",
    ]);
  });
});

describe("rest-api.json", () => {
  it("ends with a line end and is indented while that fits an import", async () => {
    const files = await emit(restApiEmitter, inputOf());
    expect(files["rest-api.json"]).toMatch(/^\{\n {2}"openapi": "3\.0\.1",\n.*\}\n$/s);
  });
});
