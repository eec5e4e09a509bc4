#!/usr/bin/env node
// Package managers link a bin at install time, before any build: this file is committed and the build is imported late.
import { existsSync } from "node:fs";

const build = new URL("../dist/main.js", import.meta.url);
if (existsSync(build)) {
  const { main } = await import(build.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write("Gatewright has not been built yet: run npm run setup in its repository.\n");
  process.exitCode = 2;
}
