import { Declaration } from "@moc/contract/gate/declaration.ts";
import { importColumns } from "@moc/contract/gate/import.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import { unnamed } from "@moc/contract/registry/side-words.ts";
import { describe, expect, it } from "vitest";
import {
  columnOfPath,
  columnsOf,
  goodsLineOf,
  isMoreGoods,
  kindNames,
  moreGoods,
  routeWords,
  typedRow,
} from "./import-rows.ts";
import { declarationOf } from "./typed.ts";

const routes = routeWords([
  {
    key: "1119-1120",
    name: { vi: "Hữu Nghị chuyên dụng", en: "Hữu Nghị freight", zh: "友谊货运专用通道" },
    shortName: { vi: "Hữu Nghị CD", en: "Hữu Nghị F", zh: "友谊货运" },
  },
]);
const kinds = kindNames({
  here: { ...unnamed.here, adjective: { vi: "Việt Nam", en: "Vietnamese", zh: "越南" } },
  across: { ...unnamed.across, adjective: { vi: "Mường Xa", en: "Muangxan", zh: "芒沙" } },
});
const head = importColumns.map((column) => columnWords[column].vi);
const columns = columnsOf(head);
const good: Partial<Record<(typeof importColumns)[number], string>> = {
  kind: "Xuất khẩu bằng xe Việt Nam",
  route: "hữu  nghị CHUYÊN dụng",
  plate: "12C-084.51",
  payloadClass: "công-te-nơ 40 ft",
  driverName: "Nguyễn Văn Thử",
  driverPaper: "012345678901",
  driverPhone: "'+84912345678",
  owner: "Hợp tác xã Bảo Sơn",
  goodsName: "Sầu riêng",
  goodsClass: "durian",
  weightKg: "18.000",
};
const read = (change: typeof good = {}) => {
  if ("code" in columns) throw new Error(columns.code);
  return typedRow(
    importColumns.map((column) => ({ ...good, ...change })[column] ?? ""),
    columns,
    { routes, kinds },
  );
};

describe("the head of a file", () => {
  it("is understood in any language and order, by key too, with empty columns between", () => {
    const mixed = columnsOf([
      "",
      "PLATE",
      "货主",
      "kind",
      "Lối muốn qua",
      "Payload  class",
      "driverName",
      "Driver's paper",
      " ",
    ]);
    expect(mixed).toEqual(
      new Map([
        ["plate", 1],
        ["owner", 2],
        ["kind", 3],
        ["route", 4],
        ["payloadClass", 5],
        ["driverName", 6],
        ["driverPaper", 7],
      ]),
    );
  });

  it("that lacks a needed column, has one twice or one that nobody knows is refused by name", () => {
    expect(columnsOf(head.slice(1))).toEqual({ code: "columns_missing", columns: ["kind"] });
    expect(columnsOf([...head, "Plate"])).toEqual({ code: "columns_twice", columns: ["Plate"] });
    expect(columnsOf([...head, "Giá trị"])).toEqual({ code: "columns_unknown", columns: ["Giá trị"] });
  });

  it("says every column in words that no other column has", () => {
    const words = importColumns.flatMap((column) => [column, ...new Set(Object.values(columnWords[column]))]);
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(
      new Set(
        importColumns.flatMap((column) =>
          [column, ...Object.values(columnWords[column])].map((w) => w.toLowerCase()),
        ),
      ).size,
    );
    for (const language of ["vi", "en", "zh"] as const)
      expect(columnsOf(importColumns.map((column) => columnWords[column][language]))).toBeInstanceOf(Map);
  });
});

describe("further lines of goods", () => {
  const columns = columnsOf(importColumns.map((column) => columnWords[column].en));
  if ("code" in columns) throw new Error("the words of the columns are the contract's own");
  const cells = (said: Partial<Record<(typeof importColumns)[number], string>>) =>
    importColumns.map((column) => said[column] ?? "");

  it("are rows that say nothing of a truck", () => {
    const more = { goodsName: "Mít", goodsClass: "fruit", weightKg: "900" };
    expect(isMoreGoods(cells(more), columns)).toBe(true);
    expect(isMoreGoods(cells({ packages: "3" }), columns)).toBe(true);
    expect(isMoreGoods(cells({ ...more, plate: "12C-084.51" }), columns)).toBe(false);
    expect(isMoreGoods(cells({ ...more, note: "x" }), columns)).toBe(false);
    expect(isMoreGoods(cells({}), columns)).toBe(false);
    expect(moreGoods(cells(more), columns)).toEqual({
      line: { name: "Mít", class: "fruit", hs: "", weightKg: "900", packages: "" },
      faults: [],
    });
    expect(moreGoods(cells({ goodsName: "Mít" }), columns).faults).toEqual([
      { column: "goodsClass", code: "goods_half_known" },
    ]);
  });

  it("are told by the columns of goods, each by its own line", () => {
    expect(columnOfPath("goods.3.weightKg")).toBe("weightKg");
    expect([goodsLineOf("goods.3.weightKg"), goodsLineOf("goods"), goodsLineOf("owner")]).toEqual([
      3,
      null,
      null,
    ]);
  });
});

describe("a row", () => {
  it("becomes a declaration of the contract", () => {
    const { typed, faults } = read();
    expect(faults).toEqual([]);
    expect(Declaration.parse(declarationOf(typed))).toMatchObject({
      route: "1119-1120",
      vehicle: { plate: { country: "VN", number: "12C08451" }, payloadClass: "container_40", containers: [] },
      driver: { phone: "+84912345678" },
      goods: [{ name: "Sầu riêng", class: "durian", weightKg: 18_000 }],
    });
  });

  it("without goods is a truck whose goods are not yet known; with half of them it needs mending", () => {
    expect(read({ goodsName: "", goodsClass: "", weightKg: "" }).typed.goodsUnknown).toBe(true);
    expect(read({ goodsName: "" }).faults).toEqual([{ column: "goodsName", code: "goods_half_known" }]);
    expect(read({ goodsClass: "" }).faults).toEqual([{ column: "goodsClass", code: "goods_half_known" }]);
  });

  it("names the column of a word that is not listed, of a rounded number and of a formula's error", () => {
    const { faults } = read({
      route: "Đâu đó",
      kind: "",
      customsNumbers: "3,07E+11",
      owner: "#N/A",
      size1: "53",
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        { column: "route", code: "not_listed" },
        { column: "kind", code: "not_listed" },
        { column: "customsNumbers", code: "number_rounded" },
        { column: "owner", code: "cell_error" },
        { column: "size1", code: "not_listed" },
      ]),
    );
    expect(faults).toHaveLength(5);
  });
});

it("every path of a declaration at fault leads to its column", () => {
  const paths: [string, string | null][] = [
    ["vehicle.plate.number", "plate"],
    ["vehicle.containers.0.number", "container1"],
    ["vehicle.containers.1.number", "container2"],
    ["vehicle.containers", "container1"],
    ["goods.0.weightKg", "weightKg"],
    ["customsNumbers.3", "customsNumbers"],
    ["quarantine.0.service", "quarantineService"],
    ["route", "route"],
    ["owner", "owner"],
    ["", null],
  ];
  for (const [path, column] of paths) expect(columnOfPath(path), path).toBe(column);
});
