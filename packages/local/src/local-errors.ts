/** What `gatewright explain` prints of one code. */
export interface LocalErrorEntry {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}

/** Catalogue of everything that keeps the local gateway from starting, keyed by code. */
export const localErrors: Readonly<Record<string, LocalErrorEntry>> = {
  GW6001: {
    title: "The definition is not what API Gateway imports",
    cause:
      "A field of rest-api.json is missing, or has another type or value than an import of a REST API takes.",
    fix: "Generate the definition again. If it was written by hand, correct the place that the pointer names.",
  },
  GW6002: {
    title: "The local gateway does not support this",
    cause:
      "The definition uses a construct of API Gateway that the local gateway does not carry out. Leaving it out silently would make this machine behave differently from AWS.",
    fix: "Take the construct out of the definition that runs here, or test it on AWS. docs/differences.md lists what is supported.",
  },
  GW6003: {
    title: "A function of the definition is not there",
    cause:
      "An integration or an authorizer calls a function that was not given to the local gateway under the name in its ARN.",
    fix: "Add the function to gatewright.config.ts under that name, or correct the ARN.",
  },
  GW6004: {
    title: "A name in the definition leads nowhere",
    cause:
      "The definition names a security scheme, a request validator or a model that it does not hold. API Gateway would leave the method open or refuse the import.",
    fix: "Define it, or correct the name.",
  },
  GW6010: {
    title: "The port is taken",
    cause: "Another process listens on the port that was asked for.",
    fix: "Stop the other process, or choose another port.",
  },
  GW6020: {
    title: "Another process uses the database directory",
    cause:
      "The embedded database lets one process at a time open its directory, and another one has it open.",
    fix: "Stop the other process, or choose another data directory.",
  },
  GW6021: {
    title: "A table exists with another key",
    cause:
      "The data directory holds a table of this name whose key or index differs from resources.json. DynamoDB cannot change the key of a table.",
    fix: "Rename the table, or delete the data directory if its content is not needed.",
  },
  GW6022: {
    title: "The embedded database did not start",
    cause: "The database ended or did not answer while it was starting.",
    fix: "Read the message; choose the other engine, or give the endpoint of another DynamoDB.",
  },
  GW6023: {
    title: "A table cannot be created from its properties",
    cause:
      "resources.json describes a table with properties that are not those of AWS::DynamoDB::Table.",
    fix: "Correct the table's properties in gatewright.config.ts.",
  },
  GW6030: {
    title: "A function's environment is incomplete",
    cause:
      "A variable of a function is given at deployment, and there is no value for this machine.",
    fix: "Set the variable in the environment, or give it a `local` value in gatewright.config.ts.",
  },
  GW6031: {
    title: "Two functions want different values of one variable",
    cause:
      "On this machine all functions run in one process, which has one environment. On AWS each function has its own.",
    fix: "Give the variables different names.",
  },
  GW6040: {
    title: "The signing key cannot be used",
    cause: "The file with the key that signs local tokens cannot be read, or is not a key.",
    fix: "Delete the file; the next start makes a new key. Tokens made with the old one stop working.",
  },
};
