import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { checkDecided, entry, eventOf, opened, signalled } from "./samples.ts";

const numbered = (decision: "pass" | "hold" | "withdraw", reference: string) => {
  const event = checkDecided("customs", decision);
  if (event.kind !== "gate.check_decided") throw new Error("a decision");
  return { ...event, data: { ...event.data, reference } };
};

test("a check keeps every number that answered it, and shows that of the standing answer alone", () => {
  const waiting = [signalled(), signalled("barrier", "b-1"), eventOf.confirm_arrival].reduce(
    (trip, event, at) => fold(trip, entry(event, at + 1)),
    opened("export_vn"),
  );
  const customs = (...events: ReturnType<typeof checkDecided>[]) =>
    events
      .reduce((trip, event, at) => fold(trip, entry(event, at + 40)), waiting)
      .checks.find(({ kind }) => kind === "customs");
  expect(customs(numbered("hold", "A"), numbered("pass", "B"))).toMatchObject({
    reference: "B",
    references: ["A", "B"],
  });
  const byHand = customs(numbered("pass", "A"), checkDecided("customs", "withdraw"));
  expect(byHand?.reference).toBeUndefined();
  expect(byHand?.references).toEqual(["A"]);
  expect(customs(checkDecided("customs"))).not.toHaveProperty("references");
});
