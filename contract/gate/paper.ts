import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { PaperAct } from "./paper-act.ts";
import { PaperMode } from "./paper-mode.ts";
import { gateRefusals } from "./refusals.ts";
import { TripView } from "./trip.ts";
import { Plate } from "./vehicle.ts";

/** A stretch of paper mode, its end, and numbers of slips. Subject: the stretch, or the reservation. */
export const paperEvents = {
  "gate.paper_declared": z.strictObject({
    route: Key,
    from: Instant,
    to: Instant.nullable(),
    reason: z.string(),
  }),
  "gate.paper_ended": z.strictObject({ route: Key, to: Instant }),
  "gate.paper_slip_voided": z.strictObject({ route: Key, slip: z.number().int(), reason: z.string() }),
  "gate.slips_reserved": z.strictObject({ route: Key, first: z.number().int(), last: z.number().int() }),
} as const;

export const SlipRange = z
  .strictObject({
    route: Key,
    first: z.number().int(),
    last: z.number().int(),
    used: z.number().int().describe("Slips of the range that a truck has gone with"),
    voided: z.array(z.number().int()).describe("Numbers that hold no longer"),
    reservedAt: Instant,
    organisation: Key.nullable(),
  })
  .meta({ id: "SlipRange" });
export type SlipRange = z.infer<typeof SlipRange>;

export const PaperEntry = z
  .strictObject({
    paper: Id,
    slip: z.number().int(),
    trip: Id,
    plate: Plate,
    act: z.string(),
    occurredAt: Instant,
    recordedAt: Instant,
    writer: z.string().nullable(),
    enteredBy: z.string().nullable(),
    simulated: z.boolean(),
  })
  .meta({ id: "PaperEntry" });
export type PaperEntry = z.infer<typeof PaperEntry>;

export const PaperView = z
  .strictObject({
    modes: z
      .array(PaperMode.extend({ may: z.array(May) }))
      .describe("Of the last seven days, the latest first"),
    slips: z.array(SlipRange).describe("The latest first"),
    entries: z.array(PaperEntry).describe("The last hundred, the latest first"),
    writers: z.array(z.strictObject({ id: Id, name: z.string() })).describe("Colleagues of the reader"),
    may: z.array(May),
  })
  .meta({ id: "PaperView" });
export type PaperView = z.infer<typeof PaperView>;

// As far as the database counts in four bytes.
const lastSlip = 2 ** 31 - 1;

const procedure = procedureOf(gateRefusals);
const at = (method: "GET" | "POST", path: `/${string}`, summary: string) =>
  procedure.route({ method, path, summary, tags: ["gate"] });

export const paperRoutes = {
  readPaper: at("GET", "/paper", "Stretches of paper mode, reserved slips and what was entered from them")
    .input(z.strictObject({}))
    .output(PaperView),
  declarePaper: at("POST", "/paper", "A route works on paper from a moment on, said then or afterwards")
    .input(
      z.strictObject({
        command: CommandId,
        route: Key,
        from: Instant,
        to: Instant.optional().describe("Absent: it goes on until it is ended"),
        reason: freeText(300).describe("Public, kept for ever: no names"),
      }),
    )
    .output(z.strictObject({ paper: Id })),
  endPaper: at("POST", "/paper/{paper}/end", "The route works without paper again")
    .input(z.strictObject({ command: CommandId, paper: Id, to: Instant }))
    .output(z.strictObject({ paper: Id })),
  reserveSlips: at("POST", "/paper/slips", "Numbers of blank slips, given once and never again")
    .input(z.strictObject({ command: CommandId, route: Key, count: z.number().int().min(1).max(200) }))
    .output(z.strictObject({ first: z.number().int(), last: z.number().int() })),
  voidPaperSlip: at(
    "POST",
    "/paper/slips/{slip}/void",
    "Nothing more is entered from a slip that was spoilt or lost",
  )
    .input(
      z.strictObject({
        command: CommandId,
        slip: z.coerce.number().int().min(1).max(lastSlip),
        reason: freeText(300).describe("Kept for ever: no names"),
      }),
    )
    .output(z.strictObject({ slip: z.number().int() })),
  enterPaper: at("POST", "/paper/{paper}/entries", "Enter one act from a slip")
    .input(
      z.strictObject({
        command: CommandId,
        paper: Id,
        slip: z.number().int().min(1).max(lastSlip),
        truck: identifierText(32).describe("Plate of the open trip, or its declaration code"),
        act: PaperAct,
        occurredAt: Instant.describe("The time that stands on the slip"),
        writer: Id.optional().describe("The colleague who wrote it; absent: who enters it"),
      }),
    )
    .output(z.strictObject({ trip: TripView })),
};
