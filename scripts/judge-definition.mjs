// Shows generated API Gateway output to the judges that are on this machine: `aws` against a moto server, cfn-lint,
// the SAM translator and terraform. What is not there is skipped and named. Usage: node scripts/judge-definition.mjs DIR
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";

const directory = process.argv[2];
if (directory === undefined || !existsSync(directory)) {
  process.stderr.write(
    "usage: node scripts/judge-definition.mjs DIR, a folder with generated output\n",
  );
  process.exit(2);
}

// Never this machine's account: the credentials are made up and the endpoint is on loopback.
const environment = {
  ...process.env,
  AWS_ACCESS_KEY_ID: "judge",
  AWS_SECRET_ACCESS_KEY: "judge",
  AWS_DEFAULT_REGION: "eu-central-1",
  AWS_CONFIG_FILE: path.join(tmpdir(), "no-aws-config"),
  AWS_SHARED_CREDENTIALS_FILE: path.join(tmpdir(), "no-aws-credentials"),
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_PAGER: "",
  CHECKPOINT_DISABLE: "1",
  TF_CLI_CONFIG_FILE: path.join(tmpdir(), "no-terraform-config"),
};
delete environment.AWS_PROFILE;
delete environment.AWS_SESSION_TOKEN;

const work = mkdtempSync(path.join(tmpdir(), "judge-"));
const outcomes = { passed: 0, failed: 0 };

function pass(judge, what) {
  outcomes.passed++;
  process.stdout.write(`passed   ${judge}: ${what}\n`);
}

function fail(judge, what, why) {
  outcomes.failed++;
  process.stdout.write(
    `FAILED   ${judge}: ${what}\n${String(why).trim().replace(/^/gm, "           ")}\n`,
  );
}

function skip(judge, why) {
  process.stdout.write(`skipped  ${judge}: ${why}\n`);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, {
    env: environment,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
}

function isThere(command, args) {
  const { status, error } = run(command, args);
  return error === undefined && status === 0;
}

/** What templates replace: `${name}`. */
function placeholder(name) {
  return `\${${name}}`;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * moto reads httpMethod and uri of every integration; API Gateway needs neither for MOCK. It wants a greedy variable
 * declared with its `+`, which API Gateway leaves out.
 */
function copyForMoto(definition) {
  const copy = structuredClone(definition);
  copy.info.description ??= copy.info.title;
  for (const [template, methods] of Object.entries(copy.paths)) {
    for (const parameter of Object.values(methods).flatMap((method) => method.parameters ?? [])) {
      if (parameter.in === "path" && template.includes(`{${parameter.name}+}`)) {
        parameter.name += "+";
      }
    }
  }
  for (const methods of Object.values(copy.paths)) {
    for (const method of Object.values(methods)) {
      const integration = method["x-amazon-apigateway-integration"];
      if (integration?.type?.toLowerCase() === "mock") {
        integration.httpMethod ??= "POST";
        integration.uri ??= "";
      }
    }
  }
  return copy;
}

async function judgeWithMoto() {
  const restApi = path.join(directory, "rest-api.json");
  const httpApi = path.join(directory, "http-api.json");
  if (!existsSync(restApi) && !existsSync(httpApi)) {
    return skip("aws + moto", "no rest-api.json and no http-api.json");
  }
  if (!isThere("aws", ["--version"]) || !isThere("moto_server", ["--help"])) {
    return skip("aws + moto", "aws or moto_server is not installed");
  }
  const port = await freePort();
  const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
    env: environment,
    stdio: "ignore",
  });
  try {
    await answers(`http://127.0.0.1:${port}/moto-api/`);
    const endpoint = `http://127.0.0.1:${port}`;
    if (existsSync(restApi)) {
      importRestApi(restApi, endpoint);
    }
    if (existsSync(httpApi)) {
      importHttpApi(httpApi, endpoint);
    }
  } finally {
    server.kill();
  }
}

async function answers(url) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`moto_server did not answer at ${url}`);
}

