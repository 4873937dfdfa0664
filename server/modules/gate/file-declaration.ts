import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import { limitFor } from "@moc/engines/registry/rules.ts";
import type { Work } from "../../platform/once.ts";
import { setTimer } from "../../platform/time/timers.ts";
import type { Filer } from "./behalf.ts";
import { takeSlot } from "./book-slot.ts";
import { refuseSteered } from "./declare-steered.ts";
import { type Filing, fileOf } from "./filing.ts";
import { keepOwner } from "./owner.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { ensureQueue, lockQueue } from "./queue-store.ts";
import { refuseAbsent } from "./refuse-absent.ts";
import { refuseNames, textsOf } from "./refuse-names.ts";
import { refuseTwin } from "./refuse-twin.ts";
import { limitEnd } from "./rules.ts";
import { notArrivedTimer } from "./timer-kinds.ts";
import { saveTrips } from "./trip-store.ts";

// No letter that is mistaken for a digit when it is read out over the phone.
const letters = "ACDEFGHJKLMNPQRTUVWXY3479";

/** A declaration code to read out and type, `7F3K-0841`. Chance makes it; the table keeps it single. */
function newCode(): string {
  const head = [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join("");
  return `${head}-${String(randomInt(10_000)).padStart(4, "0")}`;
}

function declaredEvent(
  filing: Filing,
  declaration: Declaration,
  filer: Filer,
  rules: ZoneRules,
  at: Date,
): Extract<GateEvent, { kind: "gate.declared" }> {
  const expiresAt = limitEnd(rules, "declaration_not_arrived", declaration.route, at).toISOString();
  const { kind, twoWay } = declaration;
  const { direction } = kindTraits[kind];
  return {
    kind: "gate.declared",
    data: {
      ...filing,
      kind,
      code: newCode(),
      ...filer,
      direction,
      expiresAt,
      ...(twoWay === true && { twoWay }),
    },
  };
}

/** Books the window that was chosen with the filing; the queue is held before it is counted. */
async function bookWith(
  parts: GateParts,
  filed: Parameters<typeof takeSlot>[1],
  slot: string | undefined,
): Promise<GateEvent | null> {
  if (slot === undefined) return null;
  await lockQueue(filed.tx, filed.trip.route, filed.trip.direction);
  return takeSlot(parts, filed, slot);
}

/** Two-way carriage is a pilot with dates and routes. @throws Refusal `two_way_not_in_force` */
function refuseOneWay(rules: ZoneRules, { twoWay, route }: Declaration): void {
  if (twoWay !== true || limitFor(rules.time_limit, "two_way_abroad", route) !== null) return;
  throw new Refusal("two_way_not_in_force", { field: "declaration.twoWay", params: { route } });
}

const nobody = { organisation: null, person: null };

/** A declaration, in whose name, and the first instant of the window to book with it. */
type ToFile = { declaration: Declaration; filer: Filer; slot?: string | undefined };

/**
 * Files one declaration within a command: by itself, or one of many.
 * @returns the new trip's id
 * @throws Refusal `route_not_found`, `route_closed_to_kind`, `plate_on_open_trip`, `vin_on_open_trip`, `plate_never_came`,
 * `filings_never_came`, `text_names_person`, `order_stops`, `order_diverts`
 */
export async function fileDeclaration(
  parts: GateParts,
  { tx, actor, now, emit }: Work,
  rules: ZoneRules,
  { declaration, filer, slot }: ToFile,
): Promise<string> {
  const { driver, note, vehicle } = declaration;
  // Refused before anybody's data is kept.
  const wanted = fileOf(rules, { ...declaration, owner: nobody }, "");
  refuseOneWay(rules, declaration);
  await refuseTwin(tx, vehicle, null);
  const { direction } = kindTraits[declaration.kind];
  await refuseAbsent(tx, rules, { filer, vehicle, direction, at: now() });
  const person = await parts.identity.savePerson(tx, "driver", {
    ...driver,
    ...(note !== undefined && { note }),
  });
  const owner = await keepOwner(parts, tx, rules, declaration.owner);
  await refuseNames(parts, tx, { person, owner }, textsOf(declaration));
  if (kindTraits[declaration.kind].queued) await ensureQueue(tx, declaration.route, "export");
  const at = now();
  const event = declaredEvent({ ...wanted, person, owner }, declaration, filer, rules, at);
  const id = randomUUID();
  const mark = { at: at.toISOString(), by: actor.id, simulated: actor.simulated };
  const opened = fold(null, { trip: id, event, ...mark });
  refuseSteered(parts, opened, at);
  const booked = await bookWith(parts, { tx, trip: opened, rules, now: at }, slot);
  await saveTrips(tx, [booked === null ? opened : fold(opened, { trip: id, event: booked, ...mark })]);
  await setTimer(tx, notArrivedTimer, id, new Date(opened.expiresAt));
  emit({ ...event, subject: id, occurredAt: at });
  if (booked !== null) emit({ ...booked, subject: id, occurredAt: at });
  return id;
}
