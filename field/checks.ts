import type { CheckDecision, CheckKind, CheckState } from "@moc/contract/gate/check.ts";
import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import { randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { checkMinutes, otherCheckMinutes, trouble } from "./volumes.ts";

/** Where a check may be decided: a truck that has gone on meanwhile is checked all the same. */
const checked: readonly TripState[] = [
  "holding",
  "called",
  "at_gate",
  "crossed_in",
  "in_yard",
  "transferred",
];

/** These checks are decided by their forces, side by side; some trucks are held for a missing paper, very few fail. */
export function decide(site: Site, truck: Truck, trip: TripView, kinds: readonly CheckKind[]): void {
  for (const { kind, state } of trip.checks) {
    if (!kinds.includes(kind) || state === "pass" || state === "fail" || truck.inHand.has(kind)) continue;
    truck.inHand.add(kind);
    decideOne(site, truck, kind, state);
  }
}

/** Each force decides its own check. */
export function decideAll(site: Site, truck: Truck, trip: TripView): void {
  decide(
    site,
    truck,
    trip,
    trip.checks.map((check) => check.kind),
  );
}

function decideOne(site: Site, truck: Truck, kind: CheckKind, state: CheckState): void {
  const random = randomOf(`${truck.seed}:${kind}`);
  const { client, desks } = site.officersOf(kind);
  const trip = truck.id;
  const say = (at: number, said: { decision: CheckDecision; reason?: string }, after?: () => void) =>
    site.act(at, truck, (command) => client.gate.decideCheck({ command, trip, check: kind, ...said }), {
      from: checked,
      paper: { by: client, act: () => ({ kind: "check", check: kind, ...said }) },
      ...(after && { after }),
    });
  const mended = random.minutes(60) * minuteMs;
  const passLater = () => say(site.now() + mended, { decision: "pass" });
  if (state === "hold") return passLater();
  const done = site
    .desks(truck.route, desks)
    .serve(site.now(), random.minutes(checkMinutes[kind] ?? otherCheckMinutes));
  if (random.chance(trouble.failed)) return say(done, failed, () => turnAway(site, truck));
  if (random.chance(heldShare[kind] ?? 0)) return say(done, held, passLater);
  say(done, { decision: "pass" });
}

const failed = { decision: "fail", reason: "Hàng không khớp hồ sơ (mô phỏng)" } as const;
const held = { decision: "hold", reason: "Thiếu giấy tờ, chờ bổ sung (mô phỏng)" } as const;

/** What has failed does not pass. */
function turnAway(site: Site, truck: Truck): void {
  const reason = "Không đạt kiểm tra (mô phỏng)";
  site.act(
    site.now() + 30 * minuteMs,
    truck,
    (command) => site.crew.guard.gate.refuseTrip({ command, trip: truck.id, reason }),
    { from: checked },
  );
}

const heldShare: Partial<Record<CheckKind, number>> = {
  customs: trouble.customsHold,
  plant_quarantine: trouble.plantHold,
};
