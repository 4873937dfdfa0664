import type { SlotWindow } from "@moc/contract/gate/slot.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { authorise } from "../../platform/authorise.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";
import { selectTaken } from "./slot-store.ts";
import { openWindows, slotRulesOf } from "./slot-windows.ts";

type Input = { route: string; direction: Direction };

/** Every window of a queue that can be booked now, with its published capacity, for everybody. */
export async function publishedSlots(parts: GateParts, { route, direction }: Input): Promise<SlotWindow[]> {
  const rules = slotRulesOf(rulesNow(parts), route, direction);
  if (rules.length === 0) return [];
  const now = parts.clock.now();
  const rows = await selectTaken(parts.database.db, { route, direction }, { declarant: "", but: null, now });
  const taken = new Map(rows.map((row) => [`${row.stream} ${row.from.toISOString()}`, row.all]));
  return rules.flatMap((rule) =>
    openWindows(parts, rule, route, now).map(({ from, to }) => ({
      stream: rule.stream,
      from: from.toISOString(),
      to: to.toISOString(),
      capacity: rule.capacity,
      taken: taken.get(`${rule.stream} ${from.toISOString()}`) ?? 0,
    })),
  );
}

/** The windows of a queue, for whoever files or steers. @throws Refusal `queue_not_found` */
export async function readSlots(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ windows: SlotWindow[] }> {
  authorise(gatePolicy, "read_slots", caller, noTrip);
  if (!hasRoute(rulesNow(parts), input.route)) throw new Refusal("queue_not_found", { field: "route" });
  return { windows: await publishedSlots(parts, input) };
}
