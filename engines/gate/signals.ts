import type { ArrivalSignal } from "@moc/contract/gate/trip.ts";

export type SignalVerdict = "first" | "confirms" | "signal_not_independent" | "driver_signal_alone";

type Seen = Pick<ArrivalSignal, "origin" | "source" | "place">;

/** Two signals make an arrival when they name one place and differ in origin and in source; drivers give one of the two at most. */
export function independent(one: Seen, other: Seen): boolean {
  return one.place === other.place && one.origin !== other.origin && one.source !== other.source;
}

/**
 * What the next signal does to an arrival: `first` is stored and waits for a second; `confirms` makes the arrival;
 * the other two are refusals. A signal from another place begins afresh: what was seen elsewhere confirms nothing here.
 */
export function judgeSignal(earlier: readonly Seen[], next: Seen): SignalVerdict {
  const here = earlier.filter((signal) => signal.place === next.place);
  if (here.length === 0) return "first";
  if (here.some((signal) => independent(signal, next))) return "confirms";
  const driversOnly = next.origin === "driver" && here.every((signal) => signal.origin === "driver");
  return driversOnly ? "driver_signal_alone" : "signal_not_independent";
}

/** Whether the signals on record make an arrival. */
export function arrivalConfirmed(signals: readonly Seen[]): boolean {
  return signals.some((one, index) => signals.slice(0, index).some((other) => independent(one, other)));
}
