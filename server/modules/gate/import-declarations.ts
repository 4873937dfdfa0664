import { createHmac, randomUUID } from "node:crypto";
import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import type { ImportDone, ImportFile, ImportPreview, ImportRow } from "@moc/contract/gate/import.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { admissionsOf } from "@moc/engines/registry/admission.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import type { Work } from "../../platform/once.ts";
import { duties } from "./duties.ts";
import { fileMany, type ManyFiled, refuseFaulty } from "./file-many.ts";
import { findImport, findSame, holdRows, insertImport } from "./import-store.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { type ReadFile, readFile } from "./read-file.ts";
import { findTrips } from "./trip-store.ts";

/** Goods of one row that a side of its route does not list. */
function notListedIn(rules: ZoneRules, { kind, route, goods }: TypedDeclaration): ImportRow["notListed"] {
  const classes = goods.flatMap((line) => (line.class === "" ? [] : [line.class]));
  const load = { route, direction: kindTraits[kind].direction, goods: classes };
  return admissionsOf(rules.admission_rule, load).flatMap((one) =>
    one.state === "not_listed" ? [{ side: one.side, goods: one.goods, illustrative: one.illustrative }] : [],
  );
}

/** Thrown to take a preview back. */
class TakenBack extends Error {}

function opened(parts: GateParts, caller: Actor | null, file: ImportFile) {
  const actor = authorise(gatePolicy, "declare", caller, noTrip);
  const rules = rulesNow(parts);
  const speaking = { language: actor.language, timeZone: parts.clock.timeZone };
  const read = readFile(rules, file, speaking);
  const digest = createHmac("sha256", parts.importKey).update(JSON.stringify(read.cells)).digest();
  const organisation = actor.organisation ?? ""; // authorise has seen that there is one
  const fileRows = (work: Work, zone: ZoneRules, { rows, head }: ReadFile): Promise<ManyFiled> =>
    fileMany(parts, work, zone, rows, { ...speaking, head });
  return { actor, rules, read, digest, organisation, fileRows };
}

/**
 * What a file would file, row by row: the same way as the filing itself, all of it taken back.
 * @throws Refusal those of `readFile`
 */
export async function previewImport(
  parts: GateParts,
  caller: Actor | null,
  input: { file: ImportFile },
): Promise<ImportPreview> {
  const { actor, rules, read, digest, organisation, fileRows } = opened(parts, caller, input.file);
  const same = await findSame(parts.database.db, organisation, digest);
  let filed: ManyFiled = { trips: [], faults: [] };
  if (same === undefined) {
    const trial = parts.database.transaction(async (tx) => {
      const work = { tx, actor, now: () => parts.clock.now(), emit: () => undefined };
      filed = await fileRows(work, rules, read);
      throw new TakenBack();
    });
    await trial.catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  }
  const rows = read.rows.map(({ row, lines, typed, routeSaid }) => ({
    row,
    plate: typed.plate,
    route: routeSaid,
    goods: typed.goods.map((line) => line.name).join(", "),
    faults: filed.faults.filter((fault) => fault.row === row || lines.includes(fault.row)),
    notListed: notListedIn(rules, typed),
  }));
  const faulty = rows.filter((row) => row.faults.length > 0).length;
  return { rows, faulty, filedAt: same?.filed_at.toISOString() ?? null };
}

/**
 * Files every row of a file, or none. The same rows are filed once while a truck of theirs is under way, whatever the
 * file is called and however it was saved.
 * @throws Refusal `rows_faulty` with every fault, and those of `readFile`
 */
export async function importDeclarations(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; file: ImportFile },
): Promise<ImportDone> {
  const { actor, rules, read, digest, organisation, fileRows } = opened(parts, caller, input.file);
  const role = roleAmong(actor, duties.declare);
  const done = await parts.once({ name: "gate.import", actor, role, input }, async (work) => {
    await holdRows(work.tx, digest);
    const same = await findSame(work.tx, organisation, digest);
    if (same !== undefined) return { id: same.id, already: true };
    const filed = await fileRows(work, rules, read);
    refuseFaulty(filed);
    const id = randomUUID();
    await insertImport(work.tx, {
      id,
      organisation,
      digest,
      filed_at: work.now(),
      trips: filed.trips.map(({ trip }) => trip),
      row_numbers: filed.trips.map(({ row }) => row),
    });
    return { id, already: false };
  });
  const stored = await findImport(parts.database.db, done.id);
  if (stored === undefined) throw new Refusal("not_found");
  const rows = stored.trips.map((trip, at) => ({ trip, row: stored.row_numbers[at] ?? 0 }));
  return { trips: await showFiled(parts, rows), already: done.already };
}

/** The new trips by the rows that they came from. */
export async function showFiled(
  parts: GateParts,
  filed: readonly { row: number; trip: string }[],
): Promise<ImportDone["trips"]> {
  const trips = await findTrips(
    parts.database.db,
    filed.map(({ trip }) => trip),
  );
  const rowOf = new Map(filed.map(({ trip, row }) => [trip, row]));
  return trips.map(({ id, code, vehicle }) => ({
    row: rowOf.get(id) ?? 0,
    trip: id,
    code,
    plate: vehicle.plate.number,
  }));
}
