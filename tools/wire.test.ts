import { eventIterator, oc } from "@orpc/contract";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { shapeOfEvents, shapeOfRoutes } from "../contract/wire-shape.ts";
import { hashOf, wireFault } from "./wire.ts";

const route = (input: z.ZodType, status = 409) =>
  oc
    .errors({ too_late: { status } })
    .route({ method: "POST", path: "/trips", summary: "A trip" })
    .input(input)
    .output(z.strictObject({ ok: z.boolean() }));
const base = z.strictObject({ plate: z.string(), weightKg: z.number().int() });
const hash = (input: z.ZodType, status?: number) =>
  hashOf(shapeOfRoutes({ gate: { declare: route(input, status) } }));

describe("the hash of the wire", () => {
  test("changes with a field, a bound, an error's status, a path and an event", () => {
    const hashes = [
      hash(base),
      hash(base.extend({ seal: z.string() })),
      hash(base.extend({ weightKg: z.number().int().max(90_000) })),
      hash(base, 410),
      hashOf(shapeOfRoutes({ gate: { declare: route(base).route({ path: "/declarations" }) } })),
      hashOf({
        ...shapeOfRoutes({ gate: { declare: route(base) } }),
        ...shapeOfEvents({ "gate.declared": base }),
      }),
      hashOf({
        ...shapeOfRoutes({ gate: { declare: route(base) } }),
        ...shapeOfEvents({ "gate.filed": base }),
      }),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test("does not change with prose or the order of lines", () => {
    expect(
      hash(z.strictObject({ weightKg: z.number().int(), plate: z.string().describe("As on the truck") })),
    ).toBe(hash(base));
    const described = route(base).route({ summary: "Another sentence", tags: ["gate"] });
    expect(hashOf(shapeOfRoutes({ gate: { declare: described } }))).toBe(hash(base));
  });

  test("covers what a live stream yields", () => {
    const stream = (yields: z.ZodType) => hashOf(shapeOfRoutes({ live: oc.output(eventIterator(yields)) }));
    expect(stream(base)).not.toBe(stream(z.string()));
  });
});

test("an unpinned change, an empty list and an empty reason are faults", () => {
  expect(wireFault("b", [{ hash: "a", why: "The first wire" }])).toContain("a -> b");
  expect(wireFault("a", [])).toContain("never agreed");
  expect(wireFault("a", [{ hash: "a", why: " " }])).toContain("no reason");
  expect(wireFault("a", [{ hash: "a", why: "The first wire" }])).toBeUndefined();
});
