import { z } from "zod";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { gateRefusals } from "./refusals.ts";
import { TripView } from "./trip.ts";

const procedure = procedureOf(gateRefusals);

function onTrip(path: string, summary: string) {
  return procedure
    .route({
      method: "POST",
      path: `/trips/{trip}/${path}`,
      summary,
      tags: ["gate"],
      inputStructure: "compact",
    })
    .input(z.strictObject({ trip: Id, command: CommandId }))
    .output(z.strictObject({ trip: TripView }));
}

export const postponementRoutes = {
  postpone: onTrip("postponement", "The driver is not ready: his place is kept for a dated while"),
  resume: onTrip("postponement-end", "The driver is ready again"),
};
