import { importColumns, mostRows } from "@moc/contract/gate/import.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { command, declaration, firm, guard, newPlate, otherFirm } from "../../../test/world/trips.ts";
import { csvLine } from "../../platform/files/csv.ts";
import { sheetRows } from "../../platform/files/sheet-rows.ts";
import { writeXlsx } from "../../platform/files/write-xlsx.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Cells = Partial<Record<(typeof importColumns)[number], string>>;
const heads = importColumns.map((column) => columnWords[column].vi);
const row = (change: Cells = {}): string[] => {
  const cells: Cells = {
    kind: "Xuất khẩu bằng xe Việt Nam",
    route: "1119-1120",
    plate: newPlate().number,
    payloadClass: "container_40",
    driverName: "Nông Thị Nhập-Nhiều",
    driverPaper: "PX55667788",
    owner: "Hợp tác xã Bảo Sơn",
    goodsName: "Sầu riêng",
    goodsClass: "Sầu riêng",
    ...change,
  };
  return importColumns.map((column) => cells[column] ?? "");
};
const fileOf = (content: Uint8Array, name = "xe.xlsx") => ({
  name,
  content: Buffer.from(content).toString("base64"),
});
const xlsx = (rows: string[][]) => fileOf(writeXlsx([{ name: "Khai báo", rows: [heads, ...rows] }]));
const csv = (rows: string[][]) =>
  fileOf(Buffer.from([heads, ...rows].map((cells) => csvLine(cells)).join("")), "xe.csv");

type File = ReturnType<typeof fileOf>;
const preview = (file: File, by: Actor = firm) => world.as(by).gate.previewImport({ file });
const send = (file: File, by: Actor = firm) => world.as(by).gate.importDeclarations({ ...command(), file });
const count = async (table: string): Promise<number> =>
  (await world.asOwner(`SELECT 1 AS one FROM ${table}`)).length;
async function written(): Promise<number[]> {
  const counts: number[] = [];
  for (const table of ["gate_trip", "event", "identity_person", "command", "timer", "gate_import"])
    counts.push(await count(table));
  return counts;
}

