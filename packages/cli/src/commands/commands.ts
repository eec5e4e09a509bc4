import type { Command } from "../terminal/command.js";
import { explainCommand } from "./explain.js";

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [explainCommand];
