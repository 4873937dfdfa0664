import { expect, it } from "vitest";
import { assumptions, unknowns, unsourced } from "./honesty.ts";
import { checkScenario } from "./parse.ts";
import { gateDocument } from "./testing/gate-document.ts";

it("a number without a source is listed by its field, whatever depth it stands at", () => {
  const missing = unsourced(checkScenario(gateDocument()));
  expect(missing).toContain("yards[0].room");
  expect(missing).toContain("routes[0].lanes[0].count");
  expect(missing).toContain("hours[0].week");
  expect(missing).toContain("traffic[0].checks");
  expect(missing).toContain("traffic[0].fee");
  expect(missing).not.toContain("traffic[1].fee"); // nothing is charged
  expect(missing).not.toContain("traffic[0].priority"); // left out
});

it("a source silences its field only, and an assumption is listed as one", () => {
  const document = gateDocument();
  const yard = { ...document.yards[0], sources: { room: "illustrative", docks: "bulletin of 15/1/2026" } };
  const scenario = checkScenario({ ...document, yards: [yard] });
  expect(unsourced(scenario).filter((field) => field.startsWith("yards"))).toEqual([]);
  expect(assumptions(scenario)).toEqual(["yards[0].room"]);
});

it("a capacity that nobody knows is named, and a known one is not", () => {
  const document = gateDocument();
  const scenario = checkScenario({ ...document, parks: [{ key: "p", room: null }] });
  expect(unknowns(scenario)).toEqual(["capacity of park p"]);
});
