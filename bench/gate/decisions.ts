import type { CheckDecision, CheckKind } from "@moc/contract/gate/check.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Task } from "../open-load.ts";
import type { Duty, Staff } from "./staff.ts";

const dutyOf: Partial<Record<CheckKind, Duty>> = {
  border_guard_exit: "border_guard",
  customs: "customs",
  health_quarantine: "health_quarantine",
  plant_quarantine: "plant_quarantine",
};
// Trucks that are worked on at the same time: a truck's next decision is due long after its last.
const atOnce = 30;
// One decision in six calls a truck from the queue; the others belong to trucks in the yard.
const callEvery = 6;

/** What remains to be decided of one truck in the yard: each check once, customs after a hold, then the release. */
function stepsOf(trip: TripView, staff: Staff): Task[] {
  const decide = (check: CheckKind, decision: CheckDecision) => () => {
    const duty = dutyOf[check];
    if (duty === undefined) throw new Error(`nobody decides ${check} here`);
    const reason = decision === "hold" ? { reason: "chờ chứng từ" } : {};
    const command = crypto.randomUUID();
    return staff(duty).gate.decideCheck({ command, trip: trip.id, check, decision, ...reason });
  };
  const checks = trip.checks.flatMap(({ kind }) =>
    kind === "customs" ? [decide(kind, "hold"), decide(kind, "pass")] : [decide(kind, "pass")],
  );
  const release: Task = () =>
    staff("dispatcher").gate.release({ command: crypto.randomUUID(), trip: trip.id });
  return inTurn([...checks, release]);
}

/** On a machine that falls behind, a step waits for the one before it; its latency counts from when it was due. */
function inTurn(steps: readonly Task[]): Task[] {
  let last: Promise<unknown> = Promise.resolve();
  return steps.map((step) => () => {
    last = last.then(step);
    return last;
  });
}

/** The decisions of the load, each a real one on its own truck: call-forward, hold, pass, release. */
export function decisionsOn(yard: readonly TripView[], route: string, staff: Staff): Task {
  const waiting = yard.map((trip) => stepsOf(trip, staff));
  const inWork: Task[][] = [];
  let sent = 0;
  return () => {
    sent += 1;
    if (sent % callEvery === 0) {
      const command = crypto.randomUUID();
      return staff("dispatcher").gate.callForward({ command, route, direction: "export", count: 1 });
    }
    while (inWork.length < atOnce && waiting.length > 0) inWork.push(waiting.shift() ?? []);
    const steps = inWork.shift();
    const step = steps?.shift();
    if (steps === undefined || step === undefined) throw new Error("too few trucks in the yard for this run");
    if (steps.length > 0) inWork.push(steps);
    return step();
  };
}
