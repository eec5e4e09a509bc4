#!/usr/bin/env node
// Package managers link a bin at install time, before any build: this file is committed and the build is imported late.
import { existsSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
const build = new URL("../dist/main.js", import.meta.url);
if (major < 22 || (major === 22 && minor < 19)) {
  refuse(`Gatewright needs Node 22.19 or newer; this is ${process.versions.node}.`);
} else if (!existsSync(build)) {
  refuse("Gatewright has not been built yet: run npm run setup in its repository.");
} else {
  const { main } = await import(build.href);
  process.exitCode = await main(process.argv.slice(2));
}

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
