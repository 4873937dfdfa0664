import { expect, test } from "vitest";
import { draftedOrder, draftedText, emptyDraft } from "./order-draft.ts";

test("nothing is drafted before scope and action are whole", () => {
  expect(draftedOrder(emptyDraft("stop_intake"))).toBeUndefined();
  expect(draftedOrder({ ...emptyDraft("divert"), scope: "route:1119-1120" })).toBeUndefined();
  expect(
    draftedOrder({ ...emptyDraft("max_per_hour"), scope: "route:1119-1120", count: "0" }),
  ).toBeUndefined();
});

test("empty fields widen the order: all goods, from everywhere, both directions, at once, until lifted", () => {
  const draft = { ...emptyDraft("stop_intake"), scope: "gate:huu-nghi", direction: "" as const };
  expect(draftedOrder(draft)).toEqual({
    gate: "huu-nghi",
    routes: [],
    direction: null,
    goods: null,
    origins: null,
    action: { kind: "stop_intake" },
    from: null,
    to: null,
  });
});

test("times are Hanoi's and provinces are parted by commas of any script", () => {
  const draft = {
    ...emptyDraft("max_per_hour"),
    scope: "route:1119-1120",
    origins: "Đắk Lắk, Tiền Giang，Long An",
    to: "2026-01-15T14:00",
  };
  expect(draftedOrder(draft)).toMatchObject({
    origins: ["Đắk Lắk", "Tiền Giang", "Long An"],
    to: "2026-01-15T07:00:00.000Z",
    action: { kind: "max_per_hour", count: 10 },
  });
  const text = draftedText(draft, "vi", (key) => (key === "1119-1120" ? "Hữu Nghị" : key));
  expect(text).toBe("Hữu Nghị: Mỗi giờ gọi tối đa 10 xe.");
});
