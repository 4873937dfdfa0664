import { z } from "zod";

/** The text that a scenario document must carry as `format`. */
export const FORMAT = "moc-simulation-1";

/** Bounds that keep every run within what one machine can do; a scenario may set lower ones. */
export const MOST_DAYS = 3_660;
export const MOST_TRUCKS = 10_000_000;
export const MOST_EVENTS = 500_000_000;
export const MOST_PRESENT = 1_000_000;
/** A duration longer than this many minutes (70 days) is a slip of the pen. */
const MOST_MINUTES = 100_000;

const Key = z.string().regex(/^[a-z0-9][a-z0-9/-]{0,39}$/, "small letters, digits, - and /, at most 40");
const Minutes = z.number().nonnegative().max(MOST_MINUTES);
const Positive = z.number().positive().max(MOST_MINUTES);
const Share = z.number().min(0).max(1);
const Count = z.int().min(0).max(10_000);
/** Hours and minutes of the zone's civil day; 24:00 is its end. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "HH:MM");
const Day = z.iso.date();
const Moment = z.string().regex(/^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d$/, "YYYY-MM-DD HH:MM");
/** Where each number of the row comes from, by the name of its field; `illustrative` marks an assumption. */
const Sources = z.record(z.string(), z.string().min(1));

const Spread = z.union([
  z.strictObject({ fixed: Minutes }),
  z
    .strictObject({ uniform: z.strictObject({ from: Minutes, to: Minutes }) })
    .refine(({ uniform }) => uniform.from <= uniform.to, "from must not exceed to"),
  z
    .strictObject({ exponential: z.strictObject({ mean: Positive, least: Minutes.optional() }) })
    .refine(({ exponential }) => (exponential.least ?? 0) <= exponential.mean, "least must not exceed mean"),
  z
    .strictObject({ triangular: z.strictObject({ from: Minutes, mode: Minutes, to: Minutes }) })
    .refine(
      ({ triangular: { from, mode, to } }) => from <= mode && mode <= to && from < to,
      "from, mode, to must rise",
    ),
  z.strictObject({ erlang: z.strictObject({ mean: Positive, stages: z.int().min(1).max(100) }) }),
  z.strictObject({ mixture: z.strictObject({ share: Share, mean: Positive, other_mean: Positive }) }),
  z
    .strictObject({ quantiles: z.array(Minutes).min(2).max(1_001) })
    .refine(
      ({ quantiles }) => quantiles.every((value, index) => value >= (quantiles[index - 1] ?? 0)),
      "quantiles must rise",
    ),
]);

const Direction = z.enum(["export", "import"]);
const LaneClass = z.enum(["ordinary", "guided", "oversize"]);
const Weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

