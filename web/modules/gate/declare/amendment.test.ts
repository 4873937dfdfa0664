import type { FiledDeclaration } from "@moc/contract/gate/declaration.ts";
import { expect, test } from "vitest";
import { amendmentOf, draftOf, followed } from "./amendment.ts";

const declaration: FiledDeclaration = {
  kind: "export_vn",
  regime: "ordinary",
  route: "tan-thanh-1",
  vehicle: {
    plate: { country: "VN", number: "29H50812" },
    payloadClass: "container_40",
    trailer: { country: "VN", number: "12R00677" },
    containers: [{ number: "TLLU5281144", size: "40" }],
  },
  driver: { name: "Trần Quốc Huy", paper: "001099012345", phone: "+84912345678" },
  owner: "Công ty CP Nông sản Đắk Hà",
  goods: [{ name: "Sầu riêng", class: "durian", weightKg: 18_400 }],
  customsNumbers: ["307412886140"],
  quarantine: [],
  note: "Hàng lạnh",
  amendable: ["vehicle", "driver", "goods", "route", "customsNumbers"],
  version: 3,
};
const filed = draftOf(declaration);

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

test("a driver who takes over brings the note of the filing; one who stays is not sent", () => {
  expect(amendmentOf(filed, { ...filed, route: "tan-thanh-2" }, "vi").amendment).toEqual({
    route: "tan-thanh-2",
  });
  const other = { ...filed, driverName: "Lê Văn Mới", driverPaper: "001099054321", driverPhone: "" };
  expect(amendmentOf(filed, other, "vi").amendment).toEqual({
    driver: { name: "Lê Văn Mới", paper: "001099054321", note: "Hàng lạnh" },
  });
});

test("a driver whose data were erased is asked for only when a new one is typed", () => {
  const erased = draftOf({ ...declaration, driver: null, note: null });
  expect(amendmentOf(erased, { ...erased, customsNumbers: "" }, "vi").faults.size).toBe(0);
  const { faults } = amendmentOf(erased, { ...erased, driverName: "Lê Văn Mới" }, "vi");
  expect([...faults.keys()]).toEqual(["driver.paper"]);
});

test("both containers of a truck stay when its plate is amended", () => {
  const two = draftOf({
    ...declaration,
    vehicle: {
      ...declaration.vehicle,
      containers: [
        { number: "TLLU5281144", size: "20" },
        { number: "CSQU3054383", size: "20" },
      ],
    },
  });
  const { amendment, faults } = amendmentOf(two, { ...two, plate: "29C 508.13" }, "vi");
  expect([...faults]).toEqual([]);
  expect(amendment.vehicle?.containers).toHaveLength(2);
});

test("a plate of the other country is told at the vehicle", () => {
  const { faults } = amendmentOf(filed, { ...filed, plate: "桂F12345" }, "vi");
  expect([...faults.keys()]).toEqual(["vehicle.plate.number"]);
});

test("after another amendment what was typed stays, and what was left alone follows", () => {
  const now = draftOf({ ...declaration, route: "coc-nam", customsNumbers: ["307412886199"] });
  const typed = { ...filed, customsNumbers: "307412886140, 307412886150" };
  expect(followed(filed, now, typed)).toEqual({ route: "coc-nam" });
  const draft = { ...typed, ...followed(filed, now, typed) };
  expect(amendmentOf(now, draft, "vi").changed).toEqual(["customsNumbers"]);
});
