import type { TellChoice } from "@moc/contract/gate/notification.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { GoodsClass, TripKind } from "@moc/contract/values/traffic.ts";
import { ways } from "./ways.ts";

/** A row of the log as the model reads it. */
export type Row = {
  seq: number;
  kind: string;
  subject: string;
  occurred_at: Date;
  recorded_at: Date;
  actor_id: string;
  actor_role: string | null;
  organisation: string | null;
  data: Said;
};

type Goods = { class: GoodsClass; weightKg?: number }[];

/** Whatever an event may say, each kind a part of it. */
export type Said = {
  kind: TripKind;
  direction: "export" | "import";
  route: string;
  from: string;
  to: string;
  stream: string;
  code: string;
  declarant: string;
  onBehalf?: { by: string; ground: string };
  goods: Goods;
  origin?: string;
  checks: string[];
  expiresAt: string;
  source: string;
  place: string;
  ticket: number;
  liveAt: string;
  slot?: string;
  cause: string;
  until: string;
  showBy: string;
  call: string;
  credit: { virtual: number; passes: Record<string, number>; balance?: Record<string, number> };
  passedOver: { trip: string; reason: string }[];
  automatic?: string;
  check: string;
  decision: "pass" | "hold" | "fail" | "withdraw";
  organisation: string | null;
  exception: "priority" | "hold";
  after: string;
  yard: string;
  paper?: { paper: string; slip: number; recordedAt: string };
  /** What an amendment changed. */
  changed: string[];
  /** Links of a trip that ended with its slips. */
  slips: string[];
  /** A numbered slip of paper mode. */
  slip: number;
  first: number;
  last: number;
  result: string | null;
  refusal: string;
  post: string;
  openIncidents: number;
  since: string;
  account: string;
} & TellChoice;

/** A truck as the model knows it: what the log said of it and nothing else. */
export type Truck = {
  id: string;
  kind: TripKind;
  direction: "export" | "import";
  route: string;
  stream: string;
  /** The declaration code. */
  code: string;
  declarant: string;
  goods: Goods;
  origin: string | null;
  declaredAt: string;
  expiresAt: string;
  state: string;
  version: number;
  checks: Map<string, string>;
  signals: { origin: string; source: string; place: string }[];
  ticket: number | null;
  /** Who gave it a priority or held it; undefined: nobody. */
  priority?: { by: string | null } | undefined;
  held?: { by: string | null } | undefined;
  slot: { from: string; to: string; state: "booked" | "early" | "open" | "missed" } | null;
  bookings: number;
  postponedUntil: string | null;
  postponements: number;
  showBy: string | null;
  endedAt: string | null;
  /** Where it stood when it was withdrawn. */
  stood: string | null;
  /** Goods that it takes home, and their checks. */
  back: { goods: Goods; checks: string[] } | null;
  /** It is on its way home with them: an export from Km0 on, an import from the yard on in which it is loaded. */
  isBack: boolean;
  paired: boolean;
  /** Its own goods have changed over. */
  handedOver: boolean;
  yard: string | null;
  /** When it last moved or was looked at. */
  since: string;
  /** Ends of the driver's links that were handed out and hold; null: an answer was lost, nobody knows. */
  links: string[] | null;
};

/** The log has told what the rules forbid, or the stored state differs from the model's. */
export class Differs extends Error {
  constructor(what: string, told: unknown) {
    super(`${what}: ${JSON.stringify(told, (_, value) => (value instanceof Map ? [...value] : value))}`);
    this.name = "Differs";
  }
}

/** Throws unless the rule holds. */
export function must(holds: boolean, rule: string, told: unknown): asserts holds {
  if (!holds) throw new Differs(rule, told);
}

/** A truck that is declared. */
export function opened({ subject, occurred_at, data }: Row): Truck {
  const { kind, route, stream, code, declarant, goods, checks, expiresAt } = data;
  return {
    id: subject,
    kind,
    direction: kindTraits[kind].direction,
    route,
    stream,
    code,
    declarant,
    goods,
    origin: data.origin ?? null,
    declaredAt: occurred_at.toISOString(),
    expiresAt,
    state: "declared",
    version: 1,
    checks: new Map(checks.map((check) => [check, "pending"])),
    signals: [],
    ticket: null,
    slot: null,
    bookings: 0,
    postponedUntil: null,
    postponements: 0,
    showBy: null,
    endedAt: null,
    stood: null,
    back: null,
    isBack: false,
    paired: false,
    handedOver: false,
    yard: null,
    since: occurred_at.toISOString(),
    links: [],
  };
}

/** The state that an event leads to; undefined when the way of the truck does not know it there. */
export function follows(truck: Truck, event: string): string | undefined {
  const home = truck.direction === "export" ? "import_vn" : "export_cn";
  const to = ways[truck.isBack ? home : truck.kind].get(`${event} ${truck.state}`);
  if (to === ".") return truck.state;
  return to === "back" ? (truck.stood ?? undefined) : to;
}

/** In which line of its stream a waiting truck stands. */
export function wayOf({ priority, slot }: Truck): "priority" | "slot" | "live" {
  if (priority !== undefined) return "priority";
  return slot?.state === "early" || slot?.state === "open" ? "slot" : "live";
}

/** Why a call leaves the truck standing, whatever its route; null: nothing. */
export function standsFor(truck: Truck): string | null {
  const checks = [...truck.checks.values()];
  if (checks.includes("fail")) return "check_failed";
  if (checks.includes("hold")) return "check_hold";
  if (truck.held !== undefined) return "held_back";
  if (truck.postponedUntil !== null) return "postponed";
  if (truck.slot?.state === "early") return "before_slot";
  return truck.goods.length === 0 ? "goods_unknown" : null;
}

/** Whether every check has passed. */
export function allPassed({ checks }: Truck): boolean {
  return [...checks.values()].every((state) => state === "pass");
}
