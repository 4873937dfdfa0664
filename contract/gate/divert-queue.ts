import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";
import { Direction, StreamKey } from "./trip.ts";
import { Plate } from "./vehicle.ts";

/** Trucks diverted by one command. */
export const mostDiverted = 500;

/** A truck that stays where it is, and why: a key of the messages with the values of its sentence. */
const Left = z.strictObject({
  trip: Id,
  plate: Plate,
  reason: z.string(),
  params: z.record(z.string(), z.string()),
});

/** Whom a diversion of a queue would send where. */
export const DiversionPreview = z
  .strictObject({
    to: Key,
    trips: z.array(Id).max(mostDiverted).describe("In the order of the queue; the command names them again"),
    perStream: z.array(z.strictObject({ stream: StreamKey, count: z.number().int() })),
    left: z.array(Left),
    waitingThere: z.number().int().describe("Trucks that stand in the queue of the other route now"),
    arriveBy: Instant.describe("By when they have to arrive there; their places here are given up"),
    order: Id.nullable().describe("The steering order in force that says so"),
  })
  .meta({ id: "DiversionPreview" });
export type DiversionPreview = z.infer<typeof DiversionPreview>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const queue = { route: Key, direction: Direction };

export const divertQueueRoutes = {
  previewDiversion: procedure
    .route({
      method: "GET",
      path: "/queues/{route}/{direction}/diversion",
      summary: "Whom a diversion of waiting trucks would send to another route; changes nothing",
      tags,
    })
    .input(z.strictObject({ ...queue, to: Key, stream: Key.optional().describe("Absent: all streams") }))
    .output(DiversionPreview),
  divertQueue: procedure
    .route({
      method: "POST",
      path: "/queues/{route}/{direction}/diversions",
      summary: "Send waiting trucks to another route, all that still wait here; the others are named",
      tags,
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        command: CommandId,
        ...queue,
        to: Key,
        trips: z.array(Id).min(1).max(mostDiverted),
        reason: freeText(300).describe("Kept in the log for ever: no names, papers or phones"),
        order: Id.optional().describe("The steering order that says so, where there is one"),
      }),
    )
    .output(z.strictObject({ diverted: z.array(Id), left: z.array(Left) })),
};
