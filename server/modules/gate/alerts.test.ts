import { expect, test } from "vitest";
import { orderAlerts } from "./alerts.ts";
import { keepLast } from "./keep-last.ts";
import type { AlertRow } from "./operations-store.ts";

function row(kind: string, hours: number | null, count = 2, since = "2026-01-15T01:00:00.000Z"): AlertRow {
  const trips = Array.from({ length: count }, (_, index) => `trip-${index}`);
  return { kind, route: "1119-1120", direction: "export", count, hours, since: new Date(since), trips };
}

test("alerts stand by harm: what does harm now first, and the most hours lost before fewer", () => {
  const ordered = orderAlerts([
    row("goods_unknown", 80),
    row("check_waiting", 3),
    row("long_wait", 21.04),
    row("abroad_overdue", null),
    row("no_show", null),
    row("long_wait", 60),
  ]);
  expect(ordered.map((alert) => [alert.kind, alert.severity, alert.harmHours])).toEqual([
    ["long_wait", "bad", 60],
    ["long_wait", "bad", 21],
    ["abroad_overdue", "bad", null],
    ["check_waiting", "warn", 3],
    ["no_show", "warn", null],
    ["goods_unknown", "limited", 80],
  ]);
});

test("an alert names its trucks, its number and the action that mends it; one truck alone is opened by itself", () => {
  expect(orderAlerts([row("check_hold", 1.5, 1)])).toEqual([
    {
      id: "check_hold:1119-1120:export",
      kind: "check_hold",
      severity: "limited",
      harmHours: 1.5,
      since: "2026-01-15T01:00:00.000Z",
      route: "1119-1120",
      direction: "export",
      params: { count: "1", hours: "1.5" },
      trips: ["trip-0"],
      action: "open_trip",
    },
  ]);
  expect(orderAlerts([row("abroad_due", null)])[0]).toMatchObject({
    params: { count: "2" },
    action: "open_trips",
  });
  expect(orderAlerts([row("something_new", 1)])).toEqual([]);
});

test("an answer is worked out once per key while it is kept, and a failed one is forgotten", async () => {
  const kept = keepLast<number>(2);
  let worked = 0;
  const work = async () => (worked += 1);
  expect(await Promise.all([kept.once("a", work), kept.once("a", work)])).toEqual([1, 1]);
  await kept.once("b", work);
  await kept.once("c", work);
  expect(await kept.once("a", work)).toBe(4);
  await expect(kept.once("d", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await kept.once("d", work)).toBe(5);
});
