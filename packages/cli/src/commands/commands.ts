import type { Command } from "../terminal/command.js";
import { bundleCommand } from "./bundle.js";
import { checkCommand } from "./check.js";
import { devCommand } from "./dev.js";
import { explainCommand } from "./explain.js";
import { generateCommand } from "./generate.js";
import { tokenCommand } from "./token.js";

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [
  checkCommand,
  generateCommand,
  devCommand,
  tokenCommand,
  bundleCommand,
  explainCommand,
];