const Window = z
  .strictObject({ from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, "from must be before to; write a night in two windows");
const WeeklyWindow = z
  .strictObject({ days: z.array(Weekday).min(1).optional(), from: ClockTime, to: ClockTime })
  .refine(({ from, to }) => from < to, "from must be before to; write a night in two windows");

const Hours = z.strictObject({
  key: Key,
  week: z.array(WeeklyWindow).max(50),
  dates: z
    .array(z.strictObject({ on: Day, windows: z.array(Window).max(10) }))
    .max(1_000)
    .default([]),
  sources: Sources.default({}),
});

const LaneGroup = z.strictObject({
  direction: Direction,
  class: LaneClass.default("ordinary"),
  count: Count,
  minutes: Spread,
  /** Most trucks that may wait for the lane; more are turned away. None: no bound. */
  most_waiting: Count.optional(),
  sources: Sources.default({}),
});

const Route = z.strictObject({
  key: Key,
  gate: z.string().min(1).max(80),
  /** Opening calendar; none: always open. */
  hours: Key.optional(),
  lanes: z.array(LaneGroup).min(1).max(12),
  yard: Key.optional(),
  park: Key.optional(),
  /** From the park, or from the border, to the yard. */
  approach: Spread.optional(),
  sources: Sources.default({}),
});

const Yard = z.strictObject({
  key: Key,
  /** Slots; null: not known, and then treated as never full, which the report says. */
  room: z.int().min(1).max(MOST_PRESENT).nullable(),
  docks: z.strictObject({ count: z.int().min(1).max(10_000), hours: Key.optional() }).optional(),
  sources: Sources.default({}),
});

const Park = z.strictObject({
  key: Key,
  room: z.int().min(1).max(MOST_PRESENT).nullable(),
  /** Trucks that may wait on the road for a place in the park; more are turned away. None: no bound. */
  road: z.int().min(0).max(MOST_PRESENT).optional(),
  sources: Sources.default({}),
});

const Stream = z.strictObject({
  key: Key,
  /** A lower level is called first. */
  level: z.int().min(0).max(9),
  /** Quotas of slot holders and of the live queue among those of the same level. */
  slot: z.int().min(1).max(1_000),
  live: z.int().min(1).max(1_000),
  sources: Sources.default({}),
});

const Force = z.strictObject({
  key: Key,
  /** The check that it does, e.g. customs. */
  check: Key,
  routes: z.array(Key).min(1).max(100),
  shifts: z
    .array(
      z
        .strictObject({
          days: z.array(Weekday).min(1).optional(),
          from: ClockTime,
          to: ClockTime,
          desks: Count,
        })
        .refine(({ from, to }) => from < to, "from must be before to; write a night in two shifts"),
    )
    .min(1)
    .max(50),
  sources: Sources.default({}),
});

const Check = z.strictObject({
  check: Key,
  minutes: Spread,
  /** First answers that hold the truck, and for how long; then it is checked once more. */
  held: Share.default(0),
  hold: Spread.optional(),
  /** Last answers that refuse it. */
  failed: Share.default(0),
});

const Traffic = z.strictObject({
  key: Key,
  direction: Direction,
  lane_class: LaneClass.default("ordinary"),
  stream: Key,
  /** At desks, docks and lanes a lower number goes first. */
  priority: z.int().min(0).max(9).default(1),
  /** The vehicle itself is the goods: counted apart. */
  new_vehicle: z.boolean().default(false),
  /** False: stands outside the counted slots of the yard. */
  takes_slot: z.boolean().default(true),
  /** In the yard before the checks. */
  dwell: Spread.optional(),
  checks: z.array(Check).max(6).default([]),
  /** Import: share that goes inland without transfer of cargo, and the transfer. */
  inland: Share.default(1),
  transfer: Spread.optional(),
  /** Comes back over the border: export trucks after `away`, import trucks when emptied. */
  returns: z.strictObject({ away: Spread.default({ fixed: 0 }), loaded: Share.default(0) }).optional(),
  /** Drivers who turn away when more trucks than `above` wait. */
  balk: z
    .strictObject({ above: z.int().min(0).max(MOST_PRESENT), share: Share, to_route: Key.optional() })
    .optional(),
  /** Fee in dong per trip. */
  fee: z.int().min(0).max(1_000_000_000).default(0),
  sources: Sources.default({}),
});

const Arrivals = z.strictObject({
  traffic: Key,
  route: Key,
  per_day: z.number().nonnegative().max(1_000_000),
  /** Shares of the day's arrivals by hour, 24 numbers; none: evenly. */
  by_hour: z.array(z.number().nonnegative().max(1_000)).length(24).optional(),
  /** Factors Monday to Sunday and January to December. */
  by_weekday: z.array(z.number().nonnegative().max(100)).length(7).optional(),
  by_month: z.array(z.number().nonnegative().max(100)).length(12).optional(),
  by_date: z
    .array(z.strictObject({ on: Day, factor: z.number().nonnegative().max(100) }))
    .max(1_000)
    .default([]),
  /** Trucks that hold a booked slot and come within its window. */
  slots: Share.default(0),
  sources: Sources.default({}),
});

const scope = {
  routes: z.array(Key).min(1).optional(),
  traffic: z.array(Key).min(1).optional(),
  from: Moment,
  to: Moment,
  note: z.string().max(500).optional(),
  sources: Sources.default({}),
};

const Order = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("hold"), ...scope }),
    z.strictObject({ kind: z.literal("stop"), ...scope }),
    z.strictObject({ kind: z.literal("slot_only"), ...scope }),
    z.strictObject({ kind: z.literal("divert"), ...scope, to_route: Key, minutes: Spread.optional() }),
    z.strictObject({ kind: z.literal("at_most"), ...scope, per_hour: z.number().positive().max(10_000) }),
    z.strictObject({ kind: z.literal("close"), ...scope, direction: Direction.optional() }),
    z.strictObject({
      kind: z.literal("lanes"),
      ...scope,
      direction: Direction,
      class: LaneClass,
      count: Count,
    }),
    z.strictObject({
      kind: z.literal("counter_flow"),
      ...scope,
      from_direction: Direction,
      class: LaneClass,
      lanes: Count,
    }),
  ])
  .refine(({ from, to }) => from < to, "from must be before to");

/** A scenario document: what exists, what comes, what is ordered, for how long. Times are the zone's civil time. */
export const Scenario = z.strictObject({
  format: z.literal(FORMAT),
  name: z.string().min(1).max(120),
  about: z.string().max(2_000).default(""),
  start: Day,
  days: z.int().min(1).max(MOST_DAYS),
  warm_up_days: z.number().min(0).max(MOST_DAYS).default(0),
  replications: z.int().min(2).max(1_000).default(10),
  /** Stop before all replications when the mean minutes to the crossing are known to this share of themselves. */
  precision: z.number().positive().max(1).optional(),
  seed: z.int().min(0).max(0x7fffffff).default(1),
  sample_minutes: z.int().min(1).max(100_000).optional(),
  limits: z
    .strictObject({
      events: z.int().min(1).max(MOST_EVENTS).default(MOST_EVENTS),
      trucks: z.int().min(1).max(MOST_TRUCKS).default(MOST_TRUCKS),
      present: z.int().min(1).max(MOST_PRESENT).default(200_000),
    })
    .default({ events: MOST_EVENTS, trucks: MOST_TRUCKS, present: 200_000 }),
  hours: z.array(Hours).max(100).default([]),
  streams: z.array(Stream).min(1).max(20),
  routes: z.array(Route).min(1).max(100),
  yards: z.array(Yard).max(100).default([]),
  parks: z.array(Park).max(100).default([]),
  forces: z.array(Force).max(300).default([]),
  traffic: z.array(Traffic).min(1).max(50),
  arrivals: z.array(Arrivals).min(1).max(500),
  orders: z.array(Order).max(500).default([]),
});
export type Scenario = z.infer<typeof Scenario>;
export type Order = Scenario["orders"][number];
export type Traffic = Scenario["traffic"][number];
export type Route = Scenario["routes"][number];