function importRestApi(file, endpoint) {
  const judge = "aws apigateway import-rest-api";
  const definition = JSON.parse(readFileSync(file, "utf8"));
  const copy = path.join(work, "rest-api.json");
  writeFileSync(copy, JSON.stringify(copyForMoto(definition)));
  const args = ["apigateway", "import-rest-api", "--fail-on-warnings", "--body", `fileb://${copy}`];
  const made = run("aws", [...args, "--endpoint-url", endpoint]);
  if (made.status !== 0) {
    return fail(judge, path.basename(file), made.stderr);
  }
  const { id } = JSON.parse(made.stdout);
  const listed = run("aws", [
    ...["apigateway", "get-resources", "--rest-api-id", id, "--embed", "methods"],
    ...["--limit", "500", "--endpoint-url", endpoint],
  ]);
  if (listed.status !== 0) {
    return fail(judge, "get-resources", listed.stderr);
  }
  const imported = JSON.parse(listed.stdout).items.flatMap((resource) =>
    Object.keys(resource.resourceMethods ?? {}).map((method) => `${method} ${resource.path}`),
  );
  const wanted = methodsOf(definition);
  const missing = wanted.filter((method) => !imported.includes(method));
  if (missing.length > 0) {
    return fail(judge, "methods that are not there", missing.join("\n"));
  }
  pass(judge, `${wanted.length} methods`);
}

/** moto knows reimport-api and not import-api, and does not follow references to integrations. */
function importHttpApi(file, endpoint) {
  const judge = "aws apigatewayv2 reimport-api";
  const definition = JSON.parse(readFileSync(file, "utf8"));
  const integrations = definition.components["x-amazon-apigateway-integrations"];
  for (const method of Object.values(definition.paths).flatMap(Object.values)) {
    const reference = method["x-amazon-apigateway-integration"].$ref;
    if (reference !== undefined) {
      method["x-amazon-apigateway-integration"] = integrations[reference.split("/").at(-1)];
    }
  }
  const copy = path.join(work, "http-api.json");
  writeFileSync(copy, JSON.stringify(definition));
  const call = (...args) => run("aws", ["apigatewayv2", ...args, "--endpoint-url", endpoint]);
  const made = call("create-api", "--name", "judge", "--protocol-type", "HTTP");
  if (made.status !== 0) {
    return fail(judge, "create-api", made.stderr);
  }
  const { ApiId: id } = JSON.parse(made.stdout);
  const imported = call(
    "reimport-api",
    "--api-id",
    id,
    "--fail-on-warnings",
    "--body",
    `file://${copy}`,
  );
  if (imported.status !== 0) {
    return fail(judge, path.basename(file), imported.stderr);
  }
  const listed = call("get-routes", "--api-id", id);
  const routes =
    listed.status === 0 ? JSON.parse(listed.stdout).Items.map(({ RouteKey }) => RouteKey) : [];
  const missing = methodsOf(definition).filter((route) => !routes.includes(route));
  if (missing.length > 0) {
    return fail(judge, "routes that are not there", missing.join("\n"));
  }
  pass(judge, `${routes.length} routes`);
}

