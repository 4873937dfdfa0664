import type { NewNotice, NoticeSays } from "@moc/contract/gate/notice.ts";
import type { NewOrder, OrderAction } from "@moc/contract/gate/steering.ts";
import { civilDay } from "@moc/server/platform/time/clock.ts";
import type { NaiveGate } from "../naive-gate/gate.ts";
import type { Truck } from "../naive-gate/truck.ts";
import { actor } from "../open-world.ts";
import { orderOf, province } from "../orders.ts";
import { command, customs, dispatcher, firm, guard, park, police, route, yard } from "../trips.ts";
import { type As, draughtCheck, officerOf, otherRoutes, parkOf, reason, yardOf } from "./random-acts.ts";
import type { Desks } from "./random-drafts.ts";
import type { Draw } from "./random-draw.ts";

/** What is played over the whole gate: orders, notices, queues that call by themselves, mandates, paper, diversions. */

export type Size = {
  /** Hands at work at the same time, each on a truck of its own. */
  hands?: number;
  /** Trucks that are not at their end. */
  open?: number;
  /** Firms that declare. */
  firms?: number;
  /** Everything is compared with the naive model after so many commands. */
  every?: number;
};

export type Play = {
  as: As;
  draw: Draw;
  now: Date;
  naive: NaiveGate;
  /** Stretches of paper mode that may be open, and numbers of slips not yet used, by route. */
  papers: Map<string, { paper: string; slips: number[] }>;
  desks: Desks;
  /** Accounts whom a chief may plan. */
  officers: readonly string[];
  size: Required<Size>;
};
type Deed = (play: Play) => Promise<unknown>;

export const agent = actor("customs_agent", "agent-nhi-thanh");
const givers = { "gate-centre": dispatcher, "traffic-police": police, province } as const;
export const routes = [route, ...otherRoutes];
export const inMinutes = ({ now }: Play, minutes: number) =>
  new Date(now.getTime() + minutes * 60_000).toISOString();

function drawnAction({ draw }: Play): OrderAction {
  return draw.pick<OrderAction>([
    { kind: "stop_intake" },
    { kind: "divert", route: draw.pick(routes) },
    { kind: "pre_registered" },
    { kind: "max_per_hour", count: 1 + draw.upTo(7) },
    { kind: "max_per_hour", count: 1 + draw.upTo(7) },
    { kind: "hold_in_park", park: draw.pick([park, park, "non-tariff-area", "tan-thanh-waiting"]) },
  ]);
}

function drawnOrder(play: Play): NewOrder {
  const { draw } = play;
  const from = draw.chance(0.7) ? 0 : draw.upTo(30);
  return orderOf(drawnAction(play), {
    routes: draw.chance(0.7) ? [draw.pick(routes)] : [route, "1116-1117"],
    direction: draw.pick(["export", "export", "import", null]),
    goods: draw.chance(0.5) ? null : [draw.pick(["durian", "electronics"] as const)],
    origins: draw.chance(0.8) ? null : [draw.pick(["Đắk Lắk", "Tiền Giang"])],
    from: from === 0 ? null : inMinutes(play, from),
    to: draw.chance(0.95) ? inMinutes(play, from + 5 + draw.upTo(40)) : null,
  });
}

function drawnNotice(play: Play): NewNotice {
  const { draw } = play;
  const day = civilDay(play.now, "Asia/Ho_Chi_Minh");
  const from = draw.upTo(40);
  const stretch = { from: inMinutes(play, from), to: inMinutes(play, from + 5 + draw.upTo(30)) };
  const says = draw.pick<NoticeSays>([
    { kind: "closure", ...stretch },
    { kind: "closure", ...stretch },
    { kind: "hours", day, opens: "07:30", closes: "17:45" },
    { kind: "intake", day, vehicles: draw.upTo(300) },
    { kind: "goods", ...stretch, goods: ["durian"] },
  ]);
  const standing = [...play.naive.gate.steering.notices.keys()];
  const corrects = standing.length > 0 && draw.chance(0.3) ? draw.pick(standing) : null;
  const told = { toldBy: "Hải quan Bằng Tường", contact: "hotline", toldAt: play.now.toISOString() } as const;
  return { routes: [draw.pick(routes)], says, cause: "system", words: null, ...told, corrects };
}

const queueOf = ({ draw }: Play) => ({ route: draw.pick(routes), direction: "export" as const });

