import { z } from "zod";
import { Download } from "../values/download.ts";
import { Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { identifierText, Language } from "../values/text.ts";
import { CivilDate } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";
import { Direction, TripState } from "./trip.ts";

/** What narrows a list of trips, on the screen and in a file. */
export const tripFilter = {
  search: identifierText(64).optional().describe("Plate, declaration code or container number, or a part"),
  state: TripState.optional(),
  route: Key.optional(),
  direction: Direction.optional(),
  day: CivilDate.optional().describe("Changed on this day"),
  alert: z
    .string()
    .max(200)
    .optional()
    .describe("Id of an alert: the trips that it is about as it stands now"),
} as const;

const TripFilter = z.strictObject(tripFilter);
export type TripFilter = z.infer<typeof TripFilter>;

/** Trips that one file holds at most: it is made whole in memory, some 4 MB. The verb `export` knows no limit. */
export const mostExported = 10_000;

const procedure = procedureOf(gateRefusals);

export const exportRoutes = {
  exportTrips: procedure
    .route({
      method: "GET",
      path: "/exports/trips",
      summary: `The list of trips as a CSV file, at most ${mostExported} of them; audited`,
      tags: ["gate"],
    })
    .input(TripFilter.extend({ language: Language.optional() }))
    .output(Download),
};
