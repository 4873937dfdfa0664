import type { NoticeView } from "@moc/contract/gate/notice.ts";
import type { OrderKind, OrderView } from "@moc/contract/gate/steering.ts";
import type { RouteDay } from "@moc/contract/registry/calendar.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { Temporal } from "temporal-polyfill";
import type { Client } from "./crew.ts";

/** A stretch of zone time in ms, half-open. `registeredBefore`: it takes only who was declared before; null: everybody. */
export type Band = { from: number; to: number; registeredBefore: number | null };
export type Closure = { from: number; to: number };

/** What anybody at the border can read: hours, what the other side announced, and the orders. */
export type Border = {
  /** Reads notices and orders anew. */
  learn(): Promise<void>;
  /** Reads the calendars of the week that begins with this day anew. */
  turnTo(day: string): Promise<void>;
  /** The first moment from this one on at which who was declared then may pass Km0, as far as is known now. */
  opens(route: string, moment: number, declaredAt?: number): number;
  /** Orders that may touch somebody on a route that way now; which bind one truck, the truck's own page says. */
  orders(route: string, direction: Direction): readonly OrderView[];
  /** Kinds of order that the dispatcher's organisation may give. */
  competent(): readonly OrderKind[];
};

const minuteMs = 60_000;
// When nothing is known to open it is asked again after this.
const askAgainMs = 60 * minuteMs;
const daysKnown = 7;

/** Keeps the border for these routes, read by the two officers who steer and speak with the other side. */
export function watchBorder(
  { dispatcher, guard }: { dispatcher: Client; guard: Client },
  { routes, timeZone, now }: { routes: readonly string[]; timeZone: string; now: () => number },
): Border {
  const calendars = new Map<string, Band[]>();
  let closures = new Map<string, Closure[]>();
  let standing: OrderView[] = [];
  let competent: OrderKind[] = [];

  return {
    async learn() {
      const { notices } = await guard.gate.readNotices({});
      const told = notices.filter((notice) => notice.state === "stands");
      closures = new Map(routes.map((route) => [route, closuresOn(told, route, timeZone)]));
      const steering = await dispatcher.gate.readSteering({});
      standing = [...steering.inForce.filter((order) => order.binds), ...steering.planned];
      ({ competent } = steering);
    },
    async turnTo(day) {
      const to = Temporal.PlainDate.from(day).add({ days: daysKnown }).toString();
      for (const route of routes) {
        const { days } = await dispatcher.registry.readRouteDays({ route, from: day, to });
        calendars.set(route, bandsOf(days, timeZone));
      }
    },
    opens: (route, moment, declaredAt = 0) =>
      firstOpen(calendars.get(route) ?? [], closures.get(route) ?? [], moment, declaredAt) ??
      moment + askAgainMs,
    orders: (route, direction) =>
      standing.filter(
        ({ routes: touched, direction: way, from, to }) =>
          touched.includes(route) &&
          (way === null || way === direction) &&
          Date.parse(from) <= now() &&
          (to === null || now() < Date.parse(to)),
      ),
    competent: () => competent,
  };
}

/** The moment of a clock time on a civil day of the zone. */
export function momentOf(day: string, clock: string, timeZone: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone });
  return start.add({ hours: hour, minutes: minute }).epochMilliseconds;
}

// Hours that nobody states are taken as those of the day.
const byDay = [{ from: "07:00", to: "18:00", mode: "open" as const }];

/** The bands of some days in a row. A run of bands for registered vehicles takes those declared before the run. */
export function bandsOf(days: readonly Pick<RouteDay, "day" | "bands">[], timeZone: string): Band[] {
  let run: number | null = null;
  return days.flatMap(({ day, bands }) =>
    (bands ?? byDay).map((band) => {
      const from = momentOf(day, band.from, timeZone);
      run = band.mode === "open" ? null : (run ?? from);
      return { from, to: momentOf(day, band.to, timeZone), registeredBefore: run };
    }),
  );
}

/** What the other side closes on a route: the time of a closure, or a day outside the hours that it announced. */
export function closuresOn(
  notices: readonly Pick<NoticeView, "routes" | "says">[],
  route: string,
  timeZone: string,
): Closure[] {
  return notices
    .filter((notice) => notice.routes.includes(route))
    .flatMap(({ says }): Closure[] => {
      if (says.kind === "closure")
        return [{ from: Date.parse(says.from), to: says.to === null ? Infinity : Date.parse(says.to) }];
      if (says.kind !== "hours") return [];
      const at = (clock: string) => momentOf(says.day, clock, timeZone);
      return [
        { from: at("00:00"), to: at(says.opens) },
        { from: at(says.closes), to: at("24:00") },
      ];
    })
    .toSorted((one, other) => one.from - other.from);
}

/**
 * The first moment from `moment` on in a band that takes the truck and outside every closure (by their beginning); null:
 * none is known. The first truck passes a minute after the barrier has opened, never in the minute before.
 */
export function firstOpen(
  bands: readonly Band[],
  closures: readonly Closure[],
  moment: number,
  declaredAt: number,
): number | null {
  for (const { from, to, registeredBefore } of bands) {
    if (registeredBefore !== null && declaredAt >= registeredBefore) continue;
    let at = Math.max(moment, from + minuteMs);
    for (const closure of closures) {
      if (at >= closure.from && at < closure.to + minuteMs) at = closure.to + minuteMs;
    }
    if (at < to) return at;
  }
  return null;
}
