import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { expect, test } from "vitest";
import { langs } from "../../../ui/text.ts";
import { operations } from "../operations/border.fixture.ts";
import { todayInWords } from "./in-words.ts";

const text = (view: OperationsView, lang: (typeof langs)[number] = "en") =>
  todayInWords(view, lang).join("\n");
const view = operations();

test("the day is told by what passed, how that compares, who waits and where it is stuck", () => {
  expect(todayInWords(view, "vi")).toEqual([
    "*238* xe đã xuất và *887* xe đã nhập từ nửa đêm. Xuất như ngày thường vào giờ này (158–294).",
    "Còn *305* xe chờ xuất, trong đó *23* xe sầu riêng.",
    "Ùn ứ: Tân Thanh, lối thông quan.",
    "Chỉ nhận xe đăng ký trước: Cốc Nam, lối thông quan.",
  ]);
});

test("exports are compared with the band of this very hour, and without enough days nothing is compared", () => {
  const at = (exportPassages: number) => text({ ...view, figures: { ...view.figures, exportPassages } });
  expect(at(0)).toContain("fewer than usual");
  expect(at(100_000)).toContain("more than usual");
  const hourly = view.hourly.map((one) => ({ ...one, usual: null }));
  expect(text({ ...view, hourly })).toContain("not yet enough days");
});

test("closed and registered-only routes are named, and those without cargo are not", () => {
  const routes = view.routes.map((route, at) => ({
    ...route,
    status: at === 0 ? ("closed" as const) : at === 1 ? ("pre_registered" as const) : ("open" as const),
    cargo: at === 2 ? ("none" as const) : ("active" as const),
  }));
  const told = text({ ...view, routes });
  expect(told).toContain(`Closed now: ${routes[0]?.shortName.en}.`);
  expect(told).toContain(`Registered vehicles only: ${routes[1]?.shortName.en}.`);
  expect(told).toContain("No route has a backlog.");
});

test("Chinese sentences follow one another without a space", () => {
  expect(text(view, "zh")).not.toMatch(/[。，、] /);
});

test("no sentence is left unfilled in any language", () => {
  for (const lang of langs) expect(text(view, lang)).not.toMatch(/undefined|NaN|\{|\}/);
});
