import type { SteeringView } from "@moc/contract/gate/steering.ts";
import { expect, test } from "vitest";
import { emptyDraft } from "./draft.ts";
import { ordersOn } from "./orders-on.ts";

type Standing = SteeringView["inForce"][number];

const order = (number: number, change: Partial<Standing>): Standing => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  number,
  year: 2026,
  issuer: "gate-centre",
  gate: null,
  routes: ["r1"],
  direction: null,
  goods: null,
  origins: null,
  action: { kind: "stop_intake" },
  from: "2026-01-15T00:00:00.000Z",
  to: null,
  document: "12/TB",
  text: { vi: "Dừng", en: "Stop", zh: "停" },
  givenAt: "2026-01-15T00:00:00.000Z",
  liftedAt: null,
  liftReason: null,
  state: "in_force",
  simulated: false,
  binds: true,
  overruledBy: [],
  may: [],
  ...change,
});

const steering = {
  inForce: [order(1, { goods: ["ore"] }), order(2, {}), order(3, { routes: ["r2"] })],
  planned: [order(4, { goods: ["durian", "fruit"], state: "planned" }), order(5, { direction: "import" })],
};
const told = (change: object) =>
  ordersOn({ ...emptyDraft, route: "r1", kind: "export_vn", ...change }, steering).map(
    ({ number }) => number,
  );
const line = { ...emptyDraft.goods[0], name: "Sầu riêng", class: "durian" };

test("an order for other goods than those chosen is not told, and while goods are unknown none is left out", () => {
  expect(told({ goodsUnknown: false, goods: [line] })).toEqual([2, 4]);
  expect(told({ goodsUnknown: true, goods: [line] })).toEqual([1, 2, 4]);
  expect(told({ goodsUnknown: false, goods: [] })).toEqual([1, 2, 4]);
});
