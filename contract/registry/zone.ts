import { z } from "zod";
import { LocalText } from "../values/text.ts";
import { Counterpart } from "./place.ts";
import { unnamed } from "./side-words.ts";

// The list of all zones names each once, and not by every name that is in use.
function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const TimeZone = z.string().refine(isTimeZone, "must be the IANA name of a time zone, Area/City");

const sideNames = {
  country: LocalText,
  adjective: LocalText.describe("What its trucks and plates are, as it stands before them in English"),
  party: LocalText.describe("Its authorities, as they are named in the middle of a sentence"),
  time: LocalText.describe("What its civil time is called after"),
};

/** How this side of the border is called. */
export const HereSide = z.strictObject(sideNames).meta({ id: "HereSide" });
/** How the other side is called, and its civil time. */
export const AcrossSide = z
  .strictObject({
    ...sideNames,
    timeZone: TimeZone.nullable().describe("null: its clock is the same or not known, and one is shown"),
  })
  .meta({ id: "AcrossSide" });

// A row from before the sides had names has the general ones until its pack is loaded.
const sides = {
  here: HereSide.default(unnamed.here).describe("This side of the border, as sentences name it"),
  across: AcrossSide.default(unnamed.across).describe("The other side, as sentences name it"),
};

/** What the zone itself is. Its key names its tables; key and civil time are fixed when the zone is made. */
export const zoneFields = {
  name: LocalText,
  timeZone: TimeZone.describe("IANA name of the zone's civil time, one without summer time"),
  province: LocalText.describe("On this side of the border"),
  counterpart: Counterpart.describe("The province on the other side"),
  ...sides,
};

/** Both sides of the border, for whoever must name them or write their times. */
export const BorderSides = z
  .strictObject({ timeZone: zoneFields.timeZone, here: HereSide, across: AcrossSide })
  .meta({ id: "BorderSides" });
export type BorderSides = z.infer<typeof BorderSides>;