describe("a file of declarations", () => {
  it("is shown before it is filed and filed whole; the preview writes nothing", async () => {
    const file = xlsx([
      row(),
      row({ goodsName: "", goodsClass: "" }),
      row({ kind: "Import by Chinese truck", plate: newPlate("CN").number }),
    ]);
    const before = await written();
    const shown = await preview(file);
    expect(shown).toMatchObject({ faulty: 0, filedAt: null });
    expect(shown.rows.map((one) => one.row)).toEqual([2, 3, 4]);
    expect(await written()).toEqual(before);
    const done = await send(file);
    expect(done).toMatchObject({ already: false, trips: shown.rows.map(({ row: at }) => ({ row: at })) });
    const trip = await world.as(firm).gate.readTrip({ trip: done.trips[2]?.trip ?? "" });
    expect(trip.trip).toMatchObject({ kind: "import_cn", declarant: "firm-ky-lua", state: "declared" });
  });

  it("with faulty rows files none, and tells each row, column and mend in the reader's language", async () => {
    const open = (await send(xlsx([row()]))).trips[0]?.plate ?? "";
    const again = newPlate().number;
    const file = csv([
      row(),
      row({ plate: "29C", driverName: "" }),
      row({ route: "Lối ma", weightKg: "nặng" }),
      row({ plate: open }),
      row({ plate: again }),
      row({ plate: again }),
      row({ customsNumbers: "3,07E+11", goodsName: "Hàng của Nông Thị Nhập-Nhiều" }),
      row({ route: "1119-1120", plate: newPlate("CN").number }),
    ]);
    const before = await written();
    const shown = await preview(file, { ...firm, language: "en" });
    expect(shown.faulty).toBe(6);
    const told = shown.rows.flatMap(({ faults }) =>
      faults.map(({ row: at, column, code }) => [at, column, code]),
    );
    expect(told).toEqual([
      [3, "Biển số xe", "plate_format"],
      [3, "Họ tên lái xe", "required"],
      [4, "Lối muốn qua", "not_listed"],
      [4, "Khối lượng, kg", "wrong_type"],
      [5, "Biển số xe", "plate_on_open_trip"],
      [7, "Biển số xe", "plate_on_open_trip"],
      [8, "Số tờ khai hải quan", "number_rounded"],
      [9, "Biển số xe", "plate_format"],
    ]);
    const fifth = shown.rows[3]?.faults[0]?.message;
    expect(fifth).toMatch(new RegExp(`^Plate ${open} is on another open trip`));
    await expect(send(file)).rejects.toMatchObject({
      code: "rows_faulty",
      message: "6 dòng cần sửa. Chưa có dòng nào được khai.",
      data: {
        fields: expect.arrayContaining([
          expect.objectContaining({ path: "rows.5.vehicle.plate", code: "plate_on_open_trip" }),
        ]),
      },
    });
    expect(await written()).toEqual(before);
    // Mended, the same way goes through.
    const mended = csv([row(), row({ goodsName: "Xoài", goodsClass: "fruit" })]);
    expect((await send(mended)).trips).toHaveLength(2);
  });

  it("gives a truck further lines of goods in rows below it, and tells a fault by the row of its line", async () => {
    const more = (cells: Cells) => importColumns.map((column) => cells[column] ?? "");
    const two = more({ goodsName: "Mít", goodsClass: "fruit", weightKg: "900" });
    const shown = await preview(xlsx([row(), two, more({ goodsName: "Xoài", weightKg: "nặng" }), row()]));
    expect(shown).toMatchObject({ faulty: 1, rows: [{ row: 2, goods: "Sầu riêng, Mít, Xoài" }, { row: 5 }] });
    expect(shown.rows[0]?.faults.map((fault) => [fault.row, fault.column, fault.code])).toEqual([
      [4, "Nhóm hàng", "goods_half_known"],
      [4, "Khối lượng, kg", "wrong_type"],
    ]);
    const done = await send(xlsx([row(), two, row()]));
    expect(done.trips.map((trip) => trip.row)).toEqual([2, 4]);
    const { trip } = await world.as(firm).gate.readTrip({ trip: done.trips[0]?.trip ?? "" });
    expect(trip.goods.map((line) => line.name)).toEqual(["Sầu riêng", "Mít"]);
  });

  it("refuses texts that name its own driver, row by row", async () => {
    const shown = await preview(xlsx([row({ goodsName: "Hàng của Nông Thị Nhập-Nhiều" })]));
    expect(shown.rows[0]?.faults).toEqual([
      expect.objectContaining({ column: "Tên hàng", code: "text_names_person" }),
    ]);
  });

  it("warns of goods that a side of the route does not list, and files them all the same", async () => {
    const file = csv([
      row({ goodsName: "Quặng sắt", goodsClass: "ore" }),
      row({ goodsName: "", goodsClass: "" }),
    ]);
    const { rows, faulty } = await preview(file);
    expect(rows.map((one) => one.notListed)).toEqual([
      [{ side: "CN", goods: ["ore"], illustrative: true }],
      [],
    ]);
    expect(faulty).toBe(0);
    expect((await send(file)).trips).toHaveLength(2);
  });

  it("given twice is filed once while its trucks are under way, whatever its format; then it may be filed anew", async () => {
    const rows = [row(), row()];
    const first = await send(xlsx(rows));
    const again = await send(csv(rows));
    expect(again).toEqual({ ...first, already: true });
    expect((await preview(csv(rows))).filedAt).not.toBeNull();
    // Another firm's own file is its own affair: the trucks are on open trips.
    expect((await preview(csv(rows), otherFirm)).faulty).toBe(2);
    for (const { trip } of first.trips)
      await world.as(firm).gate.withdrawTrip({ ...command(), trip, reason: "Bán trong nước" });
    expect(await send(csv(rows))).toMatchObject({ already: false });
  });

  it("two at once of the same rows are one", async () => {
    const file = csv([row()]);
    const [one, two] = await Promise.all([send(file), send(file)]);
    expect(one.trips).toEqual(two.trips);
    expect([one.already, two.already].toSorted()).toEqual([false, true]);
  });

  it("of the most rows is filed by one command, of one more refused", async () => {
    const rows = Array.from({ length: mostRows }, () => row());
    await expect(preview(csv([...rows, row()]))).rejects.toMatchObject({ code: "file_too_large" });
    const began = performance.now();
    expect((await send(csv(rows))).trips).toHaveLength(mostRows);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it("that is none is refused with what to do", async () => {
    const cases: [File, string][] = [
      [fileOf(Buffer.from("%PDF-1.7")), "file_kind_unknown"],
      [csv([]), "rows_none"],
      [fileOf(Buffer.from(csvLine(heads.slice(1)))), "columns_missing"],
      [fileOf(Buffer.from(csvLine([...heads, "Lương"]))), "columns_unknown"],
      [fileOf(Buffer.from('a,"b')), "file_damaged"],
    ];
    for (const [file, code] of cases)
      await expect(preview(file), code).rejects.toMatchObject({
        code,
        data: { fields: [{ path: "file", code }] },
      });
    await expect(preview({ name: "x", content: "kein base64!" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  it("begins with a template whose every head is understood, with lists to choose from", async () => {
    for (const language of ["vi", "en", "zh"] as const)
      for (const format of ["xlsx", "csv"] as const) {
        const { content } = await world.as(firm).gate.readImportTemplate({ format, language });
        const [head] = sheetRows(Buffer.from(content, "base64"), { columns: 60, rows: 5 });
        expect(head?.cells).toEqual(importColumns.map((column) => columnWords[column][language]));
      }
  });
});

describe("many declarations by a program", () => {
  it("are filed all or none, with the place of each fault", async () => {
    const two = [declaration(), declaration()];
    const done = await world.as(firm).gate.declareMany({ ...command(), declarations: two });
    expect(done.trips.map((trip) => trip.row)).toEqual([0, 1]);
    const before = await written();
    const again = world.as(firm).gate.declareMany({ ...command(), declarations: [declaration(), ...two] });
    await expect(again).rejects.toMatchObject({
      code: "rows_faulty",
      data: { fields: [{ path: "rows.1.vehicle.plate" }, { path: "rows.2.vehicle.plate" }] },
    });
    expect(await written()).toEqual(before);
  });
});

describe("each command of many", () => {
  const inputs = () => {
    const file = csv([row()]);
    return { import: { ...command(), file }, many: { ...command(), declarations: [declaration()] } };
  };

  it("refuses strangers and those who may not declare", async () => {
    for (const [by, code] of [
      [null, "not_signed_in"],
      [guard, "not_allowed"],
      [actor("firm"), "not_allowed"],
    ] as const) {
      const { gate } = world.as(by);
      await expect(gate.importDeclarations(inputs().import)).rejects.toMatchObject({ code });
      await expect(gate.declareMany(inputs().many)).rejects.toMatchObject({ code });
      await expect(gate.previewImport({ file: inputs().import.file })).rejects.toMatchObject({ code });
      await expect(gate.readImportTemplate({ format: "csv" })).rejects.toMatchObject({ code });
    }
  });

  it("refuses bad input with its field", async () => {
    const bad = { ...inputs().many, declarations: [declaration(), { ...declaration(), owner: "" }] };
    await expect(world.as(firm).gate.declareMany(bad)).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "declarations.1.owner" }] },
    });
  });

  it("sent twice is done once; with other content it is refused", async () => {
    const { gate } = world.as(firm);
    const once = inputs();
    expect(await gate.importDeclarations(once.import)).toEqual(await gate.importDeclarations(once.import));
    expect(await gate.declareMany(once.many)).toEqual(await gate.declareMany(once.many));
    const other = { ...once.import, file: csv([row()]) };
    await expect(gate.importDeclarations(other)).rejects.toMatchObject({ code: "command_conflict" });
    await expect(gate.declareMany({ ...once.many, declarations: [declaration()] })).rejects.toMatchObject({
      code: "command_conflict",
    });
  });
});
