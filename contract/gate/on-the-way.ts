import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { gateRefusals } from "./refusals.ts";
import { TripView } from "./trip.ts";
import { Container, ContainerNumber, Plate } from "./vehicle.ts";

const procedure = procedureOf(gateRefusals);
const reason = freeText(300).describe("Kept in the log for ever: no names, papers or phones");

function onTrip<Input extends z.ZodRawShape>(path: string, summary: string, input: Input) {
  return procedure
    .route({
      method: "POST",
      path: `/trips/{trip}/${path}`,
      summary,
      tags: ["gate"],
      inputStructure: "compact",
    })
    .input(z.strictObject({ trip: Id, command: CommandId, ...input }))
    .output(z.strictObject({ trip: TripView }));
}

/** What may change between the declaration and Km0: with whom goods change over, what is drawn, and where it crosses. */
export const onTheWayRoutes = {
  pairTransfer: onTrip("transfer-pair", "Pair the Chinese truck of the trip with a Vietnamese one", {
    partner: Plate.describe("The Vietnamese truck of the pair"),
    containers: z
      .array(ContainerNumber)
      .max(4)
      .optional()
      .describe("Boxes that change over; without it, those of the truck that brings them"),
    slot: identifierText(16).optional().describe("Where in the yard they stand"),
  }),
  swapUnit: onTrip("unit-swap", "Trailer or containers change on the way", {
    trailer: Plate.nullable().optional().describe("null: none any more; absent: as before"),
    containers: z
      .array(Container)
      .max(2)
      .refine((boxes) => new Set(boxes.map((box) => box.number)).size === boxes.length, {
        params: { code: "container_twice" },
      })
      .optional(),
    reason,
  }),
  divertTrip: onTrip("diversion", "Send the truck to another gate or route", {
    to: Key.describe("Route of the registry"),
    reason,
    order: Id.optional().describe("The steering order that says so, where there is one"),
  }),
};
