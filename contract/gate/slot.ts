import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";
import { Direction, StreamKey, TripView } from "./trip.ts";

/** One window of a stream: how many may book it, and how many have. */
export const SlotWindow = z
  .strictObject({
    stream: StreamKey,
    from: Instant,
    to: Instant,
    capacity: z.number().int(),
    taken: z.number().int(),
  })
  .meta({ id: "SlotWindow" });
export type SlotWindow = z.infer<typeof SlotWindow>;

const procedure = procedureOf(gateRefusals);
const tag = "gate";
const onTrip = { trip: Id, command: CommandId } as const;
const changed = z.strictObject({ trip: TripView });

/** A window is named by its first instant. */
export const SlotStart = Instant.describe("First instant of a published window");

export const slotRoutes = {
  readSlots: procedure
    .route({
      method: "GET",
      path: "/queues/{route}/{direction}/slots",
      summary: "The windows that can be booked now, with their published capacity",
      tags: [tag],
    })
    .input(z.strictObject({ route: Key, direction: Direction }))
    .output(z.strictObject({ windows: z.array(SlotWindow) })),
  bookSlot: procedure
    .route({
      method: "POST",
      path: "/trips/{trip}/slot",
      summary: "Book a window, or move to another one",
      tags: [tag],
      inputStructure: "compact",
    })
    .input(z.strictObject({ ...onTrip, from: SlotStart }))
    .output(changed),
  cancelSlot: procedure
    .route({
      method: "POST",
      path: "/trips/{trip}/slot-cancellation",
      summary: "Give a booked window back",
      tags: [tag],
      inputStructure: "compact",
    })
    .input(z.strictObject(onTrip))
    .output(changed),
};
