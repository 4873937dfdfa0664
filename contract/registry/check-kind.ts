import { z } from "zod";
import { forceRoles } from "../values/actor.ts";
import { LocalText } from "../values/text.ts";
import { CustomsChannel } from "../values/traffic.ts";
import { smallCount } from "./amounts.ts";
import { DutyName } from "./organisation.ts";

/** When a force looks at a vehicle: as it comes into the country, as it leaves it, or while it stands in the gate area. */
export const CheckMoment = z.enum(["entry", "exit", "inside"]).meta({ id: "CheckMoment" });
export type CheckMoment = z.infer<typeof CheckMoment>;

/**
 * A kind of check. Who answers it: accounts and tokens of the role `force`, for an organisation that is charged with
 * `duty` at the place on that day. The legal basis is the document of the row's source.
 */
export const checkKindFields = {
  name: LocalText,
  shortName: LocalText.describe("Short form for tables, beside a shape and the full name"),
  rank: smallCount.describe("Order in which checks are listed"),
  moment: CheckMoment,
  force: z.enum(forceRoles),
  duty: DutyName.nullable().describe(
    "null, or charged to nobody by the pack: every organisation of the force",
  ),
  channels: z.array(CustomsChannel).describe("Risk results that an answer may name; empty: none"),
};
