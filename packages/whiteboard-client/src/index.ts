// The generated barrel lists every name; this file only gives it the package's address.
export * from "./generated/client/index.js";
