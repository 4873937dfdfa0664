import type { HourlyView } from "@moc/contract/gate/operations.ts";

/** What the band of the usual days would hold by now: full hours before, and the part of the hour that has passed. */
export function usualByNow(view: HourlyView, minutes: number): { low: number; high: number } | undefined {
  if (!view.usual) return undefined;
  const part = (hour: number) => Math.min(1, Math.max(0, minutes / 60 - hour));
  const sum = (pick: "p10" | "p90") =>
    Math.round((view.usual ?? []).reduce((total, one) => total + one[pick] * part(one.hour), 0));
  return { low: sum("p10"), high: sum("p90") };
}
