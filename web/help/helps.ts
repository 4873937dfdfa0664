import { administrationHelp } from "./administration.ts";
import { declareHelp } from "./declare.ts";
import type { Help } from "./help.ts";
import { steerHelp } from "./steer.ts";
import { workHelp } from "./work.ts";

/** The help of every screen; a route names one of these or does not compile. */
export const helps = {
  ...workHelp,
  ...steerHelp,
  ...declareHelp,
  ...administrationHelp,
} as const satisfies Record<string, Help>;

export type HelpName = keyof typeof helps;
