import type { RouteOpenness } from "@moc/contract/registry/calendar.ts";
import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { registryRefusals } from "@moc/contract/registry/refusals.ts";
import type { CallRule, RowKind, RowOf, StreamRule } from "@moc/contract/registry/rows.ts";
import type { TimeLimitName } from "@moc/contract/registry/rule.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { civilDayAt, openStretches, routeOpenness } from "@moc/engines/registry/opening.ts";
import {
  callRuleFor,
  limitFor,
  type RuleSubject,
  streamFor,
  streamsOf,
} from "@moc/engines/registry/rules.ts";
import type { Platform, Room } from "../../platform/platform.ts";
import { StartError } from "../../platform/settings.ts";
import type { RowsByKind, RowsOfDay } from "./facts.ts";
import { type LoadOptions, type LoadResult, loadPack } from "./load-pack.ts";
import { faultText } from "./read-pack.ts";
import { gapsText, packGaps } from "./read-pack-gaps.ts";
import { openingFactsOf } from "./read-route-days.ts";
import { openParts, type RegistryParts } from "./registry-parts.ts";
import { registryRoutes } from "./routes.ts";

export { loadPackCommand } from "./load-pack-command.ts";
export { ownZone } from "./own-zone.ts";
export type { LoadOptions, LoadResult, RowsOfDay, RuleSubject };

/**
 * The door of the registry. All answers come from memory and are of what is known now; `at` is an instant of zone time
 * and chooses the civil day whose rows hold.
 */
export type Registry = {
  room: Room;
  /** Every row that holds at `at`, by kind: routes from north-west to south-east, streams by rank. */
  rows(at: Date): RowsOfDay;
  /** The row of this key that holds at `at`. */
  find<Kind extends RowKind>(kind: Kind, key: string, at: Date): RowOf<Kind> | null;
  /** State of a route by calendar and when it ends; null: no such route. */
  openness(route: string, at: Date): RouteOpenness | null;
  /** When a route was not closed to goods between two instants, in order. */
  openStretches(route: string, from: Date, to: Date): { from: Date; to: Date }[];
  /** Streams of one queue by rank. */
  streams(route: string, direction: Direction, at: Date): StreamRule[];
  /** The stream in which such a truck waits; null: no rule is in force. */
  streamFor(subject: RuleSubject, at: Date): StreamRule | null;
  callRule(route: string, direction: Direction, at: Date): CallRule | null;
  /** A time limit in minutes; null: none is in force. */
  limit(name: TimeLimitName, route: string, at: Date): number | null;
  loadPack(options: LoadOptions): Promise<LoadResult>;
  /** What an operator must do about the pack and the rules, in sentences. @throws Refusal `pack_at_fault` */
  gaps(): Promise<string[]>;
};

/**
 * Opens the registry. A demonstration follows its pack at every start (edits made on screens stay); a live zone takes it
 * at the first start and afterwards by `load-pack` alone. Without `followPack` it is opened as it is. @throws StartError when the pack is at fault.
 */
export async function openRegistry(platform: Platform, { followPack = true } = {}): Promise<Registry> {
  const parts = await openParts(platform);
  const empty = parts.cache.now().all.route.length === 0;
  // A web process beside workers waits for theirs.
  if (followPack && platform.role !== "web" && (empty || platform.clock.mode === "demo"))
    await takePack(parts);
  const on = (at: Date) => parts.cache.now().on(civilDayAt(at.getTime(), parts.offset));
  return {
    room: roomOf(parts),
    rows: on,
    find(kind, key, at) {
      const day: RowsByKind = on(at);
      const rows: readonly RowOf<typeof kind>[] = day[kind];
      return rows.find((row) => row.key === key) ?? null;
    },
    openness: (route, at) =>
      routeOpenness(openingFactsOf(parts.cache.now(), parts.offset), route, at.getTime()),
    openStretches: (route, from, to) => {
      const facts = openingFactsOf(parts.cache.now(), parts.offset);
      const stretches = openStretches(facts, route, from.getTime(), to.getTime());
      return stretches.map((one) => ({ from: new Date(one.from), to: new Date(one.to) }));
    },
    streams: (route, direction, at) => streamsOf(on(at).stream, route, direction),
    streamFor: (subject, at) => streamFor(on(at).stream, subject),
    callRule: (route, direction, at) => callRuleFor(on(at).call_rule, route, direction),
    limit: (name, route, at) => limitFor(on(at).time_limit, name, route)?.minutes ?? null,
    loadPack: (options) => loadPack(parts, options),
    gaps: async () => gapsText(await packGaps(parts)),
  };
}

function roomOf(parts: RegistryParts): Room {
  const { vi, en, zh } = registryMessages;
  return {
    router: registryRoutes(parts),
    catalogue: {
      statuses: registryRefusals,
      sentences: { vi: vi.refusals, en: en.refusals, zh: zh.refusals },
    },
    hears: (actor) => actor.kind !== "link",
  };
}

async function takePack(parts: RegistryParts): Promise<void> {
  const folder = parts.platform.settings.pack;
  const { faults } = await loadPack(parts, { folder, apply: true, keep: "operator" }).catch(
    (error: unknown) => {
      throw new StartError(`The pack ${folder} cannot be read (${String(error)}): correct MOC_PACK.`);
    },
  );
  const first = faults[0];
  if (first === undefined) return;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more: npm run -s moc -- load-pack)` : "";
  throw new StartError(`The pack ${folder} is at fault: ${faultText(first)}${more}.`);
}
