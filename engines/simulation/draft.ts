import type { Steps } from "./civil-time.ts";
import { encodeSpread, type Spread } from "./distribution.ts";
import { STRIDE } from "./network.ts";

/** What kind of thing a resource is, for whoever reads the statistics. */
export type ResourceKind = "lane" | "yard" | "park" | "force" | "dock" | "order" | "limit";

/** The name of a resource. `route` is empty where it serves several. */
export type ResourceLabel = { kind: ResourceKind; key: string; route: string };

/** What a tally counts: a milestone, or a way in which trucks leave the model. */
export type Outcome =
  | "diverted"
  | "crossed"
  | "released"
  | "returned"
  | "closed"
  | "inland"
  | "turned_away"
  | "no_room"
  | "balked"
  | "failed";
export type TallyLabel = { route: string; traffic: string; outcome: Outcome };

type Line = { level: number; weight: number };

/** A network while it is being built: growing lists that become typed arrays at the end. */
export type Draft = {
  labels: ResourceLabel[];
  byName: Map<string, number>;
  capacity: Steps[];
  lines: Line[];
  firstLine: number[];
  tallies: TallyLabel[];
  code: number[];
  spreads: { kind: number[]; at: number[]; parameter: number[]; known: Map<string, number> };
  shares: number[];
  amounts: number[];
  checks: number[];
};

/** An empty network. */
export function emptyDraft(): Draft {
  return {
    labels: [],
    byName: new Map(),
    capacity: [],
    lines: [],
    firstLine: [0],
    tallies: [],
    code: [],
    spreads: { kind: [], at: [], parameter: [], known: new Map() },
    shares: [],
    amounts: [],
    checks: [],
  };
}

/** The name under which a resource is found again. */
export function resourceName({ kind, key, route }: ResourceLabel): string {
  return route === "" ? `${kind} ${key}` : `${kind} ${route} ${key}`;
}

/** Adds a resource with its lines, which must stand in the order of their levels, and returns its number. */
export function addResource(
  draft: Draft,
  label: ResourceLabel,
  capacity: Steps,
  lines: readonly Line[],
): number {
  const resource = draft.labels.push(label) - 1;
  draft.byName.set(resourceName(label), resource);
  draft.capacity.push(capacity);
  draft.lines.push(...lines);
  draft.firstLine.push(draft.lines.length);
  return resource;
}

/** The first line of `resource`. */
export function firstLineOf(draft: Draft, resource: number): number {
  return draft.firstLine[resource] ?? 0;
}

/** Number of a tally, new for each (route, traffic, outcome). */
export function addTally(draft: Draft, label: TallyLabel): number {
  const known = draft.tallies.findIndex(
    ({ route, traffic, outcome }) =>
      route === label.route && traffic === label.traffic && outcome === label.outcome,
  );
  return known >= 0 ? known : draft.tallies.push(label) - 1;
}

/** Number of a spread; equal spreads share one. */
export function addSpread({ spreads }: Draft, spread: Spread): number {
  const name = JSON.stringify(spread);
  const known = spreads.known.get(name);
  if (known !== undefined) return known;
  const { kind, parameters } = encodeSpread(spread);
  const index = spreads.kind.push(kind) - 1;
  spreads.at.push(spreads.parameter.length);
  spreads.parameter.push(...parameters);
  spreads.known.set(name, index);
  return index;
}

/** Number of a probability. */
export function addShare(draft: Draft, share: number): number {
  return draft.shares.push(share) - 1;
}

/** Appends an instruction and returns where it stands. */
export function emit(draft: Draft, ...instruction: readonly number[]): number {
  const step = draft.code.length;
  for (let cell = 0; cell < STRIDE; cell++) draft.code.push(instruction[cell] ?? 0);
  return step;
}

/** Where the next instruction will stand. */
export function here(draft: Draft): number {
  return draft.code.length;
}
