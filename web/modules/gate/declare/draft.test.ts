import { expect, test } from "vitest";
import { check, type Draft, emptyDraft, emptyGoods, openSteps, stepOf } from "./draft.ts";

const good: Draft = {
  ...emptyDraft,
  route: "tan-thanh",
  plate: "29H-508.12",
  payloadClass: "container_40",
  containers: [{ number: "CSQU 305438 3", size: "40" }],
  driverName: "Trần Quốc Huy",
  driverPaper: "001099012345",
  owner: "Công ty CP Nông sản",
  goods: [{ ...emptyGoods, name: "Sầu riêng", class: "durian", weightKg: "18.400" }],
};

test("a whole draft becomes a declaration of the contract", () => {
  const { declaration, faults } = check(good, "vi");
  expect([...faults]).toEqual([]);
  expect(declaration).toMatchObject({
    vehicle: { plate: { country: "VN", number: "29H-508.12" } },
    goods: [{ name: "Sầu riêng", class: "durian", weightKg: 18_400 }],
  });
});

test("an empty draft names every task but the papers, which may stay empty", () => {
  expect([...openSteps(check(emptyDraft, "vi").faults)].toSorted()).toEqual([
    "driver",
    "goods",
    "route",
    "vehicle",
  ]);
});

test("goods not yet known is an answer, not a fault", () => {
  expect(check({ ...good, goodsUnknown: true, goods: [emptyGoods] }, "vi").declaration).toMatchObject({
    goods: [],
  });
});

test("a wrong check digit is told at the container, in the reader's language", () => {
  const { faults } = check({ ...good, containers: [{ number: "CSQU 305438 4", size: "40" }] }, "en");
  expect([...faults.keys()]).toEqual(["vehicle.containers.0.number"]);
  expect([...faults.values()][0]).toMatch(/check digit/);
});

test("the kind of trip decides whose plate is expected", () => {
  expect(check({ ...good, kind: "import_cn", plate: "桂F12345", containers: [] }, "vi").faults.size).toBe(0);
  expect([...check({ ...good, kind: "import_cn" }, "vi").faults.keys()].map(stepOf)).toContain("vehicle");
});
