import type { Command } from "../terminal/command.js";
import { checkCommand } from "./check.js";
import { explainCommand } from "./explain.js";
import { generateCommand } from "./generate.js";

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [checkCommand, generateCommand, explainCommand];
