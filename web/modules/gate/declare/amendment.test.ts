import { expect, test } from "vitest";
import { trip } from "../trip/trip.fixture.ts";
import { amendmentOf, draftOf, openFields } from "./amendment.ts";

const filed = draftOf(trip());

test("a filed declaration as a draft states nothing anew", () => {
  expect(amendmentOf(filed, filed, "vi")).toEqual({ changed: [], amendment: {}, faults: new Map() });
});

test("only the parts that were typed anew are sent", () => {
  const [line] = filed.goods;
  if (!line) throw new Error("the fixture carries goods");
  const draft = { ...filed, goods: [{ ...line, weightKg: "17.900" }] };
  const { changed, amendment, faults } = amendmentOf(filed, draft, "vi");
  expect([...faults]).toEqual([]);
  expect(changed).toEqual(["goods"]);
  expect(amendment).toEqual({ goods: [{ name: line.name, class: line.class, weightKg: 17_900 }] });
});

test("a driver who is not changed is neither asked for nor sent; a new one needs name and paper", () => {
  expect(amendmentOf(filed, { ...filed, route: "tan-thanh-2" }, "vi").amendment).toEqual({
    route: "tan-thanh-2",
  });
  const { changed, faults } = amendmentOf(filed, { ...filed, driverName: "Lê Văn Mới" }, "vi");
  expect(changed).toEqual(["driver"]);
  expect([...faults.keys()]).toEqual(["driver.paper"]);
});

test("both containers of a truck stay when its plate is amended", () => {
  const two = draftOf({
    ...trip(),
    containers: [
      { number: "TLLU5281144", size: "20" },
      { number: "CSQU3054383", size: "20" },
    ],
  });
  const { amendment, faults } = amendmentOf(two, { ...two, plate: "29C 508.13" }, "vi");
  expect([...faults]).toEqual([]);
  expect(amendment.vehicle?.containers).toHaveLength(2);
});

test("a plate of the other country is told at the vehicle", () => {
  const { faults } = amendmentOf(filed, { ...filed, plate: "桂F12345" }, "vi");
  expect([...faults.keys()]).toEqual(["vehicle.plate.number"]);
});

test("what is open comes from the server with the trip", () => {
  expect(openFields(trip()).size).toBe(0);
  const may = [{ action: "amend", allowed: true, params: { fields: "route,customsNumbers" } }];
  expect([...openFields({ ...trip(), may })]).toEqual(["route", "customsNumbers"]);
});
