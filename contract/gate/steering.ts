import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { Direction, GoodsClass, OrderKind } from "../values/traffic.ts";
import { gateRefusals } from "./refusals.ts";

export { OrderKind, orderKinds } from "../values/traffic.ts";

/**
 * What an order does to the trucks in its scope. `hold_in_park`: they wait in this park and are called from there;
 * `divert`: they go by another route; `stop_intake`: nobody is let in; `max_per_hour`: so many calls in any sixty minutes,
 * on each route for itself; `pre_registered`: only what was declared before the order began.
 */
export const OrderAction = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hold_in_park"), park: Key }),
    z.strictObject({ kind: z.literal("divert"), route: Key }),
    z.strictObject({ kind: z.literal("stop_intake") }),
    z.strictObject({ kind: z.literal("max_per_hour"), count: z.number().int().min(1).max(500) }),
    z.strictObject({ kind: z.literal("pre_registered") }),
  ])
  .meta({ id: "OrderAction" });
export type OrderAction = z.infer<typeof OrderAction>;

/** Whom an order touches. A truck that leaves goods or origin out is touched by orders that name some: silence is no way past. */
const scope = {
  gate: Key.nullable().describe("Given for a whole gate: every route that the gate has then"),
  routes: z.array(Key).max(20),
  direction: Direction.nullable().describe("null: both"),
  goods: z.array(GoodsClass).min(1).nullable().describe("null: all goods"),
  origins: z
    .array(identifierText(64))
    .min(1)
    .max(20)
    .nullable()
    .describe("Provinces that the goods come from, as declared; null: from everywhere"),
};

/** What everybody may read: driver, queue page, trip. */
export const PublicText = z
  .strictObject({ vi: freeText(300), en: freeText(300), zh: freeText(300) })
  .meta({ id: "PublicText" });
export type PublicText = z.infer<typeof PublicText>;

const wanted = {
  ...scope,
  action: OrderAction,
  from: Instant.nullable().describe("null: at once"),
  to: Instant.nullable().describe("End, exclusive; null: until it is lifted"),
};

/** An order as an officer asks for it. */
export const NewOrder = z
  .strictObject({
    ...wanted,
    document: identifierText(200).describe("Legal document or ground: symbol and date"),
    text: PublicText,
  })
  .meta({ id: "NewOrder" });
export type NewOrder = z.infer<typeof NewOrder>;

const given = {
  ...NewOrder.shape,
  from: Instant,
  number: z.number().int().min(1).describe("Counts within the civil year"),
  year: z.number().int(),
  issuer: Key.describe("Organisation whose competence it rests on"),
};

/** Kept for ever. Lifting is a record of its own; the order stays as it was given. */
export const steeringEvents = {
  "gate.order_given": z.strictObject(given),
  "gate.order_lifted": z.strictObject({ reason: z.string() }),
} as const;
export type OrderGiven = z.infer<(typeof steeringEvents)["gate.order_given"]>;

export const OrderState = z.enum(["in_force", "planned", "over", "lifted"]).meta({ id: "OrderState" });
export type OrderState = z.infer<typeof OrderState>;

/** An order as everybody may read it. */
export const OrderView = z
  .strictObject({
    id: Id,
    ...given,
    givenAt: Instant,
    liftedAt: Instant.nullable(),
    liftReason: z.string().nullable(),
    state: OrderState,
    simulated: z.boolean(),
  })
  .meta({ id: "OrderView" });
export type OrderView = z.infer<typeof OrderView>;

/** An order beside the others that touch the same trucks; `overruledBy`: numbers of those that are stricter. */
export const StandingOrder = OrderView.extend({
  binds: z.boolean(),
  overruledBy: z.array(z.number().int()),
}).meta({ id: "StandingOrder" });
export type StandingOrder = z.infer<typeof StandingOrder>;

/** One queue that an order would touch. Waiting: arrived and not called; announced: declared and not arrived. */
export const OrderEffect = z
  .strictObject({
    route: Key,
    direction: Direction,
    waiting: z.number().int(),
    announced: z.number().int(),
    binds: z.boolean().describe("Whether the new order would be felt there"),
    stricter: z.array(z.number().int()).describe("Orders that bind instead of it"),
    overruled: z.array(z.number().int()).describe("Orders that it would bind instead of"),
    inVain: z
      .array(z.number().int())
      .describe("Orders with which trucks would be diverted to and fro, or to a route where none is taken"),
  })
  .meta({ id: "OrderEffect" });
export type OrderEffect = z.infer<typeof OrderEffect>;

export const SteeringView = z
  .strictObject({
    now: Instant,
    inForce: z.array(StandingOrder.extend({ may: z.array(May) })),
    planned: z.array(OrderView.extend({ may: z.array(May) })),
    past: z.array(OrderView).describe("The last fifty, newest first"),
    competent: z.array(OrderKind).describe("Kinds that the reader's organisation may give today"),
    may: z.array(May),
  })
  .meta({ id: "SteeringView" });
export type SteeringView = z.infer<typeof SteeringView>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];

export const steeringRoutes = {
  readSteering: procedure
    .route({ method: "GET", path: "/steering", summary: "Orders in force, planned and past", tags })
    .input(z.strictObject({}))
    .output(SteeringView),
  previewOrder: procedure
    .route({
      method: "POST",
      path: "/steering/preview",
      summary: "Whom an order would touch and what would bind; changes nothing",
      tags,
    })
    .input(z.strictObject(wanted))
    .output(z.strictObject({ effects: z.array(OrderEffect) })),
  giveOrder: procedure
    .route({ method: "POST", path: "/steering/orders", summary: "Give a steering order", tags })
    .input(z.strictObject({ command: CommandId, order: NewOrder }))
    .output(z.strictObject({ order: OrderView })),
  liftOrder: procedure
    .route({
      method: "POST",
      path: "/steering/orders/{order}/lifting",
      summary: "Lift an order before its end",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, order: Id, reason: freeText(300) }))
    .output(z.strictObject({ order: OrderView })),
};
