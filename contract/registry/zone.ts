import { z } from "zod";
import { LocalText } from "../values/text.ts";
import { Counterpart } from "./place.ts";

// The list of all zones names each once, and not by every name that is in use.
function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What the zone itself is. Its key names its tables; key and civil time are fixed when the zone is made. */
export const zoneFields = {
  name: LocalText,
  timeZone: z
    .string()
    .refine(isTimeZone, "must be a time zone such as Asia/Ho_Chi_Minh")
    .describe("IANA name of the zone's civil time"),
  province: LocalText.describe("On this side of the border"),
  counterpart: Counterpart.describe("The province on the other side"),
};
