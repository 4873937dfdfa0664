import type { Scenario } from "./scenario.ts";

/** What the model does not contain, said wherever its results are shown. */
export const LEFT_OUT: readonly string[] = [
  "the road before the park: no speeds, no accidents, no weather",
  "drivers' hours, missing papers other than held checks, swapped trucks and trailers",
  "the far side's own yards and desks: it is either open or closed, or its intake is limited by an order",
  "rail, border-market trade and passengers",
  "slots by the minute: a slot holder is a share of arrivals with a quota of its own",
  "cranes and guided vehicles one by one: a lane of class guided has a service time only",
];

/** The word that marks an assumption among the sources of a scenario. */
export const ILLUSTRATIVE = "illustrative";

/** Rooms whose capacity nobody has stated; the run treats them as never full. */
export function unknowns({ yards, parks }: Scenario): string[] {
  const rooms = [
    ...yards.map((row) => ({ ...row, kind: "yard" })),
    ...parks.map((row) => ({ ...row, kind: "park" })),
  ];
  return rooms.filter(({ room }) => room === null).map(({ kind, key }) => `capacity of ${kind} ${key}`);
}

/** The fields of a scenario that carry an assumption instead of a source, as `forces[0].shifts`. */
export function assumptions(scenario: Scenario): string[] {
  return sourcedRows(scenario).flatMap(({ path, sources }) =>
    Object.entries(sources)
      .filter(([, source]) => source.startsWith(ILLUSTRATIVE))
      .map(([field]) => `${path}.${field}`),
  );
}

/** The fields with a number in them that say neither source nor assumption. */
export function unsourced(scenario: Scenario): string[] {
  return sourcedRows(scenario).flatMap(({ path, sources, row }) =>
    Object.entries(row)
      .filter(([field]) => field !== "sources")
      .filter(([field, value]) => value !== DEFAULTS[field] && holdsNumber(value) && !(field in sources))
      .map(([field]) => `${path}.${field}`),
  );
}

type Row = { path: string; sources: Record<string, string>; row: object };

function sourcedRows(scenario: Scenario): Row[] {
  const lists = [
    "hours",
    "streams",
    "routes",
    "yards",
    "parks",
    "forces",
    "traffic",
    "arrivals",
    "orders",
  ] as const;
  return lists.flatMap((list) =>
    scenario[list].flatMap((row, index): Row[] => {
      const path = `${list}[${index}]`;
      if (!("lanes" in row) || typeof row.lanes === "number") return [{ path, sources: row.sources, row }];
      const { lanes, ...rest } = row;
      return [
        { path, sources: row.sources, row: rest },
        ...lanes.map((lane, nth) => ({ path: `${path}.lanes[${nth}]`, sources: lane.sources, row: lane })),
      ];
    }),
  );
}

/** What a document leaves out needs no source; nor do zeros. */
const DEFAULTS: { readonly [field: string]: number } = { inland: 1, priority: 1 };

function holdsNumber(value: unknown): boolean {
  if (typeof value === "number") return value !== 0;
  if (Array.isArray(value)) return value.some(holdsNumber);
  if (typeof value === "object" && value !== null) return Object.values(value).some(holdsNumber);
  return typeof value === "string" && /^\d\d:\d\d$/.test(value);
}