/** Changes for whom a call is made; played while nobody else acts, so that the log's order is the order of its effect. */
export const steering = {
  giveOrder: (play) => {
    const by = play.draw.pick([dispatcher, dispatcher, police, province]);
    return play.as(by).giveOrder({ ...command(), order: drawnOrder(play) });
  },
  liftOrder: async (play) => {
    const standing = [...play.naive.gate.steering.orders.values()].filter((one) => one.liftedAt === null);
    if (standing.length === 0) return;
    const endless = standing.filter((one) => one.to === null); // else the gate stands still in the end
    const order = play.draw.pick(endless.length > 0 && play.draw.chance(0.8) ? endless : standing);
    const giver = givers[order.issuer as keyof typeof givers]; // as: nobody else gives orders here
    return play
      .as(play.draw.chance(0.8) ? giver : dispatcher)
      .liftOrder({ ...command(), order: order.id, reason });
  },
  recordNotice: (play) =>
    play.as(play.draw.pick([dispatcher, guard])).recordNotice({ ...command(), notice: drawnNotice(play) }),
  withdrawNotice: async (play) => {
    const standing = [...play.naive.gate.steering.notices.keys()];
    if (standing.length === 0) return;
    return play.as(dispatcher).withdrawNotice({ ...command(), notice: play.draw.pick(standing), reason });
  },
  startAutomatic: (play) => play.as(dispatcher).startAutomatic({ ...command(), ...queueOf(play), reason }),
  stopAutomatic: (play) => play.as(dispatcher).stopAutomatic({ ...command(), ...queueOf(play), reason }),
  giveMandate: (play) => {
    const from = civilDay(play.now, "Asia/Ho_Chi_Minh");
    return play.as(firm).giveMandate({ ...command(), agent: "agent-nhi-thanh", from, to: null });
  },
  revokeMandate: async (play) => {
    const [mandate] = play.naive.gate.steering.mandates.keys();
    if (mandate === undefined) return;
    return play.as(firm).revokeMandate({ ...command(), mandate, reason });
  },
  declarePaper: async (play) => {
    const at = play.draw.pick(routes);
    const since = inMinutes(play, -play.draw.upTo(20));
    const { paper } = await play.as(guard).declarePaper({ ...command(), route: at, from: since, reason });
    const { first, last } = await play.as(yard).reserveSlips({ ...command(), route: at, count: 40 });
    const slips = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return play.papers.set(at, { paper, slips });
  },
  endPaper: async (play) => {
    const [open] = play.papers;
    if (open === undefined) return;
    const [at, { paper }] = open;
    const forgotten = play.draw.chance(0.7);
    const ended = await play.as(dispatcher).endPaper({ ...command(), paper, to: play.now.toISOString() });
    if (forgotten) play.papers.delete(at);
    return ended;
  },
} as const satisfies Record<string, Deed>;

/** Who enters which act of a slip from a state; the others cannot be entered. */
function drawnEntry(truck: Truck, draw: Draw) {
  switch (truck.state) {
    case "declared":
      if (truck.kind === "export_vn")
        return { by: draw.pick([guard, yard]), act: { kind: "arrival", place: parkOf(truck) } } as const;
      return { by: guard, act: { kind: truck.kind === "import_vn" ? "cross_out" : "cross_in" } } as const;
    case "travelling":
      return { by: draw.pick([guard, dispatcher]), act: { kind: "arrival", place: parkOf(truck) } } as const;
    case "holding":
      return { by: dispatcher, act: { kind: "call" } } as const;
    case "called":
      return { by: guard, act: { kind: "reach_gate" } } as const;
    case "at_gate":
    case "crossed_in":
      return { by: dispatcher, act: { kind: "enter_yard", yard: yardOf(truck) } } as const;
    case "in_yard": {
      const decided = draughtCheck(truck, draw);
      return { by: officerOf(decided.check), act: { kind: "check", ...decided } } as const;
    }
    case "checks_done":
      return { by: dispatcher, act: { kind: "release" } } as const;
    case "released":
      return {
        by: guard,
        act: { kind: truck.direction === "export" && !truck.isBack ? "cross_out" : "leave" },
      } as const;
    case "abroad":
      return { by: guard, act: { kind: draw.pick(["return", "cross_in"] as const) } } as const;
    case "returned":
      return { by: guard, act: { kind: "leave" } } as const;
    default:
      return { by: customs, act: { kind: "leave" } } as const;
  }
}

/** Enters one act of a truck from a slip, when its route has worked on paper; undefined: it has not. */
export function enterSlip(play: Play, truck: Truck): Promise<unknown> | undefined {
  const { draw, papers } = play;
  const open = papers.get(truck.route);
  const slip = draw.chance(0.9) ? open?.slips.pop() : open?.slips[0];
  if (open === undefined || slip === undefined) return undefined;
  const { by, act } = drawnEntry(truck, draw);
  // Now and then of the evening before, so that a bulletin that was issued has to be corrected.
  const late = Math.min(play.now.getTime(), Date.parse(truck.since) + draw.upTo(3) * 60_000);
  const occurredAt = draw.chance(0.75) ? inMinutes(play, -draw.upTo(6)) : new Date(late).toISOString();
  return play
    .as(by)
    .enterPaper({ ...command(), paper: open.paper, slip, truck: truck.code, act, occurredAt });
}

/** Some that wait are sent to another route by one command. */
export function divertSome(play: Play): Promise<unknown> | undefined {
  const { draw, naive } = play;
  const from = draw.pick(routes);
  const waiting = [...naive.gate.trucks.values()].filter(
    (one) => one.state === "holding" && one.route === from,
  );
  const trips = waiting.slice(0, 1 + draw.upTo(4)).map((one) => one.id);
  if (trips.length === 0) return undefined;
  const way = { route: from, direction: "export" as const, to: draw.pick(routes), trips, reason };
  return play.as(draw.pick([dispatcher, police])).divertQueue({ ...command(), ...way });
}