/** `GET /messages` for each method of a definition. */
function methodsOf({ paths }) {
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${template}`),
  );
}

function judgeWithCfnLint() {
  const template = path.join(directory, "template.yaml");
  if (!existsSync(template)) {
    return skip("cfn-lint", "no template.yaml");
  }
  if (!isThere("cfn-lint", ["--version"])) {
    return skip("cfn-lint", "not installed");
  }
  const { status, stdout, stderr } = run("cfn-lint", ["--format", "parseable", "--", template]);
  if (status === 0) {
    pass("cfn-lint", "template.yaml");
  } else {
    fail("cfn-lint", "template.yaml", stdout + stderr);
  }
}

/** Reads the template, points code at a bucket as `sam package` does, and prints what CloudFormation would get. */
const TRANSLATE = `
import json, sys, yaml
from samtranslator.translator.transform import transform
template = yaml.safe_load(open(sys.argv[1]))
for resource in template["Resources"].values():
    properties = resource.get("Properties", {})
    for name in ("CodeUri", "DefinitionUri"):
        if name in properties:
            properties[name] = "s3://bucket/key"
class Policies:
    def load(self):
        return {}
print(json.dumps(transform(template, {}, Policies())))
`;

function judgeWithSam() {
  const judge = "SAM translator";
  const template = path.join(directory, "template.yaml");
  if (!existsSync(template)) {
    return skip(judge, "no template.yaml");
  }
  if (!isThere("python3", ["-c", "import samtranslator, yaml"])) {
    return skip(judge, "not installed");
  }
  const { status, stdout, stderr } = run("python3", ["-c", TRANSLATE, template]);
  if (status !== 0) {
    return fail(judge, "template.yaml", stderr);
  }
  const { Resources: resources } = JSON.parse(stdout);
  const types = Object.values(resources).map(({ Type }) => Type);
  const expected = [
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGateway::Stage",
  ];
  const missing = expected.filter((type) => !types.includes(type));
  if (missing.length > 0) {
    return fail(judge, "resources that are not there", missing.join("\n"));
  }
  pass(judge, `${types.length} resources`);
}

/**
 * Evaluates the definition in the Terraform module, providers left out, and compares it with rest-api.json: what
 * Terraform would take for an expression in a document's text would show.
 */
function judgeWithTerraform() {
  const judge = "terraform";
  const folder = path.join(directory, "terraform");
  const restApi = path.join(directory, "rest-api.json");
  if (!existsSync(folder) || !existsSync(restApi)) {
    return skip(judge, "no terraform/ beside a rest-api.json");
  }
  if (!isThere("terraform", ["version"])) {
    return skip(judge, "not installed");
  }
  const account = { partition: "aws", region: "eu-central-1", id: "123456789012" };
  const names = Object.entries(read("functions").resource.aws_lambda_function).map(
    ([local, { function_name: name }]) => [local, name.replace(placeholder("var.name_prefix"), "")],
  );
  let source = JSON.stringify({ locals: read("api").locals })
    .replaceAll(placeholder("data.aws_partition.current.partition"), account.partition)
    .replaceAll(placeholder("data.aws_region.current.id"), account.region);
  for (const [local, name] of names) {
    const arn = `arn:${account.partition}:lambda:${account.region}:${account.id}:function:${name}`;
    source = source.replaceAll(placeholder(`aws_lambda_function.${local}.arn`), arn);
  }
  const module = mkdtempSync(path.join(work, "module-"));
  writeFileSync(path.join(module, "main.tf.json"), source);
  const { status, stdout, stderr } = run("terraform", [`-chdir=${module}`, "console"], {
    input: "base64encode(jsonencode(local.definition))\n",
  });
  if (status !== 0) {
    return fail(judge, "terraform/api.tf.json", stderr);
  }
  const evaluated = JSON.parse(Buffer.from(stdout.trim().replaceAll('"', ""), "base64").toString());
  const wanted = JSON.parse(readFileSync(restApi, "utf8"), (key, value) =>
    key === "uri" || key === "authorizerUri"
      ? value
          .replaceAll(placeholder("AWS::Partition"), account.partition)
          .replaceAll(placeholder("AWS::Region"), account.region)
          .replaceAll(placeholder("AWS::AccountId"), account.id)
      : value,
  );
  if (!isDeepStrictEqual(evaluated, wanted)) {
    return fail(judge, "terraform/api.tf.json", "evaluates to something else than rest-api.json");
  }
  pass(judge, "the module's definition is rest-api.json");

  function read(name) {
    return JSON.parse(readFileSync(path.join(folder, `${name}.tf.json`), "utf8"));
  }
}

try {
  await judgeWithMoto();
  judgeWithCfnLint();
  judgeWithSam();
  judgeWithTerraform();
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(`${outcomes.passed} passed, ${outcomes.failed} failed\n`);
process.exitCode = outcomes.failed > 0 ? 1 : 0;
