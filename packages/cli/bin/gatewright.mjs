#!/usr/bin/env node
// Package managers link a bin at install time, before any build: this file is committed and the build is imported late.
import { main } from "../dist/main.js";

process.exitCode = await main(process.argv.slice(2));
