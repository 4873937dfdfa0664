import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { CivilDate, ClockTime, Instant } from "../values/time.ts";
import { GoodsClass } from "../values/traffic.ts";
import { gateRefusals } from "./refusals.ts";

/**
 * What the other side announced. `closure`: it takes nobody from–to (null: until it says otherwise); `hours`: on this day
 * it works in these hours alone, by the clock of this side; `intake`: on this day it takes so many; `goods`: it does not take these.
 */
export const NoticeSays = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("closure"), from: Instant, to: Instant.nullable() }),
    z.strictObject({ kind: z.literal("hours"), day: CivilDate, opens: ClockTime, closes: ClockTime }),
    z.strictObject({
      kind: z.literal("intake"),
      day: CivilDate,
      vehicles: z.number().int().min(0).max(9_999),
    }),
    z.strictObject({
      kind: z.literal("goods"),
      from: Instant,
      to: Instant.nullable(),
      goods: z.array(GoodsClass).min(1),
    }),
  ])
  .meta({ id: "NoticeSays" });
export type NoticeSays = z.infer<typeof NoticeSays>;
export type NoticeKind = NoticeSays["kind"];

export const noticeCauses = [
  "holiday",
  "congestion",
  "system",
  "inspection",
  "weather",
  "event",
  "not_stated",
] as const;
export const NoticeCause = z.enum(noticeCauses).meta({ id: "NoticeCause" });
export type NoticeCause = z.infer<typeof NoticeCause>;

export const noticeContacts = ["hotline", "phone", "letter", "message", "meeting"] as const;
export const NoticeContact = z.enum(noticeContacts).meta({ id: "NoticeContact" });
export type NoticeContact = z.infer<typeof NoticeContact>;

/** A notice as an officer records it. Kept for ever: no names or phones of people. */
export const NewNotice = z
  .strictObject({
    routes: z.array(Key).min(1).max(20),
    says: NoticeSays,
    cause: NoticeCause,
    words: freeText(300).nullable().describe("In the words of the other side; null: none were given"),
    toldBy: identifierText(100).describe("Body on the other side that told it"),
    contact: NoticeContact,
    toldAt: Instant.describe("When it was told, not later than now"),
    corrects: Id.nullable().describe("The notice that this one takes the place of"),
  })
  .meta({ id: "NewNotice" });
export type NewNotice = z.infer<typeof NewNotice>;

/** Kept for ever. A correction is a notice of its own that names the one before; a withdrawal is a record of its own. */
export const noticeEvents = {
  "gate.notice_recorded": NewNotice.extend({
    endsAt: Instant.nullable().describe("When what it says is over; null: open"),
  }),
  "gate.notice_withdrawn": z.strictObject({ reason: z.string() }),
} as const;

export type NoticeRecorded = z.infer<(typeof noticeEvents)["gate.notice_recorded"]>;

export const NoticeView = z
  .strictObject({
    id: Id,
    ...NewNotice.shape,
    recordedAt: Instant,
    state: z.enum(["stands", "past", "corrected", "withdrawn"]),
    withdrawReason: z.string().nullable(),
    simulated: z.boolean(),
  })
  .meta({ id: "NoticeView" });
export type NoticeView = z.infer<typeof NoticeView>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const path = "/notices";

export const noticeRoutes = {
  readNotices: procedure
    .route({ method: "GET", path, summary: "What the other side announced, newest first", tags })
    .input(z.strictObject({}))
    .output(z.strictObject({ notices: z.array(NoticeView), may: z.array(May) })),
  recordNotice: procedure
    .route({ method: "POST", path, summary: "Record what the other side announced", tags })
    .input(z.strictObject({ command: CommandId, notice: NewNotice }))
    .output(z.strictObject({ notice: NoticeView })),
  withdrawNotice: procedure
    .route({
      method: "POST",
      path: `${path}/{notice}/withdrawal`,
      summary: "The other side took a notice back, or it was recorded in error",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, notice: Id, reason: freeText(300) }))
    .output(z.strictObject({ notice: NoticeView })),
};
