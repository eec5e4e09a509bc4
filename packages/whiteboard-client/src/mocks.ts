// The generated module lists every name; this file only gives it the package's address.
export * from "./generated/mocks.js";
