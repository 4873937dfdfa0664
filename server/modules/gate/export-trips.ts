import { mostExported, type TripFilter } from "@moc/contract/gate/export.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Download } from "@moc/contract/values/download.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { csvLine } from "../../platform/files/csv.ts";
import { exportFile } from "../../platform/files/export-file.ts";
import { codesOf, columnNames, filterWords, headsOf, type Speaks, wordsOf } from "./export-columns.ts";
import { selectTripPage } from "./list-store.ts";
import { filterFor } from "./list-trips.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { showRow } from "./show-trip.ts";

const title: LocalText = { vi: "Lượt xe", en: "Trips", zh: "车次" };
const page = 200;

/**
 * The trips that the actor may see and the filter leaves, newest change first. They are chosen at one moment, so that
 * one that changes meanwhile is neither left out nor told twice. What is not kept in the audit is not exported; the
 * text of a search may be a name and is not kept. `most` null: all of them.
 */
async function* exported(
  parts: GateParts,
  actor: Actor | null,
  filter: TripFilter,
  { why, most }: { why?: string; most: number | null },
): AsyncGenerator<TripRow> {
  if (actor === null) throw new Refusal("not_signed_in");
  const chosen = await filterFor(parts, actor, filter);
  const { ids, total } = await selectTripPage(parts.database.db, chosen, null, most);
  if (total > ids.length)
    throw new Refusal("export_too_long", { params: { total: String(total), most: String(most) } });
  const { search, ...kept } = filter;
  const after = { what: "trips", ...kept, searched: search !== undefined, rows: ids.length };
  await parts.database.transaction((tx) =>
    parts.identity.keepAudit(tx, actor, [{ action: "data_exported", ...(why && { why }), after }]),
  );
  for (let at = 0; at < ids.length; at += page) {
    const trips = await parts.trips(ids.slice(at, at + page).map(({ id }) => id));
    for (const trip of trips) yield showRow(trip);
  }
}

/** Every trip that changed on a day as lines of CSV in codes, the head first: as many as there are, a page at a time. */
export async function* exportDay(
  parts: GateParts,
  actor: Actor,
  { day, why }: { day: string; why: string },
): AsyncGenerator<string> {
  yield csvLine(columnNames);
  for await (const row of exported(parts, actor, { day }, { why, most: null })) yield csvLine(codesOf(row));
}

/** The list of trips as the reader filters it, as a file in the reader's words. @throws Refusal `export_too_long`. */
export async function exportTrips(
  parts: GateParts,
  caller: Actor | null,
  { language = caller?.language ?? "vi", ...filter }: TripFilter & { language?: Language | undefined },
  most = mostExported,
): Promise<Download> {
  const rules = rulesNow(parts);
  const { clock } = parts;
  const speaks: Speaks = { language, rules, timeZone: clock.timeZone };
  const knownAt = clock.now();
  const rows: ReturnType<typeof wordsOf>[] = [];
  for await (const row of exported(parts, caller, filter, { most })) rows.push(wordsOf(row, speaks));
  const stamp = {
    title: title[language],
    zone: rules.zone[0]?.name[language] ?? "",
    knownAt,
    filter: filterWords(filter, speaks),
  };
  return exportFile(clock, language, stamp, { heads: headsOf(language), rows });
}
