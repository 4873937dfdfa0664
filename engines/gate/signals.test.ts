import { SignalOrigin } from "@moc/contract/gate/trip.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrivalConfirmed, independent, judgeSignal } from "./signals.ts";

const barrier = { origin: "barrier", source: "device-1", place: "park-1" } as const;
const officer = { origin: "officer", source: "officer-1", place: "park-1" } as const;
const driver = { origin: "driver", source: "link-1", place: "park-1" } as const;

describe("an arrival", () => {
  test("begins with a first signal and is made by a second of another origin and source", () => {
    expect(judgeSignal([], driver)).toBe("first");
    expect(judgeSignal([driver], barrier)).toBe("confirms");
    expect(judgeSignal([barrier], officer)).toBe("confirms");
  });

  test("is not made by the same origin twice, nor by one source under two names", () => {
    expect(judgeSignal([officer], { ...officer, source: "officer-2" })).toBe("signal_not_independent");
    expect(judgeSignal([barrier], { ...officer, source: "device-1" })).toBe("signal_not_independent");
    expect(judgeSignal([barrier], barrier)).toBe("signal_not_independent");
  });

  test("is not made by the driver and the firm together", () => {
    expect(judgeSignal([driver], { ...driver, source: "firm-1" })).toBe("driver_signal_alone");
    expect(judgeSignal([barrier], { ...driver, source: "device-1" })).toBe("signal_not_independent");
  });

  test("is not made from afar: both signals name the same place", () => {
    expect(judgeSignal([barrier], { ...officer, place: "park-2" })).toBe("first");
    expect(arrivalConfirmed([barrier, { ...officer, place: "park-2" }])).toBe(false);
    expect(arrivalConfirmed([barrier, { ...officer, place: "park-2" }, officer])).toBe(true);
  });

  test("counts a third signal that is independent of one of two that are not", () => {
    const second = { ...barrier, source: "device-2" };
    expect(judgeSignal([barrier, second], { ...officer, source: "device-2" })).toBe("confirms");
  });
});

const signal = fc.record({
  origin: fc.constantFrom(...SignalOrigin.options),
  source: fc.constantFrom("a", "b", "c"),
  place: fc.constantFrom("park-1", "park-2"),
});

test("one side alone never confirms, however often and under whatever names it signals", () => {
  fc.assert(
    fc.property(fc.array(signal, { maxLength: 8 }), fc.constantFrom("a", "b"), (signals, source) => {
      expect(arrivalConfirmed(signals.map((one) => ({ ...one, source })))).toBe(false);
      expect(arrivalConfirmed(signals.map((one) => ({ ...one, origin: "driver" as const })))).toBe(false);
    }),
  );
});

test("a signal confirms exactly when the accepted ones then make an arrival", () => {
  fc.assert(
    fc.property(fc.array(signal, { maxLength: 10 }), (signals) => {
      const accepted: typeof signals = [];
      for (const next of signals) {
        const verdict = judgeSignal(accepted, next);
        const pair = accepted.some((one) => independent(one, next));
        expect(verdict === "confirms").toBe(pair);
        if (verdict === "confirms") return;
        if (verdict === "first") accepted.push(next);
        expect(arrivalConfirmed(accepted)).toBe(false);
      }
    }),
  );
});
