import { nextCheck } from "./told.ts";
import { must, type Row, type Truck } from "./truck.ts";

// What is told of a truck and changes neither its way nor its place.

type Tell = (truck: Truck, row: Row) => void;
const tells: Record<string, Tell> = {
  slips_voided(truck, row) {
    const { slips } = row.data;
    const now = row.occurred_at.toISOString();
    const held = truck.links?.filter((end) => end > now).length ?? slips.length;
    must(slips.length > 0 && slips.length === held, "every slip that held is voided", { truck, row });
    must(new Set(slips).size === slips.length, "a slip is voided once", row);
    truck.links = [];
  },
  answer_refused(truck, row) {
    const { check, result, decision, refusal } = row.data;
    const stands = truck.checks.get(check);
    const told = { truck, row };
    must(result === null || stands === undefined || result === stands, "it tells how the check stood", told);
    const fits = result !== null && nextCheck[result]?.[decision] !== undefined;
    must(refusal !== "check_transition" || !fits, "an answer that fits the check is not kept apart", told);
  },
};

/** One event beside the way of a truck. @returns whether it was one @throws Differs when the rules forbid it */
export function tellAside(truck: Truck, row: Row): boolean {
  const tell = tells[row.kind.replace("gate.", "")];
  tell?.(truck, row);
  return tell !== undefined;
}
