import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { PaperAct, PaperActKind } from "@moc/contract/gate/paper-act.ts";
import { civilDay, instantOfField } from "../../../ui/format.ts";

/** What is chosen once for many slips. */
export type Chosen = {
  kind: PaperActKind;
  place: string;
  check: CheckKind;
  decision: "pass" | "hold" | "fail";
  reason: string;
};

/** The act of a line, from what is chosen above the lines. */
export function actOf({ kind, place, check, decision, reason }: Chosen): PaperAct {
  switch (kind) {
    case "arrival":
      return { kind, place };
    case "enter_yard":
      return { kind, yard: place };
    case "check":
      return { kind, check, decision, ...(reason !== "" && { reason }) };
    default:
      return { kind };
  }
}

const dayMs = 24 * 3_600_000;

/**
 * The instant that four digits mean in a stretch of paper mode: on the first of its days on which they lie inside it, else
 * on its first day, so that the server can say what is wrong. undefined: no time of day.
 */
export function timeOnSlip(
  typed: string,
  { from, to }: { from: string; to: string | null },
  now: string,
): string | undefined {
  const [, hours = "", minutes = ""] = /^([01]?\d|2[0-3])[:hH.]?([0-5]\d)$/.exec(typed.trim()) ?? [];
  if (minutes === "") return undefined;
  const last = Date.parse(to ?? now);
  const days: string[] = [];
  for (let at = Date.parse(from); at < last + dayMs; at += dayMs) days.push(civilDay(at));
  const instants = [...new Set(days)].flatMap(
    (day) => instantOfField(`${day}T${hours.padStart(2, "0")}:${minutes}`) ?? [],
  );
  // A slip has no seconds: the minute in which the stretch began belongs to it.
  const begun = Date.parse(from) - (Date.parse(from) % 60_000);
  const inside = instants.find((one) => Date.parse(one) >= begun && Date.parse(one) <= last);
  if (inside === undefined) return instants[0];
  return inside < from ? from : inside;
}
