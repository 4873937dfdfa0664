import { z } from "zod";
import { CommandId, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { Direction } from "../values/traffic.ts";
import { MayCall } from "./queue.ts";
import { gateRefusals } from "./refusals.ts";

const queue = { route: Key, direction: Direction };
/** Kept in the log for ever and shown to everybody. */
const reason = freeText(300);

/** From its switching on to its switching off a queue calls by itself, in the name of one organisation. */
export const automaticEvents = {
  "gate.automatic_started": z.strictObject({ ...queue, organisation: Key, reason: z.string() }),
  "gate.automatic_stopped": z.strictObject({ ...queue, organisation: Key, reason: z.string() }),
} as const;

/** The automatic of one queue: whether it is on, by whom and since when, and what it would do. */
export const AutomaticView = z
  .strictObject({
    ...queue,
    on: z.boolean().describe("false: people alone call"),
    switched: z
      .strictObject({
        at: Instant,
        organisation: Key,
        officer: z.string().nullable().describe("For those who see every trip"),
        reason: z.string(),
      })
      .nullable()
      .describe("The last turn of the switch; null: it was never on"),
    nextAt: Instant.nullable().describe("When it looks at the queue next, while it is on"),
    rule: z
      .strictObject({ key: Key, everyMinutes: z.number().int(), most: z.number().int() })
      .nullable()
      .describe("The dated rule of today; null: this queue may not be called automatically"),
    would: z.number().int().min(0).describe("So many a look would call as things stand"),
    why: MayCall.describe("Why a look would call nobody as things stand"),
    may: z.array(May),
  })
  .meta({ id: "AutomaticView" });
export type AutomaticView = z.infer<typeof AutomaticView>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const answer = z.strictObject({ automatic: AutomaticView });

export const automaticRoutes = {
  readAutomatic: procedure
    .route({
      method: "GET",
      path: "/queues/{route}/{direction}/automatic",
      summary: "Whether a queue calls by itself, what it would do next and why not",
      tags,
    })
    .input(z.strictObject(queue))
    .output(answer),
  startAutomatic: procedure
    .route({
      method: "POST",
      path: "/queues/{route}/{direction}/automatic",
      summary: "Let a queue call by itself, by the same rule and within the same bounds as the dispatcher",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, ...queue, reason }))
    .output(answer),
  stopAutomatic: procedure
    .route({
      method: "POST",
      path: "/queues/{route}/{direction}/automatic/end",
      summary: "From now on people alone call",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, ...queue, reason }))
    .output(answer),
};
